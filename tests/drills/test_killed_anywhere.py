"""SIGKILL at random moments of everything that writes: nothing acknowledged is lost.

Power cuts are another matter: a killed process loses nothing that the system has taken over.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from deeds import CHANGES, Change, Place, Scene, State
from drill_stores import OWNERS_OWN, TODAY, Keyhole, Sized, copy_of, furnish, made
from killed_worker import Said, Worker
from looked_over import restored, state_of

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.refusal import Refused
from groupkit.domain.roles import Rights, Role
from groupkit.wiring.places import NEXT, RESTORABLE, RESTORING
from groupkit.wiring.vault import StoreVault

DEEDS = (*CHANGES, "backup", "removal", "restoring", "closing", "upgrade")
ROUNDS_ON_ONE_STORE = 20
COLLEAGUES = 2

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def possible(state: State, scene: Scene, deed: str, number: int, said: Said) -> list[State]:
    """Return what may stand there: what was acknowledged, or that and the change under way."""
    if deed == "upgrade":
        return [state]
    if deed == "removal":
        return _after_removals(state, said)
    change: Callable[[int], Change] = getattr(scene, deed if deed in CHANGES else "recording")
    for done in said.done:
        if done.isdecimal():
            state = change(int(done)).applied(state)
            number = int(done) + 1
    return [state, change(number).applied(state)]


def _after_removals(state: State, said: Said) -> list[State]:
    states = [state]
    for place, person in enumerate(said.leaving):
        states.append({k: v for k, v in states[-1].items() if k != ("user", person)})
        if place < len(said.done):
            states.pop(0)
    return states


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Scene]:
    """A store with two colleagues, and what stands in it."""
    folder = tmp_path_factory.mktemp("template") / "arkiv"
    store, _ = made(folder)
    furnished = furnish(store)
    for number in range(COLLEAGUES):
        rights = Rights(frozenset({tuple(Role)[number + 1]}))
        typed = f"kollegas {number} sætning"
        store.access.add(OWNERS_OWN, f"Kollega {number}", rights, typed, TODAY)
    store.close()
    return folder, Scene(furnished.group, furnished.sessions[:4], furnished.members)


@pytest.fixture
def worker(template: tuple[Path, Scene]) -> Iterator[Worker]:
    started = Worker(*template)
    yield started
    started.end()


def test_nothing_acknowledged_is_lost(
    tmp_path: Path,
    template: tuple[Path, Scene],
    worker: Worker,
    keyhole: Keyhole,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    pristine, scene = template
    kills, tally, acknowledged, unfinished, number = sized(1_000, 60), Counter[str](), 0, 0, 0
    lost: list[str] = []
    unopened: list[str] = []
    folder = tmp_path / "arkiv"
    state: State = {}
    for kill in range(kills):
        deed = DEEDS[kill % len(DEEDS)]
        if kill % ROUNDS_ON_ONE_STORE == 0:
            copy_of(pristine, folder)
            state = state_of(folder, scene, keyhole)
        there = folder if deed != "upgrade" else copy_of(folder, tmp_path / "newer")
        states = []
        if deed == "restoring":
            states = [state, restored(copy_of(folder, tmp_path / "look"), scene, keyhole)]
        said = worker.killed(there, deed, number, chance)
        states = states or possible(state, scene, deed, number, said)
        number += len(said.done) + 1
        tally[deed] += 1
        acknowledged += len(said.done)
        unfinished += is_unfinished(there)
        # Half of the time the store is left as the crash left it, for the next one to meet.
        look = there if chance.random() < 0.5 else copy_of(there, tmp_path / "look")
        try:
            found = state_of(look, scene, keyhole)
        except Refused as no:
            unopened.append(f"{kill} {deed}: {no.refusal}")
            copy_of(pristine, folder)
            state = state_of(folder, scene, keyhole)
            continue
        if found not in states:
            lost.append(f"{kill} {deed}: {difference(states[0], found)}")
        state = found
    deeds = ", ".join(f"{many} in {deed}" for deed, many in tally.items())
    figures(
        f"{kills} kills ({deeds}; {unfinished} left something unfinished): {len(lost)} stores lost"
        f" any of {acknowledged} acknowledged changes, {len(unopened)} don't open,"
        " no kept draft lost"
    )
    assert (lost, unopened) == ([], [])
    store = StoreVault(CHEAPEST).open(folder, OWNERS_OWN)
    assert store.check_log().whole
    store.close()


def is_unfinished(folder: Path) -> bool:
    """Return whether a journal with something in it, or an exchange half made, is there."""
    journal = folder / "store.db-journal"
    begun = any((folder / name).exists() for name in (NEXT, RESTORABLE, RESTORING))
    parts = any(folder.rglob(".*.part"))
    return begun or parts or (journal.exists() and any(journal.read_bytes()[:28]))


def difference(wanted: State, found: State) -> dict[Place, tuple[str, str]]:
    """Return what is other than it was acknowledged to be."""
    places = {place for place, _ in set(wanted.items()) ^ set(found.items())}
    return {
        place: (wanted.get(place, "")[:20], found.get(place, "")[:20]) for place in sorted(places)
    }
