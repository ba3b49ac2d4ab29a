"""How the house counts, reports kept by name, and counts of women who were erased."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE completion_rule (
        id INTEGER NOT NULL CHECK (id = 1),
        least TEXT NOT NULL CHECK (least IN ('1/2', '3/5', '2/3', '3/4', '4/5', '1/1')),
        to_the_end INTEGER NOT NULL CHECK (to_the_end IN (0, 1)),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE layout (
        id TEXT NOT NULL CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
        about TEXT NOT NULL CHECK (about IN ('session', 'group', 'period', 'year')),
        audience TEXT NOT NULL CHECK (audience IN ('team', 'house', 'outside')),
        unit TEXT NOT NULL CHECK (unit IN ('quarter', 'half', 'year', 'own')),
        own_first TEXT
            CHECK (own_first IS date(own_first)
                AND own_first BETWEEN '2000-01-01' AND '2100-12-31'),
        own_last TEXT
            CHECK (own_last IS date(own_last) AND own_last BETWEEN '2000-01-01' AND '2100-12-31'),
        by_alias INTEGER NOT NULL CHECK (by_alias IN (0, 1)),
        PRIMARY KEY (id),
        CHECK ((unit = 'own') = (own_first IS NOT NULL)),
        CHECK ((own_first IS NULL) = (own_last IS NULL)),
        CHECK (own_last >= own_first),
        CHECK (audience <> 'outside'
            OR (about IN ('period', 'year') AND unit IN ('quarter', 'year')))
    ) STRICT
    """,
    """
    CREATE TABLE published (
        id TEXT NOT NULL CHECK (length(id) = 36),
        year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        fields BLOB NOT NULL CHECK (length(fields) <= 1000000),
        PRIMARY KEY (id),
        UNIQUE (year)
    ) STRICT
    """,
    """
    CREATE TABLE need_tally (
        id TEXT NOT NULL CHECK (length(id) = 36),
        woman TEXT NOT NULL CHECK (length(woman) = 36),
        year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
        language TEXT NOT NULL CHECK (length(language) BETWEEN 0 AND 80),
        interpreter INTEGER NOT NULL CHECK (interpreter IN (0, 1)),
        children TEXT NOT NULL CHECK (children IN ('yes', 'no', 'unknown')),
        to_2 INTEGER NOT NULL CHECK (to_2 IN (0, 1)),
        to_5 INTEGER NOT NULL CHECK (to_5 IN (0, 1)),
        to_12 INTEGER NOT NULL CHECK (to_12 IN (0, 1)),
        to_17 INTEGER NOT NULL CHECK (to_17 IN (0, 1)),
        grown INTEGER NOT NULL CHECK (grown IN (0, 1)),
        PRIMARY KEY (id)
    ) WITHOUT ROWID, STRICT
    """,
)
