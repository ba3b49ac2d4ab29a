"""Follow-ups on the screen, the same on Today, on her page and at a session."""

from groupkit.ui.follow_ups.new import ask_follow_up, new_draft
from groupkit.ui.follow_ups.row import follow_up_row
from groupkit.ui.follow_ups.sheet import half_typed, show_follow_up

__all__ = ["ask_follow_up", "follow_up_row", "half_typed", "new_draft", "show_follow_up"]
