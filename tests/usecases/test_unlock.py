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
    opened = first_start(
        vault, folder, FirstStart("da", "Huset", "Anna Opdigtet", PASSPHRASE, PASSPHRASE)
    )
    opened.store.close()
    words = " ".join(opened.sheet)
    for refused_with, sheet, new, again in (
        (no.PassphrasesDiffer, words, OTHER, PASSPHRASE),
        (no.PassphraseTooShort, words, "kort", "kort"),
        (no.WrongRecoverySheet, " ".join(reversed(opened.sheet)), OTHER, OTHER),
    ):
        with pytest.raises(Refused) as refused:
            unlock_with_sheet(vault, folder, sheet, new, again)
        assert isinstance(refused.value.refusal, refused_with)
    unlock(vault, folder, PASSPHRASE).close()
    unlock_with_sheet(vault, folder, words.upper(), OTHER, OTHER).close()
    unlock(vault, folder, OTHER).close()
    with pytest.raises(Refused) as old:
        unlock(vault, folder, PASSPHRASE)
    assert old.value.refusal == no.WrongPassphrase()


def test_a_houses_name_is_kept_as_it_will_stand() -> None:
    assert check_house(" Huset \n Ærø\u202e ") == "Huset Ærø"
