"""What can be done when the store does not open: restore the newest sound backup, or another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.refusal import (
    BackupDamaged,
    KeysDamaged,
    KeysMissing,
    Refusal,
    StoreDamaged,
    StoreMissing,
)
from groupkit.language import Language, sentence
from groupkit.ui.file_dialog import ask_for_file
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.plain import PlainLabel

_MENDED_BY_A_BACKUP = (BackupDamaged, KeysDamaged, KeysMissing, StoreDamaged, StoreMissing)


def helps_against(refusal: Refusal) -> bool:
    """Return whether restoring a backup would help."""
    return isinstance(refusal, _MENDED_BY_A_BACKUP)


class Rescue(QWidget):
    """Emits ``wanted`` with a backup: its name in the store's folder, or a file anywhere."""

    wanted = Signal(object)

    def __init__(self, language: Language, store: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._language, self._store = language, store
        self._backup = ""
        say = language.say
        self._said = Banner("", tone="danger")
        self._kept = PlainLabel(
            say("What is there now is not thrown away: it is kept aside in the store's folder."),
            role="hint",
        )
        self._kept.setWordWrap(True)
        self._newest = primary(say("Restore this backup"))
        self._other = quiet(say("Restore another backup …"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._said, self._kept, self._newest):
            column.addWidget(part)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        self._newest.clicked.connect(lambda: self.wanted.emit(self._backup))
        self._other.clicked.connect(self.choose)
        self.hide()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say what is wrong; return whether the newest sound backup can be offered by name."""
        named = refusal.backup if isinstance(refusal, StoreDamaged) else ""
        # A backup that turned out to be damaged leaves the offer of before standing.
        self._backup = named or (self._backup if isinstance(refusal, BackupDamaged) else "")
        self._said.set_text(sentence(refusal, self._language))
        self._said.show()
        self._newest.setVisible(bool(self._backup))
        self._kept.setVisible(not isinstance(refusal, StoreMissing))
        self.show()
        return bool(self._backup)

    def show_choice(self) -> None:
        """Offer a file to choose where there is no store yet."""
        for part in (self._said, self._kept, self._newest):
            part.hide()
        self._other.setText(self._language.say("Choose the backup …"))
        self._other.set_kind("secondary")
        self.show()

    def take_focus(self) -> None:
        """Put the keyboard on restoring the newest sound backup."""
        self._newest.setFocus()

    def choose(self) -> None:
        """Let a file be chosen."""
        folder, say = self._store / "backups", self._language.say
        backups, everything = say("Backups"), say("All files")
        kinds = (f"{backups} (*.backup)", f"{everything} (*)")
        start = folder if folder.is_dir() else Path.home()
        ask_for_file(self, say("The backup to restore"), start, kinds, self.wanted.emit)
