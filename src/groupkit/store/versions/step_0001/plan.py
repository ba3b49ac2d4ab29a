"""Groups, sessions, what is closed, programmes, the clock of a session."""

from __future__ import annotations

STATEMENTS = (
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
)
