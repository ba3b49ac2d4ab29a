"""A form laid over a page: what is half typed is kept until it is saved or given up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from groupkit.domain.refusal import (
    Field,
    Refusal,
    Refused,
    TextEmpty,
    TextTooLong,
    TextUnprintable,
)
from groupkit.ui.desk import Desk
from groupkit.ui.fitted_sheet import NARROW, WIDE, FittedSheet
from groupkit.ui.page import Autosave
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField, LabelledField, SwitchField, TextField
from groupkit.ui.parts.note_field import NoteField
from groupkit.usecases.changes import Done
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft

__all__ = ["NARROW", "WIDE", "AnyField", "Deed", "DraftedSheet", "her_draft"]

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ON = "yes"

AnyField = TextField | NoteField | ChoiceField | Chips | DateField | SwitchField
Deed = Callable[[], Done[Any]]


class DraftedSheet(FittedSheet):
    """Subclasses fill ``fields`` and ``form``, and say what saving does.

    ``place`` is where the draft is kept. ``reopen`` opens the same form anew, for who takes the
    closing back while the page is still there. Ctrl+Enter saves from anywhere in it.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        place: str,
        over: QWidget,
        reopen: Callable[[], None],
        *,
        widest: int = NARROW,
    ) -> None:
        super().__init__(title, desk.language.say("Close"), over, widest=widest)
        self.desk = desk
        self.fields: dict[str, AnyField] = {}
        self.texts: dict[Field, str] = {}
        """Which field a text that cannot be kept was typed in."""
        self.blame: dict[type[Refusal], str] = {}
        """Which field another refusal belongs to."""
        self._place, self._over_page, self._reopen = place, over, reopen
        self._untouched: dict[str, str] = {}
        self._is_saving = False
        self._autosave = Autosave(self, self._keep)
        self.save_button = primary(desk.language.say("Save"))
        self.save_button.clicked.connect(self.save)
        self.foot.addWidget(self.save_button)

    def deed(self) -> Deed:
        """Return what saving does, from what is typed now.

        Raises:
            Refused: what the rules say of what is typed.
        """
        raise NotImplementedError

    def saved(self, value: Any) -> None:
        """Hear what the use case returned, before the sheet goes."""

    def typed(self) -> None:
        """Hear that something was typed."""

    def start(self) -> None:
        """Open with what is known, and with what was left half typed over it."""
        self._untouched = self.typed_now()
        for field in self.fields.values():
            field.changed.connect(self._touched)
            if isinstance(field, TextField):
                field.input.returnPressed.connect(self.save)
        self.typed()
        self.open()
        store, place = self.desk.store, self._place
        self.desk.ask(self, lambda: find_draft(store, place), self._take)

    def typed_now(self) -> dict[str, str]:
        """Return what stands in the fields, as texts."""
        return {name: _written(field) for name, field in self.fields.items()}

    def first_focus(self) -> QWidget | None:
        """Return the first field."""
        first = next(iter(self.fields.values()), None)
        if first is None:
            return None
        return first.keys if isinstance(first, LabelledField) else first.input

    def flush(self) -> None:
        """Keep what is typed as a draft at once."""
        self._autosave.flush()

    def save(self) -> None:
        """Save what is typed, or say at the field what is wrong."""
        if self._is_saving:
            return
        self._clear_errors()
        try:
            deed = self.deed()
        except Refused as no:
            self._refuse(no.refusal)
            return
        self._is_saving = True
        self._autosave.flush()
        store, place = self.desk.store, self._place

        def save_and_drop() -> Done[Any]:
            kept = deed()
            drop_draft(store, place)
            return kept

        self.desk.do(self, save_and_drop, self._was_saved, self._refuse)

    def close_now(self) -> None:
        """Close unsaved; a passing word offers what was typed again."""
        if self.isHidden():
            return
        typed = self.typed_now()
        self._autosave.forget()
        self._drop()
        if typed != self._untouched:
            said = self.desk.language.say("Nothing was saved.")
            self.desk.notice(said, undo=lambda: self._bring_back(typed))
        super().close_now()

    def let_go(self) -> None:
        """Close without a word about what was typed."""
        self._untouched = self.typed_now()
        self.close_now()

    def _was_saved(self, value: Any) -> None:
        self._autosave.forget()
        self._untouched = self.typed_now()
        self.saved(value)
        super().close_now()

    def _take(self, draft: Mapping[str, str] | None) -> None:
        if not draft or self.typed_now() != self._untouched:
            return
        for name, field in self.fields.items():
            if name in draft:
                _fill(field, draft[name])
        self._autosave.forget()
        self.typed()

    def _touched(self) -> None:
        self._clear_errors()
        self._autosave.touch()
        self.typed()

    def _keep(self) -> None:
        desk, place, typed = self.desk, self._place, self.typed_now()
        if typed == self._untouched:
            self._drop()
        else:
            desk.ask(desk, lambda: keep_draft(desk.store, place, typed), lambda _: None)

    def _drop(self) -> None:
        desk, place = self.desk, self._place
        desk.ask(desk, lambda: drop_draft(desk.store, place), lambda _: None)

    def _bring_back(self, typed: Mapping[str, str]) -> None:
        desk, place, page, reopen = self.desk, self._place, self._over_page, self._reopen

        def kept(_: None) -> None:
            if isValid(page) and page.isVisible():
                reopen()

        desk.ask(desk, lambda: keep_draft(desk.store, place, typed), kept)

    def _refuse(self, refusal: Refusal) -> None:
        self._is_saving = False
        self._autosave.touch()
        name = self.blame.get(type(refusal))
        if isinstance(refusal, TextEmpty | TextTooLong | TextUnprintable):
            name = self.texts.get(refusal.field)
        field = self.fields.get(name or "")
        if isinstance(field, LabelledField):
            field.set_error(self.desk.sentence(refusal))
            field.take_focus()
            self._area.ensureWidgetVisible(field)
        else:
            self.desk.tell(refusal)

    def _clear_errors(self) -> None:
        for field in self.fields.values():
            field.set_error(None)

    def event(self, event: QEvent) -> bool:
        # The page below may have the same keys; while a sheet is open they are the sheet's.
        if event.type() == QEvent.Type.ShortcutOverride and _saves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _saves(event):
            self.save()
        else:
            super().keyPressEvent(event)


def _saves(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in _ENTER
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )


def _written(field: AnyField) -> str:
    if isinstance(field, DateField):
        return field.value().isoformat()
    if isinstance(field, SwitchField):
        return _ON if field.value() else ""
    return field.value()


def _fill(field: AnyField, text: str) -> None:
    if isinstance(field, DateField):
        field.set_value(dt.date.fromisoformat(text))
    elif isinstance(field, SwitchField):
        field.set_value(text == _ON)
    else:
        field.set_value(text)


def her_draft(her: UUID, form: str) -> str:
    """Return where a half-typed form about one woman is kept; the place names her."""
    return f"woman {her}/{form}"
