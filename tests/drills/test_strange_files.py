"""Something strange in the place of any file of a store: told in a sentence, no hang, no loss."""

from __future__ import annotations

import os
import signal
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from drill_stores import OWNERS_OWN, Keyhole, copy_of, furnish, made, rows_in, rows_of

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.house import House
from groupkit.domain.refusal import PassphraseTooLong, Refused, WrongPassphrase
from groupkit.language import Language
from groupkit.language.sentences import sentence
from groupkit.usecases.housekeeping import change_house
from groupkit.wiring.open_store import OpenedStore
from groupkit.wiring.vault import StoreVault

SECONDS = 20
PLACES = (
    "store.db",
    "store.db-journal",
    "store.db-wal",
    "store.db.lock",
    "store.db.next",
    "keys",
    "keys/a",
    "keys/b",
    "backups",
    "backups/2026-01-02-030405.backup",
    "erased",
    ".erased.0a0b0c0d.part",
    ".restoring",
    ".restorable",
    "aside-2026-01-02-030405",
    ".store.db.0a0b0c0d.part",
)

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes in folders")


def _nothing(path: Path) -> None:
    pass


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def _link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def _link_outside(path: Path) -> None:
    outside = path.parent.parent / "outside.txt"
    outside.write_text("hers", "utf-8")
    path.symlink_to(outside)


def _garbage(path: Path) -> None:
    path.write_bytes(os.urandom(5_000))


def _full_folder(path: Path) -> None:
    path.mkdir()
    (path / "letter.txt").write_text("hers", "utf-8")


STRANGE: dict[str, Callable[[Path], None]] = {
    "nothing": _nothing,
    "an empty file": lambda path: path.touch(),
    "garbage": _garbage,
    "a folder": lambda path: path.mkdir(),
    "a full folder": _full_folder,
    "a pipe": _pipe,
    "a link to itself": _link_to_itself,
    "a link to nothing": _link_to_nothing,
    "a link outside": _link_outside,
}


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pristine") / "arkiv"
    store, _ = made(folder)
    furnish(store)
    store.close()
    return folder


@contextmanager
def no_hang() -> Iterator[None]:
    """Fail when the block takes too long."""

    def late(*_: object) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("place", PLACES)
def test_anything_in_the_place_of_a_file_is_told_or_harmless(
    tmp_path: Path,
    pristine: Path,
    keyhole: Keyhole,
    place: str,
    figures: Callable[[str], None],
) -> None:
    with keyhole.ring(pristine) as ring:
        truth = rows_of(pristine / "store.db", ring)
    told = []
    for name, put in STRANGE.items():
        folder = copy_of(pristine, tmp_path / name / "arkiv")
        at = folder / place
        if at.is_dir():
            at.rename(tmp_path / name / "taken")
        elif at.exists():
            at.unlink()
        put(at)
        with no_hang():
            told.append(_told(folder, keyhole, truth))
        outside = tmp_path / name / "outside.txt"
        assert not outside.exists() or outside.read_text("utf-8") == "hers"
    opened = told.count("opened")
    figures(
        f"{place}, {len(told)} strange things there: {opened} opened, {len(told) - opened} told"
    )
    assert all(told)


def _told(folder: Path, keyhole: Keyhole, truth: object) -> str:
    try:
        hold = keyhole.hold(folder)
    except Refused as no:
        return sentence(no.refusal, Language("da"))
    assert rows_in(hold.store._connection) == truth
    store = OpenedStore(hold)
    for deed in (store.backups.make, lambda: store.backups.restore(store.backups.all()[0].name)):
        try:
            deed()
        except Refused as no:
            told = sentence(no.refusal, Language("da"))
            store.close()
            return told
    store.close()
    return "opened"


def test_keys_of_another_store_and_older_keys_are_told(
    tmp_path: Path, pristine: Path, keyhole: Keyhole
) -> None:
    made(tmp_path / "other")[0].close()
    folder = copy_of(pristine, tmp_path / "arkiv")
    older = copy_of(pristine, tmp_path / "older")
    later = keyhole.open(folder)
    change_house(later, House("Andet hus"))
    later.close()
    for source, names in (
        (tmp_path / "other", ("a", "b")),
        (tmp_path / "other", ("a",)),
        (tmp_path / "other", ("b",)),
        (older, ("a", "b")),
    ):
        mixed = copy_of(folder, tmp_path / "mixed")
        for name in names:
            (mixed / "keys" / name).write_bytes((source / "keys" / name).read_bytes())
        with pytest.raises(Refused) as caught:
            Keyhole().hold(mixed)
        assert sentence(caught.value.refusal, Language("da"))


def test_copies_that_changed_places_open(tmp_path: Path, pristine: Path, keyhole: Keyhole) -> None:
    folder = copy_of(pristine, tmp_path / "arkiv")
    a, b = (folder / "keys" / name for name in "ab")
    first, second = a.read_bytes(), b.read_bytes()
    a.write_bytes(second)
    b.write_bytes(first)
    keyhole.open(folder).close()


def test_strange_passphrases(tmp_path: Path, pristine: Path) -> None:
    folder, vault = copy_of(pristine, tmp_path / "arkiv"), StoreVault(CHEAPEST)
    for typed, refusal in (
        ("", WrongPassphrase),
        ("\0" * 20, WrongPassphrase),
        ("\ud800" * 20, WrongPassphrase),
        ("å" * 5_000_000, PassphraseTooLong),
        (OWNERS_OWN + " " * 10_000_000, PassphraseTooLong),
    ):
        with no_hang(), pytest.raises(Refused) as caught:
            vault.open(folder, typed)
        assert isinstance(caught.value.refusal, refusal)
    store = vault.open(folder, OWNERS_OWN)
    typed = "blåbærgrød på Ærø, års øl"
    store.access.change_own_passphrase(OWNERS_OWN, unicodedata.normalize("NFD", typed))
    store.close()
    vault.open(folder, unicodedata.normalize("NFC", typed)).close()
    vault.open(folder, unicodedata.normalize("NFD", typed)).close()
