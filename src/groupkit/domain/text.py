"""Texts as people type and paste them, made safe to keep and to show."""

from __future__ import annotations

import re
import unicodedata

from groupkit.domain.refusal import Field, Refused, TextEmpty, TextTooLong, TextUnprintable

LONGEST_NAME = 80
LONGEST_NOTE = 20_000

# Direction overrides can make one name look like another; letters of right-to-left scripts stay.
_DIRECTION_CONTROLS = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F]
)
_BLANKS = re.compile(r"[^\S\n]+")


def _without_controls(text: str, *, keep: str = "") -> str:
    kept = text.translate(_DIRECTION_CONTROLS)
    return "".join(
        char for char in kept if char in keep or unicodedata.category(char) not in {"Cc", "Cs"}
    )


def line(text: str, field: Field, *, most: int = LONGEST_NAME) -> str:
    """Return ``text`` as one clean line (NFC, single blanks, no control characters).

    Raises:
        Refused: TextEmpty, TextTooLong (over ``most`` characters) or TextUnprintable.
    """
    cleaned = optional_line(text, field, most=most)
    if cleaned:
        return cleaned
    raise Refused(TextUnprintable(field) if text.strip() else TextEmpty(field))


def optional_line(text: str, field: Field, *, most: int = LONGEST_NAME) -> str:
    """Return ``text`` as one clean line that may be empty.

    Raises:
        Refused: TextTooLong.
    """
    folded = re.sub(r"\s+", " ", text[: most * 20 + 20])
    # Taking a sign out can bring two blanks, or a letter and its accent, together.
    bare = unicodedata.normalize("NFC", _without_controls(folded))
    cleaned = re.sub(r"\s+", " ", bare).strip()
    if len(text) > most * 20 or len(cleaned) > most:
        raise Refused(TextTooLong(field, max(len(cleaned), len(text.strip())), most))
    return cleaned


def prose(text: str, field: Field, *, most: int = LONGEST_NOTE) -> str:
    """Return ``text`` as clean paragraphs: NFC, line ends as newlines, no control characters.

    Raises:
        Refused: TextTooLong (over ``most`` characters).
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    bare = _without_controls(_BLANKS.sub(" ", unified), keep="\n")
    cleaned = _BLANKS.sub(" ", unicodedata.normalize("NFC", bare)).strip()
    if len(cleaned) > most:
        raise Refused(TextTooLong(field, len(cleaned), most))
    return cleaned
