"""One demo store for all tests of the command line, and the command line as a process."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from groupkit.cli import main

PASSPHRASE = "grøn tallerken under syv regnbuer"


@contextmanager
def descriptor_with(content: bytes) -> Iterator[int]:
    """Give a file descriptor from which ``content`` can be read."""
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)


@dataclass(frozen=True)
class Answer:
    """What a command left: its exit code, what it said, and the lines on standard error."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on standard error of a command that was refused."""
        [line] = self.err.splitlines()
        assert self.code == 1, self
        assert line.strip() == line, self
        assert line.endswith("."), self
        assert "Traceback" not in line, self
        assert not self.out, self
        return line


Groupkit = Callable[..., Answer]


@pytest.fixture
def groupkit(capfd: pytest.CaptureFixture[str]) -> Groupkit:
    """Run a command line in this process, with a passphrase where one is given."""

    def run(*words: object, passphrase: str | None = None) -> Answer:
        line = [str(word) for word in words]
        capfd.readouterr()
        if passphrase is None:
            code = main(line)
        else:
            with descriptor_with(f"{passphrase}\n".encode()) as descriptor:
                code = main([*line, "--passphrase-fd", str(descriptor)])
        return Answer(code, *capfd.readouterr())

    return run


Process = Callable[..., subprocess.CompletedProcess[bytes]]


def as_process(
    *words: object, given: bytes = b"", **options: object
) -> subprocess.CompletedProcess[bytes]:
    """Run ``groupkit`` as a process of its own, with ``given`` on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "groupkit", *map(str, words)],
        input=given,
        capture_output=True,
        timeout=120,
        check=False,
        **options,
    )


@pytest.fixture(scope="session")
def process() -> Process:
    """Run the program as a process."""
    return as_process


@pytest.fixture
def powerless() -> Process:
    """Run the program as a process that the permissions of files bind, whoever tests."""
    if not hasattr(os, "getuid"):
        pytest.skip("permissions of folders work like this on POSIX alone")
    if os.getuid() != 0:
        return as_process
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux takes single rights away from the administrator")
    return partial(as_process, preexec_fn=_give_up_rights)


def _give_up_rights() -> None:
    """Give up, from the program started next on, what lets the administrator write anywhere."""
    drop_from_bounding_set = 24
    for capability in (1, 2, 3):  # DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER
        ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small demo store; tests that could change it take a copy."""
    folder = tmp_path_factory.mktemp("demo") / "store"
    made = as_process("demo", folder, "--passphrase-fd", 0, given=f"{PASSPHRASE}\n".encode())
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def store(demo_store: Path, tmp_path: Path) -> Path:
    """Return a copy of the demo store that a test may spoil."""
    return Path(shutil.copytree(demo_store, tmp_path / "store"))


@pytest.fixture
def passphrase() -> str:
    """Return what opens the demo store."""
    return PASSPHRASE
