"""Associated data: fields joined so that no two different lists of fields give the same bytes."""

from __future__ import annotations


def bound(*fields: bytes) -> bytes:
    """Return the fields, each behind its length in four bytes."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in fields)
