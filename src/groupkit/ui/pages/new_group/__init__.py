"""Planning a new group."""

from groupkit.ui.pages.new_group.page import NewGroupPage

__all__ = ["NewGroupPage"]
