"""What the system tells of somebody leaving: it sleeps, locks its screen, changes user."""

from groupkit.ui.system_watch.watch import Listener, SystemWatch, this_system

__all__ = ["Listener", "SystemWatch", "this_system"]
