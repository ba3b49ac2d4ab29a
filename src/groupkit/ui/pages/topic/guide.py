"""The facilitators' guide of a topic, page by page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.material import GUIDE, Sharing, TextKey
from groupkit.ui.desk import Desk
from groupkit.ui.pages.topic.paper_pane import PaperPane
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.standing_marks import standing_marks
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.library_view import TopicView
from groupkit.usecases.papers import Printable
from groupkit.usecases.sheet_papers import SheetSource, sheet_paper


class GuideView(QWidget):
    """What is said of the guide's text, and the guide as it will print."""

    editing = Signal(object)
    comparing = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: TopicView | None = None
        say = desk.language.say
        self._marks = Wrap()
        self._newer = Banner(
            say("A newer text ships with the program. The house's own counts until you change it."),
            tone="warn",
        )
        look = secondary(say("Look at the newer shipped text"))
        look.clicked.connect(self._compare)
        self._newer.add_button(look)
        self._newer.hide()
        self._paper = PaperPane(desk, say("Guide"), self)
        self._paper.wanted.connect(self._edit)
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        top.setSpacing(GRID)
        top.addWidget(self._marks)
        top.addWidget(self._newer)
        self._top.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._paper, 1)

    def show_view(self, view: TopicView) -> None:
        """Show the guide of ``view``, in the program's language."""
        self._view = view
        say, standing = self._desk.language.say, view.guide.standing(self._desk.language.code)
        marks = standing_marks(standing, self._desk.language)
        self._marks.clear()
        for mark in marks:
            self._marks.add(mark)
        self._newer.setVisible(standing.newer_shipped)
        self._top.setVisible(bool(marks))
        make = self.paper()
        if view.topic.guide.strip() and make is not None:
            self._paper.show_paper(make)
        elif standing.has_draft:
            self._paper.show_empty(
                say("There is a draft. It can be printed once it is approved."),
                say("Go on writing"),
            )
        else:
            self._paper.show_empty(
                say("What facilitators need to know about the topic will stand here."),
                say("Write the guide"),
            )

    def paper(self) -> Callable[[], Printable] | None:
        """Return what makes the guide's paper, None where there is none."""
        view, desk = self._view, self._desk
        if view is None:
            return None
        source = SheetSource(self._key(view), Sharing.FACILITATORS, view.topic.guide)
        return lambda: sheet_paper(desk.press, desk.library, desk.language, desk.house, source)

    def _key(self, view: TopicView) -> TextKey:
        return TextKey(view.topic.slug, GUIDE, self._desk.language.code)

    def _edit(self) -> None:
        if self._view is not None:
            self.editing.emit(self._key(self._view))

    def _compare(self) -> None:
        if self._view is not None:
            self.comparing.emit(self._key(self._view))
