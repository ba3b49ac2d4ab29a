"""The change log for owners: read, filtered, verified, printed."""

from groupkit.ui.pages.change_log.page import ChangeLogPage

__all__ = ["ChangeLogPage"]
