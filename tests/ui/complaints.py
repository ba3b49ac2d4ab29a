"""Qt's own complaints, as failures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler

# The offscreen platform has no such thing; it says so whatever a program does.
_EXPECTED = ("This plugin does not support propagateSizeHints",)


@pytest.fixture(autouse=True)
def no_complaints() -> Iterator[None]:
    """Fail a test in which Qt warned of something."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(_EXPECTED):
            heard.append(message)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert heard == []
