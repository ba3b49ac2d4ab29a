"""``pack.json``: what is in a pack and the digest of each entry, in the one way to write it.

It is JSON with sorted keys and no blanks, and everything in it that can be ordered is ordered, so
that one content has one writing. A manifest that is written in another way is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from groupkit.domain.agenda import AgendaItem
from groupkit.domain.material import TextKey
from groupkit.domain.material_pack import Pack, PackedText, PackedTopic
from groupkit.domain.picture import Picture

FORMAT: Final = "groupkit material pack"
VERSION: Final = 1


@dataclass(frozen=True)
class Manifest:
    """A pack whose texts and pictures are still without content; digests by the entry's name."""

    pack: Pack
    digests: Mapping[str, str]


def text_entry(key: TextKey) -> str:
    """Return the name of the entry that a text is."""
    return f"texts/{key.topic}/{key.sheet}.{key.language}.md"


def picture_entry(picture: Picture) -> str:
    """Return the name of the entry that a picture is."""
    return f"pictures/{picture.name}.{picture.kind}"


def written(pack: Pack, entries: Mapping[str, bytes]) -> bytes:
    """Return the manifest of ``pack``."""
    digests = {name: sha256(content).hexdigest() for name, content in entries.items()}
    return canonical(Manifest(pack, digests))


def canonical(manifest: Manifest) -> bytes:
    """Return the one writing of a manifest."""
    pack, digests = manifest.pack, manifest.digests
    said = {
        "format": FORMAT,
        "version": VERSION,
        "made": pack.made.isoformat(),
        "maker": {"key": pack.maker.public.hex(), "name": pack.maker.name},
        "topics": [_topic_said(topic) for topic in pack.topics],
        "texts": [_text_said(text, digests) for text in pack.texts],
        "pictures": [_picture_said(picture, digests) for picture in pack.pictures],
    }
    return json.dumps(
        said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def _topic_said(topic: PackedTopic) -> dict[str, Any]:
    return {
        "slug": topic.slug,
        "titles": dict(topic.titles),
        "summaries": dict(topic.summaries),
        "agendas": {
            code: [_item_said(item) for item in agenda.items] for code, agenda in topic.agendas
        },
    }


def _item_said(item: AgendaItem) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "title": item.title,
        "minutes": item.minutes,
        "note": item.note,
        "materials": item.materials,
        "room": item.room,
        "short": item.short,
    }


def _text_said(text: PackedText, digests: Mapping[str, str]) -> dict[str, Any]:
    key = text.key
    return {
        "topic": key.topic,
        "sheet": key.sheet,
        "language": key.language,
        "sharing": text.sharing.value,
        "basis": text.basis,
        "translates": text.translates,
        "sha256": digests[text_entry(key)],
    }


def _picture_said(picture: Picture, digests: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": picture.name,
        "kind": picture.kind,
        "width": picture.width,
        "height": picture.height,
        "sha256": digests[picture_entry(picture)],
    }
