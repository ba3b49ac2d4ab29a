"""Women whose time is over: who they are goes from the store and from every backup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from decrypted_pages import databases, opened_by
from drill_stores import TODAY, Keyhole, furnish, made, put_down

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.retention import Kept
from groupkit.usecases.keeping import carry_out, dry_run
from groupkit.usecases.upkeep import confirm_date
from groupkit.wiring.open_store import OpenedStore

WOMEN, NOTE = 4, "Hun fortalte om fjordgræs."


def test_who_she_is_goes_from_the_backups_too(
    tmp_path: Path, keyhole: Keyhole, figures: Callable[[str], None]
) -> None:
    folder = tmp_path / "arkiv"
    store, _ = made(folder)
    assert isinstance(store, OpenedStore)
    found = furnish(store, WOMEN)
    names = {member.participant.alias for member in found.members}
    with store.work() as work:
        hers = {member.participant.id: NOTE for member in found.members}
        work.notes.put_of_women(found.sessions[0].id, hers)
        work.log.note(Deed.CHANGED, Subject.OWN_NOTE, found.sessions[0].id)
        work.commit()
    store.backups.add()
    later = TODAY + dt.timedelta(days=3 * 366)
    confirm_date(store, later)
    due = dry_run(store, later)
    assert len(due.of(Kept.PERSON)) == WOMEN
    carry_out(store, due, later)
    with store.work() as work:
        assert set(work.erasures.days()) == due.of(Kept.PERSON)
    put_down(store._hold)
    looked_at = 0
    with keyhole.ring(folder) as ring:
        for database, theirs in databases(folder, ring, tmp_path / "scratch"):
            opened, _ = opened_by(database, theirs)
            assert not {text for text in opened if text in {NOTE, *names}}
            looked_at += 1
    assert looked_at > 1
    figures(f"keeping: {WOMEN} women past their time, gone from {looked_at} databases and backups")
