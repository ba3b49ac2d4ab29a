"""A sealed text opens in its own place, whole, and nowhere else."""

from __future__ import annotations

import os
import time
from uuid import UUID, uuid4

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groupkit.crypto.sealing import SealBroken, Sealer

KEY = os.urandom(32)
ROW = uuid4()
SEALER = Sealer(KEY, 1)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=700)


@given(ANY_TEXT, st.uuids())
@example("", ROW)
@example("æøå ÆØÅ 👩‍👧 שלום", ROW)
@example("half a pair: \ud83d", ROW)
@example("a\0", ROW)
def test_any_text_opens_in_its_place(text: str, row: UUID) -> None:
    assert SEALER.open("note", row, "text", SEALER.seal("note", row, "text", text)) == text


@settings(max_examples=30)
@given(ANY_TEXT, st.data())
def test_any_flipped_bit_is_found(text: str, data: st.DataObject) -> None:
    sealed = bytearray(SEALER.seal("note", ROW, "text", text))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealBroken):
        SEALER.open("note", ROW, "text", bytes(sealed))


def test_every_byte_is_guarded() -> None:
    sealed = SEALER.seal("note", ROW, "text", "kort")
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 0xFF
        with pytest.raises(SealBroken):
            SEALER.open("note", ROW, "text", bytes(changed))


@pytest.mark.parametrize("length", range(0, 61, 4))
def test_a_cut_text_is_found(length: int) -> None:
    sealed = SEALER.seal("note", ROW, "text", "kort")
    assert len(sealed) == 61
    with pytest.raises(SealBroken):
        SEALER.open("note", ROW, "text", sealed[:length])


@pytest.mark.parametrize(
    ("sealer", "table", "row", "column"),
    [
        (SEALER, "participant", ROW, "text"),
        (SEALER, "note", uuid4(), "text"),
        (SEALER, "note", ROW, "title"),
        (SEALER, "notet", ROW, "ext"),
        (Sealer(KEY, 2), "note", ROW, "text"),
        (Sealer(os.urandom(32), 1), "note", ROW, "text"),
    ],
    ids=["table", "row", "column", "boundary", "epoch", "key"],
)
def test_a_moved_text_does_not_open(sealer: Sealer, table: str, row: UUID, column: str) -> None:
    sealed = SEALER.seal("note", ROW, "text", "kun her")
    with pytest.raises(SealBroken) as broken:
        sealer.open(table, row, column, sealed)
    assert (broken.value.table, broken.value.row_id, broken.value.column) == (table, row, column)


@given(st.integers(0, 2000))
@example(28)
@example(29)
@example(508)
@example(509)
def test_lengths_come_in_few_sizes(length: int) -> None:
    padded = len(SEALER.seal("note", ROW, "text", "x" * length)) - 29
    assert padded in (32, 64, 128, 256) or padded % 512 == 0
    assert length + 4 <= padded < max(33, 2 * (length + 4), length + 4 + 512)


def test_the_same_text_is_sealed_differently_each_time() -> None:
    assert len({SEALER.seal("note", ROW, "text", "ens") for _ in range(100)}) == 100


def test_nothing_shows_the_key_or_the_text() -> None:
    with pytest.raises(SealBroken) as broken:
        SEALER.open("note", ROW, "text", b"\x01" + b"hemmeligt" * 20)
    shown = repr(SEALER) + repr(broken.value) + str(broken.value)
    assert "hemmeligt" not in shown
    assert KEY.hex() not in shown
    assert repr(KEY) not in shown


def test_a_house_of_notes_is_sealed_in_a_moment() -> None:
    started = time.process_time()
    for _ in range(2000):
        SEALER.seal("note", ROW, "text", "x" * 200)
    assert time.process_time() - started < 0.2
