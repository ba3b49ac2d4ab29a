"""The reference of the notation says what the reader reads."""

from __future__ import annotations

import re

import pytest

from groupkit.documents.blocks import (
    Block,
    Box,
    Columns,
    Figure,
    Help,
    Item,
    Mark,
    Scale,
    WritingLines,
)
from groupkit.documents.reading import read
from groupkit.domain.discretion import BLOCKS
from groupkit.shipped import shipped


def manual(language: str) -> str:
    return shipped("manual", f"notation.{language}.md").read_text("utf-8")


def examples(language: str) -> list[str]:
    return re.findall(r"^```\n(.*?)^```$", manual(language), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_example_is_read_as_it_says(language: str) -> None:
    found: list[Block] = [block for source in examples(language) for block in read(source, False)]
    assert [type(block) for block in found] == [
        *(Box, Item, Item, WritingLines, Scale, Help, Figure),
        *(Box, Columns),
    ]
    assert all(block.mark is Mark.TICK for block in found if isinstance(block, Item))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_block_is_explained(language: str) -> None:
    for name in BLOCKS:
        assert re.search(rf"^:{{3,}} {name}\b", manual(language), re.MULTILINE), name


def test_both_languages_explain_the_same() -> None:
    signs = [
        re.findall(r"^(?:#+|-|:::+ ?\w*|```)", manual(code), re.MULTILINE) for code in ("da", "en")
    ]
    assert signs[0] == signs[1]
