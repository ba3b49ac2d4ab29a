"""One piece of work on the store: everything in it is kept together, or nothing is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from groupkit.store.agendas import AgendaRows, TemplateRows
from groupkit.store.attendance import AttendanceRows
from groupkit.store.change_log import LogRows
from groupkit.store.closed_periods import ClosedPeriodRows
from groupkit.store.drafts import DraftRows
from groupkit.store.erasing import Erasures
from groupkit.store.figure_rows import BareRows
from groupkit.store.follow_ups import FollowUpRows, HandedOutRows
from groupkit.store.groups import GroupRows
from groupkit.store.her_page import ConsentRows, ProfileRows, SafeContactRows
from groupkit.store.houses import HouseRows
from groupkit.store.incidents import IncidentRows
from groupkit.store.layouts import LayoutRows
from groupkit.store.library import OwnWordRows, PictureRows, TextRows, TopicRows
from groupkit.store.members import MemberRows
from groupkit.store.nominations import NominationRows, TieRows
from groupkit.store.notes import NoteRows
from groupkit.store.packs import PackRows
from groupkit.store.plan_changes import PlanChangeRows
from groupkit.store.practices import PracticeRows
from groupkit.store.programmes import ProgrammeRows
from groupkit.store.published import PublishedRows
from groupkit.store.safety_answers import SafetyRows
from groupkit.store.session_clocks import SessionClockRows
from groupkit.store.sessions import SessionRows
from groupkit.store.upkeep import UpkeepRows
from groupkit.store.users import UserRows
from groupkit.usecases.ports import StoreKeys


class Work:
    """Implements ``usecases.ports.UnitOfWork``; entered once, left once."""

    def __init__(self, engine: Engine, keys: StoreKeys, now: Callable[[], dt.datetime]) -> None:
        self._engine = engine
        self._keys = keys
        self._now = now

    def __enter__(self) -> Self:
        self._connection = self._engine.connect()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def commit(self) -> None:
        """Keep what was done since entering or since the last commit.

        Raises:
            Refused: DiskFull or StoreReadOnly; then nothing of it is kept.
        """
        self._connection.commit()

    @cached_property
    def groups(self) -> GroupRows:
        """Groups by id."""
        return GroupRows(self._connection)

    @cached_property
    def sessions(self) -> SessionRows:
        """The meetings of groups."""
        return SessionRows(self._connection)

    @cached_property
    def agendas(self) -> AgendaRows:
        """The agenda of each session."""
        return AgendaRows(self._connection)

    @cached_property
    def templates(self) -> TemplateRows:
        """Agendas kept under a name."""
        return TemplateRows(self._connection)

    @cached_property
    def closed_periods(self) -> ClosedPeriodRows:
        """The house's calendar."""
        return ClosedPeriodRows(self._connection)

    @cached_property
    def plan_changes(self) -> PlanChangeRows:
        """What was changed in plans."""
        return PlanChangeRows(self._connection, self._keys, self._now)

    @cached_property
    def programmes(self) -> ProgrammeRows:
        """Programmes of topics."""
        return ProgrammeRows(self._connection)

    @cached_property
    def clocks(self) -> SessionClockRows:
        """The running clocks of sessions."""
        return SessionClockRows(self._connection)

    @cached_property
    def texts(self) -> TextRows:
        """Versions of the library's texts."""
        return TextRows(self._connection)

    @cached_property
    def topics(self) -> TopicRows:
        """The house's own topics, sheets and agendas."""
        return TopicRows(self._connection)

    @cached_property
    def pictures(self) -> PictureRows:
        """Pictures on sheets."""
        return PictureRows(self._connection)

    @cached_property
    def packs(self) -> PackRows:
        """The key of material packs and the makers that are known."""
        return PackRows(self._connection)

    @cached_property
    def nominations(self) -> NominationRows:
        """Nominations."""
        return NominationRows(self._connection, self._keys)

    @cached_property
    def ties(self) -> TieRows:
        """Ties between women."""
        return TieRows(self._connection, self._keys)

    @cached_property
    def profiles(self) -> ProfileRows:
        """What each woman needs."""
        return ProfileRows(self._connection, self._keys)

    @cached_property
    def safe_contacts(self) -> SafeContactRows:
        """How each woman may be contacted."""
        return SafeContactRows(self._connection, self._keys)

    @cached_property
    def consents(self) -> ConsentRows:
        """What women agreed to."""
        return ConsentRows(self._connection, self._keys)

    @cached_property
    def practices(self) -> PracticeRows:
        """The house's own habits."""
        return PracticeRows(self._connection)

    @cached_property
    def incidents(self) -> IncidentRows:
        """Incidents and what is counted of them."""
        return IncidentRows(self._connection, self._keys)

    @cached_property
    def safety(self) -> SafetyRows:
        """Safety answers and what is counted of them."""
        return SafetyRows(self._connection, self._keys)

    @cached_property
    def follow_ups(self) -> FollowUpRows:
        """Follow-ups with their history."""
        return FollowUpRows(self._connection, self._keys, self._now)

    @cached_property
    def handed_out(self) -> HandedOutRows:
        """Which sheets were handed to whom."""
        return HandedOutRows(self._connection)

    @cached_property
    def own_words(self) -> OwnWordRows:
        """Words that the spell check is to know."""
        return OwnWordRows(self._connection)

    @cached_property
    def members(self) -> MemberRows:
        """Participants and their memberships."""
        return MemberRows(self._connection, self._keys)

    @cached_property
    def attendance(self) -> AttendanceRows:
        """Marks by session and participant."""
        return AttendanceRows(self._connection, self._keys)

    @cached_property
    def notes(self) -> NoteRows:
        """The group's notes and the women's own."""
        return NoteRows(self._connection, self._keys)

    @cached_property
    def drafts(self) -> DraftRows:
        """Half-typed forms."""
        return DraftRows(self._connection, self._keys)

    @cached_property
    def house(self) -> HouseRows:
        """The house."""
        return HouseRows(self._connection)

    @cached_property
    def users(self) -> UserRows:
        """Who has or had access."""
        return UserRows(self._connection, self._keys)

    @cached_property
    def log(self) -> LogRows:
        """The change log."""
        return LogRows(self._connection, self._keys, self._now)

    @cached_property
    def upkeep(self) -> UpkeepRows:
        """What the store remembers of its own care."""
        return UpkeepRows(self._connection)

    @cached_property
    def bare(self) -> BareRows:
        """Rows to count, without any sealed text."""
        return BareRows(self._connection)

    @cached_property
    def layouts(self) -> LayoutRows:
        """Reports kept by name."""
        return LayoutRows(self._connection)

    @cached_property
    def published(self) -> PublishedRows:
        """Which counts left the house."""
        return PublishedRows(self._connection, self._keys)

    @cached_property
    def erasures(self) -> Erasures:
        """Women erased."""
        return Erasures(self._connection, self._keys)
