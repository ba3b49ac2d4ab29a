"""The house's practice: kept within its limits, noted in the change log, and used at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import uuid4

import pytest

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.composition import Concern
from groupkit.domain.group import Group
from groupkit.domain.nomination import Nomination
from groupkit.domain.participant import Participant
from groupkit.domain.practice import MOST_OFFERS, MOST_SEATS, Practice
from groupkit.domain.profile import ProfileField
from groupkit.domain.refusal import Field, Refused, TextTooLong
from groupkit.domain.reporting.completion import CompletionRule, LeastShare
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.change_log import change_log
from groupkit.usecases.changes import Kind
from groupkit.usecases.nominating import board, composition, nominate
from groupkit.usecases.practice import (
    change_completion,
    change_practice,
    completion_rule,
    practice_of,
)

TODAY = dt.date(2027, 1, 5)
WANTED = Practice(
    seats=6,
    contact_days=30,
    danger="Ring 112.\nBliv hos hende.",
    gbvims=True,
    offers=("Mødregruppe", "Haveværksted"),
    hidden=frozenset({ProfileField.CHILDREN, ProfileField.CONSENT}),
)


def test_a_new_house_has_the_usual_practice(store: Store) -> None:
    assert practice_of(store) == Practice()
    assert completion_rule(store) == CompletionRule()


def test_a_practice_is_kept_whole_and_gives_the_one_before(store: Store) -> None:
    assert change_practice(store, WANTED).value == Practice()
    assert practice_of(store) == WANTED
    assert change_practice(store, Practice()).value == WANTED
    assert practice_of(store) == Practice()


def test_a_rule_of_completion_is_kept_and_touches_who_counts(store: Store) -> None:
    wanted = CompletionRule(LeastShare.HALF, to_the_end=False)
    answer = change_completion(store, wanted)
    assert answer.value == CompletionRule()
    assert answer.changes.touches(Kind.PRACTICE)
    assert completion_rule(store) == wanted


def test_each_change_is_noted(store: Store) -> None:
    before = len(entries(store))
    change_practice(store, WANTED)
    change_completion(store, CompletionRule(LeastShare.ALL))
    found = entries(store)[before:]
    assert found
    assert set(found) == {(Deed.CHANGED, Subject.HOUSE)}


def test_numbers_and_offers_are_held_to_their_limits() -> None:
    wide = Practice(seats=500, contact_days=0, offers=tuple(f"Tilbud {n}" for n in range(50)))
    assert (wide.seats, len(wide.offers)) == (MOST_SEATS, MOST_OFFERS)
    assert wide.contact_days > 0
    assert Practice(offers=("Mødregruppe", "Mødregruppe")).offers == ("Mødregruppe",)


def test_words_that_are_too_long_are_refused() -> None:
    with pytest.raises(Refused) as caught:
        replace(WANTED, danger="a" * 5_000)
    refusal = caught.value.refusal
    assert isinstance(refusal, TextTooLong)
    assert refusal.field is Field.PROCEDURE


def test_the_seats_and_offers_count_on_the_board_at_once(store: Store, group: Group) -> None:
    who = Participant(uuid4(), "Anemone", "27-01")
    nominate(store, who, Nomination(uuid4(), who.id, TODAY), TODAY)
    change_practice(store, replace(WANTED, seats=2))
    shown = board(store, TODAY)
    assert shown.offers == WANTED.offers
    assert [each.free for each in shown.groups] == [2]
    assert Concern.FULL not in composition(store, who.id, group.id, TODAY)


def entries(store: Store) -> list[tuple[Deed, Subject]]:
    return [(e.entry.deed, e.entry.subject) for e in change_log(store, Language("en")).shown[::-1]]
