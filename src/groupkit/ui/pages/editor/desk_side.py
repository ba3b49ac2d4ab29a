"""Beside the text: its pages, the Danish it translates, how it reads, and another draft of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.differences_view import DifferencesView
from groupkit.ui.pages.editor.advice import Advice
from groupkit.ui.pages.editor.page_preview import PagePreview
from groupkit.ui.pages.editor.pane_tabs import PaneTabs
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.looking_over import LookedOver

PAGES, DANISH, READING, THEIRS = "pages", "danish", "reading", "theirs"
_TABS = (PAGES, DANISH, READING, THEIRS)


class DeskSide(QWidget):
    """Tabs above, one of the panes below; the wording of the pages is chosen beside the tabs."""

    form_changed = Signal()
    line_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.language.say
        self._language = desk.language
        self._tabs = PaneTabs(self)
        for key, word in (
            (PAGES, say("Pages")),
            (DANISH, say("The Danish text")),
            (READING, say("Reading ease")),
            (THEIRS, say("Both drafts")),
        ):
            self._tabs.add(key, word)
        self._discreet = SwitchField(say("Discreet form"), value=True)
        self.pages = PagePreview(say("The pages as they will print"), self)
        self._danish = QPlainTextEdit()
        self._danish.setReadOnly(True)
        self._danish.setTabChangesFocus(True)
        self._danish.setObjectName("source")
        self._danish.setAccessibleName(say("The Danish text"))
        self._advice = Advice(desk.language, self)
        self._theirs = DifferencesView(
            say("From their draft to yours"), say("The two texts say the same."), self
        )
        self._stack = QStackedWidget()
        for pane in (self.pages, self._danish, self._advice, self._theirs):
            self._stack.addWidget(pane)
        top = QHBoxLayout()
        top.addWidget(self._tabs)
        top.addStretch(1)
        top.addWidget(self._discreet, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self.show_tab)
        self._discreet.changed.connect(self.form_changed)
        self._advice.line_wanted.connect(self.line_wanted)
        self._tabs.show_tab(DANISH, shown=False)
        self._tabs.show_tab(THEIRS, shown=False)
        self.show_tab(PAGES)

    @property
    def is_discreet(self) -> bool:
        """Whether the discreet form is shown."""
        return self._discreet.value()

    def switch_form(self) -> None:
        """Go over to the other form."""
        if self._discreet.isVisible():
            self._discreet.set_value(not self._discreet.value())

    def offer_forms(self, *, offered: bool) -> None:
        """Let the wording be chosen, or show the plain one of a sheet that has no other."""
        self._discreet.setVisible(offered)
        if not offered:
            self._discreet.set_value(False)

    def offer_reading(self, *, offered: bool) -> None:
        """Offer how the text reads, where that can be said."""
        self._tabs.show_tab(READING, shown=offered)

    def show_danish(self, source: str | None) -> None:
        """Offer the Danish text; None where the text itself is the Danish one."""
        self._tabs.show_tab(DANISH, shown=source is not None)
        self._danish.setPlainText(source or "")

    def show_theirs(self, theirs: str, mine: str) -> None:
        """Show both drafts."""
        self._theirs.compare(theirs, mine)
        self._tabs.show_tab(THEIRS, shown=True)
        self.show_tab(THEIRS)

    def hide_theirs(self) -> None:
        """Offer both drafts no more."""
        self._tabs.show_tab(THEIRS, shown=False)
        if self._stack.currentIndex() == _TABS.index(THEIRS):
            self.show_tab(PAGES)

    def show_looked_over(self, found: LookedOver) -> None:
        """Show the pages and how they read; the last good pages stay while there is a fault."""
        if found.pdf is not None:
            self.pages.show_pdf(found.pdf)
        if found.fault is None:
            self._advice.show_reading(found.reading)

    def show_tab(self, key: str) -> None:
        """Show one of the panes."""
        self._tabs.set_current(key)
        self._stack.setCurrentIndex(_TABS.index(key))
