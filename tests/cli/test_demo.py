"""``groupkit demo``: a filled store, or nothing at all."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def everything_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_answer_says_where_and_how_much(groupkit: Any, tmp_path: Path, passphrase: str) -> None:
    folder = tmp_path / "new" / "store"
    answer = groupkit("demo", folder, "--language", "en", passphrase=passphrase)
    assert (answer.code, answer.err) == (0, "")
    where, counts, latest, _heading, *sheet = answer.out.splitlines()
    assert str(folder) in where
    assert counts.startswith("1 group, 8 participants, ")
    assert latest == "Latest group: Wednesday group"
    assert [len(row.split()) for row in sheet] == [4, 4, 4, 4]
    assert passphrase not in answer.out
    checked = groupkit("check", folder, "--language", "en", passphrase=passphrase)
    assert checked.code == 0


def test_an_empty_folder_will_do(groupkit: Any, tmp_path: Path, passphrase: str) -> None:
    assert groupkit("demo", tmp_path, passphrase=passphrase).code == 0
    assert (tmp_path / "store.db").exists()


def test_a_folder_with_something_in_it_is_left_alone(
    groupkit: Any, tmp_path: Path, passphrase: str
) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    said = groupkit("demo", tmp_path, "--language", "en", passphrase=passphrase).sentence
    assert "other files" in said
    assert everything_in(tmp_path) == ["letter.txt"]


def test_a_store_is_not_replaced(groupkit: Any, store: Path, passphrase: str) -> None:
    before = everything_in(store)
    said = groupkit("demo", store, "--language", "en", passphrase=passphrase).sentence
    assert "already a store" in said
    assert everything_in(store) == before
    assert groupkit("check", store, passphrase=passphrase).code == 0


@pytest.mark.parametrize(
    ("weak", "why"), [("short", "15"), ("password password", "guess"), ("x" * 1100, "longer")]
)
def test_a_weak_passphrase_makes_nothing(
    groupkit: Any, tmp_path: Path, weak: str, why: str
) -> None:
    folder = tmp_path / "above" / "store"
    said = groupkit("demo", folder, "--language", "en", passphrase=weak).sentence
    assert why in said
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize("name", ["letter.txt", "letter.txt/store", "n" * 3000])
def test_where_no_folder_can_be_nothing_is_made(
    groupkit: Any, tmp_path: Path, passphrase: str, name: str
) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert groupkit("demo", tmp_path / name, passphrase=passphrase).sentence
    assert everything_in(tmp_path) == ["letter.txt"]


def test_a_read_only_folder_is_refused(powerless: Any, tmp_path: Path, passphrase: str) -> None:
    tmp_path.chmod(0o555)
    given = f"{passphrase}\n".encode()
    words = ("--language", "en", "--passphrase-fd", 0)
    answers = [powerless("demo", place, *words, given=given)
               for place in (tmp_path, tmp_path / "above" / "store")]  # fmt: skip
    tmp_path.chmod(0o755)
    for done in answers:
        assert done.returncode == 1
        [line] = done.stderr.decode().splitlines()
        assert "cannot be written to" in line
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize("words", [("--size", "huge"), ("--seed", "x")])
def test_wrong_usage_is_2(groupkit: Any, tmp_path: Path, words: tuple[str, str]) -> None:
    assert groupkit("demo", tmp_path / "store", *words).code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a process are POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_half_made_store_is_taken_away(
    tmp_path: Path, passphrase: str, number: signal.Signals
) -> None:
    folder = tmp_path / "above" / "store"
    command = ["demo", str(folder), "--size", "national", "--passphrase-fd", "0"]
    with subprocess.Popen(
        [sys.executable, "-m", "groupkit", *command, "--language", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(f"{passphrase}\n".encode())
        running.stdin.close()
        while running.poll() is None and not is_being_made(folder):
            pass
        running.send_signal(number)
        said = running.stderr.read().decode().splitlines()
        assert running.stdout.read() == b""
    assert running.returncode == 1
    assert said == ["Stopped, as asked; nothing half-made was left behind."]
    assert everything_in(tmp_path) == []


def is_being_made(folder: Path) -> bool:
    """Return whether the store's tables are there, so that it is being filled."""
    database = folder / "store.db"
    return database.exists() and database.stat().st_size > 0 and any(folder.glob("keys*"))
