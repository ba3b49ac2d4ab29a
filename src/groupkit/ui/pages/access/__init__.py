"""Who has access, everybody's own passphrase, and the recovery sheet."""

from groupkit.ui.pages.access.page import AccessPage

__all__ = ["AccessPage"]
