"""What lies over the open page: a paper's preview, and the search; one of each at most."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from groupkit.language import Language
from groupkit.ui.desk import Desk
from groupkit.ui.preview import Preview
from groupkit.ui.search import Finder
from groupkit.usecases.papers import Printable


class Overlays(QObject):
    """Opens them over the window, and closes them before it locks."""

    noticed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._preview: Preview | None = None
        self._finder: Finder | None = None

    def show_paper(self, paper: Printable, language: Language, desk: Desk | None) -> None:
        """Show a paper's preview in place of another; an open store hears when it is printed."""
        self._close_preview()
        self._preview = Preview(paper, language, self._window)
        self._preview.noticed.connect(self.noticed)
        self._preview.closed.connect(self._forget_preview)
        if desk is not None:
            self._preview.printed.connect(desk.printed)
        self._preview.open()

    def search(self, desk: Desk | None) -> None:
        """Search from wherever one is; a second time puts the keyboard back in the field."""
        if self._finder is not None:
            self._finder.take_field()
        elif desk is not None:
            self._close_preview()
            self._finder = Finder(desk, self._window)
            self._finder.closed.connect(self._forget_finder)
            self._finder.open()

    def close(self) -> None:
        """Take both away at once."""
        self._close_preview()
        if self._finder is not None:
            self._finder.close_now()

    def _close_preview(self) -> None:
        if self._preview is not None:
            self._preview.close_now()

    def _forget_preview(self) -> None:
        self._preview = None

    def _forget_finder(self) -> None:
        self._finder = None
