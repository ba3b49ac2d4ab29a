"""Where the files that ship with the program lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the folder of shipped resources: inside the wheel, or beside ``src`` in a checkout."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "resources"


def shipped(*parts: str) -> Path:
    """Return the path of one shipped file or folder, for example ``shipped("fonts")``."""
    return resources().joinpath(*parts)
