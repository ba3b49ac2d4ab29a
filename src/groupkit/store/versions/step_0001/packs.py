"""The key that signs material packs, and the makers of others that are known."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE pack_key (
        id INTEGER NOT NULL CHECK (id = 1),
        seed BLOB NOT NULL CHECK (length(seed) = 32),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE known_maker (
        public BLOB NOT NULL CHECK (length(public) = 32),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 0 AND 80),
        accepted TEXT NOT NULL
            CHECK (accepted IS strftime('%Y-%m-%dT%H:%M:%fZ', accepted)
                AND accepted BETWEEN '2000-01-01' AND '2101-01-01'),
        accepted_by TEXT NOT NULL,
        PRIMARY KEY (public),
        FOREIGN KEY(accepted_by) REFERENCES user (id)
    ) STRICT
    """,
)
