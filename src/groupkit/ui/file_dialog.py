"""Asking for a file or folder without leaving a trace of where one has been.

The system's own dialog would list what was chosen among its recent files. Qt's own writes, when it
goes, its history and last folder into settings that all Qt programs of the user share: a file on
Linux (kept away by ``application``), the registry on Windows, a property list on macOS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

_OWNER, _GROUP = "QtProject", "FileDialog"


class QuietFileDialog(QFileDialog):
    """Opened and never waited for: ``fileSelected`` tells the choice, a lock takes it away."""

    def __init__(self, title: str, folder: Path, parent: QWidget) -> None:
        before = _remembered()
        super().__init__(parent, title)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setHistory([])
        self.setDirectory(str(folder))
        # Qt writes in the course of deleting, which comes before this signal.
        self.destroyed.connect(lambda: _put_back(before))
        self.finished.connect(self.deleteLater)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.setHistory([])
        self.setDirectory(str(Path.home()))


def ask_for_folder(parent: QWidget, title: str, start: Path, then: Callable[[Path], None]) -> None:
    """Let a folder be chosen, beginning in ``start``; ``then`` gets it, unless none is chosen."""
    ask = QuietFileDialog(title, start, parent)
    ask.setFileMode(QFileDialog.FileMode.Directory)
    ask.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(ask, then)


def ask_for_file(
    parent: QWidget, title: str, start: Path, kinds: Sequence[str], then: Callable[[Path], None]
) -> None:
    """Let a file be chosen among ``kinds``, such as 'Backups (*.backup)'; ``then`` gets it."""
    ask = QuietFileDialog(title, start, parent)
    ask.setFileMode(QFileDialog.FileMode.ExistingFile)
    ask.setNameFilters(list(kinds))
    _open(ask, then)


def _open(ask: QuietFileDialog, then: Callable[[Path], None]) -> None:
    ask.fileSelected.connect(lambda chosen: then(Path(chosen)))
    # Opened and not waited for: nothing may hold a lock back.
    QDialog.open(ask)


def _settings() -> QSettings:
    settings = QSettings(QSettings.Scope.UserScope, _OWNER)
    settings.beginGroup(_GROUP)
    return settings


def _remembered() -> dict[str, object]:
    settings = _settings()
    return {key: settings.value(key) for key in settings.allKeys()}


def _put_back(before: dict[str, object]) -> None:
    settings = _settings()
    for key in set(settings.allKeys()) - set(before):
        settings.remove(key)
    for key, value in before.items():
        settings.setValue(key, value)
    settings.sync()
