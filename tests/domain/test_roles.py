"""What a role opens, and when taking it away takes a key."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.refusal import OwnerNeedsAllKeys, Refused, RoleMissing, TextEmpty
from groupkit.domain.roles import ALL_RIGHTS, Part, Rights, Role, User, owners, user_name

ROLES = st.frozensets(st.sampled_from(list(Role)), min_size=1)


@st.composite
def some_rights(draw: st.DrawFn) -> Rights:
    roles = draw(ROLES)
    return Rights(roles, draw(st.booleans()) and Role.FACILITATOR in roles)


@pytest.mark.parametrize(
    ("role", "parts"),
    [
        (Role.FACILITATOR, {Part.PEOPLE, Part.NOTES}),
        (Role.COORDINATOR, {Part.PEOPLE}),
        (Role.PEDAGOGUE, set()),
    ],
)
def test_each_role_opens_what_its_work_needs(role: Role, parts: set[Part]) -> None:
    assert Rights(frozenset({role})).parts == parts


def test_an_owner_opens_everything() -> None:
    assert ALL_RIGHTS.parts == set(Part)
    assert Rights(frozenset({Role.FACILITATOR}), owner=True).parts == set(Part)


@given(ROLES)
def test_an_owner_is_a_facilitator(roles: frozenset[Role]) -> None:
    if Role.FACILITATOR in roles:
        assert Rights(roles, owner=True).owner
        return
    with pytest.raises(Refused) as caught:
        Rights(roles, owner=True)
    assert caught.value.refusal == OwnerNeedsAllKeys()


def test_nobody_is_without_a_role() -> None:
    with pytest.raises(Refused) as caught:
        Rights(frozenset())
    assert caught.value.refusal == RoleMissing()


@given(some_rights(), some_rights())
def test_a_key_is_lost_exactly_when_a_part_is(held: Rights, wanted: Rights) -> None:
    assert held.loses(wanted) == bool(held.parts - wanted.parts)
    assert not held.loses(held)
    assert not held.loses(ALL_RIGHTS)


@given(some_rights(), some_rights())
def test_more_roles_never_open_less(one: Rights, other: Rights) -> None:
    both = Rights(one.roles | other.roles, one.owner or other.owner)
    assert one.parts | other.parts <= both.parts


def test_who_lost_access_is_no_owner() -> None:
    day = dt.date(2027, 1, 27)
    here = User(UUID(int=1), "Anna Opdigtet", ALL_RIGHTS, day)
    gone = User(UUID(int=2), "Bo Opdigtet", None, day, day)
    assert owners((here, gone)) == (here,)
    assert not gone.has_access


def test_a_name_is_needed() -> None:
    assert user_name("  Anna   Opdigtet ") == "Anna Opdigtet"
    with pytest.raises(Refused) as caught:
        user_name("  ")
    assert isinstance(caught.value.refusal, TextEmpty)
