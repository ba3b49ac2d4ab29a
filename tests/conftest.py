"""What holds for all tests: no window on anybody's screen, nothing in anybody's home."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no wrong rule; speed lives in benchmarks.
settings.register_profile("groupkit", deadline=None)
settings.load_profile("groupkit")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the drills be played in full."""
    parser.addoption("--full", action="store_true", help="play the drills in full (hours)")
