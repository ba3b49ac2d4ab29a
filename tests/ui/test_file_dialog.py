"""Asking for a file leaves no trace of it in what Qt keeps for its programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SHOWING = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from groupkit.ui.file_dialog import QuietFileDialog

place, way, earlier = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(place.parent))
application = QApplication([])
if earlier:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setValue("FileDialog/history", [earlier])
    settings.setValue("FileDialog/lastVisited", earlier)
    settings.sync()
window = QWidget()
dialog = QuietFileDialog("x", place, window)
chosen = []
dialog.fileSelected.connect(chosen.append)
if way == "folder":
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.selectFile(str(place))
else:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile("ark.pdf")
dialog.open()
application.processEvents()
if way == "left":
    del dialog
    window.deleteLater()
else:
    dialog.accept()
application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
print(*chosen)
"""
TELLING = "Kornblomst"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt's settings are the user's own")
@pytest.mark.parametrize("earlier", ["", "file:///of/another/program"])
@pytest.mark.parametrize(
    ("way", "chosen"), [("save", f"{TELLING}/ark.pdf"), ("folder", TELLING), ("left", "")]
)
def test_what_was_chosen_is_told_and_forgotten(
    tmp_path: Path, way: str, chosen: str, earlier: str
) -> None:
    place = tmp_path / TELLING
    place.mkdir()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-c", SHOWING, str(place), way, earlier],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout.strip() == (str(tmp_path / chosen) if chosen else "")
    kept = "".join(file.read_text() for file in tmp_path.rglob("*") if file.is_file())
    assert TELLING not in kept
    assert kept.count(earlier or "file:") == (2 if earlier else 0)
