"""SIGKILL at random moments while recording: what was acknowledged is there afterwards.

Power cuts are another matter: a killed process loses nothing that the system has taken over.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from uuid import UUID

import pytest
from recording_child import SESSIONS, WOMEN, Record, record

from groupkit.crypto.keyring import KeyRing, new_keyring
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session
from groupkit.store.files import journal_of
from groupkit.store.opening import create, open_store
from groupkit.store.unit_of_work import Work

KILLS = int(os.environ.get("GROUPKIT_KILLS", "200"))
MOST_RECORDS = 8
SECONDS_TO_OPEN, SECONDS_TO_RECORD = 0.03, 0.002
START, EVENING = dt.date(2027, 1, 13), dt.time(17, 0)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


class Recorder:
    """The child process that forks recorders for us."""

    def __init__(self, path: Path, keys: KeyRing) -> None:
        child = Path(__file__).with_name("recording_child.py")
        self._process = subprocess.Popen(
            [sys.executable, str(child), str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout
        self._tell(_raw(keys))

    def killed_while_recording(self, first: int, chosen: random.Random) -> int:
        """Let it record from ``first`` on, kill it; return the last number it acknowledged."""
        self._tell(b"%d\n" % first)
        recorder = int(self._line().removeprefix("recorder "))
        acknowledged = first - 1
        until = chosen.randint(0, MOST_RECORDS)
        for _ in range(until):
            acknowledged = int(self._line())
        _spin(chosen.uniform(0, SECONDS_TO_RECORD if until else SECONDS_TO_OPEN))
        os.kill(recorder, signal.SIGKILL)
        while (line := self._line()) != "gone":
            acknowledged = int(line)
        return acknowledged

    def end(self) -> None:
        """Close the pipe, at which the child process ends by itself."""
        self._to.close()
        self._from.close()
        self._process.wait()

    def _tell(self, words: bytes) -> None:
        self._to.write(words)
        self._to.flush()

    def _line(self) -> str:
        return self._from.readline().decode().strip()


@pytest.fixture
def keys() -> KeyRing:
    return new_keyring()


@pytest.fixture
def path(tmp_path: Path, keys: KeyRing) -> Path:
    """A store with four sessions and five women."""
    path = tmp_path / "store" / "store.db"
    group = Group(UUID(int=1), "Onsdag", Course(START, 14), EVENING, 120)
    store = create(path, keys, House("Huset"), "Anna Opdigtet")
    with store.work() as work:
        work.groups.add(group)
        work.sessions.add_all(
            Session(session, group.id, number, START + dt.timedelta(weeks=number), EVENING, 120)
            for number, session in enumerate(SESSIONS, 1)
        )
        work.members.add_all(
            Membership(woman, group.id, Participant(woman, "Aa", str(number)), START)
            for number, woman in enumerate(WOMEN, 1)
        )
        work.commit()
    store.close()
    return path


@pytest.fixture
def recorder(path: Path, keys: KeyRing) -> Iterator[Recorder]:
    started = Recorder(path, keys)
    yield started
    started.end()


def test_no_acknowledged_record_is_lost(path: Path, keys: KeyRing, recorder: Recorder) -> None:
    chosen = random.Random(20270113)  # noqa: S311
    expected: dict[tuple[str, UUID, UUID], Record] = {}
    following, acknowledged, cut_short = 0, 0, 0
    for _ in range(KILLS):
        last = recorder.killed_while_recording(following, chosen)
        for number in range(following, last + 1):
            expected[record(number).place] = record(number)
        acknowledged += last + 1 - following
        cut_short += journal_of(path).exists()
        # The next one may have been committed when the kill kept it from being acknowledged.
        in_flight = record(last + 1)
        store = open_store(path, keys)
        with store.work() as work:
            if _read(work, in_flight) == in_flight.value:
                expected[in_flight.place] = in_flight
            lost = [kept for kept in expected.values() if _read(work, kept) != kept.value]
        store.close()
        assert lost == []
        following = last + 2
    assert acknowledged > KILLS
    assert cut_short > 0, "no kill hit a commit"
    print(f"{KILLS} kills, {acknowledged} records, {cut_short} rolled back, none lost")  # noqa: T201


def _read(work: Work, wanted: Record) -> str | None:
    session, woman = wanted.session_id, wanted.participant_id
    if wanted.kind == "mark":
        marks = {mark.participant_id: mark for mark in work.attendance.of_session(session)}
        return marks[woman].status.value if woman in marks else None
    if wanted.kind == "note":
        return work.notes.of_women(session).get(woman)
    return (work.drafts.find(f"{session}/{woman}") or {}).get("text")


def _raw(keys: KeyRing) -> bytes:
    assert keys.people_key is not None
    assert keys.notes_key is not None
    assert keys.owner_key is not None
    shared = keys.store_key + keys.store_salt + keys.people_key + keys.notes_key + keys.owner_key
    return bytes(shared + keys.identity.seed) + keys.user_id.bytes


def _spin(seconds: float) -> None:
    # A sleep is too coarse to end inside a commit.
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass
