"""Version 1: the first schema. Frozen once a released program has made stores by it.

Rules over more than one table are triggers: what is recorded of a woman lies within her
membership (view ``roster``), and no change of a membership or a session leaves a record outside it
(view ``stray``). The use cases ask before and refuse with a sentence; the triggers guard against
one that forgot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

_STATEMENTS = (
    """
    CREATE TABLE "group" (
        id TEXT NOT NULL CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        name_key TEXT NOT NULL,
        start TEXT NOT NULL
            CHECK (start IS date(start) AND start BETWEEN '2000-01-01' AND '2100-12-31'),
        weeks INTEGER NOT NULL CHECK (weeks BETWEEN 14 AND 20),
        every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 3),
        parity TEXT NOT NULL CHECK (parity IN ('any', 'even', 'odd')),
        starts TEXT NOT NULL CHECK (starts IS strftime('%H:%M', starts)),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 30 AND 300),
        place TEXT NOT NULL CHECK (length(place) BETWEEN 0 AND 80),
        PRIMARY KEY (id),
        CHECK (date(start, (weeks * 7) || ' days') <= '2100-12-31'),
        CHECK (parity = 'any' OR every = 2),
        CHECK (substr(starts, 1, 2) * 60 + substr(starts, 4, 2) + minutes <= 1440),
        UNIQUE (name_key)
    ) STRICT
    """,
    """
    CREATE TABLE help_line (
        place INTEGER NOT NULL CHECK (place >= 0),
        number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 20),
        label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
        neutral TEXT NOT NULL CHECK (length(neutral) BETWEEN 0 AND 80),
        PRIMARY KEY (place)
    ) STRICT
    """,
    """
    CREATE TABLE house (
        id INTEGER NOT NULL CHECK (id = 1),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        language TEXT NOT NULL CHECK (language IN ('da', 'en')),
        idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 15),
        closed_on_usual_days INTEGER NOT NULL CHECK (closed_on_usual_days IN (0, 1)),
        erasure_days INTEGER NOT NULL CHECK (erasure_days BETWEEN 7 AND 90),
        appearance TEXT NOT NULL CHECK (appearance IN ('system', 'light', 'dark')),
        country TEXT NOT NULL
            CHECK (country IN ('DK', 'DE', 'FI', 'FO', 'GL', 'IS', 'NO', 'SE')),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE user (
        id TEXT NOT NULL CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        name_key TEXT NOT NULL,
        added TEXT NOT NULL
            CHECK (added IS date(added) AND added BETWEEN '2000-01-01' AND '2100-12-31'),
        removed TEXT
            CHECK (removed IS date(removed) AND removed BETWEEN '2000-01-01' AND '2100-12-31'),
        certificate BLOB NOT NULL CHECK (length(certificate) = 64),
        PRIMARY KEY (id),
        CHECK (removed >= added)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX user_with_access ON user (name_key) WHERE removed IS NULL
    """,
    """
    CREATE TABLE hand (
        public BLOB NOT NULL CHECK (length(public) = 32),
        user_id TEXT NOT NULL,
        certificate BLOB NOT NULL CHECK (length(certificate) = 64),
        PRIMARY KEY (public),
        FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE TABLE log_entry (
        number INTEGER NOT NULL CHECK (number >= 1),
        at TEXT NOT NULL
            CHECK (at IS strftime('%Y-%m-%dT%H:%M:%fZ', at)
                AND at BETWEEN '2000-01-01' AND '2101-01-01'),
        user_id TEXT NOT NULL,
        hand BLOB NOT NULL,
        deed TEXT NOT NULL
            CHECK (deed IN (
                'added', 'changed', 'removed', 'read', 'printed',
                'unlocked', 'restored', 'copied', 'renewed', 'confirmed'
            )),
        subject TEXT NOT NULL
            CHECK (subject IN (
                'store', 'house', 'group', 'session', 'agenda', 'participant', 'attendance',
                'group_note', 'own_note', 'user', 'keys', 'recovery_sheet', 'backup', 'log',
                'clock', 'calendar', 'programme', 'template',
                'topic', 'sheet', 'picture'
            )),
        record TEXT CHECK (length(record) = 36),
        also TEXT CHECK (length(also) = 36),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        signature BLOB NOT NULL CHECK (length(signature) = 64),
        PRIMARY KEY (number),
        FOREIGN KEY(user_id) REFERENCES user (id),
        FOREIGN KEY(hand) REFERENCES hand (public)
    ) STRICT
    """,
    """
    CREATE TRIGGER log_entry_follows BEFORE INSERT ON log_entry
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM log_entry)
    BEGIN SELECT RAISE(ABORT, 'the log goes on where it ends'); END
    """,
    """
    CREATE TRIGGER log_entry_stays_changed BEFORE UPDATE ON log_entry
    BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END
    """,
    """
    CREATE TRIGGER log_entry_stays_removed BEFORE DELETE ON log_entry
    BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END
    """,
    """
    CREATE TABLE upkeep (
        id INTEGER NOT NULL CHECK (id = 1),
        last_seen TEXT NOT NULL
            CHECK (last_seen IS date(last_seen)
                AND last_seen BETWEEN '2000-01-01' AND '2100-12-31'),
        sheet_seen TEXT NOT NULL
            CHECK (sheet_seen IS date(sheet_seen)
                AND sheet_seen BETWEEN '2000-01-01' AND '2100-12-31'),
        copied_out TEXT
            CHECK (copied_out IS strftime('%Y-%m-%dT%H:%M:%fZ', copied_out)
                AND copied_out BETWEEN '2000-01-01' AND '2101-01-01'),
        renewal_due INTEGER NOT NULL CHECK (renewal_due IN (0, 1)),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE draft (
        id TEXT NOT NULL CHECK (length(id) = 36),
        user_id TEXT NOT NULL,
        place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
        fields BLOB NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (user_id, place),
        FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE TABLE participant (
        id TEXT NOT NULL CHECK (length(id) = 36),
        number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 12),
        alias BLOB NOT NULL CHECK (length(alias) <= 1000),
        PRIMARY KEY (id),
        UNIQUE (number)
    ) STRICT
    """,
    """
    CREATE TABLE facilitator (
        group_id TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 5),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        PRIMARY KEY (group_id, place),
        UNIQUE (group_id, name),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) STRICT
    """,
    """
    CREATE TABLE membership (
        id TEXT NOT NULL CHECK (length(id) = 36),
        group_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        joined TEXT NOT NULL
            CHECK (joined IS date(joined) AND joined BETWEEN '2000-01-01' AND '2100-12-31'),
        left_on TEXT
            CHECK (left_on IS date(left_on) AND left_on BETWEEN '2000-01-01' AND '2100-12-31'),
        PRIMARY KEY (id),
        CHECK (left_on >= joined),
        UNIQUE (group_id, participant_id, joined),
        FOREIGN KEY(group_id) REFERENCES "group" (id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX membership_by_participant ON membership (participant_id)
    """,
    """
    CREATE TABLE session (
        id TEXT NOT NULL CHECK (length(id) = 36),
        group_id TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 0),
        day TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '2000-01-01' AND '2100-12-31'),
        starts TEXT NOT NULL CHECK (starts IS strftime('%H:%M', starts)),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 30 AND 300),
        moved_from TEXT
            CHECK (moved_from IS date(moved_from)
                AND moved_from BETWEEN '2000-01-01' AND '2100-12-31'),
        reason TEXT NOT NULL CHECK (length(reason) BETWEEN 0 AND 2000),
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 0 AND 80),
        recorded INTEGER NOT NULL CHECK (recorded IN (0, 1)),
        place TEXT NOT NULL CHECK (length(place) BETWEEN 0 AND 80),
        cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
        why TEXT NOT NULL CHECK (length(why) BETWEEN 0 AND 200),
        revision INTEGER NOT NULL CHECK (revision >= 0),
        planned TEXT NOT NULL
            CHECK (planned IS date(planned) AND planned BETWEEN '2000-01-01' AND '2100-12-31'),
        PRIMARY KEY (id),
        CHECK ((number = 0) = cancelled),
        CHECK (cancelled + recorded < 2),
        CHECK (substr(starts, 1, 2) * 60 + substr(starts, 4, 2) + minutes <= 1440),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) STRICT
    """,
    """
    CREATE INDEX session_by_day ON session (day)
    """,
    """
    CREATE UNIQUE INDEX session_number ON session (group_id, number) WHERE number > 0
    """,
    """
    CREATE TABLE session_leader (
        session_id TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 5),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        PRIMARY KEY (session_id, place),
        UNIQUE (session_id, name),
        FOREIGN KEY(session_id) REFERENCES session (id)
    ) STRICT
    """,
    """
    CREATE TABLE plan_change (
        id TEXT NOT NULL CHECK (length(id) = 36),
        group_id TEXT NOT NULL,
        at TEXT NOT NULL
            CHECK (at IS strftime('%Y-%m-%dT%H:%M:%fZ', at)
                AND at BETWEEN '2000-01-01' AND '2101-01-01'),
        user_id TEXT NOT NULL,
        deed TEXT NOT NULL
            CHECK (deed IN (
                'moved', 'cancelled', 'inserted', 'leaders',
                'ended_early', 'extended', 'taken_back'
            )),
        day TEXT CHECK (day IS date(day) AND day BETWEEN '2000-01-01' AND '2100-12-31'),
        to_day TEXT
            CHECK (to_day IS date(to_day) AND to_day BETWEEN '2000-01-01' AND '2100-12-31'),
        sessions INTEGER NOT NULL CHECK (sessions >= 0),
        why TEXT NOT NULL CHECK (length(why) BETWEEN 0 AND 200),
        PRIMARY KEY (id),
        FOREIGN KEY(group_id) REFERENCES "group" (id),
        FOREIGN KEY(user_id) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE INDEX plan_change_of_group ON plan_change (group_id, at)
    """,
    """
    CREATE TABLE closed_period (
        id TEXT NOT NULL CHECK (length(id) = 36),
        why TEXT NOT NULL
            CHECK (why IN ('school_holiday', 'house_closed', 'group_exception')),
        first TEXT NOT NULL
            CHECK (first IS date(first) AND first BETWEEN '2000-01-01' AND '2100-12-31'),
        last TEXT NOT NULL
            CHECK (last IS date(last) AND last BETWEEN '2000-01-01' AND '2100-12-31'),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 0 AND 80),
        group_id TEXT,
        PRIMARY KEY (id),
        CHECK (last >= first),
        CHECK (julianday(last) - julianday(first) < 366),
        CHECK ((group_id IS NOT NULL) = (why = 'group_exception')),
        FOREIGN KEY(group_id) REFERENCES "group" (id)
    ) STRICT
    """,
    """
    CREATE INDEX closed_period_by_day ON closed_period (first)
    """,
    """
    CREATE TABLE agenda_item (
        session_id TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 39),
        item_id TEXT NOT NULL CHECK (length(item_id) = 36),
        kind TEXT NOT NULL
            CHECK (kind IN ('opening', 'topic', 'exercise', 'break', 'closing', 'other')),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 240),
        note TEXT NOT NULL CHECK (length(note) BETWEEN 0 AND 1000),
        leader TEXT NOT NULL CHECK (length(leader) BETWEEN 0 AND 80),
        materials TEXT NOT NULL CHECK (length(materials) BETWEEN 0 AND 400),
        room TEXT NOT NULL CHECK (length(room) BETWEEN 0 AND 200),
        short INTEGER CHECK (short BETWEEN 0 AND minutes),
        PRIMARY KEY (session_id, place),
        UNIQUE (session_id, item_id),
        FOREIGN KEY(session_id) REFERENCES session (id)
    ) STRICT
    """,
    """
    CREATE TABLE agenda_template (
        id TEXT NOT NULL CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        name_key TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (name_key)
    ) STRICT
    """,
    """
    CREATE TABLE template_item (
        template_id TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 39),
        item_id TEXT NOT NULL CHECK (length(item_id) = 36),
        kind TEXT NOT NULL
            CHECK (kind IN ('opening', 'topic', 'exercise', 'break', 'closing', 'other')),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 240),
        note TEXT NOT NULL CHECK (length(note) BETWEEN 0 AND 1000),
        leader TEXT NOT NULL CHECK (length(leader) BETWEEN 0 AND 80),
        materials TEXT NOT NULL CHECK (length(materials) BETWEEN 0 AND 400),
        room TEXT NOT NULL CHECK (length(room) BETWEEN 0 AND 200),
        short INTEGER CHECK (short BETWEEN 0 AND minutes),
        PRIMARY KEY (template_id, place),
        UNIQUE (template_id, item_id),
        FOREIGN KEY(template_id) REFERENCES agenda_template (id)
    ) STRICT
    """,
    """
    CREATE TABLE item_start (
        session_id TEXT NOT NULL,
        item_id TEXT NOT NULL CHECK (length(item_id) = 36),
        at TEXT NOT NULL
            CHECK (at IS strftime('%Y-%m-%dT%H:%M:%fZ', at)
                AND at BETWEEN '2000-01-01' AND '2101-01-01'),
        PRIMARY KEY (session_id, item_id),
        FOREIGN KEY(session_id) REFERENCES session (id)
    ) STRICT
    """,
    """
    CREATE TABLE session_clock (
        session_id TEXT NOT NULL,
        ended TEXT
            CHECK (ended IS strftime('%Y-%m-%dT%H:%M:%fZ', ended)
                AND ended BETWEEN '2000-01-01' AND '2101-01-01'),
        short INTEGER NOT NULL CHECK (short IN (0, 1)),
        PRIMARY KEY (session_id),
        FOREIGN KEY(session_id) REFERENCES session (id)
    ) STRICT
    """,
    """
    CREATE TABLE programme (
        id TEXT NOT NULL CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        name_key TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (name_key)
    ) STRICT
    """,
    """
    CREATE TABLE programme_topic (
        programme_id TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 39),
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 0 AND 80),
        PRIMARY KEY (programme_id, place),
        FOREIGN KEY(programme_id) REFERENCES programme (id)
    ) STRICT
    """,
    """
    CREATE TABLE own_topic (
        slug TEXT NOT NULL
            CHECK (length(slug) BETWEEN 1 AND 80 AND slug NOT GLOB '*[^a-z0-9-]*'),
        retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
        PRIMARY KEY (slug)
    ) STRICT
    """,
    """
    CREATE TABLE own_topic_words (
        slug TEXT NOT NULL,
        language TEXT NOT NULL CHECK (language IN ('da', 'en')),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
        summary TEXT NOT NULL CHECK (length(summary) BETWEEN 0 AND 300),
        PRIMARY KEY (slug, language),
        FOREIGN KEY(slug) REFERENCES own_topic (slug)
    ) STRICT
    """,
    """
    CREATE TABLE topic_agenda_item (
        slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 80),
        language TEXT NOT NULL CHECK (language IN ('da', 'en')),
        place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 39),
        item_id TEXT NOT NULL CHECK (length(item_id) = 36),
        kind TEXT NOT NULL
            CHECK (kind IN ('opening', 'topic', 'exercise', 'break', 'closing', 'other')),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 240),
        note TEXT NOT NULL CHECK (length(note) BETWEEN 0 AND 1000),
        leader TEXT NOT NULL CHECK (length(leader) BETWEEN 0 AND 80),
        materials TEXT NOT NULL CHECK (length(materials) BETWEEN 0 AND 400),
        room TEXT NOT NULL CHECK (length(room) BETWEEN 0 AND 200),
        short INTEGER CHECK (short BETWEEN 0 AND minutes),
        PRIMARY KEY (slug, language, place),
        UNIQUE (slug, language, item_id)
    ) STRICT
    """,
    """
    CREATE TABLE own_sheet (
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 80),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        sharing TEXT NOT NULL CHECK (sharing IN ('take_home', 'stays_here', 'facilitators')),
        retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
        PRIMARY KEY (topic, name)
    ) STRICT
    """,
    """
    CREATE TABLE text_version (
        id TEXT NOT NULL CHECK (length(id) = 36),
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 80),
        sheet TEXT NOT NULL CHECK (length(sheet) BETWEEN 1 AND 80),
        language TEXT NOT NULL
            CHECK (language IN ('da', 'en', 'ar', 'fa', 'so', 'ti', 'tr', 'uk')),
        number INTEGER NOT NULL CHECK (number >= 1),
        text TEXT NOT NULL CHECK (length(text) BETWEEN 0 AND 60000),
        state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'retired')),
        made TEXT NOT NULL
            CHECK (made IS strftime('%Y-%m-%dT%H:%M:%fZ', made)
                AND made BETWEEN '2000-01-01' AND '2101-01-01'),
        made_by TEXT NOT NULL,
        basis TEXT NOT NULL CHECK (length(basis) IN (0, 64)),
        translates TEXT NOT NULL CHECK (length(translates) IN (0, 64)),
        approved TEXT
            CHECK (approved IS strftime('%Y-%m-%dT%H:%M:%fZ', approved)
                AND approved BETWEEN '2000-01-01' AND '2101-01-01'),
        approved_by TEXT,
        PRIMARY KEY (id),
        CHECK ((approved IS NULL) = (approved_by IS NULL)),
        CHECK ((approved IS NULL) = (state = 'draft')),
        UNIQUE (topic, sheet, language, number),
        FOREIGN KEY(made_by) REFERENCES user (id),
        FOREIGN KEY(approved_by) REFERENCES user (id)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX one_draft ON text_version (topic, sheet, language) WHERE state = 'draft'
    """,
    """
    CREATE UNIQUE INDEX one_in_force ON text_version (topic, sheet, language)
    WHERE state = 'approved'
    """,
    """
    CREATE TABLE kept_text (
        digest TEXT NOT NULL CHECK (length(digest) = 64),
        text TEXT NOT NULL CHECK (length(text) BETWEEN 0 AND 60000),
        PRIMARY KEY (digest)
    ) STRICT
    """,
    """
    CREATE TABLE used_text (
        session_id TEXT NOT NULL,
        topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 80),
        sheet TEXT NOT NULL CHECK (length(sheet) BETWEEN 1 AND 80),
        language TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (session_id, topic, sheet, language),
        FOREIGN KEY(session_id) REFERENCES session (id),
        FOREIGN KEY(digest) REFERENCES kept_text (digest)
    ) STRICT
    """,
    """
    CREATE TABLE picture (
        name TEXT NOT NULL
            CHECK (length(name) BETWEEN 1 AND 80 AND name NOT GLOB '*[^a-z0-9-]*'),
        kind TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'svg')),
        width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 2000),
        height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 2000),
        data BLOB NOT NULL CHECK (length(data) BETWEEN 1 AND 4000000),
        PRIMARY KEY (name)
    ) STRICT
    """,
    """
    CREATE TABLE own_word (
        word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 80),
        PRIMARY KEY (word)
    ) STRICT
    """,
    """
    CREATE TABLE group_note (
        id TEXT NOT NULL CHECK (length(id) = 36),
        session_id TEXT NOT NULL,
        text BLOB NOT NULL CHECK (length(text) <= 100000),
        PRIMARY KEY (id),
        UNIQUE (session_id),
        FOREIGN KEY(session_id) REFERENCES session (id)
    ) STRICT
    """,
    """
    CREATE TABLE mark (
        id TEXT NOT NULL CHECK (length(id) = 36),
        session_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        status TEXT NOT NULL
            CHECK (status IN (
                'present', 'late', 'left_early',
                'absent_notice', 'absent_no_notice', 'not_invited'
            )),
        reason BLOB CHECK (length(reason) <= 2000),
        PRIMARY KEY (id),
        CHECK (reason IS NULL OR status = 'absent_notice'),
        UNIQUE (session_id, participant_id),
        FOREIGN KEY(session_id) REFERENCES session (id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX mark_by_participant ON mark (participant_id)
    """,
    """
    CREATE TABLE own_note (
        id TEXT NOT NULL CHECK (length(id) = 36),
        session_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        text BLOB NOT NULL CHECK (length(text) <= 100000),
        PRIMARY KEY (id),
        UNIQUE (session_id, participant_id),
        FOREIGN KEY(session_id) REFERENCES session (id),
        FOREIGN KEY(participant_id) REFERENCES participant (id)
    ) STRICT
    """,
    """
    CREATE INDEX own_note_by_participant ON own_note (participant_id)
    """,
    """
    CREATE VIEW roster AS
    SELECT session.id AS session_id, membership.participant_id AS participant_id
    FROM session JOIN membership ON membership.group_id = session.group_id
    WHERE session.cancelled = 0
        AND session.day BETWEEN membership.joined AND coalesce(membership.left_on, '9999-12-31')
    """,
    """
    CREATE VIEW stray AS
    SELECT session_id, participant_id FROM (
        SELECT session_id, participant_id FROM mark
        UNION ALL SELECT session_id, participant_id FROM own_note
    ) AS recorded
    WHERE NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = recorded.session_id
        AND roster.participant_id = recorded.participant_id
    )
    """,
    """
    CREATE TRIGGER mark_on_roster_made BEFORE INSERT ON mark
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER mark_on_roster_changed BEFORE UPDATE OF session_id, participant_id ON mark
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER own_note_on_roster_made BEFORE INSERT ON own_note
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER own_note_on_roster_changed
    BEFORE UPDATE OF session_id, participant_id ON own_note
    WHEN NOT EXISTS (
        SELECT 1 FROM roster WHERE roster.session_id = NEW.session_id
        AND roster.participant_id = NEW.participant_id
    )
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER membership_leaves_none_stray_changed
    AFTER UPDATE OF group_id, participant_id, joined, left_on ON membership
    WHEN EXISTS (SELECT 1 FROM stray WHERE stray.participant_id = OLD.participant_id)
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER membership_leaves_none_stray_removed AFTER DELETE ON membership
    WHEN EXISTS (SELECT 1 FROM stray WHERE stray.participant_id = OLD.participant_id)
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
    """
    CREATE TRIGGER session_leaves_none_stray_moved
    AFTER UPDATE OF group_id, day, cancelled ON session
    WHEN EXISTS (SELECT 1 FROM stray WHERE stray.session_id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'recorded outside a membership'); END
    """,
)


def upgrade(operations: Operations) -> None:
    """Make all tables, views and triggers in an empty database."""
    connection = operations.get_bind()
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
