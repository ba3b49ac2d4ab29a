"""A form that changes who has access: what is asked, the owner's own passphrase, and one button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.refusal import (
    LastOwner,
    OwnerNeedsAllKeys,
    PassphrasesDiffer,
    PassphraseTaken,
    PassphraseTooCommon,
    PassphraseTooLong,
    PassphraseTooShort,
    Refusal,
    Refused,
    RoleMissing,
    WrongPassphrase,
)
from groupkit.domain.roles import Rights
from groupkit.language import Language, sentence
from groupkit.ui.pages.access.rights_field import RightsField
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import Button, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.passphrase_field import PassphraseField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.progress import WorkingBar
from groupkit.usecases.access import NewPassphrase

_ABOUT_NEW = (PassphraseTooShort, PassphraseTooCommon, PassphraseTooLong, PassphraseTaken)
_ABOUT_RIGHTS = (RoleMissing, OwnerNeedsAllKeys, LastOwner)


@dataclass(frozen=True)
class Asked:
    """Which parts a form has; ``warning`` says what will happen, '' for nothing special.

    ``rights`` are those ticked at first where ``asks_rights``, None for no tick at all.
    """

    title: str
    button: Button
    name: bool = False
    asks_rights: bool = False
    rights: Rights | None = None
    new_passphrase: str = ""
    warning: str = ""


@dataclass(frozen=True)
class Typed:
    """What was typed; ``rights`` is None in a form that does not ask for them."""

    own: str = field(repr=False)
    name: str
    rights: Rights | None
    new: NewPassphrase = field(repr=False)


class AccessForm(Card):
    """Emits ``wanted`` with what was typed; no passphrase outlives the form."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, asked: Asked, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(asked.title, parent=parent)
        self._asked, self._language = asked, language
        say, shown = language.say, language.say("Show what is typed")
        self._name = TextField(say("Name"))
        self._rights = RightsField(language, self)
        self._new = PassphraseField(asked.new_passphrase, shown, say("At least 15 characters."))
        self._again = PassphraseField(say("Once more"), shown)
        self._own = PassphraseField(say("Your own passphrase, as it is now"), shown)
        self._wrong = PlainLabel(role="error")
        self._wrong.setWordWrap(True)
        self._working = WorkingBar(say("Working"))
        self._lay_out()
        for typed in (self._name, self._new, self._again, self._own):
            typed.input.returnPressed.connect(self._go)
            typed.changed.connect(lambda part=typed: part.set_error(None))
        asked.button.clicked.connect(self._go)

    def _lay_out(self) -> None:
        asked = self._asked
        parts: list[QWidget] = []
        if asked.warning:
            parts.append(Banner(asked.warning, tone="warn"))
        parts += [self._name] * asked.name
        parts += [self._rights] * asked.asks_rights
        parts += [self._new, self._again] * bool(asked.new_passphrase)
        parts += [self._own, self._wrong, self._working]
        for part in parts:
            self.body.addWidget(part)
        for part in (self._name, self._rights, self._new, self._again, self._wrong):
            part.setParent(self)
            part.setVisible(part in parts and part is not self._wrong)
        if asked.rights is not None:
            self._rights.set_value(asked.rights)
        back = quiet(self._language.say("Cancel"))
        back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(asked.button)
        self.body.addLayout(row)

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        if self._asked.name:
            return self._name.input
        if self._asked.asks_rights:
            return self._rights.first_focus()
        return self._new.input if self._asked.new_passphrase else self._own.input

    def half_typed(self) -> dict[str, str]:
        """Return name and ticks, to be put back after a lock."""
        return {"name": self._name.value(), "ticks": self._rights.ticks()}

    def put_back(self, typed: Mapping[str, str]) -> None:
        """Show name and ticks as they were."""
        self._name.set_value(typed.get("name", ""))
        self._rights.set_ticks(typed.get("ticks", ""))

    def set_working(self, working: bool) -> None:
        """Show that the keys are at work."""
        self._working.setVisible(working)
        for part in (self._asked.button, self._name, self._rights, self._new, self._again):
            part.setEnabled(not working)
        self._own.setEnabled(not working)

    def show_refusal(self, refusal: Refusal) -> None:
        """Put the sentence where it belongs."""
        self.set_working(False)
        said = sentence(refusal, self._language)
        if isinstance(refusal, WrongPassphrase):
            self._point_at(self._own, said)
        elif isinstance(refusal, PassphrasesDiffer):
            self._point_at(self._again, said)
        elif isinstance(refusal, _ABOUT_NEW) and self._asked.new_passphrase:
            self._point_at(self._new, said)
        elif self._asked.name and not isinstance(refusal, _ABOUT_RIGHTS):
            self._point_at(self._name, said)
        else:
            self._wrong.setText(said)
            self._wrong.show()

    def _point_at(self, part: TextField | PassphraseField, said: str) -> None:
        part.set_error(said)
        part.take_focus()

    def _go(self) -> None:
        self._wrong.hide()
        try:
            rights = self._rights.value() if self._asked.asks_rights else None
        except Refused as no:
            self.show_refusal(no.refusal)
            return
        new = NewPassphrase(self._new.value(), self._again.value())
        self.set_working(True)
        self.wanted.emit(Typed(self._own.value(), self._name.value(), rights, new))
