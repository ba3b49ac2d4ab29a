"""The program does not end because Qt's binding counts None wrongly."""

from __future__ import annotations

import os
import subprocess
import sys

_MANY = """
import sys
from PySide6.QtGui import QFont
from groupkit.ui.application import application

application()
font = QFont()
for _ in range(10 * min(sys.getrefcount(None), 100_000)):
    font.setPixelSize(20)
application()
print("alive", bool(font), not font)
"""


def test_a_million_calls_that_return_nothing_do_not_end_the_program() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _MANY],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "alive True False"), ran.stderr
