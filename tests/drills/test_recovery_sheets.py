"""Recovery sheets typed by hand: every wrong one is refused, every right one opens."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from drill_stores import OWNERS_OWN, TODAY, Sized, made

from groupkit.crypto import sidecar
from groupkit.crypto.derive import CHEAPEST
from groupkit.crypto.recovery import new_sheet, word_list
from groupkit.domain.refusal import Refused, WrongRecoverySheet
from groupkit.domain.roles import Rights, Role
from groupkit.wiring.vault import StoreVault

Words = tuple[str, ...]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Words, tuple[Words, ...]]:
    """A store, its sheet, and the sheets that no longer open it."""
    folder = tmp_path_factory.mktemp("sheets") / "arkiv"
    opened, first = made(folder)
    leaving = opened.access.add(
        OWNERS_OWN, "Bo", Rights(frozenset({Role.PEDAGOGUE})), "bos egen sætning", TODAY
    )
    second = opened.access.new_recovery_sheet(OWNERS_OWN)
    third = opened.access.remove(OWNERS_OWN, leaving.id, TODAY)
    valid = opened.access.renew(OWNERS_OWN)
    opened.close()
    return folder, valid, (first, second, third)


def test_wrong_sheets_are_refused(
    store: tuple[Path, Words, tuple[Words, ...]],
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    folder, right, voided = store
    keys, refused = sidecar.read(folder), 0
    wrong = [*voided, *mistyped(right, voided, sized(1_000, 1_000) - len(voided), chance)]
    for words in wrong:
        try:
            sidecar.open_with_recovery(keys, " ".join(words)).wipe()
        except Refused as no:
            refused += isinstance(no.refusal, WrongRecoverySheet)
    for words in voided:
        with pytest.raises(Refused):
            StoreVault(CHEAPEST).people_on_sheet(folder, " ".join(words))
    figures(f"recovery sheets: {refused} of {len(wrong)} wrong ones refused")
    assert refused == len(wrong)


def test_right_sheets_open_with_slips(
    store: tuple[Path, Words, tuple[Words, ...]],
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    folder, right, _ = store
    keys, opened, many = sidecar.read(folder), 0, sized(50, 50)
    for number in range(many):
        typed = slipped(right, number, chance)
        sidecar.open_with_recovery(keys, typed).wipe()
        opened += 1
        if number % 10 == 0:
            names = [user.name for user in StoreVault(CHEAPEST).people_on_sheet(folder, typed)]
            assert names == ["Anna Opdigtet"]
            keys = sidecar.read(folder)
    figures(f"recovery sheets: {opened} of {many} right ones opened, with slips")


def mistyped(
    right: Words, voided: tuple[Words, ...], many: int, chance: random.Random
) -> list[Words]:
    """Return sheets that differ from the right one as those do that a person types."""
    listed = word_list()
    wrong: list[Words] = []
    while len(wrong) < many:
        words = list(right)
        at, other = chance.sample(range(len(words)), 2)
        match len(wrong) % 8:
            case 0:
                words[at] = chance.choice(listed)
            case 1:
                words[at], words[other] = words[other], words[at]
            case 2:
                del words[at]
            case 3:
                words.insert(at, chance.choice(listed))
            case 4:
                words[at], words[other] = chance.choice(listed), chance.choice(listed)
            case 5:
                words = list(new_sheet().words)
            case 6:
                words[:8] = chance.choice(voided)[:8]
            case _:
                letters = list(words[at])
                letters[chance.randrange(4)] = chance.choice("abcdefghijklmnopqrstuvwxyzæøå")
                words[at] = "".join(letters)
        if tuple(words) != right:
            wrong.append(tuple(words))
    return wrong


def slipped(right: Words, number: int, chance: random.Random) -> str:
    """Return the right sheet as a hasty person types it."""
    words = [word[: 4 if number % 3 == 1 else None] for word in right]
    words = [word.upper() if chance.random() < 0.3 else word for word in words]
    between = ("  ", "\n", "-", ", ", " · ", "\t", " 1. ")[number % 7]
    if number % 5 == 4:
        between = ""
    return f"  {between.join(words)} \n"
