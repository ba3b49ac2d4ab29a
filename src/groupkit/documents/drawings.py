"""Drawings (SVG), copied shape by shape into a small and harmless SVG of our own.

What comes along: groups, paths and plain shapes with their numbers, colours and transforms. Classes
of a style sheet become attributes, what is used twice is drawn twice, a gradient becomes the colour
of its middle. Nothing else does: no script, event, link, address, letter, embedded picture, filter
or comment. So what is drawn needs no parser that is careful.
"""

from __future__ import annotations

from html import escape
from typing import Final

from groupkit.documents.drawing_reading import MOST_NODES, Node, Source, read_drawing
from groupkit.documents.drawing_values import (
    SHAPES,
    checked_attributes,
    drawn_size,
    view_box,
)
from groupkit.documents.picture_trouble import trouble
from groupkit.domain.picture import MOST_PICTURE_BYTES, Picture
from groupkit.domain.refusal import PictureFault

_DEEPEST = 60
_GROUPS: Final = frozenset({"svg", "g", "a", "switch"})
_USED_AS_GROUPS: Final = _GROUPS | {"symbol"}


def drawing(name: str, data: bytes) -> Picture:
    """Return the shapes of an SVG file as a picture.

    Raises:
        Refused: PictureTrouble.
    """
    source = read_drawing(data)
    box = view_box(source.root)
    if box is None:
        raise trouble(PictureFault.BROKEN)
    copy = _Copy(source, box)
    copy.children_of(source.root, 0)
    if not copy.shapes:
        raise trouble(PictureFault.NOTHING_DRAWN)
    width, height = drawn_size(source.root, box)
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="{" ".join(f"{number:g}" for number in box)}" width="{width}" height="{height}"'
    )
    own = checked_attributes(source.root, source, box)
    painted = {key: own[key] for key in own if key != "transform"}
    written = f"{head}{_listed(painted)}>{''.join(copy.parts)}</svg>".encode("ascii")
    if len(written) > MOST_PICTURE_BYTES:
        raise trouble(PictureFault.TOO_INTRICATE)
    return Picture(name, "svg", width, height, written)


class _Copy:
    """The shapes written so far; counts every node that is looked at."""

    def __init__(self, source: Source, box: tuple[float, float, float, float]) -> None:
        self._source = source
        self._box = box
        self._looked_at = 0
        self._written = 0
        self.parts: list[str] = []
        self.shapes = 0

    def children_of(self, node: Node, depth: int) -> None:
        for child in node.children:
            self._node(child, depth + 1)

    def _node(self, node: Node, depth: int) -> None:
        self._looked_at += 1
        if self._looked_at > MOST_NODES or depth > _DEEPEST:
            raise trouble(PictureFault.TOO_INTRICATE)
        if node.tag in SHAPES:
            self._shape(node)
        elif node.tag in _GROUPS:
            self._group(node, node, depth)
        elif node.tag == "use":
            used = self._source.by_id.get(node.attributes.get("href", "").removeprefix("#"))
            if used is not None:
                self._used(node, used, depth)

    def _shape(self, node: Node) -> None:
        attributes = checked_attributes(node, self._source, self._box)
        if SHAPES[node.tag] <= attributes.keys() and attributes.get("display") != "none":
            self.shapes += 1
            self._write(f"<{node.tag}{_listed(attributes)}/>")

    def _group(self, group: Node, content: Node, depth: int) -> None:
        attributes = checked_attributes(group, self._source, self._box)
        if attributes.get("display") == "none":
            return
        self._write(f"<g{_listed(attributes)}>")
        self.children_of(content, depth)
        self._write("</g>")

    def _used(self, use: Node, used: Node, depth: int) -> None:
        attributes = checked_attributes(use, self._source, self._box)
        x, y = attributes.pop("x", "0"), attributes.pop("y", "0")
        moved = f"{attributes.get('transform', '')} translate({x} {y})".strip()
        self._write(f"<g{_listed({**attributes, 'transform': moved})}>")
        if used.tag in _USED_AS_GROUPS:
            self._group(used, used, depth)
        else:
            self._node(used, depth + 1)
        self._write("</g>")

    def _write(self, part: str) -> None:
        self._written += len(part)
        if self._written > MOST_PICTURE_BYTES:
            raise trouble(PictureFault.TOO_INTRICATE)
        self.parts.append(part)


def _listed(attributes: dict[str, str]) -> str:
    return "".join(f' {key}="{escape(attributes[key])}"' for key in sorted(attributes))
