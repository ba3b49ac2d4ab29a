"""Giving access and taking it away, at a store with two people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain import refusal as no
from groupkit.domain.house import House
from groupkit.domain.refusal import Refused
from groupkit.domain.roles import Part, Rights, Role
from groupkit.usecases.access import (
    NewPassphrase,
    add_person,
    change_own_passphrase,
    change_rights,
    new_recovery_sheet,
    people,
    remove_person,
    renew_keys,
    reset_passphrase,
    rights,
)
from groupkit.usecases.changes import Kind
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.unlock import people_on_sheet
from groupkit.usecases.upkeep import care, sheet_found, upkeep
from groupkit.wiring.vault import StoreVault

PASSPHRASE, HERS, FRESH = (
    "lampe gravko fjord syltet",
    "kedel månestof ribs trappe",
    "vindue sukkertang elv kniv",
)
TODAY = dt.date(2027, 1, 13)
NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
FACILITATOR = Rights(frozenset({Role.FACILITATOR}))
PEDAGOGUE = Rights(frozenset({Role.PEDAGOGUE}))


class Laptop:
    """A store of Anna's, to which Bo has access."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.vault = folder, StoreVault(CHEAPEST, lambda: NOON)
        self.store: OpenStore
        self.store, words = self.vault.create(folder, PASSPHRASE, House("Huset"), "Anna Opdigtet")
        self.sheet = " ".join(words)
        self.anna = self.store.user.id
        self.bo = self.give("Bo Påfund", FACILITATOR, HERS)

    def give(self, name: str, wanted: Rights, passphrase: str) -> UUID:
        typed = NewPassphrase(passphrase, passphrase)
        return add_person(self.store, PASSPHRASE, name, wanted, typed, TODAY).value.id

    def opens(self, passphrase: str) -> str:
        """Close the store and open it by ``passphrase``; return whose it is."""
        self.store.close()
        self.store = self.vault.open(self.folder, passphrase)
        return self.store.user.name

    def people_on(self, sheet: str) -> list[str]:
        self.store.close()
        return [person.name for person in people_on_sheet(self.vault, self.folder, sheet)]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "arkiv")
    yield made
    made.store.close()


def refusal_of(deed: Callable[[], object]) -> no.Refusal:
    with pytest.raises(Refused) as refused:
        deed()
    return refused.value.refusal


def test_everybody_has_a_passphrase_of_her_own(laptop: Laptop) -> None:
    assert [person.name for person in people(laptop.store)] == ["Anna Opdigtet", "Bo Påfund"]
    assert laptop.opens(HERS) == "Bo Påfund"
    assert laptop.opens(PASSPHRASE) == "Anna Opdigtet"


@pytest.mark.parametrize(
    ("own", "name", "passphrase", "again", "expected"),
    [
        (HERS, "Carla", FRESH, FRESH, no.WrongPassphrase()),
        (PASSPHRASE, "Carla", FRESH, HERS, no.PassphrasesDiffer()),
        (PASSPHRASE, "Carla", HERS, HERS, no.PassphraseTaken()),
        (PASSPHRASE, "bo påfund", FRESH, FRESH, no.UserNameTaken("bo påfund")),
        (PASSPHRASE, " ", FRESH, FRESH, no.TextEmpty(no.Field.USER)),
        (PASSPHRASE, "Carla", "kort", "kort", no.PassphraseTooShort(4, 15)),
        (
            PASSPHRASE,
            "Carla Digt",
            "carla digt carla",
            "carla digt carla",
            no.PassphraseTooCommon(),
        ),
    ],
)
def test_a_refused_adding_adds_nobody(
    laptop: Laptop, own: str, name: str, passphrase: str, again: str, expected: no.Refusal
) -> None:
    typed = NewPassphrase(passphrase, again)
    said = refusal_of(lambda: add_person(laptop.store, own, name, PEDAGOGUE, typed, TODAY))
    assert said == expected
    assert len(people(laptop.store)) == 2


def test_only_owners_give_access_but_everybody_changes_her_own_passphrase(laptop: Laptop) -> None:
    laptop.opens(HERS)
    typed = NewPassphrase(FRESH, FRESH)
    deeds: list[Callable[[], object]] = [
        lambda: add_person(laptop.store, HERS, "Carla", PEDAGOGUE, typed, TODAY),
        lambda: change_rights(laptop.store, HERS, laptop.bo, rights(Role, owner=True)),
        lambda: remove_person(laptop.store, HERS, laptop.anna, TODAY),
        lambda: reset_passphrase(laptop.store, HERS, laptop.anna, typed),
        lambda: new_recovery_sheet(laptop.store, HERS),
        lambda: renew_keys(laptop.store, HERS),
    ]
    for deed in deeds:
        assert refusal_of(deed) == no.NotForYourRole(Part.ACCESS)
    change_own_passphrase(laptop.store, HERS, typed)
    assert laptop.opens(FRESH) == "Bo Påfund"
    assert refusal_of(lambda: laptop.opens(HERS)) == no.WrongPassphrase()


def test_who_is_removed_opens_nothing_and_the_sheet_is_new(laptop: Laptop) -> None:
    removed = remove_person(laptop.store, PASSPHRASE, laptop.bo, TODAY)
    assert removed.changes.touches(Kind.ACCESS)
    assert len(removed.value) == 16
    assert refusal_of(lambda: laptop.opens(HERS)) == no.WrongPassphrase()
    assert refusal_of(lambda: laptop.people_on(laptop.sheet)) == no.WrongRecoverySheet()
    assert laptop.people_on(" ".join(removed.value)) == ["Anna Opdigtet"]
    assert laptop.opens(PASSPHRASE) == "Anna Opdigtet"


def test_nobody_removes_herself_and_an_owner_is_left(laptop: Laptop) -> None:
    store, anna = laptop.store, laptop.anna
    alone = refusal_of(lambda: remove_person(store, PASSPHRASE, anna, TODAY))
    assert alone == no.RemovingYourself()
    last = refusal_of(lambda: change_rights(store, PASSPHRASE, anna, FACILITATOR))
    assert last == no.LastOwner("Anna Opdigtet")
    assert laptop.people_on(laptop.sheet) == ["Anna Opdigtet", "Bo Påfund"]


def test_only_losing_a_role_renews_the_keys(laptop: Laptop) -> None:
    owner = rights([Role.FACILITATOR], owner=True)
    assert change_rights(laptop.store, PASSPHRASE, laptop.bo, owner).value == ()
    words = change_rights(laptop.store, PASSPHRASE, laptop.bo, PEDAGOGUE).value
    assert len(words) == 16
    laptop.opens(HERS)
    assert not any(laptop.store.may(part) for part in Part)
    assert laptop.people_on(" ".join(words)) == ["Anna Opdigtet", "Bo Påfund"]


def test_a_forgotten_passphrase_is_replaced_by_an_owner(laptop: Laptop) -> None:
    reset_passphrase(laptop.store, PASSPHRASE, laptop.bo, NewPassphrase(FRESH, FRESH))
    assert laptop.opens(FRESH) == "Bo Påfund"
    assert refusal_of(lambda: laptop.opens(HERS)) == no.WrongPassphrase()


@pytest.mark.parametrize("way", ["sheet", "renewal"])
def test_a_new_sheet_is_asked_for_until_somebody_keeps_it(laptop: Laptop, way: str) -> None:
    store = laptop.store
    assert upkeep(store).sheet_is_kept
    if way == "sheet":
        words = new_recovery_sheet(store, PASSPHRASE).value
    else:
        words = renew_keys(store, PASSPHRASE).value
    asked = care(store, TODAY)
    assert asked.asks_for_sheet
    assert asked.sheet_not_kept
    sheet_found(store, TODAY)
    assert not care(store, TODAY).asks_for_sheet
    assert upkeep(store).sheet_is_kept
    assert laptop.people_on(" ".join(words)) == ["Anna Opdigtet", "Bo Påfund"]


def test_an_owner_is_a_facilitator_and_everybody_has_a_role() -> None:
    assert refusal_of(lambda: rights([], owner=False)) == no.RoleMissing()
    assert refusal_of(lambda: rights([Role.PEDAGOGUE], owner=True)) == no.OwnerNeedsAllKeys()


def test_passphrases_do_not_show_in_what_python_prints() -> None:
    assert PASSPHRASE not in repr(NewPassphrase(PASSPHRASE, PASSPHRASE))
