"""Renewing every key of a store: a new database under new keys takes over in one step.

Order, so that a crash at any moment leaves a store that opens: the new database is made beside the
old and compared; the backups are given to those who stay; the new sidecar is written, which is the
step itself; the new database takes the old one's place, now or at the next opening.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from groupkit.crypto.access import Renewal, given_to, renewal
from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.seal import closing_seal
from groupkit.crypto.sidecar import own_sidecar
from groupkit.crypto.sidecar_files import read_newest, write_next
from groupkit.crypto.sidecar_format import Sidecar
from groupkit.domain.refusal import Refused
from groupkit.domain.roles import Rights
from groupkit.store.files import begins_with_salt_of, digest_of, part_of, put_in_place
from groupkit.store.trouble import refusing
from groupkit.wiring.backups import StoreBackups
from groupkit.wiring.erased_list import agreed, write_list
from groupkit.wiring.hold import Hold
from groupkit.wiring.places import DATABASE, NEXT


def renew_keys(
    hold: Hold,
    backups: StoreBackups,
    *,
    leaving: tuple[UUID, dt.date] | None = None,
    rights: Mapping[UUID, Rights],
) -> tuple[str, ...]:
    """Renew all keys of the open store; return the words of its new recovery sheet.

    ``leaving`` names who loses access and the day, ``rights`` whose rights change.

    Raises:
        Refused: NotForYourRole, KeysDamaged, StoreDamaged, DiskFull, StoreReadOnly; the keys are
            then as they were.
    """
    without = leaving[0] if leaving else None
    planned = renewal(
        own_sidecar(hold.folder, hold.ring), hold.ring, without=without, rights=rights
    )
    following = hold.folder / NEXT
    with refusing():
        with part_of(hold.database) as part:
            hold.store.renew_into(part, planned.ring, leaving)
            put_in_place(part, following)
        try:
            _give_backups(backups, planned)
            opened = _opened_from(planned, following)
            # For both keys, so that it is believed whichever of them the next opening finds.
            write_list(hold.folder, agreed(hold), hold.ring, planned.ring)
            write_next(hold.folder, opened)
        except BaseException:
            # A sync can fail after the new keys took effect; then their database must stay.
            if read_newest(hold.folder).epoch != planned.ring.epoch:
                following.unlink(missing_ok=True)
            raise
        hold.let_go()
        finish_renewal(hold.folder, planned.ring)
        # The other copy, too: it must not keep the old way in.
        write_next(hold.folder, opened)
        mine = rights.get(hold.ring.user_id, hold.ring.rights)
        hold.take_up(planned.ring.held_by(hold.ring.user_id, mine, hold.ring.identity))
        planned.ring.wipe_keys()
    with suppress(Refused, OSError):
        # Backups that nobody opens any more have gone; the first one under the new keys is here.
        backups.add()
    return planned.sheet.words


def finish_renewal(folder: Path, ring: KeyRing) -> None:
    """Let a database under renewed keys take over where a crash kept it from that.

    One that never became valid is removed. The lock is held and the database closed.

    Raises:
        OSError: what the disk says.
    """
    following, database = folder / NEXT, folder / DATABASE
    if not following.is_file():
        return
    if begins_with_salt_of(following, ring) and not begins_with_salt_of(database, ring):
        with suppress(FileNotFoundError):
            # Of the old database: nothing of it is to be rolled back into the new one.
            database.with_name(database.name + "-journal").unlink()
        put_in_place(following, database)
    else:
        following.unlink()


def _give_backups(backups: StoreBackups, planned: Renewal) -> None:
    def rewrap(then: Sidecar, ring: KeyRing) -> Sidecar:
        return given_to(then, ring, planned.sidecar, planned.ring)

    backups.give_again(rewrap, staying=planned.sidecar)
    backups.give_aside_again(rewrap)


def _opened_from(planned: Renewal, following: Path) -> Sidecar:
    seal = closing_seal(planned.ring.store_key, planned.sidecar.generation, digest_of(following))
    return replace(planned.sidecar, seal=None, opened_from=seal)
