"""Which look is on: follows the system unless one is chosen; parts ask here for colours."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from groupkit.shipped import shipped
from groupkit.ui.theme.style_sheet import style_sheet
from groupkit.ui.theme.tokens import BODY, DARK, LIGHT, Palette

FAMILY = "Inter"
LEAST_FACTOR, MOST_FACTOR = 1.0, 2.0


class Appearance(QObject):
    """The look of one application; ``changed`` tells parts that paint for themselves."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._wanted = "system"
        self.factor = LEAST_FACTOR
        self.palette = LIGHT
        _load_fonts()
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def use(self, wanted: str, factor: float | None = None) -> None:
        """Show 'light', 'dark', or what the 'system' shows; ``factor`` scales text (1-2)."""
        self._wanted = wanted
        if factor is not None:
            self.factor = max(LEAST_FACTOR, min(factor, MOST_FACTOR))
        self._apply()

    def _follow_system(self) -> None:
        if self._wanted == "system":
            self._apply()

    def _apply(self) -> None:
        self.palette = DARK if self._is_dark() else LIGHT
        font = QFont(FAMILY)
        font.setPixelSize(round(BODY * self.factor))
        self._application.setFont(font)
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(style_sheet(self.palette, self.factor))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._wanted == "system":
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._wanted == "dark"


def current() -> Appearance:
    """Return the running application's look, made at the first call."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("a look needs a running application")
    found = application.findChild(Appearance)
    return found if found is not None else Appearance(application)


def use(wanted: str, factor: float | None = None) -> None:
    """Switch the running application's look."""
    current().use(wanted, factor)


@cache
def _load_fonts() -> None:
    for file in sorted(shipped("fonts").glob(f"{FAMILY}-*.otf")):
        QFontDatabase.addApplicationFont(str(file))


def _qt_palette(colours: Palette) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.hover,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.quiet,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette
