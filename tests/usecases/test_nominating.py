"""From nomination to seat: decided once, seen by who waits longest, and nobody named."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from groupkit.domain.composition import Bond, Concern
from groupkit.domain.follow_up import FollowUp, Matter
from groupkit.domain.group import Group
from groupkit.domain.nomination import Decision, Nomination, Offer, Stage, Verdict
from groupkit.domain.participant import Leaving, Participant
from groupkit.domain.practice import Practice
from groupkit.domain.profile import Profile
from groupkit.domain.refusal import (
    AliasTaken,
    AlreadyInGroup,
    AlreadyRecorded,
    DecidedBeforeNominated,
    InFuture,
    NominationChangedSince,
    NominationDecided,
    NominationOpen,
    NumberTaken,
    OfferMissing,
    ParticipantErased,
    Refusal,
    Refused,
    SeatNeedsGroup,
    SeatNeedsHerYes,
    TiedToHerself,
)
from groupkit.domain.session import Session
from groupkit.store.opened import Store
from groupkit.usecases.following_up import open_follow_up
from groupkit.usecases.joining import Person, join
from groupkit.usecases.memberships import leave
from groupkit.usecases.nominating import (
    board,
    change_nomination,
    composition,
    decide,
    nominate,
    nominate_again,
    put_nomination_back,
    take_back,
    tie,
    ties,
    untie,
    withdraw_nomination,
)
from groupkit.usecases.recording import mark_the_rest_present

TODAY = dt.date(2027, 1, 5)
DAY = dt.timedelta(days=1)


def a_woman(alias: str = "Anemone", number: str = "27-01") -> Participant:
    return Participant(uuid4(), alias, number)


def nominated(
    store: Store, who: Participant | None = None, *, ago: int = 10, yes: bool = True
) -> Nomination:
    who = who or a_woman()
    made = TODAY - ago * DAY
    wanted = Nomination(uuid4(), who.id, made, "Kontakt Solsort", said_yes=made if yes else None)
    return nominate(store, who, wanted, TODAY).value


def refusal_of(call: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        call()  # type: ignore[operator]
    return caught.value.refusal


def seat(group: Group, day: dt.date = TODAY) -> Verdict:
    return Verdict(Decision.SEAT, day, "Hun er klar", group.id)


def test_who_has_waited_longest_stands_on_top(store: Store, group: Group) -> None:
    newer = nominated(store, a_woman("Bellis", "27-02"), ago=3)
    older = nominated(store, a_woman("Anemone", "27-01"), ago=40, yes=False)
    decide(store, newer.id, Verdict(Decision.WAITING, TODAY), 0, TODAY)
    found = board(store, TODAY)
    assert [each.nomination.id for each in found.entries] == [older.id, newer.id]
    assert [each.days_waited for each in found.entries] == [40, 3]
    assert [each.nomination.id for each in found.at(Stage.NOMINATED)] == [older.id]
    assert [each.nomination.id for each in found.at(Stage.WAITING)] == [newer.id]
    assert found.next_number == "27-03"
    assert [(each.group.id, each.members, each.free) for each in found.groups] == [(group.id, 0, 8)]


def test_a_seat_makes_her_a_member_from_the_first_session(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    nomination = nominated(store)
    decided = decide(store, nomination.id, seat(group), 0, TODAY).value
    assert decided.membership is not None
    assert decided.membership.joined == sessions[0].day
    (entry,) = board(store, TODAY).at(Stage.SEATED)
    assert entry.group == group
    with store.work() as work:
        assert work.members.of_group(group.id) == (decided.membership,)


def test_a_seat_in_a_group_that_has_begun_is_from_today(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    later = sessions[2].day
    nomination = nominated(store)
    decided = decide(store, nomination.id, seat(group, later), 0, later).value
    assert decided.membership is not None
    assert decided.membership.joined == later


def test_a_decision_is_taken_back_with_its_seat(store: Store, group: Group) -> None:
    nomination = nominated(store)
    decided = decide(store, nomination.id, seat(group), 0, TODAY).value
    back = take_back(store, decided).value
    assert back.stage is Stage.TALKED
    with store.work() as work:
        assert work.members.of_group(group.id) == ()
    assert refusal_of(lambda: take_back(store, decided)) == NominationChangedSince()


def test_a_seat_with_a_record_stays(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    decided = decide(store, nominated(store).id, seat(group), 0, TODAY).value
    mark_the_rest_present(store, sessions[0].id, today=sessions[0].day)
    assert isinstance(refusal_of(lambda: take_back(store, decided)), AlreadyRecorded)


def test_a_seat_given_to_who_came_before_is_taken_back_alone(
    store: Store, group: Group, sessions: tuple[Session, ...]
) -> None:
    first = decide(store, nominated(store).id, seat(group), 0, TODAY).value
    assert first.membership is not None
    mark_the_rest_present(store, sessions[0].id, today=sessions[0].day)
    leave(store, first.membership.id, sessions[0].day, Leaving.OWN_WISH)
    later = sessions[3].day
    again = Nomination(uuid4(), first.after.participant_id, later, said_yes=later)
    nominate_again(store, again, later)
    second = decide(store, again.id, seat(group, later), 0, later).value
    take_back(store, second)
    with store.work() as work:
        (kept,) = work.members.of_group(group.id)
    assert kept.id == first.membership.id


def test_a_nomination_decided_twice_at_once_is_decided_once(store: Store) -> None:
    nomination = nominated(store)
    decide(store, nomination.id, Verdict(Decision.DECLINED, TODAY), 0, TODAY)
    again = Verdict(Decision.NOT_NOW, TODAY)
    assert refusal_of(lambda: decide(store, nomination.id, again, 0, TODAY)) == (
        NominationChangedSince()
    )
    assert refusal_of(lambda: decide(store, nomination.id, again, 1, TODAY)) == (
        NominationDecided(TODAY)
    )


def test_the_waiting_list_can_be_decided_again(store: Store, group: Group) -> None:
    nomination = nominated(store)
    waiting = decide(store, nomination.id, Verdict(Decision.WAITING, TODAY), 0, TODAY).value.after
    decide(store, nomination.id, seat(group), waiting.revision, TODAY)
    assert len(board(store, TODAY).at(Stage.SEATED)) == 1


def test_what_a_decision_needs(store: Store, group: Group) -> None:
    silent = nominated(store, yes=False)
    assert refusal_of(lambda: decide(store, silent.id, seat(group), 0, TODAY)) == SeatNeedsHerYes()
    assert refusal_of(lambda: Verdict(Decision.SEAT, TODAY)) == SeatNeedsGroup()
    assert refusal_of(lambda: Verdict(Decision.OTHER_OFFER, TODAY)) == OfferMissing()
    assert Verdict(Decision.OTHER_OFFER, TODAY, offer=Offer.TREATMENT).offer == "treatment"
    early = Verdict(Decision.NOT_NOW, TODAY - 30 * DAY)
    assert isinstance(
        refusal_of(lambda: decide(store, silent.id, early, 0, TODAY)), DecidedBeforeNominated
    )
    late = Verdict(Decision.NOT_NOW, TODAY + DAY)
    assert refusal_of(lambda: decide(store, silent.id, late, 0, TODAY)) == (
        InFuture(TODAY + DAY, TODAY)
    )


def test_a_nomination_ahead_of_time_or_with_a_number_taken_is_refused(store: Store) -> None:
    nominated(store)
    twin = a_woman("Bellis", "27-01")
    assert refusal_of(lambda: nominated(store, twin)) == NumberTaken("27-01")
    ahead = Nomination(uuid4(), uuid4(), TODAY + DAY)
    other = a_woman("Bellis", "27-02")
    assert refusal_of(lambda: nominate(store, other, ahead, TODAY)) == InFuture(TODAY + DAY, TODAY)


def test_two_women_with_one_alias_do_not_share_a_group(store: Store, group: Group) -> None:
    one = nominated(store, a_woman("Anemone", "27-01"))
    other = nominated(store, a_woman("anemone", "27-02"))
    decide(store, one.id, seat(group), 0, TODAY)
    assert refusal_of(lambda: decide(store, other.id, seat(group), 0, TODAY)) == (
        AliasTaken("anemone")
    )
    assert len(board(store, TODAY).at(Stage.SEATED)) == 1


def test_she_can_be_nominated_again_once_the_first_is_decided(store: Store, group: Group) -> None:
    first = nominated(store)
    again = Nomination(uuid4(), first.participant_id, TODAY, said_yes=TODAY)
    assert refusal_of(lambda: nominate_again(store, again, TODAY)) == NominationOpen(first.made)
    decide(store, first.id, Verdict(Decision.NOT_NOW, TODAY), 0, TODAY)
    nominate_again(store, again, TODAY)
    decide(store, again.id, seat(group), 0, TODAY)
    third = Nomination(uuid4(), first.participant_id, TODAY, said_yes=TODAY)
    nominate_again(store, third, TODAY)
    assert isinstance(
        refusal_of(lambda: decide(store, third.id, seat(group), 0, TODAY)), AlreadyInGroup
    )


def test_a_change_is_kept_unless_somebody_else_was_first(store: Store) -> None:
    nomination = nominated(store)
    changed = change_nomination(store, replace(nomination, speaks_for="Vil gerne"), TODAY).value
    assert changed.revision == 1
    late = replace(nomination, speaks_for="Noget andet")
    assert refusal_of(lambda: change_nomination(store, late, TODAY)) == NominationChangedSince()
    decide(store, nomination.id, Verdict(Decision.DECLINED, TODAY), 1, TODAY)
    settled = replace(changed, revision=2)
    assert isinstance(
        refusal_of(lambda: change_nomination(store, settled, TODAY)), NominationDecided
    )


def test_her_name_is_corrected_with_the_nomination(store: Store) -> None:
    who = a_woman()
    nomination = nominated(store, who)
    nominated(store, a_woman("Bellis", "27-02"))
    taken = replace(who, number="27-02")
    assert refusal_of(lambda: change_nomination(store, nomination, TODAY, taken)) == (
        NumberTaken("27-02")
    )
    change_nomination(store, nomination, TODAY, replace(who, alias="Viol"))
    assert "Viol" in [each.participant.alias for each in board(store, TODAY).entries]


def test_a_mistaken_nomination_goes_with_her_and_comes_back(store: Store) -> None:
    nomination = nominated(store)
    who, gone = withdraw_nomination(store, nomination.id).value
    assert board(store, TODAY).entries == ()
    with store.work() as work:
        assert work.members.participant(who.id) is None
    put_nomination_back(store, who, gone)
    assert [each.nomination for each in board(store, TODAY).entries] == [nomination]


def test_an_undo_brings_back_neither_a_name_nor_a_second_nomination(
    store: Store, group: Group
) -> None:
    her = join(store, group.id, Person("Viol", "27-08", TODAY)).value.participant
    first = Nomination(uuid4(), her.id, TODAY)
    nominate_again(store, first, TODAY)
    who, gone = withdraw_nomination(store, first.id).value
    with store.work() as work:
        work.members.put_participant(replace(her, alias="Viola"))
        work.commit()
    put_nomination_back(store, who, gone)
    withdraw_nomination(store, first.id)
    again = Nomination(uuid4(), her.id, TODAY)
    nominate_again(store, again, TODAY)
    assert refusal_of(lambda: put_nomination_back(store, who, gone)) == NominationOpen(TODAY)
    withdraw_nomination(store, again.id)
    with store.work() as work:
        renamed = work.members.participant(her.id)
        assert renamed is not None
        assert renamed.alias == "Viola"
        work.erasures.erase(her.id, TODAY)
        work.commit()
    assert refusal_of(lambda: put_nomination_back(store, who, gone)) == ParticipantErased(TODAY)
    with store.work() as work:
        erased = work.members.participant(her.id)
        assert erased is not None
        assert (erased.alias, erased.erased) == ("–", TODAY)


def test_a_woman_of_whom_something_is_kept_stays_when_her_nomination_goes(store: Store) -> None:
    nomination = nominated(store)
    with store.work() as work:
        me = work.users.me()
    her = nomination.participant_id
    call = FollowUp(uuid4(), her, Matter.OTHER, me, TODAY, TODAY, "Ring")
    open_follow_up(store, call, TODAY)
    withdraw_nomination(store, nomination.id)
    with store.work() as work:
        assert work.members.participant(her) is not None
        assert [each.id for each in work.follow_ups.of_participant(her)] == [call.id]


def members_of(store: Store, group: Group, count: int) -> list[UUID]:
    seated = []
    for at in range(count):
        nomination = nominated(store, a_woman(f"Kvinde {at}", f"27-5{at}"))
        decide(store, nomination.id, seat(group), 0, TODAY)
        seated.append(nomination.participant_id)
    return seated


def test_the_composition_is_told_without_another_woman(store: Store, group: Group) -> None:
    first, second = members_of(store, group, 2)
    candidate = nominated(store).participant_id
    assert composition(store, candidate, group.id, TODAY) == ()
    tie(store, candidate, first, Bond.SAME_ABUSER)
    tie(store, second, candidate, Bond.CONFLICT)
    with store.work() as work:
        work.profiles.put(candidate, Profile(interpreter=True))
        work.practices.put(Practice(seats=2))
        work.commit()
    assert composition(store, candidate, group.id, TODAY) == (
        Concern.SAME_ABUSER,
        Concern.CONFLICT,
        Concern.INTERPRETER,
        Concern.FULL,
    )
    assert composition(store, first, group.id, TODAY) == ()


def test_a_tie_is_kept_once_and_told_from_both_sides(store: Store, group: Group) -> None:
    first, second = members_of(store, group, 2)
    made = tie(store, second, first, Bond.KIN).value
    assert tie(store, first, second, Bond.KIN).value == made
    assert [other.id for _, other in ties(store, first)] == [second]
    assert [other.id for _, other in ties(store, second)] == [first]
    assert refusal_of(lambda: tie(store, first, first, Bond.KIN)) == TiedToHerself()
    untie(store, made.id)
    assert ties(store, first) == ()
