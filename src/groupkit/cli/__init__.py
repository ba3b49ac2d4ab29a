"""The same use cases without a window.

``parse`` reads the command line (and leaves with exit code 2 or, for help, 0), ``run`` carries it
out. The commands of :data:`WINDOW_COMMANDS` are listed here and started by ``groupkit.__main__``,
because they need the window's library.
"""

from groupkit.cli.arguments import parse, parser
from groupkit.cli.running import main, run
from groupkit.cli.windowed import WINDOW_COMMANDS

__all__ = ["WINDOW_COMMANDS", "main", "parse", "parser", "run"]
