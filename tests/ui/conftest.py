"""A program with cheap keys, and a demo store."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from complaints import no_complaints, no_stray_timer, nothing_outlives, own_home, qapp
from pytestqt.qtbot import QtBot
from screen import PASSPHRASE, TODAY, Screen

from groupkit.crypto.derive import CHEAPEST
from groupkit.ui.theme import appearance
from groupkit.usecases.demonstrating import Demonstration, Size, fill
from groupkit.usecases.unlock import FirstStart, first_start
from groupkit.wiring import Program
from groupkit.wiring.vault import StoreVault

__all__ = ["no_complaints", "no_stray_timer", "nothing_outlives", "own_home", "qapp"]


@pytest.fixture
def program() -> Program:
    return Program(StoreVault(CHEAPEST))


@pytest.fixture
def screen(qtbot: QtBot, program: Program, tmp_path: Path) -> Screen:
    """A window of a laptop that never saw the program."""
    appearance.use("light")
    return Screen(qtbot, program, tmp_path)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "arkiv"
    program = Program(StoreVault(CHEAPEST))
    opened = first_start(
        program.vault,
        folder,
        FirstStart("da", "Demohuset", "Anna Opdigtet", PASSPHRASE, PASSPHRASE),
    )
    fill(opened.store, program.library, Demonstration(Size.SMALL, 3, "da", TODAY), lambda *_: None)
    opened.store.close()
    return folder


@pytest.fixture
def demo(qtbot: QtBot, program: Program, tmp_path: Path, demo_folder: Path) -> Callable[[], Screen]:
    """Return a function that opens a window on a copy of the demo store, unlocked."""

    def show() -> Screen:
        shutil.copytree(demo_folder, tmp_path / "arkiv")
        appearance.use("light")
        screen = Screen(qtbot, program, tmp_path)
        screen.unlock()
        return screen

    return show
