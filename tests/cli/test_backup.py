"""``groupkit backup``: written, verified, and restorable; refused with a sentence otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from groupkit.crypto.backup_format import read
from groupkit.crypto.sidecar import open_with_passphrase


def test_a_backup_is_written_and_opens(
    groupkit: Any, store: Path, tmp_path: Path, passphrase: str
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    answer = groupkit("backup", store, stick, "--language", "en", passphrase=passphrase)
    assert (answer.code, answer.err) == (0, "")
    [file] = stick.iterdir()
    assert file.name in answer.out
    assert open_with_passphrase(read(file).sidecar, passphrase).notes is not None


def test_a_folder_that_is_not_there_is_refused(
    groupkit: Any, store: Path, tmp_path: Path, passphrase: str
) -> None:
    answer = groupkit("backup", store, tmp_path / "none", passphrase=passphrase)
    assert answer.sentence
    assert not (tmp_path / "none").exists()
