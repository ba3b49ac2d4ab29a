"""The command line as a whole: help, version, exit codes, letters and readers that go away."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from groupkit import cli
from groupkit.domain.refusal import Refused, WrongPassphrase

PLAN = ("plan", "--start", "2027-01-13", "--weeks", "20")
COMMANDS = ("plan", "demo", "print", "check", "tour", "gallery")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the shell and its devices are POSIX")


def test_the_version_is_one_line(groupkit: Any) -> None:
    answer = groupkit("--version")
    assert (answer.code, answer.out, answer.err) == (0, "groupkit 0.1.0\n", "")


def test_the_help_lists_every_command(groupkit: Any) -> None:
    answer = groupkit("--help")
    assert answer.code == 0
    listed = [line.split()[0] for line in answer.out.splitlines() if line.startswith("    ")]
    assert [command for command in COMMANDS if command in listed] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_each_command_has_help_in_both_languages(
    groupkit: Any, command: str, language: str
) -> None:
    answer = groupkit(command, "--help", "--language", language)
    assert answer.code == 0
    assert answer.out.startswith(f"usage: groupkit {command}")


def test_no_command_and_an_unknown_one_are_wrong_usage(groupkit: Any) -> None:
    assert groupkit().code == 2
    assert groupkit("dance").code == 2
    assert groupkit("--nonsense").code == 2


def test_commands_with_a_window_are_parsed_for_the_start(tmp_path: Path) -> None:
    tour = cli.parse(["tour", "--out", str(tmp_path)])
    assert (tour.command, tour.out) == ("tour", tmp_path)
    gallery = cli.parse(["gallery", "--dark"])
    assert (gallery.command, gallery.dark) == ("gallery", True)
    assert {tour.command, gallery.command} == set(cli.WINDOW_COMMANDS)


def test_a_command_with_a_window_is_not_run_here(groupkit: Any) -> None:
    assert "window" in groupkit("tour", "--language", "en").sentence


def failing(error: BaseException) -> Namespace:
    def fail(_asked: Namespace, _setting: object) -> None:
        raise error

    return Namespace(command="failing", language="en", run=fail)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Refused(WrongPassphrase()), "does not open"),
        (KeyError("Anemone told of her sister"), "KeyError"),
        (OSError(28, "No space left on device", "Anemone.pdf"), "disk is full"),
        (PermissionError(13, "no", "Anemone.pdf"), "PermissionError"),
        (RecursionError("Anemone"), "RecursionError"),
        (KeyboardInterrupt(), "Stopped"),
    ],
)
def test_whatever_goes_wrong_is_one_line_without_contents(
    capfd: pytest.CaptureFixture[str], error: BaseException, said: str
) -> None:
    assert cli.run(failing(error)) == 1
    out, err = capfd.readouterr()
    [line] = err.splitlines()
    assert said in line
    assert "Anemone" not in line
    assert not out


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["sh", "-c", line, sys.executable],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


@POSIX
@pytest.mark.parametrize("locale", ["C", "POSIX", "da_DK.ISO-8859-1"])
def test_danish_letters_come_out_as_utf_8_everywhere(locale: str) -> None:
    easter = '"$0" -m groupkit plan --start 2027-03-11 --weeks 14'
    done = shell(easter, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0, done.stderr
    assert "Skærtorsdag" in done.stdout.decode("utf-8")


@POSIX
def test_a_reader_that_leaves_early_is_no_trouble() -> None:
    done = shell('{ "$0" -m groupkit plan --start 2027-01-13 --weeks 20; echo $? >&2; } | true')
    assert done.stderr.decode().split() in (["0"], [])


@POSIX
def test_a_full_disk_is_said_once() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    done = shell('"$0" -m groupkit plan --start 2027-01-13 --weeks 20 --language en > /dev/full')
    [line] = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert "disk is full" in line


@POSIX
def test_a_device_is_written_to_and_not_replaced() -> None:
    done = shell('"$0" -m groupkit print handout new-incidents -o /dev/null')
    assert done.returncode == 0
    assert Path("/dev/null").is_char_device()


@POSIX
def test_closed_outputs_bring_no_traceback() -> None:
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        done = shell(f'"$0" -m groupkit plan --start 2027-01-13 --weeks 20 {closed}')
        assert done.returncode == 0, closed
        assert b"Traceback" not in done.stderr
    done = shell('"$0" -m groupkit print handout new-incidents --language en -o - >&-')
    assert done.returncode == 1
    assert "-o" in done.stderr.decode()


def test_running_twice_gives_the_same(groupkit: Any) -> None:
    assert groupkit(*PLAN) == groupkit(*PLAN)
