"""Who can be given a follow-up: only who could read what she is to do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.follow_up import FollowUp, Matter
from groupkit.domain.house import House
from groupkit.domain.refusal import OwnerCannotRead, Refused
from groupkit.domain.roles import Rights, Role
from groupkit.usecases.following_up import give, open_follow_up, waiting
from groupkit.usecases.taking_on import owners
from groupkit.wiring.vault import StoreVault

PASSPHRASE, OTHER = "lampe gravko fjord syltet", "violet skovsti over kanten"
TODAY = dt.date(2027, 1, 13)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PEDAGOGUE])
def test_only_who_reads_notes_is_given_a_follow_up(tmp_path: Path, role: Role) -> None:
    vault = StoreVault(CHEAPEST)
    store, _ = vault.create(tmp_path / "arkiv", PASSPHRASE, House("Huset"), "Anna Opdigtet")
    try:
        cannot = store.access.add(PASSPHRASE, "Berit", Rights(frozenset({role})), OTHER, TODAY)
        me = store.user.id
        mine = FollowUp(uuid4(), None, Matter.OTHER, me, TODAY, TODAY, "Ring om lokalet")
        open_follow_up(store, mine, TODAY)
        for gone in (cannot.id, UUID(int=7)):
            with pytest.raises(Refused) as no:
                give(store, mine.id, gone)
            assert no.value.refusal == OwnerCannotRead()
            hers = FollowUp(uuid4(), None, Matter.OTHER, gone, TODAY, TODAY, "Ring igen")
            with pytest.raises(Refused):
                open_follow_up(store, hers, TODAY)
        assert [each.follow_up.owner for each in waiting(store, TODAY)] == [me]
        assert owners(store) == ((me, "Anna Opdigtet"),)
    finally:
        store.close()
