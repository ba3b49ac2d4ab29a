"""An SVG file as a tree of names and attributes, read with care.

Entities are refused where they are declared, nothing is ever fetched, and depth and number of parts
are bounded while they are read, so that no file unfolds into more than it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from groupkit.documents.picture_trouble import trouble
from groupkit.domain.refusal import PictureFault

MOST_DRAWING_BYTES = 2_000_000
MOST_NODES = 20_000
_DEEPEST = 60
_MOST_STYLES = 100_000
_SVG = "http://www.w3.org/2000/svg"
_RULE = re.compile(r"([^{}]*+)\{([^{}]*+)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*+)")


@dataclass
class Node:
    """An element of SVG; attributes without their namespace."""

    tag: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True)
class Source:
    """A drawing as read: its root, what can be referred to, and the style of each class."""

    root: Node
    by_id: dict[str, Node]
    classes: dict[str, dict[str, str]]


def read_drawing(data: bytes) -> Source:
    """Return the tree of an SVG file.

    Raises:
        Refused: PictureTrouble (TOO_MANY_BYTES, UNKNOWN_KIND, BROKEN, TOO_INTRICATE).
    """
    if len(data) > MOST_DRAWING_BYTES:
        raise trouble(PictureFault.TOO_MANY_BYTES, MOST_DRAWING_BYTES)
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, UnicodeError, LookupError, ValueError):
        raise trouble(PictureFault.BROKEN) from None
    if reader.root is None:
        raise trouble(PictureFault.UNKNOWN_KIND)
    return Source(reader.root, reader.by_id, _classes("".join(reader.styles)))


def declarations(style: str) -> dict[str, str]:
    """Return the properties of 'fill: red; stroke: none'."""
    parts = (each.partition(":") for each in style.split(";"))
    return {name.strip().lower(): said.strip() for name, colon, said in parts if colon}


class _Reader:
    def __init__(self) -> None:
        self.root: Node | None = None
        self.by_id: dict[str, Node] = {}
        self.styles: list[str] = []
        self._open: list[Node] = []
        self._nodes = 0
        self._style_length = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse_entity
        self.parser.ExternalEntityRefHandler = self._refuse_entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES or len(self._open) >= _DEEPEST:
            raise trouble(PictureFault.TOO_INTRICATE)
        namespace, _, tag = name.rpartition(" ")
        known = namespace in ("", _SVG)
        own = {key.rpartition(" ")[2]: said for key, said in attributes.items()}
        node = Node(tag if known else "", own if known else {})
        if self.root is None:
            if node.tag != "svg":
                raise trouble(PictureFault.UNKNOWN_KIND)
            self.root = node
        elif self._open:
            self._open[-1].children.append(node)
        if node.attributes.get("id"):
            self.by_id.setdefault(node.attributes["id"], node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1].tag == "style":
            self._style_length += len(text)
            if self._style_length > _MOST_STYLES:
                raise trouble(PictureFault.TOO_INTRICATE)
            self.styles.append(text)

    def _refuse_entity(self, *_declared: object) -> int:
        raise trouble(PictureFault.TOO_INTRICATE)


def _classes(sheet: str) -> dict[str, dict[str, str]]:
    """Return what a style sheet says of classes; every other rule is left out."""
    found: dict[str, dict[str, str]] = {}
    for selectors, said in _RULE.findall(_COMMENT.sub("", sheet)):
        # What is imported and the like ends in a semicolon and stands before the selectors.
        for selector in selectors.rpartition(";")[2].split(","):
            if named := _CLASS.fullmatch(selector.strip()):
                found.setdefault(named[1], {}).update(declarations(said))
    return found
