"""Changing the plan of a running group."""

from groupkit.ui.pages.group.replan.sheet import ReplanSheet, Task

__all__ = ["ReplanSheet", "Task"]
