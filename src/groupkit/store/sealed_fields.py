"""Several values sealed as one text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from groupkit.store.sealed import BROKEN

Fields = dict[str, Any]


def packed(fields: Mapping[str, object]) -> str:
    """Return ``fields`` as one text; what says nothing ('', None, False, []) is left out."""
    said = {name: value for name, value in fields.items() if not _says_nothing(value)}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def unpacked(text: str) -> Fields | None:
    """Return the fields of a sealed text, None for one that did not open."""
    if text == BROKEN:
        return None
    fields: Fields = json.loads(text)
    return fields


def _says_nothing(value: object) -> bool:
    return value is None or value is False or value in ("", [])
