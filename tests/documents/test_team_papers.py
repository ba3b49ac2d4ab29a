"""The team's papers: run sheet, guide, attendance, plan, recovery sheet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from paper_samples import (
    GROUP,
    HOUSE,
    WORDS,
    attendance_paper,
    changed_plan_paper,
    crowded_agenda,
    led_items,
    plan_paper,
    recovery_paper,
    run_sheet_paper,
    topics,
)
from pdf_reading import everything, page_texts, placed, reader, text

from groupkit.documents.attendance_marks import code
from groupkit.documents.press import PdfPress
from groupkit.domain.agenda import Agenda
from groupkit.domain.attendance import Status, Tally
from groupkit.language import Language
from groupkit.language.words import status_word
from groupkit.usecases.papers import GuidePaper

PRESS = PdfPress()
BOTH = pytest.mark.parametrize("language", ["da", "en"])


@BOTH
def test_a_run_sheet_is_one_page_with_clock_topic_and_place(language: str) -> None:
    paper = run_sheet_paper(language)
    pdf = PRESS.run_sheet(paper)
    said = text(pdf)
    spoken = Language(language)
    assert len(reader(pdf).pages) == 1
    for words in (
        GROUP,
        paper.topic,
        "Stuen",
        "Åse",
        spoken.week(paper.day),
        spoken.say("For facilitators only"),
        *(spoken.time(timed.starts) for timed in paper.items),
        *(timed.item.title for timed in paper.items),
    ):
        assert words in said


def test_clock_times_are_the_largest_thing_in_the_agenda() -> None:
    letters = placed(PRESS.run_sheet(run_sheet_paper()))
    clocks = [one.size for one in letters if one.text in ("17.00", "17.15", "18.45")]
    assert len(clocks) == 3
    assert min(clocks) >= 16


def test_an_agenda_that_overruns_says_by_how_much() -> None:
    paper = replace(run_sheet_paper("en"), spare=-25)
    assert "25 minutes too long" in text(PRESS.run_sheet(paper))


def test_a_crowded_agenda_is_set_smaller_and_flows_on_in_the_end() -> None:
    pdf = PRESS.run_sheet(replace(run_sheet_paper(), items=crowded_agenda()))
    said = text(pdf)
    assert all(f"Punkt {number}" in said for number in range(1, 31))
    assert len(reader(pdf).pages) <= 3


def test_a_session_without_agenda_topic_or_place_still_has_its_sheet() -> None:
    paper = replace(run_sheet_paper("en"), items=(), topic="", place="", facilitators=())
    assert "No agenda yet." in text(PRESS.run_sheet(paper))


@BOTH
def test_a_run_sheet_says_who_leads_and_what_is_needed_on_one_page(language: str) -> None:
    paper = replace(run_sheet_paper(language), items=led_items(language), substitutes=("Mette",))
    pdf = PRESS.run_sheet(paper)
    said = " ".join(text(pdf).split())
    say = Language(language).say
    assert len(reader(pdf).pages) == 1
    for words in (
        say("{name} (substitute)", name="Mette"),
        "Åse og Mette",
        say("To bring"),
        say("The room"),
        say("In brackets: minutes if short of time"),
        "Post-it",
        "Lommetørklæder",
        "Borde i øer",
    ):
        assert words in said
    assert "(–)" in said
    assert f"({paper.items[-1].item.minutes - 2})" in said


def test_each_material_and_set_up_is_gathered_once() -> None:
    said = text(PRESS.run_sheet(replace(run_sheet_paper("en"), items=led_items("en"))))
    gathered = said[said.index("To bring") :].casefold()
    assert gathered.count("tusser") == 1
    assert gathered.count("rundkreds") == 1


def test_a_run_sheet_says_when_it_ends_if_time_is_short() -> None:
    paper = replace(run_sheet_paper("en"), items=led_items("en"))
    agenda = Agenda(tuple(timed.item for timed in paper.items))
    ends = dt.datetime.combine(paper.day, paper.starts) + dt.timedelta(minutes=agenda.short_minutes)
    said = " ".join(text(PRESS.run_sheet(paper)).split())
    assert f"it then ends at {ends:%H:%M}" in said


def test_nothing_is_said_of_what_nobody_filled_in() -> None:
    said = text(PRESS.run_sheet(run_sheet_paper("en")))
    for words in ("To bring", "The room", "In brackets", "Materials", "substitute"):
        assert words not in said


@BOTH
def test_a_guide_is_marked_for_facilitators_and_its_metadata_name_no_topic(language: str) -> None:
    topic = topics(language)[0]
    pdf = PRESS.guide(GuidePaper(language, topic.guide, HOUSE))
    metadata = reader(pdf).metadata
    assert metadata is not None
    assert metadata.title == Language(language).say("Guide")
    for page in page_texts(pdf):
        assert Language(language).say("For facilitators only") in page


@BOTH
def test_attendance_shows_every_count_with_its_denominator(language: str) -> None:
    paper = attendance_paper(language)
    said = text(PRESS.attendance(paper))
    say = Language(language).say
    for row in paper.rows:
        counted = say("{came} of {invited}", came=row.tally.came, invited=row.tally.invited)
        assert f"{row.label} " in said
        assert counted in said
    for column in paper.columns[:7]:
        among = say("of {invited}", invited=column.tally.invited)
        assert f"{column.tally.came} {among}" in said
    total = say("{came} of {invited}", came=paper.total.came, invited=paper.total.invited)
    assert total in said


@BOTH
def test_attendance_explains_each_letter(language: str) -> None:
    spoken = Language(language)
    said = text(PRESS.attendance(attendance_paper(language)))
    for status in (*Status, None):
        assert f"{code(status, spoken)} {status_word(status, spoken)}" in said


@BOTH
def test_the_letters_of_attendance_differ(language: str) -> None:
    letters = [code(status, Language(language)) for status in (*Status, None)]
    assert len(set(letters)) == len(letters)


def test_each_session_has_number_day_and_week() -> None:
    said = text(PRESS.attendance(attendance_paper("en")))
    assert "1 13/1 wk 2" in said
    assert "10 19/5 wk 20" in said


def test_what_is_to_come_shows_no_mark() -> None:
    paper = attendance_paper("en", women=2, sessions=3, held=0)
    letters = [one.text for one in placed(PRESS.attendance(paper)) if one.size == 8]
    legend = [code(status, Language("en")) for status in (*Status, None)]
    assert sorted(letters) == sorted(legend)


def test_without_a_denominator_there_is_no_rate() -> None:
    paper = attendance_paper("en", women=2, sessions=3, held=0)
    said = text(PRESS.attendance(paper))
    assert "Nothing is recorded yet." in said
    assert "%" not in said


def test_a_full_group_over_twenty_weeks_fits_on_a_page_lying_down() -> None:
    label = "Anna-Margrethe af Store Heddinge nr. {}"
    pdf = PRESS.attendance(attendance_paper("da", women=14, sessions=21, held=15, label=label))
    (page,) = reader(pdf).pages
    assert page.mediabox.width > page.mediabox.height
    assert text(pdf).count("Anna-Margrethe") == 14


def test_a_long_list_flows_on_with_its_heads() -> None:
    pdf = PRESS.attendance(attendance_paper("en", women=60, sessions=21, held=20))
    pages = page_texts(pdf)
    assert len(pages) > 2
    assert all("1 13/1 wk 2" in page for page in pages[:-1])
    assert all(f" 27-{number} " in " ".join(pages) for number in range(1, 61))


def test_attendance_is_for_the_team_and_dated() -> None:
    paper = attendance_paper("en")
    said = text(PRESS.attendance(paper))
    assert "For the team only" in said
    assert "Printed 16 Apr 2027" in said


def test_attendance_of_nobody_says_so() -> None:
    paper = replace(attendance_paper("en"), rows=(), total=Tally())
    assert "Nobody is in the group yet." in text(PRESS.attendance(paper))


@BOTH
def test_a_plan_lists_sessions_with_week_date_topic_and_moves(language: str) -> None:
    paper = plan_paper(language)
    said = text(PRESS.plan(paper))
    spoken = Language(language)
    for line in paper.lines:
        day = spoken.date_long(line.day)
        assert f"{line.number} {line.day.isocalendar().week} {day[:1].upper()}{day[1:]}" in said
    assert spoken.date_day(paper.lines[4].moved_from or paper.lines[4].day) in said
    assert "Vinterlukket" in said


@BOTH
def test_a_changed_plan_says_what_is_not_as_planned(language: str) -> None:
    paper = changed_plan_paper(language)
    said = text(PRESS.plan(paper))
    spoken = Language(language)
    cancelled, other, moved = paper.lines[2], paper.lines[6], paper.lines[7]
    for words in (
        f"{spoken.pick('session', 'Cancelled')} {cancelled.topic} Mette er syg",
        spoken.say("Led by {names}", names=spoken.listed(other.leaders)),
        spoken.say("Place: {place}", place="Lokale 2"),
        "Mette er væk",
        spoken.say("Moved from {day}", day=spoken.date_day(moved.moved_from or moved.day)),
        spoken.say("At {span}", span=spoken.span(dt.time(16), dt.time(18))),
        spoken.count("{n} session", "{n} sessions", len(paper.lines) - 1),
    ):
        assert words in said
    assert "Pia" not in said


@BOTH
def test_closed_days_stand_between_the_sessions_with_their_names(language: str) -> None:
    paper = changed_plan_paper(language)
    said = text(PRESS.plan(paper))
    at = -1
    for words in (
        spoken_day(language, paper.lines[2].day),
        "Vinterferie",
        spoken_day(language, paper.lines[3].day),
        "12–13",
        "Skærtorsdag, Langfredag",
        spoken_day(language, paper.lines[8].day),
        "Kristi himmelfartsdag",
        spoken_day(language, paper.lines[9].day),
    ):
        found = said.find(words, at + 1)
        assert found > at, words
        at = found


def spoken_day(language: str, day: dt.date) -> str:
    spoken = Language(language)
    return spoken.start(spoken.date_long(day))


@BOTH
def test_a_recovery_sheet_numbers_its_words_and_tells_nothing_of_the_house(language: str) -> None:
    pdf = PRESS.recovery_sheet(recovery_paper(language))
    said = text(pdf)
    at = -1
    for number, word in enumerate(WORDS, start=1):
        found = said.find(f"{number}. {word}", at + 1)
        assert found > at
        at = found
    assert len(reader(pdf).pages) == 1
    assert HOUSE not in everything(pdf)
