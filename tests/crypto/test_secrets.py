"""A keyring holds its keys, shows none, and can be overwritten."""

from __future__ import annotations

import re
from dataclasses import replace
from uuid import uuid4

import pytest

from groupkit.crypto.keyring import KeyRing, new_keyring
from groupkit.crypto.sealing import SealBroken


def test_the_spec_is_key_and_salt_in_hex() -> None:
    ring = new_keyring()
    spec = ring.spec().decode()
    assert re.fullmatch(r"x'[0-9a-f]{96}'", spec)
    assert spec == f"x'{ring.store_key.hex()}{ring.store_salt.hex()}'"


def test_two_keyrings_share_nothing() -> None:
    one, other = new_keyring(), new_keyring()
    parts = (one.store_key, one.people_key, one.notes_key)
    others = (other.store_key, other.people_key, other.notes_key)
    assert len({bytes(part or b"") for part in (*parts, *others)}) == 6
    assert one.store_id != other.store_id
    assert not one.same_keys(other)


def test_a_keyring_shows_no_key() -> None:
    ring = new_keyring()
    shown = f"{ring} {ring!r}"
    for part in (ring.store_key, ring.store_salt, ring.people_key, ring.notes_key):
        assert part is not None
        assert part.hex() not in shown
        assert repr(bytes(part))[2:-1] not in shown


def test_wiping_overwrites_every_key() -> None:
    ring = new_keyring()
    assert ring.people is not None
    ring.wipe()
    for part in (ring.store_key, ring.store_salt, ring.people_key, ring.notes_key):
        assert part is not None
        assert not any(part)


def test_a_wiped_keyring_opens_nothing() -> None:
    ring, row = new_keyring(), uuid4()
    assert ring.notes is not None
    sealed = ring.notes.seal("note", row, "text", "kun før")
    ring.wipe()
    with pytest.raises(SealBroken):
        ring.notes.open("note", row, "text", sealed)


def test_each_part_has_its_own_sealer_and_missing_parts_have_none() -> None:
    ring, row = new_keyring(), uuid4()
    assert ring.people is not None
    assert ring.notes is not None
    with pytest.raises(SealBroken):
        ring.people.open("note", row, "text", ring.notes.seal("note", row, "text", "x"))
    pedagogue: KeyRing = replace(ring, people_key=None, notes_key=None)
    assert pedagogue.people is None
    assert pedagogue.notes is None
