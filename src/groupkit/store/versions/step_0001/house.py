"""The house, its help numbers, and what its upkeep remembers."""

from __future__ import annotations

STATEMENTS = (
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
        kept_looked TEXT
            CHECK (kept_looked IS date(kept_looked)
                AND kept_looked BETWEEN '2000-01-01' AND '2100-12-31'),
        PRIMARY KEY (id)
    ) STRICT
    """,
)
