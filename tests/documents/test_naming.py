"""File names that every platform takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupkit.documents.naming import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Gode aftaler om børnene", "Gode aftaler om børnene.pdf"),
        ("Køreplan 3", "Køreplan 3.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.pdf"),
        ("  to   ord \n her ", "to ord her.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.txt", "_nul.txt.pdf"),
        ("Lpt¹", "_Lpt¹.pdf"),
        ("..hemmelig..", "hemmelig.pdf"),
        ("", "1.pdf"),
        ("???", "1.pdf"),
        ("A\u030ase\u202egnp", "Åsegnp.pdf"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text(max_size=300))
def test_any_title_becomes_a_name_that_fits(title: str) -> None:
    name = file_name(title)
    assert name.endswith(".pdf")
    assert len(name) <= 80
    assert len(name.encode()) <= 240
    assert not set(name) & set('<>:"/\\|?*\0\n\t')
    assert not name.startswith((".", " "))
    assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
