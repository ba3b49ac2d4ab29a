"""A process that keeps to itself: no core dump, no contents in a traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

_FAILING = """
from groupkit.machine.quiet import quiet_process
quiet_process()
def open_note(secret):
    raise ValueError(f"cannot open {secret}")
open_note("PLANTED-SECRET")
"""

_FAILING_THREAD = """
import threading
from groupkit.machine.quiet import quiet_process
quiet_process()
def open_note():
    raise ValueError("PLANTED-SECRET")
thread = threading.Thread(target=open_note)
thread.start()
thread.join()
"""


@pytest.mark.parametrize("script", [_FAILING, _FAILING_THREAD])
def test_an_unforeseen_error_names_its_kind_and_place_only(script: str) -> None:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert "PLANTED-SECRET" not in done.stderr + done.stdout
    assert "ValueError in open_note:" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_there_are_no_core_dumps_and_no_open_files() -> None:
    script = (
        "import os, resource\n"
        "from groupkit.machine.quiet import quiet_process\n"
        "quiet_process()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.strip() == "(0, 0) 0o77"
