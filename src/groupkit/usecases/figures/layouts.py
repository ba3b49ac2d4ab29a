"""Reports kept by name, to be run again for another time."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.refusal import LayoutNameTaken, NotForYourRole, Refused, TooManyLayouts
from groupkit.domain.reporting.choice import MOST_LAYOUTS, Choice, Layout
from groupkit.domain.roles import Part
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.ports import OpenStore


def layouts(store: OpenStore) -> tuple[Layout, ...]:
    """Return the reports kept, by name.

    Raises:
        Refused: NotForYourRole without the key to people.
    """
    _check(store)
    with store.work() as work:
        return work.layouts.all()


def keep_layout(
    store: OpenStore, name: str, choice: Choice, layout_id: UUID | None = None
) -> Done[Layout]:
    """Keep a choice by name, in place of the layout of that id.

    A group or session is chosen anew each time it is run.

    Raises:
        Refused: LayoutNameTaken, TooManyLayouts, and what a name may not be.
    """
    _check(store)
    plain = replace(choice, groups=(), session_id=None)
    wanted = Layout(layout_id or uuid4(), name, plain)
    with store.work() as work:
        others = [one for one in work.layouts.all() if one.id != wanted.id]
        if any(one.name.casefold() == wanted.name.casefold() for one in others):
            raise Refused(LayoutNameTaken(wanted.name))
        if len(others) >= MOST_LAYOUTS:
            raise Refused(TooManyLayouts(MOST_LAYOUTS))
        work.layouts.put(wanted)
        work.log.note(Deed.CHANGED, Subject.REPORT, wanted.id)
        work.commit()
    return done(wanted, Kind.REPORT, ids=(wanted.id,))


def remove_layout(store: OpenStore, layout: Layout) -> Done[Layout]:
    """Remove a layout; keeping it again is the undo."""
    _check(store)
    with store.work() as work:
        work.layouts.remove(layout.id)
        work.log.note(Deed.REMOVED, Subject.REPORT, layout.id)
        work.commit()
    return done(layout, Kind.REPORT, ids=(layout.id,))


def _check(store: OpenStore) -> None:
    if not store.may(Part.PEOPLE):
        raise Refused(NotForYourRole(Part.PEOPLE))
