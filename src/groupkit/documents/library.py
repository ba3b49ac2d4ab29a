"""The shipped topics, read from ``resources/topics``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from groupkit.domain.agenda import ItemKind
from groupkit.domain.material import WORKSHEET, Sharing
from groupkit.domain.picture import Picture
from groupkit.domain.topic import Sheet, SuggestedItem, Topic
from groupkit.language import LANGUAGES
from groupkit.shipped import shipped


class ShippedLibrary:
    """Topics in Danish and English, in their order."""

    def topics(self, language: str) -> tuple[Topic, ...]:
        """Return all topics in ``language`` ('da' or 'en')."""
        return _topics(language)

    def telling_stems(self) -> tuple[str, ...]:
        """Return the stems of words, Danish and English, that nothing discreet may hold."""
        return tuple(stem for code in LANGUAGES for stem in telling_stems(code))

    def programmes(self) -> tuple[tuple[str, ...], ...]:
        """Return the shipped programmes as slugs, the shortest first."""
        return _programmes()

    def pictures(self, _names: Sequence[str]) -> tuple[Picture, ...]:
        """Return none: no picture ships."""
        return ()


@cache
def _programmes() -> tuple[tuple[str, ...], ...]:
    told = tomllib.loads(shipped("programmes.toml").read_text("utf-8"))
    return tuple(sorted((tuple(each["topics"]) for each in told["programme"]), key=len))


@cache
def _topics(language: str) -> tuple[Topic, ...]:
    folders = (file.parent for file in shipped("topics").glob("*/topic.toml"))
    return tuple(sorted((_topic(folder, language) for folder in folders), key=lambda t: t.order))


def _topic(folder: Path, language: str) -> Topic:
    about = tomllib.loads((folder / "topic.toml").read_text("utf-8"))
    return Topic(
        slug=folder.name,
        order=about["order"],
        title=about["title"][language],
        summary=about["summary"][language],
        agenda=tuple(_item(item, language) for item in about["agenda"]),
        guide=(folder / f"guide.{language}.md").read_text("utf-8"),
        handout=(folder / f"handout.{language}.md").read_text("utf-8"),
        more=_worksheet(folder, language),
    )


def _worksheet(folder: Path, language: str) -> tuple[Sheet, ...]:
    file = folder / f"{WORKSHEET}.{language}.md"
    if not file.is_file():
        return ()
    return (Sheet(WORKSHEET, Sharing.TAKE_HOME, file.read_text("utf-8")),)


def _item(item: dict[str, Any], language: str) -> SuggestedItem:
    note = item.get("note", {})
    return SuggestedItem(
        ItemKind(item["kind"]), item["title"][language], item["minutes"], note.get(language, "")
    )


@cache
def telling_stems(language: str) -> tuple[str, ...]:
    """Return the stems of words that a discreet sheet may not hold."""
    stems = tomllib.loads(shipped("topics", "telling.toml").read_text("utf-8"))
    return tuple(stems[language])
