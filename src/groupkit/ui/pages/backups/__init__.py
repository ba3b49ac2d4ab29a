"""Backups: when the last one was made, copies elsewhere, looking into one, restoring it."""

from groupkit.ui.pages.backups.page import BackupsPage

__all__ = ["BackupsPage"]
