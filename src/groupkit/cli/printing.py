"""``groupkit print``: which papers there are."""

from __future__ import annotations

from groupkit.cli import calendar, group_papers, guide, handout
from groupkit.cli.command import Commands, Parser


def add_to(commands: Commands) -> None:
    """Add ``print`` with its papers."""
    say = commands.language.say
    parser = commands.add("print", say("Print a handout, a run sheet, a summary or a plan as PDF."))
    places = parser.add_subparsers(
        dest="paper", metavar="PAPER", required=True, title=say("papers"), parser_class=Parser
    )
    papers = Commands(commands.language, places)
    handout.add_to(papers)
    guide.add_to(papers)
    group_papers.add_to(papers)
    calendar.add_to(papers)
