"""Files nobody should send: a sound pack changed by chance, often signed anew by its forger."""

from __future__ import annotations

import copy
import json
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from groupkit.crypto.pack_signing import PackSigning

MANIFEST, SIGNATURE = "pack.json", "pack.sig"
FORGER = b"forger" + bytes(26)
SIGNING = PackSigning()
TEXTS = (
    "",
    " \n\n ",
    "# a\n\n<script>alert(1)</script>",
    "# a\n\nSe http://example.org",
    "# a\n\njavascript: alert(1)",
    "# a\n\n\u202etxet\u202c",
    "# a\n\n\x07\x1b[31m",
    "# e\u0301",
    "\ufeff# a",
    "# a\r\nb",
    "::: box a",
    "{a|b",
    "::: picture hand half | ord\n:::",
    "::: picture ../../etc/passwd half | ord\n:::",
    ":" * 60_000,
    "[" * 60_000,
    "![" * 30_000,
    "*a " * 20_000,
    "> " * 30_000,
    "- " * 30_000,
    "|a" * 30_000,
    "x" * 60_001,
    "a\n\n" * 20_000,
)
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**63, 1e308, "", "x", "../x", "a" * 90, "\u202e", "\ud800", [],
    {}, [[]], ["x"], {"x": 1}, "0" * 64, "f" * 64, "take_home", "guide", "da", "ar", "logo",
)  # fmt: skip
NAMES = (
    "../pack.json", "/etc/passwd", "texts/../../x.md", "C:\\x.md", "texts\\x.md", "texts/",
    "./a.md", "texts//a.md", "con.md", "texts/a.md\0.exe", "TEXTS/A.MD", "texts/æ.md", "~/x.md",
    "a" * 300, "pack.json", "pack.sig", "pictures/hand.png", "", ".", "..",
)  # fmt: skip
DRAWINGS = (
    b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    b"<!DOCTYPE a [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>",
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><use href='#x'/></svg>",
    b"<svg" + b"<g>" * 50_000,
)


@dataclass(frozen=True)
class Sound:
    """A pack as the program makes it, and what is in it."""

    data: bytes
    manifest: dict[str, Any]
    entries: dict[str, bytes]


Attack = Callable[[random.Random, Sound], bytes]


def sound(data: bytes) -> Sound:
    """Take a pack of the program apart."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(entries.pop(MANIFEST))
    entries.pop(SIGNATURE)
    return Sound(data, manifest, entries)


def zipped(entries: list[tuple[str | zipfile.ZipInfo, bytes]], *, packed: bool = True) -> bytes:
    """Return a ZIP file as another program might write it."""
    written = BytesIO()
    kind = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(written, "w", kind) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two entries of one name are meant
        for name, content in entries:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            info.create_system = 0
            info.compress_type = kind
            archive.writestr(info, content)
    return written.getvalue()


def written(manifest: Any) -> bytes:
    """Return a manifest as the program writes it."""
    said = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.encode("utf-8", "surrogatepass")


def resigned(manifest: dict[str, Any], entries: dict[str, bytes], said: bytes = b"") -> bytes:
    """Return a pack that its forger signed, with digests that are right."""
    manifest = copy.deepcopy(manifest)
    manifest["maker"] = {"key": SIGNING.public_of(FORGER).hex(), "name": "Forger"}
    for name, content in entries.items():
        for each in (*manifest.get("texts", ()), *manifest.get("pictures", ())):
            if isinstance(each, dict) and _entry_of(each) == name:
                each["sha256"] = sha256(content).hexdigest()
    return zipped(_with_head(said or written(manifest), entries))


def _with_head(said: bytes, entries: dict[str, bytes]) -> list[tuple[Any, bytes]]:
    head = [(MANIFEST, said), (SIGNATURE, SIGNING.sign(FORGER, said))]
    return [*head, *entries.items()]


def _entry_of(said: dict[str, Any]) -> str:
    if "topic" in said:
        return f"texts/{said.get('topic')}/{said.get('sheet')}.{said.get('language')}.md"
    return f"pictures/{said.get('name')}.{said.get('kind')}"


def bytes_changed(chance: random.Random, pack: Sound) -> bytes:
    data = bytearray(pack.data)
    for _ in range(chance.choice((1, 1, 1, 4, 40))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def cut(chance: random.Random, pack: Sound) -> bytes:
    return pack.data[: chance.randrange(len(pack.data))]


def spliced(chance: random.Random, pack: Sound) -> bytes:
    first, second, to = sorted(chance.randrange(len(pack.data)) for _ in range(3))
    piece = pack.data[first:second]
    return chance.choice(
        (
            pack.data[:first] + pack.data[second:],
            pack.data[:to] + piece + pack.data[to:],
            pack.data + piece,
            piece + pack.data,
        )
    )


def a_text_replaced(chance: random.Random, pack: Sound) -> bytes:
    entries = dict(pack.entries)
    name = chance.choice([each for each in entries if each.endswith(".md")])
    own = entries[name]
    at = chance.randrange(len(own) + 1)
    entries[name] = chance.choice(
        (
            chance.choice(TEXTS).encode(),
            own[:at] + chance.choice(TEXTS)[:500].encode() + own[at:],
            own[:at] + chance.randbytes(3) + own[at:],
            own[:at],
        )
    )
    return resigned(pack.manifest, entries)


def a_picture_replaced(chance: random.Random, pack: Sound) -> bytes:
    entries = dict(pack.entries)
    names = [each for each in entries if each.startswith("pictures/")]
    name = chance.choice(names)
    own = bytearray(entries[name])
    for _ in range(chance.choice((1, 3))):
        own[chance.randrange(len(own))] = chance.randrange(256)
    entries[name] = chance.choice(
        (
            bytes(own),
            bytes(own[: chance.randrange(len(own))]),
            bytes(own) + chance.randbytes(9),
            entries[chance.choice(names)],
            chance.choice(DRAWINGS),
            huge_png(),
            chance.randbytes(200),
        )
    )
    return resigned(pack.manifest, entries)


def huge_png() -> bytes:
    """Return a PNG that promises 2,000 by 2,000 pixels, or far more, in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def manifest_changed(chance: random.Random, pack: Sound) -> bytes:
    manifest = copy.deepcopy(pack.manifest)
    for _ in range(chance.choice((1, 1, 2))):
        place: Any = manifest
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = chance.choice(keys)
            if isinstance(place[key], dict | list) and place[key] and chance.random() < 0.8:
                place = place[key]
                continue
            deed = chance.random()
            if deed < 0.2:
                del place[key]
            elif deed < 0.3 and isinstance(place, dict):
                place["more"] = chance.choice(VALUES)
            elif deed < 0.4 and isinstance(place, list):
                place.append(copy.deepcopy(place[key]))
            else:
                place[key] = copy.deepcopy(chance.choice(VALUES))
            break
    try:
        return resigned(manifest, pack.entries)
    except (TypeError, AttributeError):
        return zipped(_with_head(written(manifest), pack.entries))


