"""The Qt application: fonts, look and quiet settings, made once per process."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QApplication

from groupkit.machine.preferences import read_preferences
from groupkit.ui.lasting import make_lasting
from groupkit.ui.other_window import knock
from groupkit.ui.qt_words import speak
from groupkit.ui.theme import appearance


def application() -> QApplication:
    """Return the application, made at the first call with our look."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    make_lasting()
    # Qt must keep nothing of ours: no session files, no folder that its file dialog has shown.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DisableSessionManager)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    made = QApplication(sys.argv[:1])
    made.setApplicationName("groupkit")
    made.setQuitOnLastWindowClosed(True)
    return made


def run(today: Callable[[], dt.date] = dt.date.today) -> int:
    """Open the window and stay until it is closed; where one is open already, show that one."""
    running = application()
    preferences = read_preferences()
    if knock(preferences.store):
        return 0
    speak(running, preferences.language)
    appearance.use(preferences.appearance)
    from groupkit.ui.main_window import MainWindow
    from groupkit.wiring import program

    window = MainWindow(program(), preferences, today)
    window.show()
    window.warm_up()
    try:
        return running.exec()
    finally:
        # However the loop ended: an open store is sealed and closed.
        window.close()
