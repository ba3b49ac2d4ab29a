"""The pinned lists are complete, exact, hashed, and can be had for every platform."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OutOfReach = Callable[[subprocess.CompletedProcess[str]], bool]
LISTS = ["requirements.txt", "requirements-dev.txt"]
PLATFORMS = {
    "Windows": ["win_amd64"],
    "macOS on arm64": ["macosx_14_0_arm64"],
    "Linux on x86_64": [f"manylinux_2_{minor}_x86_64" for minor in (34, 28, 17)]
    + ["manylinux2014_x86_64"],
}
MACHINES = {
    "Windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "macOS": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "Linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
}
PYTHONS = ["3.11", "3.13"]  # the oldest and the newest that the pins are held for


def entries(file: Path) -> dict[str, str]:
    """Return each pinned name with its whole entry, hashes and all."""
    logical = file.read_text(encoding="ascii").replace("\\\n", " ").splitlines()
    return {canonicalize_name(line.partition("==")[0].strip()): line for line in logical}


def requirement(entry: str) -> Requirement:
    """Return an entry without its hashes."""
    return Requirement(entry.partition("--hash")[0].strip())


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_exact_and_hashed(checkout: Path, name: str) -> None:
    found = entries(checkout / "packaging" / name)
    assert len(found) > 20
    for entry in found.values():
        assert re.fullmatch(
            r"[a-z0-9-]+==[0-9a-z.]+( ; sys_platform == \"win32\")?( +--hash=sha256:[0-9a-f]{64})+",
            entry,
        ), entry[:80]


@pytest.mark.parametrize("name", LISTS)
def test_no_list_names_a_host_or_a_path(checkout: Path, name: str) -> None:
    text = (checkout / "packaging" / name).read_text(encoding="ascii")
    assert not re.search(r"://|/|@|^\s*-(?!-hash=)", text, re.MULTILINE)


def test_the_lists_hold_what_the_project_declares(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = entries(checkout / "packaging" / "requirements.txt")
    testing = entries(checkout / "packaging" / "requirements-dev.txt")
    for declared, pinned in (
        (project["dependencies"], runtime),
        (project["dependencies"] + project["optional-dependencies"]["dev"], testing),
    ):
        for wish in map(Requirement, declared):
            (exactly,) = requirement(pinned[canonicalize_name(wish.name)]).specifier
            assert wish.specifier.contains(exactly.version), wish


def test_tests_run_with_what_the_program_runs_with(checkout: Path) -> None:
    runtime = entries(checkout / "packaging" / "requirements.txt")
    testing = entries(checkout / "packaging" / "requirements-dev.txt")
    assert {name: testing.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("machine", MACHINES)
def test_nothing_is_left_out_on_any_machine(checkout: Path, name: str, machine: str) -> None:
    """What a pinned package asks for there is pinned and not marked away."""
    there = {"extra": ""} | MACHINES[machine]
    pinned = {n: requirement(e) for n, e in entries(checkout / "packaging" / name).items()}
    for package, itself in pinned.items():
        if itself.marker and not itself.marker.evaluate(MACHINES["Linux"]):
            continue  # only on Windows, so its own wishes cannot be read here
        for wish in map(Requirement, distribution(package).requires or []):
            if wish.marker and not wish.marker.evaluate(there):
                continue
            found = pinned.get(canonicalize_name(wish.name))
            assert found is not None, f"{package} asks for {wish.name} on {machine}"
            assert found.marker is None or found.marker.evaluate(there)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_runtime_pin_has_a_wheel(
    checkout: Path, tmp_path: Path, out_of_reach: OutOfReach, platform: str, python: str
) -> None:
    pins = checkout / "packaging" / "requirements.txt"
    report = tmp_path / "report.json"
    wanted = [part for tag in PLATFORMS[platform] for part in ("--platform", tag)]
    pip = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps"]
    pip += ["--only-binary=:all:", "--python-version", python, "--retries", "1", "--timeout", "30"]
    pip += ["--target", str(tmp_path / "there"), "--report", str(report), *wanted]
    done = subprocess.run(
        [*pip, "--require-hashes", "-r", str(pins)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if out_of_reach(done):
        pytest.skip(f"could not look for wheels for {platform}: no package index within reach")
    assert done.returncode == 0, done.stderr
    found = json.loads(report.read_text(encoding="utf-8"))["install"]
    names = {canonicalize_name(one["metadata"]["name"]) for one in found}
    # Which packages are only for Windows, pip tells by the machine that it runs on itself.
    pinned = {pin: requirement(entry).marker for pin, entry in entries(pins).items()}
    assert names == {pin for pin, marker in pinned.items() if not marker or marker.evaluate()}
    assert all(one["download_info"]["url"].endswith(".whl") for one in found)
