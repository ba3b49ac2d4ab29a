"""Safe contact first; then what she needs, her contact person, her children, her consent."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.profile import Profile, ProfileField
from groupkit.language.care_words import age_word, profile_field_word
from groupkit.ui.contact_rule import ContactRule
from groupkit.ui.desk import Desk
from groupkit.ui.pages.participant.consents import ConsentCard
from groupkit.ui.pages.participant.nominated import NominationsCard
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.facts import Facts
from groupkit.ui.parts.plain import PlainLabel
from groupkit.usecases.her_page import HerPage

NEEDS = (
    ProfileField.LANGUAGE,
    ProfileField.INTERPRETER,
    ProfileField.CHILDCARE,
    ProfileField.NEAR_DOOR,
    ProfileField.OTHER_NEEDS,
)


class OverviewTab(QWidget):
    """Emits which form is wanted, and of what."""

    form_wanted = Signal(str, str)

    def __init__(self, desk: Desk, participant_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self._contact = ContactRule(desk, participant_id, may_change=True)
        self._contact.change_wanted.connect(self._want_contact)
        self._needs = Card(say("What she needs"))
        self._around = Card(say("Around her"))
        for card in (self._needs, self._around):
            change = quiet(say("Change"), "edit")
            change.setAccessibleName(f"{say('Change')}: {card.accessibleName()}")
            change.clicked.connect(self._want_profile)
            card.tools.addWidget(change)
        self._consents = ConsentCard(desk, participant_id)
        self._consents.form_wanted.connect(self._want_consent)
        self._nominations = NominationsCard(desk)
        columns = Columns((1, 1))
        for card in (self._contact, self._needs):
            columns.left.add(card)
        for card in (self._around, self._consents, self._nominations):
            columns.right.add(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)

    def show_page(self, page: HerPage) -> None:
        """Show what is known."""
        shows = page.practice.shows
        self._show_facts(self._needs, self._need_lines(page))
        self._needs.setVisible(any(map(shows, NEEDS)))
        self._show_facts(self._around, self._around_lines(page))
        around = (ProfileField.CONTACT_PERSON, ProfileField.CHILDREN)
        self._around.setVisible(any(map(shows, around)))
        self._consents.show_consents(page.consents)
        self._consents.setVisible(shows(ProfileField.CONSENT))
        self._nominations.show_nominations(page)

    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        return self._contact.first_focus()

    def _show_facts(self, card: Card, lines: list[tuple[str, str]]) -> None:
        clear(card.body)
        if not lines:
            nothing = PlainLabel(self._desk.language.say("Nothing is noted."), role="hint")
            card.body.addWidget(nothing)
            return
        facts = Facts()
        for name, words in lines:
            facts.add(name, words)
        card.body.addWidget(facts)

    def _need_lines(self, page: HerPage) -> list[tuple[str, str]]:
        language, profile = self._desk.language, page.profile
        yes = language.pick("need", "Yes")
        values = {
            ProfileField.LANGUAGE: profile.language,
            ProfileField.INTERPRETER: yes if profile.interpreter else "",
            ProfileField.CHILDCARE: yes if profile.childcare else "",
            ProfileField.NEAR_DOOR: yes if profile.near_door else "",
            ProfileField.OTHER_NEEDS: profile.other_needs,
        }
        return [
            (profile_field_word(part, language), value)
            for part, value in values.items()
            if value and page.practice.shows(part)
        ]

    def _around_lines(self, page: HerPage) -> list[tuple[str, str]]:
        language, profile = self._desk.language, page.profile
        not_said = language.pick("her page", "Not said")
        values = {
            ProfileField.CONTACT_PERSON: profile.contact_person or not_said,
            ProfileField.CHILDREN: self._children(profile) or not_said,
        }
        return [
            (profile_field_word(part, language), value)
            for part, value in values.items()
            if page.practice.shows(part)
        ]

    def _children(self, profile: Profile) -> str:
        language, number = self._desk.language, profile.children
        if number is None:
            return ""
        if not number:
            return language.say("No children")
        said = language.count("{n} child", "{n} children", number)
        bands = [age_word(band, language) for band in sorted(profile.ages)]
        return f"{said}: {language.listed(bands)}" if bands else said

    def _want_contact(self) -> None:
        self.form_wanted.emit("contact", "")

    def _want_profile(self) -> None:
        self.form_wanted.emit("profile", "")

    def _want_consent(self, of: str) -> None:
        self.form_wanted.emit("consent", of)
