"""What somebody may open: her roles, and whether she gives access to others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.roles import Rights, Role
from groupkit.language import Language
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.usecases.access import rights

_OWNER = "owner"


class RightsField(QWidget):
    """A switch for each role; whoever gives access holds every key, and so is a facilitator."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = language.say
        self._roles = {
            Role.FACILITATOR: SwitchField(
                say("Facilitator"), say("Runs groups: opens participants, attendance and notes.")
            ),
            Role.COORDINATOR: SwitchField(
                say("Coordinator"), say("Opens participants and attendance, no notes.")
            ),
            Role.PEDAGOGUE: SwitchField(
                say("Pedagogue"), say("Prepares topics, agendas and handouts; sees no woman.")
            ),
        }
        self._owner = SwitchField(
            say("Owner"),
            say("Gives access and takes it away, and reads the change log. Is a facilitator, too."),
        )
        label = PlainLabel(say("May open"), role="label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (label, *self._roles.values(), self._owner):
            column.addWidget(part)
        for switch in (*self._roles.values(), self._owner):
            switch.changed.connect(self.changed)
        self._owner.changed.connect(self._keep_together)
        self._roles[Role.FACILITATOR].changed.connect(self._keep_apart)

    def value(self) -> Rights:
        """Return the rights chosen, or refuse them (RoleMissing)."""
        chosen = [role for role, switch in self._roles.items() if switch.value()]
        return rights(chosen, owner=self._owner.value())

    def set_value(self, held: Rights) -> None:
        """Show what somebody holds."""
        for role, switch in self._roles.items():
            switch.set_value(role in held.roles)
        self._owner.set_value(held.owner)

    def ticks(self) -> str:
        """Return what is ticked, in a line of words of its own."""
        ticked = [role.value for role, switch in self._roles.items() if switch.value()]
        return " ".join([*ticked, *([_OWNER] * self._owner.value())])

    def set_ticks(self, ticks: str) -> None:
        """Tick what :meth:`ticks` gave."""
        for role, switch in self._roles.items():
            switch.set_value(role.value in ticks.split())
        self._owner.set_value(_OWNER in ticks.split())

    def first_focus(self) -> QWidget:
        """Return the first switch."""
        return self._roles[Role.FACILITATOR].input

    def _keep_together(self) -> None:
        if self._owner.value():
            self._roles[Role.FACILITATOR].set_value(True)

    def _keep_apart(self) -> None:
        if not self._roles[Role.FACILITATOR].value():
            self._owner.set_value(False)
