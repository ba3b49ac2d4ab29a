"""``groupkit demo``: a store full of plainly invented people."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from groupkit.cli.command import Commands, add_passphrase
from groupkit.cli.new_store import check_free, new_store
from groupkit.cli.passphrase import new_passphrase
from groupkit.cli.progress import shown_progress
from groupkit.cli.setting import Setting
from groupkit.language import Language
from groupkit.usecases.demonstrating import Demonstration, Made, Size, fill, house_name, owner_name
from groupkit.usecases.unlock import FirstStart

_WORDS_A_ROW = 4


def add_to(commands: Commands) -> None:
    """Add ``demo STORE``."""
    say = commands.language.say
    parser = commands.add("demo", say("Make a store with invented people, to try things on."), run)
    parser.add_argument(
        "store", type=Path, metavar="STORE", help=say("the folder to make; it must be new or empty")
    )
    parser.add_argument(
        "--size",
        choices=[size.value for size in Size],
        default=Size.SMALL.value,
        help=say(
            "small: one running group of eight; shelter: ten years of one house; "
            "national: 600 groups"
        ),
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="N",
        help=say("the same number gives the same people and notes"),
    )
    add_passphrase(parser, commands.language)


def run(asked: Namespace, setting: Setting) -> None:
    """Make the store, fill it, and print where it is, what it holds and how to recover it."""
    language = setting.language
    check_free(asked.store)
    passphrase, again = new_passphrase(language, asked.passphrase_fd)
    wanted = FirstStart(
        language.code,
        house_name(language.code),
        owner_name(language.code),
        passphrase,
        again,
    )
    demonstration = Demonstration(Size(asked.size), asked.seed, language.code, setting.today)
    with (
        new_store(setting.program.vault, asked.store, wanted) as opened,
        shown_progress(language) as tell,
    ):
        made = fill(opened.store, setting.program.library, demonstration, tell)
    _print(asked.store, made, opened.sheet, language)


def _print(folder: Path, made: Made, sheet: tuple[str, ...], language: Language) -> None:
    say = language.say
    print(say("The demo store is in {folder}. Everybody in it is invented.", folder=folder))
    print(_holding(made, language))
    print(say("Latest group: {name}", name=made.latest_group))
    print(say("Recovery sheet of this demo:"))
    for at in range(0, len(sheet), _WORDS_A_ROW):
        print("  " + " ".join(sheet[at : at + _WORDS_A_ROW]))


def _holding(made: Made, language: Language) -> str:
    count = language.count
    return ", ".join(
        (
            count("{n} group", "{n} groups", made.groups),
            count("{n} participant", "{n} participants", made.participants),
            count("{n} session", "{n} sessions", made.sessions),
            count("{n} attendance mark", "{n} attendance marks", made.marks),
            count("{n} note", "{n} notes", made.notes),
        )
    )
