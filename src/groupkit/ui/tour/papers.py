"""Every paper of the program, made from the demo store."""

from __future__ import annotations

from collections.abc import Iterator

from groupkit.language import Language
from groupkit.ui.tour.guide import Guide
from groupkit.usecases.finding import get_group_named
from groupkit.usecases.housekeeping import house
from groupkit.usecases.papers import Printable
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.printing import Printer


def papers(guide: Guide) -> Iterator[Printable]:
    """Yield each handout in both forms and its guide, and the group's papers."""
    store = guide.open_store()
    try:
        yield from _papers(guide, store)
    finally:
        store.close()


def _papers(guide: Guide, store: OpenStore) -> Iterator[Printable]:
    library = guide.program.library
    printer = Printer(library, guide.program.press, Language(guide.code))
    at_home = house(store)
    for topic in library.topics(guide.code):
        yield printer.handout(topic, at_home, discreet=False)
        yield printer.handout(topic, at_home, discreet=True)
        yield printer.guide(topic, at_home)
    with store.work() as work:
        group = get_group_named(work, guide.group_name)
        sessions = work.sessions.of_group(group.id)
    today = guide.today()
    prepared = [session for session in sessions if session.topic]
    yield printer.run_sheet(store, prepared[-1].id)
    yield printer.attendance(store, group.id, today=today, by_alias=False)
    yield printer.attendance(store, group.id, today=today, by_alias=True)
    yield printer.plan(store, group.id)
    yield printer.recovery_sheet(guide.sheet, today)
