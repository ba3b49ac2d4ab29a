"""What somebody with a key of the store, or only its folder, writes into it by her own program."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from groupkit.crypto import access, sidecar
from groupkit.crypto.backup_format import read
from groupkit.crypto.derive import CHEAPEST
from groupkit.crypto.identity import given, new_identity, owner_public, owner_signature
from groupkit.crypto.secrets import random_buffer
from groupkit.crypto.sidecar_files import COPIES
from groupkit.crypto.sidecar_format import Sidecar, Unreadable, decoded, encoded
from groupkit.crypto.slots import GIVEN_KEY_BYTES, Slot, SlotKind, _certified
from groupkit.domain.house import House
from groupkit.domain.refusal import (
    KeysDamaged,
    NotForYourRole,
    Refused,
    StoreDamaged,
    WrongPassphrase,
)
from groupkit.domain.roles import ALL_RIGHTS, Rights, Role
from groupkit.store.connection import connect
from groupkit.store.files import digest_of
from groupkit.usecases.drafting import find_draft, keep_draft
from groupkit.usecases.housekeeping import house
from groupkit.usecases.ports import OpenStore
from groupkit.wiring.vault import StoreVault

ANNAS, PIAS, FRESH = (
    "lampe gravko fjord syltet",
    "kedel månestof ribs trappe",
    "vindue sukkertang elv kniv",
)
TODAY = dt.date(2027, 1, 13)
NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
PEDAGOGUE = Rights(frozenset({Role.PEDAGOGUE}))


class Laptop:
    """A store of Anna's, to which the pedagogue Pia has access; closed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.vault = folder, StoreVault(CHEAPEST, lambda: NOON)
        store, _ = self.vault.create(folder, ANNAS, House("Huset"), "Anna Opdigtet")
        self.anna = store.user.id
        store.close()
        with closing(self.opened(ANNAS)) as store:
            self.pia = store.access.add(ANNAS, "Pia Påfund", PEDAGOGUE, PIAS, TODAY).id

    def opened(self, passphrase: str) -> OpenStore:
        return self.vault.open(self.folder, passphrase)

    def write(self, *statements: tuple[str, tuple[object, ...]]) -> None:
        """Write into the closed store with Pia's key, and seal it as if nothing had been."""
        ring = sidecar.open_with_passphrase(sidecar.read(self.folder), PIAS)
        with closing(connect(self.folder / "store.db", ring)) as database:
            for statement, values in statements:
                database.execute(statement, values)
        sidecar.write_seal(self.folder, ring, digest_of(self.folder / "store.db"))

    def put_keys(self, wanted: Sidecar, generation: int | None = None) -> None:
        """Put a sidecar in the place of both copies; that takes no key."""
        newest = generation or wanted.generation
        for age, name in enumerate(reversed(COPIES)):
            copy = replace(wanted, generation=newest - age)
            (self.folder / "keys" / name).write_bytes(encoded(copy))


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "arkiv")


def of_kind(keys: Sidecar, kind: SlotKind) -> Slot:
    return next(slot for slot in keys.slots if slot.kind is kind)


def signed_by(owner_key: bytearray, keys: Sidecar) -> Callable[[Slot], Slot]:
    def signed(slot: Slot) -> Slot:
        message = _certified(slot, keys.store_id, keys.epoch)
        return replace(slot, certificate=owner_signature(owner_key, message))

    return signed


def test_keys_of_other_owners_put_there_after_unlocking_are_not_followed(laptop: Laptop) -> None:
    with closing(laptop.opened(ANNAS)) as store:
        keys, mine, owner_key = sidecar.read(laptop.folder), new_identity(), random_buffer(32)
        hers = of_kind(keys, SlotKind.PASSPHRASE)
        anything = {name: given(bytes(32), mine.publics.wrap, b"") for name in GIVEN_KEY_BYTES}
        anything["store"] = given(bytes(48), mine.publics.wrap, b"")
        planted = replace(
            hers, slot_id=uuid4(), rights=ALL_RIGHTS, publics=mine.publics, keys=anything
        )
        slots = tuple(map(signed_by(owner_key, keys), (*keys.slots, planted)))
        laptop.put_keys(replace(keys, owners=owner_public(owner_key), slots=slots))
        with pytest.raises(Refused) as refused:
            store.access.renew(ANNAS)
        assert refused.value.refusal == KeysDamaged()
        laptop.put_keys(keys)


