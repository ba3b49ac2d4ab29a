"""Carrying out a command: 0 when done, 1 with one sentence when refused."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence

from groupkit.cli.arguments import parse
from groupkit.cli.declined import Declined
from groupkit.cli.interruption import ended_by_signals
from groupkit.cli.setting import Setting, setting_of
from groupkit.cli.streams import drop_stdout, say_on_one_line, speak_utf8
from groupkit.domain.refusal import DiskFull, Refused
from groupkit.language import Language, sentence

DONE, REFUSED = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """Read and carry out a command line; return its exit code (0 done, 1 refused, 2 usage)."""
    try:
        asked = parse(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else REFUSED
    return run(asked)


def run(asked: argparse.Namespace) -> int:
    """Carry out what :func:`groupkit.cli.parse` read; return 0, or 1 after one sentence."""
    speak_utf8()
    setting = setting_of(asked)
    try:
        with ended_by_signals():
            _carry_out(asked, setting)
    except BrokenPipeError:
        drop_stdout()
    except (Exception, KeyboardInterrupt) as error:
        say_on_one_line(_answer(error, setting.language))
        drop_stdout_when_full(error)
        return REFUSED
    return DONE


def _carry_out(asked: argparse.Namespace, setting: Setting) -> None:
    if asked.run is None:
        raise Declined(setting.language.say("This command opens a window; start it as groupkit."))
    asked.run(asked, setting)
    if sys.stdout is not None:
        sys.stdout.flush()


def drop_stdout_when_full(error: BaseException) -> None:
    """Keep Python from complaining again, at its end, of an output that cannot be written."""
    if isinstance(error, OSError):
        drop_stdout()


def _answer(error: BaseException, language: Language) -> str:
    if isinstance(error, Refused):
        return sentence(error.refusal, language)
    if isinstance(error, Declined):
        return error.sentence
    if isinstance(error, KeyboardInterrupt):
        return language.say("Stopped, as asked; nothing half-made was left behind.")
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return sentence(DiskFull(), language)
    # The message of an unforeseen error may quote what somebody typed; its kind never does.
    return language.say(
        "Something unexpected stopped groupkit ({kind}); what was saved before is safe.",
        kind=type(error).__name__,
    )
