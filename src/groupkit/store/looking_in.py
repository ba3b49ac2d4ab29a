"""Opening a database file that is a copy, to see whether it is sound and what it holds."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from groupkit.domain.refusal import MadeByNewerProgram, Refused, StoreDamaged
from groupkit.store.connection import connect, version_of
from groupkit.store.engine import engine_over
from groupkit.store.examination import faults
from groupkit.store.snapshot import contents
from groupkit.store.trouble import refusing
from groupkit.store.upgrading import upgrade
from groupkit.store.upkeep import UpkeepRows
from groupkit.store.versions import STEPS
from groupkit.usecases.ports import Contents, StoreKeys


def owe_renewal(copy: Path, keys: StoreKeys) -> None:
    """Note in ``copy``, found sound, that its keys are to be renewed.

    Raises:
        Refused: DiskFull, StoreReadOnly.
    """
    with (
        refusing(),
        closing(connect(copy, keys)) as connection,
        engine_over(connection).connect() as work,
    ):
        care = UpkeepRows(work)
        care.put(replace(care.get(), renewal_due=True))
        work.commit()


def look_in(copy: Path, keys: StoreKeys) -> Contents:
    """Read all of ``copy``, bring it to today's schema, and return what it holds.

    Raises:
        Refused: StoreDamaged, MadeByNewerProgram, DiskFull, StoreReadOnly.
    """
    with refusing():
        with closing(connect(copy, keys)) as connection:
            version, found = version_of(connection), faults(connection, copy)
        if version > len(STEPS):
            raise Refused(MadeByNewerProgram(version))
        if found:
            raise Refused(StoreDamaged(found))
        if version < len(STEPS):
            upgrade(copy, keys)
        with closing(connect(copy, keys)) as connection, engine_over(connection).connect() as work:
            return contents(work)
