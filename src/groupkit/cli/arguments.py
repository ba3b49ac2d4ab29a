"""The whole command line: every command with its arguments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from groupkit import __version__
from groupkit.cli import backup, checking, demo, plan, printing, windowed
from groupkit.cli.command import Commands, Parser
from groupkit.cli.streams import speak_utf8
from groupkit.language import DANISH, LANGUAGES, Language

_ROOMS = (plan, demo, printing, checking, backup, windowed)


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what the command line asks for; ``command`` names it.

    Raises:
        SystemExit: 2 on wrong usage, 0 after help or version.
    """
    speak_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    asked = parser(Language(_language_of(words))).parse_args(words)
    if asked.complain is not None:
        asked.complain(asked)
    return asked


def parser(language: Language) -> Parser:
    """Return the parser with its help in ``language``."""
    say = language.say
    root = Parser(
        language=language,
        prog="groupkit",
        description=say("Plans and records aftercare groups. Without a command the window opens."),
    )
    root.add_argument(
        "--version",
        action="version",
        version=f"groupkit {__version__}",
        help=say("show the version and leave"),
    )
    root.add_argument("--language", choices=LANGUAGES, default=DANISH, help=argparse.SUPPRESS)
    root.set_defaults(complain=None)
    places = root.add_subparsers(
        dest="command",
        metavar="COMMAND",
        required=True,
        title=say("commands"),
        parser_class=Parser,
    )
    commands = Commands(language, places)
    for room in _ROOMS:
        room.add_to(commands)
    return root


def _language_of(words: Sequence[str]) -> str:
    """Return the language asked for anywhere, so that help and usage speak it too."""
    finder = argparse.ArgumentParser(
        add_help=False, allow_abbrev=False, exit_on_error=False, usage=""
    )
    finder.add_argument("--language")
    try:
        found = finder.parse_known_args(list(words))[0].language
    except argparse.ArgumentError:
        return DANISH
    return found if found in LANGUAGES else DANISH
