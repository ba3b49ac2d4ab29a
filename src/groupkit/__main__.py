"""The start: a window without arguments, otherwise a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Start what the command line asks for; return the exit code (0 done, 1 refused, 2 usage)."""
    from groupkit.machine.quiet import quiet_process

    quiet_process()
    wanted = list(sys.argv[1:] if argv is None else argv)
    if not wanted:
        from groupkit.ui.application import run

        return run()
    from groupkit import cli

    asked = cli.parse(wanted)
    if asked.command == "tour":
        from groupkit.ui.tour import play

        return play(asked.out)
    if asked.command == "gallery":
        from groupkit.ui.gallery import show

        return show(dark=asked.dark)
    return cli.run(asked)


if __name__ == "__main__":
    sys.exit(main())
