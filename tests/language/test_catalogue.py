"""One catalogue: every text that the code says has its Danish, and nothing else stands there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
_PLACE = re.compile(r"\{[a-z_]*\}")


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


def test_every_text_of_the_code_stands_in_the_catalogue(tool: ModuleType) -> None:
    said = {(m.context, str(m.id)) for m in tool.extracted() if m.id}
    known = {(m.context, str(m.id)) for m in tool.danish() if m.id}
    assert said - known == set()
    assert known - said == set()
    assert len(said) > 300


def test_every_text_has_its_danish(tool: ModuleType) -> None:
    missing = [m.id for m in tool.danish() if m.id and not all(forms(m.string))]
    assert missing == []
    assert [m.id for m in tool.danish() if m.id and m.fuzzy] == []


def test_danish_and_english_hold_the_same_places(tool: ModuleType) -> None:
    for message in tool.danish():
        if not message.id:
            continue
        english, danish = forms(message.id), forms(message.string)
        for source, target in zip(english, danish, strict=True):
            assert set(_PLACE.findall(source)) == set(_PLACE.findall(target)), source


def test_danish_uses_danish_quotes_and_no_stray_blanks(tool: ModuleType) -> None:
    for message in tool.danish():
        for danish in forms(message.string) if message.id else ():
            assert "  " not in danish
            assert '"' not in danish
            assert danish.rstrip("\n ") == danish or danish.endswith(": "), danish


def test_the_compiled_catalogue_is_that_of_the_source(tool: ModuleType) -> None:
    assert tool.DANISH.with_suffix(".mo").read_bytes() == tool.compile_danish()
