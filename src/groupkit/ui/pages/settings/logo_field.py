"""The house's logo: seen, chosen from a file, removed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from groupkit.domain.picture import LOGO, Picture
from groupkit.domain.refusal import FileNotRead, Refused
from groupkit.machine.files import read_at_most
from groupkit.ui.desk import Desk
from groupkit.ui.file_dialog import ask_for_file
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID
from groupkit.ui.thumbnail import thumbnail
from groupkit.usecases.pictures import find_picture, put_back, remove_logo, set_logo

_ROOM = QSize(160, 56)
_MOST_BYTES = 20_000_000


class LogoField(QWidget):
    """What is chosen is kept at once; removing it can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say = desk.language.say
        self._desk = desk
        label = PlainLabel(say("Logo"), role="label")
        hint = PlainLabel(
            say("It stands at the foot of plain handouts, never on a discreet sheet."), role="hint"
        )
        hint.setWordWrap(True)
        self._shown = QLabel()
        self._shown.setObjectName("logo")
        self._choose = secondary(say("Choose a picture …"))
        self._choose.setAccessibleDescription(say("Logo"))
        self._remove = quiet(say("Remove the logo"), "trash")
        for part in (self._shown, self._remove):
            part.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self._shown)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(hint)
        self._choose.clicked.connect(self._ask_which)
        self._remove.clicked.connect(self._take_away)

    def load(self) -> None:
        """Read and show the logo."""
        store = self._desk.store

        def small() -> QImage | None:
            found = find_picture(store, LOGO)
            if found is None:
                return None
            size = QSize(found.width, found.height)
            return thumbnail(found, size.scaled(_ROOM, Qt.AspectRatioMode.KeepAspectRatio))

        self._desk.ask(self, small, self._show)

    def take_file(self, file: Path) -> None:
        """Let the picture of a file be the logo."""
        desk = self._desk

        def kept(before: Picture | None) -> None:
            self.load()
            desk.notice(desk.language.say("The logo is kept."), undo=lambda: self._put(before))

        desk.do(self, lambda: set_logo(desk.store, desk.press, _bytes_of(file)), kept)

    def _show(self, small: QImage | None) -> None:
        say = self._desk.language.say
        has_logo = small is not None
        if small is not None:
            self._shown.setPixmap(QPixmap.fromImage(small))
            self._shown.setAccessibleName(say("The house's logo"))
        if not has_logo and self._remove.hasFocus():
            self._choose.setFocus()
        self._shown.setVisible(has_logo)
        self._remove.setVisible(has_logo)
        self._choose.setText(say("Choose another …") if has_logo else say("Choose a picture …"))

    def _ask_which(self) -> None:
        say = self._desk.language.say
        kinds = [say("Pictures (*.png *.jpg *.jpeg *.svg)")]
        ask_for_file(self, say("A picture"), Path.home(), kinds, self.take_file)

    def _take_away(self) -> None:
        desk = self._desk

        def removed(before: Picture | None) -> None:
            self.load()
            desk.notice(desk.language.say("The logo is removed."), undo=lambda: self._put(before))

        desk.do(self, lambda: remove_logo(desk.store), removed)

    def _put(self, before: Picture | None) -> None:
        desk = self._desk
        if before is None:
            desk.do(self, lambda: remove_logo(desk.store), lambda _: self.load())
        else:
            desk.do(self, lambda: put_back(desk.store, before), lambda _: self.load())


def _bytes_of(file: Path) -> bytes:
    try:
        return read_at_most(file, _MOST_BYTES)
    except OSError:
        raise Refused(FileNotRead(file.name)) from None
