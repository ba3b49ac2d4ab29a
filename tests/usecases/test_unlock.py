"""First start and unlocking: what is refused before a folder is touched, and what opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain import refusal as no
from groupkit.domain.refusal import Refused
from groupkit.language import Language
from groupkit.usecases.housekeeping import house
from groupkit.usecases.unlock import (
    FirstStart,
    check_house,
    first_start,
    people_on_sheet,
    restore_and_unlock,
    restore_by_sheet,
    unlock,
    unlock_with_sheet,
    usual_help_lines,
)
from groupkit.wiring.vault import StoreVault

PASSPHRASE = "lampe gravko fjord syltet"
OTHER = "tagsten æble hejre violin"


@pytest.fixture
def vault() -> StoreVault:
    return StoreVault(CHEAPEST)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_first_start_makes_a_house_in_its_language(
    vault: StoreVault, tmp_path: Path, language: str
) -> None:
    folder = tmp_path / "arkiv"
    opened = first_start(
        vault, folder, FirstStart(language, " Huset  Ærø ", "Anna Opdigtet", PASSPHRASE, PASSPHRASE)
    )
    made = house(opened.store)
    opened.store.close()
    assert (made.name, made.language) == ("Huset Ærø", language)
    assert [line.number for line in made.help_lines] == ["112", "114", "1888", "116 111"]
    assert made.help_lines == usual_help_lines(Language(language))
    again = unlock(vault, folder, PASSPHRASE)
    assert house(again) == made
    again.close()


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        (FirstStart("da", "", "Anna Opdigtet", PASSPHRASE, PASSPHRASE), no.TextEmpty),
        (FirstStart("da", "\u200b", "Anna Opdigtet", PASSPHRASE, PASSPHRASE), no.TextUnprintable),
        (FirstStart("da", "x" * 10_000, "Anna Opdigtet", PASSPHRASE, PASSPHRASE), no.TextTooLong),
        (FirstStart("da", "Huset", "Anna Opdigtet", "kort", "kort"), no.PassphraseTooShort),
        (FirstStart("da", "Huset", "Anna Opdigtet", "a" * 20, "a" * 20), no.PassphraseTooCommon),
        (
            FirstStart("da", "Huset", "Anna Opdigtet", PASSPHRASE, PASSPHRASE + " "),
            no.PassphrasesDiffer,
        ),
        (FirstStart("da", "Huset", "Anna Opdigtet", PASSPHRASE, ""), no.PassphrasesDiffer),
    ],
)
def test_a_refused_first_start_makes_no_folder(
    vault: StoreVault, tmp_path: Path, wanted: FirstStart, kind: type[no.Refusal]
) -> None:
    with pytest.raises(Refused) as refused:
        first_start(vault, tmp_path / "arkiv", wanted)
    assert isinstance(refused.value.refusal, kind)
    assert list(tmp_path.iterdir()) == []


def test_the_sheet_opens_and_sets_a_new_passphrase(vault: StoreVault, tmp_path: Path) -> None:
    folder = tmp_path / "arkiv"
    words = made_in(vault, folder)
    (anna,) = people_on_sheet(vault, folder, words)
    for refused_with, sheet, new, again in (
        (no.PassphrasesDiffer, words, OTHER, PASSPHRASE),
        (no.PassphraseTooShort, words, "kort", "kort"),
        (no.PassphraseTooCommon, words, "anna opdigtet anna", "anna opdigtet anna"),
        (no.WrongRecoverySheet, " ".join(reversed(words.split())), OTHER, OTHER),
    ):
        with pytest.raises(Refused) as refused:
            unlock_with_sheet(vault, folder, sheet, anna, new, again)
        assert isinstance(refused.value.refusal, refused_with)
    unlock(vault, folder, PASSPHRASE).close()
    opened = unlock_with_sheet(vault, folder, words.upper(), anna, OTHER, OTHER)
    assert opened.user.name == "Anna Opdigtet"
    opened.close()
    unlock(vault, folder, OTHER).close()
    with pytest.raises(Refused) as old:
        unlock(vault, folder, PASSPHRASE)
    assert old.value.refusal == no.WrongPassphrase()


def test_the_house_is_no_passphrase_on_the_sheet_either(vault: StoreVault, tmp_path: Path) -> None:
    folder = tmp_path / "arkiv"
    words = made_in(vault, folder, "Kornblomsthuset Havudsigten")
    (anna,) = people_on_sheet(vault, folder, words)
    guessed = "Kornblomsthuset Havudsigten"
    with pytest.raises(Refused) as refused:
        unlock_with_sheet(vault, folder, words, anna, guessed, guessed)
    assert refused.value.refusal == no.PassphraseTooCommon()
    unlock(vault, folder, PASSPHRASE).close()


def test_a_damaged_store_is_replaced_by_its_newest_backup(
    vault: StoreVault, tmp_path: Path
) -> None:
    folder = tmp_path / "arkiv"
    made_in(vault, folder)
    damage(folder)
    with pytest.raises(Refused) as refused:
        unlock(vault, folder, PASSPHRASE)
    found = refused.value.refusal
    assert isinstance(found, no.StoreDamaged)
    assert found.backup
    restored = restore_and_unlock(vault, folder, found.backup, PASSPHRASE)
    assert house(restored).name == "Huset"
    restored.close()
    (aside,) = folder.glob("aside-*")
    assert (aside / "store.db").read_bytes()[:100] == b"x" * 100


def test_a_lost_store_comes_back_from_a_stick(vault: StoreVault, tmp_path: Path) -> None:
    folder, stick = tmp_path / "arkiv", tmp_path / "stick"
    words = made_in(vault, folder)
    stick.mkdir()
    (backup,) = (folder / "backups").iterdir()
    on_stick = stick / backup.name
    backup.rename(on_stick)
    for again in (tmp_path / "a", tmp_path / "b" / "c"):
        with pytest.raises(Refused) as refused:
            restore_and_unlock(vault, again, on_stick, OTHER)
        assert refused.value.refusal == no.WrongPassphrase()
        assert not again.exists()
    restore_and_unlock(vault, tmp_path / "a", on_stick, PASSPHRASE).close()
    (anna,) = restore_by_sheet(vault, tmp_path / "b" / "c", on_stick, words)
    unlock_with_sheet(vault, tmp_path / "b" / "c", words, anna, OTHER, OTHER).close()
    with pytest.raises(Refused) as refused:
        restore_and_unlock(vault, folder, tmp_path / "missing.backup", PASSPHRASE)
    assert refused.value.refusal == no.BackupDamaged("missing.backup")


def made_in(vault: StoreVault, folder: Path, house: str = "Huset") -> str:
    wanted = FirstStart("da", house, "Anna Opdigtet", PASSPHRASE, PASSPHRASE)
    opened = first_start(vault, folder, wanted)
    opened.store.close()
    return " ".join(opened.sheet)


def damage(folder: Path) -> None:
    database = folder / "store.db"
    database.write_bytes(b"x" * 100 + database.read_bytes()[100:])


def test_a_houses_name_is_kept_as_it_will_stand() -> None:
    assert check_house(" Huset \n Ærø\u202e ") == "Huset Ærø"
