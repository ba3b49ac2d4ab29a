"""What the tests of set-up and packaging share: the checkout, and the set-up script as a module."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType

import pytest

# What old and new pips print when no package index answers.
UNANSWERED = (
    "Failed to establish a new connection",
    "Failed to resolve",
    "Max retries exceeded",
    "Connection timed out",
)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds the program's sources."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def start(checkout: Path) -> ModuleType:
    """The set-up script, imported and not run."""
    spec = importlib.util.spec_from_file_location("start", checkout / "packaging" / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def out_of_reach() -> Callable[[CompletedProcess[str]], bool]:
    """Tells whether a run of pip failed because no package index answered."""
    return lambda done: done.returncode != 0 and any(sign in done.stderr for sign in UNANSWERED)
