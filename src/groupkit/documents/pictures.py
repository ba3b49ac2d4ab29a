"""Pictures for sheets, taken in from files that anybody may have made.

Nothing of the file goes into the store: a PNG or a JPEG is read into pixels and written anew, a
drawing is copied shape by shape (see :mod:`groupkit.documents.drawings`). So neither the place
where a photograph was taken nor a comment, a script or an address to fetch from comes along. The
same file gives the same bytes.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageCms, ImageOps

from groupkit.documents.drawings import drawing
from groupkit.documents.picture_parts import is_bare_jpeg, pictorial_jpeg, pictorial_png
from groupkit.documents.picture_trouble import trouble
from groupkit.domain.picture import MOST_PICTURE_BYTES, MOST_PIXELS, Picture
from groupkit.domain.refusal import PictureFault, Refused

MOST_BYTES_READ = 20_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_TRANSPARENT = "transparency"
_QUALITY = 88
_LEAST_PIXELS = 64
"""A picture whose bytes do not come down is made smaller, but not smaller than this."""
_DRAWING_STARTS: Final = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def taken_in(name: str, data: bytes) -> Picture:
    """Return the picture of a PNG, JPEG or SVG file under ``name``.

    At most 2,000 pixels wide and high. Photographs stand upright and are in sRGB.

    Raises:
        Refused: PictureTrouble, when it is no such picture, too large, moving or damaged.
    """
    if len(data) > MOST_BYTES_READ:
        raise trouble(PictureFault.TOO_MANY_BYTES, MOST_BYTES_READ)
    if data.startswith(_PNG):
        return _written(name, _decoded(pictorial_png(data), "PNG"), "png")
    if data.startswith(_JPEG):
        return _written(name, _decoded(pictorial_jpeg(data), "JPEG"), "jpeg")
    if data.lstrip()[:3].startswith(_DRAWING_STARTS):
        return drawing(name, data)
    raise trouble(PictureFault.UNKNOWN_KIND)


def as_kept(name: str, kind: str, data: bytes) -> Picture:
    """Return the picture that ``data`` is, made by :func:`taken_in` before and by nothing else.

    A drawing and a PNG come out of :func:`taken_in` again as they went in; a photograph would lose
    a little each time, so it is looked through instead: only what our own photographs consist of.

    Raises:
        Refused: PictureTrouble.
    """
    if len(data) > MOST_PICTURE_BYTES:
        raise trouble(PictureFault.TOO_MANY_BYTES, MOST_PICTURE_BYTES)
    if kind == "jpeg":
        if not is_bare_jpeg(data):
            raise trouble(PictureFault.BROKEN)
        decoded = _decoded(data, "JPEG")
        return Picture(name, kind, decoded.width, decoded.height, data)
    again = taken_in(name, data)
    if again.kind != kind or again.data != data:
        raise trouble(PictureFault.BROKEN)
    return again


def size_of(kind: str, data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG in pixels without decoding it.

    Raises:
        Refused: PictureTrouble (BROKEN).
    """
    try:
        with Image.open(BytesIO(data), formats=[kind.upper()]) as opened:
            return opened.size
    except Exception:  # as above
        raise trouble(PictureFault.BROKEN) from None


def _decoded(data: bytes, kind: str) -> Image.Image:
    """Return the pixels: upright, small enough, and in sRGB, grey, or either with transparency."""
    try:
        with Image.open(BytesIO(data), formats=[kind]) as opened:
            opened.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
            profile = opened.info.get("icc_profile")
            opened.load()
            picture = ImageOps.exif_transpose(opened)
            # What was read beside the pixels is left behind with the file.
            picture.info = {
                key: picture.info[key] for key in ("transparency",) if key in opened.info
            }
            return _coloured(_scaled(_plain_mode(picture)), profile)
    except Refused:
        raise
    except MemoryError:
        raise trouble(PictureFault.TOO_MANY_PIXELS, MOST_PIXELS * MOST_PIXELS) from None
    except Exception:  # the decoders raise nearly anything over a damaged file
        raise trouble(PictureFault.BROKEN) from None


def _plain_mode(picture: Image.Image) -> Image.Image:
    """Return ``picture`` as L, LA, RGB, RGBA or CMYK."""
    mode = picture.mode
    if mode in ("L", "RGB", "CMYK", "LA", "RGBA") and _TRANSPARENT not in picture.info:
        return picture
    if mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if _TRANSPARENT in picture.info:
        return picture.convert("RGBA")
    return picture.convert("L" if mode == "1" else "RGB")


def _scaled(picture: Image.Image) -> Image.Image:
    picture.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.LANCZOS)
    return picture


def _coloured(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return ``picture`` in sRGB; a profile that does not fit is left out of account."""
    if picture.mode == "CMYK":
        return _through_profile(picture, profile, "RGB") or picture.convert("RGB")
    if picture.mode == "RGB" and profile:
        return _through_profile(picture, profile, "RGB") or picture
    if picture.mode == "RGBA":
        colours = picture.convert("RGB")
        alpha = picture.getchannel("A")
        converted = (_through_profile(colours, profile, "RGB") if profile else None) or colours
        if alpha.getextrema() == (255, 255):
            return converted
        converted.putalpha(alpha)
        return converted
    return picture


def _through_profile(picture: Image.Image, profile: bytes | None, mode: str) -> Image.Image | None:
    if not profile:
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(
            picture, source, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None


def _written(name: str, picture: Image.Image, kind: str) -> Picture:
    """Return ``picture`` as bytes; made smaller until they are few enough."""
    while True:
        data = _bytes_of(picture, kind)
        if len(data) <= MOST_PICTURE_BYTES:
            return Picture(name, kind, picture.width, picture.height, data)
        if kind == "png" and picture.mode in ("L", "RGB"):
            kind = "jpeg"
            continue
        smaller = (picture.width * 3 // 4, picture.height * 3 // 4)
        if min(smaller) < _LEAST_PIXELS:
            raise trouble(PictureFault.TOO_MANY_BYTES, MOST_PICTURE_BYTES)
        picture = picture.resize(smaller, Image.Resampling.LANCZOS)


def _bytes_of(picture: Image.Image, kind: str) -> bytes:
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    written = BytesIO()
    if kind == "png":
        bare.save(written, "PNG", compress_level=9)
    else:
        bare.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()
