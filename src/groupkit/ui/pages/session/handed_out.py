"""Which sheets each woman took home: all who came at once, then the exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.material import Sharing
from groupkit.domain.session_pack import PackSheet
from groupkit.language.care_words import who
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.clearing import clear
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.handing_out import hand_out
from groupkit.usecases.recording import Record

Pair = tuple[str, str]
Handed = Mapping[UUID, frozenset[Pair]]


class HandedOutCard(Card):
    """A row of names for each sheet to take home; a name that is on took it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.language.say("Handed out"))
        self.setParent(parent)
        self._desk = desk
        self._record: Record | None = None
        self._shape: object = None
        self._fields: dict[Pair, Chips] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID)
        self.body.addLayout(self._rows)
        self.hide()

    def show_material(self, record: Record, sheets: tuple[PackSheet, ...]) -> None:
        """Show the sheets of the session's topic; without one there is nothing to hand out."""
        self._record = record
        wanted = [sheet for sheet in sheets if sheet.sharing is Sharing.TAKE_HOME]
        held = record.session.day <= self._desk.today()
        self.setVisible(bool(wanted and record.roster) and held)
        women = tuple(
            (str(line.membership.participant.id), who(line.membership.participant,
                                                     self._desk.language))
            for line in record.roster
        )  # fmt: skip
        shape = (record.session.topic, tuple(s.name for s in wanted), women)
        if shape != self._shape:
            self._shape = shape
            self._build(record.session.topic, wanted, women)
        for pair, field in self._fields.items():
            took = [
                str(line.membership.participant.id) for line in record.roster if pair in line.sheets
            ]
            field.set_value(",".join(took))

    def _build(
        self, topic: str, sheets: list[PackSheet], women: tuple[tuple[str, str], ...]
    ) -> None:
        clear(self._rows)
        self._fields = {}
        for sheet in sheets:
            pair = (topic, sheet.name)
            field = Chips(sheet.title, women, many=True, numbered=False)
            field.changed.connect(lambda pair=pair: self._changed(pair))
            self._fields[pair] = field
            self._rows.addWidget(field)
            everyone = quiet(self._desk.language.say("All who came took it"), "check")
            everyone.setAccessibleName(f"{sheet.title}: {everyone.text()}")
            everyone.clicked.connect(lambda _=False, pair=pair: self._all(pair))
            self._rows.addWidget(everyone, 0, Qt.AlignmentFlag.AlignLeft)

    def _changed(self, pair: Pair) -> None:
        chosen = set(self._fields[pair].chosen())
        self._keep(pair, chosen)

    def _all(self, pair: Pair) -> None:
        if self._record is None:
            return
        came = {
            str(line.membership.participant.id)
            for line in self._record.roster
            if line.status is not None and line.status.came
        }
        self._keep(pair, came | set(self._fields[pair].chosen()))

    def _keep(self, pair: Pair, chosen: set[str]) -> None:
        record, desk = self._record, self._desk
        if record is None:
            return
        wanted: dict[UUID, frozenset[Pair]] = {}
        for line in record.roster:
            her = line.membership.participant.id
            now = line.sheets | {pair} if str(her) in chosen else line.sheets - {pair}
            if now != line.sheets:
                wanted[her] = frozenset(now)
        if not wanted:
            return
        session_id = record.session.id

        def kept(before: Handed) -> None:
            desk.notice(
                desk.language.say("Kept who took the sheet."),
                undo=lambda: desk.do(desk, lambda: hand_out(desk.store, session_id, before)),
            )

        desk.do(self, lambda: hand_out(desk.store, session_id, wanted), kept)
