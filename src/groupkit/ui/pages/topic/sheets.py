"""The sheets of a topic: each with what may become of it, and the one in hand as it will print."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from groupkit.domain.material import HANDOUT, OwnSheet, TextKey
from groupkit.language import Language
from groupkit.language.library_words import language_word, sharing_word
from groupkit.ui.desk import Desk
from groupkit.ui.pages.topic.form_choice import FormChoice
from groupkit.ui.pages.topic.paper_pane import PaperPane
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.panes import FillScroll, Panes
from groupkit.ui.parts.two_lines import BELOW, TwoLines
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.standing_marks import standing_marks
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.library_view import SheetView, TopicView
from groupkit.usecases.own_topics import change_sheet
from groupkit.usecases.papers import Printable
from groupkit.usecases.sheet_papers import SheetSource, sheet_paper

_NAME = Qt.ItemDataRole.UserRole
_SHARES = (1, 2)


class SheetsView(QWidget):
    """The list at the left; forms, marks and the paper of the sheet in hand at the right."""

    adding = Signal()
    editing = Signal(object)
    """A :class:`TextKey` to write at."""
    comparing = Signal(object)
    """A :class:`TextKey` whose newer shipped text is to be looked at."""
    in_hand = Signal(str)
    """The sheet in hand, '' when there is none."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: TopicView | None = None
        self._list = _SheetList(desk.language, self)
        self._choice = FormChoice(desk.language, self)
        self._choice.choose_language(desk.language.code)
        self._language, self._wanted = desk.language.code, ""
        self._marks = Wrap()
        self._newer, self._outdated = self._banners()
        self._paper = PaperPane(desk, desk.language.say("The sheet as it will print"), self)
        self._add = quiet(desk.language.say("Add a sheet"), "plus")
        self._retire = quiet("")
        self._lay_out()
        self._list.chosen.connect(self._take_in_hand)
        self._list.opened.connect(self._edit)
        self._choice.changed.connect(self._choose)
        self._add.clicked.connect(self.adding)
        self._retire.clicked.connect(self._retire_or_not)
        self._paper.wanted.connect(self._edit)

    def _banners(self) -> tuple[Banner, Banner]:
        say = self._desk.language.say
        newer = Banner(
            say("A newer text ships with the program. The house's own counts until you change it."),
            tone="warn",
        )
        look = secondary(say("Look at the newer shipped text"))
        look.clicked.connect(self._compare)
        newer.add_button(look)
        outdated = Banner(
            say("The Danish text has changed since this translation was made."), tone="warn"
        )
        for banner in (newer, outdated):
            banner.hide()
        return newer, outdated

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._list, 1)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._retire, 0, Qt.AlignmentFlag.AlignLeft)
        paper = QVBoxLayout(right)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.setSpacing(GRID + 4)
        for part in (self._choice, self._marks, self._newer, self._outdated):
            paper.addWidget(part)
        paper.addWidget(self._paper, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(FillScroll(Panes(left, right, _SHARES)))

    @property
    def key(self) -> TextKey | None:
        """The text in hand."""
        sheet = self._sheet
        if sheet is None or self._view is None:
            return None
        return TextKey(self._view.topic.slug, sheet.name, self._language)

    @property
    def can_print(self) -> bool:
        """Whether the sheet in hand has a text in the language chosen."""
        sheet = self._sheet
        return sheet is not None and bool(sheet.standing(self._language).source.strip())

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        return self._list

    def take(self, name: str, language: str) -> None:
        """Take a sheet in hand, in a language; '' is the first, or the program's own."""
        self._language = language or self._language
        self._choice.choose_language(self._language)
        self._wanted = name
        self._list.select(name)

    def show_view(self, view: TopicView) -> None:
        """Show the sheets of ``view``; the one in hand stays so while it is there."""
        self._view = view
        self._list.show_sheets(view.sheets, self._wanted)
        self._wanted = ""
        self._show()

    def paper(self) -> Callable[[], Printable] | None:
        """Return what makes the paper of the sheet in hand, None where there is none."""
        source, desk, form = self._source(), self._desk, self._choice.form
        if source is None:
            return None
        return lambda: sheet_paper(
            desk.press, desk.library, desk.language, desk.house, source, form
        )

    @property
    def _sheet(self) -> SheetView | None:
        return self._view.text(self._list.name) if self._view and self._list.name else None

    def _source(self) -> SheetSource | None:
        sheet, key = self._sheet, self.key
        if sheet is None or key is None:
            return None
        return SheetSource(key, sheet.sharing, sheet.standing(key.language).source)

    def _take_in_hand(self) -> None:
        self._show()

    def _choose(self) -> None:
        self._language = self._choice.language
        self._show()

    def _show(self) -> None:
        sheet, source = self._sheet, self._source()
        self.in_hand.emit(sheet.name if sheet else "")
        self._show_retiring(sheet)
        for part in (self._choice, self._marks):
            part.setVisible(sheet is not None)
        say = self._desk.language.say
        if sheet is None or source is None:
            self._newer.hide()
            self._outdated.hide()
            self._paper.show_empty(say("The topic's sheets will stand here."))
            return
        self._choice.show_sheet(sheet, one_form=source.is_for_facilitators)
        self._choice.choose_language(self._language)
        self._show_standing(sheet)
        if source.source.strip():
            make = self.paper()
            if make is not None:
                self._paper.show_paper(make)
        elif sheet.standing(self._language).has_draft:
            self._paper.show_empty(
                say("There is a draft. It can be printed once it is approved."),
                say("Go on writing"),
            )
        else:
            language = language_word(self._language, self._desk.language)
            self._paper.show_empty(
                say("There is no text in this language yet: {language}.", language=language),
                say("Write it"),
            )

    def _show_standing(self, sheet: SheetView) -> None:
        language, standing = self._desk.language, sheet.standing(self._language)
        self._marks.clear()
        self._marks.add(StatusMark(sharing_word(sheet.sharing, language), icon="document"))
        for mark in standing_marks(standing, language):
            self._marks.add(mark)
        self._newer.setVisible(standing.newer_shipped)
        self._outdated.setVisible(standing.is_outdated)

    def _show_retiring(self, sheet: SheetView | None) -> None:
        say = self._desk.language.say
        may = sheet is not None and sheet.name != HANDOUT
        self._retire.setVisible(may)
        retired = sheet is not None and sheet.retired
        self._retire.setText(
            say("Take the sheet back into use") if retired else say("Retire the sheet")
        )

    def _edit(self) -> None:
        if self.key is not None:
            self.editing.emit(self.key)

    def _compare(self) -> None:
        if self.key is not None:
            self.comparing.emit(self.key)

    def _retire_or_not(self) -> None:
        sheet, view, desk = self._sheet, self._view, self._desk
        if sheet is None or view is None:
            return
        slug, name, sharing = view.topic.slug, sheet.name, sheet.sharing

        def put(*, retired: bool) -> None:
            row = OwnSheet(slug, name, sharing, retired)
            desk.do(desk, lambda: change_sheet(desk.store, row))

        put(retired=not sheet.retired)
        if not sheet.retired:
            desk.notice(
                desk.language.say("'{sheet}' was retired.", sheet=sheet.title or sheet.name),
                undo=lambda: put(retired=False),
            )


class _SheetList(QListWidget):
    """Up and down choose, Enter opens for writing."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("choices")
        self.setAccessibleName(language.say("Sheets"))
        self.setItemDelegate(TwoLines(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(240, 140)
        self.currentItemChanged.connect(self._tell)
        self.itemActivated.connect(self._open)

    @property
    def name(self) -> str:
        """The sheet in hand."""
        item = self.currentItem()
        return str(item.data(_NAME)) if item is not None else ""

    def select(self, name: str) -> None:
        """Take a sheet in hand; an unknown name leaves the one that is."""
        for row in range(self.count()):
            if self.item(row).data(_NAME) == name:
                self.setCurrentRow(row)

    def show_sheets(self, sheets: Sequence[SheetView], wanted: str) -> None:
        """Show ``sheets`` with ``wanted``, or else the one before, in hand while it is there."""
        before = wanted or self.name
        blocked = self.blockSignals(True)
        self.clear()
        for sheet in sheets:
            item = QListWidgetItem(sheet.title or sheet.name, self)
            item.setData(_NAME, sheet.name)
            item.setData(BELOW, self._below(sheet))
            item.setToolTip("")
        self.setCurrentRow(0 if sheets else -1)
        self.select(before)
        self.blockSignals(blocked)

    def _below(self, sheet: SheetView) -> str:
        language = self._language
        said = [sharing_word(sheet.sharing, language)]
        if sheet.retired:
            said.insert(0, language.say("Retired"))
        said += [language_word(code, language) for code in sheet.languages]
        if any(each.has_draft for each in sheet.standings):
            said.append(language.say("Draft open"))
        return " · ".join(said)

    def _tell(self) -> None:
        self.chosen.emit()

    def _open(self) -> None:
        self.opened.emit()
