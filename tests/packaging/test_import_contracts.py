"""Each import contract notices the breach that it is there for, and names it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFIGURED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {c["name"]: c for c in CONFIGURED["tool"]["importlinter"]["contracts"]}
RULES = "Rules know no library but the calendar's"

# contract -> what is planted: file (made or lengthened) -> the line that breaks it
BREACHES = {
    "Rooms import downwards only": {"domain/planted.py": "import groupkit.usecases.ports"},
    "Only the window knows Qt": {"usecases/planted.py": "from PySide6 import QtCore"},
    "The window knows neither store nor keys nor paper": {
        "ui/planted.py": "from sqlalchemy import select"
    },
    "Pages do not know each other": {
        "ui/pages/today/planted.py": "import groupkit.ui.pages.settings"
    },
    RULES: {"domain/planted.py": "import icalendar"},
    "Only the store knows SQL": {"documents/planted.py": "import sqlcipher3"},
    "Nothing imports itself round a corner": {
        "domain/planted.py": "import groupkit.domain.planted_too",
        "domain/planted_too.py": "import groupkit.domain.planted",
    },
}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the program and its configuration, to plant things in."""
    bytecode = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "groupkit", tmp_path / "src" / "groupkit", ignore=bytecode)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(checkout: Path) -> tuple[int, str]:
    """Return exit code and report of the import linter on a checkout."""
    run_it = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", run_it, "--no-cache"],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout / "src"), "PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def plant(checkout: Path, breach: dict[str, str]) -> None:
    """Put the lines of a breach into a checkout."""
    for name, line in breach.items():
        file = checkout / "src" / "groupkit" / name
        assert file.parent.is_dir(), f"{file.parent.name} is gone: plant this breach elsewhere"
        file.write_text(line + "\n", encoding="utf-8")


def test_the_program_keeps_every_contract(copied: Path) -> None:
    code, report = lint(copied)
    assert code == 0, report


@pytest.mark.parametrize(
    ("contract", "elsewhere"),
    [
        ("Only the window knows Qt", {"__main__", "ui"}),
        # The screen and the rules have contracts of their own.
        ("Only the store knows SQL", {"__main__", "ui", "domain", "store"}),
    ],
)
def test_no_room_is_forgotten(contract: str, elsewhere: set[str]) -> None:
    layers = CONTRACTS["Rooms import downwards only"]["layers"]
    rooms = {room.strip() for layer in layers for room in layer.split("|")}
    watched = {f"groupkit.{room}" for room in rooms - elsewhere}
    assert set(CONTRACTS[contract]["source_modules"]) == watched


def test_each_contract_has_a_planted_breach() -> None:
    assert set(BREACHES) == set(CONTRACTS)


@pytest.mark.parametrize("contract", BREACHES)
def test_a_planted_breach_breaks_its_contract_by_name(copied: Path, contract: str) -> None:
    plant(copied, BREACHES[contract])
    code, report = lint(copied)
    assert code == 1, report
    assert f"{contract} BROKEN" in report


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("cli/planted.py", "import groupkit.ui.places"),
        ("store/planted.py", "import groupkit.crypto.seal"),
        ("crypto/planted.py", "import groupkit.store.tables"),
        ("documents/planted.py", "import groupkit.machine.files"),
        ("usecases/planted.py", "import groupkit.store.tables"),
        ("language/planted.py", "import groupkit.usecases.ports"),
    ],
)
def test_no_room_reaches_up_or_sideways(copied: Path, file: str, line: str) -> None:
    plant(copied, {file: line})
    code, report = lint(copied)
    assert code == 1, report
    assert "Rooms import downwards only BROKEN" in report


def test_a_room_that_nobody_declared_fails(copied: Path) -> None:
    room = copied / "src" / "groupkit" / "cellar"
    room.mkdir()
    (room / "__init__.py").write_text("", encoding="utf-8")
    code, report = lint(copied)
    assert code == 1, report
    assert "Rooms import downwards only BROKEN" in report
    assert "- cellar" in report or "groupkit.cellar" in report


def test_the_rules_contract_names_every_library_in_use() -> None:
    graph = grimp.build_graph("groupkit", include_external_packages=True, cache_dir=None)
    outside = {name for name in graph.modules if graph.is_module_squashed(name)}
    foreign = outside - set(sys.stdlib_module_names)
    assert foreign - {"holidays"} <= set(CONTRACTS[RULES]["forbidden_modules"])