def test_a_sheet_that_passes_for_a_person_is_given_no_next_keys(laptop: Laptop) -> None:
    keys = sidecar.read(laptop.folder)
    hers, sheet = (of_kind(keys, kind) for kind in (SlotKind.PASSPHRASE, SlotKind.RECOVERY))
    slots = (*(slot for slot in keys.slots if slot is not sheet), replace(sheet, lock=hers.lock))
    laptop.put_keys(replace(keys, slots=slots))
    with closing(laptop.opened(ANNAS)) as store, pytest.raises(Refused) as refused:
        store.access.renew(ANNAS)
    assert refused.value.refusal == KeysDamaged()


def test_a_hand_that_no_owner_vouched_for_is_nobodys_after_a_renewal(laptop: Laptop) -> None:
    mine = new_identity().publics.sign
    row = (mine, str(laptop.anna), bytes(64))
    laptop.write(("INSERT INTO hand VALUES (?, ?, ?)", row))
    with closing(laptop.opened(ANNAS)) as store:
        store.access.renew(ANNAS)
        assert store.check_log().whole
    ring = sidecar.open_with_passphrase(sidecar.read(laptop.folder), PIAS)
    with closing(connect(laptop.folder / "store.db", ring)) as database:
        hands = database.execute("SELECT public, user_id, certificate FROM hand").fetchall()
    certified = {
        public: ring.signer.is_certified(public, UUID(person), certificate)
        for public, person, certificate in hands
    }
    assert certified.pop(mine) is False
    assert set(certified.values()) == {True}


def test_a_hand_claimed_by_another_is_taken_back_at_unlocking(laptop: Laptop) -> None:
    annas = of_kind(sidecar.read(laptop.folder), SlotKind.PASSPHRASE)
    assert annas.slot_id == laptop.anna
    claimed = (str(laptop.pia), bytes(64), annas.publics.sign)
    laptop.write(("UPDATE hand SET user_id = ?, certificate = ? WHERE public = ?", claimed))
    with closing(laptop.opened(ANNAS)) as store:
        assert store.check_log().whole


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER quiet BEFORE INSERT ON log_entry BEGIN SELECT RAISE(IGNORE); END",
        "DROP TRIGGER log_entry_stays_changed",
        "CREATE INDEX more ON house (hex(zeroblob(9)))",
    ],
)
def test_a_schema_that_is_not_ours_is_damage(laptop: Laptop, statement: str) -> None:
    laptop.write((statement, ()))
    with pytest.raises(Refused) as refused:
        laptop.opened(ANNAS)
    assert isinstance(refused.value.refusal, StoreDamaged)


def test_a_view_that_never_ends_is_not_run(laptop: Laptop) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    laptop.write(("DROP VIEW stray", ()), (f"CREATE VIEW stray AS {endless}", ()))
    with pytest.raises(Refused) as refused:
        laptop.opened(ANNAS)
    assert isinstance(refused.value.refusal, StoreDamaged)


def test_a_text_that_is_none_is_damage(laptop: Laptop) -> None:
    laptop.write(("UPDATE house SET name = CAST(x'48ff' AS TEXT)", ()))
    with closing(laptop.opened(ANNAS)) as store, pytest.raises(Refused) as refused:
        house(store)
    assert refused.value.refusal == StoreDamaged(1)


def test_what_could_not_be_read_back_is_not_written(laptop: Laptop) -> None:
    keys = sidecar.read(laptop.folder)
    laptop.put_keys(keys, (1 << 53) - 1)
    before = {name: (laptop.folder / "keys" / name).read_bytes() for name in COPIES}
    with pytest.raises(Refused) as refused:
        laptop.opened(ANNAS)
    assert isinstance(refused.value.refusal, StoreDamaged)
    assert {name: (laptop.folder / "keys" / name).read_bytes() for name in COPIES} == before


def test_only_so_many_slots_are_tried(laptop: Laptop) -> None:
    keys = sidecar.read(laptop.folder)
    hers = of_kind(keys, SlotKind.PASSPHRASE)
    more = tuple(replace(hers, slot_id=uuid4()) for _ in range(64))
    with pytest.raises(Unreadable):
        decoded(encoded(replace(keys, slots=(*keys.slots, *more))))


def test_a_new_passphrase_removes_no_backup_of_before_her_time(laptop: Laptop) -> None:
    with closing(laptop.opened(PIAS)) as store:
        before = store.backups.all()
        store.access.change_own_passphrase(PIAS, FRESH)
        assert store.backups.all() == before
        assert len(before) > 1


def test_what_a_desktop_left_in_a_finished_restoring_stops_nothing(laptop: Laptop) -> None:
    left = laptop.folder / ".restorable"
    left.mkdir()
    (left / ".DS_Store").write_bytes(b"")
    with closing(laptop.opened(ANNAS)) as store:
        assert store.user.id == laptop.anna
    assert not left.exists()


