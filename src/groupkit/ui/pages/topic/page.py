"""One topic: the facilitators' guide, its timed agenda, and its sheets in every form."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget, QWidget

from groupkit.domain.material import GUIDE as GUIDE_SHEET
from groupkit.domain.material import HANDOUT, Sharing, TextKey
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.topic.agenda import AgendaView
from groupkit.ui.pages.topic.guide import GuideView
from groupkit.ui.pages.topic.history import HistoryView
from groupkit.ui.pages.topic.sheet_form import SheetForm
from groupkit.ui.pages.topic.sheets import SheetsView
from groupkit.ui.pages.topic.topic_form import TopicForm
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.library_view import TopicView, view_topic

GUIDE, AGENDA, SHEETS = "guide", "agenda", "sheets"
_TABS = (GUIDE, AGENDA, SHEETS)
_HISTORY = "history"


class TopicPage(Page):
    """Three tabs; a text's history, or a form, takes the place of their content."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._view: TopicView | None = None
        self._over: QWidget | None = None
        self._sheet = ""
        self._header = Header()
        self._header.set_back(say("Library"))
        self._header.set_tabs(
            [(GUIDE, say("Guide")), (AGENDA, say("Agenda")), (SHEETS, say("Sheets"))]
        )
        self._about = secondary(say("About the topic"), "settings")
        self._history = secondary(say("History"), "clock")
        self._edit = secondary(say("Edit"), "edit")
        for button in (self._about, self._history, self._edit):
            self._header.add_button(button)
        self._about.hide()
        self._guide = GuideView(desk, self)
        self._agenda = AgendaView(desk)
        self._sheets = SheetsView(desk, self)
        self._views = QStackedWidget()
        for view in (self._guide, PageScroll(self._agenda), self._sheets):
            self._views.addWidget(view)
        frame(self, self._header, self._views)
        self._connect()
        name, language, what = _read(place.spot)
        self._sheets.take(name or HANDOUT, language)
        self._wants_history = what == _HISTORY
        self._show_tab(place.tab or GUIDE)

    def _connect(self) -> None:
        self._header.back.connect(self._go_back)
        self._header.tab_chosen.connect(self._show_tab)
        self._header.action.connect(self._print)
        self._about.clicked.connect(self._change_topic)
        self._history.clicked.connect(self._open_history)
        self._edit.clicked.connect(self._edit_in_hand)
        self._guide.editing.connect(self._write)
        self._guide.comparing.connect(self._look_at_newer)
        self._sheets.adding.connect(self._add_sheet)
        self._sheets.editing.connect(self._write)
        self._sheets.comparing.connect(self._look_at_newer)
        self._sheets.in_hand.connect(self._take_in_hand)

    def load(self) -> None:
        desk, slug = self.desk, self._place.slug
        library, code = desk.library, desk.language.code
        desk.ask(self, lambda: view_topic(desk.store, library, slug, code), self._show)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.LIBRARY):
            self.load()
            if isinstance(self._over, HistoryView):
                self._over.load()

    def spot(self) -> str:
        key = self._key
        if key is None:
            return ""
        what = _HISTORY if isinstance(self._over, HistoryView) else ""
        return f"{key.sheet}/{key.language}/{what}"

    def first_focus(self) -> QWidget | None:
        if self._place.tab == SHEETS and self._over is None:
            return self._sheets.first_focus()
        return None

    @property
    def _key(self) -> TextKey | None:
        """The text in hand."""
        if isinstance(self._over, HistoryView):
            return self._over.key
        if self._place.tab == SHEETS:
            return self._sheets.key
        return TextKey(self._place.slug, GUIDE_SHEET, self.desk.language.code)

    def _show(self, view: TopicView) -> None:
        keyboard_waits = self.window().focusWidget() is self
        self._view = view
        self._header.set_title(view.topic.title)
        self._header.set_subtitle(view.topic.summary)
        self._about.setVisible(view.own is not None)
        self._agenda.show_view(view)
        self._guide.show_view(view)
        self._sheets.show_view(view)
        self._show_actions()
        start = self.first_focus()
        if keyboard_waits and start is not None:
            start.setFocus()
        if self._wants_history:
            self._wants_history = False
            self._open_history()

    def _show_tab(self, tab: str) -> None:
        self._close_over()
        self._place = replace(self._place, tab=tab)
        self._header.set_current_tab(tab)
        self._views.setCurrentIndex(_TABS.index(tab))
        self._show_actions()

    def _take_in_hand(self, name: str) -> None:
        self._sheet = name
        self._show_actions()

    def _show_actions(self) -> None:
        say = self.desk.language.say
        over, tab = self._over is not None, self._place.tab
        words = say("Print the guide")
        can = bool(self._view and self._view.topic.guide.strip())
        if tab == SHEETS:
            of_handout = self._sheet in ("", HANDOUT)
            words = say("Print the handout") if of_handout else say("Print the sheet")
            can = self._sheets.can_print
        self._header.set_action(words, primary=True, enabled=can and not over)
        has_text = tab != AGENDA and not over and self._key is not None
        self._edit.setVisible(has_text)
        self._history.setVisible(has_text)

    def _print(self) -> None:
        make = self._sheets.paper() if self._place.tab == SHEETS else self._guide.paper()
        if make is not None:
            self.desk.show_paper(self, make)

    def _edit_in_hand(self) -> None:
        if self._key is not None:
            self._write(self._key)

    def _write(self, key: TextKey) -> None:
        slug = f"{key.topic}/{key.sheet}/{key.language}"
        self.desk.go(Place(PageName.EDITOR, slug=slug))

    def _add_sheet(self) -> None:
        form = SheetForm(self.desk, self._place.slug, self)
        form.added.connect(self._write)
        form.left.connect(self._close_over)
        self._lay_over(PageScroll(form), form, form.first_focus())

    def _change_topic(self) -> None:
        if self._view is None or self._view.own is None:
            return
        form = TopicForm(self.desk, self._view.own, self)
        form.left.connect(self._close_over)
        self._lay_over(PageScroll(form), form, form.first_focus())

    def _open_history(self) -> None:
        self._look_into_history(self._key, newer=False)

    def _look_at_newer(self, key: TextKey) -> None:
        self._look_into_history(key, newer=True)

    def _look_into_history(self, key: TextKey | None, *, newer: bool) -> None:
        text = self._view.text(key.sheet) if self._view and key else None
        if key is None or text is None:
            return
        is_guide = text.sharing is Sharing.FACILITATORS and key.sheet == GUIDE_SHEET
        title = self.desk.language.say("Guide") if is_guide else text.title or text.name
        history = HistoryView(self.desk, key, title, self, looks_at_newer=newer)
        history.left.connect(self._close_over)
        self._lay_over(history, history, history.first_focus())
        history.load()

    def _lay_over(self, shown: QWidget, over: QWidget, focus: QWidget) -> None:
        """Show a form or a history in place of the tab's content."""
        self._close_over()
        self._over = over
        self._views.addWidget(shown)
        self._views.setCurrentWidget(shown)
        self._show_actions()
        focus.setFocus()

    def _close_over(self) -> None:
        if self._over is None:
            return
        self._over = None
        shown = self._views.currentWidget()
        self._views.setCurrentIndex(_TABS.index(self._place.tab))
        if shown is not None:
            self._views.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._show_actions()
        start = self.first_focus()
        if start is not None:
            start.setFocus()

    def _go_back(self) -> None:
        if self._over is not None:
            self._close_over()
        else:
            self.desk.go(Place(PageName.LIBRARY))


def _read(spot: str) -> tuple[str, str, str]:
    """Return sheet, language and what was open, '' each where the spot does not say."""
    parts = spot.split("/")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else ("", "", "")
