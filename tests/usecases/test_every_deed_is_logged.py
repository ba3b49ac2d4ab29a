"""Whatever keeps a change also notes it in the change log; half-typed drafts alone do not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import groupkit.usecases

ROOM = Path(groupkit.usecases.__file__).parent
UNNOTED = {"drafting.py"}
"""What nobody has finished typing is no deed yet."""


def calls(node: ast.AST) -> set[str]:
    """Return the last two names of every call in ``node``: ``work.commit``, ``log.note``."""
    found = (ast.unparse(each.func) for each in ast.walk(node) if isinstance(each, ast.Call))
    return {".".join(name.split(".")[-2:]) for name in found}


def without_a_note(source: str) -> Iterator[str]:
    """Yield the functions that commit and, with the functions they call, note nothing."""
    functions = {
        node.name: node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)
    }
    notes = {name for name, node in functions.items() if "log.note" in calls(node)}
    for name, node in functions.items():
        if "work.commit" in calls(node) and not (name in notes or notes & calls(node)):
            yield name


def test_every_use_case_that_keeps_something_notes_it() -> None:
    found = {
        path.name: list(without_a_note(path.read_text("utf-8")))
        for path in ROOM.rglob("*.py")
        if path.name not in UNNOTED
    }
    assert {name: functions for name, functions in found.items() if functions} == {}


def test_some_use_cases_keep_something() -> None:
    keeping = [
        path.name for path in ROOM.rglob("*.py") if "work.commit()" in path.read_text("utf-8")
    ]
    assert len(keeping) > 7


def test_a_deed_without_a_note_is_found() -> None:
    planted = """
def noted(store):
    with store.work() as work:
        work.groups.add(1)
        work.log.note(2, 3)
        work.commit()

def by_another(store):
    with store.work() as work:
        noted(work)
        work.commit()

def silent(store):
    with store.work() as work:
        work.groups.add(1)
        work.commit()
"""
    assert list(without_a_note(planted)) == ["silent"]
