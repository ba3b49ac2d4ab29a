"""``pack.json`` of a pack that anybody may have made, read field by field."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final, TypeVar

from groupkit.documents.material_packs.letters import has_only_letters, leads_outside
from groupkit.documents.material_packs.manifest import (
    FORMAT,
    VERSION,
    Manifest,
    canonical,
    picture_entry,
    text_entry,
)
from groupkit.domain.agenda import MOST_ITEMS, Agenda, AgendaItem, ItemKind
from groupkit.domain.material import (
    GUIDE,
    HANDOUT,
    LANGUAGES,
    OwnTopic,
    Sharing,
    TextKey,
    is_slug,
)
from groupkit.domain.material_pack import (
    MOST_ENTRIES,
    NAMELESS,
    Maker,
    Pack,
    PackedText,
    PackedTopic,
)
from groupkit.domain.picture import LOGO, MOST_NAME, MOST_PIXELS, Picture
from groupkit.domain.refusal import PackFault, PackTrouble, Refused
from groupkit.domain.text import LONGEST_NAME

MOST_MANIFEST_BYTES: Final = 2_000_000
T = TypeVar("T")
_SPOKEN: Final = ("da", "en")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_KINDS: Final = ("jpeg", "png", "svg")
_LONGEST_SUMMARY: Final = 300


def read(data: bytes) -> Manifest:
    """Return what a manifest says.

    Raises:
        Refused: PackTrouble (NO_PACK, NEWER, STRANGE_ENTRY, WRONG_LETTERS, LEADS_OUTSIDE).
    """
    if len(data) > MOST_MANIFEST_BYTES:
        raise _no(PackFault.NO_PACK)
    try:
        said = json.loads(data.decode("utf-8"))
        is_ours = isinstance(said, dict) and said.get("format") == FORMAT
        version = said.get("version") if is_ours else None
        if type(version) is not int or version < VERSION:
            raise _no(PackFault.NO_PACK)
        if version > VERSION:
            raise _no(PackFault.NEWER)
        found = _manifest(said)
        if canonical(found) != data:
            raise _no(PackFault.STRANGE_ENTRY)
        return found
    except Refused as refused:
        # A rule of ours about names or agendas says no in its own words; here it is one of many.
        if isinstance(refused.refusal, PackTrouble):
            raise
        raise _no(PackFault.STRANGE_ENTRY) from None
    except (ValueError, RecursionError):
        raise _no(PackFault.NO_PACK) from None


def _manifest(said: object) -> Manifest:
    whole = _fields(said, "format version made maker topics texts pictures")
    maker = _fields(whole["maker"], "key name")
    made = _line(whole["made"], 10)
    digests: dict[str, str] = {}
    pack = Pack(
        Maker(bytes.fromhex(_digest(maker["key"])), _line(maker["name"], LONGEST_NAME, least=0)),
        dt.date.fromisoformat(made),
        _listed(whole["topics"], _topic, lambda topic: topic.slug),
        _listed(whole["texts"], lambda each: _text(each, digests), lambda text: _place(text.key)),
        _listed(
            whole["pictures"], lambda each: _picture(each, digests), lambda picture: picture.name
        ),
    )
    _hangs_together(pack)
    return Manifest(pack, digests)


def _hangs_together(pack: Pack) -> None:
    """Refuse texts of no topic, topics of no text, and one sheet that is shared in two ways."""
    topics = {topic.slug for topic in pack.topics}
    shared = {(text.key.topic, text.key.sheet): text.sharing for text in pack.texts}
    usual = {GUIDE: Sharing.FACILITATORS, HANDOUT: Sharing.TAKE_HOME}
    for text in pack.texts:
        sheet = text.key.sheet
        is_usual = usual.get(sheet, text.sharing) is text.sharing
        is_one = shared[text.key.topic, sheet] is text.sharing
        is_spoken = sheet != GUIDE or text.key.language in _SPOKEN
        if text.key.topic not in topics or not (is_usual and is_one and is_spoken):
            raise _no(PackFault.STRANGE_ENTRY)
    has_text = {text.key.topic for text in pack.texts}
    if not pack.topics or any(t.slug not in has_text and not t.agendas for t in pack.topics):
        raise _no(PackFault.STRANGE_ENTRY)


def _topic(said: object) -> PackedTopic:
    fields = _fields(said, "slug titles summaries agendas")
    titles = _by_language(fields["titles"], lambda each: _line(each, LONGEST_NAME))
    summaries = _by_language(
        fields["summaries"], lambda each: _line(each, _LONGEST_SUMMARY, least=0)
    )
    slug = _slug(fields["slug"])
    kept = OwnTopic(slug, titles, summaries)
    if not titles or (kept.titles, kept.summaries) != (titles, summaries):
        raise _no(PackFault.STRANGE_ENTRY)
    return PackedTopic(slug, titles, summaries, _by_language(fields["agendas"], _agenda))


def _agenda(said: object) -> Agenda:
    if not isinstance(said, list) or not 1 <= len(said) <= MOST_ITEMS:
        raise _no(PackFault.STRANGE_ENTRY)
    return Agenda(tuple(_item(each) for each in said))


def _item(said: object) -> AgendaItem:
    fields = _fields(said, "kind title minutes note materials room short")
    typed = {name: _prose(fields[name]) for name in ("title", "note", "materials", "room")}
    short = fields["short"]
    item = AgendaItem(
        NAMELESS,
        ItemKind(_prose(fields["kind"])),
        minutes=_number(fields["minutes"]),
        short=None if short is None else _number(short),
        **typed,
    )
    if any(getattr(item, name) != value for name, value in typed.items()):
        raise _no(PackFault.STRANGE_ENTRY)
    return item


def _text(said: object, digests: dict[str, str]) -> PackedText:
    fields = _fields(said, "topic sheet language sharing basis translates sha256")
    language = _prose(fields["language"])
    if language not in LANGUAGES:
        raise _no(PackFault.STRANGE_ENTRY)
    key = TextKey(_slug(fields["topic"]), _slug(fields["sheet"]), language)
    digests[text_entry(key)] = _digest(fields["sha256"])
    return PackedText(
        key,
        Sharing(_prose(fields["sharing"])),
        "",
        _digest(fields["basis"], or_none=True),
        _digest(fields["translates"], or_none=True),
    )


def _picture(said: object, digests: dict[str, str]) -> Picture:
    fields = _fields(said, "name kind width height sha256")
    name, kind = _slug(fields["name"]), _prose(fields["kind"])
    width, height = _number(fields["width"]), _number(fields["height"])
    is_sized = 1 <= width <= MOST_PIXELS and 1 <= height <= MOST_PIXELS
    if kind not in _KINDS or len(name) > MOST_NAME or name == LOGO or not is_sized:
        raise _no(PackFault.STRANGE_ENTRY)
    picture = Picture(name, kind, width, height, b"")
    digests[picture_entry(picture)] = _digest(fields["sha256"])
    return picture


def _place(key: TextKey) -> tuple[str, str, str]:
    return key.topic, key.sheet, key.language


def _listed(said: object, one: Callable[[object], T], order: Callable[[T], Any]) -> tuple[T, ...]:
    if not isinstance(said, list) or len(said) > MOST_ENTRIES:
        raise _no(PackFault.STRANGE_ENTRY)
    found = tuple(one(each) for each in said)
    places = [order(each) for each in found]
    if any(later <= earlier for earlier, later in pairwise(places)):
        raise _no(PackFault.STRANGE_ENTRY)
    return found


def _by_language(said: object, one: Callable[[object], T]) -> tuple[tuple[str, T], ...]:
    if not isinstance(said, dict) or not set(said) <= set(_SPOKEN):
        raise _no(PackFault.STRANGE_ENTRY)
    return tuple((code, one(said[code])) for code in sorted(said))


def _fields(said: object, names: str) -> dict[str, object]:
    if not isinstance(said, dict) or set(said) != set(names.split()):
        raise _no(PackFault.STRANGE_ENTRY)
    return said


def _line(said: object, most: int, least: int = 1) -> str:
    text = _prose(said)
    if not least <= len(text) <= most or "\n" in text:
        raise _no(PackFault.STRANGE_ENTRY)
    return text


def _prose(said: object) -> str:
    if not isinstance(said, str):
        raise _no(PackFault.STRANGE_ENTRY)
    if not has_only_letters(said, lines=True):
        raise _no(PackFault.WRONG_LETTERS, "pack.json")
    if leads_outside(said):
        raise _no(PackFault.LEADS_OUTSIDE, "pack.json")
    return said


def _slug(said: object) -> str:
    if not isinstance(said, str) or not is_slug(said):
        raise _no(PackFault.STRANGE_ENTRY)
    return said


def _digest(said: object, *, or_none: bool = False) -> str:
    if or_none and said == "":
        return ""
    if not isinstance(said, str) or not _DIGEST.fullmatch(said):
        raise _no(PackFault.STRANGE_ENTRY)
    return said


def _number(said: object) -> int:
    if type(said) is not int:
        raise _no(PackFault.STRANGE_ENTRY)
    return said


def _no(fault: PackFault, what: str = "") -> Refused:
    return Refused(PackTrouble(fault, what))
