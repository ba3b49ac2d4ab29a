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
from groupkit.crypto.identity import PUBLIC_BYTES, SIGNATURE_BYTES, Publics
from groupkit.crypto.lineage import Succession
from groupkit.crypto.seal import DIGEST_BYTES, ClosingSeal
from groupkit.crypto.slots import GIVEN_KEY_BYTES, INNER_BYTES, STORE, Lock, Slot, SlotKind
from groupkit.domain.refusal import Refused
from groupkit.domain.roles import Rights, Role

MOST_BYTES: Final = 1 << 20

_FORMAT = "groupkit keys"
_VERSION = 3
_MOST_COUNT = 1 << 53
_MOST_SLOTS = 64
"""Each can cost a derivation of its own, so that many would hold an opening up for hours."""


class Unreadable(ValueError):  # noqa: N818 - a fact about the file, turned into a refusal
    """The bytes are no whole sidecar."""


class TrialVersion(Exception):  # noqa: N818 - a fact about the file, turned into a refusal
    """The bytes are a whole sidecar, written by a trial version."""


class NewerVersion(Exception):  # noqa: N818 - a fact about the file, turned into a refusal
    """The bytes are a whole sidecar, written by a newer program."""

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version}")
        self.version = version


@dataclass(frozen=True)
class Sidecar:
    """The keys of a store, all wrapped.

    ``owners`` verifies the owners' signatures, ``lineage`` leads to it from earlier ones.
    ``generation`` counts writings. ``seal`` is None unless the store was closed cleanly;
    ``opened_from`` is then the seal it had when it was opened. ``whole`` is False when one of the
    two copies was missing or damaged; neither seal is trusted then.
    """

    store_id: UUID
    epoch: int
    generation: int
    owners: bytes
    slots: tuple[Slot, ...]
    lineage: tuple[Succession, ...] = ()
    seal: ClosingSeal | None = None
    opened_from: ClosingSeal | None = None
    whole: bool = True


def encoded(sidecar: Sidecar) -> bytes:
    """Return the bytes of ``sidecar``."""
    return _with_checksum(
        {
            "format": _FORMAT,
            "version": _VERSION,
            "store": str(sidecar.store_id),
            "epoch": sidecar.epoch,
            "generation": sidecar.generation,
            "owners": _text(sidecar.owners),
            "lineage": [
                {
                    "before": _text(step.before),
                    "after": _text(step.after),
                    "signature": _text(step.signature),
                }
                for step in sidecar.lineage
            ],
            "slots": [_slot_fields(slot) for slot in sidecar.slots],
            "seal": _seal_fields(sidecar.seal),
            "opened_from": _seal_fields(sidecar.opened_from),
        }
    )


def decoded(data: bytes) -> Sidecar:
    """Return the sidecar that ``data`` holds.

    Raises:
        Unreadable: cut, changed, or with a cost or length out of bounds.
        NewerVersion: whole, but of a version that this program does not know.
        TrialVersion: whole, but written by a trial version.
    """
    try:
        fields = _checked_fields(data)
        if _count(fields["version"]) < _VERSION:
            raise TrialVersion
        if fields["version"] != _VERSION:
            raise NewerVersion(_count(fields["version"]))
        sidecar = _sidecar(fields)
        same = encoded(sidecar) == data
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Refused) as error:
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
    slots = tuple(_slot(slot) for slot in fields["slots"])
    if not 0 < len(slots) <= _MOST_SLOTS or len({slot.slot_id for slot in slots}) != len(slots):
        raise Unreadable
    return Sidecar(
        store_id=UUID(fields["store"]),
        epoch=_count(fields["epoch"]),
        generation=_count(fields["generation"]),
        owners=_bytes(fields["owners"], PUBLIC_BYTES),
        slots=slots,
        lineage=tuple(
            Succession(
                _bytes(step["before"], PUBLIC_BYTES),
                _bytes(step["after"], PUBLIC_BYTES),
                _bytes(step["signature"], SIGNATURE_BYTES),
            )
            for step in fields["lineage"]
        ),
        seal=_seal(fields["seal"]),
        opened_from=_seal(fields["opened_from"]),
    )


def _seal(fields: dict[str, Any] | None) -> ClosingSeal | None:
    if fields is None:
        return None
    return ClosingSeal(
        generation=_count(fields["generation"]),
        digest=_bytes(fields["sha256"], DIGEST_BYTES),
        mac=_bytes(fields["mac"], DIGEST_BYTES),
    )


def _seal_fields(seal: ClosingSeal | None) -> dict[str, object] | None:
    if seal is None:
        return None
    return {
        "generation": seal.generation,
        "sha256": _text(seal.digest),
        "mac": _text(seal.mac),
    }


def _slot(fields: dict[str, Any]) -> Slot:
    kind = SlotKind(fields["kind"])
    keys = fields["keys"]
    if STORE not in keys or (fields["cost"] is None) != (kind is SlotKind.RECOVERY):
        raise Unreadable
    return Slot(
        slot_id=UUID(fields["id"]),
        lock=Lock(kind, _cost(fields["cost"]), _bytes(fields["salt"], SLOT_SALT_BYTES)),
        rights=Rights(frozenset(Role(role) for role in fields["roles"]), fields["owner"] is True),
        inner=_bytes(fields["inner"], INNER_BYTES),
        publics=Publics(_bytes(fields["wrap"], PUBLIC_BYTES), _bytes(fields["sign"], PUBLIC_BYTES)),
        keys={name: _bytes(keys[name], GIVEN_KEY_BYTES[name]) for name in keys},
        certificate=_bytes(fields["certificate"], SIGNATURE_BYTES),
        voucher=_bytes(fields["voucher"], SIGNATURE_BYTES),
    )


def _cost(fields: dict[str, Any] | None) -> Cost | None:
    if fields is None:
        return None
    return Cost(*(_count(fields[part]) for part in ("memory_kib", "passes", "lanes")))


def _slot_fields(slot: Slot) -> dict[str, Any]:
    cost = slot.lock.cost
    return {
        "id": str(slot.slot_id),
        "kind": str(slot.kind),
        "cost": cost
        and {
            "memory_kib": cost.memory,
            "passes": cost.passes,
            "lanes": cost.lanes,
        },
        "salt": _text(slot.lock.salt),
        "roles": sorted(slot.rights.roles),
        "owner": slot.rights.owner,
        "inner": _text(slot.inner),
        "wrap": _text(slot.publics.wrap),
        "sign": _text(slot.publics.sign),
        "keys": {name: _text(key) for name, key in slot.keys.items()},
        "certificate": _text(slot.certificate),
        "voucher": _text(slot.voucher),
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
