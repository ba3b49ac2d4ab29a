"""A store folder as a whole: made, opened, sealed, found damaged, opened by its sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain import refusal as no
from groupkit.domain.house import House
from groupkit.domain.refusal import Refused
from groupkit.usecases.housekeeping import change_house, house
from groupkit.wiring.vault import StoreVault

PASSPHRASE = "lampe gravko fjord syltet"
HOUSE = House("Huset Ærø")
OWNER = "Anna Opdigtet"


@pytest.fixture
def vault() -> StoreVault:
    return StoreVault(CHEAPEST)


@pytest.fixture
def folder(tmp_path: Path, vault: StoreVault) -> Path:
    made = tmp_path / "arkiv"
    store, _ = vault.create(made, PASSPHRASE, HOUSE, OWNER)
    store.close()
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_what_was_written_is_there_at_the_next_opening(vault: StoreVault, folder: Path) -> None:
    store = vault.open(folder, PASSPHRASE)
    change_house(store, House("Andet hus", "en"))
    store.close()
    again = vault.open(folder, PASSPHRASE)
    assert house(again) == House("Andet hus", "en")
    assert again.findings() == 0
    again.close()


def test_a_wrong_passphrase_changes_nothing(vault: StoreVault, folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(Refused) as refused:
        vault.open(folder, PASSPHRASE + "!")
    assert refused.value.refusal == no.WrongPassphrase()
    assert contents(folder) == before


def test_a_second_opening_is_refused_while_the_first_is_open(
    vault: StoreVault, folder: Path
) -> None:
    first = vault.open(folder, PASSPHRASE)
    with pytest.raises(Refused) as refused:
        vault.open(folder, PASSPHRASE)
    assert isinstance(refused.value.refusal, no.StoreInUse)
    assert house(first) == HOUSE
    first.close()
    vault.open(folder, PASSPHRASE).close()


def test_the_sheet_opens_the_store_and_the_old_passphrase_no_longer_does(
    vault: StoreVault, tmp_path: Path
) -> None:
    store, words = vault.create(tmp_path / "a", PASSPHRASE, HOUSE, OWNER)
    store.close()
    typed = " ".join(words).upper()
    [owner] = vault.people_on_sheet(tmp_path / "a", typed)
    vault.open_with_sheet(tmp_path / "a", typed, "ny lampe fjord grønsag", owner.id).close()
    vault.open(tmp_path / "a", "ny lampe fjord grønsag").close()
    with pytest.raises(Refused) as refused:
        vault.open(tmp_path / "a", PASSPHRASE)
    assert refused.value.refusal == no.WrongPassphrase()


def test_a_wrong_sheet_is_refused(vault: StoreVault, folder: Path) -> None:
    with pytest.raises(Refused) as refused:
        vault.people_on_sheet(folder, "senal " * 16)
    assert refused.value.refusal == no.WrongRecoverySheet()


def test_an_older_database_put_back_is_found_by_the_seal(vault: StoreVault, folder: Path) -> None:
    older = (folder / "store.db").read_bytes()
    store = vault.open(folder, PASSPHRASE)
    change_house(store, House("Nyt navn"))
    store.close()
    (folder / "store.db").write_bytes(older)
    with pytest.raises(Refused) as refused:
        vault.open(folder, PASSPHRASE)
    assert isinstance(refused.value.refusal, no.StoreDamaged)
    assert (folder / "store.db").read_bytes() == older


@pytest.mark.parametrize("cut", [0, 1, 100, 4096, 20_000])
def test_a_cut_database_is_refused_and_left_as_it_is(
    vault: StoreVault, folder: Path, cut: int
) -> None:
    database = folder / "store.db"
    database.write_bytes(database.read_bytes()[:cut])
    before = contents(folder)
    with pytest.raises(Refused) as refused:
        vault.open(folder, PASSPHRASE)
    assert isinstance(refused.value.refusal, no.StoreDamaged)
    assert contents(folder) == before


def test_a_missing_and_an_empty_folder_hold_no_store(vault: StoreVault, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("missing", "empty"):
        with pytest.raises(Refused) as refused:
            vault.open(tmp_path / name, PASSPHRASE)
        assert isinstance(refused.value.refusal, no.StoreMissing)


def test_a_folder_with_other_files_takes_no_store(vault: StoreVault, tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("kære")
    with pytest.raises(Refused) as refused:
        vault.create(tmp_path, PASSPHRASE, HOUSE, OWNER)
    assert isinstance(refused.value.refusal, no.FolderNotEmpty)
    assert contents(tmp_path) == {"brev.txt": "kære".encode()}


def test_a_store_is_never_made_over_another(vault: StoreVault, folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(Refused) as refused:
        vault.create(folder, PASSPHRASE, HOUSE, OWNER)
    assert isinstance(refused.value.refusal, no.StoreExists)
    assert contents(folder) == before


def test_a_store_that_cannot_be_made_leaves_no_folder(vault: StoreVault, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        vault.create(tmp_path / "a" / "b", "x" * 2000, HOUSE, OWNER)
    assert not (tmp_path / "a" / "b").exists()


def test_closing_twice_and_a_store_left_open_do_no_harm(vault: StoreVault, folder: Path) -> None:
    store = vault.open(folder, PASSPHRASE)
    store.close()
    store.close()
    vault.open(folder, PASSPHRASE).close()


def test_what_a_crash_left_half_written_is_gone_at_the_next_opening(
    vault: StoreVault, folder: Path
) -> None:
    left = [folder / name for name in (".erased.0a0b0c0d.part", ".store.db.0a0b0c0d.part")]
    left.append(folder / "backups" / ".2026-01-02-030405.backup.0a0b0c0d.part")
    for part in left:
        part.parent.mkdir(exist_ok=True)
        part.write_bytes(b"half")
    vault.open(folder, PASSPHRASE).close()
    assert not any(part.exists() for part in left)
