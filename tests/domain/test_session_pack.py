"""The laws of a session's pile: what lies in it, in which order, and how much paper it takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from groupkit.domain.form import DISCREET, PLAIN, Form
from groupkit.domain.material import GUIDE, HANDOUT, Sharing
from groupkit.domain.session_pack import (
    FORMS,
    LARGE,
    MOST_COPIES,
    RUN_SHEET,
    PackLine,
    PackSheet,
    handed_out,
    has_divider,
    lines_of,
    pile,
    sheets_of_paper,
    usual_lines,
)

OURS = (
    PackSheet(RUN_SHEET, "Køreplan", Sharing.FACILITATORS, ("da",)),
    PackSheet(GUIDE, "Vejledning", Sharing.FACILITATORS, ("da", "en")),
)
THEIRS = (
    PackSheet("kort", "Kort", Sharing.STAYS_HERE, ("da",)),
    PackSheet(HANDOUT, "Ark", Sharing.TAKE_HOME, ("da", "en", "ar")),
)
some_lines = some.lists(
    some.builds(
        PackLine,
        some.sampled_from([RUN_SHEET, GUIDE, HANDOUT, "kort", "noter"]),
        some.sampled_from(Sharing),
        some.sampled_from(["da", "en", "ar"]),
        some.sampled_from(FORMS),
        some.integers(0, 9),
    )
)


def copies(lines: tuple[PackLine, ...]) -> dict[tuple[str, str, Form], int]:
    return {(line.name, line.language, line.form): line.copies for line in lines if line.copies}


def test_usually_each_leader_and_each_woman_gets_one() -> None:
    usual = usual_lines((*OURS, *THEIRS), "da", women=7, leaders=2)
    assert copies(usual) == {
        (RUN_SHEET, "da", PLAIN): 2,
        (GUIDE, "da", PLAIN): 2,
        ("kort", "da", DISCREET): 7,
        (HANDOUT, "da", DISCREET): 7,
    }


def test_a_sheet_that_is_not_written_in_the_houses_language_is_taken_in_its_first() -> None:
    usual = usual_lines((*OURS, *THEIRS), "en", women=3, leaders=1)
    assert copies(usual)["kort", "da", DISCREET] == 3
    assert copies(usual)[HANDOUT, "en", DISCREET] == 3
    assert copies(usual)[GUIDE, "en", PLAIN] == 1


def test_women_can_have_every_form_and_language_and_leaders_one() -> None:
    every = lines_of((*OURS, *THEIRS), "en")
    assert len(set(every)) == len(every) == 2 + 3 + 9
    handout = [(line.language, line.form) for line in every if line.name == HANDOUT]
    assert handout[:3] == [("en", DISCREET), ("en", PLAIN), ("en", LARGE)]
    assert LARGE.discreet
    assert LARGE.large


@given(some_lines)
def test_no_facilitators_paper_lies_among_those_to_hand_out(lines: list[PackLine]) -> None:
    lying = pile(lines)
    classes = [line.sharing for line in lying]
    order = [Sharing.FACILITATORS, Sharing.TAKE_HOME, Sharing.STAYS_HERE]
    assert classes == sorted(classes, key=order.index)
    assert lying[len(lying) - len(handed_out(lines)) :] == handed_out(lines)
    assert all(line.sharing is not Sharing.FACILITATORS for line in handed_out(lines))


@given(some_lines)
def test_the_pile_holds_what_is_wanted_and_nothing_else(lines: list[PackLine]) -> None:
    wanted = [line for line in lines if line.copies]
    assert sorted(map(repr, pile(lines))) == sorted(map(repr, wanted))
    both = {line.sharing is Sharing.FACILITATORS for line in wanted}
    assert has_divider(lines) is (len(both) == 2)


def test_the_run_sheet_lies_on_top_and_the_guide_below_it() -> None:
    usual = usual_lines((*THEIRS, *reversed(OURS)), "da", women=1, leaders=1)
    assert [line.name for line in pile(usual)] == [RUN_SHEET, GUIDE, HANDOUT, "kort"]


@given(some.integers(1, 12), some.integers(0, MOST_COPIES))
def test_paper_printed_on_both_sides_holds_two_pages_of_one_copy(pages: int, number: int) -> None:
    single = sheets_of_paper(pages, number, both_sides=False)
    double = sheets_of_paper(pages, number, both_sides=True)
    assert single == pages * number
    assert 2 * double - single == (number if pages % 2 else 0)


@given(some.integers())
def test_copies_stay_within_reason(wanted: int) -> None:
    line = PackLine(HANDOUT, Sharing.TAKE_HOME, "da", copies=wanted)
    assert 0 <= line.copies <= MOST_COPIES
    assert line.copies == wanted or not 0 <= wanted <= MOST_COPIES
