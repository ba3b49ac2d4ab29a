"""Commands that open a window or drive one offscreen; listed here, started by ``__main__``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from groupkit.cli.command import Commands

WINDOW_COMMANDS: Final = ("tour", "gallery")


def add_to(commands: Commands) -> None:
    """Add ``tour`` and ``gallery``."""
    say = commands.language.say
    tour = commands.add(
        "tour", say("Walk through every page on a demo store and keep pictures and papers.")
    )
    tour.add_argument(
        "--out", type=Path, metavar="DIR", help=say("the folder for pictures and papers")
    )
    gallery = commands.add("gallery", say("Show the parts that the pages are built from."))
    gallery.add_argument("--dark", action="store_true", help=say("in the dark appearance"))
