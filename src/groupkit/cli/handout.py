"""``groupkit print handout``: a topic's sheet to take home; needs no store."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from groupkit.cli.command import Commands, Parser, add_output, add_passphrase
from groupkit.cli.opened import opened
from groupkit.cli.setting import Setting
from groupkit.cli.writing import write
from groupkit.domain.form import Form, Layout
from groupkit.domain.topic import Topic
from groupkit.usecases.preparing import topic_named
from groupkit.usecases.printing import Printer
from groupkit.usecases.reporting import handout_paper
from groupkit.usecases.unlock import usual_help_lines


def add_to(papers: Commands) -> None:
    """Add ``handout``."""
    say = papers.language.say
    parser = papers.add("handout", say("A topic's sheet to take home."), run)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("topic", nargs="?", metavar="TOPIC", help=say("the topic's name"))
    what.add_argument("--list", action="store_true", help=say("list the names of the topics"))
    parser.add_argument(
        "--discreet",
        action="store_true",
        help=say("the discreet form: without the house's name or a word that tells"),
    )
    parser.add_argument(
        "--large", action="store_true", help=say("large print: no letter under 16 points")
    )
    parser.add_argument(
        "--black", action="store_true", help=say("black on white, without greys and tints")
    )
    lie = parser.add_mutually_exclusive_group()
    lie.add_argument(
        "--booklet",
        dest="layout",
        action="store_const",
        const=Layout.BOOKLET,
        default=Layout.A4,
        help=say("a booklet of A5: print on both sides, turn over the short edge, fold once"),
    )
    lie.add_argument(
        "--two-up",
        dest="layout",
        action="store_const",
        const=Layout.TWO_UP,
        help=say("the same page of A5 twice on each side, to cut apart"),
    )
    parser.add_argument(
        "--store",
        type=Path,
        metavar="STORE",
        help=say("take the house's name and help numbers from this store"),
    )
    add_passphrase(parser, papers.language)
    add_output(parser, papers.language, required=False)
    parser.set_defaults(complain=_complainer(parser))


def _complainer(parser: Parser) -> object:
    def complain(asked: Namespace) -> None:
        if asked.topic is not None and asked.output is None:
            parser.error(parser.language.say("-o FILE is missing"))

    return complain


def run(asked: Namespace, setting: Setting) -> None:
    """Print the topics' names, or write the sheet."""
    if asked.list:
        for topic in setting.program.library.topics(setting.language.code):
            print(topic.slug)
        return
    topic = topic_named(setting.program.library, asked.topic, setting.language.code)
    write(asked.output, _sheet(topic, asked, setting), setting.language)


def _sheet(topic: Topic, asked: Namespace, setting: Setting) -> bytes:
    language, press = setting.language, setting.program.press
    if asked.store is None:
        lines = usual_help_lines(language)
        paper = handout_paper(topic, setting.program.library, language, lines, "", _form(asked))
        return press.handout(paper)
    printer = Printer(setting.program.library, press, language)
    with opened(asked.store, asked.passphrase_fd, setting) as store:
        return printer.handout_of(store, topic, _form(asked)).pdf


def _form(asked: Namespace) -> Form:
    return Form(asked.discreet, asked.large, asked.black, asked.layout)
