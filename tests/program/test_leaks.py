"""What a full session and a killed one leave behind on the disk: nothing that can be read.

Home, temporary folder, configuration, cache and store all lie below one folder, of which every
file is read, at every place where the session stands still, and after its end.
"""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from leaking_session import PLANTED

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_RUNTIME_DIR": "runtime",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}


def forms(text: str) -> Iterator[bytes]:
    """Yield every shape in which ``text`` could lie in a file."""
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = text.encode(coding)
        yield raw
        for shift in range(3):
            # Whole groups of three, so that the neighbours of the text don't matter.
            inner = raw[shift : len(raw) - (len(raw) - shift) % 3]
            yield base64.b64encode(inner)
            yield base64.urlsafe_b64encode(inner)
    yield text.encode("unicode_escape")  # as JSON and INI files write it
    yield quote(text).encode()  # as lists of recent files write it


def found(folder: Path) -> list[tuple[str, str]]:
    """Return file and name of each planted text that lies below ``folder``, file names included."""
    wanted = [(name, form) for name, text in PLANTED.items() for form in forms(text)]
    hits = []
    for path in folder.rglob("*"):
        content = os.fsencode(path)
        if path.is_file() and not path.is_symlink():
            content += b"\n" + path.read_bytes()
        hits += [(path.name, name) for name, form in wanted if form in content]
    return hits


class Session:
    """The process that plays a session below ``folder``."""

    def __init__(self, folder: Path, which: str) -> None:
        self._errors = (folder / f"{which}.stderr").open("wb")
        self._said = (folder / f"{which}.stdout").open("ab")
        for below in set(_FOLDERS.values()):
            (folder / below).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("leaking_session.py"), folder, which],
            env={**os.environ, **{name: str(folder / below) for name, below in _FOLDERS.items()}},
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )

    def reaches(self, place: str) -> None:
        """Wait until the session stands at ``place``."""
        assert self.process.stdout is not None
        line = b""
        for line in self.process.stdout:
            self._said.write(line)
            self._said.flush()
            if line == f"stands {place}\n".encode():
                return
        raise AssertionError(f"never reached {place}: " + Path(self._errors.name).read_text())

    def go_on(self) -> None:
        """Let it leave the place where it stands."""
        assert self.process.stdin is not None
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def end(self) -> int:
        """Return how the process ended; what it still said is kept."""
        rest, _ = self.process.communicate()
        self._said.write(rest)
        self._said.flush()
        return self.process.returncode

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        with self.process, self._said, self._errors:
            self.process.kill()


def test_a_full_and_a_killed_session_leave_nothing_readable(tmp_path: Path) -> None:
    with Session(tmp_path, "whole") as session:
        for place in ("made", "recorded", "previewed", "locked", "closed"):
            session.reaches(place)
            assert found(tmp_path) == [], place
            session.go_on()
        assert session.end() == 0
    assert found(tmp_path) == []
    store = tmp_path / "arkiv"
    assert {path.name for path in store.rglob("*")} >= {"store.db", "keys", "a", "b"}
    left = [path for name in set(_FOLDERS.values()) for path in (tmp_path / name).rglob("*")]
    assert [path for path in left if path.is_file()] == []

    with Session(tmp_path, "killed") as session:
        session.reaches("typing")
        assert found(tmp_path) == []
        session.process.kill()
        assert session.end() == (1 if os.name == "nt" else -signal.SIGKILL)
    assert (store / "store.db.lock").exists()
    assert found(tmp_path) == []
    if os.name != "nt":
        kept = [tmp_path / "preferences.json", store, *store.rglob("*")]
        assert [path for path in kept if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize("name", PLANTED)
def test_the_scan_finds_a_planted_text_in_each_form(tmp_path: Path, name: str) -> None:
    text = PLANTED[name]
    file = tmp_path / "deep" / "planted"
    file.parent.mkdir()
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = text.encode(coding)
        planted = [b"before" + raw + b"after"]
        planted += [base64.b64encode(b"xx"[:shift] + raw + b"rest") for shift in range(3)]
        for content in planted:
            file.write_bytes(content)
            assert found(tmp_path) == [("planted", name)] * len(found(tmp_path)) != []
    file.write_bytes(b"")
    assert found(tmp_path) == []
    (tmp_path / text).touch()
    assert (text, name) in found(tmp_path)
