"""One writer: who holds a store is said, and what a crash leaves behind holds nothing."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupkit.domain.refusal import Holder, Refusal, Refused, StoreInUse
from groupkit.store.lock import StoreLock

HOLDING = """
import sys
from pathlib import Path
from groupkit.store.lock import StoreLock
lock = StoreLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
lock.release()
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def another(database: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until its input ends."""
    command = [sys.executable, "-c", HOLDING, str(database)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def refusal_of(database: Path) -> Refusal:
    with pytest.raises(Refused) as caught:
        StoreLock(database)
    return caught.value.refusal


def test_another_process_is_named(another: subprocess.Popen[str], database: Path) -> None:
    refusal = refusal_of(database)
    assert isinstance(refusal, StoreInUse)
    holder = refusal.holder
    assert holder is not None
    assert (holder.host, holder.login) == (socket.gethostname(), getpass.getuser())
    assert holder.is_here
    assert abs(dt.datetime.now(dt.UTC) - holder.since) < dt.timedelta(minutes=1)
    signed = json.loads(database.with_name("store.db.lock").read_text("ascii"))
    assert set(signed) == {"host", "login", "pid", "since"}
    assert signed["pid"] == another.pid


def test_a_killed_process_holds_nothing(another: subprocess.Popen[str], database: Path) -> None:
    assert isinstance(refusal_of(database), StoreInUse)
    another.kill()
    another.wait()
    left = database.with_name("store.db.lock")
    assert left.exists()
    lock = StoreLock(database)
    assert json.loads(left.read_text("ascii"))["pid"] == os.getpid()
    lock.release()
    assert not left.exists()


def test_an_ended_process_leaves_nothing(another: subprocess.Popen[str], database: Path) -> None:
    another.communicate()
    assert not database.with_name("store.db.lock").exists()
    StoreLock(database).release()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\x00",
        b'{"host": "a", "login": "b"}',
        b'{"host": "a", "login": "b", "since": 3}',
        b'{"host": "a", "login": "b", "since": "yesterday"}',
        b'{"host": "a\\n", "login": "b", "since": "2027-01-13T17:30:00+00:00"}',
        b'{"host": "a", "login": "b", "since": "0001-01-01T00:00:00+14:00"}',
        b"[" * 100_000,
        b'{"host": "' + b"a" * 100_000,
    ],
)
def test_what_cannot_be_read_names_nobody(database: Path, content: bytes) -> None:
    lock = StoreLock(database)
    database.with_name("store.db.lock").write_bytes(content)
    assert refusal_of(database) == StoreInUse(None)
    lock.release()


def test_another_computer_is_told_apart(database: Path) -> None:
    lock = StoreLock(database)
    since = dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)
    signed = {"host": "laptop-2.example", "login": "vagt", "pid": 7, "since": since.isoformat()}
    database.with_name("store.db.lock").write_text(json.dumps(signed))
    assert refusal_of(database) == StoreInUse(Holder("laptop-2.example", "vagt", since, False))
    lock.release()


def test_a_longer_signature_left_behind_is_replaced_whole(database: Path) -> None:
    left = database.with_name("store.db.lock")
    left.write_bytes(b"x" * 5_000)
    lock = StoreLock(database)
    assert json.loads(left.read_bytes())["pid"] == os.getpid()
    lock.release()
