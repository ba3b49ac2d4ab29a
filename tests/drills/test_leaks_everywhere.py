"""Backups, what is put aside, what a kill leaves half made, papers of the log: nothing readable.

Home, temporary folder and store lie below one folder, of which every file is read. The window's
own session is scanned in ``tests/program/test_leaks.py``.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from deeds import Scene
from drill_stores import (
    OWNER,
    OWNERS_OWN,
    TODAY,
    Keyhole,
    Sized,
    copy_of,
    furnish_with,
    made,
    put_down,
)
from killed_worker import Worker
from pdf_reading import everything
from test_leaks import forms

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.refusal import Refused
from groupkit.domain.roles import Rights, Role
from groupkit.language import Language
from groupkit.usecases.printing import Printer

WOMEN = ("Æblerosenøre", "Vintergækken")
NOTES = ("Vi talte om solsortene ved åen.", "Ringes op af viben på torsdag.")
PLANTED = (
    *WOMEN,
    *NOTES,
    "influenzaengen ved møllen",
    "Halvskrevet gulspurv i hegnet",
    "Kornblomstgruppen",
    "Leder Havørnsen",
    "sølvræv kantate brombær orlogsflag",
    "Pædagog Isfuglesen",
    OWNER,
    OWNERS_OWN,
    "Huset Ærø",
    "Kvinde",
)
KILLED = ("removal", "backup", "restoring", "closing", "recording", "draft")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def found(folder: Path, wanted: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return file and text of what lies below ``folder``, the files' names included."""
    shapes = [(text, form) for text in wanted for form in forms(text)]
    hits = []
    for path in folder.rglob("*"):
        content = os.fsencode(path.relative_to(folder))
        if path.is_file() and not path.is_symlink():
            content += b"\n" + path.read_bytes()
        hits += [(path.name, text) for text, form in shapes if form in content]
    return hits


@pytest.fixture
def below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds home, temporary folder and store."""
    for name, folder in (("HOME", "home"), ("TMPDIR", "tmp"), ("XDG_CACHE_HOME", "cache")):
        (tmp_path / folder).mkdir()
        monkeypatch.setenv(name, str(tmp_path / folder))
    return tmp_path


@pytest.fixture
def used(below: Path) -> tuple[Path, Scene, tuple[str, ...]]:
    """A store with all kinds of files beside it, its scene, and every text that was planted."""
    folder, stick = below / "arkiv", below / "stik"
    stick.mkdir()
    store, words = made(folder)
    furnished = furnish_with(store, WOMEN, NOTES, "Kornblomstgruppen")
    session, woman = furnished.sessions[0].id, furnished.members[0].participant.id
    with store.work() as work:
        absent = Mark(session, woman, Status.ABSENT_NOTICE, "influenzaengen ved møllen")
        work.attendance.put_all([absent])
        work.drafts.put("form 0", {"a": "Halvskrevet gulspurv i hegnet"})
        work.commit()
    rights, typed = Rights(frozenset({Role.PEDAGOGUE})), "sølvræv kantate brombær orlogsflag"
    person = store.access.add(OWNERS_OWN, "Pædagog Isfuglesen", rights, typed, TODAY)
    store.backups.make_in(stick)
    backup = store.backups.make()
    store.backups.restore(backup.name)
    later = store.access.remove(OWNERS_OWN, person.id, TODAY)
    again = store.access.add(OWNERS_OWN, "Pædagog Isfuglesen", rights, typed, TODAY)
    assert again.has_access
    store.close()
    scene = Scene(furnished.group, furnished.sessions[:4], furnished.members)
    sheets = (" ".join(words), " ".join(later), " ".join(words[:4]), " ".join(later[:4]))
    return folder, scene, (*PLANTED, *sheets)


def test_nothing_readable_is_left_by_anything(
    below: Path,
    used: tuple[Path, Scene, tuple[str, ...]],
    tmp_path_factory: pytest.TempPathFactory,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    folder, scene, planted = used
    assert found(below, planted) == []
    assert list(folder.glob("aside-*"))
    assert list((below / "stik").iterdir())
    pristine = copy_of(folder, tmp_path_factory.mktemp("pristine") / "arkiv")
    kinds, kills = set(_kinds(below)), sized(200, 18)
    worker = Worker(pristine, scene)
    try:
        for kill in range(kills):
            if kill % 6 == 0:
                copy_of(pristine, folder)
            worker.killed(folder, KILLED[kill % len(KILLED)], kill * 10, chance)
            kinds |= set(_kinds(below))
            assert found(below, planted) == []
    finally:
        worker.end()
    assert {"store.db", "a", "b", ".backup", "store.db.lock", ".part"} <= kinds
    figures(
        f"leak scan: nothing of {len(planted)} texts after {kills} kills, in files of"
        f" {len(kinds)} kinds ({', '.join(sorted(kinds))})"
    )


def test_a_store_found_damaged_leaves_nothing(
    below: Path, used: tuple[Path, Scene, tuple[str, ...]], keyhole: Keyhole
) -> None:
    folder, _, planted = used
    database = folder / "store.db"
    content = bytearray(database.read_bytes())
    content[9_000] ^= 1
    database.write_bytes(content)
    with pytest.raises(Refused):
        keyhole.hold(folder)
    assert found(below, planted) == []


def test_the_log_on_paper_names_no_woman_and_tells_no_note(
    used: tuple[Path, Scene, tuple[str, ...]], keyhole: Keyhole
) -> None:
    store = keyhole.open(used[0])
    secret = (*WOMEN, *NOTES, "influenzaengen", "gulspurv")
    printing = Printer(ShippedLibrary(), PdfPress(), Language("da"))
    for paper in (printing.change_log(store, TODAY), printing.log_head(store, TODAY)):
        said = everything(paper.pdf)
        assert [text for text in secret if text in said] == []
    put_down(store._hold)


@pytest.mark.parametrize(
    "place", ["backups/x.backup", "aside-x/keys/a", "store.db.next", "store.db.lock", "keys/b"]
)
def test_the_scan_finds_a_text_planted_there(tmp_path: Path, place: str) -> None:
    file = tmp_path / place
    file.parent.mkdir(parents=True, exist_ok=True)
    for text in PLANTED:
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            file.write_bytes(b"\x00\x07" * 40 + text.encode(coding) + b"\x99")
            assert (file.name, text) in found(tmp_path, PLANTED)
    file.write_bytes(b"")
    assert found(tmp_path, PLANTED) == []


def _kinds(below: Path) -> Iterator[str]:
    files = (path for path in below.rglob("*") if path.is_file())
    for file in files:
        in_part = next((each for each in (".part", ".backup") if each in file.name), "")
        yield in_part or file.name
