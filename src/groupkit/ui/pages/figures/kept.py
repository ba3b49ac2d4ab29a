"""Reports kept by name: choose one, keep what is chosen now, remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.reporting.choice import Choice, Layout
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import primary, quiet, secondary
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.figures.layouts import keep_layout, remove_layout


class KeptReports(QWidget):
    """A row of names; each is a report that runs for the time of now."""

    chosen = Signal(object)
    """The :class:`Layout` chosen."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.language.say
        self._desk = desk
        self._choice: Callable[[], Choice | None] = lambda: None
        self._layouts: tuple[Layout, ...] = ()
        self._names = Wrap()
        self._keep = quiet(say("Keep this report by name"), "plus")
        self._keep.clicked.connect(self._ask_name)
        self._form = QWidget()
        self._name = TextField(say("What it is called"))
        self._name.input.returnPressed.connect(self._save)
        save, cancel = primary(say("Keep it")), quiet(say("Cancel"))
        save.clicked.connect(self._save)
        cancel.clicked.connect(self._close)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        form.addWidget(self._name)
        form.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(PlainLabel(say("Your reports"), role="label"))
        column.addWidget(self._names)
        column.addWidget(self._form)
        self._form.hide()
        self.show_layouts(())

    def set_choice(self, choice: Callable[[], Choice | None]) -> None:
        """Say what is chosen at the moment."""
        self._choice = choice

    def show_layouts(self, layouts: tuple[Layout, ...]) -> None:
        """Show the names, and the way to keep another."""
        self._layouts = layouts
        self._names.clear()
        say = self._desk.language.say
        for layout in layouts:
            self._names.add(self._entry(layout))
        self._keep = quiet(say("Keep this report by name"), "plus")
        self._keep.clicked.connect(self._ask_name)
        self._names.add(self._keep)

    def _entry(self, layout: Layout) -> QWidget:
        say = self._desk.language.say
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, GRID, 0)
        row.setSpacing(0)
        run = secondary(layout.name, "figures")
        run.clicked.connect(lambda: self.chosen.emit(layout))
        remove = quiet("", "close")
        remove.setAccessibleName(say("Remove {name}", name=layout.name))
        remove.setToolTip(say("Remove"))
        remove.clicked.connect(lambda: self._remove(layout))
        row.addWidget(run)
        row.addWidget(remove)
        return entry

    def _ask_name(self) -> None:
        self._name.set_value("")
        self._name.set_error(None)
        self._form.show()
        self._name.take_focus()

    def _close(self) -> None:
        self._form.hide()
        self._keep.setFocus()

    def _save(self) -> None:
        choice, name, desk = self._choice(), self._name.value(), self._desk
        if choice is None:
            self._close()
            return
        desk.do(
            self,
            lambda: keep_layout(desk.store, name, choice),
            self._kept,
            lambda refusal: self._name.set_error(desk.sentence(refusal)),
        )

    def _kept(self, layout: Layout) -> None:
        self._close()
        self._desk.notice(self._desk.language.say("Kept as {name}.", name=layout.name))

    def _remove(self, layout: Layout) -> None:
        desk = self._desk

        def put_back() -> None:
            desk.do(desk, lambda: keep_layout(desk.store, layout.name, layout.choice, layout.id))

        def removed(_: Layout) -> None:
            said = desk.language.say("{name} is removed.", name=layout.name)
            desk.notice(said, undo=put_back)

        desk.do(self, lambda: remove_layout(desk.store, layout), removed)
