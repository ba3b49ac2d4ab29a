"""A text's history: who made and approved each version, and what two of them differ in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from groupkit.domain.material import State, TextKey, Version
from groupkit.language import Language
from groupkit.language.library_words import language_word, state_word
from groupkit.ui.desk import Desk
from groupkit.ui.differences_view import DifferencesView
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.panes import FillScroll, Panes
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.two_lines import BELOW, TwoLines
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.changes import Done
from groupkit.usecases.writing import TextView, back_to_shipped, keep_own, put_back, view_text

_SHIPPED = "shipped"
_SHARES = (4, 7)
_KEY = Qt.ItemDataRole.UserRole

Versions = tuple[Version, ...]


@dataclass(frozen=True)
class _Entry:
    """One text of the history, the newest first; the shipped one is the last."""

    key: str
    title: str
    below: str
    text: str


class HistoryView(QWidget):
    """Versions at the left; at the right what two of them differ in."""

    left = Signal()

    def __init__(
        self, desk: Desk, key: TextKey, title: str, parent: QWidget, *, looks_at_newer: bool
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._desk, self._wants_newer = desk, looks_at_newer
        self._view: TextView | None = None
        self._entries: dict[str, _Entry] = {}
        language = desk.language
        say = language.say
        self._title = PlainLabel(
            say("History: {sheet} · {language}", sheet=title,
                language=language_word(key.language, language)),
            role="title",
        )  # fmt: skip
        self._title.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("choices")
        self._list.setAccessibleName(say("Versions"))
        self._list.setItemDelegate(TwoLines(self._list))
        self._list.setMinimumSize(240, 160)
        self._older = ChoiceField(say("From"), [])
        self._newer = ChoiceField(say("To"), [])
        self._differences = DifferencesView(
            say("Differences"), say("The two texts say the same."), self
        )
        self._offer = Banner("", tone="warn")
        self._close = quiet(say("Close the history"), "arrow-left")
        self._back = secondary(say("Back to the shipped text"))
        self._keep = secondary(say("Keep the house's own"))
        self._lay_out()
        self._list.currentItemChanged.connect(self._take_in_hand)
        self._older.changed.connect(self._compare)
        self._newer.changed.connect(self._compare)
        self._close.clicked.connect(self.left)
        self._back.clicked.connect(self._go_back_to_shipped)
        self._keep.clicked.connect(self._keep_own)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._list, 1)
        choices, deeds = Wrap(GRID * 2, at_feet=True), Wrap()
        choices.add(self._older)
        choices.add(self._newer)
        deeds.add(self._back)
        deeds.add(self._keep)
        shown = QVBoxLayout(right)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(GRID + 4)
        shown.addWidget(self._offer)
        shown.addWidget(choices)
        shown.addWidget(self._differences, 1)
        shown.addWidget(deeds)
        for field in (self._older, self._newer):
            field.input.setMinimumContentsLength(22)
        self._offer.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(FillScroll(Panes(left, right, _SHARES)))

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        return self._list

    def load(self) -> None:
        """Read the history anew."""
        desk, key = self._desk, self.key
        library = desk.library
        desk.ask(self, lambda: view_text(desk.store, library, key), self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, view: TextView) -> None:
        self._view = view
        entries = _entries(view, self._desk.language)
        self._entries = {entry.key: entry for entry in entries}
        blocked = self._list.blockSignals(True)
        self._list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title, self._list)
            item.setData(_KEY, entry.key)
            item.setData(BELOW, entry.below)
        self._list.setCurrentRow(0 if entries else -1)
        self._list.blockSignals(blocked)
        options = [(entry.key, entry.title) for entry in entries]
        self._older.set_options(options)
        self._newer.set_options(options)
        self._show_offer(view)
        adapted = any(version.state is State.APPROVED for version in view.versions)
        self._back.setVisible(adapted and bool(view.shipped))
        if self._wants_newer and view.newer_shipped:
            self._wants_newer = False
            self._choose(_in_force_key(view), _SHIPPED)
        else:
            self._take_in_hand()

    def _show_offer(self, view: TextView) -> None:
        say = self._desk.language.say
        self._offer.set_text(
            say("The program ships a newer text than the one that the house's own was made from.")
        )
        self._offer.setVisible(view.newer_shipped)
        self._keep.setVisible(view.newer_shipped)
        newer = say("Use the newer shipped text")
        self._back.setText(newer if view.newer_shipped else say("Back to the shipped text"))

    def _take_in_hand(self) -> None:
        """Compare the version in hand with the one before it."""
        row = self._list.currentRow()
        if row < 0:
            self._differences.clear_all()
            return
        before = min(row + 1, self._list.count() - 1)
        self._choose(self._key_at(before), self._key_at(row))

    def _key_at(self, row: int) -> str:
        return str(self._list.item(row).data(_KEY))

    def _choose(self, older: str, newer: str) -> None:
        self._older.set_value(older)
        self._newer.set_value(newer)
        self._compare()

    def _compare(self) -> None:
        older = self._entries.get(self._older.value())
        newer = self._entries.get(self._newer.value())
        if older is not None and newer is not None:
            self._differences.compare(older.text, newer.text)

    def _go_back_to_shipped(self) -> None:
        store, key = self._desk.store, self.key
        said = self._desk.language.say("The shipped text counts again.")
        self._carry_out(lambda: back_to_shipped(store, key), said)

    def _keep_own(self) -> None:
        store, key, library = self._desk.store, self.key, self._desk.library
        said = self._desk.language.say("The house's own text counts as it is.")
        self._carry_out(lambda: keep_own(store, library, key), said)

    def _carry_out(self, deed: Callable[[], Done[Versions]], said: str) -> None:
        desk, key = self._desk, self.key

        def undo_to(before: Versions) -> None:
            desk.notice(
                said,
                undo=lambda: desk.do(desk, lambda: put_back(desk.store, key, before)),
            )

        desk.do(self, deed, undo_to)


def _in_force_key(view: TextView) -> str:
    approved = [version for version in view.versions if version.state is State.APPROVED]
    return str(approved[-1].id) if approved else _SHIPPED


def _entries(view: TextView, language: Language) -> list[_Entry]:
    say = language.say
    found = [
        _Entry(
            str(version.id),
            say(
                "Version {number} · {state}",
                number=version.number,
                state=state_word(version.state, language),
            ),
            _who(version, view.names, language),
            version.text,
        )
        for version in reversed(view.versions)
    ]
    if view.shipped:
        counts = not any(version.state is State.APPROVED for version in view.versions)
        below = say("Counts now") if counts else say("Comes with the program")
        found.append(_Entry(_SHIPPED, say("The shipped text"), below, view.shipped))
    return found


def _who(version: Version, names: dict[UUID, str], language: Language) -> str:
    say = language.say
    made = version.made.astimezone()
    said = say(
        "{name}, {day} {time}",
        name=names.get(version.made_by, "?"),
        day=language.date_short(made.date()),
        time=language.time(made.time()),
    )
    if version.approved is None or version.approved_by is None:
        return said
    approved = say(
        "approved by {name}, {day}",
        name=names.get(version.approved_by, "?"),
        day=language.date_short(version.approved.astimezone().date()),
    )
    return f"{said} · {approved}"
