"""A picture that was dropped on the text or pasted into it: a file, or pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from groupkit.domain.refusal import FileNotRead, Refused
from groupkit.machine.files import read_at_most

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".svg"})
_MOST_BYTES = 20_000_000
"""Above these a picture is refused; no more is read of it."""


@dataclass(frozen=True)
class OfferedPicture:
    """A file, or the bytes of one that only the clipboard has."""

    file: Path | None = None
    data: bytes = b""

    @property
    def title(self) -> str:
        """What its name is made of, '' where nothing is known."""
        return self.file.stem if self.file else ""

    def read(self) -> bytes:
        """Return the bytes.

        Raises:
            Refused: FileNotRead.
        """
        if self.file is None:
            return self.data
        try:
            return read_at_most(self.file, _MOST_BYTES)
        except OSError:
            raise Refused(FileNotRead(self.file.name)) from None


def offered_picture(mime: QMimeData) -> OfferedPicture | None:
    """Return the first picture in ``mime``, None where there is none."""
    for url in mime.urls():
        file = Path(url.toLocalFile())
        if url.isLocalFile() and file.suffix.casefold() in SUFFIXES:
            return OfferedPicture(file)
    # A letter copied from a word processor comes as words and as their picture.
    if mime.hasImage() and not mime.hasText():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return OfferedPicture(data=_png_of(image))
    return None


def _png_of(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
