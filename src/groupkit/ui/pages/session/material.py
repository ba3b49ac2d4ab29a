"""What to print for a session: the handout in both forms, the guide, and the run sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.plain import PlainLabel
from groupkit.usecases.printing import Printer


class MaterialCard(Card):
    """Buttons that make a paper and show it before it is printed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("To print"))
        self.setParent(parent)
        self._desk = desk
        self._session: Session | None = None
        self._topic: Topic | None = None
        self._hint = PlainLabel(say("Choose a topic to get its handout."))
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "hint")
        self._run_sheet = secondary(say("Run sheet"), "print")
        self._discreet = secondary(say("Handout, discreet form"), "print")
        self._plain = secondary(say("Handout, plain form"), "print")
        self._guide = secondary(say("Facilitators' guide"), "print")
        for part in (self._run_sheet, self._discreet, self._plain, self._guide, self._hint):
            self.body.addWidget(part)
        self._run_sheet.clicked.connect(self._print_run_sheet)
        self._discreet.clicked.connect(lambda: self._print_handout(discreet=True))
        self._plain.clicked.connect(lambda: self._print_handout(discreet=False))
        self._guide.clicked.connect(self._print_guide)

    def show_session(self, session: Session, topic: Topic | None) -> None:
        """Offer the papers of ``session``."""
        self._session, self._topic = session, topic
        for button in (self._discreet, self._plain, self._guide):
            button.setEnabled(topic is not None)
        self._hint.setVisible(topic is None)

    @property
    def _printer(self) -> Printer:
        return Printer(self._desk.library, self._desk.press, self._desk.language)

    def _print_run_sheet(self) -> None:
        session, printer, store = self._session, self._printer, self._desk.store
        if session is not None:
            self._desk.show_paper(self, lambda: printer.run_sheet(store, session.id))

    def _print_handout(self, *, discreet: bool) -> None:
        topic, printer, house = self._topic, self._printer, self._desk.house
        if topic is not None:
            self._desk.show_paper(self, lambda: printer.handout(topic, house, discreet=discreet))

    def _print_guide(self) -> None:
        topic, printer, house = self._topic, self._printer, self._desk.house
        if topic is not None:
            self._desk.show_paper(self, lambda: printer.guide(topic, house))
