"""The screen's typeface, taken from the program's own files."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from groupkit.shipped import shipped

FAMILY = "Inter"
FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


def load_fonts() -> None:
    """Make Inter known to Qt; once per application is enough, more does no harm.

    Raises FileNotFoundError when a font did not ship with the program.
    """
    if QFontDatabase.applicationFontFamilies(0):
        return
    for name in FILES:
        path = shipped("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
