"""The tester's end of the process that is killed."""

from __future__ import annotations

import base64
import json
import os
import pickle
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from deeds import SMALL, Scene

MOST_CHANGES = 8
IN_OPENING = 0.1


@dataclass
class Said:
    """What a worker said before it died."""

    lines: list[str] = field(default_factory=list)

    @property
    def done(self) -> list[str]:
        """What it had finished."""
        return [line.removeprefix("done").strip() for line in self.lines if line[:4] == "done"]

    @property
    def leaving(self) -> list[str]:
        """Whom it had begun to take access from."""
        return [
            line.removeprefix("leaving").strip() for line in self.lines if line[:7] == "leaving"
        ]


class Worker:
    """The child process that forks workers for us."""

    def __init__(self, template: Path, scene: Scene) -> None:
        child = Path(__file__).with_name("killed_child.py")
        self._process = subprocess.Popen(
            [sys.executable, str(child), str(template)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout
        self._tell(base64.b64encode(pickle.dumps(scene)))
        self._lasts: dict[str, float] = {}

    def killed(self, folder: Path, deed: str, number: int, chance: random.Random) -> Said:
        """Let it work from ``number`` on and kill it somewhere; return what it said."""
        said = Said()
        self._tell(json.dumps([str(folder), deed, number]).encode())
        worker = int(self._line().removeprefix("worker "))
        opening = "opening" if chance.random() < IN_OPENING else ""
        if not opening:
            most = MOST_CHANGES if deed in SMALL else 3
            self._listen(said, deed, 1 + chance.randint(0, most) * (deed != "upgrade"))
        _spin(chance.uniform(0, 1.1 * self._lasts.get(opening or deed, 0.05)))
        os.kill(worker, signal.SIGKILL)
        while (line := self._line()) not in {"gone", "failed"}:
            said.lines.append(line)
        assert line == "gone", "the worker failed by itself"
        return said

    def end(self) -> None:
        """Close the pipe, at which the child process ends by itself."""
        self._to.close()
        self._from.close()
        self._process.wait()

    def _listen(self, said: Said, deed: str, many: int) -> None:
        for _ in range(many):
            started = time.perf_counter()
            line = self._line()
            said.lines.append(line)
            assert line != "failed", "the worker failed by itself"
            taken = time.perf_counter() - started
            step = "opening" if line == "open" else deed
            self._lasts[step] = 0.7 * self._lasts.get(step, taken) + 0.3 * taken

    def _tell(self, words: bytes) -> None:
        self._to.write(words + b"\n")
        self._to.flush()

    def _line(self) -> str:
        return self._from.readline().decode().strip()


def _spin(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass
