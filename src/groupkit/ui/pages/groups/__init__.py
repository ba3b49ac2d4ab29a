"""The list of groups."""

from groupkit.ui.pages.groups.page import GroupsPage

__all__ = ["GroupsPage"]
