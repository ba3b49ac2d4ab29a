"""``groupkit check``: whether a store is sound."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from groupkit.cli.command import Commands, add_passphrase
from groupkit.cli.opened import opened
from groupkit.cli.setting import Setting
from groupkit.domain.damage import Area
from groupkit.domain.dates import EARLIEST, LATEST
from groupkit.domain.refusal import Refused, StoreDamaged
from groupkit.language import Language
from groupkit.usecases.ports import OpenStore


def add_to(commands: Commands) -> None:
    """Add ``check STORE``."""
    say = commands.language.say
    parser = commands.add("check", say("Say whether a store is sound."), run)
    parser.add_argument("store", type=Path, metavar="STORE", help=say("the folder of the store"))
    add_passphrase(parser, commands.language)


def run(asked: Namespace, setting: Setting) -> None:
    """Open the store, read all of it, and print that it is sound and what it holds."""
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        if findings := store.findings():
            raise Refused(StoreDamaged(findings))
        if not store.check_log().whole:
            raise Refused(StoreDamaged(1, (Area.LOG,)))
        holding = _holding(store, setting.language)
    print(setting.language.say("The store is sound."))
    print(holding)


def _holding(store: OpenStore, language: Language) -> str:
    with store.work() as work:
        groups = len(work.groups.all())
        participants = len(work.members.numbers())
        sessions = len(work.sessions.between(EARLIEST, LATEST))
    return ", ".join(
        (
            language.count("{n} group", "{n} groups", groups),
            language.count("{n} participant", "{n} participants", participants),
            language.count("{n} session", "{n} sessions", sessions),
        )
    )
