"""A picture on a sheet, as the store keeps it: already made safe and small."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from groupkit.domain.material import slug_of

MOST_PIXELS = 2_000
"""Width and height; a larger picture is scaled down when it is taken in."""
MOST_PICTURE_BYTES = 4_000_000
MOST_NAME = 60
"""Letters of a picture's name."""
MOST_PICTURES = 200
MOST_BYTES_KEPT = 60_000_000
"""Of all pictures together; every backup holds them."""
LOGO = "logo"
"""The picture of this name is the house's own, which stands on its sheets."""
_NAMELESS = "picture"
_LETTER = re.compile(r"[A-Za-z0-9æøåÆØÅ]")
_BLOCK = re.compile(r"^ {0,3}:{3,}[ \t]*picture[ \t]+([a-z0-9]+(?:-[a-z0-9]+)*)", re.MULTILINE)


@dataclass(frozen=True)
class PictureFacts:
    """What is known of a picture without reading it: its size in pixels and its bytes."""

    name: str
    kind: str
    width: int
    height: int
    size: int


@dataclass(frozen=True)
class Picture:
    """A picture under a name (a slug); ``kind`` is 'png', 'jpeg' or 'svg', sizes in pixels."""

    name: str
    kind: str
    width: int
    height: int
    data: bytes


def free_name(title: str, taken: Iterable[str]) -> str:
    """Return a name made of ``title`` for a picture on sheets, other than those ``taken``."""
    words = slug_of(title, ())[: MOST_NAME - 5].strip("-") if _LETTER.search(title) else _NAMELESS
    return slug_of(words, (*taken, LOGO))


def renamed(source: str, names: Mapping[str, str]) -> str:
    """Return ``source`` showing pictures under other names; those not in ``names`` stay."""
    return _BLOCK.sub(
        lambda found: found[0].removesuffix(found[1]) + names.get(found[1], found[1]), source
    )


def named_in(source: str) -> tuple[str, ...]:
    """Return the names of the pictures that ``source`` shows, each once, in order."""
    return tuple(dict.fromkeys(_BLOCK.findall(source.replace("\r", "\n"))))
