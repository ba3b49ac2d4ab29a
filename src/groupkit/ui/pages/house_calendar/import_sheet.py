"""What a calendar file would bring, seen before anything is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupkit.domain.closed import Why
from groupkit.domain.read_calendar import NamedPeriod
from groupkit.language import Language
from groupkit.language.calendar_words import left_out_said
from groupkit.language.plan_words import closed_kind_word, period_said
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.sheet import Sheet
from groupkit.usecases.calendar_keeping import Offered


class ImportSheet(Sheet):
    """Emits ``wanted`` with the new periods and the kind that they get."""

    wanted = Signal(object, object)

    def __init__(self, language: Language, offered: Offered, over: QWidget) -> None:
        say = language.say
        super().__init__(say("Read a calendar file"), say("Close"), over)
        self._offered = offered
        kinds = (Why.SCHOOL_HOLIDAY, Why.HOUSE_CLOSED)
        self._why = ChoiceField(
            say("They become"), [(why.value, closed_kind_word(why, language)) for why in kinds]
        )
        self.body.addWidget(self._why)
        said = left_out_said(offered.read, language)
        if said:
            self.body.addWidget(Banner(said, tone="notice"))
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(0)
        for title, periods in (
            (language.count("{n} new period", "{n} new periods", len(offered.new)), offered.new),
            (say("There already"), offered.known),
        ):
            if periods or periods is offered.new:
                rows.addWidget(PlainLabel(title, role="label"))
            for each in periods:
                rows.addWidget(self._row(each, language, is_new=periods is offered.new))
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.body.addWidget(area, 1)
        take = primary(language.count("Add {n} period", "Add {n} periods", len(offered.new)))
        take.setEnabled(bool(offered.new))
        take.clicked.connect(self._take)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(take)
        self.body.addLayout(foot)

    def first_focus(self) -> QWidget:
        """Return the choice of the kind."""
        return self._why.input

    @staticmethod
    def _row(each: NamedPeriod, language: Language, *, is_new: bool) -> Row:
        icon = "plus" if is_new else "check"
        days = period_said(each.period, language)
        return Row(each.name or days, days if each.name else "", icon=icon, clickable=False)

    def _take(self) -> None:
        self.wanted.emit(self._offered.new, Why(self._why.value()))
        self.close_now()
