"""The set-up script on a machine that never saw groupkit, and on the second day."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

OutOfReach = Callable[[subprocess.CompletedProcess[str]], bool]
KEPT = ("PIP_", "SSL_", "REQUESTS_", "CURL_")
NOWHERE = "http://127.0.0.1:9/simple/"


def machine(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of somebody who has nothing but Python, and how to reach packages."""
    system = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG")
    kept = {n: v for n, v in os.environ.items() if n.startswith(KEPT) or n in system}
    return kept | {"HOME": str(home), "USERPROFILE": str(home)} | more


def start_it(
    checkout: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the set-up script of a checkout from its folder, as README says."""
    home = checkout.parent / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        [sys._base_executable, "packaging/start.py", *arguments],  # type: ignore[attr-defined]
        cwd=checkout,
        env=machine(home, **environment),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def packages_kept() -> dict[str, str]:
    """Return where pip keeps what it fetched before, so that the test does not fetch it again."""
    asked = [sys.executable, "-m", "pip", "cache", "dir"]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)
    return {"PIP_CACHE_DIR": done.stdout.strip()} if done.returncode == 0 else {}


def copy_of(checkout: Path, folder: Path) -> Path:
    """Return a clean copy of the checkout, in a folder with a space and Danish letters."""
    copy = folder / "min mappe på øen"
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=checkout, check=True, capture_output=True
    ).stdout.decode("utf-8")
    for name in filter(None, listed.split("\0")):
        if (checkout / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(checkout / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def set_up(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory, out_of_reach: OutOfReach
) -> Iterator[Path]:
    """A copy of the checkout after its first start."""
    copied = copy_of(checkout, tmp_path_factory.mktemp("fresh"))
    first = start_it(copied, "run", "--version", **packages_kept())
    if out_of_reach(first):
        pytest.skip("could not set up: no package index within reach")
    assert first.returncode == 0, first.stderr
    assert first.stdout.strip() == "groupkit 0.1.0"
    assert "Setting up .venv" in first.stderr
    yield copied
    shutil.rmtree(copied / ".venv")  # a quarter of a gigabyte


def test_the_second_start_needs_no_network(set_up: Path) -> None:
    second = start_it(set_up, "run", "--version", PIP_INDEX_URL=NOWHERE)
    assert (second.returncode, second.stdout.strip()) == (0, "groupkit 0.1.0")
    assert second.stderr == ""


def test_arguments_and_exit_code_pass_through(set_up: Path) -> None:
    plan = ["plan", "--start", "2027-01-13", "--weeks", "20", "--format", "json"]
    done = start_it(set_up, "run", *plan, PYTHONWARNINGS="error")
    assert done.returncode == 0, done.stderr
    assert '"sessions"' in done.stdout
    assert start_it(set_up, "run", "plan", "--weeks", "many").returncode == 2


def test_a_set_up_that_was_interrupted_is_done_again(
    checkout: Path, tmp_path: Path, start: ModuleType
) -> None:
    """Without packages within reach, so that the second try is interrupted as well."""
    copied = copy_of(checkout, tmp_path)
    half = copied / ".venv" / "half.txt"
    half.parent.mkdir()
    half.touch()
    unreachable = {"PIP_INDEX_URL": NOWHERE, "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}
    unreachable |= {"PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": ""}
    again = start_it(copied, "run", "--version", **unreachable)
    assert again.returncode == 1
    assert "Setting up .venv" in again.stderr
    assert again.stderr.splitlines()[-1] == "The set-up stopped here; start again to repeat it."
    assert "Traceback" not in again.stderr
    assert not half.exists()
    assert not (copied / ".venv" / start.STAMP).exists()


def test_other_pins_or_another_python_are_set_up_anew(start: ModuleType, tmp_path: Path) -> None:
    pins, venv = tmp_path / "pins.txt", tmp_path / "venv"
    pins.write_text("a==1\n", encoding="ascii")
    python = start.python_of(venv)
    python.parent.mkdir(parents=True)
    python.touch()
    assert not start.is_set_up(venv, pins)
    (venv / start.STAMP).write_text(start.stamp_of(pins), encoding="ascii")
    assert start.is_set_up(venv, pins)
    pins.write_text("a==2\n", encoding="ascii")
    assert not start.is_set_up(venv, pins)
    older = start.stamp_of(pins).replace(start.PYTHON, "3.1", 1)
    (venv / start.STAMP).write_text(older, encoding="ascii")
    assert not start.is_set_up(venv, pins)


def test_without_a_display_the_tour_is_played_and_its_folder_named(start: ModuleType) -> None:
    here = Path("some where")
    wanted, sentence = start.arguments_to_run([], {}, here, "linux")
    assert wanted == ["tour", "--out", str(here / "groupkit-tour")]
    assert "no display" in sentence
    assert str(here / "groupkit-tour") in sentence


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "vnc"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_with_a_display_the_window_opens(
    start: ModuleType, environment: dict[str, str], platform: str
) -> None:
    assert start.arguments_to_run([], environment, Path(), platform) == ([], None)


def test_a_command_needs_no_display(start: ModuleType) -> None:
    assert start.arguments_to_run(["--help"], {}, Path(), "linux") == (["--help"], None)


def test_missing_libraries_are_those_that_the_loader_refuses(start: ModuleType) -> None:
    asked = []

    def load(soname: str) -> None:
        asked.append(soname)
        if soname in {"libEGL.so.1", "libxcb-cursor.so.0"}:
            raise OSError(soname)

    needed = start.needed_libraries({"DISPLAY": ":0"})
    missing = start.missing_libraries(needed, load)
    assert missing == {"libEGL.so.1": "libegl1", "libxcb-cursor.so.0": "libxcb-cursor0"}
    assert set(asked) == set(needed)


def test_only_the_libraries_of_the_display_in_use_are_asked_for(start: ModuleType) -> None:
    nothing = start.needed_libraries({})
    wayland = start.needed_libraries({"WAYLAND_DISPLAY": "wayland-0"})
    assert "libEGL.so.1" in nothing
    assert not {"libxcb.so.1", "libwayland-client.so.0"} & set(nothing)
    assert set(wayland) - set(nothing) == set(start.WAYLAND_WINDOW)


def test_who_may_not_install_is_given_the_line_to_type(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a PATH with apt-get and a sudo that asks for a password."""
    for name, code in (("apt-get", 0), ("sudo", 1)):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\nexit {code}\n", encoding="ascii")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(start.CannotStartError) as stopped:
        start.ensure_packages(["libegl1", "libgl1"], "Qt misses two libraries")
    line = "sudo apt-get update && sudo apt-get install -y libegl1 libgl1"
    assert str(stopped.value).splitlines()[1].strip() == line


def test_who_may_install_has_the_packages_installed(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a PATH whose apt-get only writes down what it is asked."""
    asked = tmp_path / "asked"
    program = tmp_path / "apt-get"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{asked}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    start.ensure_packages(["libegl1"], "Qt misses a library")
    first, second = asked.read_text(encoding="utf-8").splitlines()
    assert first.startswith("update")
    assert second.startswith("install -y")
    assert second.endswith("libegl1")


def test_another_linux_is_told_what_is_missing(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(start.CannotStartError, match=r"package manager.* libegl1"):
        start.ensure_packages(["libegl1"], "Qt misses libEGL.so.1")


def test_an_old_python_can_read_the_script_and_is_told(
    checkout: Path,
    start: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (checkout / "packaging" / "start.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 8))
    monkeypatch.setattr(sys, "version_info", (3, 8, 10))
    assert start.main(["run"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_the_script_uses_the_standard_library_alone(checkout: Path) -> None:
    text = (checkout / "packaging" / "start.py").read_text(encoding="utf-8")
    imported: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert imported <= sys.stdlib_module_names


def test_a_command_that_does_not_exist_is_answered_with_the_usage(
    start: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(["dance"]) == 2
    assert "start.py run" in capsys.readouterr().err


def test_readme_opens_with_the_two_commands(checkout: Path) -> None:
    opening = (checkout / "README.md").read_text(encoding="utf-8").splitlines()[:12]
    commands = [line.strip() for line in opening if line.startswith("    ")]
    assert commands == ["python3 packaging/start.py run", "python3 packaging/start.py test"]


def test_continuous_checks_run_what_readme_says(checkout: Path) -> None:
    script = checkout / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith("python3 packaging/start.py test")
