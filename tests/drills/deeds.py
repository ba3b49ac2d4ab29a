"""What a killed process was doing: deeds made of changes, each the same for the same number.

A store's state is what these changes touch, by place. After a kill it is what was acknowledged,
or that and the one change under way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from drill_stores import OWNERS_OWN, TODAY, an_agenda

from groupkit.domain.attendance import Status
from groupkit.domain.group import Group
from groupkit.domain.participant import Membership
from groupkit.domain.roles import Rights, Role
from groupkit.domain.session import Session
from groupkit.usecases.drafting import find_draft, keep_draft
from groupkit.usecases.joining import Person, circle, join, undo_join
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.preparing import prepared, put_agenda
from groupkit.usecases.recording import mark, record, write_group_note, write_own_note

Place = tuple[str, ...]
State = Mapping[Place, str]
EXTRA = "Ekstra"
DRAFTS = 5
STATUSES = tuple(Status)


@dataclass(frozen=True)
class Change:
    """One change: the place, what stands there afterwards ('' for nothing), and who makes it."""

    place: Place
    value: str
    make: Callable[[OpenStore], object]

    def applied(self, state: State) -> State:
        """Return the state after the change."""
        rest = {place: value for place, value in state.items() if place != self.place}
        return {**rest, self.place: self.value} if self.value else rest


@dataclass(frozen=True)
class Scene:
    """The ids that the changes are made of."""

    group: Group
    sessions: tuple[Session, ...]
    members: tuple[Membership, ...]

    def recording(self, number: int) -> Change:
        """Mark a woman, write about her, or about the group."""
        session, woman = self._where(number)
        place = (str(session), str(woman))
        text = f"{number} " + "æ" * (number * 37 % 2_500) + "."
        if number % 3 == 0:
            status = STATUSES[number // 3 % len(STATUSES)]
            return Change(
                ("mark", *place),
                status.value,
                lambda store: mark(store, session, woman, status, today=TODAY, reason=""),
            )
        if number % 3 == 1:
            return Change(
                ("own", *place), text, lambda store: write_own_note(store, session, woman, text)
            )
        return Change(
            ("group", str(session)), text, lambda store: write_group_note(store, session, text)
        )

    def agenda(self, number: int) -> Change:
        """Give a session another agenda."""
        session, _ = self._where(number)
        wanted = an_agenda(number)
        return Change(
            ("agenda", str(session)),
            str(wanted),
            lambda store: put_agenda(store, session, wanted),
        )

    def draft(self, number: int) -> Change:
        """Type on in a form."""
        place, text = f"form {number % DRAFTS}", f"{number} " + "ø" * (number * 53 % 900)
        return Change(("draft", place), text, lambda store: keep_draft(store, place, {"a": text}))

    def erasure(self, number: int) -> Change:
        """Let a woman in and take that back, and empty notes and marks."""
        session, woman = self._where(number // 2)
        place = (str(session), str(woman))
        alias = f"{EXTRA} {number // 4}"
        erasures = (
            Change(("woman", alias), "in", lambda store: self._let_in(store, alias)),
            Change(("own", *place), "", lambda store: write_own_note(store, session, woman, "")),
            Change(("woman", alias), "", lambda store: self._take_back(store, alias)),
            Change(("group", str(session)), "", lambda store: write_group_note(store, session, "")),
        )
        return erasures[number % len(erasures)]

    def adding(self, number: int) -> Change:
        """Give somebody access, which takes two derivations of keys."""
        name, typed = f"Ny {number}", f"ny kollegas {number}. sætning"
        rights = Rights(frozenset({Role.PEDAGOGUE}))
        return Change(
            ("user", name),
            "in",
            lambda store: store.access.add(OWNERS_OWN, name, rights, typed, TODAY),
        )

    def state(self, store: OpenStore) -> State:
        """Return what stands in the store."""
        state: dict[Place, str] = {}
        for session in self.sessions:
            held, there = record(store, session.id), str(session.id)
            state["group", there] = held.group_note
            state["agenda", there] = str(prepared(store, session.id).agenda)
            for line in held.roster:
                if not line.membership.participant.alias.startswith(EXTRA):
                    woman = str(line.membership.participant.id)
                    state["mark", there, woman] = line.status or ""
                    state["own", there, woman] = line.note
        for number in range(DRAFTS):
            fields = find_draft(store, f"form {number}") or {}
            state["draft", f"form {number}"] = fields.get("a", "")
        for each in circle(store, self.group.id, TODAY).memberships:
            if each.participant.alias.startswith(EXTRA):
                state["woman", each.participant.alias] = "in"
        for user in store.access.users():
            state["user", user.name] = "in" if user.has_access else ""
        return {place: value for place, value in state.items() if value}

    def _where(self, number: int) -> tuple[UUID, UUID]:
        session = self.sessions[number % len(self.sessions)]
        woman = self.members[number % len(self.members)]
        return session.id, woman.participant.id

    def _let_in(self, store: OpenStore, alias: str) -> None:
        now = circle(store, self.group.id, TODAY)
        if alias not in {each.participant.alias for each in now.memberships}:
            joined = TODAY - dt.timedelta(days=1)
            join(store, self.group.id, Person(alias, now.next_number, joined))

    def _take_back(self, store: OpenStore, alias: str) -> None:
        for each in circle(store, self.group.id, TODAY).memberships:
            if each.participant.alias == alias:
                undo_join(store, each.id)


SMALL = ("recording", "agenda", "draft", "erasure")
"""The deeds that are many small changes, by the name of the scene's method."""
CHANGES = (*SMALL, "adding")
"""The deeds made of changes, the slow one included."""
