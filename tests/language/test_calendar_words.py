"""What was left out of a calendar file is said in whole sentences."""

from __future__ import annotations

import pytest

from groupkit.domain.read_calendar import LeftOut, ReadCalendar
from groupkit.language import LANGUAGES, Language
from groupkit.language.calendar_words import left_out_said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", LeftOut)
@pytest.mark.parametrize("number", [1, 7])
def test_every_reason_is_a_sentence_with_its_number(
    language: str, reason: LeftOut, number: int
) -> None:
    said = left_out_said(ReadCalendar((), ((reason, number),)), Language(language))
    assert said.startswith(str(number))
    assert said.endswith(".")
    assert "{" not in said


def test_all_reasons_are_said_one_after_the_other() -> None:
    read = ReadCalendar((), tuple((reason, 2) for reason in LeftOut))
    said = left_out_said(read, Language("en"))
    assert said.count(".") == len(LeftOut)
    assert "2 events with a clock time were left out." in said
    assert read.left_out == 2 * len(LeftOut)
    assert left_out_said(ReadCalendar(()), Language("en")) == ""
