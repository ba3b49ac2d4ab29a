"""Pictures are taken in as pixels or shapes, and nothing else of their files."""

from __future__ import annotations

import struct
import time
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from groupkit.documents import pictures
from groupkit.domain.picture import MOST_PICTURE_BYTES, Picture
from groupkit.domain.refusal import PictureFault, PictureTrouble, Refusal, Refused

SECRET = b"Hemmelig Adresse 7"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">%s</svg>'
RECT = b'<rect width="4" height="4"/>'


def taken_in(data: bytes) -> Picture:
    return pictures.taken_in("haven", data)


def fault(data: bytes) -> PictureFault:
    with pytest.raises(Refused) as caught:
        taken_in(data)
    assert isinstance(caught.value.refusal, PictureTrouble)
    return caught.value.refusal.fault


def outcome(data: bytes) -> Picture | Refusal:
    try:
        return taken_in(data)
    except Refused as refused:
        return refused.refusal


def sample(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    gradient = Image.linear_gradient("L").resize(size)
    return gradient.convert(mode)


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    written = BytesIO()
    picture.save(written, kind, **how)
    return written.getvalue()


def photograph(size: tuple[int, int] = (60, 40)) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (55.0, 40.0, 12.0)
    return saved(sample(size=size), "JPEG", exif=exif, comment=SECRET)


def commented_png() -> bytes:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", SECRET.decode())
    said.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return saved(sample("RGBA"), "PNG", pnginfo=said, dpi=(300, 300))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + pixels + chunk(b"IEND", b"")


def drawn(content: bytes) -> str:
    return taken_in(SVG % content).data.decode()


def test_a_photograph_stands_upright_and_says_nothing_of_where_it_was_taken() -> None:
    data = photograph()
    assert SECRET in data
    picture = taken_in(data)
    assert (picture.kind, picture.width, picture.height) == ("jpeg", 40, 60)
    assert SECRET not in picture.data
    with Image.open(BytesIO(picture.data)) as again:
        assert not again.getexif()
        assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_png_keeps_its_transparency_and_loses_its_comments() -> None:
    transparent = sample("RGBA")
    transparent.putpixel((0, 0), (9, 9, 9, 0))
    picture = taken_in(saved(transparent, "PNG"))
    with Image.open(BytesIO(picture.data)) as again:
        assert again.mode == "RGBA"
        assert again.getpixel((0, 0))[3] == 0
    bare = taken_in(commented_png())
    assert SECRET not in bare.data
    with Image.open(BytesIO(bare.data)) as again:
        assert (again.mode, again.info) == ("RGB", {})


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_mode_is_read_and_looks_the_same(mode: str) -> None:
    made = sample("L") if mode == "I;16" else sample(mode)
    if mode == "I;16":
        made = made.convert("I").point(lambda value: value * 257).convert("I;16")
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = taken_in(saved(made, kind))
    with Image.open(BytesIO(picture.data)) as again:
        assert again.size == (60, 40)
        grey = again.convert("L")
        assert grey.getpixel((30, 2)) < 60
        assert grey.getpixel((30, 37)) > 195


def test_a_large_picture_is_scaled_down() -> None:
    picture = taken_in(saved(sample(size=(5000, 1000)), "JPEG"))
    assert (picture.width, picture.height) == (2000, 400)


def test_a_noisy_picture_is_brought_below_the_most_bytes() -> None:
    noise = Image.effect_noise((2400, 2400), 120).convert("RGB")
    picture = taken_in(saved(noise, "PNG", compress_level=1))
    assert len(picture.data) <= MOST_PICTURE_BYTES
    assert picture.kind == "jpeg"


@pytest.mark.parametrize("data", [photograph(), commented_png(), SVG % RECT])
def test_the_same_file_gives_the_same_bytes_and_is_taken_in_again(data: bytes) -> None:
    once = taken_in(data)
    assert taken_in(data) == once
    again = taken_in(once.data)
    assert (again.kind, again.width, again.height) == (once.kind, once.width, once.height)
    assert once.kind == "jpeg" or again.data == once.data


def test_what_is_no_picture_or_a_broken_one_is_refused() -> None:
    whole = commented_png()
    moving = saved(sample(), "PNG", save_all=True, append_images=[sample().rotate(90)])
    assert fault(b"") is PictureFault.UNKNOWN_KIND
    assert fault(saved(sample(), "GIF")) is PictureFault.UNKNOWN_KIND
    assert fault(b"%PDF-1.7") is PictureFault.UNKNOWN_KIND
    assert fault(b"<html/>") is PictureFault.UNKNOWN_KIND
    assert fault(whole[: len(whole) // 2]) is PictureFault.BROKEN
    assert fault(photograph()[:200]) is PictureFault.BROKEN
    assert fault(moving) is PictureFault.MOVES
    assert fault(b"\0" * 20_000_001) is PictureFault.TOO_MANY_BYTES


def test_bombs_are_refused_before_they_unfold() -> None:
    begun = time.process_time()
    assert fault(png_of(60_000, 60_000)) is PictureFault.TOO_MANY_PIXELS
    assert fault(png_of(2**31 - 1, 1)) is PictureFault.TOO_MANY_PIXELS
    assert fault(png_of(9, 9, *[chunk(b"tEXt", b"")] * 30_000)) is PictureFault.BROKEN
    wide = bytearray(saved(sample(), "JPEG"))
    at = wide.index(b"\xff\xc0")
    wide[at + 5 : at + 9] = b"\xff\xff\xff\xff"
    assert fault(bytes(wide)) is PictureFault.TOO_MANY_PIXELS
    progressive = saved(sample(size=(3000, 3000)), "JPEG", progressive=True)
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x00\x00"
    assert fault(progressive[:-2] + scan * 500) is PictureFault.TOO_INTRICATE
    assert fault(b"\xff\xd8" + b"\xff" * 1_000_000) is PictureFault.BROKEN
    assert time.process_time() - begun < 5


def test_only_shapes_of_a_drawing_are_kept() -> None:
    content = (
        b'<script>alert(1)</script><foreignObject><rect width="1" height="1"/></foreignObject>'
        b'<image href="http://evil.example/x.png"/><text>Hemmelig</text><!-- Hemmelig -->'
        b"<style>@import url(http://evil.example); .a{fill:#123;stroke:url(http://evil.example)}"
        b'</style><metadata>Hemmelig</metadata><a href="javascript:x">'
        b'<circle onclick="x()" class="a" r="3" cx="50%" filter="url(#f)" data-x="y"/></a>'
        b'<animate attributeName="x"/><set/>'
    )
    assert drawn(content) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
        '<g><circle cx="20" fill="#123" r="3"/></g></svg>'
    )


def test_paths_points_and_transforms_are_written_out() -> None:
    content = (
        b'<g transform="translate(1,2)rotate(45)"><path d="M0,0 5-5.5l.5.5zm1 1 2 2bad 1"/></g>'
        b'<path d="M1 1a2 2 0 01.5 7"/><polygon points="0,0 1,1 2,0"/>'
        b'<path d="nonsense"/><polyline points="1"/><path d="M1 1"/>'
    )
    assert drawn(content).partition('height="20">')[2] == (
        '<g transform="translate(1 2) rotate(45)">'
        '<path d="M 0 0 L 5 -5.5 l 0.5 0.5 z m 1 1 l 2 2"/></g>'
        '<path d="M 1 1 a 2 2 0 0 1 0.5 7"/><polygon points="0 0 1 1 2 0"/></svg>'
    )


def test_what_is_used_twice_is_drawn_twice_and_a_gradient_gets_its_middle_colour() -> None:
    content = (
        b'<defs><linearGradient id="g"><stop stop-color="red"/><stop stop-color="blue"/>'
        b'</linearGradient><rect id="r" width="2" height="2" fill="url(#g)"/></defs>'
        b'<use href="#r"/><use href="#r" x="5"/>'
    )
    assert drawn(content).count('<rect fill="blue" height="2" width="2"/>') == 2
    assert "translate(5 0)" in drawn(content)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + SVG % RECT,
            PictureFault.TOO_INTRICATE,
        ),
        (
            b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG % RECT,
            PictureFault.TOO_INTRICATE,
        ),
        (SVG % (b"<g>" * 5000 + RECT + b"</g>" * 5000), PictureFault.TOO_INTRICATE),
        (SVG % (RECT * 25_000), PictureFault.TOO_INTRICATE),
        (SVG % b'<g id="a"><use href="#a"/></g>', PictureFault.TOO_INTRICATE),
        (SVG % b"<text>Ro</text>", PictureFault.NOTHING_DRAWN),
        (SVG % b"<rect", PictureFault.BROKEN),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>" + RECT + b"</svg>", PictureFault.BROKEN),
        (SVG % (b" " * 2_000_000), PictureFault.TOO_MANY_BYTES),
        (b'<?xml version="1.0" encoding="x-y"?><svg/>', PictureFault.BROKEN),
    ],
)
def test_hostile_drawings_are_refused(data: bytes, expected: PictureFault) -> None:
    begun = time.process_time()
    assert fault(data) is expected
    assert time.process_time() - begun < 5


