"""The draft of the text in the editor: kept while typed, approved, thrown away, or in conflict."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from groupkit.domain.material import TextKey, Version
from groupkit.domain.refusal import DraftChangedSince, Refusal
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.usecases.writing import (
    TextView,
    approve,
    drop_draft_of,
    put_back,
    view_text,
    write_draft,
)


class TextDraft(QObject):
    """``source`` gives what is typed now; nothing is written over what somebody else wrote.

    ``text_read`` asks the editor to show a text in place of what is typed.
    """

    text_read = Signal(object)
    state_changed = Signal()
    conflict_found = Signal(object)

    def __init__(
        self, desk: Desk, key: TextKey, source: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._key, self._source = desk, key, source
        self._kept = ""
        self._expected: str | None = None
        self._autosave = Autosave(self, self._save)
        self.view: TextView | None = None
        self.is_conflicting = False

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not yet handed on."""
        return self._autosave.is_waiting

    @property
    def is_changed(self) -> bool:
        """Whether something else stands in the editor than is kept."""
        return self._source() != self._kept

    def touch(self) -> None:
        """Note that something was typed."""
        self._autosave.touch()

    def flush(self) -> None:
        """Keep now what waits."""
        self._autosave.flush()

    def show(self, view: TextView) -> None:
        """Show the draft, or the text that counts, in place of what is written."""
        self._autosave.forget()
        self._kept = view.latest
        self.text_read.emit(view)
        self._take_state(view)

    def read_state(self) -> None:
        """Read anew what there is of the text; what is typed stays."""
        self._read(self._take_state)

    def keep_mine(self) -> None:
        """Write what is typed over what somebody else wrote."""
        if self.view is not None:
            self.is_conflicting = False
            self._expected = self.view.draft.text if self.view.draft else None
            self._kept = self.view.latest
            self._save()

    def take_theirs(self) -> None:
        """Show what somebody else wrote in place of what is typed."""
        if self.view is not None:
            self.is_conflicting = False
            self.show(self.view)

    def approve(self) -> None:
        """Let what is typed count from now on, with a way back."""
        self.flush()
        desk, key, rights = self._desk, self._key, self._desk.store.user.rights
        if rights is None:
            return

        def approved(before: tuple[Version, ...]) -> None:
            self._expected = None
            said = desk.language.say("Approved. The text counts from now on.")
            desk.notice(said, undo=lambda: self._put_back(before))
            self.read_state()

        desk.do(self, lambda: approve(desk.store, key, desk.now, rights), approved)

    def throw_away(self) -> None:
        """Drop the draft, with a way back."""
        self.flush()
        desk, key = self._desk, self._key

        def thrown(before: tuple[Version, ...]) -> None:
            said = desk.language.say("The draft was thrown away.")
            desk.notice(said, undo=lambda: self._put_back(before))
            self._read(self.show)

        desk.do(self, lambda: drop_draft_of(desk.store, key), thrown)

    def _put_back(self, before: tuple[Version, ...]) -> None:
        desk, key = self._desk, self._key
        desk.do(self, lambda: put_back(desk.store, key, before), lambda _: self._read(self.show))

    def _read(self, then: Callable[[TextView], None]) -> None:
        desk, key, library = self._desk, self._key, self._desk.library
        desk.ask(self, lambda: view_text(desk.store, library, key), then)

    def _take_state(self, view: TextView) -> None:
        self.view = view
        if not self.is_waiting and not self.is_changed:
            self._expected = view.draft.text if view.draft else None
        self.state_changed.emit()

    def _save(self) -> None:
        source = self._source()
        if self.is_conflicting or source == self._kept:
            return
        desk, key, expected = self._desk, self._key, self._expected
        library, kept = desk.library, self._kept
        # What is asked next is written over this one, so it counts as known from here on.
        self._kept, self._expected = source, source

        def refuse(no: Refusal) -> None:
            self._kept, self._expected = kept, expected
            self._refuse(no)

        desk.do(
            self,
            lambda: write_draft(desk.store, library, key, source, desk.now, expected),
            refused=refuse,
        )

    def _refuse(self, no: Refusal) -> None:
        if not isinstance(no, DraftChangedSince):
            self._desk.tell(no)
            return
        self.is_conflicting = True
        self._read(self._show_conflict)

    def _show_conflict(self, view: TextView) -> None:
        self.view = view
        self.conflict_found.emit(view)
        self.state_changed.emit()
