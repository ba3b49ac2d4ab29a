"""What to print for a session: everything in one go, or one paper at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.form import DISCREET, PLAIN, Form
from groupkit.domain.material import Sharing
from groupkit.domain.session_pack import PackLine, PackSheet
from groupkit.language.library_words import language_word, sharing_word
from groupkit.ui.desk import Desk
from groupkit.ui.pages.session.material_marks import MARKS
from groupkit.ui.pages.session.printed import SessionPapers
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import Button, primary, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.shortcuts import Shortcut
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.session_pack import Packer, SessionMaterial
from groupkit.usecases.used_texts import UsedText


class MaterialCard(Card):
    """One button for the whole pile, and below it every paper by itself."""

    pack_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("To print"))
        self.setParent(parent)
        self._desk = desk
        self._material: SessionMaterial | None = None
        self._papers = SessionPapers(desk, self)
        self.pack = primary(say("Everything for this session …"), "print")
        self.pack.setToolTip(Shortcut.SESSION_PACK.value)
        self.pack.setEnabled(False)
        self.pack.clicked.connect(self.pack_wanted)
        self._hint = PlainLabel(say("Choose a topic to get its handout."), role="hint")
        self._hint.setWordWrap(True)
        self._single = QVBoxLayout()
        self._single.setSpacing(GRID)
        self.body.addWidget(self.pack)
        self.body.addSpacing(GRID)
        self.body.addLayout(self._single)
        self.body.addWidget(self._hint)

    def show_material(self, material: SessionMaterial) -> None:
        """Offer the papers of a session; what is shown already stays as it is."""
        known, self._material = self._material, material
        self.pack.setEnabled(True)
        self._hint.setVisible(not material.session.topic)
        if known is None or (known.sheets, known.changed) != (material.sheets, material.changed):
            self._show(material)

    def _show(self, material: SessionMaterial) -> None:
        clear(self._single)
        ours = Wrap()
        for sheet in material.sheets:
            if sheet.is_for_facilitators:
                ours.add(self._button(sheet, PLAIN, sheet.title, sheet.title))
        self._add_sheet("", Sharing.FACILITATORS, ours)
        say = self._desk.language.say
        for sheet in material.sheets:
            if sheet.is_for_facilitators:
                continue
            theirs = Wrap()
            called = {
                DISCREET: say("{sheet}, discreet form", sheet=sheet.title),
                PLAIN: say("{sheet}, plain form", sheet=sheet.title),
            }
            theirs.add(self._button(sheet, DISCREET, say("Discreet form"), called[DISCREET]))
            theirs.add(self._button(sheet, PLAIN, say("Plain form"), called[PLAIN]))
            self._add_sheet(sheet.title, sheet.sharing, theirs)
        if material.changed:
            self._add_changed(material.changed)

    def _add_sheet(self, title: str, sharing: Sharing, buttons: Wrap) -> None:
        word = sharing_word(sharing, self._desk.language)
        head = Wrap()
        if title:
            said = PlainLabel(title, role="strong")
            said.setWordWrap(True)
            self._single.addSpacing(GRID)
            self._single.addWidget(said)
        head.add(StatusMark(word, icon=MARKS[sharing]))
        self._single.addWidget(head)
        self._single.addWidget(buttons)

    def _add_changed(self, changed: tuple[UsedText, ...]) -> None:
        say = self._desk.language.say
        self._single.addSpacing(GRID)
        self._single.addWidget(
            Banner(say("This session used texts that have changed since. Both can be printed."))
        )
        for used in changed:
            said = PlainLabel(self._version(used), role="hint")
            said.setWordWrap(True)
            button = secondary(say("Print as it was"), "print")
            button.setAccessibleName(say("{sheet}, as it was", sheet=self._called(used)))
            button.clicked.connect(partial(self._print_as_used, used))
            row = Wrap()
            row.add(button)
            self._single.addWidget(said)
            self._single.addWidget(row)

    def _version(self, used: UsedText) -> str:
        language = self._desk.language
        if used.approved is None:
            return language.say("{sheet}: printed as it stood then.", sheet=self._called(used))
        day = language.date_long(used.approved.astimezone().date())
        return language.say(
            "{sheet}: printed in the version of {day}.", sheet=self._called(used), day=day
        )

    def _called(self, used: UsedText) -> str:
        language = self._desk.language
        title = language.say("Facilitators' guide") if used.is_guide else used.title
        if used.key.language == language.code:
            return title
        return f"{title} ({language_word(used.key.language, language)})"

    def _button(self, sheet: PackSheet, form: Form, text: str, name: str) -> Button:
        line = PackLine(
            sheet.name, sheet.sharing, sheet.language(self._desk.language.code), form, copies=1
        )
        button = secondary(text, "print")
        button.setAccessibleName(name)
        button.clicked.connect(partial(self._print, line))
        return button

    def _packer(self) -> Packer:
        desk = self._desk
        return Packer(desk.store, desk.library, desk.press, desk.language, desk.house)

    def _print(self, line: PackLine) -> None:
        material, packer = self._material, self._packer()
        if material is not None:
            self._papers.show(
                material.session.id, material.used([line]), lambda: packer.one(material, line)
            )

    def _print_as_used(self, used: UsedText) -> None:
        material, packer = self._material, self._packer()
        if material is not None:
            self._papers.show(
                material.session.id,
                {used.key: used.source},
                lambda: packer.as_used(used, DISCREET),
            )