def test_drawings_used_in_one_another_do_not_multiply() -> None:
    layers = b"".join(
        b'<g id="l%d">%s</g>' % (at, b'<use href="#l%d"/>' % (at + 1) * 10) for at in range(9)
    )
    assert fault(SVG % (layers + b'<g id="l9">' + RECT + b"</g>")) is PictureFault.TOO_INTRICATE


def test_a_plain_doctype_and_other_encodings_are_fine() -> None:
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert taken_in(doctype + SVG % RECT).kind == "svg"
    assert taken_in((SVG % RECT).decode().encode("utf-16")).kind == "svg"


GRADIENTS = b'<path style="fill:none" d="M1 1 L2,2c1 1 2 2 3 3z"/><use href="#a"/>'
SEEDS = [
    photograph(),
    saved(sample(), "JPEG", progressive=True, quality=50),
    commented_png(),
    saved(sample("P"), "PNG"),
    saved(sample("L"), "PNG", icc_profile=b"not a profile at all" * 9),
    SVG % (RECT + GRADIENTS),
    SVG % b'<style>.a{fill:red}</style><g class="a"><circle r="1"/></g>',
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 40))
        deed = draw(st.sampled_from(["set", "cut", "put", "twice"]))
        if deed == "set":
            data[at : at + 1] = draw(st.binary(min_size=1, max_size=4))
        elif deed == "cut":
            del data[at : at + length]
        elif deed == "put":
            data[at:at] = draw(st.binary(max_size=40))
        else:
            data[at:at] = data[at : at + length] * draw(st.integers(1, 50))
    return bytes(data)


@settings(max_examples=400, deadline=5_000)
@given(mutated())
def test_damaged_files_are_refused_or_come_out_safe(data: bytes) -> None:
    picture = outcome(data)
    if not isinstance(picture, Picture):
        assert isinstance(picture, PictureTrouble)
        return
    assert max(picture.width, picture.height) <= 2000
    assert len(picture.data) <= MOST_PICTURE_BYTES
    assert taken_in(picture.data).kind == picture.kind


@settings(max_examples=150, deadline=5_000)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: (f"<svg{text}").encode()))
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    assert isinstance(outcome(data), Picture | PictureTrouble)
