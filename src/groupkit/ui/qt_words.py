"""The words that Qt brings along: its own dialogs and calendars."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from groupkit.language import DANISH, ENGLISH, Language


def speak(application: QApplication, code: str) -> None:
    """Give Qt's own dialogs and calendars the language ``code``, in place of an earlier one."""
    locale = QLocale("da_DK" if code == "da" else "en_GB")
    QLocale.setDefault(locale)
    for earlier in application.findChildren(QTranslator):
        application.removeTranslator(earlier)
        earlier.deleteLater()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(locale, "qtbase", "_", folder):
        application.installTranslator(translator)


def spoken() -> Language:
    """Return the language that was given last."""
    is_danish = QLocale().language() == QLocale.Language.Danish
    return Language(DANISH if is_danish else ENGLISH)
