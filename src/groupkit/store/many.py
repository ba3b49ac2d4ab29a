"""Asking for many ids in one statement, however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, func, select


def among(column: Column[Any], ids: Iterable[UUID]) -> ColumnElement[bool]:
    """Return the condition that ``column`` is one of ``ids``; SQLite limits bound parameters."""
    listed = func.json_each(json.dumps([str(one) for one in ids])).table_valued("value")
    return column.in_(select(listed.c.value))
