"""The wheel carries the program together with the files that it ships."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def carried(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of all files in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=checkout, check=True, capture_output=True)
    (wheel,) = folder.glob("groupkit-*-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_the_wheel_carries_every_resource(checkout: Path, carried: set[str]) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "resources"], cwd=checkout, check=True, capture_output=True
    ).stdout.decode("utf-8")
    expected = {f"groupkit/{name}" for name in listed.split("\0") if name}
    assert expected
    assert expected <= carried


def test_the_wheel_carries_every_module(checkout: Path, carried: set[str]) -> None:
    sources = checkout / "src"
    expected = {file.relative_to(sources).as_posix() for file in sources.rglob("*.py")}
    assert expected <= carried


def test_the_wheel_starts_by_its_name(checkout: Path, carried: set[str]) -> None:
    assert any(name.endswith(".dist-info/entry_points.txt") for name in carried)
    assert not any(name.startswith(("tests/", "packaging/")) for name in carried)
