"""The drills: a bounded number of each in every test run, all of them with ``--full``.

Each drill prints a line of figures at the end of the run.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from drill_stores import Keyhole, Sized

_FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_FIGURES] = []


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    lines = config.stash.get(_FIGURES, [])
    if lines:
        terminalreporter.section("drills")
    for line in lines:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the drills are played in full."""
    return bool(request.config.getoption("--full"))


@pytest.fixture(scope="session")
def sized(full: bool) -> Sized:
    """Give the first number in full, the second otherwise."""
    return lambda all_of_them, some: all_of_them if full else some


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Print a line at the end of the run."""
    return request.config.stash[_FIGURES].append


@pytest.fixture
def chance() -> random.Random:
    """Chance that falls the same way each time; nothing secret hangs on it."""
    return random.Random(20270113)  # noqa: S311


@pytest.fixture(scope="session")
def keyhole() -> Keyhole:
    """Opens stores without deriving the same key again."""
    return Keyhole()
