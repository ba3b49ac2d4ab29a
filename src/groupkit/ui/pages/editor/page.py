"""The editor: the source at the left, its pages at the right, and what there is to know below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from groupkit.domain.form import Form
from groupkit.domain.material import GUIDE, LANGUAGES, LONGEST_TEXT, Sharing, TextKey
from groupkit.domain.refusal import DraftChangedSince, Field, TextTooLong
from groupkit.language import LANGUAGES as SCREEN_LANGUAGES
from groupkit.language.library_words import language_word
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page, is_in_hand
from groupkit.ui.pages.editor.blocks_bar import BlocksBar
from groupkit.ui.pages.editor.desk_side import DANISH, DeskSide
from groupkit.ui.pages.editor.offered_picture import OfferedPicture
from groupkit.ui.pages.editor.over_looking import Overlooking
from groupkit.ui.pages.editor.picture_sheet import PictureSheet
from groupkit.ui.pages.editor.source_edit import SourceEdit
from groupkit.ui.pages.editor.text_draft import TextDraft
from groupkit.ui.pages.editor.word_menu import WordMenu
from groupkit.ui.pages.editor.writing_words import draft_words, facts
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.panes import FillScroll, Panes
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.places import PageName, Place
from groupkit.ui.shortcuts import Shortcut
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.library_view import SheetView, TopicView, view_topic
from groupkit.usecases.looking_over import Desktop, LookedOver, look_over
from groupkit.usecases.own_words import own_words
from groupkit.usecases.sheet_papers import SheetSource
from groupkit.usecases.writing import (
    TextView,
    may_approve,
    view_text,
)

_WIDTH = 1680
"""Pixels that source and pages share at most."""
_DANISH = "da"
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
"""Languages that are written from right to left."""


class EditorPage(Page):
    """What is typed is a draft at once; it counts when it is approved."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._key = TextKey(*place.slug.split("/"))
        self._topic: TopicView | None = None
        self._sheet: SheetView | None = None
        self._may_approve_now = self._has_spelling = False
        self._said: list[str] = []
        self._edit = SourceEdit(say("The text"), self)
        if self._key.language in RIGHT_TO_LEFT:
            self._edit.write_from_the_right()
        self._side = DeskSide(desk, self)
        self._blocks = BlocksBar(desk.language, self)
        self._languages = QComboBox()
        self._drop = secondary(say("Throw the draft away"))
        self._fault_line = 0
        self._fault, self._conflict, self._start = self._banners()
        self._outdated = Banner(
            say("The Danish text has changed since this translation was made."), tone="warn"
        )
        self._outdated.hide()
        self._facts = Wrap()
        self._header = self._make_header()
        self._menu = WordMenu(desk, self._edit, self._key.language, self)
        self._draft = TextDraft(desk, self._key, lambda: self._edit.source, self)
        self._over = Overlooking(desk, self._question, self)
        frame(self, self._header, FillScroll(self._laid_out(), _WIDTH))
        self._connect()

    def _make_header(self) -> Header:
        say = self.desk.language.say
        header = Header()
        header.set_width(_WIDTH)
        self._languages.setAccessibleName(say("Language"))
        self._languages.setMinimumContentsLength(18)
        for part in (self._languages, self._drop):
            header.add_button(part)
        header.set_action(say("Approve"), primary=True, enabled=False)
        return header

    def _banners(self) -> tuple[Banner, Banner, Banner]:
        say = self.desk.language.say
        fault = Banner("", tone="danger")
        go = secondary(say("Go to the line"))
        go.clicked.connect(self._go_to_fault)
        fault.add_button(go)
        conflict = Banner(self.desk.sentence(DraftChangedSince()), tone="warn")
        mine, theirs = secondary(say("Keep mine")), secondary(say("Take theirs"))
        mine.clicked.connect(lambda: self._end_conflict(self._draft.keep_mine))
        theirs.clicked.connect(lambda: self._end_conflict(self._draft.take_theirs))
        conflict.add_button(mine)
        conflict.add_button(theirs)
        start = Banner(say("There is no text in this language yet."), tone="notice")
        copy = secondary(say("Start from the Danish text"))
        copy.clicked.connect(self._start_from_danish)
        start.add_button(copy)
        for banner in (fault, conflict, start):
            banner.hide()
        return fault, conflict, start

    def _laid_out(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._blocks)
        column.addWidget(self._conflict)
        column.addWidget(self._start)
        column.addWidget(self._outdated)
        column.addWidget(self._edit, 1)
        column.addWidget(self._fault)
        column.addWidget(self._facts)
        return Panes(left, self._side, (1, 1))

    def _connect(self) -> None:
        self._header.back.connect(self._go_back)
        self._header.action.connect(self._approve)
        self._languages.activated.connect(self._choose_language)
        self._drop.clicked.connect(self._draft.throw_away)
        self._draft.text_read.connect(self._show_text)
        self._draft.state_changed.connect(self._show_state)
        self._draft.conflict_found.connect(self._show_conflict)
        self._blocks.wanted.connect(self._edit.insert_block)
        self._blocks.picture_wanted.connect(self._open_pictures)
        self._edit.picture_offered.connect(self._open_pictures)
        self._edit.typed.connect(self._typed)
        self._edit.too_long.connect(self._refuse_paste)
        self._edit.asked_about.connect(self._menu.ask_about)
        self._over.answered.connect(self._show_looked_over)
        self._side.form_changed.connect(self._change_form)
        self._side.line_wanted.connect(self._edit.go_to_line)
        for shortcut, deed in (
            (Shortcut.FINISH, self._approve),
            (Shortcut.DISCREET, self._side.switch_form),
            (Shortcut.NEXT_MISSPELT, self._go_to_misspelt),
        ):
            QShortcut(QKeySequence(shortcut.value), self, deed)

    def load(self) -> None:
        desk, key = self.desk, self._key
        library, code = desk.library, desk.language.code

        def read() -> tuple[TextView, TopicView, str]:
            view = view_text(desk.store, library, key)
            danish = view_text(desk.store, library, key.danish).latest
            return view, view_topic(desk.store, library, key.topic, code), danish

        desk.ask(self, read, self._show)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.LIBRARY):
            self._draft.read_state()
            self._over.touch()
        if changes.touches(Kind.SPELLING):
            self._over.touch()

    def flush(self) -> None:
        self._draft.flush()

    def spot(self) -> str:
        return str(self._edit.textCursor().position()) if is_in_hand(self._edit) else ""

    def first_focus(self) -> QWidget | None:
        return self._edit

    def _show(self, found: tuple[TextView, TopicView, str]) -> None:
        view, topic, danish = found
        self._topic, self._sheet = topic, topic.text(self._key.sheet)
        say = self.desk.language.say
        self._header.set_back(topic.topic.title)
        title = self._sheet.title if self._sheet else ""
        is_guide = self._key.sheet == GUIDE
        self._header.set_title(say("Guide") if is_guide else title or self._key.sheet)
        self._show_languages()
        sharing = self._sharing
        self._side.offer_forms(offered=sharing is not Sharing.FACILITATORS)
        self._edit.show_form(discreet=self._side.is_discreet)
        self._side.offer_reading(offered=self._has_lix)
        is_translation = self._key.language != _DANISH
        self._side.show_danish(danish if is_translation else None)
        self._draft.show(view)
        self._start.setVisible(is_translation and not view.latest.strip() and bool(danish.strip()))
        if self._start.isVisibleTo(self):
            self._side.show_tab(DANISH)
        if self._place.spot.isdecimal():
            self._edit.go_to(int(self._place.spot))
            self._edit.ensureCursorVisible()
        self._over.ask_now()

    def _show_text(self, view: TextView) -> None:
        self._edit.set_source(view.latest)
        self._over.touch()

    def _show_state(self) -> None:
        view = self._draft.view
        if view is None:
            return
        say, is_waiting = self.desk.language.say, self._draft.is_changed
        has_draft = view.draft is not None or is_waiting
        self._drop.setEnabled(view.draft is not None)
        can = has_draft and may_approve(self.desk.store.user.rights) and not self._fault_line
        can = can and not self._draft.is_conflicting and bool(self._edit.source.strip())
        self._may_approve_now = can
        self._outdated.setVisible(view.outdated)
        if has_draft and not view.outdated:
            at = self._languages.findData(self._key.language)
            self._languages.setItemText(at, language_word(self._key.language, self.desk.language))
        self._header.set_action(say("Approve"), primary=True, enabled=can)
        self._header.set_subtitle(draft_words(view, self.desk.language, is_waiting=is_waiting))

    def _show_languages(self) -> None:
        if self._sheet is None:
            return
        language, say = self.desk.language, self.desk.language.say
        codes = SCREEN_LANGUAGES if self._key.sheet == GUIDE else LANGUAGES
        self._languages.clear()
        for code in codes:
            standing, word = self._sheet.standing(code), language_word(code, language)
            if standing.is_outdated:
                word = say("{language} – outdated", language=word)
            elif not standing.exists:
                word = say("{language} – not yet", language=word)
            self._languages.addItem(word, code)
        self._languages.setCurrentIndex(self._languages.findData(self._key.language))

    @property
    def _sharing(self) -> Sharing:
        return self._sheet.sharing if self._sheet else Sharing.FACILITATORS

    @property
    def _has_lix(self) -> bool:
        """Whether LIX says something about the language; it was made for Danish and its like."""
        return self._key.language in SCREEN_LANGUAGES

    def _typed(self) -> None:
        self._draft.touch()
        self._over.touch()
        self._start.hide()
        self._show_state()

    def _show_conflict(self, view: TextView) -> None:
        self._conflict.show()
        self._side.show_theirs(view.latest, self._edit.source)

    def _end_conflict(self, end: Callable[[], None]) -> None:
        self._conflict.hide()
        self._side.hide_theirs()
        end()
        self._edit.setFocus()

    def _approve(self) -> None:
        if self._may_approve_now:
            self._draft.approve()

    def _start_from_danish(self) -> None:
        desk, key, library = self.desk, self._key.danish, self.desk.library
        desk.ask(
            self,
            lambda: view_text(desk.store, library, key).latest,
            self._edit.insertPlainText,
        )
        self._edit.setFocus()

    def _open_pictures(self, offered: OfferedPicture | None = None) -> None:
        sheet = PictureSheet(self.desk, self._key, self, self._open_pictures)
        sheet.wanted.connect(self._edit.insert_lines)
        sheet.start()
        if offered is not None:
            sheet.take(offered)

    def _question(self) -> Callable[[], LookedOver]:
        """Return what looks over the text as it is now, for the lane."""
        desk = self.desk
        desktop = Desktop(desk.press, desk.library, desk.language, desk.house, desk.spelling)
        sheet = SheetSource(self._key, self._sharing, self._edit.source)
        form = Form(discreet=self._side.is_discreet)
        return lambda: look_over(desktop, sheet, form, own_words(desk.store))

    def _show_looked_over(self, found: LookedOver) -> None:
        self._side.show_looked_over(found)
        self._edit.mark(found.misspelt or {}, found.telling)
        self._prepare_spelling()
        fault = found.fault
        self._fault_line = fault.line if fault else 0
        self._edit.mark_fault(self._fault_line)
        self._fault.setVisible(fault is not None)
        if fault is not None:
            self._fault.set_text(self.desk.sentence(fault))
        else:
            self._show_facts(found)
        self._show_state()

    def _show_facts(self, found: LookedOver) -> None:
        marks = facts(found, self.desk.language, has_lix=self._has_lix)
        said = [mark.accessibleName() for mark in marks]
        if said != self._said:
            self._said = said
            self._facts.clear()
            for mark in marks:
                self._facts.add(mark)

    def _change_form(self) -> None:
        self._edit.show_form(discreet=self._side.is_discreet)
        self._over.ask_now()

    def _go_to_fault(self) -> None:
        self._edit.go_to_line(self._fault_line)

    def _refuse_paste(self, length: int) -> None:
        self.desk.tell(TextTooLong(Field.SHEET, length, LONGEST_TEXT))

    def _go_to_misspelt(self) -> None:
        """Take the next misspelt word in hand, with what may have been meant."""
        word = self._edit.take_next_misspelt()
        if word:
            self._menu.ask_about(word)

    def _prepare_spelling(self) -> None:
        """Load the dictionary once the first pages are shown, so that they wait for nothing."""
        spelling, code = self.desk.spelling, self._key.language
        if self._has_spelling or spelling is None or code not in spelling.languages():
            return
        self._has_spelling = True
        self.desk.ask(self, lambda: spelling.prepare(code), self._look_again)

    def _look_again(self, _ready: None) -> None:
        self._over.ask_now()

    def _choose_language(self) -> None:
        code = str(self._languages.currentData())
        if code != self._key.language:
            slug = f"{self._key.topic}/{self._key.sheet}/{code}"
            self.desk.go(Place(PageName.EDITOR, slug=slug))

    def _go_back(self) -> None:
        key = self._key
        tab = "guide" if key.sheet == GUIDE else "sheets"
        spot = "" if key.sheet == GUIDE else f"{key.sheet}/{key.language}/"
        self.desk.go(Place(PageName.TOPIC, slug=key.topic, tab=tab, spot=spot))
