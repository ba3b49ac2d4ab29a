"""A step after an incident: who takes it, and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.follow_up import Matter
from groupkit.language import Language
from groupkit.language.care_words import matter_word
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.incidents import StepWanted

STEPS = (Matter.SAFETY_PLAN, Matter.POLICE, Matter.DUTY_TO_NOTIFY, Matter.CONTACT_PERSON)


class StepFields(QWidget):
    """The owner and the day of one step, in one line."""

    def __init__(
        self,
        matter: Matter,
        owners: Sequence[tuple[UUID, str]],
        due: dt.date,
        language: Language,
    ) -> None:
        super().__init__()
        say, word = language.say, matter_word(matter, language)
        self.matter = matter
        names = [(str(owner), name) for owner, name in owners]
        self.owner = ChoiceField(say("{step}: who does it", step=word), names)
        self.due = DateField(say("By"), due)
        self.due.input.setAccessibleName(say("{step}: by when", step=word))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        row.addWidget(self.owner, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.due, 1, Qt.AlignmentFlag.AlignTop)

    def wanted(self) -> StepWanted:
        """Return the step as chosen."""
        return StepWanted(self.matter, UUID(self.owner.value()), self.due.value())
