"""Numbers and addresses of people: CPR, telephone, e-mail, street."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from groupkit.domain.guards.finding import Finding, GuardKind
from groupkit.domain.guards.sentences import sentence_around

_CPR = re.compile(
    r"(?<![\w+])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{2}"
    r"[ ]?[-–]?[ ]?\d{4}(?![\w])"
)
"""Day (60 more in replacement numbers), month, year, and four digits (CPR-kontoret)."""
_AMOUNT_BEFORE = re.compile(r"(?:kr\.?|DKK|€|EUR)\s*$", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(r"\s*(?:kr\b|kroner|DKK|€)", re.IGNORECASE)
_FOREIGN = re.compile(
    r"(?<![\w])(?:\+|00)[1-9]\d{0,2}[ .\-]?(?:\(?\d{1,4}\)?[ .\-]?){2,6}\d{2,4}(?!\w)"
)
_DANISH = re.compile(
    r"(?<![\w+.,/\-])"
    r"(?:[2-9]\d(?P<a>[ .\-]?)\d{2}(?P=a)\d{2}(?P=a)\d{2}"
    r"|[2-9]\d{3}[ .\-]\d{4}"
    r"|[2-9]\d{2}[ ]\d{2}[ ]\d{3}"
    r"|[2-9]\d{2}[ ]\d{3}[ ]\d{2}"
    r"|[2-9]\d[ ]\d{3}[ ]\d{3})"
    r"(?![\w/]|[.,\-]\d)"
)
_CASE = r"(?:sags?|journal|j\.?|konto|ordre|faktura|bilag)\s?(?:nummer|nr)?|nummer på sagen|side|§"
_CASE_BEFORE = re.compile(rf"\b(?:{_CASE})\.?:?\s*$", re.IGNORECASE)
_NUMBERED_BEFORE = re.compile(rf"\b(?:{_CASE}|nr)\.?:?\s*$", re.IGNORECASE)
"""Eight digits after a bare 'nr.' are hardly a telephone; ten with a day in them may be a CPR."""
_EMAIL = re.compile(
    r"[\w.+\-]+\s?(?:@|\(at\)|\[at\]|\(a\)|\bsnabel-?a\b)\s?[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,}",
    re.IGNORECASE,
)
_STREET = (
    r"vej|vejen|gade|gaden|gader|allé|alle|stræde|boulevard|boulevarden|vænge|vænget|gyde|chaussé|chausse|esplanade"
    r"|vang|vangen"
)
_OTHER_STREET = (
    r"plads|pladsen|torv|torvet|parken|park|haven|have|gården|gaarden|gård|bakken|bakke|engen"
    r"|toften|marken|lunden|stien|sti|krogen|højen|høj|dalen|skoven|brygge|kaj|kajen|ager|ageren"
    r"|lund|kær|holm|drag|draget|buen|svinget|linien|linjen|vængerne|bo|kollegiet"
)
_BARE = "Torvet|Pladsen|Parken|Haven|Gården|Bakken|Engen|Marken|Lunden|Stien|Skoven|Kajen|Havnen"
_PLACES = """
adgangsvej ager arbejdsplads arbejdspladsen baggård baghave bakke bakken barnehave bo
bondegård botanikhave byggeplads bypark børnehave børnehaven cykelsti cykelvej dagplads
dalen dyrehave elevplads engen feriebo forhave forlystelsespark gade gangsti genvej gågade
gård gården gårdhave have haven havnen holm hovedvej høj højen indkørselsvej kajen kolonihave
kolonihaven krisecenterplads krogen landevej legeplads legepladsen lund lunden læreplads marken
motorvej
nationalpark omvej park parken parkeringsplads pause plads pladsen praktikplads ringvej
rutevej sidegade skolegård skolegården skolevej skoven skovhave skovsti sti stien
studieplads tilkørselsvej toften torv torvet udvej undervej universitetspark vej venteplads
ventepladsen vuggehave
"""
_NO_STREET = frozenset(_PLACES.split())
_NUMBER = r"\s(?P<number>\d{1,3})\s?(?P<letter>[A-ZÆØÅa-zæøå](?!\w))?"
_FLOOR = (
    r"(?:,?\s?(?:\d{1,2}\.?|st\.?|kl\.?|mf\.?)\s?(?:sal\b|tv\b\.?|th\b\.?|mf\b\.?)"
    r"(?:\s?(?:tv|th|mf)\b\.?)?)?"
)
_LEADING = r"(?:[A-ZÆØÅ][\w.]*\s){0,3}"
_ADDRESS = re.compile(
    rf"(?<!\w)(?:{_LEADING}(?P<sure>[A-ZÆØÅa-zæøå][\w\-]*(?:{_STREET}))"
    rf"|(?P<lead>(?:[A-ZÆØÅ][\w.]*\s){{1,3}})(?P<bare>[Vv]ej|[Gg]ade|[Aa]ll[eé]|[Bb]oulevard|[Ss]træde"
    rf"|[Pp]lads|[Tt]orv|[Pp]ark|[Vv]ænge)"
    rf"|{_LEADING}(?P<maybe>[A-ZÆØÅ][\w\-]*(?:{_OTHER_STREET})|{_BARE}))"
    rf"{_NUMBER}{_FLOOR}"
)
_ENGLISH = re.compile(
    r"(?<!\w)(?:\d{1,4}[A-Z]?\s(?:[A-Z]\w+\s){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|St|Rd)\b\.?"
    r"|(?:[A-Z]\w+\s){1,3}(?:Street|Road|Lane|Avenue|Drive)\s\d{1,4}[A-Z]?(?!\w))"
)
_COUNTED = re.compile(
    r"\s*(?:gange?|år|minut\w*|kr\b|kroner|km|kilometer|meter|m\b|dage?|uger?|timer?|personer"
    r"|børn|kvinder|møder?|mødegange|procent|%|mand|stykker|stk|måneder?|af\b|om\b|:|[.,]\d)",
    re.IGNORECASE,
)


def numbers_in(text: str) -> Iterator[Finding]:
    """Yield what looks like a CPR or telephone number, an e-mail or a street address."""
    yield from _cpr(text)
    for found in _EMAIL.finditer(text):
        yield Finding(GuardKind.EMAIL, found.start(), found.end())
    yield from _phones(text)
    yield from _addresses(text)


def _cpr(text: str) -> Iterator[Finding]:
    for found in _CPR.finditer(text):
        if _is_amount(text, found) or _ends_with(_CASE_BEFORE, text, found.start()):
            continue
        yield Finding(GuardKind.CPR, found.start(), found.end())


def _phones(text: str) -> Iterator[Finding]:
    for pattern in (_FOREIGN, _DANISH):
        for found in pattern.finditer(text):
            if _is_amount(text, found) or _is_time(found[0]):
                continue
            if _ends_with(_NUMBERED_BEFORE, text, found.start()):
                continue
            yield Finding(GuardKind.PHONE, found.start(), found.end())


def _addresses(text: str) -> Iterator[Finding]:
    for found in _ADDRESS.finditer(text):
        if _is_only_a_place(text, found) or _COUNTED.match(text, found.end("number")):
            continue
        yield Finding(GuardKind.ADDRESS, found.start(), found.end())
    for found in _ENGLISH.finditer(text):
        yield Finding(GuardKind.ADDRESS, found.start(), found.end())


def _is_only_a_place(text: str, found: re.Match[str]) -> bool:
    """Return whether the word is an ordinary one; with a capital within a sentence it is a name."""
    kind = "sure" if found["sure"] else "maybe"
    word = found[kind]
    if word is None or word.casefold() not in _NO_STREET:
        return False
    begins = sentence_around(text, found.start(kind), found.end(kind))[0]
    return not word[0].isupper() or begins == found.start(kind)


def _is_amount(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 8) : found.start()]
    return bool(_AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(text, found.end()))


def _ends_with(pattern: re.Pattern[str], text: str, at: int) -> bool:
    return bool(pattern.search(text[max(0, at - 20) : at]))


def _is_time(written: str) -> bool:
    """Return whether eight digits are two years or a date, and no number to call."""
    digits = re.sub(r"\D", "", written)
    if len(digits) != 8:
        return False
    years = (digits[:4], digits[4:])
    if all(year[:2] in {"19", "20"} for year in years):
        return True
    return any(_is_date(digits, order) for order in ("%Y%m%d", "%d%m%Y"))


def _is_date(digits: str, order: str) -> bool:
    try:
        day = dt.datetime.strptime(digits, order)  # noqa: DTZ007 - a plain date
    except ValueError:
        return False
    return 1900 <= day.year < 2100
