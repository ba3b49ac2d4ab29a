"""Type sizes, spacing and roundings, in pixels at text factor 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["caption", "body", "strong", "lead", "title", "display"]


@dataclass(frozen=True)
class TypeStep:
    """One step of the type scale: height in pixels and weight as Qt and CSS count it."""

    size: int
    weight: int


@dataclass(frozen=True)
class TypeScale:
    """The whole scale; a page uses these steps and no others."""

    caption: TypeStep = TypeStep(12, 400)
    body: TypeStep = TypeStep(14, 400)
    strong: TypeStep = TypeStep(14, 500)
    lead: TypeStep = TypeStep(16, 600)
    title: TypeStep = TypeStep(20, 600)
    display: TypeStep = TypeStep(28, 600)

    def step(self, role: Role) -> TypeStep:
        """Return the step that a role of text is set in."""
        found = getattr(self, role)
        assert isinstance(found, TypeStep)  # noqa: S101 - narrows the type, the role is a Literal
        return found


@dataclass(frozen=True)
class Spacing:
    """The 8-pixel grid, with half a step for what belongs together."""

    half: int = 4
    one: int = 8
    two: int = 16
    three: int = 24
    four: int = 32
    six: int = 48


@dataclass(frozen=True)
class Radius:
    """Roundings: controls, cards, and pills (half their height)."""

    small: int = 6
    control: int = 8
    card: int = 10


TYPE = TypeScale()
SPACE = Spacing()
RADIUS = Radius()
PAGE_WIDTH = 1120
