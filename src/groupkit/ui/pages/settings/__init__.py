"""The house's settings."""

from groupkit.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
