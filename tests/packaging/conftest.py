"""What the tests of set-up and packaging share: the checkout, and the set-up script as a module."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


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
