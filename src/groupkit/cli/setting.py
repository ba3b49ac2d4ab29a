"""What every command gets: the program's parts, the language of its words, and today."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from dataclasses import dataclass, field

from groupkit.language import Language
from groupkit.wiring import Program, program


def local_today() -> dt.date:
    """Return the day on the wall's calendar."""
    return dt.datetime.now(dt.UTC).astimezone().date()


@dataclass(frozen=True)
class Setting:
    """The parts are made at first use, so that ``plan`` needs neither store nor press."""

    language: Language
    program: Program = field(default_factory=program)
    today: dt.date = field(default_factory=local_today)


def setting_of(asked: Namespace) -> Setting:
    """Return the setting of a parsed command line."""
    return Setting(Language(asked.language))
