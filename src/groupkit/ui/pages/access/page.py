"""People with access, one's own passphrase, and the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from groupkit.domain.clock import Upkeep
from groupkit.domain.roles import Part, Rights, Role, User
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.access.action_card import ActionCard
from groupkit.ui.pages.access.form import AccessForm, Asked, Typed
from groupkit.ui.pages.access.new_sheet import NewSheet
from groupkit.ui.pages.access.people import PeopleCard
from groupkit.ui.pages.access.person import PersonCard
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import danger, primary, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.swap import Swap
from groupkit.ui.places import PageName, Place
from groupkit.ui.settings_tabs import show_settings_tabs
from groupkit.usecases.access import (
    add_person,
    change_own_passphrase,
    change_rights,
    new_recovery_sheet,
    people,
    remove_person,
    renew_keys,
    reset_passphrase,
)
from groupkit.usecases.changes import Changes, Done, Kind
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft
from groupkit.usecases.printing import Printer
from groupkit.usecases.upkeep import sheet_found, upkeep

T = TypeVar("T")
_DRAFT = "access/add"
_USUAL = Rights(frozenset({Role.FACILITATOR}))


class AccessPage(Page):
    """The list, or one form in its place."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._is_owner = desk.store.may(Part.ACCESS)
        self._adding: AccessForm | None = None
        self._was_loaded = False
        self._header = header = Header()
        show_settings_tabs(header, desk, PageName.ACCESS)
        header.set_subtitle(
            say("Each person has a passphrase of her own, and it opens what her role needs.")
        )
        if self._is_owner:
            header.set_action(say("Give somebody access"), primary=True, enabled=True)
            header.action.connect(self._ask_add)
        self._people = PeopleCard(desk.language, desk.store.user.id, is_owner=self._is_owner)
        self._people.chosen.connect(self._show_person)
        self._due = Banner(
            say(
                "An older backup was restored, and with it keys that people who have lost access "
                "may still know. Renew the keys."
            ),
            tone="warn",
        )
        self._unkept = Banner(
            say(
                "The last new recovery sheet was shown, but nobody has said that it was printed "
                "or written down. The sheet from before opens nothing any more."
            ),
            tone="warn",
        )
        for banner in (self._due, self._unkept):
            banner.hide()
        self._swap = Swap(self._list())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(PageScroll(self._swap, width=720), 1)

    def _list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._due)
        column.addWidget(self._unkept)
        column.addWidget(self._people)
        column.addWidget(self._own_card())
        if self._is_owner:
            column.addWidget(self._keys_card())
        return holder

    def _own_card(self) -> Card:
        say = self.desk.language.say
        return ActionCard(
            say("Your own passphrase"),
            say("If somebody may have seen you type it, change it and renew all keys afterwards.")
            if self._is_owner
            else say(
                "If somebody may have seen you type it, ask an owner to give you a new one and "
                "to renew all keys."
            ),
            (secondary(say("Change my passphrase …"), "key"), self._ask_own),
        )

    def _keys_card(self) -> Card:
        say = self.desk.language.say
        return ActionCard(
            say("Recovery sheet and keys"),
            say(
                "The words stand on paper only. If the sheet is lost or seen, make a new one: "
                "the old one then opens nothing."
            ),
            (secondary(say("Make a new recovery sheet …"), "document"), self._ask_sheet),
            (secondary(say("Renew all keys …"), "key"), self._ask_renewal),
        )

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: (people(desk.store), upkeep(desk.store)), self._show)
        if not self._was_loaded:
            self._was_loaded = True
            desk.ask(self, lambda: find_draft(desk.store, _DRAFT), self._take_draft)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.ACCESS, Kind.UPKEEP):
            self.load()

    def _show(self, found: tuple[tuple[User, ...], Upkeep]) -> None:
        shown, kept = found
        keyboard_here = self.holds_keyboard(self)
        self._people.show_people(shown)
        self._due.setVisible(kept.renewal_due and self._is_owner)
        self._unkept.setVisible(not kept.sheet_is_kept and self._is_owner)
        if not self._swap.has_form:
            focus = self._people.first_focus()
            if focus is not None and keyboard_here:
                focus.setFocus()

    def _show_person(self, person: User) -> None:
        card = PersonCard(self.desk.language, person, is_me=person.id == self.desk.store.user.id)
        card.rights_wanted.connect(lambda: self._ask_rights(person))
        card.passphrase_wanted.connect(lambda: self._ask_reset(person))
        card.removal_wanted.connect(lambda: self._ask_removal(person))
        card.left.connect(self._show_list)
        self._swap.show_form(card, card.first_focus())

    def flush(self) -> None:
        form, desk = self._adding, self.desk
        if form is not None and isValid(form):
            typed = form.half_typed()
            desk.ask(desk, lambda: keep_draft(desk.store, _DRAFT, typed), lambda _: None)

    def _take_draft(self, kept: Mapping[str, str] | None) -> None:
        if kept is not None and self._is_owner and not self._swap.has_form:
            self._ask_add()
            if self._adding is not None:
                self._adding.put_back(kept)

    def _ask_add(self) -> None:
        say, desk = self.desk.language.say, self.desk
        self._adding = self._ask(
            Asked(
                say("Give somebody access"),
                primary(say("Give access")),
                name=True,
                asks_rights=True,
                new_passphrase=say("The new person's passphrase, typed by herself"),
                warning=say(
                    "Do this together at the laptop: she types her passphrase, you type yours."
                ),
            ),
            lambda typed: add_person(
                desk.store,
                typed.own,
                typed.name,
                typed.rights or _USUAL,
                typed.new,
                desk.today(),
            ),
            lambda added: self._said(say("{name} has access now.", name=added.name)),
        )

    def _ask_rights(self, person: User) -> None:
        say, desk = self.desk.language.say, self.desk
        held = person.rights or _USUAL
        self._ask(
            Asked(
                say("What {name} may open", name=person.name),
                primary(say("Change")),
                asks_rights=True,
                rights=held,
                warning=say(
                    "Taking a role away renews all keys: there will be a new recovery sheet."
                ),
            ),
            lambda typed: change_rights(desk.store, typed.own, person.id, typed.rights or held),
            self._show_words,
        )

    def _ask_reset(self, person: User) -> None:
        say, desk = self.desk.language.say, self.desk
        self._ask(
            Asked(
                say("New passphrase for {name}", name=person.name),
                primary(say("Change")),
                new_passphrase=say("Her new passphrase, typed by herself"),
            ),
            lambda typed: reset_passphrase(desk.store, typed.own, person.id, typed.new),
            lambda _: self._said(say("{name} has a new passphrase.", name=person.name)),
        )

    def _ask_removal(self, person: User) -> None:
        say, desk = self.desk.language.say, self.desk
        self._ask(
            Asked(
                say("Take {name}'s access away", name=person.name),
                danger(say("Take access away")),
                warning=say(
                    "All keys are renewed. Her passphrase then opens neither the store nor the "
                    "backups in its folder, and there is a new recovery sheet. Backups on sticks "
                    "still open with her passphrase: collect or erase them. Drafts she has not "
                    "finished go; what she recorded stays."
                ),
            ),
            lambda typed: remove_person(desk.store, typed.own, person.id, desk.today()),
            self._show_words,
        )

    def _ask_own(self) -> None:
        say, desk = self.desk.language.say, self.desk
        self._ask(
            Asked(
                say("Change my passphrase"),
                primary(say("Change")),
                new_passphrase=say("New passphrase"),
            ),
            lambda typed: change_own_passphrase(desk.store, typed.own, typed.new),
            lambda _: self._said(say("Your new passphrase counts from now on.")),
        )

    def _ask_sheet(self) -> None:
        say, desk = self.desk.language.say, self.desk
        self._ask(
            Asked(
                say("Make a new recovery sheet"),
                primary(say("Make a new sheet")),
                warning=say("The sheet from before opens nothing any more."),
            ),
            lambda typed: new_recovery_sheet(desk.store, typed.own),
            self._show_words,
        )

    def _ask_renewal(self) -> None:
        say, desk = self.desk.language.say, self.desk
        self._ask(
            Asked(
                say("Renew all keys"),
                primary(say("Renew all keys")),
                warning=say(
                    "Everybody keeps her passphrase. The recovery sheet from before opens nothing "
                    "any more; there is a new one."
                ),
            ),
            lambda typed: renew_keys(desk.store, typed.own),
            self._show_words,
        )

    def _ask(
        self, asked: Asked, deed: Callable[[Typed], Done[T]], then: Callable[[T], None]
    ) -> AccessForm:
        form = AccessForm(asked, self.desk.language)

        def carry_out(typed: Typed) -> None:
            self.desk.do(self, lambda: deed(typed), then, form.show_refusal)

        form.wanted.connect(carry_out)
        form.left.connect(self._show_list)
        self._swap.show_form(form, form.first_focus())
        return form

    def _said(self, word: str) -> None:
        self._show_list()
        self.desk.notice(word)

    def _show_words(self, words: tuple[str, ...]) -> None:
        if not words:
            self._said(self.desk.language.say("Changed."))
            return
        sheet = NewSheet(self.desk.language, words)
        sheet.paper_wanted.connect(lambda: self._print(words))
        sheet.done.connect(self._keep_sheet)
        self._swap.show_form(sheet, sheet.first_focus())
        self._offer_adding(False)

    def _keep_sheet(self) -> None:
        desk = self.desk
        desk.do(desk, lambda: sheet_found(desk.store, desk.today()))
        self._show_list()

    def _print(self, words: tuple[str, ...]) -> None:
        desk = self.desk
        printer, day = Printer(desk.library, desk.press, desk.language), desk.today()
        desk.show_paper(self, lambda: printer.recovery_sheet(words, day))

    def _show_list(self) -> None:
        desk = self.desk
        if self._adding is not None:
            self._adding = None
            desk.ask(desk, lambda: drop_draft(desk.store, _DRAFT), lambda _: None)
        self._swap.show_usual()
        self._offer_adding(True)
        focus = self._people.first_focus()
        if focus is not None:
            focus.setFocus()

    def _offer_adding(self, offered: bool) -> None:
        """Words that are shown only now give way to nothing else on the page."""
        if self._is_owner:
            say = self.desk.language.say
            self._header.set_action(say("Give somebody access"), primary=True, enabled=offered)
