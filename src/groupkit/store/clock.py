"""What time it is, for the change log; the rules are passed their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

Clock = Callable[[], dt.datetime]
"""Gives the moment, with its zone."""


def utc_now() -> dt.datetime:
    """Return the moment in UTC."""
    return dt.datetime.now(dt.UTC)
