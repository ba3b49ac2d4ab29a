"""Somebody who holds the store's key changes the log: a printed head finds it every time."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from drill_stores import OWNERS_OWN, TODAY, Keyhole, Sized, copy_of, furnish, made, put_down
from sqlalchemy import Connection, delete, insert, select

from groupkit.crypto import sidecar
from groupkit.crypto.hand import Hand
from groupkit.crypto.identity import new_identity
from groupkit.crypto.keyring import KeyRing
from groupkit.domain.change_log import Deed, Entry, Head, Subject
from groupkit.domain.roles import Rights, Role
from groupkit.store.change_log import BEGINNING, digest_of
from groupkit.store.connection import connect
from groupkit.store.engine import engine_over
from groupkit.store.files import digest_of as file_digest
from groupkit.store.log_check import check_log
from groupkit.store.tables import hand, log_entry
from groupkit.usecases.change_log import verify

INSIDERS_OWN = "pedagogens egen lange sætning"


@dataclass(frozen=True)
class Line:
    """A row of the log as the forger handles it."""

    entry: Entry
    hand: bytes
    digest: bytes
    signature: bytes

    @property
    def row(self) -> dict[str, Any]:
        """The line for the table."""
        rest = {k: v for k, v in vars(self).items() if k != "entry"}
        return {**vars(self.entry), "was": self.entry.was or None, **rest}


Lines = list[Line]
Hands = list[dict[str, Any]]


class Forger:
    """Has the store's key and a hand of her own, and changes lines with them."""

    def __init__(self, lines: Lines, hands: Hands, insider: KeyRing, chance: random.Random) -> None:
        self._lines, self._hands = lines, hands
        self._insider, self._chance = insider, chance
        self._stranger = new_identity()

    def forged(self, how: str) -> tuple[Lines, Hands]:
        """Return the log and the hands after one change of that kind."""
        while True:
            lines, hands = list(self._lines), [dict(each) for each in self._hands]
            lines = getattr(self, how)(lines, hands)
            if (lines, hands) != (self._lines, self._hands):
                return lines, hands

    def edit(self, lines: Lines, hands: Hands) -> Lines:
        """Change one field of one entry."""
        at = self._at(lines)
        lines[at] = replace(lines[at], entry=self._other(lines[at].entry))
        return lines

    def edit_and_chain(self, lines: Lines, hands: Hands) -> Lines:
        """The same, with the hashes made anew from there on."""
        return self._chained(self.edit(lines, hands))

    def edit_and_sign(self, lines: Lines, hands: Hands) -> Lines:
        """The same, signed by the forger's own hand under the others' names."""
        return self._signed(self.edit_and_chain(lines, hands), self._insider.signer)

    def edit_as_own(self, lines: Lines, hands: Hands) -> Lines:
        """The same under her own name: nothing is broken, only another log."""
        own = self._own(self.edit(lines, hands))
        return self._signed(self._chained(own), self._insider.signer)

    def delete(self, lines: Lines, hands: Hands) -> Lines:
        """Take an entry out."""
        del lines[self._at(lines)]
        return lines

    def delete_and_close(self, lines: Lines, hands: Hands) -> Lines:
        """Take an entry out and close the gap, all her own."""
        closed = self._own(self._numbered(self.delete(lines, hands)))
        return self._signed(self._chained(closed), self._insider.signer)

    def insert(self, lines: Lines, hands: Hands) -> Lines:
        """Put an entry in between, hashed and signed."""
        at = self._at(lines)
        lines.insert(at, replace(lines[at], entry=self._other(lines[at].entry)))
        return self._signed(self._chained(self._numbered(lines)), self._insider.signer)

    def reorder(self, lines: Lines, hands: Hands) -> Lines:
        """Let two entries change places."""
        one, two = self._chance.sample(range(len(lines)), 2)
        lines[one], lines[two] = lines[two], lines[one]
        lines = self._numbered(lines)
        return self._chained(lines) if self._chance.random() < 0.5 else lines

    def renumber(self, lines: Lines, hands: Hands) -> Lines:
        """Leave numbers out from somewhere on."""
        at, by = self._at(lines), self._chance.randint(1, 9)
        for place in range(at, len(lines)):
            moved = replace(lines[place].entry, number=lines[place].entry.number + by)
            lines[place] = replace(lines[place], entry=moved)
        return self._chained(lines) if self._chance.random() < 0.5 else lines

    def resign(self, lines: Lines, hands: Hands) -> Lines:
        """Sign an entry of somebody else by her own hand."""
        at = self._at(lines)
        signer = self._insider.signer
        if lines[at].hand == signer.public:
            return lines
        signature = signer.sign(lines[at].digest)
        lines[at] = replace(lines[at], hand=signer.public, signature=signature)
        return lines

    def truncate(self, lines: Lines, hands: Hands) -> Lines:
        """Cut the end off."""
        return lines[: self._at(lines)]

    def truncate_and_go_on(self, lines: Lines, hands: Hands) -> Lines:
        """Cut the end off and write as many entries of her own."""
        at = self._at(lines)
        new = [replace(line, entry=self._other(line.entry)) for line in lines[at:]]
        tail = self._own([*lines[:at], *new])[at:]
        return self._signed(self._chained([*lines[:at], *tail]), self._insider.signer, since=at)

    def swap_hands(self, lines: Lines, hands: Hands) -> Lines:
        """Say of two hands that each is the other's."""
        one, two = self._chance.sample(hands, 2)
        one["user_id"], two["user_id"] = two["user_id"], one["user_id"]
        return lines

    def swap_certificates(self, lines: Lines, hands: Hands) -> Lines:
        """Let two hands exchange the owners' words for them."""
        one, two = self._chance.sample(hands, 2)
        one["certificate"], two["certificate"] = two["certificate"], one["certificate"]
        return lines

    def strange_hand(self, lines: Lines, hands: Hands) -> Lines:
        """Give somebody a new hand, certified by nobody who may, and sign all of hers by it."""
        victim = self._chance.choice(hands)
        stranger = Hand(
            self._insider.store_id,
            self._stranger,
            self._insider.owners,
            bytearray(self._stranger.seed),
            b"",
        )
        public, owner = stranger.public, victim["user_id"]
        certificate = stranger.certificate(public, owner)
        hands.append({"public": public, "user_id": owner, "certificate": certificate})
        at = self._at(lines)
        lines[at] = replace(lines[at], entry=replace(lines[at].entry, user_id=owner, also=uuid4()))
        return self._signed(self._chained(lines), stranger, since=at)

    def _at(self, lines: Lines) -> int:
        return self._chance.randrange(len(lines))

    def _other(self, entry: Entry) -> Entry:
        users = {each["user_id"] for each in self._hands} - {entry.user_id}
        changes: list[dict[str, Any]] = [
            {"at": entry.at + dt.timedelta(milliseconds=self._chance.randint(1, 10**9))},
            {"user_id": self._chance.choice(sorted(users))},
            {"deed": self._chance.choice([deed for deed in Deed if deed != entry.deed])},
            {"subject": self._chance.choice([each for each in Subject if each != entry.subject])},
            {"record": None if entry.record else uuid4()},
            {"record": uuid4()},
            {"also": None if entry.also else uuid4()},
            {"record": entry.also, "also": entry.record or uuid4()},
        ]
        return replace(entry, **self._chance.choice(changes))

    def _own(self, lines: Lines) -> Lines:
        own = self._insider.user_id
        return [replace(line, entry=replace(line.entry, user_id=own)) for line in lines]

    def _numbered(self, lines: Lines) -> Lines:
        return [
            replace(line, entry=replace(line.entry, number=number))
            for number, line in enumerate(lines, 1)
        ]

    def _chained(self, lines: Lines) -> Lines:
        before, chained = BEGINNING, []
        for line in lines:
            before = digest_of(line.entry, before)
            chained.append(replace(line, digest=before))
        return chained

    def _signed(self, lines: Lines, signer: Hand, since: int = 0) -> Lines:
        return [
            replace(line, hand=signer.public, signature=signer.sign(line.digest))
            if place >= since and line.digest not in {old.digest for old in self._lines}
            else line
            for place, line in enumerate(lines)
        ]


KINDS = (
    "edit",
    "edit_and_chain",
    "edit_and_sign",
    "edit_as_own",
    "delete",
    "delete_and_close",
    "insert",
    "reorder",
    "renumber",
    "resign",
    "truncate",
    "truncate_and_go_on",
    "swap_hands",
    "swap_certificates",
    "strange_hand",
)


@pytest.fixture
def folder(tmp_path: Path, written: Path) -> Path:
    """A copy of the store, to be changed."""
    return copy_of(written, tmp_path / "arkiv")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, keyhole: Keyhole) -> Path:
    """A store whose log three people wrote, in turn."""
    folder = tmp_path_factory.mktemp("written") / "arkiv"
    store, _ = made(folder)
    furnish(store)
    for name, typed in (("Bo Pædagog", INSIDERS_OWN), ("Ca Koordinator", "koordinators sætning")):
        role = Role.PEDAGOGUE if typed == INSIDERS_OWN else Role.COORDINATOR
        store.access.add(OWNERS_OWN, name, Rights(frozenset({role})), typed, TODAY)
    store.close()
    for turn in range(12):
        typed = (OWNERS_OWN, INSIDERS_OWN, "koordinators sætning")[turn % 3]
        opened = keyhole.open(folder, typed)
        with opened.work() as work:
            for deed in (Deed.UNLOCKED, Deed.READ, Deed.PRINTED):
                work.log.note(deed, Subject.SESSION, UUID(int=turn + 1))
            work.commit()
        opened.close()
    return folder


def test_every_change_is_found_against_a_printed_head(
    folder: Path,
    keyhole: Keyhole,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    many, found = sized(1_000, 150), Counter[str]()
    without_head = 0
    with (
        keyhole.ring(folder) as owner,
        keyhole.ring(folder, INSIDERS_OWN) as insider,
        _log_of(folder, owner) as (connection, lines, hands),
    ):
        head = Head(lines[-1].entry.number, lines[-1].digest.hex())
        assert check_log(connection, owner, head).whole
        forger = Forger(lines, hands, insider, chance)
        for number in range(many):
            how = KINDS[number % len(KINDS)]
            _write(connection, *forger.forged(how))
            found[how] += not check_log(connection, owner, head).whole
            without_head += not check_log(connection, owner, None).whole
            _write(connection, lines, hands)
        assert check_log(connection, owner, head).whole
    wanted = Counter(KINDS[number % len(KINDS)] for number in range(many))
    figures(
        f"change log: {sum(found.values())} of {many} changes by who holds the store's key found"
        f" against a printed head ({without_head} without it)"
    )
    assert found == wanted


@pytest.mark.parametrize("how", KINDS)
def test_the_program_finds_it_in_a_store_that_was_sealed_again(
    folder: Path, keyhole: Keyhole, chance: random.Random, how: str
) -> None:
    store = keyhole.open(folder)
    with store.work() as work:
        head = work.log.head()
    put_down(store._hold)
    with keyhole.ring(folder) as owner, keyhole.ring(folder, INSIDERS_OWN) as insider:
        with closing(connect(folder / "store.db", owner)) as whole:
            written = whole.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = [sql for (sql,) in written.fetchall()]
        with _log_of(folder, owner) as (connection, lines, hands):
            _write(connection, *Forger(lines, hands, insider, chance).forged(how))
            for trigger in triggers:  # a store that lacks one is not opened at all
                connection.exec_driver_sql(trigger)
            connection.commit()
        sidecar.write_seal(folder, insider, file_digest(folder / "store.db"))
    again = keyhole.open(folder)
    typed = f"{head.number}  {' '.join(head.groups)}"
    assert not verify(again, typed).whole
    put_down(again._hold)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE log_entry SET at = 'i går' WHERE number = 3",
        "UPDATE log_entry SET record = 'x' WHERE number = 3",
        "UPDATE log_entry SET user_id = 'nobody' WHERE number = 3",
        "UPDATE log_entry SET deed = 'stolen' WHERE number = 3",
        "UPDATE log_entry SET digest = x'00' WHERE number = 3",
        "UPDATE log_entry SET signature = x'' WHERE number = 3",
        "UPDATE log_entry SET hand = x'01' WHERE number = 3",
        "UPDATE hand SET user_id = 'nobody'",
        "UPDATE hand SET public = x'02' WHERE rowid = 1",
        "UPDATE log_entry SET number = -3 WHERE number = 3",
        "UPDATE log_entry SET number = 9000000000000000000 WHERE number = 3",
    ],
)
def test_what_no_entry_can_hold_is_a_break_and_no_crash(
    folder: Path, keyhole: Keyhole, change: str
) -> None:
    with keyhole.ring(folder) as owner, _log_of(folder, owner) as (connection, lines, _):
        head = Head(lines[-1].entry.number, lines[-1].digest.hex())
        connection.exec_driver_sql(change)
        assert not check_log(connection, owner, head).whole


class _log_of:  # noqa: N801 - reads as a word
    """The log behind a connection without triggers, rules and foreign keys."""

    def __init__(self, folder: Path, keys: KeyRing) -> None:
        self._raw = connect(folder / "store.db", keys, foreign_keys=False)

    def __enter__(self) -> tuple[Connection, Lines, Hands]:
        self._raw.execute("PRAGMA ignore_check_constraints = ON")
        self._connection = engine_over(self._raw).connect()
        for name in _triggers(self._connection):
            self._connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        lines = [
            Line(
                Entry(
                    row.number,
                    row.at,
                    row.user_id,
                    Deed(row.deed),
                    Subject(row.subject),
                    row.record,
                    row.also,
                    row.was or "",
                ),
                row.hand,
                row.digest,
                row.signature,
            )
            for row in self._connection.execute(select(log_entry).order_by(log_entry.c.number))
        ]
        hands = [dict(row._mapping) for row in self._connection.execute(select(hand))]
        return self._connection, lines, hands

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        with closing(self._raw):
            pass


def _triggers(connection: Connection) -> Iterator[str]:
    question = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    yield from connection.exec_driver_sql(question).scalars().all()


def _write(connection: Connection, lines: Lines, hands: Hands) -> None:
    connection.execute(delete(log_entry))
    connection.execute(delete(hand))
    connection.execute(insert(hand), hands)
    if lines:
        connection.execute(insert(log_entry), [line.row for line in lines])
