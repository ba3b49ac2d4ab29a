"""What she needs, her contact person and her children: as much as the house uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from groupkit.domain.practice import Practice
from groupkit.domain.profile import MOST_CHILDREN, AgeBand, Profile, ProfileField
from groupkit.domain.refusal import ChildrenOutOfRange, Field
from groupkit.language.care_words import age_word, profile_field_word
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.field import ChoiceField, SwitchField, TextField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.her_page import put_profile


class ProfileSheet(DraftedSheet):
    """What the house hides is not asked, and stays as it was."""

    def __init__(
        self,
        desk: Desk,
        participant_id: UUID,
        known: Profile,
        practice: Practice,
        place: str,
        over: QWidget,
        reopen: Callable[[], None],
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("What she needs, and who is around her"), place, over, reopen)
        self._her, self._known, self._practice = participant_id, known, practice
        word = self._word
        self._contact_person = TextField(
            word(ProfileField.CONTACT_PERSON),
            hint=say("The shelter's employee who knows her from her stay."),
            value=known.contact_person,
        )
        self._language = TextField(word(ProfileField.LANGUAGE), value=known.language)
        self._interpreter = SwitchField(word(ProfileField.INTERPRETER), value=known.interpreter)
        self._childcare = SwitchField(word(ProfileField.CHILDCARE), value=known.childcare)
        self._near_door = SwitchField(word(ProfileField.NEAR_DOOR), value=known.near_door)
        self._needs = TextField(word(ProfileField.OTHER_NEEDS), value=known.other_needs)
        self._children = ChoiceField(word(ProfileField.CHILDREN), self._numbers())
        self._children.set_value("" if known.children is None else str(known.children))
        bands = [(band.value, age_word(band, desk.language)) for band in AgeBand]
        self._ages = Chips(
            say("How old they are"), bands, many=True, hint=say("No nearer than this.")
        )
        self._ages.set_value(",".join(known.ages))
        self.fields = {
            "contact_person": self._contact_person,
            "children": self._children,
            "ages": self._ages,
            "language": self._language,
            "interpreter": self._interpreter,
            "childcare": self._childcare,
            "near_door": self._near_door,
            "needs": self._needs,
        }
        self.texts = {
            Field.CONTACT_PERSON: "contact_person",
            Field.LANGUAGE: "language",
            Field.NEED: "needs",
        }
        self.blame = {ChildrenOutOfRange: "children"}
        self._lay_out()
        self.start()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID * 2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._contact_person, 0, 0, 1, 2)
        grid.addWidget(self._children, 1, 0, top)
        grid.addWidget(self._ages, 1, 1, top)
        grid.addWidget(self._language, 2, 0, top)
        grid.addWidget(self._needs, 2, 1, top)
        switches = (self._interpreter, self._childcare, self._near_door)
        for row, switch in enumerate(switches, 3):
            grid.addWidget(switch, row, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.form.addLayout(grid)
        parts = {
            ProfileField.CONTACT_PERSON: self._contact_person,
            ProfileField.CHILDREN: self._children,
            ProfileField.LANGUAGE: self._language,
            ProfileField.OTHER_NEEDS: self._needs,
            ProfileField.INTERPRETER: self._interpreter,
            ProfileField.CHILDCARE: self._childcare,
            ProfileField.NEAR_DOOR: self._near_door,
        }
        for part, field in parts.items():
            field.setVisible(self._practice.shows(part))

    def first_focus(self) -> QWidget:
        """Return the first field that the house uses."""
        shown = (each for each in self.fields.values() if not each.isHidden())
        first = next(shown, self._contact_person)
        return first.input if not isinstance(first, Chips) else first.keys

    def typed(self) -> None:
        """Ask for ages where there are children."""
        shown = self._practice.shows(ProfileField.CHILDREN)
        self._ages.setVisible(shown and self._children.value() not in ("", "0"))

    def deed(self) -> Deed:
        """Return the keeping of the profile."""
        store, her, children = self.desk.store, self._her, self._children.value()
        wanted = replace(
            self._known,
            contact_person=self._contact_person.value(),
            language=self._language.value(),
            interpreter=self._interpreter.value(),
            childcare=self._childcare.value(),
            near_door=self._near_door.value(),
            other_needs=self._needs.value(),
            children=int(children) if children else None,
            ages=frozenset(map(AgeBand, self._ages.chosen())),
        )
        return lambda: put_profile(store, her, wanted)

    def saved(self, before: Any) -> None:
        """Say so, with a way back."""
        desk, her = self.desk, self._her
        desk.notice(
            desk.language.say("What she needs is saved."),
            undo=lambda: desk.do(desk, lambda: put_profile(desk.store, her, before)),
        )

    def _word(self, part: ProfileField) -> str:
        return profile_field_word(part, self.desk.language)

    def _numbers(self) -> list[tuple[str, str]]:
        not_said = self.desk.language.pick("her page", "Not said")
        return [("", not_said), *((str(n), str(n)) for n in range(MOST_CHILDREN + 1))]
