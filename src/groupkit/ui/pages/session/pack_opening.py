"""The pile of papers in the agenda's place, for as long as it is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.pages.session.pack_form import PackForm
from groupkit.ui.parts.swap import Swap
from groupkit.usecases.session_pack import SessionMaterial


class PackOpening(QObject):
    """Opens the form in ``swap``; nothing can be printed before the material is known."""

    left = Signal()
    """The agenda is shown again."""

    def __init__(self, desk: Desk, swap: Swap, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._swap = desk, swap
        self._material: SessionMaterial | None = None
        self._form: PackForm | None = None

    @property
    def form(self) -> PackForm | None:
        """The form while it is open."""
        return self._form

    def show_material(self, material: SessionMaterial) -> None:
        """Take over what can be printed now; a form of other papers gives way to the agenda."""
        self._material = material
        if self._form is not None and not self._form.show_material(material):
            self.close()

    def open(self) -> QWidget | None:
        """Open the form; return what takes its keys, None while nothing can be printed."""
        if self._form is None and self._material is not None:
            self._form = PackForm(self._desk, self._material, self._swap)
            self._form.left.connect(self.close)
            self._swap.show_form(self._form, self._form.first_focus())
            self._form.load()
        return self._form.first_focus() if self._form else None

    def give_way(self) -> None:
        """Let another form take the place; what was typed is kept."""
        self.flush()
        self._form = None

    def close(self) -> None:
        """Show the agenda again."""
        self._form = None
        self._swap.show_usual()
        self.left.emit()

    def flush(self) -> None:
        """Keep what was typed at once."""
        if self._form is not None:
            self._form.flush()
