"""Disks with little room: a small mount of its own where that is allowed, else a size limit."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

BLOCK = 4096
_MIB = 16


class Disk(Protocol):
    """Where stores are put, and how it gets full."""

    folder: Path

    def full(self, free: int) -> AbstractContextManager[None]:
        """Leave ``free`` bytes of room inside the block."""


@dataclass
class SmallMount:
    """A file system in memory that a large file fills."""

    folder: Path

    @contextmanager
    def full(self, free: int) -> Iterator[None]:
        filler = self.folder / "filler"
        room = shutil.disk_usage(self.folder).free
        with filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(room - free, 1))
        try:
            yield
        finally:
            filler.unlink()


@dataclass
class LimitedFiles:
    """No file may grow beyond a size: as near to a full disk as one comes without a mount."""

    folder: Path

    @contextmanager
    def full(self, free: int) -> Iterator[None]:
        import resource

        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(free, 64), before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """Give a disk at ``folder``, and take it away afterwards."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_MIB}m", "groupkit-drill", str(folder)]
    mounted = shutil.which("mount") and os.geteuid() == 0
    if not mounted or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield LimitedFiles(folder)
        return
    try:
        yield SmallMount(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)
