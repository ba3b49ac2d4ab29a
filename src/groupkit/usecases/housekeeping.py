"""The house's own settings."""

from __future__ import annotations

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.house import House
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.ports import OpenStore


def house(store: OpenStore) -> House:
    """Return the house's settings."""
    with store.work() as work:
        return work.house.get()


def change_house(store: OpenStore, wanted: House) -> Done[House]:
    """Keep the house's settings."""
    with store.work() as work:
        work.house.put(wanted)
        work.log.note(Deed.CHANGED, Subject.HOUSE, spell=True)
        work.commit()
    return done(wanted, Kind.HOUSE)
