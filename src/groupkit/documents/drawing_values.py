"""Which values of a drawing are copied: numbers, colours, paths and transforms, checked each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from groupkit.documents.drawing_paths import (
    plain_numbers,
    plain_path,
    plain_points,
    plain_transform,
)
from groupkit.documents.drawing_reading import Node, Source, declarations
from groupkit.domain.picture import MOST_PIXELS

Box = tuple[float, float, float, float]

SHAPES: Final[dict[str, frozenset[str]]] = {
    "path": frozenset({"d"}),
    "rect": frozenset({"width", "height"}),
    "circle": frozenset({"r"}),
    "ellipse": frozenset({"rx", "ry"}),
    "line": frozenset(),
    "polyline": frozenset({"points"}),
    "polygon": frozenset({"points"}),
}
"""The shapes, and what each cannot be drawn without."""

_MOST = 1e7
_NUMBER = r"[+-]?(?:\d{1,15}+(?:\.\d{0,20}+)?|\.\d{1,20}+)(?:[eE][+-]?\d{1,2})?"
_ONE_NUMBER = re.compile(_NUMBER)
_LENGTH = re.compile(rf"({_NUMBER})\s*(px|pt|pc|mm|cm|in|%)?")
_COLOUR = re.compile(
    r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[a-zA-Z]{3,20}|rgb\(\s*\d{1,3}(?:\s*,\s*\d{1,3}){2}\s*\)"
)
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")\s]{1,200})['\"]?\s*\).*")
_UNITS: Final = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTHS: Final = {
    "x": 2, "y": 3, "width": 2, "height": 3, "rx": 2, "ry": 3, "cx": 2, "cy": 3, "r": 2,
    "x1": 2, "y1": 3, "x2": 2, "y2": 3, "stroke-width": 2, "stroke-dashoffset": 2,
}  # fmt: skip
"""Attributes with a length, and which side of the view box a percentage is of."""
_NEVER_NEGATIVE: Final = frozenset({"width", "height", "rx", "ry", "r", "stroke-width"})
_PLAIN_NUMBERS: Final = frozenset(
    {"opacity", "fill-opacity", "stroke-opacity", "stroke-miterlimit"}
)
_CHOICES: Final = {
    "fill-rule": frozenset({"nonzero", "evenodd"}),
    "stroke-linecap": frozenset({"butt", "round", "square"}),
    "stroke-linejoin": frozenset({"miter", "round", "bevel"}),
    "display": frozenset({"none"}),
    "visibility": frozenset({"hidden", "visible"}),
}
_COLOURS: Final = frozenset({"fill", "stroke", "color"})
_OF_GEOMETRY: Final = frozenset(
    {"d", "points", "transform", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r"}
    | {"x1", "y1", "x2", "y2"}
)
_SHAPED_ONLY: Final = _OF_GEOMETRY - {"transform"}


def checked_attributes(node: Node, source: Source, box: Box) -> dict[str, str]:
    """Return the attributes of a node that are safe to copy; style goes before attribute."""
    said = dict(node.attributes)
    for name in node.attributes.get("class", "").split()[:20]:
        said.update(_without_geometry(source.classes.get(name, {})))
    said.update(_without_geometry(declarations(node.attributes.get("style", ""))))
    kept: dict[str, str] = {}
    for name, value in said.items():
        if name in _SHAPED_ONLY and node.tag not in SHAPES and node.tag != "use":
            continue
        safe = _checked(name, value.strip(), source, box)
        if safe is not None:
            kept[name] = safe
    return kept


def _without_geometry(style: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in style.items() if name not in _OF_GEOMETRY}


def _checked(name: str, value: str, source: Source, box: Box) -> str | None:
    """Return ``value`` when it is one that the attribute may have, None otherwise."""
    if name in _LENGTHS:
        return _length(value, box[_LENGTHS[name]], name in _NEVER_NEGATIVE)
    if name in _PLAIN_NUMBERS:
        return value if _ONE_NUMBER.fullmatch(value) and abs(float(value)) <= _MOST else None
    if name in _CHOICES:
        return value if value in _CHOICES[name] else None
    if name in _COLOURS:
        return _colour(value, source)
    written_out = _WRITTEN_OUT.get(name)
    return written_out(value) if written_out else None


def _dashes(value: str) -> str | None:
    numbers = plain_numbers(value)
    return " ".join(numbers) if numbers and not any(map(_is_negative, numbers)) else None


def _is_negative(number: str) -> bool:
    return number.startswith("-")


_WRITTEN_OUT: Final[dict[str, Callable[[str], str | None]]] = {
    "d": plain_path,
    "points": plain_points,
    "transform": plain_transform,
    "stroke-dasharray": _dashes,
}


def _length(value: str, whole: float, never_negative: bool) -> str | None:
    found = _LENGTH.fullmatch(value)
    if not found:
        return None
    factor = whole / 100 if found[2] == "%" else _UNITS.get(found[2] or "px", 1.0)
    number = float(found[1]) * factor
    if abs(number) > _MOST or (never_negative and number < 0):
        return None
    return f"{number:.6g}"


def _colour(value: str, source: Source) -> str | None:
    if reference := _REFERENCE.fullmatch(value):
        return _middle_colour(reference[1], source)
    return value if _COLOUR.fullmatch(value) else None


def _middle_colour(name: str, source: Source) -> str | None:
    """Return the colour in the middle of a gradient, which may have its stops from another."""
    for _ in range(5):
        node = source.by_id.get(name)
        if node is None:
            return None
        stops = [child for child in node.children if child.tag == "stop"]
        if stops:
            stop = stops[len(stops) // 2].attributes
            said = declarations(stop.get("style", "")).get("stop-color") or stop.get("stop-color")
            return said if said and _COLOUR.fullmatch(said) else "black"
        name = node.attributes.get("href", "").removeprefix("#")
    return None


def view_box(root: Node) -> Box | None:
    """Return the part of the plane that is drawn, None when a drawing does not say."""
    numbers = re.split(r"[\s,]+", root.attributes.get("viewBox", "").strip())
    if len(numbers) == 4 and all(_ONE_NUMBER.fullmatch(number) for number in numbers):
        x, y, width, height = map(float, numbers)
    else:
        x = y = 0.0
        width, height = (_pixels(root.attributes.get(side, "")) for side in ("width", "height"))
    fits = all(1e-3 <= side <= _MOST for side in (width, height)) and max(abs(x), abs(y)) <= _MOST
    return (x, y, width, height) if fits else None


def drawn_size(root: Node, box: Box) -> tuple[int, int]:
    """Return width and height in pixels, in the proportions of the view box."""
    wanted = _pixels(root.attributes.get("width", "")) or box[2]
    wide, high = wanted, wanted * box[3] / box[2]
    shrunk = min(1.0, MOST_PIXELS / max(wide, high))
    return max(1, round(wide * shrunk)), max(1, round(high * shrunk))


def _pixels(value: str) -> float:
    found = _LENGTH.fullmatch(value.strip())
    if not found or found[2] == "%":
        return 0.0
    return max(0.0, min(_MOST, float(found[1]) * _UNITS.get(found[2] or "px", 1.0)))
