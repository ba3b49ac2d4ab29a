"""``groupkit backup``: a verified copy of a store on a stick or a share."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from groupkit.cli.command import Commands, add_passphrase
from groupkit.cli.opened import opened
from groupkit.cli.setting import Setting


def add_to(commands: Commands) -> None:
    """Add ``backup STORE FOLDER``."""
    say = commands.language.say
    parser = commands.add(
        "backup", say("Write an encrypted copy of a store and open it to verify it."), run
    )
    parser.add_argument("store", type=Path, metavar="STORE", help=say("the folder of the store"))
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help=say("where to write it, on a stick, say")
    )
    add_passphrase(parser, commands.language)


def run(asked: Namespace, setting: Setting) -> None:
    """Write the backup and print its name."""
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        made = store.backups.make_in(asked.folder)
    say = setting.language.say
    print(say("Backed up as {name}, opened and found whole.", name=made.name))
