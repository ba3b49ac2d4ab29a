"""Putting a picture in: which one, how wide, and words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain import text
from groupkit.domain.marked_text import CHOICE
from groupkit.domain.material import TextKey
from groupkit.domain.picture import Picture
from groupkit.domain.refusal import Field, PictureNotChosen, Refused
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet
from groupkit.ui.file_dialog import ask_for_file
from groupkit.ui.pages.editor.offered_picture import OfferedPicture
from groupkit.ui.pages.editor.picture_shelf import PictureShelf
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.field import ChoiceField, TextField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.usecases.changes import Changes, Done, Kind
from groupkit.usecases.pictures import KeptPicture, kept_pictures, put_back, remove, take_in

MOST_WORDS = 180
_SMALL, _HALF, _FULL = "small", "half", "full"


class PictureSheet(DraftedSheet):
    """Emits the block to put in."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, key: TextKey, over: QWidget, reopen: Callable[[], None]) -> None:
        say = desk.language.say
        place = f"editor/{key.topic}/{key.sheet}/{key.language}/picture"
        super().__init__(desk, say("Put a picture in"), place, over, reopen)
        self._shelf = PictureShelf(desk, self)
        self._nothing = PlainLabel(
            say("There is no picture yet. Choose a file: PNG, JPEG or SVG."), role="hint"
        )
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._about = PlainLabel(role="hint")
        self._about.setWordWrap(True)
        self._file = secondary(say("From a file …"), "plus")
        self._remove = quiet(say("Remove"), "trash")
        self._words = TextField(
            say("What it shows"),
            hint=say(
                "Read aloud to those who cannot see it. Not even this may tell anything "
                "in the discreet form."
            ),
        )
        self._words.input.setMaxLength(MOST_WORDS)
        self._width = ChoiceField(
            say("Width"),
            [
                (_SMALL, say("A third of the line")),
                (_HALF, say("Half of the line")),
                (_FULL, say("The whole line")),
            ],
        )
        self._width.set_value(_HALF)
        self.fields = {"words": self._words, "width": self._width}
        self.texts = {Field.PICTURE: "words"}
        self.save_button.setText(say("Put it in"))
        self._lay_out()
        self._file.clicked.connect(self._ask_which)
        self._remove.clicked.connect(self._take_away)
        self._shelf.chosen.connect(self._show_chosen)
        self._shelf.itemActivated.connect(self._words.take_focus)
        desk.changed.connect(self._hear)
        self._show_chosen()
        self._read()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self._about, 1)
        tools.addWidget(self._remove)
        tools.addWidget(self._file)
        for part in (self._nothing, self._shelf):
            self.form.addWidget(part)
        self.form.addLayout(tools)
        for field in (self._words, self._width):
            self.form.addWidget(field)

    def first_focus(self) -> QWidget | None:
        """Return the shelf, or the way to a first picture."""
        return self._shelf if self._shelf.count() else self._file

    def take(self, offered: OfferedPicture) -> None:
        """Take in a picture that was dropped, pasted or chosen, and choose it."""
        desk = self.desk
        title = offered.title or desk.language.say("picture")
        desk.do(
            self,
            lambda: take_in(desk.store, desk.press, title, offered.read()),
            self._taken,
        )

    def deed(self) -> Deed:
        picture = self._shelf.picture
        if picture is None:
            raise Refused(PictureNotChosen())
        words = _one_text(text.line(self._words.value(), Field.PICTURE, most=MOST_WORDS))
        block = f"::: picture {picture.facts.name} {self._width.value()} | {words}\n:::"
        return lambda: Done(block)

    def saved(self, value: Any) -> None:
        self.wanted.emit(value)

    def _ask_which(self) -> None:
        say = self.desk.language.say
        kinds = [say("Pictures (*.png *.jpg *.jpeg *.svg)")]
        ask_for_file(self, say("A picture"), Path.home(), kinds, self.take_file)

    def take_file(self, file: Path) -> None:
        """Take in a file that was chosen."""
        self.take(OfferedPicture(file))

    def _taken(self, picture: Picture) -> None:
        self._read(picture.name)
        self._words.take_focus()

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.LIBRARY):
            self._read()

    def _read(self, chosen: str = "") -> None:
        store = self.desk.store

        def show(kept: tuple[KeptPicture, ...]) -> None:
            self._nothing.setVisible(not kept)
            self._shelf.setVisible(bool(kept))
            had_keys = self._file.hasFocus() or self._shelf.hasFocus()
            self._shelf.show_pictures(kept, chosen)
            if kept and had_keys:
                self._shelf.setFocus()

        self.desk.ask(self, lambda: kept_pictures(store), show)

    def _show_chosen(self) -> None:
        picture = self._shelf.picture
        self.save_button.setEnabled(picture is not None)
        self._remove.setEnabled(picture is not None and not picture.texts)
        self._about.setText(self._said_of(picture) if picture else "")

    def _said_of(self, picture: KeptPicture) -> str:
        language, facts = self.desk.language, picture.facts
        if not picture.texts:
            shown = language.say("no text shows it")
        else:
            shown = language.count("{n} text shows it", "{n} texts show it", len(picture.texts))
        return f"{facts.width} × {facts.height} · {shown}"

    def _take_away(self) -> None:
        desk, picture = self.desk, self._shelf.picture
        if picture is None:
            return

        def removed(before: Picture | None) -> None:
            said = desk.language.say("The picture is removed.")
            desk.notice(said, undo=lambda: self._put_back(before))

        desk.do(self, lambda: remove(desk.store, picture.facts.name), removed)

    def _put_back(self, before: Picture | None) -> None:
        desk = self.desk
        if before is not None:
            desk.do(desk, lambda: put_back(desk.store, before))


def _one_text(words: str) -> str:
    """Return ``words`` without bars, but for those between two wordings: they end the words."""
    kept = []
    at = 0
    for found in CHOICE.finditer(words):
        kept += [words[at : found.start()].replace("|", "/"), found[0]]
        at = found.end()
    return "".join([*kept, words[at:].replace("|", "/")])
