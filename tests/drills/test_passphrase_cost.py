"""What one guess of a passphrase costs, and what the right one costs beside bare Argon2."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from drill_stores import OWNER, OWNERS_OWN, furnish

from groupkit.crypto.derive import MIB, STANDARD
from groupkit.domain.house import House
from groupkit.wiring.vault import StoreVault

LEAST_SECONDS, LEAST_MIB = 0.5, 64

GUESSING = """
import json, sys, time
from pathlib import Path
from groupkit.crypto import sidecar
from groupkit.domain.refusal import Refused, WrongPassphrase
from groupkit.wiring.vault import StoreVault

def peak():
    # Of this process alone: what getrusage tells includes the one that started it.
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

folder, typed = Path(sys.argv[1]), sys.stdin.readline().strip()
vault, keys = StoreVault(), sidecar.read(folder)
before, started = peak(), time.process_time()
try:
    vault.open(folder, typed)
except Refused as no:
    assert no.refusal == WrongPassphrase(), no.refusal
print(json.dumps({"seconds": time.process_time() - started, "mib": peak() - before}))
"""

OPENING = """
import datetime as dt, json, os, sys, time
from pathlib import Path
import groupkit.store.opening
from groupkit.crypto.derive import STANDARD, seconds_for
from groupkit.usecases.today import today
from groupkit.wiring.vault import StoreVault

def to_first_page():
    started = time.perf_counter()
    store = StoreVault().open(folder, typed)
    today(store, dt.date.today())
    taken = time.perf_counter() - started
    store.close()
    return taken

folder, typed = Path(sys.argv[1]), sys.stdin.readline().strip()
seconds_for(STANDARD), to_first_page()
times = [(seconds_for(STANDARD), to_first_page()) for _ in range(2)]
print(json.dumps({"bare": min(b for b, _ in times), "opened": min(o for _, o in times)}))
"""

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="reads the peak of memory as Linux tells it"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made as the program makes one, passphrase at the standard cost."""
    folder = tmp_path_factory.mktemp("standard") / "arkiv"
    store, _ = StoreVault().create(folder, OWNERS_OWN, House("Huset"), OWNER)
    furnish(store)
    store.close()
    return folder


def test_a_wrong_passphrase_costs_half_a_second_and_64_mib(
    folder: Path, figures: Callable[[str], None]
) -> None:
    cost = _child(GUESSING, folder, OWNERS_OWN + "!")
    figures(
        f"wrong passphrase: {cost['seconds']:.2f} s of CPU, {cost['mib']:.0f} MiB"
        f" (Argon2id {STANDARD.memory // MIB} MiB, {STANDARD.passes} passes)"
    )
    assert cost["seconds"] >= LEAST_SECONDS
    assert cost["mib"] >= LEAST_MIB


def test_the_right_one_costs_little_beside_bare_argon2(
    folder: Path, figures: Callable[[str], None]
) -> None:
    cost = _child(OPENING, folder, OWNERS_OWN)
    ratio = cost["opened"] / cost["bare"]
    figures(
        f"right passphrase: {cost['opened']:.2f} s to the first page, bare Argon2"
        f" {cost['bare']:.2f} s, ratio {ratio:.2f}"
    )
    assert ratio < 3


def _child(source: str, folder: Path, typed: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", source, str(folder)],
        input=typed + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, float] = json.loads(done.stdout)
    return figures
