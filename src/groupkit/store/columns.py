"""How ids, days and clock times stand in STRICT tables: as text that SQLite can check."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Dialect, Text, TypeDecorator

_Value = TypeVar("_Value")


class _AsText(TypeDecorator[_Value]):
    """A value written as text; None stays None."""

    impl = Text
    cache_ok = True

    def written(self, value: _Value) -> str:
        """Return the value's text."""
        raise NotImplementedError

    def read(self, text: str) -> _Value:
        """Return the text's value."""
        raise NotImplementedError

    def process_bind_param(self, value: _Value | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else self.written(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> _Value | None:  # noqa: ARG002
        return None if value is None else self.read(value)


class IdText(_AsText[UUID]):
    """A UUID as 36 characters."""

    cache_ok = True

    def written(self, value: UUID) -> str:
        return str(value)

    def read(self, text: str) -> UUID:
        return UUID(text)


class DayText(_AsText[dt.date]):
    """A day as YYYY-MM-DD."""

    cache_ok = True

    def written(self, value: dt.date) -> str:
        return value.isoformat()

    def read(self, text: str) -> dt.date:
        return dt.date.fromisoformat(text)


class ClockText(_AsText[dt.time]):
    """A clock time as HH:MM; seconds would be lost and are an error."""

    cache_ok = True

    def written(self, value: dt.time) -> str:
        if value != value.replace(second=0, microsecond=0, tzinfo=None):
            raise ValueError("a clock time of the store has hours and minutes only")
        return value.isoformat("minutes")

    def read(self, text: str) -> dt.time:
        return dt.time.fromisoformat(text)


class MomentText(_AsText[dt.datetime]):
    """A moment in UTC as ``2026-11-23T18:30:00.000Z``; finer parts are cut off."""

    cache_ok = True

    def written(self, value: dt.datetime) -> str:
        return moment_text(value)

    def read(self, text: str) -> dt.datetime:
        return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))


def moment_text(value: dt.datetime) -> str:
    """Return a moment with its zone as the store writes it.

    Raises:
        ValueError: the moment has no zone.
    """
    if value.tzinfo is None:
        raise ValueError("a moment of the store has a zone")
    utc = value.astimezone(dt.UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"
