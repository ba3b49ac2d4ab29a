"""One group: its plan, its participants, its attendance."""

from groupkit.ui.pages.group.page import GroupPage

__all__ = ["GroupPage"]
