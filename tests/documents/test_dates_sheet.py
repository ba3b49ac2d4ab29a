"""The dates for the women: plain to read, and nothing of what they are for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_samples import FIRST, GROUP, HOUSE, dates_paper
from pdf_reading import everything, fonts, outline, placed, reader, text

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.discretion import telling_words
from groupkit.language import LANGUAGES, Language
from groupkit.usecases.papers import DatesLine, DatesPaper

PRESS = PdfPress()
EACH = [
    pytest.param(code, cards, id=f"{code}-{cards}") for code in LANGUAGES for cards in (1, 2, 4)
]


@pytest.mark.parametrize(("language", "cards"), EACH)
def test_nothing_tells_what_the_dates_are_for(language: str, cards: int) -> None:
    pdf = PRESS.dates(dates_paper(language, cards=cards))
    name = PRESS.file_name(Language(language).say("Dates"))
    told = "\n".join([text(pdf), *outline(pdf), str(reader(pdf).metadata), name])
    assert telling_words(told, ShippedLibrary().telling_stems()) == ()
    for words in (HOUSE, "Krisecenter", "Ærøhavn", GROUP, "gruppe", "group", "1888", "kvinde"):
        assert words.casefold() not in everything(pdf).casefold()


@pytest.mark.parametrize(("language", "cards"), EACH)
def test_there_is_no_other_word_on_it_than_these(language: str, cards: int) -> None:
    """All that is neither date, week nor clock is known: no other word can tell."""
    spoken = Language(language)
    paper = dates_paper(language, cards=cards)
    known = [
        spoken.say("Dates"),
        spoken.say("{days} at {span}", days="", span=""),
        spoken.say("{day} at {span}", day="", span=""),
        spoken.say("instead of {day}", day=""),
        spoken.pick("date", "Cancelled"),
        spoken.say("week {week}", week=""),
    ]
    days = [d for line in paper.lines for d in (line.day, line.instead_of) if d]
    known += [spoken.date_and_month(day) for day in days]
    known += [word(day) for day in days for word in (spoken.weekday, spoken.weekdays_plural)]
    words = set(" ".join(known).casefold().split())
    said = {word for word in text(PRESS.dates(paper)).casefold().split() if word.isalpha()}
    assert said
    assert said <= words


@pytest.mark.parametrize(("language", "cards"), EACH)
def test_its_metadata_are_a_plain_title(language: str, cards: int) -> None:
    metadata = reader(PRESS.dates(dates_paper(language, cards=cards))).metadata
    assert metadata is not None
    assert dict(metadata) == {"/Title": Language(language).say("Dates")}


@pytest.mark.parametrize(("language", "cards"), EACH)
def test_every_date_stands_as_often_as_there_are_cards(language: str, cards: int) -> None:
    paper = dates_paper(language, cards=cards)
    pdf = PRESS.dates(paper)
    spoken = Language(language)
    assert len(reader(pdf).pages) == 1
    set_apart = [one.text.strip() for one in placed(pdf)]
    for line in paper.lines:
        assert set_apart.count(spoken.date_and_month(line.day)) == cards
        assert set_apart.count(spoken.week(line.day)) == cards


@pytest.mark.parametrize("language", LANGUAGES)
def test_day_and_hours_stand_once_above_the_dates(language: str) -> None:
    spoken = Language(language)
    said = text(PRESS.dates(dates_paper(language)))
    when = spoken.say(
        "{days} at {span}",
        days=spoken.start(spoken.weekdays_plural(FIRST)),
        span=spoken.hours(dt.time(17), dt.time(19)),
    )
    assert f"{when} · 2027" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_as_usual_is_said_in_words(language: str) -> None:
    spoken = Language(language)
    paper = dates_paper(language)
    said = text(PRESS.dates(paper))
    cancelled, other, later = paper.lines[3:6]
    assert f"{spoken.date_and_month(cancelled.day)} {spoken.pick('date', 'Cancelled')}" in said
    assert other.instead_of is not None
    assert later.instead_of is not None
    day = spoken.start(spoken.weekday(other.day))
    span = spoken.hours(other.starts, other.ends)
    assert spoken.say("{day} at {span}", day=day, span=span) in said
    for moved in (other.instead_of, later.instead_of):
        gone = spoken.say("instead of {day}", day=spoken.date_and_month(moved))
        assert gone.casefold() in said.casefold()


def test_dates_over_a_new_year_name_both_years() -> None:
    start = dt.date(2026, 12, 30)
    lines = (DatesLine(start + dt.timedelta(weeks=n), dt.time(17), dt.time(19)) for n in (0, 2))
    said = text(PRESS.dates(DatesPaper("da", tuple(lines))))
    assert "2026–2027" in said
    assert "uge 53" in said


def test_half_hours_and_midnight_are_clocks() -> None:
    spoken = Language("da")
    assert spoken.hours(dt.time(9), dt.time(11)) == "9–11"
    assert spoken.hours(dt.time(16, 30), dt.time(18)) == "16.30–18.00"
    assert spoken.hours(dt.time(22), dt.time(0)) == "22–24"
    assert Language("en").hours(dt.time(9), dt.time(11)) == "09:00–11:00"


@pytest.mark.parametrize("cards", [2, 4])
def test_no_letter_stands_near_where_cards_are_cut(cards: int) -> None:
    pdf = PRESS.dates(dates_paper(cards=cards))
    box = reader(pdf).pages[0].mediabox
    across = 2
    width, height = float(box.width) / across, float(box.height) / (cards // across)
    for one in placed(pdf):
        assert one.left // width == one.right // width
        assert one.left % width > 28
        assert one.right % width < width - 28
        assert 20 < one.baseline % height < height - 28


@pytest.mark.parametrize("cards", [2, 4])
def test_cards_carry_no_page_number(cards: int) -> None:
    assert "1 / 1" not in text(PRESS.dates(dates_paper(cards=cards)))


@pytest.mark.parametrize("cards", [2, 4])
def test_cards_are_set_in_our_fonts_and_the_same_each_time(cards: int) -> None:
    paper = dates_paper(cards=cards)
    pdf = PRESS.dates(paper)
    assert PRESS.dates(paper) == pdf
    assert all("Andika" in name and "/FontFile2" in at for name, at in fonts(pdf).items())


def test_a_course_of_every_week_stays_readable_on_small_cards() -> None:
    pdf = PRESS.dates(dates_paper(cards=4, sessions=21, every=1))
    assert len(reader(pdf).pages) == 1
    assert float(reader(pdf).pages[0].mediabox.width) < 600
    days = [one for one in placed(pdf) if one.text.endswith("maj")]
    assert len(days) == 4 * 4
    assert min(one.size for one in days) >= 8


@pytest.mark.parametrize(("cards", "sessions"), [(4, 30), (2, 60), (4, 60)])
def test_more_dates_than_a_card_holds_take_a_larger_one(cards: int, sessions: int) -> None:
    paper = dates_paper(cards=cards, sessions=sessions, every=1)
    said = text(PRESS.dates(paper))
    assert all(Language("da").date_and_month(line.day) in said for line in paper.lines)


def test_a_list_without_dates_is_a_title_alone() -> None:
    for cards in (1, 2, 4):
        assert reader(PRESS.dates(DatesPaper("en", (), cards))).pages


def test_all_cancelled_is_still_a_list() -> None:
    paper = dates_paper("en")
    gone = replace(paper, lines=tuple(replace(line, cancelled=True) for line in paper.lines))
    assert text(PRESS.dates(gone)).count("Cancelled") == len(gone.lines)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)),
            st.times(),
            st.times(),
            st.booleans(),
            st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)),
        ),
        max_size=60,
    ),
    st.sampled_from([1, 2, 4]),
    st.sampled_from(LANGUAGES),
)
def test_any_dates_make_a_sheet(rows: list[tuple], cards: int, language: str) -> None:
    lines = tuple(DatesLine(*row) for row in rows)
    pdf = PRESS.dates(DatesPaper(language, lines, cards))
    width = float(reader(pdf).pages[0].mediabox.width)
    assert all(one.left > 28 and one.right < width - 28 for one in placed(pdf))
