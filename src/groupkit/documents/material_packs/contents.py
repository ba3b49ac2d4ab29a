"""The texts and pictures of a pack, looked through before any of them counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from groupkit.documents.material_packs.letters import has_only_letters, leads_outside
from groupkit.documents.material_packs.manifest import picture_entry, text_entry
from groupkit.documents.pictures import as_kept, size_of
from groupkit.documents.reading import read
from groupkit.domain.marked_text import plain_title
from groupkit.domain.material import LONGEST_TEXT
from groupkit.domain.material_pack import (
    MOST_DRAWN_BYTES,
    MOST_NOTATION,
    MOST_PACKED_PIXELS,
    MOST_TEXT_BYTES,
    Pack,
    PackedText,
)
from groupkit.domain.picture import Picture, named_in
from groupkit.domain.refusal import PackFault, PackTrouble, Refused

_NOTATION: Final = re.compile(r"[\[\]!*_`|<>&\\#{}:\n]")
_LONGEST_TITLE = 80


def filled(pack: Pack, entries: Mapping[str, bytes]) -> Pack:
    """Return ``pack`` with the texts and pictures that ``entries`` are.

    Raises:
        Refused: PackTrouble (TOO_LARGE, TOO_INTRICATE, WRONG_LETTERS, LEADS_OUTSIDE,
            TEXT_UNREADABLE, PICTURE_WRONG, PICTURE_MISSING, STRANGE_ENTRY).
    """
    size = sum(len(entries[text_entry(text.key)]) for text in pack.texts)
    if size > MOST_TEXT_BYTES:
        raise _no(PackFault.TOO_LARGE, most=MOST_TEXT_BYTES)
    texts = tuple(_lettered(text, entries[text_entry(text.key)]) for text in pack.texts)
    if sum(len(_NOTATION.findall(text.text)) for text in texts) > MOST_NOTATION:
        raise _no(PackFault.TOO_INTRICATE)
    drawn = (entries[picture_entry(each)] for each in pack.pictures if each.kind == "svg")
    if sum(map(len, drawn)) > MOST_DRAWN_BYTES:
        raise _no(PackFault.TOO_INTRICATE)
    if sum(each.width * each.height for each in pack.pictures) > MOST_PACKED_PIXELS:
        raise _no(PackFault.TOO_INTRICATE)
    _shows_what_is_there(texts, pack.pictures)
    for text in texts:
        _can_be_read(text)
    pictures = tuple(_drawn(each, entries[picture_entry(each)]) for each in pack.pictures)
    return replace(pack, texts=texts, pictures=pictures)


def _lettered(packed: PackedText, data: bytes) -> PackedText:
    entry = text_entry(packed.key)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise _no(PackFault.WRONG_LETTERS, entry) from None
    if not has_only_letters(text, lines=True):
        raise _no(PackFault.WRONG_LETTERS, entry)
    if len(text) > LONGEST_TEXT or not text.strip():
        raise _no(PackFault.TEXT_UNREADABLE, entry)
    if leads_outside(text):
        raise _no(PackFault.LEADS_OUTSIDE, _called(text, entry))
    return replace(packed, text=text)


def _shows_what_is_there(texts: tuple[PackedText, ...], pictures: tuple[Picture, ...]) -> None:
    there = {picture.name for picture in pictures}
    shown: set[str] = set()
    for text in texts:
        wanted = set(named_in(text.text))
        if not wanted <= there:
            raise _no(PackFault.PICTURE_MISSING, _called(text.text, text_entry(text.key)))
        shown |= wanted
    if shown != there:
        raise _no(PackFault.STRANGE_ENTRY)


def _can_be_read(packed: PackedText) -> None:
    try:
        for discreet in (False, True):
            read(packed.text, discreet)
    except (Refused, RecursionError):
        what = _called(packed.text, text_entry(packed.key))
        raise _no(PackFault.TEXT_UNREADABLE, what) from None


def _drawn(claimed: Picture, data: bytes) -> Picture:
    """Return the picture; what it claims of its size is looked at before it is decoded."""
    try:
        if claimed.kind != "svg" and size_of(claimed.kind, data) != (claimed.width, claimed.height):
            raise _no(PackFault.PICTURE_WRONG, claimed.name)
        picture = as_kept(claimed.name, claimed.kind, data)
    except Refused:
        raise _no(PackFault.PICTURE_WRONG, claimed.name) from None
    if replace(picture, data=b"") != claimed:
        raise _no(PackFault.PICTURE_WRONG, claimed.name)
    return picture


def _called(text: str, entry: str) -> str:
    return plain_title(text)[:_LONGEST_TITLE] or entry


def _no(fault: PackFault, what: str = "", most: int = 0) -> Refused:
    return Refused(PackTrouble(fault, what, most))
