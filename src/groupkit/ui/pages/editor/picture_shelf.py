"""The house's pictures in small, to choose one by arrow keys or mouse."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from groupkit.domain.picture import Picture
from groupkit.ui.desk import Desk
from groupkit.ui.parts.icons import scaled
from groupkit.ui.thumbnail import thumbnail
from groupkit.usecases.pictures import KeptPicture, find_picture

_SIZE = QSize(120, 84)
_ROWS = 2
_NAME = Qt.ItemDataRole.UserRole


class PictureShelf(QListWidget):
    """Each picture is read and made small by itself, so that other work comes between."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._small: dict[str, QIcon] = {}
        self._kept: dict[str, KeptPicture] = {}
        self.setObjectName("choices")
        self.setAccessibleName(desk.language.say("Pictures"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setSpacing(4)
        self.setIconSize(_SIZE)
        cell = QSize(_SIZE.width() + 20, _SIZE.height() + scaled(20) + 16)
        self.setGridSize(cell)
        self.setFixedHeight(cell.height() * _ROWS + 14)
        self.setTabKeyNavigation(False)
        self.currentItemChanged.connect(self._choose)

    @property
    def picture(self) -> KeptPicture | None:
        """The chosen picture."""
        item = self.currentItem()
        return self._kept.get(item.data(_NAME)) if item is not None else None

    def show_pictures(self, kept: tuple[KeptPicture, ...], chosen: str = "") -> None:
        """Show ``kept`` with one of them chosen."""
        before = self.picture
        wanted = chosen or (before.facts.name if before else "")
        blocked = self.blockSignals(True)
        self.clear()
        self._kept = {each.facts.name: each for each in kept}
        for name in self._kept:
            item = QListWidgetItem(self._small.get(name, _blank()), name, self)
            item.setData(_NAME, name)
            if name == wanted:
                self.setCurrentItem(item)
            if name not in self._small:
                self._draw(name)
        self.blockSignals(blocked)
        self.scrollToItem(self.currentItem())
        self.chosen.emit()

    def _draw(self, name: str) -> None:
        store = self._desk.store

        def small() -> tuple[str, QImage] | None:
            found: Picture | None = find_picture(store, name)
            return (name, thumbnail(found, _SIZE)) if found else None

        self._desk.ask(self, small, self._take)

    def _take(self, drawn: tuple[str, QImage] | None) -> None:
        if drawn is None:
            return
        name, image = drawn
        self._small[name] = QIcon(QPixmap.fromImage(image))
        for at in range(self.count()):
            if self.item(at).data(_NAME) == name:
                self.item(at).setIcon(self._small[name])

    def _choose(self) -> None:
        self.chosen.emit()


def _blank() -> QIcon:
    empty = QPixmap(_SIZE)
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)
