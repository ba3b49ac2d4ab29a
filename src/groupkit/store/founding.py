"""What every store holds from its making: its tables, the house, and its first owner."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.clock import Upkeep
from groupkit.domain.house import House
from groupkit.domain.roles import user_name
from groupkit.store.change_log import LogRows
from groupkit.store.clock import Clock
from groupkit.store.connection import connect
from groupkit.store.engine import engine_over
from groupkit.store.houses import HouseRows
from groupkit.store.upkeep import UpkeepRows
from groupkit.store.users import UserRow, UserRows
from groupkit.store.versions import take_steps
from groupkit.usecases.ports import StoreKeys


def found_store(part: Path, keys: StoreKeys, house: House, owner: str, now: Clock) -> None:
    """Fill the empty file ``part``; ``owner`` is the name of the keys' holder.

    Raises:
        Refused: a rule on the name; NotForYourRole when the keys are no owner's.
    """
    today = now().astimezone().date()
    with (
        closing(connect(part, keys, foreign_keys=False)) as raw,
        engine_over(raw).connect() as connection,
    ):
        take_steps(connection)
        HouseRows(connection).put(house)
        first = UserRow(keys.user_id, user_name(owner), today)
        UserRows(connection, keys).add(first, keys.signer.public)
        UpkeepRows(connection).put(Upkeep(last_seen=today, sheet_seen=today))
        LogRows(connection, keys, now).note(Deed.ADDED, Subject.STORE)
        connection.commit()
