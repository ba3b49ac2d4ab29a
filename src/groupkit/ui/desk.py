"""What a page has at hand: the open store behind the lane, the language, and ways to go on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from groupkit.domain.house import House
from groupkit.domain.refusal import Refusal
from groupkit.language import Language, sentence
from groupkit.ui.background import Lane
from groupkit.ui.places import Place
from groupkit.usecases.changes import Changes, Done, Kind
from groupkit.usecases.house_library import HouseLibrary, OwnMaterial, own_material
from groupkit.usecases.papers import Printable
from groupkit.usecases.ports import Library, OpenStore, PackDesk, Press, Spelling

T = TypeVar("T")


@dataclass(frozen=True)
class Notice:
    """A word at the foot of the window, with a way back where there is one."""

    text: str
    undo: Callable[[], None] | None = None
    is_problem: bool = False


class Desk(QObject):
    """Handed to each page; signals what pages ask of the window around them."""

    changed = Signal(object)
    """A ``Changes``: what a use case touched."""
    going = Signal(object)
    """A :class:`Place` to go to."""
    returning = Signal(object)
    """Back to where one came from; the :class:`Place` is for who came from nowhere."""
    noticed = Signal(object)
    """A :class:`Notice` to show."""
    showing = Signal(object)
    """A :class:`Printable` to preview, print or save."""
    printed = Signal(object)
    """The :class:`Printable` that was just printed or saved."""
    house_changed = Signal(object)
    """The :class:`House` after its settings changed."""
    appearance_wanted = Signal(str)
    """'system', 'light' or 'dark'."""
    wall_wanted = Signal(object)
    """A :class:`Running` session to show on the wall."""
    capture_wanted = Signal(bool)
    """Whether other programs may see the window, for remote support."""

    def __init__(
        self,
        lane: Lane,
        store: OpenStore,
        library: Library,
        press: Press,
        house: House,
        today: Callable[[], dt.date],
        parent: QObject | None = None,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now().astimezone(),
        spelling: Spelling | None = None,
        packs: PackDesk | None = None,
    ) -> None:
        super().__init__(parent)
        self.lane = lane
        self.store = store
        self.library = library if isinstance(library, HouseLibrary) else HouseLibrary(library)
        self.press = press
        self.house = house
        self.language = Language(house.language)
        self.today = today
        self.now = now
        self.spelling = spelling
        self.packs = packs
        self.plan_undo: tuple[UUID, Callable[[], None]] | None = None
        """The group whose plan was changed last, and what takes it back, while unlocked."""
        self.capture_allowed: bool | None = None
        """Whether other programs may see the window; None where the system doesn't ask us."""

    def ask(
        self,
        owner: QObject,
        question: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Read something in the lane; ``then`` gets it, an untaken refusal becomes a notice."""
        self.lane.ask(owner, question, then, refused or self.tell)

    def do(
        self,
        owner: QObject,
        deed: Callable[[], Done[T]],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Carry out a use case in the lane, tell all pages what it touched, then ``then``."""

        def carried_out(result: Done[T]) -> None:
            self._announce(result.changes)
            if then is not None and isValid(owner):
                then(result.value)

        def refuse(refusal: Refusal) -> None:
            if refused is not None and isValid(owner):
                refused(refusal)
            else:
                self.tell(refusal)

        # The desk owns the answer: the other pages hear of the change even when this one is gone.
        self.lane.ask(self, deed, carried_out, refuse)

    def _announce(self, changes: Changes) -> None:
        """Tell the pages what was touched, the library itself first read anew where that was it."""
        if not changes.touches(Kind.LIBRARY):
            self.changed.emit(changes)
            return
        shipped = self.library.shipped

        def take(own: OwnMaterial) -> None:
            self.library = HouseLibrary(shipped, own)
            self.changed.emit(changes)

        self.ask(self, lambda: own_material(self.store, shipped), take)

    def tell(self, refusal: Refusal) -> None:
        """Show a refusal's sentence at the foot of the window."""
        self.noticed.emit(Notice(self.sentence(refusal), is_problem=True))

    def notice(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a word at the foot of the window."""
        self.noticed.emit(Notice(text, undo))

    def sentence(self, refusal: Refusal) -> str:
        """Return a refusal's sentence in the house's language."""
        return sentence(refusal, self.language)

    def go(self, place: Place) -> None:
        """Go to another page."""
        self.going.emit(place)

    def go_back(self, otherwise: Place) -> None:
        """Go back to where one came from, or to ``otherwise`` right after unlocking."""
        self.returning.emit(otherwise)

    def show_paper(self, owner: QObject, make: Callable[[], Printable]) -> None:
        """Make a paper in the lane, then preview it."""
        self.ask(owner, make, self.showing.emit)
