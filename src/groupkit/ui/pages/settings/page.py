"""Settings: the house, the screen, the lock, and the help numbers on handouts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.backup import LEAST_PROMISE, MOST_PROMISE
from groupkit.domain.house import LEAST_IDLE, MOST_IDLE, HelpLine, House
from groupkit.domain.refusal import Refused
from groupkit.domain.roles import Part
from groupkit.language import DANISH, ENGLISH
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave, Page, is_in_hand
from groupkit.ui.pages.settings.aftercare import AftercareCard
from groupkit.ui.pages.settings.help_lines import HelpLinesCard
from groupkit.ui.pages.settings.logo_field import LogoField
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import ChoiceField, NumberField, SwitchField, TextField
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.ui.settings_tabs import show_settings_tabs
from groupkit.usecases.housekeeping import change_house, house


class SettingsPage(Page):
    """What is changed is kept at once; there is no button to forget."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._is_loading = True
        self._right = desk.house
        self._name = TextField(
            say("The house's name"),
            hint=say(
                "It appears on the team's papers and plain handouts, never on a discreet sheet."
            ),
        )
        self._logo = LogoField(desk)
        self._usual_days = SwitchField(
            say("The house is closed on 24 and 31 December and on 5 June"),
            hint=say("New plans step around these days, as around public holidays."),
        )
        self._language = ChoiceField(say("Language"), [(DANISH, "Dansk"), (ENGLISH, "English")])
        self._look = ChoiceField(
            say("Appearance"),
            [
                ("system", say("Same as the system")),
                ("light", say("Light")),
                ("dark", say("Dark")),
            ],
        )
        self._idle = NumberField(
            say("Lock after this many minutes without keyboard or mouse"),
            LEAST_IDLE,
            MOST_IDLE,
            value=LEAST_IDLE,
            hint=say("At most {most}. Ctrl+L locks at once, F9 hides the screen.", most=MOST_IDLE),
        )
        self._capture = SwitchField(
            say("Let other programs see the window"),
            hint=say(
                "For remote support or a shared screen. Switch it off afterwards: "
                "otherwise screenshots and recordings leave the window out."
            ),
            value=desk.capture_allowed is True,
        )
        self._erasure = NumberField(
            say("Days after which what was erased is gone from the backups, too"),
            LEAST_PROMISE,
            MOST_PROMISE,
            value=LEAST_PROMISE,
            hint=say("The house's promise to the women. Backups are kept no longer."),
        )
        self._help = HelpLinesCard(desk.language, self)
        self._aftercare = AftercareCard(desk, self) if desk.store.may(Part.PEOPLE) else None
        self._autosave = Autosave(self, self._save)
        self._lay_out()
        for field in (self._name, self._usual_days, self._idle, self._erasure, self._help):
            field.changed.connect(self._typed)
        self._language.changed.connect(self._save)
        self._look.changed.connect(self._use_look)
        self._capture.changed.connect(lambda: desk.capture_wanted.emit(self._capture.value()))

    def _lay_out(self) -> None:
        say = self.desk.language.say
        header = Header()
        show_settings_tabs(header, self.desk, PageName.SETTINGS)
        header.set_subtitle(say("What you change here is kept at once."))
        about = Card(say("The house"))
        about.body.addWidget(self._name)
        about.body.addWidget(self._logo)
        about.body.addWidget(self._usual_days)
        about.body.addWidget(self._erasure)
        screen = Card(say("Screen and lock"))
        for field in (self._language, self._look, self._idle, self._capture):
            screen.body.addWidget(field)
        if self.desk.capture_allowed is None:
            self._capture.hide()
            screen.body.addWidget(self._seen_by_others())
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (about, screen, self._help, self._aftercare):
            if card is not None:
                column.addWidget(card)
        frame(self, header, PageScroll(content, width=720))

    def _seen_by_others(self) -> PlainLabel:
        words = PlainLabel(
            self.desk.language.say(
                "On this system every program can take pictures of the screen. "
                "Close meetings and screen sharing while the store is open."
            ),
            role="hint",
        )
        words.setWordWrap(True)
        return words

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: house(desk.store), self._show)
        self._logo.load()
        if self._aftercare is not None:
            self._aftercare.load()

    def flush(self) -> None:
        self._autosave.flush()
        if self._aftercare is not None:
            self._aftercare.flush()

    def spot(self) -> str:
        return next((name for name, part in self._spots().items() if is_in_hand(part)), "")

    def first_focus(self) -> QWidget | None:
        return self._spots().get(self._place.spot, self._name.input)

    def _spots(self) -> dict[str, QWidget]:
        return {
            "name": self._name.input,
            "usual_days": self._usual_days.input,
            "language": self._language.input,
            "look": self._look.input,
            "idle": self._idle.input,
            "capture": self._capture.input,
            "erasure": self._erasure.input,
        }

    def _show(self, found: House) -> None:
        self._right = found
        self._is_loading = True
        self._name.set_value(found.name)
        self._usual_days.set_value(found.closed_on_usual_days)
        self._language.set_value(found.language)
        self._look.set_value(found.appearance)
        self._idle.set_value(found.idle_minutes)
        self._erasure.set_value(found.erasure_days)
        self._help.show_lines(found.help_lines)
        self._is_loading = False

    def _typed(self) -> None:
        if not self._is_loading:
            self._autosave.touch()

    def _use_look(self) -> None:
        self.desk.appearance_wanted.emit(self._look.value())
        self._save()

    def _save(self) -> None:
        """Keep what can be kept; a field that breaks a rule says so and holds back only itself."""
        desk = self.desk
        self._right = wanted = replace(
            self._named(self._right),
            language=self._language.value(),
            appearance=self._look.value(),
            idle_minutes=self._idle.value(),
            erasure_days=self._erasure.value(),
            closed_on_usual_days=self._usual_days.value(),
            help_lines=self._help_lines(),
        )
        # The desk owns the answer: what was changed counts also when this page is left at once.
        desk.do(desk, lambda: change_house(desk.store, wanted), desk.house_changed.emit)

    def _named(self, known: House) -> House:
        self._name.set_error(None)
        try:
            return replace(known, name=self._name.value())
        except Refused as no:
            self._name.set_error(self.desk.sentence(no.refusal))
            return known

    def _help_lines(self) -> tuple[HelpLine, ...]:
        lines, wrong = self._help.lines()
        self._help.set_error(self.desk.sentence(wrong) if wrong else None)
        return lines