def manifest_in_another_writing(chance: random.Random, pack: Sound) -> bytes:
    sound_one = written(pack.manifest)
    said = chance.choice(
        (
            json.dumps(pack.manifest, indent=1).encode(),
            b"[" * 100_000,
            b'{"a":' * 50_000,
            sound_one[:-1] + b',"version":2}',
            sound_one.replace(b'"version":1', b'"version":2'),
            sound_one.replace(b'"version":1', b'"version":' + b"9" * 5_000),
            sound_one.replace(b'"version":1', b'"version":1.0'),
            b"\xff\xfe" + sound_one,
            b"null",
            b"",
            sound_one + b" ",
            b" " * 3_000_000,
        )
    )
    return zipped(_with_head(said, pack.entries))


def content_changed_under_the_signature(chance: random.Random, pack: Sound) -> bytes:
    with zipfile.ZipFile(BytesIO(pack.data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(entries))
    content = bytearray(entries[name])
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    entries[name] = bytes(content)
    return zipped(list(entries.items()))


def a_strange_entry(chance: random.Random, pack: Sound) -> bytes:
    entries = _with_head(written(pack.manifest), pack.entries)
    info = zipfile.ZipInfo(chance.choice(NAMES))
    deed = chance.randrange(6)
    if deed == 0:
        info.external_attr = 0o120777 << 16
    elif deed == 1:
        info.external_attr = (0o40755 << 16) | 0x10
    elif deed == 2:
        info.extra = struct.pack("<HH4s", 0x7075, 4, b"more")
    elif deed == 3:
        info.comment = b"more"
    elif deed == 4:
        entries.insert(0, entries[-1])
    entries.insert(chance.randrange(len(entries) + 1), (info, chance.randbytes(9)))
    data = zipped(entries, packed=chance.random() < 0.5)
    if deed == 5:
        data = data[:-2] + struct.pack("<H", 4) + b"more"
    return data


def a_lie_in_a_header(chance: random.Random, pack: Sound) -> bytes:
    """Change a field of one header or list entry: encryption, sizes, places, method."""
    data = bytearray(pack.data)
    mark = chance.choice((b"PK\3\4", b"PK\1\2", b"PK\5\6"))
    places = [at for at in range(len(data) - 4) if data[at : at + 4] == mark]
    at = chance.choice(places) + 4 + chance.randrange(18 if mark == b"PK\5\6" else 26)
    lie = chance.choice((b"\0", b"\1", b"\xff", b"\xff\xff", b"\xff\xff\xff\xff", b"\x09\0"))
    data[at : at + len(lie)] = lie
    return bytes(data)


def a_bomb(chance: random.Random, pack: Sound) -> bytes:
    entries = dict(pack.entries)
    name = next(each for each in entries if each.endswith(".md"))
    deed = chance.randrange(4)
    if deed == 0:
        entries[name] = BOMB
        return resigned(pack.manifest, entries)
    if deed == 1:
        more = {f"texts/a/b-{number}.da.md": BOMB[:4_900_000] for number in range(18)}
        return zipped(_with_head(written(pack.manifest), {**entries, **more}))
    if deed == 2:
        many: list[tuple[str | zipfile.ZipInfo, bytes]] = [
            (f"texts/a/b-{number}.da.md", b"") for number in range(chance.choice((499, 501, 5_000)))
        ]
        return zipped(many)
    # The list says a small size; what comes out is large.
    data = bytearray(zipped([(name, BOMB)]))
    for mark, field in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = data.index(mark) + field
        data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


BOMB = b"a\n" * 4_000_000


def no_pack_at_all(chance: random.Random, _: Sound) -> bytes:
    return chance.choice(
        (
            b"",
            b"PK",
            b"PK\5\6" + bytes(18),
            b"PK\3\4" * 1_000,
            b"%PDF-1.7\n%%EOF",
            zipped([("word/document.xml", b"<w/>")]),
            chance.randbytes(chance.randrange(5_000)),
            b"PK\3\4" + chance.randbytes(3_000) + b"PK\5\6" + chance.randbytes(18),
        )
    )


ATTACKS: tuple[Attack, ...] = (
    bytes_changed,
    cut,
    spliced,
    a_text_replaced,
    a_picture_replaced,
    manifest_changed,
    manifest_changed,
    manifest_in_another_writing,
    content_changed_under_the_signature,
    a_strange_entry,
    a_lie_in_a_header,
    a_bomb,
    no_pack_at_all,
)
