"""What the store asks for its own care, above everything else on Today."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.clock import ClockDoubt
from groupkit.domain.participant import Participant
from groupkit.ui.desk import Desk
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.clearing import clear
from groupkit.ui.places import PageName, Place
from groupkit.usecases.erasing import keep_doubted
from groupkit.usecases.keeping import put_off
from groupkit.usecases.upkeep import Care, care, confirm_date, sheet_found


class CareBanners(QWidget):
    """Each stands there only while there is something to do."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def load(self) -> None:
        """Ask the store what it needs."""
        desk, today = self._desk, self._desk.today()
        desk.ask(self, lambda: care(desk.store, today), self._show)

    def _show(self, found: Care) -> None:
        clear(self._column)
        if found.clock is not None:
            self._column.addWidget(self._clock(found.clock))
        if found.doubted:
            self._column.addWidget(self._doubted(found.doubted))
        if found.asks_for_sheet:
            self._column.addWidget(self._sheet(not_kept=found.sheet_not_kept))
        if found.backup_is_old:
            self._column.addWidget(self._backup(found.backed_up))
        if found.women_over:
            self._column.addWidget(self._women_over(found.women_over))
        self.setVisible(self._column.count() > 0)

    def _clock(self, doubt: ClockDoubt) -> Banner:
        desk, language = self._desk, self._desk.language
        banner = Banner(
            language.say(
                "The laptop says that today is {today}, but the store was last used on {day}. "
                "Nothing is erased for good until somebody confirms the date. If it is wrong, "
                "put the laptop's clock right.",
                today=language.date_long(doubt.today),
                day=language.date_long(doubt.last_seen),
            ),
            tone="warn",
        )
        right = secondary(language.say("The date is right"))
        right.clicked.connect(lambda: desk.do(desk, lambda: confirm_date(desk.store, doubt.today)))
        banner.add_button(right)
        return banner

    def _sheet(self, *, not_kept: bool) -> Banner:
        desk, say = self._desk, self._desk.language.say
        said = say(
            "Is the recovery sheet still where it was put? It is a year since somebody looked. "
            "Without it, a forgotten passphrase can close the store for good."
        )
        if not_kept:
            said = say(
                "The last new recovery sheet was shown, but nobody has said that it was printed "
                "or written down. The sheet from before opens nothing any more."
            )
        banner = Banner(said, tone="warn" if not_kept else "notice")
        there, new = secondary(say("It is there")), quiet(say("Make a new one"))
        there.clicked.connect(lambda: desk.do(desk, lambda: sheet_found(desk.store, desk.today())))
        new.clicked.connect(lambda: desk.go(Place(PageName.ACCESS)))
        banner.add_button(there)
        banner.add_button(new)
        return banner

    def _backup(self, made: dt.datetime | None) -> Banner:
        desk, language = self._desk, self._desk.language
        said = language.say(
            "There is no verified backup yet. If the disk fails, everything is lost."
        )
        if made is not None:
            said = language.say(
                "The newest verified backup is of {day}. What was done since is in no backup.",
                day=language.date_long(made.astimezone().date()),
            )
        banner = Banner(said, tone="warn")
        there = secondary(language.say("Go to the backups"))
        there.clicked.connect(lambda: desk.go(Place(PageName.BACKUPS)))
        banner.add_button(there)
        return banner

    def _women_over(self, women: int) -> Banner:
        desk, language = self._desk, self._desk.language
        banner = Banner(
            language.count(
                "Of {n} woman there is something that may no longer be kept. Nothing goes before "
                "somebody has looked.",
                "Of {n} women there is something that may no longer be kept. Nothing goes before "
                "somebody has looked.",
                women,
            )
        )
        look, later = secondary(language.say("Look at it")), quiet(language.say("Ask in a month"))
        look.clicked.connect(lambda: desk.go(Place(PageName.KEEPING)))
        later.clicked.connect(lambda: desk.do(desk, lambda: put_off(desk.store, desk.today())))
        banner.add_button(look)
        banner.add_button(later)
        return banner

    def _doubted(self, women: tuple[Participant, ...]) -> Banner:
        desk, language = self._desk, self._desk.language
        banner = Banner(
            language.count(
                "A list of erased women beside the store names {names}, and nobody vouches for "
                "it. Perhaps an older copy of the store was put here by hand. If she was erased, "
                "erase her again on her page.",
                "A list of erased women beside the store names {names}, and nobody vouches for "
                "it. Perhaps an older copy of the store was put here by hand. If they were "
                "erased, erase them again on their pages.",
                len(women),
                names=language.listed([woman.alias for woman in women]),
            ),
            tone="warn",
        )
        her = women[0]
        look = secondary(language.say("Go to {alias}", alias=her.alias))
        look.clicked.connect(lambda: desk.go(Place(PageName.PARTICIPANT, her.id)))
        stay = quiet(language.count("She was not erased", "They were not erased", len(women)))
        stay.clicked.connect(lambda: desk.do(desk, lambda: keep_doubted(desk.store)))
        banner.add_button(look)
        banner.add_button(stay)
        return banner
