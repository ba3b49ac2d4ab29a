"""How a command is put into the parser, and the arguments that several commands share."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from groupkit.cli.setting import Setting
from groupkit.language import LANGUAGES, Language

Run = Callable[[argparse.Namespace, Setting], None]


class Parser(ArgumentParser):
    """A parser with our words for its headings; options are never guessed from a beginning."""

    def __init__(self, *, language: Language, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self.language = language
        say = language.say
        self._positionals.title = say("what to work on")
        self._optionals.title = say("options")
        self.add_argument(
            "-h",
            "--help",
            action="help",
            help=say("show this help and leave"),
            default=argparse.SUPPRESS,
        )


@dataclass(frozen=True)
class Commands:
    """A place in the parser where commands are added, in one language."""

    language: Language
    places: argparse._SubParsersAction[Parser]

    def add(self, name: str, summary: str, run: Run | None = None) -> Parser:
        """Return the parser of a new command; ``run`` is None for one that opens a window."""
        parser = self.places.add_parser(
            name, language=self.language, help=summary, description=summary
        )
        parser.add_argument(
            "--language",
            choices=LANGUAGES,
            default=argparse.SUPPRESS,
            help=self.language.say("the language of the texts: da (usual) or en"),
        )
        parser.set_defaults(run=run)
        return parser


def add_passphrase(parser: Parser, language: Language) -> None:
    """Add ``--passphrase-fd``; there is no way to give a passphrase as an argument."""
    parser.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help=language.say(
            "read the passphrase from the first line of file descriptor N instead of asking for it"
        ),
    )


def add_output(parser: Parser, language: Language, *, required: bool = True) -> None:
    """Add ``-o FILE``."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=required,
        help=language.say("the file to write; - is standard output"),
    )


def add_group(parser: Parser, language: Language) -> None:
    """Add ``--store`` and ``--group``, and how the store is opened."""
    parser.add_argument(
        "--store",
        type=Path,
        metavar="STORE",
        required=True,
        help=language.say("the folder of the store"),
    )
    parser.add_argument(
        "--group", metavar="NAME", required=True, help=language.say("the group's name")
    )
    add_passphrase(parser, language)
