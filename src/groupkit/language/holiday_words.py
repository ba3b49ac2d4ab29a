"""The names of public holidays, by what the library of holidays calls them in English."""

from __future__ import annotations

from groupkit.language.language import Language


def holiday_word(name: str, language: Language) -> str:
    """Return a holiday's name; two that fall on one day stand with a comma between them.

    A name that the catalogue does not know is returned as it is.
    """
    words = _words(language)
    return ", ".join(words.get(part, part) for part in name.split("; "))


def _words(language: Language) -> dict[str, str]:
    pick = language.pick
    return {
        "All Saints' Day": pick("holiday", "All Saints' Day"),
        "Ascension Day": pick("holiday", "Ascension Day"),
        "Christmas Day": pick("holiday", "Christmas Day"),
        "Christmas Eve": pick("holiday", "Christmas Eve"),
        "Commerce Day": pick("holiday", "Commerce Day"),
        "Constitution Day": pick("holiday", "Constitution Day"),
        "Easter Monday": pick("holiday", "Easter Monday"),
        "Easter Sunday": pick("holiday", "Easter Sunday"),
        "Epiphany": pick("holiday", "Epiphany"),
        "First Day of Summer": pick("holiday", "First Day of Summer"),
        "German Unity Day": pick("holiday", "German Unity Day"),
        "Good Friday": pick("holiday", "Good Friday"),
        "Great Prayer Day": pick("holiday", "Great Prayer Day"),
        "Independence Day": pick("holiday", "Independence Day"),
        "Labor Day": pick("holiday", "Labour Day"),
        "Maundy Thursday": pick("holiday", "Maundy Thursday"),
        "May Day": pick("holiday", "May Day"),
        "Midsummer Day": pick("holiday", "Midsummer Day"),
        "Midsummer Eve": pick("holiday", "Midsummer Eve"),
        "National Day": pick("holiday", "National Day"),
        "New Year's Day": pick("holiday", "New Year's Day"),
        "New Year's Eve": pick("holiday", "New Year's Eve"),
        "Pentecost": pick("holiday", "Whit Sunday"),
        "Pentecost Monday": pick("holiday", "Whit Monday"),
        "Reformation Day": pick("holiday", "Reformation Day"),
        "Saint Olaf's Day": pick("holiday", "Saint Olaf's Day"),
        "Second Day of Christmas": pick("holiday", "Boxing Day"),
    }
