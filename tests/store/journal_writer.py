"""A process that writes to a store's database and dies of it; ``test_journal`` starts it.

Arguments: how it dies, the database file; the database's key comes in the first line of its input.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

from groupkit.store.connection import connect

ROW_BYTES = 900


class Given:
    """The key as it was handed over."""

    def __init__(self, spec: str) -> None:
        self._spec = spec.strip().encode()

    def spec(self) -> bytearray:
        return bytearray(self._spec)


def content(connection: Any) -> str:
    """Return one digest over every row of every table."""
    taken = hashlib.sha256()
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (name,) in names.fetchall():
        rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
        taken.update(repr((name, rows)).encode())
    return taken.hexdigest()


def die_in_commit(connection: Any, path: Path) -> None:
    """Be killed by the system at the first page that would make the file longer."""
    import resource

    _change(connection, "1")
    _say("kept " + content(connection))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size,) * 2)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE filler SET text = randomblob(900) WHERE rowid % 9 = 0")
    connection.executemany("INSERT INTO filler VALUES (randomblob(?))", [(ROW_BYTES,)] * 20)
    connection.execute("COMMIT")


def die_before_syncing(connection: Any, _path: Path) -> None:
    """Be killed in a change that has a journal and has not touched the database."""
    _change(connection, "1")
    _say("kept " + content(connection))
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE filler SET text = randomblob(900)")
    os.kill(os.getpid(), signal.SIGKILL)


def die_with_parts(connection: Any, _path: Path) -> None:
    """Be killed in a change too large for the memory, whose journal has several parts."""
    _say("kept " + content(connection))
    connection.execute("PRAGMA cache_spill = 5")
    connection.execute("PRAGMA cache_size = 8")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE filler SET text = randomblob(900)")
    os.kill(os.getpid(), signal.SIGKILL)


def go_on(connection: Any, _path: Path) -> None:
    """Make one change after the other, saying so before and after, until somebody kills us."""
    chosen = random.Random(os.getpid())  # noqa: S311
    while True:
        if chosen.random() < 0.3:
            connection.execute(f"PRAGMA cache_size = {chosen.choice([8, 20, -65536])}")
            connection.execute("PRAGMA cache_spill = 5")
        rule = f"rowid % {chosen.randint(1, 20)} = 0"
        connection.execute("BEGIN IMMEDIATE")
        _write(connection, rule, chosen.randint(0, 12))
        _say("next " + content(connection))
        if chosen.random() < 0.2:
            connection.execute("ROLLBACK")
            continue
        connection.execute("COMMIT")
        _say("kept")


def _change(connection: Any, rule: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    _write(connection, rule, 3)
    connection.execute("COMMIT")


def _write(connection: Any, rule: str, more: int) -> None:
    connection.execute(f"UPDATE filler SET text = randomblob({ROW_BYTES}) WHERE {rule}")  # noqa: S608
    connection.execute(
        "DELETE FROM filler WHERE rowid IN (SELECT rowid FROM filler ORDER BY random() LIMIT ?)",
        (more,),
    )
    rows = [(ROW_BYTES,)] * more
    connection.executemany("INSERT INTO filler VALUES (randomblob(?))", rows)


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201


HOW = {deed.__name__: deed for deed in (die_in_commit, die_before_syncing, die_with_parts, go_on)}

if __name__ == "__main__":
    database = Path(sys.argv[2])
    given = Given(sys.stdin.readline())
    if sys.argv[1] == "go_on":
        _say("begun")
    keyed: Any = connect(database, given)
    HOW[sys.argv[1]](keyed, database)
