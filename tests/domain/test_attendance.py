"""What may be counted: never an absence that nobody recorded."""

from __future__ import annotations

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.attendance import Mark, Status, Tally, tally

STATUSES = st.lists(st.none() | st.sampled_from(Status), max_size=30)


@given(STATUSES)
def test_counts_are_those_of_the_list(statuses: list[Status | None]) -> None:
    counted = tally(statuses)
    for status in Status:
        assert counted.of(status) == statuses.count(status)
    assert counted.unrecorded == statuses.count(None)
    present = {Status.PRESENT, Status.LATE, Status.LEFT_EARLY}
    assert counted.came == sum(status in present for status in statuses)


@given(STATUSES)
def test_a_rate_stands_on_those_invited_and_recorded(statuses: list[Status | None]) -> None:
    counted = tally(statuses)
    invited = [s for s in statuses if s is not None and s is not Status.NOT_INVITED]
    assert counted.invited == len(invited)
    assert (counted.share is None) == (not invited)
    assert counted.share is None or 0 <= counted.share <= 1


@given(STATUSES, STATUSES)
def test_tallies_add_up(first: list[Status | None], second: list[Status | None]) -> None:
    assert tally(first) + tally(second) == tally(first + second)
    assert tally(first) + Tally() == tally(first)


@given(st.sampled_from(Status))
def test_only_absence_with_notice_keeps_a_reason(status: Status) -> None:
    kept = Mark(uuid4(), uuid4(), status, " syg\n i dag ").reason
    assert kept == ("syg i dag" if status is Status.ABSENT_NOTICE else "")


@given(st.sampled_from(Status))
def test_a_status_is_coming_absence_or_not_invited(status: Status) -> None:
    assert [
        status.came,
        status in (Status.ABSENT_NOTICE, Status.ABSENT_NO_NOTICE),
        status is Status.NOT_INVITED,
    ].count(True) == 1
