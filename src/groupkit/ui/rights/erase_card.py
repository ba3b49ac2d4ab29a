"""Erasing her: first what goes and what stays, then for good. The one place that asks first."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.language.care_words import who
from groupkit.ui.desk import Desk
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import danger
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.facts import Facts
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.usecases.erasing import Preview, erase, preview


class EraseCard(Card):
    """Her number has to be typed, so that nobody is erased by a slip of the hand."""

    erased = Signal()

    def __init__(self, desk: Desk, participant_id: UUID, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("Erase her"), say("For good. There is no way back."))
        self.setParent(parent)
        self._desk, self._her = desk, participant_id
        self._number = ""
        self._named = Banner("", tone="warn")
        self._typed = TextField(say("Type her number to erase her"))
        self._typed.changed.connect(self._enable)
        self._button = danger(say("Erase for good"), "trash")
        self._button.clicked.connect(self._erase)
        self._button.setEnabled(False)
        desk.ask(self, lambda: preview(desk.store, participant_id), self._show)

    def _show(self, found: Preview) -> None:
        language = self._desk.language
        say = language.say
        self._number = found.participant.number
        goes, stays = Facts(), Facts()
        for name, number in (
            (say("Notes on her"), found.notes),
            (say("Reasons of absence"), found.reasons),
            (say("New incidents"), found.incidents),
            (say("Safety answers and her words"), found.answers),
            (say("Follow-ups"), found.follow_ups),
            (say("Words of nominations"), found.nominations),
            (say("Consents"), found.consents),
            (say("Ties to other women"), found.ties),
        ):
            if number:
                goes.add(name, str(number))
        if found.has_contact:
            goes.add(say("Safe contact"), say("All of it"))
        if found.has_needs:
            goes.add(say("What she needs"), say("All of it"))
        goes.add(say("Who she is"), f"{who(found.participant, language)} · {self._number}")
        stays.add(say("Attendance, without her name"), str(found.marks))
        stays.add(say("Counts for the figures"), say("As they are"))
        self.body.addWidget(PlainLabel(say("This goes"), role="strong"))
        self.body.addWidget(goes)
        self.body.addWidget(PlainLabel(say("This stays, and names nobody"), role="strong"))
        self.body.addWidget(stays)
        backups = PlainLabel(
            language.count(
                "She is erased from the {n} backup in the store's folder as well. A copy on a "
                "stick keeps her; if it is put back on this laptop, she is erased again.",
                "She is erased from the {n} backups in the store's folder as well. A copy on a "
                "stick keeps her; if it is put back on this laptop, she is erased again.",
                found.backups,
            ),
            role="hint",
        )
        backups.setWordWrap(True)
        self.body.addWidget(backups)
        if found.named_in:
            self._named.set_text(
                language.count(
                    "{n} note may name her, and stays. Correct it first.",
                    "{n} notes may name her, and stay. Correct them first.",
                    len(found.named_in),
                )
            )
            self.body.addWidget(self._named)
            self._named.show()
        self.body.addWidget(self._typed)
        foot = QHBoxLayout()
        foot.addWidget(self._button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _enable(self) -> None:
        typed = self._typed.value().strip()
        self._button.setEnabled(bool(typed) and typed == self._number)

    def _erase(self) -> None:
        desk, her = self._desk, self._her
        self._button.setEnabled(False)

        def gone(removed: int) -> None:
            said = desk.language.say("She is erased.")
            if removed:
                more = desk.language.count(
                    "{n} backup could not be opened and was removed.",
                    "{n} backups could not be opened and were removed.",
                    removed,
                )
                said = f"{said} {more}"
            desk.notice(said)
            self.erased.emit()

        desk.do(self, lambda: erase(desk.store, [her], desk.today()), gone)
