"""Follow-ups on the screen, the same on Today, on her page and at a session."""

from groupkit.ui.follow_ups.new import NewFollowUp
from groupkit.ui.follow_ups.row import follow_up_row
from groupkit.ui.follow_ups.sheet import FollowUpSheet

__all__ = ["FollowUpSheet", "NewFollowUp", "follow_up_row"]
