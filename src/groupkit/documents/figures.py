"""Pictures on the page: photographs as they are kept, drawings as lines and surfaces."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from groupkit.documents.blocks import Figure, Width
from groupkit.documents.structure import Tag
from groupkit.domain.picture import Picture

_SHARE = {Width.SMALL: 0.3, Width.HALF: 0.5, Width.FULL: 1.0}
_HIGHEST = 1.1
"""Height over the width of the line; so a picture always finds room on one page."""


class Shown(Flowable):
    """A picture in the middle of the line, in grey where the sheet is to be copied."""

    def __init__(
        self, picture: Picture, width: float, height: float, tag: Tag | None, *, grey: bool
    ) -> None:
        super().__init__()
        self._picture = picture
        self._size = (width, height)
        self._tag = tag
        self._grey = grey

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._size[1]
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        left = (self.width - self._size[0]) / 2
        with canvas.tagged(self._tag):
            place(canvas, self._picture, left, 0, *self._size, grey=self._grey)


def shown(figure: Figure, picture: Picture, line: float, tag: Tag, *, grey: bool) -> Shown:
    """Return ``picture`` as wide as ``figure`` asks, on a line ``line`` points wide."""
    most = (_SHARE[figure.width] * line, _HIGHEST * line)
    return Shown(picture, *within(picture, *most), tag, grey=grey)


def within(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Return the largest size in points that keeps to ``width`` and ``height``."""
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale


def place(
    canvas: Any,
    picture: Picture,
    left: float,
    low: float,
    width: float,
    height: float,
    *,
    grey: bool = False,
) -> None:
    """Draw ``picture`` with its lower left corner at ``left`` and ``low``, in points."""
    if picture.kind == "svg":
        drawing = _drawing(picture, grey=grey)
        canvas.saveState()
        canvas.translate(left, low)
        canvas.scale(width / drawing.width, height / drawing.height)
        _Shapes().draw(drawing, canvas, 0, 0)
        canvas.restoreState()
        return
    data = _greyed(picture.data) if grey else picture.data
    canvas.drawImage(ImageReader(BytesIO(data)), left, low, width, height, mask="auto")


class _Shapes(renderPDF._PDFRenderer):
    """Draws without choosing a font first: a drawing of ours has no letters."""

    def applyStateChanges(self, delta: Any, new_state: Any) -> None:  # noqa: N802 - their name
        kept = {key: delta[key] for key in delta if not key.startswith("font")}
        super().applyStateChanges(kept, new_state)


def _greyed(data: bytes) -> bytes:
    written = BytesIO()
    with Image.open(BytesIO(data), formats=["PNG", "JPEG"]) as opened:
        has_holes = "A" in opened.getbands()
        opened.convert("LA" if has_holes else "L").save(written, "PNG")
    return written.getvalue()


def _drawing(picture: Picture, *, grey: bool) -> Any:
    # Imported at the first drawing: most sheets have none.
    from svglib.svglib import svg2rlg

    converter = _grey if grey else None
    drawing = svg2rlg(BytesIO(picture.data), color_converter=converter)
    if drawing is None or not (drawing.width and drawing.height):
        raise ValueError("a drawing that was taken in cannot be drawn")
    return drawing


def _grey(color: Color | None) -> Color | None:
    """Return how bright ``color`` looks (ITU-R BT.601), as a grey."""
    if color is None:
        return None
    light = 0.299 * color.red + 0.587 * color.green + 0.114 * color.blue
    return Color(light, light, light, alpha=color.alpha)
