"""A pack's file: what is written is read again, and nothing else is."""

from __future__ import annotations

import datetime as dt
import os
import struct
import time
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from groupkit.crypto.pack_signing import PackSigning
from groupkit.documents.material_packs.archive import unzipped, zipped
from groupkit.documents.material_packs.files import MANIFEST, SIGNATURE, MaterialPackFiles
from groupkit.documents.pictures import as_kept, taken_in
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.material import GUIDE, HANDOUT, Sharing, TextKey
from groupkit.domain.material_pack import (
    MOST_NOTATION,
    NAMELESS,
    Maker,
    Pack,
    PackedText,
    PackedTopic,
)
from groupkit.domain.picture import Picture
from groupkit.domain.refusal import PackFault, PackTrouble, PictureTrouble, Refused

FILES, SIGNING = MaterialPackFiles(), PackSigning()
SEED = b"a key of nobody's".ljust(32, b".")
MAKER = Maker(SIGNING.public_of(SEED), "Huset Ærø")
DAY = dt.date(2027, 1, 13)
DRAWING = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0L9 9z'/></svg>"
WITH_HAND = "# Ark\n\n::: picture hand half | En hånd\n:::\n"


def picture(kind: str = "PNG", name: str = "hand", side: int = 40) -> Picture:
    written = BytesIO()
    Image.frombytes("RGB", (side, side), os.urandom(side * side * 3)).save(written, kind)
    return taken_in(name, written.getvalue())


def text(source: str, sheet: str = HANDOUT, language: str = "da") -> PackedText:
    sharing = Sharing.FACILITATORS if sheet == GUIDE else Sharing.TAKE_HOME
    return PackedText(TextKey("penge", sheet, language), sharing, source)


def pack(*texts: PackedText, pictures: tuple[Picture, ...] = ()) -> Pack:
    items = (AgendaItem(NAMELESS, ItemKind.TOPIC, "Om penge", 30, "Roligt", short=0),)
    topic = PackedTopic(
        "penge", (("da", "Penge"),), (("da", "Om penge"),), (("da", Agenda(items)),)
    )
    return Pack(MAKER, DAY, (topic,), texts or (text("# Ark\n\nOrd."),), pictures)


def written(sound: Pack) -> bytes:
    return FILES.written(sound, lambda message: SIGNING.sign(SEED, message))


def read(data: bytes) -> Pack:
    return FILES.read(data, SIGNING.verifies)


def fault(data: bytes) -> PackFault:
    with pytest.raises(Refused) as no:
        read(data)
    assert isinstance(no.value.refusal, PackTrouble)
    return no.value.refusal.fault


def unwritable(wrong: Pack) -> PackFault:
    with pytest.raises(Refused) as no:
        written(wrong)
    assert isinstance(no.value.refusal, PackTrouble)
    return no.value.refusal.fault


def test_what_is_written_is_read_and_the_same_pack_gives_the_same_bytes() -> None:
    pictures = (picture("JPEG", "foto"), picture(), taken_in("tegning", DRAWING))
    shown = "".join(f"::: picture {each.name} | Ord\n:::\n" for each in pictures)
    sound = pack(text(f"# Ark\n\n{shown}"), text("# Vejledning", GUIDE), pictures=pictures)
    sound = replace(sound, texts=(sound.texts[1], sound.texts[0]))
    data = written(sound)
    assert read(data) == sound
    assert written(sound) == data


def test_a_pack_holds_composed_letters_and_one_kind_of_line_end() -> None:
    assert read(written(pack(text("# A\u030ark\r\n\r\nOrd.\r")))).texts[0].text == "# Årk\n\nOrd.\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Ark\n\nhttp://example.org", PackFault.LEADS_OUTSIDE),
        ("# Ark\n\n< Script >", PackFault.LEADS_OUTSIDE),
        ("# Ark\n\n\u202egro", PackFault.WRONG_LETTERS),
        ("# Ark\n\n\ufeff", PackFault.WRONG_LETTERS),
        ("# Ark\n\n\x00", PackFault.WRONG_LETTERS),
        ("# Ark\n\n{a|b", PackFault.TEXT_UNREADABLE),
        ("# Ark\n\n::: only discreet\n::: lines 99\n:::\n:::", PackFault.TEXT_UNREADABLE),
        ("   \n", PackFault.TEXT_UNREADABLE),
        (WITH_HAND, PackFault.PICTURE_MISSING),
        ("# Ark\n\n::: picture logo half | Vores\n:::\n", PackFault.PICTURE_MISSING),
        ("* a\n" * (MOST_NOTATION // 3), PackFault.TEXT_UNREADABLE),
    ],
)
def test_texts_that_no_pack_may_hold(source: str, expected: PackFault) -> None:
    assert unwritable(pack(text(source))) is expected


def test_more_notation_than_anybody_writes_is_too_much() -> None:
    texts = tuple(text("* a\n" * 14_000, f"ark-{number}") for number in range(3))
    assert unwritable(pack(*texts)) is PackFault.TOO_INTRICATE


def test_more_drawings_than_anybody_draws_are_too_much() -> None:
    drawing = DRAWING.replace(b"/></svg>", b"/>" + b"<path d='M0 0L9 9z'/>" * 4_000 + b"</svg>")
    pictures = tuple(taken_in(f"tegning-{number:02}", drawing) for number in range(12))
    shown = "".join(f"::: picture {each.name} | Ord\n:::\n" for each in pictures)
    assert unwritable(pack(text(shown), pictures=pictures)) is PackFault.TOO_INTRICATE


