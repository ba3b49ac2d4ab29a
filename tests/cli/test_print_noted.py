"""A paper that tells of women is noted, also on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from groupkit.domain.change_log import Deed, Subject
from groupkit.usecases.planning import group_cards
from groupkit.wiring import Program


def test_attendance_is_noted_and_the_plan_is_not(
    groupkit: Any, store: Path, tmp_path: Path, passphrase: str
) -> None:
    opened = Program().vault.open(store, passphrase)
    group = group_cards(opened, opened.user.added)[0].group
    with opened.work() as work:
        before = work.log.head().number
    opened.close()
    for paper in ("plan", "attendance"):
        words = ("print", paper, "--store", store, "--group", group.name)
        answer = groupkit(*words, "-o", tmp_path / f"{paper}.pdf", passphrase=passphrase)
        assert answer.code == 0, answer.err
    opened = Program().vault.open(store, passphrase)
    try:
        with opened.work() as work:
            since = [each for each in work.log.entries() if each.number > before]
        printed = [each for each in since if each.deed is Deed.PRINTED]
        assert [(each.subject, each.record) for each in printed] == [(Subject.ATTENDANCE, group.id)]
        assert opened.check_log().whole
    finally:
        opened.close()
