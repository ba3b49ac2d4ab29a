"""The sidecar as bytes: sorted JSON with a checksum, and nothing in it that names anyone.

Only the very bytes that this program would write for a content are read back: a flipped bit is
found even where JSON would not care. That rule and ``checksum``, ``format`` and ``version`` stay
the same for all versions, so that a newer one is told from a damaged one.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from groupkit.crypto.derive import SLOT_SALT_BYTES, Cost
from groupkit.crypto.seal import DIGEST_BYTES, ClosingSeal
from groupkit.crypto.slots import STORE, WRAPPED_BYTES, Slot, SlotKind

MOST_BYTES: Final = 1 << 20

_FORMAT = "groupkit keys"
_VERSION = 1
_MOST_COUNT = 1 << 53


class Unreadable(ValueError):  # noqa: N818 - a fact about the file, turned into a refusal
    """The bytes are no whole sidecar."""


class NewerVersion(Exception):  # noqa: N818 - a fact about the file, turned into a refusal
    """The bytes are a whole sidecar, written by a newer program."""

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version}")
        self.version = version


@dataclass(frozen=True)
class Sidecar:
    """The keys of a store, all wrapped.

    ``generation`` counts writings. ``seal`` is None unless the store was closed cleanly. ``whole``
    is False when one of the two copies was missing or damaged; the seal is not trusted then.
    """

    store_id: UUID
    epoch: int
    generation: int
    slots: tuple[Slot, ...]
    seal: ClosingSeal | None = None
    whole: bool = True


def encoded(sidecar: Sidecar) -> bytes:
    """Return the bytes of ``sidecar``."""
    seal = sidecar.seal
    return _with_checksum(
        {
            "format": _FORMAT,
            "version": _VERSION,
            "store": str(sidecar.store_id),
            "epoch": sidecar.epoch,
            "generation": sidecar.generation,
            "slots": [_slot_fields(slot) for slot in sidecar.slots],
            "seal": seal
            and {
                "generation": seal.generation,
                "sha256": _text(seal.digest),
                "mac": _text(seal.mac),
            },
        }
    )


def decoded(data: bytes) -> Sidecar:
    """Return the sidecar that ``data`` holds.

    Raises:
        Unreadable: cut, changed, or with a cost or length out of bounds.
        NewerVersion: whole, but of a version that this program does not know.
    """
    try:
        fields = _checked_fields(data)
        if fields["version"] != _VERSION:
            raise NewerVersion(_count(fields["version"]))
        sidecar = _sidecar(fields)
        same = encoded(sidecar) == data
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable from error
    if not same:
        raise Unreadable
    return sidecar


def _checked_fields(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise Unreadable
    fields = json.loads(data.decode("ascii"))
    if not isinstance(fields, dict) or fields.get("format") != _FORMAT:
        raise Unreadable
    fields.pop("checksum", None)
    if _with_checksum(fields) != data:
        raise Unreadable
    return fields


def _with_checksum(fields: dict[str, Any]) -> bytes:
    checksum = sha256(_as_json(fields)).hexdigest()
    return _as_json({**fields, "checksum": checksum})


def _as_json(fields: dict[str, Any]) -> bytes:
    return (json.dumps(fields, sort_keys=True, indent=1) + "\n").encode("ascii")


def _sidecar(fields: dict[str, Any]) -> Sidecar:
    seal = fields["seal"]
    slots = tuple(_slot(slot) for slot in fields["slots"])
    if not slots:
        raise Unreadable
    return Sidecar(
        store_id=UUID(fields["store"]),
        epoch=_count(fields["epoch"]),
        generation=_count(fields["generation"]),
        slots=slots,
        seal=None
        if seal is None
        else ClosingSeal(
            generation=_count(seal["generation"]),
            digest=_bytes(seal["sha256"], DIGEST_BYTES),
            mac=_bytes(seal["mac"], DIGEST_BYTES),
        ),
    )


def _slot(fields: dict[str, Any]) -> Slot:
    kind = SlotKind(fields["kind"])
    keys = fields["keys"]
    if STORE not in keys or (fields["cost"] is None) != (kind is SlotKind.RECOVERY):
        raise Unreadable
    return Slot(
        slot_id=UUID(fields["id"]),
        kind=kind,
        cost=_cost(fields["cost"]),
        salt=_bytes(fields["salt"], SLOT_SALT_BYTES),
        keys={name: _bytes(keys[name], WRAPPED_BYTES[name]) for name in keys},
    )


def _cost(fields: dict[str, Any] | None) -> Cost | None:
    if fields is None:
        return None
    return Cost(*(_count(fields[part]) for part in ("memory_kib", "passes", "lanes")))


def _slot_fields(slot: Slot) -> dict[str, Any]:
    cost = slot.cost
    return {
        "id": str(slot.slot_id),
        "kind": str(slot.kind),
        "cost": cost
        and {
            "memory_kib": cost.memory,
            "passes": cost.passes,
            "lanes": cost.lanes,
        },
        "salt": _text(slot.salt),
        "keys": {name: _text(wrapped) for name, wrapped in slot.keys.items()},
    }


def _count(value: object) -> int:
    if type(value) is not int or not 1 <= value < _MOST_COUNT:
        raise Unreadable
    return value


def _bytes(text: str, length: int) -> bytes:
    data = b64decode(text, validate=True)
    if len(data) != length:
        raise Unreadable
    return data


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")
