"""Whatever shows a window is held to what the tests of the screen are held to."""

from complaints import no_complaints, no_stray_timer, nothing_outlives, own_home, qapp

__all__ = ["no_complaints", "no_stray_timer", "nothing_outlives", "own_home", "qapp"]
