"""Every refusal has its sentence in both languages, and every value its word."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any, get_type_hints
from uuid import UUID

import pytest

from groupkit.domain import refusal as no
from groupkit.domain.agenda import ItemKind
from groupkit.domain.attendance import Status
from groupkit.domain.closed import ClosedDay, Why, closed
from groupkit.domain.damage import Area
from groupkit.domain.dates import Period
from groupkit.domain.roles import Role
from groupkit.domain.schedule import Course, Keep, lay_out
from groupkit.language import LANGUAGES, Language, sentence
from groupkit.language.sentences import field_word
from groupkit.language.words import (
    area_word,
    closed_day_word,
    item_kind_word,
    reason_dropped,
    reason_moved,
    role_word,
    status_word,
)

HOLDER = no.Holder("laptop-2", "vagt", dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC), False)
SAMPLES: dict[Any, Any] = {
    str: "Forår",
    int: 7,
    dt.date: dt.date(2027, 1, 13),
    dt.date | None: None,
    dt.time: dt.time(17, 30),
    UUID: UUID(int=7),
    no.Field: no.Field.GROUP,
    no.Fault: no.Fault.BLOCK_MISUSED,
    no.PictureFault: no.PictureFault.BROKEN,
    no.PackFault: no.PackFault.TAMPERED,
    no.Holder | None: HOLDER,
    bool: True,
    tuple[Area, ...]: (Area.NOTES, Area.LOG),
    dt.datetime | None: dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC),
}
REFUSALS = [
    kind
    for kind in vars(no).values()
    if isinstance(kind, type) and issubclass(kind, no.Refusal) and kind is not no.Refusal
]


def sample(kind: type[no.Refusal]) -> no.Refusal:
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)  # type: ignore[arg-type] # every refusal is a dataclass
    return kind(**{field.name: SAMPLES[hints[field.name]] for field in fields})


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_every_refusal_is_one_or_more_whole_sentences(kind: type[no.Refusal], code: str) -> None:
    said = sentence(sample(kind), Language(code))
    assert said.endswith((".", "?", "!"))
    assert said[0].isupper() or said[0].isdigit() or said[0] in "»'"
    assert "{" not in said
    assert "\n" not in said


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_danish_and_english_differ(kind: type[no.Refusal]) -> None:
    refusal = sample(kind)
    assert sentence(refusal, Language("da")) != sentence(refusal, Language("en"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_value_has_a_word_of_its_own(code: str) -> None:
    language = Language(code)
    statuses = [status_word(status, language) for status in [*Status, None]]
    kinds = [item_kind_word(kind, language) for kind in ItemKind]
    fields = [field_word(field, language) for field in no.Field]
    roles = [role_word(role, language) for role in Role]
    areas = [area_word(area, language) for area in Area]
    for words in (statuses, kinds, fields, roles, areas):
        assert len(set(words)) == len(words)
        assert all(words)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_that_cannot_be_read_is_told_by_its_line(code: str) -> None:
    said = [sentence(no.NotationTrouble(fault, 31), Language(code)) for fault in no.Fault]
    assert all("31" in each for each in said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_fault_of_a_pack_and_of_a_picture_has_words_of_its_own(code: str) -> None:
    packs = [
        sentence(no.PackTrouble(fault, "Ark", 50_000_000), Language(code)) for fault in no.PackFault
    ]
    pictures = [
        sentence(no.PictureTrouble(fault, 20_000_000), Language(code)) for fault in no.PictureFault
    ]
    for said in (packs, pictures):
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("is_here", [True, False])
def test_who_holds_the_store_is_said(is_here: bool) -> None:
    said = sentence(no.StoreInUse(dataclasses.replace(HOLDER, is_here=is_here)), Language("en"))
    local = HOLDER.since.astimezone()
    assert f"since 13 Jan 2027 at {local:%H:%M} (login vagt)" in said
    assert ("laptop-2" in said) is not is_here


def test_damage_says_what_is_affected_and_which_backup_there_is() -> None:
    english, made = Language("en"), dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)
    said = sentence(no.StoreDamaged(2, (Area.NOTES, Area.LOG), "x.backup", made), english)
    assert "Affected: notes and the change log." in said
    assert f"of 13 Jan 2027 at {made.astimezone():%H:%M}" in said
    anywhere = sentence(no.StoreDamaged(1, tuple(Area)[1:]), english)
    assert "cannot be narrowed down" in anywhere
    assert "No sound backup was found" in anywhere
    assert "ffected" not in sentence(no.StoreDamaged(1), english)


def test_reasons_name_the_holiday_and_the_closed_house() -> None:
    course = Course(dt.date(2027, 3, 25), 14)
    last = course.last_day
    plan = lay_out(course, closed([Period(last, last + dt.timedelta(days=60))]), keep=Keep.WEEKS)
    danish, english = Language("da"), Language("en")
    assert reason_moved(plan.sessions[0], danish) == "Skærtorsdag, tors. 25. mar."
    assert reason_moved(plan.sessions[0], english) == "Maundy Thursday, Thu 25 Mar"
    assert reason_moved(plan.sessions[1], danish) == ""
    assert "huset holder lukket" in reason_dropped(plan.dropped[0], danish)
    house = ClosedDay(dt.date(2027, 1, 13), Why.HOUSE_CLOSED)
    assert closed_day_word(house, english) == "the house is closed"


def test_dates_and_numbers_read_as_people_write_them() -> None:
    day, danish, english = dt.date(2027, 1, 13), Language("da"), Language("en")
    assert danish.date_long(day) == "onsdag den 13. januar 2027"
    assert english.date_long(day) == "Wednesday 13 January 2027"
    assert danish.date_short(day) == "13. jan. 2027"
    assert english.date_short(day) == "13 Jan 2027"
    assert danish.week(day) == "uge 2"
    assert danish.week(dt.date(2026, 12, 30)) == "uge 53"
    assert english.week(day) == "week 2"
    assert danish.span(dt.time(9, 5), dt.time(11)) == "09.05–11.00"
    assert english.time(dt.time(17)) == "17:00"
    assert danish.listed(["A", "B", "C"]) == "A, B og C"
    assert english.listed(["A", "B"]) == "A and B"
    assert danish.listed([]) == ""
    assert danish.count("{n} session", "{n} sessions", 1) == "1 møde"
    assert danish.count("{n} session", "{n} sessions", 8) == "8 møder"
    assert danish.start("onsdage") == "Onsdage"


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        (dt.date(2026, 12, 31), "torsdag den 31. december 2026", "Thursday 31 December 2026"),
        (dt.date(2027, 5, 1), "lørdag den 1. maj 2027", "Saturday 1 May 2027"),
        (dt.date(2028, 2, 29), "tirsdag den 29. februar 2028", "Tuesday 29 February 2028"),
        (dt.date(2027, 3, 28), "søndag den 28. marts 2027", "Sunday 28 March 2027"),
    ],
)
def test_long_dates(day: dt.date, danish: str, english: str) -> None:
    assert Language("da").date_long(day) == danish
    assert Language("en").date_long(day) == english


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (dt.date(2026, 12, 31), 53),
        (dt.date(2027, 1, 3), 53),
        (dt.date(2027, 1, 4), 1),
        (dt.date(2024, 12, 30), 1),
        (dt.date(2032, 12, 31), 53),
    ],
)
def test_weeks_are_those_of_iso(day: dt.date, week: int) -> None:
    assert Language("da").week(day) == f"uge {week}"
    assert Language("en").week(day) == f"week {week}"


def test_shorter_dates_and_week_days() -> None:
    day, danish, english = dt.date(2027, 5, 5), Language("da"), Language("en")
    assert (danish.date_short(day), english.date_short(day)) == ("5. maj 2027", "5 May 2027")
    assert (danish.date_day(day), english.date_day(day)) == ("ons. 5. maj", "Wed 5 May")
    assert (danish.date_tiny(day), english.date_tiny(day)) == ("5.5.", "5/5")
    assert (danish.weekday(day), english.weekday(day)) == ("onsdag", "Wednesday")
    days = [day + dt.timedelta(days=n) for n in range(7)]
    assert all(danish.weekdays_plural(each).endswith("dage") for each in days)
    assert all(english.weekdays_plural(each).endswith("days") for each in days)


def test_percentages_of_eight_round_as_by_hand() -> None:
    by_hand = [0, 13, 25, 38, 50, 63, 75, 88, 100]
    assert [Language("da").percent(n / 8) for n in range(9)] == [f"{n} %" for n in by_hand]
    assert [Language("en").percent(n / 8) for n in range(9)] == [f"{n}%" for n in by_hand]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("field", no.Field)
def test_every_field_is_named_in_its_sentence(field: no.Field, code: str) -> None:
    language = Language(code)
    for refusal in (no.TextEmpty(field), no.TextTooLong(field, 81, 80), no.TextUnprintable(field)):
        assert field_word(field, language) in sentence(refusal, language)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("braces", ["{name}", "{", "}{", "{0}", "{name!r}"])
def test_braces_in_what_was_typed_stay_braces(braces: str, code: str) -> None:
    assert braces in sentence(no.GroupNameTaken(braces), Language(code))
    assert braces in sentence(no.DateUnknown(braces), Language(code))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_holiday_since_abolished_is_still_a_reason(code: str) -> None:
    abolished = ClosedDay(dt.date(2027, 4, 23), Why.PUBLIC_HOLIDAY)
    word = closed_day_word(abolished, Language(code))
    assert word == {"da": "helligdag", "en": "public holiday"}[code]


def test_reasons_of_a_pushed_and_of_a_squeezed_out_session() -> None:
    shut = Period(dt.date(2027, 1, 13), dt.date(2027, 2, 9))
    plan = lay_out(Course(dt.date(2027, 1, 13), 14, 1), closed([shut]), keep=Keep.WEEKS)
    danish, english = Language("da"), Language("en")
    assert reason_moved(plan.sessions[-1], danish) == "fordi mødet før blev flyttet"
    assert reason_moved(plan.sessions[-1], english) == "the session before it had to move"
    assert plan.dropped[-1].steps == ()
    assert reason_dropped(plan.dropped[-1], english) == "no week is left before the course ends"


def test_an_unknown_language_is_no_language() -> None:
    with pytest.raises(ValueError, match="unknown language"):
        Language("sv")
