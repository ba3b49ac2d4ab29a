"""``groupkit print guide``: a topic's guide for the facilitators; needs no store."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from groupkit.cli.command import Commands, add_output, add_passphrase
from groupkit.cli.opened import opened
from groupkit.cli.setting import Setting
from groupkit.cli.writing import write
from groupkit.usecases.housekeeping import house
from groupkit.usecases.papers import GuidePaper
from groupkit.usecases.preparing import topic_named


def add_to(papers: Commands) -> None:
    """Add ``guide``."""
    say = papers.language.say
    parser = papers.add("guide", say("Facilitators' guide"), run)
    parser.add_argument("topic", metavar="TOPIC", help=say("the topic's name"))
    parser.add_argument(
        "--store",
        type=Path,
        metavar="STORE",
        help=say("take the house's name and help numbers from this store"),
    )
    add_passphrase(parser, papers.language)
    add_output(parser, papers.language)


def run(asked: Namespace, setting: Setting) -> None:
    """Write the guide, with the house's name when a store is given."""
    topic = topic_named(setting.program.library, asked.topic, setting.language.code)
    paper = GuidePaper(setting.language.code, topic.guide, _house_name(asked, setting))
    write(asked.output, setting.program.press.guide(paper), setting.language)


def _house_name(asked: Namespace, setting: Setting) -> str:
    if asked.store is None:
        return ""
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        return house(store).name
