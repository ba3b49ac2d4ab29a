"""Planning a group in a real store."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from groupkit.domain import refusal as no
from groupkit.domain.dates import Period
from groupkit.domain.group import Group
from groupkit.domain.refusal import Refused
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.language.words import session_moved
from groupkit.store.opened import Store
from groupkit.usecases.changes import Kind
from groupkit.usecases.planning import PlanRequest, group_cards, plan_group, view_group

WANTED = PlanRequest(" Forår  2027 ", dt.date(2027, 1, 13), dt.time(17), 120, 14)


def test_a_planned_group_has_its_sessions(store: Store) -> None:
    done = plan_group(store, WANTED)
    assert done.changes.kinds == {Kind.GROUP, Kind.SESSION}
    view = view_group(store, done.value.id)
    assert view.group.name == "Forår 2027"
    assert [session.number for session in view.sessions] == list(range(1, 9))
    assert {(session.starts, session.minutes) for session in view.sessions} == {(dt.time(17), 120)}


def test_a_moved_session_keeps_why(store: Store) -> None:
    wanted = dataclasses.replace(WANTED, start=dt.date(2027, 3, 25))
    view = view_group(store, plan_group(store, wanted).value.id)
    first = view.sessions[0]
    assert first.moved_from == dt.date(2027, 3, 25)
    assert session_moved(first, Language("da")) == "Skærtorsdag, tors. 25. mar."
    assert session_moved(first, Language("en")) == "Maundy Thursday, Thu 25 Mar"


def test_the_houses_usual_days_are_stepped_around(store: Store) -> None:
    wanted = dataclasses.replace(WANTED, start=dt.date(2027, 12, 10))
    view = view_group(store, plan_group(store, wanted).value.id)
    assert view.sessions[1].moved_from == dt.date(2027, 12, 24)
    assert view.sessions[1].day == dt.date(2028, 1, 7)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"name": " "}, no.TextEmpty),
        ({"name": "x" * 10_000}, no.TextTooLong),
        ({"name": "\u202e"}, no.TextUnprintable),
        ({"weeks": 13}, no.WeeksOutOfRange),
        ({"weeks": 21}, no.WeeksOutOfRange),
        ({"minutes": 10}, no.LengthOutOfRange),
        ({"starts": dt.time(23)}, no.EndsNextDay),
        ({"name": "FORÅR 2026"}, no.GroupNameTaken),
        (
            {"closed_periods": (Period(dt.date(2027, 1, 1), dt.date(2027, 12, 31)),)},
            no.NoOpenDay,
        ),
    ],
)
def test_what_breaks_a_rule_leaves_nothing_behind(
    store: Store, change: dict[str, object], kind: type[no.Refusal]
) -> None:
    plan_group(store, dataclasses.replace(WANTED, name="Forår 2026"))
    before = group_cards(store, WANTED.start)
    with pytest.raises(Refused) as refused:
        plan_group(store, dataclasses.replace(WANTED, **change))  # type: ignore[arg-type]
    assert isinstance(refused.value.refusal, kind)
    assert group_cards(store, WANTED.start) == before


def test_running_groups_come_first(store: Store) -> None:
    late = plan_group(store, dataclasses.replace(WANTED, name="Efterår", start=dt.date(2027, 8, 4)))
    plan_group(store, WANTED)
    cards = group_cards(store, dt.date(2027, 6, 1))
    assert cards[0].group.id == late.value.id
    assert [card.held for card in cards] == [0, 8]
    assert cards[1].next_session is None


def test_todays_session_is_still_to_come(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    (card,) = group_cards(store, sessions[2].day)
    assert card.group == group
    assert card.next_session == sessions[2]
    assert card.held == 2
