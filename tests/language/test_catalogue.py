"""One catalogue: every text that the code says has its Danish, and nothing else stands there."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAYING = {"say": 1, "count": 2, "pick": 2}
"""How many leading arguments of each way to say something are texts."""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "packaging/catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def forms(text: Any) -> list[str]:
    return list(text) if isinstance(text, tuple | list) else [text]


def places(text: str) -> set[str]:
    """Return the names that stand in braces; a lone brace is a ValueError."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def sayings() -> Iterator[tuple[str, str, ast.Call]]:
    """Yield file and line, way, and call of every place where the code says something."""
    for file in sorted((ROOT / "src/groupkit").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            way = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if way in SAYING and (way != "count" or len(node.args) > 1):
                yield f"{file.relative_to(ROOT)}:{node.lineno}", way, node


def test_every_saying_begins_with_a_text_that_extraction_finds() -> None:
    hidden = [
        where
        for where, way, call in sayings()
        for text in call.args[: SAYING[way]]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert hidden == []
    assert len(list(sayings())) > 300


def test_every_saying_fills_the_places_of_its_text() -> None:
    wrong = []
    for where, way, call in sayings():
        if way == "pick" or any(word.arg is None for word in call.keywords):
            continue
        filled = {word.arg for word in call.keywords} | ({"n"} if way == "count" else set())
        for text in call.args[: SAYING[way]]:
            asked = places(ast.literal_eval(text)) if filled else set()
            unfilled = "{" in ast.literal_eval(text) and not filled
            if unfilled or asked - filled or (way == "say" and filled - asked):
                wrong.append(where)
    assert wrong == []


def test_every_text_of_the_code_stands_in_the_catalogue(tool: ModuleType) -> None:
    said = {(m.context, str(m.id)) for m in tool.extracted() if m.id}
    known = {(m.context, str(m.id)) for m in tool.danish() if m.id}
    assert said - known == set()
    assert known - said == set()
    assert len(said) > 300


def test_extraction_misses_no_saying_not_even_within_another_text(tool: ModuleType) -> None:
    collected = {(m.context, forms(m.id)[0]) for m in tool.extracted() if m.id}
    missed = []
    for where, way, call in sayings():
        texts = [ast.literal_eval(text) for text in call.args[: SAYING[way]]]
        asked = (texts[0], texts[1]) if way == "pick" else (None, texts[0])
        if asked not in collected:
            missed.append(where)
    assert missed == []


def test_every_text_has_its_danish(tool: ModuleType) -> None:
    missing = [m.id for m in tool.danish() if m.id and not all(forms(m.string))]
    assert missing == []
    assert [m.id for m in tool.danish() if m.id and m.fuzzy] == []
    assert not tool.danish().obsolete


def test_danish_and_english_hold_the_same_places(tool: ModuleType) -> None:
    for message in tool.danish():
        if not message.id:
            continue
        english, danish = forms(message.id), forms(message.string)
        for source, target in zip(english, danish, strict=True):
            assert places(source) == places(target), source


def test_danish_uses_danish_quotes_and_no_stray_blanks(tool: ModuleType) -> None:
    for message in tool.danish():
        for danish in forms(message.string) if message.id else ():
            assert "  " not in danish
            assert '"' not in danish
            assert danish.rstrip("\n ") == danish or danish.endswith(": "), danish


def test_the_compiled_catalogue_is_that_of_the_source(tool: ModuleType) -> None:
    assert tool.DANISH.with_suffix(".mo").read_bytes() == tool.compile_danish()
