"""Unlocking the store."""

from groupkit.ui.pages.unlock.page import UnlockPage

__all__ = ["UnlockPage"]
