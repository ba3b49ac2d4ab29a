"""A file is written whole or not at all, and for its owner alone."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from groupkit.machine.files import read_at_most, write_whole


def test_content_replaces_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "ark.pdf"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["ark.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode bits")
def test_only_the_owner_may_read(tmp_path: Path) -> None:
    target = tmp_path / "ark.pdf"
    write_whole(target, b"x")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    (target / "inside").write_text("kept")
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the platform
        write_whole(target, b"x")
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]
    assert (target / "inside").read_text() == "kept"


def test_no_more_is_read_than_tells_that_it_is_too_much(tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.write_bytes(bytes(1_000))
    assert len(read_at_most(file, 10)) == 11
    assert len(read_at_most(file, 1_000)) == 1_000


def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises(OSError, match=path.name):
            read_at_most(path, 10)