def test_somebody_who_strikes_herself_off_the_list_is_still_on_it(laptop: Laptop) -> None:
    laptop.write(("UPDATE user SET removed = added WHERE id = ?", (str(laptop.pia),)))
    with closing(laptop.opened(ANNAS)) as store:
        assert {user.id for user in store.access.users() if user.has_access} == {
            laptop.anna,
            laptop.pia,
        }


def test_a_backup_of_earlier_keys_is_vouched_for_by_the_owners_of_now(laptop: Laptop) -> None:
    owners_then = sidecar.read(laptop.folder).owners
    with closing(laptop.opened(ANNAS)) as store:
        earlier = store.backups.all()[0].name
        store.access.renew(ANNAS)
        kept = [read(laptop.folder / "backups" / each.name) for each in store.backups.all()]
        lineage = {step.after for each in kept for step in each.sidecar.lineage}
        assert {each.sidecar.epoch for each in kept} == {1, 2}
        assert owners_then not in lineage
        assert owners_then not in {each.sidecar.owners for each in kept}
        store.backups.restore(earlier)
        assert store.check_log().whole
    with closing(laptop.opened(PIAS)) as store:
        assert store.user.id == laptop.pia
    with closing(laptop.opened(ANNAS)) as store:
        store.access.renew(ANNAS)
        assert store.check_log().whole
    with closing(laptop.opened(PIAS)) as store:
        assert store.user.id == laptop.pia


def test_keys_of_somebody_unknown_are_not_renewed(laptop: Laptop) -> None:
    ring = sidecar.open_with_passphrase(sidecar.read(laptop.folder), ANNAS)
    keys = sidecar.read(laptop.folder)
    unknown = access.new_slot(keys, ring, uuid4(), ALL_RIGHTS, FRESH, CHEAPEST)
    laptop.put_keys(replace(keys, slots=(*keys.slots, unknown)))
    with closing(laptop.opened(ANNAS)) as store:
        for deed in (store.access.users, lambda: store.access.renew(ANNAS)):
            with pytest.raises(Refused) as refused:
                deed()
            assert refused.value.refusal == KeysDamaged()


def test_a_name_moved_to_another_person_is_damage_and_renews_nothing(laptop: Laptop) -> None:
    swap = "UPDATE user SET name = ?, name_key = ? WHERE id = ?"
    laptop.write(
        (swap, ("x", "x", str(laptop.anna))),
        (swap, ("Anna Opdigtet", "anna opdigtet", str(laptop.pia))),
        (swap, ("Pia Påfund", "pia påfund", str(laptop.anna))),
    )
    with closing(laptop.opened(ANNAS)) as store:
        assert not store.check_log().whole
        with pytest.raises(Refused) as caught:
            store.access.remove(ANNAS, laptop.pia, TODAY)
    assert isinstance(caught.value.refusal, StoreDamaged)


def test_an_owners_new_passphrase_gives_her_keys_that_old_copies_lack(
    laptop: Laptop, tmp_path: Path
) -> None:
    shutil.copytree(laptop.folder / "keys", tmp_path / "old" / "keys")
    with closing(laptop.opened(ANNAS)) as store:
        keep_draft(store, "form", {"name": "halvskrevet"})
        store.access.change_own_passphrase(ANNAS, FRESH)
        assert find_draft(store, "form") == {"name": "halvskrevet"}
        store.access.renew(FRESH)
        assert store.check_log().whole
    old = sidecar.open_with_passphrase(sidecar.read(tmp_path / "old"), ANNAS)
    now = sidecar.read(laptop.folder)
    assert access.ring_in(now, old) is None
    with closing(laptop.opened(FRESH)) as store:
        assert find_draft(store, "form") == {"name": "halvskrevet"}
        for backup in store.backups.all():
            assert store.backups.look_into(backup.name).users


def test_a_store_kept_aside_does_not_open_for_who_lost_access(laptop: Laptop) -> None:
    with closing(laptop.opened(ANNAS)) as store:
        made = store.backups.make()
        store.backups.restore(made.name)
        store.access.remove(ANNAS, laptop.pia, TODAY)
    [aside] = laptop.folder.glob("aside-*")
    with pytest.raises(Refused) as caught:
        sidecar.open_with_passphrase(sidecar.read(aside), PIAS)
    assert isinstance(caught.value.refusal, WrongPassphrase)
    assert sidecar.open_with_passphrase(sidecar.read(aside), ANNAS).notes is not None


def test_only_owners_restore_from_within(laptop: Laptop) -> None:
    with closing(laptop.opened(PIAS)) as store:
        made = store.backups.make()
        with pytest.raises(Refused) as caught:
            store.backups.restore(made.name)
    assert isinstance(caught.value.refusal, NotForYourRole)
