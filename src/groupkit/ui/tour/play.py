"""Plays the tour: pictures of every page in both languages and looks, and the printed papers."""

from __future__ import annotations

import datetime as dt
import os
import secrets
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from groupkit.language import LANGUAGES, Language
from groupkit.machine.files import write_whole
from groupkit.usecases.papers import Printable

USUAL_FOLDER = Path("groupkit-tour")
LOOKS = ("light", "dark")
SIZES = ((1280, 720), (1920, 1080))


def play(out: Path | None, today: Callable[[], dt.date] = dt.date.today) -> int:
    """Play the tour into the folder ``out``; return 0, or 1 when the folder cannot be written."""
    # Chosen before Qt starts: the tour never opens a window on anybody's screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = (out or USUAL_FOLDER).absolute()
    language = Language()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="groupkit-") as bench:
            for code in LANGUAGES:
                _play_language(code, folder, Path(bench) / code, today)
    except OSError:
        said = language.say(
            "The tour's folder {folder} cannot be written to. Name another with --out.",
            folder=folder,
        )
        sys.stderr.write(f"{said}\n")
        return 1
    sys.stdout.write(
        language.say("The tour's pictures and papers are in {folder}.", folder=folder) + "\n"
    )
    return 0


def _play_language(code: str, folder: Path, bench: Path, today: Callable[[], dt.date]) -> None:
    from groupkit.ui.tour.guide import Guide
    from groupkit.ui.tour.papers import papers

    passphrase = " ".join(secrets.token_hex(4) for _ in range(4))
    guide = Guide(code, bench, passphrase, today)
    for look in LOOKS:
        for size in SIZES:
            pictures = folder / f"{code}-{look}-{size[0]}x{size[1]}"
            pictures.mkdir(exist_ok=True)
            guide.walk(look, size, pictures)
    printed = folder / f"{code}-papers"
    printed.mkdir(exist_ok=True)
    for number, paper in enumerate(papers(guide), start=1):
        _keep(paper, printed, number)


def _keep(paper: Printable, folder: Path, number: int) -> None:
    write_whole(folder / f"{number:02d} {paper.file_name}", paper.pdf)
