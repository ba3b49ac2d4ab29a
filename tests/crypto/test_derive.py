"""What a guess costs, and that nobody can make it cheap or endless."""

from __future__ import annotations

import time

import pytest

from groupkit.crypto.derive import CHEAPEST, MIB, STANDARD, Cost, calibrated, from_passphrase

SALT = bytes(16)


@pytest.mark.parametrize(
    ("memory", "passes", "lanes"),
    [
        (64 * MIB - 1, 2, 1),
        (2048 * MIB + 1, 2, 1),
        (1 << 40, 2, 1),
        (0, 2, 1),
        (-1, 2, 1),
        (64 * MIB, 1, 1),
        (64 * MIB, 11, 1),
        (64 * MIB, 2, 0),
        (64 * MIB, 2, 17),
    ],
)
def test_a_cost_out_of_bounds_cannot_exist(memory: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="bounds"):
        Cost(memory, passes, lanes)


def test_the_standard_is_what_the_design_says() -> None:
    assert Cost(memory=256 * 1024, passes=3, lanes=4) == STANDARD


def test_a_derivation_depends_on_passphrase_salt_and_cost() -> None:
    first = from_passphrase(b"en lang s\xc3\xa6tning", SALT, CHEAPEST)
    assert len(first) == 32
    assert first == from_passphrase(b"en lang s\xc3\xa6tning", SALT, CHEAPEST)
    others = [
        from_passphrase(b"en anden s\xc3\xa6tning", SALT, CHEAPEST),
        from_passphrase(b"en lang s\xc3\xa6tning", b"\1" * 16, CHEAPEST),
        from_passphrase(b"en lang s\xc3\xa6tning", SALT, Cost(64 * MIB, 3, 1)),
    ]
    assert len({bytes(key) for key in (first, *others)}) == 4


def test_a_standard_guess_takes_half_a_second_of_work() -> None:
    started = time.process_time()
    from_passphrase(b"forkert", SALT, STANDARD)
    assert time.process_time() - started >= 0.3


@pytest.mark.parametrize(
    ("seconds", "memory"), [(3.0, 256), (0.36, 256), (0.34, 512), (0.18, 512), (0.01, 1024)]
)
def test_calibration_only_goes_up_and_stops(seconds: float, memory: int) -> None:
    asked: list[Cost] = []

    def measure(cost: Cost) -> float:
        asked.append(cost)
        return seconds

    cost = calibrated(measure)
    assert (cost.memory, cost.passes, cost.lanes) == (memory * MIB, 3, 4)
    assert asked == [STANDARD]
