"""A cell of a report's table in words."""

from __future__ import annotations

from groupkit.domain.reporting.table import Cell, Count, Day, Hidden, Mean, Share
from groupkit.language.language import DANISH, Language

HIDDEN_SIGN = "•"
NOTHING = "–"


def cell_words(cell: Cell, language: Language) -> str:
    """Return a cell as it stands on screen and paper; a rate always with its denominator."""
    if isinstance(cell, Count):
        return number_words(cell.value, language)
    if isinstance(cell, Hidden):
        return HIDDEN_SIGN
    if isinstance(cell, Share):
        return _share(cell, language)
    if isinstance(cell, Mean):
        if cell.value is None:
            return NOTHING
        return f"{decimal(cell.value, language)} (n = {cell.n})"
    if isinstance(cell, Day):
        return language.date_short(cell.day)
    return cell.text


def number_words(value: int, language: Language) -> str:
    """Return '1.234' or '1,234'."""
    return f"{value:,}".replace(",", "." if language.code == DANISH else ",")


def decimal(value: float, language: Language) -> str:
    """Return a number with one decimal: '4,3' or '4.3'."""
    written = f"{value:.1f}"
    return written.replace(".", ",") if language.code == DANISH else written


def _share(cell: Share, language: Language) -> str:
    if cell.rate is None:
        return NOTHING
    return language.say(
        "{part} of {whole} ({share})",
        part=cell.part,
        whole=cell.whole,
        share=language.percent(cell.rate),
    )


def hidden_legend(language: Language) -> str:
    """Return what the sign of a hidden count means."""
    return language.say("{sign}: hidden, so that nobody is known by it", sign=HIDDEN_SIGN)
