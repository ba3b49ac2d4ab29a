"""The session's pile of papers: how many of each, on which paper, and how much that is in all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.session_pack import (
    MOST_COPIES,
    USUAL_WOMEN,
    PackLine,
    handed_out,
    has_divider,
    sheets_of_paper,
    usual_lines,
)
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.ui.pages.session.pack_grid import PackGrid
from groupkit.ui.pages.session.printed import SessionPapers
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.field import NumberField, SwitchField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.shortcuts import Shortcut
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft
from groupkit.usecases.session_pack import PackChoice, Packer, SessionMaterial

_WOMEN, _LEADERS, _BLACK, _SIDES, _DIVIDER = "women", "leaders", "black", "sides", "divider"
_YES, _NO = "yes", "no"


class PackForm(Card):
    """Usual numbers to begin with; Esc leaves, and a lock keeps what was typed."""

    left = Signal()

    def __init__(self, desk: Desk, material: SessionMaterial, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            say("Everything for this session"),
            say("The facilitators' papers lie first, then what is handed out."),
        )
        self.setParent(parent)
        self._desk, self._material = desk, material
        self._papers = SessionPapers(desk, self)
        self._pages: dict[PackLine, int] = {}
        self._asked = 0
        self._women = NumberField(
            say("Women"), 0, MOST_COPIES, USUAL_WOMEN if material.women is None else material.women
        )
        self._leaders = NumberField(say("Facilitators"), 0, MOST_COPIES, material.leaders)
        if material.women is None:
            self._women.set_hint(
                say("A guess: your role shows no women. Put in how many there will be.")
            )
        self._before = (self._women.value(), self._leaders.value())
        self._grid = PackGrid(material.sheets, desk.language, self)
        self._black = SwitchField(
            say("Black and white"), say("For a copying machine without colour")
        )
        self._sides = SwitchField(
            say("On both sides of the paper"),
            say("Each copy begins on a sheet of its own."),
            value=True,
        )
        self._divider = SwitchField(
            say("A sheet between the two parts of the pile"),
            say("It says what is handed out, and how many of each."),
            value=True,
        )
        self._sum = PlainLabel(role="strong")
        self._sum.setObjectName("packSum")
        self._sum.setWordWrap(True)
        self._print = primary(say("Look at it and print …"), "print")
        self._print.setToolTip(Shortcut.SESSION_PACK.value)
        self._back = quiet(say("Close"), "close")
        self._draft = Autosave(self, self._keep_draft)
        self._lay_out()
        self._connect()
        self._grid.show_lines(self._usual())
        self._reckon()

    def _lay_out(self) -> None:
        people = QWidget()
        beside = QHBoxLayout(people)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GRID * 2)
        for field in (self._women, self._leaders):
            beside.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        columns = Columns((5, 3))
        columns.left.add(self._grid)
        columns.right.add(people)
        for part in (self._black, self._sides, self._divider, self._sum, self._print):
            columns.right.add(part)
        self.tools.addWidget(self._back)
        self.body.addSpacing(GRID)
        self.body.addWidget(columns)
        # Tab goes as the eye does: the numbers, the papers, how they are printed, closing last.
        order: list[QWidget] = [self._women.input, self._leaders.input, *self._grid.boxes()]
        order += [self._black.input, self._sides.input, self._divider.input]
        for one, following in pairwise([*order, self._print, self._back]):
            self.setTabOrder(one, following)

    def _connect(self) -> None:
        for field in (self._women, self._leaders):
            field.changed.connect(self._count_people)
        for part in (self._black, self._sides, self._divider, self._grid):
            part.changed.connect(self._change)
        self._print.clicked.connect(self.print_now)
        self._back.clicked.connect(self._leave)

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts: what most will do is print it as it is."""
        return self._print

    def load(self) -> None:
        """Put in what was typed before a lock."""
        desk, place = self._desk, self._place
        desk.ask(self, lambda: find_draft(desk.store, place), self._put_in)

    def show_material(self, material: SessionMaterial) -> bool:
        """Take over texts that changed; return False where there are other papers now."""
        if material.sheets != self._material.sheets:
            return False
        if material.texts != self._material.texts:
            self._pages.clear()
        self._material = material
        self._reckon()
        return True

    def flush(self) -> None:
        """Keep what was typed at once."""
        self._draft.flush()

    def print_now(self) -> None:
        """Make the pile and show it before it is printed."""
        if not self._print.isEnabled():
            return
        material, packer, choice = self._material, self._packer(), self._choice()
        self._papers.show(
            material.session.id,
            material.used(choice.lines),
            lambda: packer.pack(material, choice),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    @property
    def _place(self) -> str:
        return f"pack of {self._material.session.id}"

    def _packer(self) -> Packer:
        desk = self._desk
        return Packer(desk.store, desk.library, desk.press, desk.language, desk.house)

    def _choice(self) -> PackChoice:
        return PackChoice(
            self._grid.lines(), self._black.value(), self._sides.value(), self._divider.value()
        )

    def _usual(self, people: tuple[int, int] | None = None) -> tuple[PackLine, ...]:
        women, leaders = people or self._before
        code = self._desk.language.code
        return usual_lines(self._material.sheets, code, women=women, leaders=leaders)

    def _count_people(self) -> None:
        """Follow with every number that was still the usual one."""
        now = (self._women.value(), self._leaders.value())
        pairs = zip(self._grid.lines(), self._usual(), self._usual(now), strict=True)
        self._grid.show_lines(
            new for shown, old, new in pairs if shown == old and old.copies != new.copies
        )
        self._before = now
        self._change()

    def _change(self) -> None:
        self._draft.touch()
        self._reckon()

    def _reckon(self) -> None:
        """Say how much paper it takes, once the pages of every paper wanted are known."""
        self._asked += 1
        asked, material, packer = self._asked, self._material, self._packer()
        wanted = [line.with_copies(0) for line in self._grid.lines() if line.copies]
        self._print.setEnabled(bool(wanted))
        unknown = [line for line in wanted if line not in self._pages]
        if not unknown:
            self._say_sum()
            return

        def known(pages: Mapping[PackLine, int]) -> None:
            self._pages.update(pages)
            if asked == self._asked:
                self._say_sum()

        self._desk.ask(
            self, lambda: {line: packer.pages(material, line) for line in unknown}, known
        )

    def _say_sum(self) -> None:
        language, choice = self._desk.language, self._choice()
        women = self._paper(handed_out(choice.lines))
        total = self._paper(line for line in choice.lines if line.copies)
        if choice.divider and has_divider(choice.lines):
            total += 1
        if not total:
            self._sum.setText(language.say("Nothing is chosen."))
            return
        said = language.count("In all {n} sheet of paper.", "In all {n} sheets of paper.", total)
        apart = language.say(
            "{ours} for the facilitators, {theirs} to hand out.", ours=total - women, theirs=women
        )
        self._sum.setText(f"{said} {apart}" if women else said)

    def _paper(self, lines: Iterable[PackLine]) -> int:
        both = self._sides.value()
        return sum(
            sheets_of_paper(self._pages.get(line.with_copies(0), 0), line.copies, both_sides=both)
            for line in lines
        )

    def _keep_draft(self) -> None:
        desk, place = self._desk, self._place
        typed = self._grid.typed() | {
            _WOMEN: str(self._women.value()),
            _LEADERS: str(self._leaders.value()),
            _BLACK: _YES if self._black.value() else _NO,
            _SIDES: _YES if self._sides.value() else _NO,
            _DIVIDER: _YES if self._divider.value() else _NO,
        }
        desk.ask(desk, lambda: keep_draft(desk.store, place, typed), lambda _: None)

    def _put_in(self, typed: Mapping[str, str] | None) -> None:
        if not typed or self._draft.is_waiting:
            return
        parts = (self._women, self._leaders, self._black, self._sides, self._divider)
        for part in parts:
            part.blockSignals(True)
        for field, name in ((self._women, _WOMEN), (self._leaders, _LEADERS)):
            number = typed.get(name, "")
            field.set_value(int(number) if number.isdecimal() else field.value())
        for switch, name in (
            (self._black, _BLACK),
            (self._sides, _SIDES),
            (self._divider, _DIVIDER),
        ):
            switch.set_value(typed.get(name) == _YES)
        for part in parts:
            part.blockSignals(False)
        self._before = (self._women.value(), self._leaders.value())
        self._grid.put_in(typed)
        self._reckon()

    def _leave(self) -> None:
        self._draft.forget()
        desk, place = self._desk, self._place
        desk.ask(desk, lambda: drop_draft(desk.store, place), lambda _: None)
        self.left.emit()
