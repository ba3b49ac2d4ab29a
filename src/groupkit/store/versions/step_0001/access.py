"""Who uses the store, whose hands sign, the change log, half-typed forms."""

from __future__ import annotations

STATEMENTS = (
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
                'unlocked', 'restored', 'copied', 'renewed', 'confirmed', 'erased'
            )),
        subject TEXT NOT NULL
            CHECK (subject IN (
                'store', 'house', 'group', 'session', 'agenda', 'participant', 'attendance',
                'group_note', 'own_note', 'user', 'keys', 'recovery_sheet', 'backup', 'log',
                'clock', 'calendar', 'programme', 'template',
                'topic', 'sheet', 'picture',
                'nomination', 'tie', 'profile', 'contact', 'consent', 'membership', 'care',
                'material', 'access_paper', 'retention', 'report'
            )),
        record TEXT CHECK (length(record) = 36),
        also TEXT CHECK (length(also) = 36),
        was TEXT
            CHECK (was IN (
                'present', 'late', 'left_early',
                'absent_notice', 'absent_no_notice', 'not_invited'
            )),
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
)
