"""Which backups are kept: laws over any history of backups and any moment."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from groupkit.domain.backup import (
    DAILY,
    LEAST_PROMISE,
    MOST_PROMISE,
    WEEKLY,
    Backup,
    expired,
    is_old,
)

NOW = dt.datetime(2027, 1, 27, 21, 0, tzinfo=dt.UTC)
HOURS = st.integers(-24 * 40, 24 * 400)
HISTORIES = st.sets(HOURS, max_size=120).map(
    lambda hours: [Backup(f"{hour}", NOW - dt.timedelta(hours=hour)) for hour in sorted(hours)]
)
PROMISES = st.integers(LEAST_PROMISE, MOST_PROMISE)


def kept(history: list[Backup], promise: int) -> set[Backup]:
    return set(history) - set(expired(history, NOW, promise))


@given(HISTORIES, PROMISES)
def test_the_newest_of_the_past_stays_however_old_it_is(
    history: list[Backup], promise: int
) -> None:
    past = [backup for backup in history if backup.made <= NOW]
    if past:
        assert max(past, key=lambda backup: backup.made) in kept(history, promise)


@given(HISTORIES, PROMISES)
def test_no_more_are_kept_than_days_and_weeks_allow(history: list[Backup], promise: int) -> None:
    past = {backup for backup in kept(history, promise) if backup.made <= NOW}
    assert len(past) <= DAILY + WEEKLY


@given(HISTORIES, PROMISES)
def test_but_the_newest_none_outlives_the_promise(history: list[Backup], promise: int) -> None:
    oldest = NOW - dt.timedelta(days=promise)
    past = sorted(
        (b for b in kept(history, promise) if b.made <= NOW), key=lambda backup: backup.made
    )
    assert all(backup.made > oldest for backup in past[:-1])


@given(HISTORIES, PROMISES)
def test_what_a_wrong_clock_put_into_the_future_stays(history: list[Backup], promise: int) -> None:
    future = {backup for backup in history if backup.made > NOW}
    assert future <= kept(history, promise)


@given(HISTORIES, PROMISES)
def test_the_last_of_each_of_the_newest_seven_days_stays(
    history: list[Backup], promise: int
) -> None:
    past = [backup for backup in history if backup.made <= NOW]
    oldest = NOW - dt.timedelta(days=promise)
    for day in sorted({backup.made.date() for backup in past}, reverse=True)[:DAILY]:
        last = max((b for b in past if b.made.date() == day), key=lambda backup: backup.made)
        assert last in kept(history, promise) or last.made <= oldest


@given(HISTORIES, PROMISES)
def test_tidying_twice_takes_no_more(history: list[Backup], promise: int) -> None:
    once = sorted(kept(history, promise), key=lambda backup: backup.name)
    assert expired(once, NOW, promise) == ()


def test_a_daily_habit_keeps_seven_days_and_four_weeks() -> None:
    history = [Backup(f"{day}", NOW - dt.timedelta(days=day)) for day in range(60)]
    days = sorted(int(backup.name) for backup in kept(history, 35))
    assert days[:7] == list(range(7))
    weeks = [(NOW - dt.timedelta(days=day)).date().isocalendar()[:2] for day in days]
    assert len(set(weeks)) == 4
    assert len(days) == 9


def test_a_week_without_a_backup_is_worth_a_word() -> None:
    assert is_old(None, NOW)
    assert not is_old(NOW - dt.timedelta(days=7), NOW)
    assert is_old(NOW - dt.timedelta(days=7, seconds=1), NOW)