def test_a_picture_that_no_text_shows_does_not_come_along() -> None:
    assert unwritable(pack(pictures=(picture(),))) is PackFault.STRANGE_ENTRY


def test_a_picture_with_something_beside_its_pixels_is_refused() -> None:
    told = BytesIO()
    Image.new("RGB", (9, 9)).save(told, "JPEG", comment=b"hvor hun bor")
    for data, kind in (
        (told.getvalue(), "jpeg"),
        (picture("JPEG").data + b"mere", "jpeg"),
        (picture().data + b"mere", "png"),
        (DRAWING.replace(b"<path", b"<script>x</script><path"), "svg"),
    ):
        wrong = Picture("hand", kind, 9, 9, data)
        with pytest.raises(Refused) as no:
            as_kept("hand", kind, data)
        assert isinstance(no.value.refusal, PictureTrouble)
        assert unwritable(pack(text(WITH_HAND), pictures=(wrong,))) is PackFault.PICTURE_WRONG


def test_a_picture_that_claims_another_size_is_refused() -> None:
    wrong = replace(picture(), width=41)
    assert unwritable(pack(text(WITH_HAND), pictures=(wrong,))) is PackFault.PICTURE_WRONG


def test_one_changed_letter_is_found() -> None:
    entries = unzipped(written(pack()))
    for name in entries:
        for at in range(0, len(entries[name]), 37):
            changed = bytearray(entries[name])
            changed[at] ^= 1
            assert fault(zipped({**entries, name: bytes(changed)})) in set(PackFault) - {
                PackFault.TOO_LARGE
            }
    changed_text = {**entries, "texts/penge/handout.da.md": b"# Ark\n\nord."}
    assert fault(zipped(changed_text)) is PackFault.TAMPERED
    signature = SIGNING.sign(b"b" * 32, entries[MANIFEST])
    assert fault(zipped({**entries, SIGNATURE: signature})) is PackFault.TAMPERED


def test_an_entry_more_or_less_is_refused() -> None:
    entries = unzipped(written(pack()))
    more = {**entries, "texts/penge/ark.da.md": b"# x"}
    less = {name: data for name, data in entries.items() if not name.endswith(".md")}
    assert fault(zipped(more)) is PackFault.STRANGE_ENTRY
    assert fault(zipped(less)) is PackFault.STRANGE_ENTRY
    del entries[SIGNATURE]
    assert fault(zipped(entries)) is PackFault.NO_PACK


def test_a_newer_pack_says_so() -> None:
    entries = unzipped(written(pack()))
    said = entries[MANIFEST].replace(b'"version":1', b'"version":2')
    newer = {**entries, MANIFEST: said, SIGNATURE: SIGNING.sign(SEED, said)}
    assert fault(zipped(newer)) is PackFault.NEWER


def test_a_bomb_is_given_up_early() -> None:
    begin = time.monotonic()
    assert fault(zipped({"texts/a/b.da.md": bytes(60_000_000)})) is PackFault.TOO_LARGE
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize(
    ("mark", "field", "lie"),
    [
        (b"PK\1\2", 8, b"\1"),  # encrypted
        (b"PK\1\2", 8, b"\x08"),  # sizes behind the content
        (b"PK\1\2", 10, b"\x0c"),  # another way to pack
        (b"PK\1\2", 34, b"\1"),  # on another disk
        (b"PK\1\2", 41, b"\xa1"),  # a link
        (b"PK\1\2", 41, b"\x41"),  # a folder
        (b"PK\1\2", 42, b"\1"),  # elsewhere
        (b"PK\3\4", 6, b"\1"),
        (b"PK\3\4", 28, b"\1"),  # fields of its own
        (b"PK\5\6", 4, b"\1"),
        (b"PK\5\6", 20, b"\1"),  # a comment
    ],
)
def test_what_packs_have_no_use_for_is_refused(mark: bytes, field: int, lie: bytes) -> None:
    data = bytearray(written(pack()))
    at = data.index(mark) + field
    data[at : at + len(lie)] = lie
    assert fault(bytes(data)) in (PackFault.STRANGE_ENTRY, PackFault.NO_PACK)


def test_two_entries_of_one_name_are_refused() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("a.md", "b.md"):
            info = zipfile.ZipInfo(name)
            info.create_system = 0
            archive.writestr(info, b"x")
    assert fault(made.getvalue().replace(b"b.md", b"a.md")) is PackFault.STRANGE_ENTRY


def test_too_many_entries_are_not_even_counted() -> None:
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 501, 501, 0, 4, 0)
    assert fault(b"PK\3\4" + end) is PackFault.TOO_MANY_ENTRIES


def test_a_fingerprint_is_thirty_digits_and_another_maker_has_another() -> None:
    other = Maker(SIGNING.public_of(b"b" * 32))
    assert [len(group) for group in MAKER.fingerprint] == [5] * 6
    assert "".join(MAKER.fingerprint).isdecimal()
    assert MAKER.fingerprint == replace(MAKER, name="Et andet").fingerprint != other.fingerprint
