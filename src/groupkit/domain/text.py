"""Texts as people type and paste them, made safe to keep and to show."""

from __future__ import annotations

import re
import unicodedata

from groupkit.domain.refusal import Field, Refused, TextEmpty, TextTooLong, TextUnprintable

LONGEST_NAME = 80
LONGEST_NOTE = 20_000

# Signs that nobody sees can make one name look like another. The joiners stay: Persian words and
# emoji of several signs need them.
_INVISIBLE = dict.fromkeys(
    [
        *range(0x202A, 0x202F),  # direction: embeddings and overrides
        *range(0x2066, 0x206A),  # direction: isolates
        *(0x061C, 0x200E, 0x200F),  # direction: marks
        *(0x00AD, 0x034F, 0x180E, 0x200B, 0xFEFF),  # soft hyphen, joiner, widthless blanks
        *range(0x2060, 0x2066),  # word joiner, invisible operators
        *range(0x206A, 0x2070),  # deprecated
        *range(0xFFF9, 0xFFFC),  # annotations
    ]
)
_JOINERS = "\u200c\u200d"
# Letters and symbols by category, yet drawn as nothing.
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_MOST_PER_KEPT = 4
_BLANKS = re.compile(r"[^\S\n]+")


def _without_controls(text: str, *, keep: str = "") -> str:
    kept = text.translate(_INVISIBLE)
    return "".join(
        char for char in kept if char in keep or unicodedata.category(char) not in {"Cc", "Cs"}
    )


def _is_readable(text: str) -> bool:
    return any(
        char not in _FILLERS and unicodedata.category(char) not in {"Cf", "Mn", "Me", "Zs"}
        for char in text
    )


def line(text: str, field: Field, *, most: int = LONGEST_NAME) -> str:
    """Return ``text`` as one clean line (NFC, single blanks, no control characters).

    Raises:
        Refused: TextEmpty, TextTooLong (over ``most`` characters) or TextUnprintable.
    """
    cleaned = optional_line(text, field, most=most)
    if _is_readable(cleaned):
        return cleaned
    raise Refused(TextUnprintable(field) if text.strip() else TextEmpty(field))


def optional_line(text: str, field: Field, *, most: int = LONGEST_NAME) -> str:
    """Return ``text`` as one clean line that may be empty.

    Raises:
        Refused: TextTooLong.
    """
    stripped = text.strip()
    if len(stripped) > most * 20:
        raise Refused(TextTooLong(field, len(stripped), most))
    # Taking a sign out can bring two blanks, or a letter and its accent, together.
    bare = unicodedata.normalize("NFC", _without_controls(re.sub(r"\s+", " ", stripped)))
    cleaned = re.sub(r"\s+", " ", bare).strip().strip(_JOINERS + " ")
    if len(cleaned) > most:
        raise Refused(TextTooLong(field, len(cleaned), most))
    return cleaned


def prose(text: str, field: Field, *, most: int = LONGEST_NOTE) -> str:
    """Return ``text`` as clean paragraphs: NFC, line ends as newlines, no control characters.

    Raises:
        Refused: TextTooLong (over ``most`` characters).
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    folded = _BLANKS.sub(" ", unified).strip()
    if len(folded) > most * _MOST_PER_KEPT:
        # NFC takes the square of a run of accents: half a minute for 200,000.
        raise Refused(TextTooLong(field, len(folded), most))
    bare = _without_controls(folded, keep="\n")
    cleaned = _BLANKS.sub(" ", unicodedata.normalize("NFC", bare)).strip()
    if len(cleaned) > most:
        raise Refused(TextTooLong(field, len(cleaned), most))
    return cleaned
