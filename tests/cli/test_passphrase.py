"""How the passphrase comes in: without echo, or from a descriptor, and never another way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from groupkit.cli import main
from groupkit.cli.declined import Declined
from groupkit.cli.passphrase import MOST_BYTES, new_passphrase, passphrase
from groupkit.language import Language

ENGLISH = Language("en")


def from_descriptor(content: bytes) -> str:
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    try:
        return passphrase(ENGLISH, reading)
    finally:
        os.close(reading)


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("grøn kano".encode(), "grøn kano"),
        ("grøn kano\n".encode(), "grøn kano"),
        ("grøn kano\r\nnext".encode(), "grøn kano"),
        (b" blanks stay \nnext\n", " blanks stay "),
        ("花の道🌷\n".encode(), "花の道🌷"),
        (b"x" * MOST_BYTES + b"\n", "x" * MOST_BYTES),
    ],
)
def test_the_first_line_is_the_passphrase(content: bytes, read: str) -> None:
    assert from_descriptor(content) == read


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "No passphrase"), (b"\nsecond", "No passphrase"), (b"\xff\xfe\n", "UTF-8"),
     (b"x" * (MOST_BYTES + 1), "too long")],
)  # fmt: skip
def test_a_line_that_is_no_passphrase_is_declined(content: bytes, why: str) -> None:
    with pytest.raises(Declined) as declined:
        from_descriptor(content)
    assert why in declined.value.sentence


@pytest.mark.parametrize("number", [-1, 987, 2**70])
def test_a_descriptor_that_is_not_open_is_declined(number: int) -> None:
    with pytest.raises(Declined) as declined:
        passphrase(ENGLISH, number)
    assert str(number) in declined.value.sentence


def test_what_follows_the_line_is_left_for_its_reader() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"first\nsecond\n")
    os.close(writing)
    assert passphrase(ENGLISH, reading) == "first"
    assert passphrase(ENGLISH, reading) == "second"
    os.close(reading)


def test_a_descriptor_gives_a_new_passphrase_once() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"only once\n")
    os.close(writing)
    assert new_passphrase(ENGLISH, reading) == ("only once", "only once")
    os.close(reading)


@pytest.mark.parametrize(
    "command", [("check",), ("print", "plan", "--group", "x", "-o", "-", "--store")]
)
def test_without_a_terminal_nobody_is_asked(
    process: Any, demo_store: Path, command: tuple[str, ...]
) -> None:
    done = process(*command, demo_store, "--language", "en")
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert "--passphrase-fd" in line


def test_a_closed_standard_input_is_no_terminal(demo_store: Path) -> None:
    done = subprocess.run(
        [
            "sh",
            "-c",
            '"$0" -m groupkit check "$1" --language en <&-',
            sys.executable,
            str(demo_store),
        ],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert "--passphrase-fd" in line


def test_a_passphrase_is_no_argument(capfd: pytest.CaptureFixture[str], demo_store: Path) -> None:
    for given in (["--passphrase", "x"], ["--passphrase=x"], ["-p", "x"], ["x"]):
        assert main(["check", str(demo_store), *given]) == 2
    capfd.readouterr()


def test_a_passphrase_is_not_taken_from_the_environment(
    process: Any, demo_store: Path, passphrase: str
) -> None:
    names = ("PASSPHRASE", "GROUPKIT_PASSPHRASE", "GROUPKIT_PASSWORD")
    done = process("check", demo_store, env={**os.environ, **dict.fromkeys(names, passphrase)})
    assert done.returncode == 1


TYPIST = """
import json, os, pty, sys
pid, master = pty.fork()
if pid == 0:
    os.execv(sys.argv[2], sys.argv[2:])
seen, answered = b"", 0
for prompt, typed in json.loads(sys.argv[1]):
    while prompt.encode() not in seen[answered:]:
        seen += os.read(master, 1024)
    answered = len(seen)
    os.write(master, typed.encode() + b"\\n")
try:
    while chunk := os.read(master, 1024):
        seen += chunk
except OSError:
    pass
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is POSIX")


def at_a_terminal(
    talk: list[tuple[str, str]], *words: object
) -> subprocess.CompletedProcess[bytes]:
    """Run groupkit at a terminal, typing each answer when its prompt stands there."""
    command = [sys.executable, "-m", "groupkit", *map(str, words), "--language", "en"]
    return subprocess.run(
        [sys.executable, "-c", TYPIST, json.dumps(talk), *command],
        capture_output=True,
        timeout=60,
        check=False,
    )


@POSIX
def test_typing_at_a_terminal_shows_nothing(demo_store: Path, passphrase: str) -> None:
    done = at_a_terminal([("Passphrase:", passphrase)], "check", demo_store)
    seen = done.stdout.decode()
    assert done.returncode == 0, seen
    assert "sound" in seen
    assert passphrase not in seen


@POSIX
def test_a_terminal_given_as_descriptor_shows_nothing_either(
    demo_store: Path, passphrase: str
) -> None:
    talk = [("Passphrase:", passphrase)]
    done = at_a_terminal(talk, "check", demo_store, "--passphrase-fd", "0")
    assert done.returncode == 0
    assert passphrase not in done.stdout.decode()


@POSIX
def test_a_new_passphrase_is_typed_twice_and_must_be_the_same(
    tmp_path: Path, passphrase: str
) -> None:
    talk = [("New passphrase:", passphrase), ("The same again:", passphrase + "?")]
    done = at_a_terminal(talk, "demo", tmp_path / "new")
    assert done.returncode == 1
    assert "not the same" in done.stdout.decode()
    assert list(tmp_path.iterdir()) == []
