"""A journal left by a crash: rolled back exactly, or told as damage; never half of it unseen."""

from __future__ import annotations

import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from journal_writer import ROW_BYTES, content
from store_samples import bytes_of

from groupkit.crypto.keyring import KeyRing
from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.store.connection import connect
from groupkit.store.examination import faults
from groupkit.store.files import digest_of, journal_of
from groupkit.store.journal import Journal, state_of, unfinished
from groupkit.store.opened import Store
from groupkit.store.opening import open_store

EVERY = int(os.environ.get("GROUPKIT_JOURNAL_STEP", "499"))
"""Every how many bytes inside pages one is flipped; 1 for all. All others are always flipped."""
KILLS = int(os.environ.get("GROUPKIT_JOURNAL_KILLS", "60"))
SECTOR, RECORD, PAGE = 512, 4104, 4096

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGXFSZ"), reason="needs signals for files too large"
)


@dataclass(frozen=True)
class Crashed:
    """A store whose writer was killed; what it held when it committed last."""

    path: Path
    keys: KeyRing
    opened_from: bytes
    kept: str
    database: bytes
    journal: bytes

    def with_journal(self, journal: bytes | None) -> str:
        """Put ``journal`` in place and open the store; return what became of it.

        'refused' or 'harmless'; 'silent' when other than the committed rows would be shown.
        """
        self.path.write_bytes(self.database)
        journal_of(self.path).unlink(missing_ok=True)
        if journal is not None:
            journal_of(self.path).write_bytes(journal)
        before = bytes_of(self.path.parent)
        try:
            open_store(self.path, self.keys, opened_from=self.opened_from).close()
        except Refused as no:
            assert bytes_of(self.path.parent) == before
            return "refused" if isinstance(no.refusal, StoreDamaged) else str(no.refusal)
        with closing(connect(self.path, self.keys)) as connection:
            return "harmless" if content(connection) == self.kept else "silent"


@pytest.fixture
def ready(store: Store, path: Path, keys: KeyRing) -> Path:
    """A closed store with a table of a hundred rows that don't fit into few pages."""
    store.close()
    with closing(connect(path, keys)) as connection:
        connection.execute("CREATE TABLE filler (text BLOB)")
        rows = [(ROW_BYTES,)] * 100
        connection.executemany("INSERT INTO filler VALUES (randomblob(?))", rows)
    return path


Crash = Callable[[str], Crashed]


@pytest.fixture
def crash(ready: Path, keys: KeyRing) -> Crash:
    def crashing(how: str) -> Crashed:
        opened_from = digest_of(ready)
        with writing(how, ready, keys) as writer:
            said, _ = writer.communicate()
        assert writer.returncode in (-signal.SIGXFSZ, -signal.SIGKILL)
        return Crashed(
            ready,
            keys,
            opened_from,
            said.split()[1],
            ready.read_bytes(),
            journal_of(ready).read_bytes(),
        )

    return crashing


def writing(how: str, path: Path, keys: KeyRing) -> subprocess.Popen[str]:
    child = Path(__file__).with_name("journal_writer.py")
    writer = subprocess.Popen(
        [sys.executable, str(child), how, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdin is not None
    writer.stdin.write(keys.spec().decode() + "\n")
    writer.stdin.flush()
    return writer


def of(path: Path) -> Journal:
    return state_of(journal_of(path), path)


def is_refused(path: Path, opened_from: bytes | None, *, closed_whole: bool = False) -> bool:
    try:
        unfinished(path, opened_from, closed_whole=closed_whole)
    except Refused as refused:
        return refused.refusal == StoreDamaged(1)
    return False


def flips(journal: bytes, places: Iterable[int]) -> Iterable[bytes]:
    chosen = random.Random(20270113)  # noqa: S311
    for place in places:
        changed = bytearray(journal)
        changed[place] ^= 1 << chosen.randrange(8)
        yield bytes(changed)


def is_chosen(place: int, journal: bytes) -> bool:
    """Whether a bit is flipped here: in every header and checksum, and in some of the pages."""
    inside = (place - SECTOR) % RECORD if place >= SECTOR else 0
    # Behind the records of the first part there may only be what an older change left.
    is_first = place < SECTOR + struct.unpack_from(">I", journal, 8)[0] * RECORD
    return (is_first and (inside < 4 or inside >= 4 + PAGE or not place % EVERY)) or not place % 509


def outcomes(crashed: Crashed, journals: Iterable[bytes]) -> Counter[str]:
    return Counter(crashed.with_journal(journal) for journal in journals)


def told(what: str, outcome: Counter[str]) -> None:
    numbers = ", ".join(f"{number} {word}" for word, number in sorted(outcome.items()))
    print(f"{what}: {numbers}")  # noqa: T201


def test_the_states_of_a_session(ready: Path, keys: KeyRing) -> None:
    assert of(ready) is Journal.ABSENT
    connection = connect(ready, keys)
    assert of(ready) is Journal.ABSENT
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE filler SET text = 'x'")
    assert of(ready) is Journal.UNSYNCED
    connection.execute("ROLLBACK")
    assert of(ready) is Journal.COMMITTED
    connection.execute("UPDATE filler SET text = 'y' WHERE rowid = 1")
    assert of(ready) is Journal.COMMITTED
    connection.close()


def test_a_change_killed_in_its_commit_is_rolled_back(crash: Crash) -> None:
    crashed = crash("die_in_commit")
    assert of(crashed.path) is Journal.HOT
    records = struct.unpack_from(">I", crashed.journal, 8)[0]
    assert len(crashed.journal) > SECTOR + records * RECORD, "nothing older behind the records"
    assert crashed.with_journal(crashed.journal) == "harmless"


def test_a_change_killed_in_parts_is_rolled_back(crash: Crash) -> None:
    crashed = crash("die_with_parts")
    assert of(crashed.path) is Journal.HOT
    assert crashed.with_journal(crashed.journal) == "harmless"


def test_a_change_killed_before_it_reached_the_database(crash: Crash) -> None:
    crashed = crash("die_before_syncing")
    assert of(crashed.path) is Journal.UNSYNCED
    assert crashed.with_journal(crashed.journal) == "harmless"


def test_every_other_check_would_pass(crash: Crash) -> None:
    crashed = crash("die_with_parts")
    changed = bytearray(crashed.journal)
    changed[SECTOR + RECORD - 1] ^= 1
    journal_of(crashed.path).write_bytes(changed)
    assert of(crashed.path) is Journal.DAMAGED
    with closing(connect(crashed.path, crashed.keys)) as connection:
        assert faults(connection, crashed.path) == 0
        assert content(connection) != crashed.kept


def test_a_journal_taken_away_or_emptied(crash: Crash) -> None:
    crashed = crash("die_in_commit")
    assert crashed.with_journal(None) == "refused"
    assert crashed.with_journal(b"") == "refused"


def test_no_journal_where_nothing_was_written(ready: Path) -> None:
    digest = digest_of(ready)
    assert unfinished(ready, digest) is Journal.ABSENT
    assert unfinished(ready, None) is Journal.ABSENT
    assert is_refused(ready, bytes(32))
    journal_of(ready).touch()
    assert unfinished(ready, digest) is Journal.EMPTY
    assert is_refused(ready, bytes(32))


def test_a_journal_of_elsewhere_beside_a_store_closed_whole(crash: Crash) -> None:
    crashed = crash("die_in_commit")
    assert is_refused(crashed.path, None, closed_whole=True)
    assert not is_refused(crashed.path, None)


def test_a_link_or_a_folder_is_no_journal(ready: Path) -> None:
    journal_of(ready).symlink_to("nowhere")
    assert of(ready) is Journal.DAMAGED
    journal_of(ready).unlink()
    journal_of(ready).mkdir()
    assert of(ready) is Journal.DAMAGED


def test_a_link_to_nowhere_in_the_place_of_a_log(ready: Path, keys: KeyRing) -> None:
    ready.with_name("store.db-wal").symlink_to("nowhere")
    with pytest.raises(Refused) as caught:
        open_store(ready, keys)
    assert caught.value.refusal == StoreDamaged(1)


def test_a_first_page_rolled_back_to_another_beginning(crash: Crash) -> None:
    crashed = crash("die_in_commit")
    place = next(
        place
        for place in range(SECTOR, len(crashed.journal), RECORD)
        if crashed.journal[place : place + 4] == b"\0\0\0\1"
    )
    changed = flips(crashed.journal, range(place + 4, place + 4 + 16))
    assert outcomes(crashed, changed) == {"refused": 16}


@pytest.mark.parametrize("how", ["die_in_commit", "die_with_parts"])
def test_every_flipped_bit_shows_or_does_nothing(crash: Crash, how: str) -> None:
    crashed = crash(how)
    places = [place for place in range(len(crashed.journal)) if is_chosen(place, crashed.journal)]
    outcome = outcomes(crashed, flips(crashed.journal, places))
    told(f"{how}, {len(places)} of {len(crashed.journal)} bytes flipped", outcome)
    assert outcome["refused"] > 0
    assert set(outcome) <= {"refused", "harmless"}


def test_every_flipped_bit_in_the_headers_of_parts(crash: Crash) -> None:
    crashed = crash("die_with_parts")
    sizes = struct.pack(">II", SECTOR, PAGE)
    headers = [
        place
        for place in range(0, len(crashed.journal), SECTOR)
        if crashed.journal[place + 20 : place + 28] == sizes
    ]
    assert len(headers) > 2
    places = [place + byte for place in headers for byte in range(28)]
    outcome = outcomes(crashed, flips(crashed.journal, places))
    told(f"{len(headers)} headers, {len(places)} bytes flipped", outcome)
    assert set(outcome) <= {"refused", "harmless"}


def test_a_journal_cut_short_shows_or_does_nothing(crash: Crash) -> None:
    crashed = crash("die_in_commit")
    length = len(crashed.journal)
    outcome = outcomes(crashed, (crashed.journal[: length * part // 200] for part in range(200)))
    told("cut at 200 lengths", outcome)
    assert outcome["refused"] > 0
    assert set(outcome) <= {"refused", "harmless"}


def test_no_killed_writer_leaves_what_counts_as_damage(
    ready: Path, keys: KeyRing, tmp_path: Path
) -> None:
    chosen = random.Random(20270113)  # noqa: S311
    found: Counter[str] = Counter()
    opened_from = digest_of(ready)
    kept = following = content_of(ready, keys, opened_from, tmp_path)
    for _ in range(KILLS):
        with writing("go_on", ready, keys) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "begun\n"
            # Half of them while opening, which rolls back what the one before has left.
            _wait(chosen.uniform(0, chosen.choice([0.005, 0.15])))
            writer.kill()
            for line in writer.stdout:
                word, _, value = line.strip().partition(" ")
                if word == "next":
                    following = value
                elif word == "kept":
                    kept = following
        assert writer.returncode == -signal.SIGKILL, "the writer failed by itself"
        found[of(ready).name] += 1
        shown = content_of(ready, keys, opened_from, tmp_path)
        assert shown in (kept, following)
        kept = following = shown
    told(f"{KILLS} kills", found)
    assert found["HOT"] > 0
    assert found["DAMAGED"] == 0


def content_of(path: Path, keys: KeyRing, opened_from: bytes, tmp_path: Path) -> str:
    """Return what is shown when the store is opened; it is opened on a copy."""
    copy = tmp_path / "copy" / "store.db"
    shutil.rmtree(copy.parent, ignore_errors=True)
    shutil.copytree(path.parent, copy.parent)
    open_store(copy, keys, opened_from=opened_from).close()
    with closing(connect(copy, keys)) as connection:
        return content(connection)


def _wait(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass
