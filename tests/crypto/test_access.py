"""Who is given which keys, and what somebody who edits the sidecar does not gain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain, combinations
from pathlib import Path
from uuid import uuid4

import pytest

from groupkit.crypto import access, sidecar
from groupkit.crypto.derive import CHEAPEST
from groupkit.crypto.identity import new_identity, owner_public
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.lineage import Succession, leads, succession
from groupkit.crypto.secrets import random_buffer
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.crypto.slots import Slot, slot_for
from groupkit.domain.refusal import (
    KeysDamaged,
    NotForYourRole,
    PassphraseTaken,
    Refused,
    WrongPassphrase,
    WrongRecoverySheet,
)
from groupkit.domain.roles import ALL_RIGHTS, Part, Rights, Role

ANNAS, PIAS, FRESH = (
    "lampe gravko fjord syltet",
    "kedel månestof ribs trappe",
    "vindue sukkertang elv kniv",
)
PEDAGOGUE = Rights(frozenset({Role.PEDAGOGUE}))
EVERY_RIGHTS = [
    *(
        Rights(frozenset(roles))
        for roles in chain.from_iterable(combinations(Role, many) for many in (1, 2, 3))
    ),
    ALL_RIGHTS,
]


@dataclass(frozen=True)
class Two:
    """Keys that Anna, who made them, and the pedagogue Pia open."""

    anna: KeyRing
    keys: Sidecar
    sheet: str

    @property
    def pia(self) -> Slot:
        return next(slot for slot in self.keys.slots if slot.rights == PEDAGOGUE)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    return made_in(tmp_path_factory.mktemp("two"))


def made_in(folder: Path) -> Two:
    ring, sheet = sidecar.create(folder, ANNAS, CHEAPEST)
    alone = sidecar.read(folder)
    slot = access.new_slot(alone, ring, uuid4(), PEDAGOGUE, PIAS, CHEAPEST)
    sidecar.put_slots(folder, alone, (slot,))
    return Two(ring, sidecar.read(folder), " ".join(sheet.words))


def with_slot(keys: Sidecar, slot: Slot) -> Sidecar:
    others = (other for other in keys.slots if other.slot_id != slot.slot_id)
    return replace(keys, slots=(*others, slot))


def refused(work: Callable[[], object]) -> object:
    with pytest.raises(Refused) as caught:
        work()
    return caught.value.refusal


@pytest.mark.parametrize("rights", EVERY_RIGHTS, ids=str)
def test_a_person_gets_the_keys_of_her_roles_and_no_other(two: Two, rights: Rights) -> None:
    slot = access.new_slot(two.keys, two.anna, uuid4(), rights, FRESH, CHEAPEST)
    opened = sidecar.open_with_passphrase(with_slot(two.keys, slot), FRESH)
    assert {part for part in Part if opened.may(part)} == rights.parts
    assert opened.store_key == two.anna.store_key
    assert opened.rights == rights


def test_who_is_no_owner_gives_nothing_away(two: Two, tmp_path: Path) -> None:
    pia = sidecar.open_with_passphrase(two.keys, PIAS)
    deeds: tuple[Callable[[], object], ...] = (
        lambda: access.new_slot(two.keys, pia, uuid4(), PEDAGOGUE, FRESH, CHEAPEST),
        lambda: access.renewal(two.keys, pia, without=None, rights={}),
        lambda: access.widen_rights(tmp_path, pia, pia.user_id, ALL_RIGHTS),
        lambda: access.new_recovery_sheet(tmp_path, pia),
        lambda: access.given_to(two.keys, pia, two.keys, pia),
    )
    for deed in deeds:
        assert refused(deed) == NotForYourRole(Part.ACCESS)


def test_two_people_do_not_share_a_passphrase(two: Two) -> None:
    deed = lambda: access.new_slot(two.keys, two.anna, uuid4(), PEDAGOGUE, ANNAS, CHEAPEST)  # noqa: E731
    assert refused(deed) == PassphraseTaken()


def test_a_renewal_changes_every_key_and_leaves_passphrases(two: Two) -> None:
    then = two.anna
    planned = access.renewal(two.keys, then, without=None, rights={})
    now = sidecar.open_with_passphrase(planned.sidecar, ANNAS)
    assert now.same_keys(planned.ring)
    for name in ("store_key", "store_salt", "people_key", "notes_key", "owner_key", "owners"):
        assert getattr(now, name) != getattr(then, name)
    assert sidecar.open_with_passphrase(planned.sidecar, PIAS).store_key == now.store_key
    by_sheet = sidecar.open_with_recovery(planned.sidecar, " ".join(planned.sheet.words))
    assert by_sheet.same_keys(now)
    old = lambda: sidecar.open_with_recovery(planned.sidecar, two.sheet)  # noqa: E731
    assert refused(old) == WrongRecoverySheet()


def test_who_is_removed_opens_neither_the_store_nor_its_backups(two: Two) -> None:
    planned = access.renewal(two.keys, two.anna, without=two.pia.slot_id, rights={})
    backup = access.given_to(two.keys, two.anna, planned.sidecar, planned.ring)
    for keys in (planned.sidecar, backup):
        assert refused(lambda keys=keys: sidecar.open_with_passphrase(keys, PIAS)) == (
            WrongPassphrase()
        )
    assert sidecar.open_with_passphrase(backup, ANNAS).same_keys(two.anna) is False
    assert sidecar.open_with_passphrase(backup, ANNAS).store_key == two.anna.store_key


def test_who_was_away_is_led_over_several_renewals(two: Two) -> None:
    keys, ring = two.keys, two.anna
    for _ in range(4):
        planned = access.renewal(keys, ring, without=None, rights={})
        keys, ring = planned.sidecar, planned.ring
    unlocked = sidecar.unlock(keys, PIAS)
    assert unlocked.ring.store_key == ring.store_key
    assert unlocked.slot is not None
    brought_on = with_slot(keys, unlocked.slot)
    assert sidecar.unlock(brought_on, PIAS).slot is None
    cut = replace(brought_on, lineage=())
    assert sidecar.open_with_passphrase(cut, PIAS).store_key == ring.store_key


@pytest.mark.parametrize("missing", range(3))
def test_a_lineage_with_a_gap_leads_nowhere(two: Two, missing: int) -> None:
    keys, ring = two.keys, two.anna
    for _ in range(3):
        planned = access.renewal(keys, ring, without=None, rights={})
        keys, ring = planned.sidecar, planned.ring
    steps = tuple(step for place, step in enumerate(keys.lineage) if place != missing)
    gap = replace(keys, lineage=steps)
    assert refused(lambda: sidecar.open_with_passphrase(gap, PIAS)) == KeysDamaged()


def test_a_step_signed_by_another_key_or_for_another_store_is_not_taken(two: Two) -> None:
    store, known, mine = two.anna.store_id, two.anna.owners, random_buffer(32)
    after, owner_key = owner_public(mine), two.anna.owner_key
    assert owner_key is not None
    genuine = succession(store, owner_key, after)
    assert leads(store, known, (genuine,), after)
    own = succession(store, mine, after)
    elsewhere = succession(uuid4(), owner_key, after)
    for step in (Succession(known, after, own.signature), elsewhere):
        assert not leads(store, known, (step,), after)


def test_owners_put_there_by_somebody_are_not_believed(two: Two) -> None:
    mine = random_buffer(32)
    ring = replace(two.anna, owner_key=mine, owners=owner_public(mine))
    slots = tuple(
        replace(
            slot_for(ring, slot.slot_id, slot.kind, slot.rights, slot.publics),
            inner=slot.inner,
            lock=slot.lock,
        )
        for slot in two.keys.slots
    )
    step = succession(ring.store_id, mine, ring.owners)
    for lineage in ((), (step,), (Succession(two.anna.owners, ring.owners, step.signature),)):
        keys = replace(two.keys, owners=ring.owners, slots=slots, lineage=lineage)
        assert refused(lambda keys=keys: sidecar.open_with_passphrase(keys, PIAS)) == KeysDamaged()


def test_an_edited_slot_is_refused(two: Two) -> None:
    hers = two.pia
    anna = next(slot for slot in two.keys.slots if slot.rights.owner)
    edited = {
        "more rights": replace(hers, rights=ALL_RIGHTS),
        "other publics": replace(hers, publics=new_identity().publics),
        "another's keys": replace(hers, keys=anna.keys, rights=anna.rights),
        "another's certificate": replace(hers, certificate=anna.certificate),
        "another's voucher": replace(hers, voucher=anna.voucher),
        "no keys": replace(hers, keys={}),
    }
    for name, slot in edited.items():
        keys = with_slot(two.keys, slot)
        assert refused(lambda keys=keys: sidecar.open_with_passphrase(keys, PIAS)) == (
            KeysDamaged()
        ), name
        unsigned = lambda keys=keys: access.renewal(keys, two.anna, without=None, rights={})  # noqa: E731
        assert refused(unsigned) == KeysDamaged(), name


def test_a_slot_of_before_a_renewal_is_refused(two: Two) -> None:
    planned = access.renewal(two.keys, two.anna, without=None, rights={})
    rolled_back = with_slot(planned.sidecar, two.pia)
    assert refused(lambda: sidecar.open_with_passphrase(rolled_back, PIAS)) == KeysDamaged()


def test_a_slot_of_another_store_opens_nothing(two: Two, tmp_path: Path) -> None:
    other = made_in(tmp_path)
    pias = replace(two.keys, slots=(other.pia,))
    assert refused(lambda: sidecar.open_with_passphrase(pias, PIAS)) == WrongPassphrase()
