"""Packs and texts that nobody should make: refused or taken, but whole, soon, and in its place."""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from drill_stores import Sized
from hostile_packs import ATTACKS, Sound, sound
from hostile_sources import hostile_source
from PIL import Image

from groupkit.crypto.keyring import new_keyring
from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.discretion import resolve
from groupkit.domain.form import Form, Layout
from groupkit.domain.house import House
from groupkit.domain.marked_text import plain_title, telling_spans
from groupkit.domain.material import GUIDE, HANDOUT, Sharing, TextKey
from groupkit.domain.picture import Picture, named_in
from groupkit.domain.refusal import PackTrouble, Refused
from groupkit.domain.roles import ALL_RIGHTS
from groupkit.domain.spelling import written_words
from groupkit.language import Language
from groupkit.language.sentences import sentence
from groupkit.store.opened import Store
from groupkit.store.opening import create
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.looking_over import Desktop, look_over
from groupkit.usecases.material_packs.exporting import export
from groupkit.usecases.material_packs.looking import Standing, compare, look_at
from groupkit.usecases.material_packs.taking import Choice, put_back, take_in
from groupkit.usecases.own_topics import add_sheet, add_topic
from groupkit.usecases.pictures import take_in as take_picture_in
from groupkit.usecases.sheet_papers import SheetSource
from groupkit.usecases.writing import approve, write_draft
from groupkit.wiring.pack_desk import Packs

SECONDS = 5
"""Of the processor, so that what else the laptop does counts for nothing."""
HANGING = 60
PACKS = Packs()
PRESS = PdfPress()
SHIPPED = ShippedLibrary()
DAY = dt.date(2027, 1, 13)
DRAWING = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><path d='M0 0L9 9z'/></svg>"

_writing: list[str] = []
_is_watching = False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if not _is_watching or event != "open":
        return
    path, mode, flags = arguments
    writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if isinstance(path, str | bytes | Path) and (writes or (mode and set("wax+") & set(mode))):
        _writing.append(os.fsdecode(path))


sys.addaudithook(_watch)


def now() -> dt.datetime:
    return dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)


def library(store: Store) -> HouseLibrary:
    return HouseLibrary(SHIPPED, own_material(store, SHIPPED))


def new_store(folder: Path) -> Store:
    return create(folder / "store.db", new_keyring(), House("Huset"), "Anna Opdigtet")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "here")
    yield made
    made.close()


@pytest.fixture
def pack(tmp_path: Path) -> Sound:
    """A pack with an adapted handout, an own topic, and a picture of each kind."""
    made = new_store(tmp_path / "there")
    topic = add_topic(made, SHIPPED, "Økonomi", "Om penge", "da").value
    add_sheet(made, topic.slug, "Budget", Sharing.TAKE_HOME)
    shown = []
    for title, data in (("hand", drawn("PNG")), ("foto", drawn("JPEG")), ("tegning", DRAWING)):
        name = take_picture_in(made, PRESS, title, data).value.name
        shown.append(f"::: picture {name} half | Et billede\n:::\n")
    for key in (
        TextKey("co-parenting", HANDOUT, "da"),
        TextKey(topic.slug, GUIDE, "da"),
        TextKey(topic.slug, "budget", "da"),
    ):
        text = f"# Et ark\n\nMed {{vold|uro}} og ord.\n\n{''.join(shown)}"
        write_draft(made, library(made), key, text, now)
        approve(made, key, now)
    file = export(made, library(made), PACKS, ["co-parenting", topic.slug], DAY, with_name=True)
    made.close()
    return sound(file.value.data)


def drawn(kind: str) -> bytes:
    written = BytesIO()
    Image.radial_gradient("L").resize((48, 32)).convert("RGB").save(written, kind)
    return written.getvalue()


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory, and where temporary files would go."""
    empty = tmp_path / "nowhere"
    empty.mkdir()
    monkeypatch.chdir(empty)
    monkeypatch.setenv("TMPDIR", str(empty))
    monkeypatch.setattr(tempfile, "tempdir", str(empty))
    return empty


@contextmanager
def watched(what: Callable[[], str]) -> Iterator[None]:
    """Fail when the inside takes more than five seconds or opens a file to write to it."""
    global _is_watching

    def too_long(*_: object) -> None:
        raise AssertionError(f"hangs: {what()}")

    has_alarm = hasattr(signal, "setitimer")
    if has_alarm:
        before = signal.signal(signal.SIGALRM, too_long)
        signal.setitimer(signal.ITIMER_REAL, HANGING)
    begin = time.process_time()
    _writing.clear()
    _is_watching = True
    try:
        yield
    finally:
        _is_watching = False
        if has_alarm:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
    assert time.process_time() - begin < SECONDS, f"over {SECONDS} s: {what()}"
    assert not _writing, what()


def kept(store: Store) -> tuple[object, ...]:
    """Return all of the library that the store keeps, and whom it knows."""
    with store.work() as work:
        topics = work.topics.all()
        slugs = [*(topic.slug for topic in topics), "co-parenting"]
        return (
            topics,
            work.topics.sheets(),
            work.texts.drafts(),
            work.texts.in_force(),
            tuple(work.topics.agenda(slug, code) for slug in slugs for code in ("da", "en")),
            tuple(work.pictures.find(name) for name in work.pictures.names()),
            work.packs.all(),
        )


def test_no_hostile_pack_does_harm(
    store: Store,
    pack: Sound,
    nowhere: Path,
    chance: random.Random,
    sized: Sized,
    figures: Callable[[str], None],
) -> None:
    before, total = kept(store), sized(10_000, 300)
    said: Counter[str] = Counter()
    longest = 0.0
    for number in range(total):
        attack = ATTACKS[number % len(ATTACKS)]
        data = attack(chance, pack)
        begin = time.process_time()
        with watched(lambda attack=attack, number=number: f"{attack.__name__} {number}"):  # type: ignore[misc]
            said[met(store, data)] += 1
        longest = max(longest, time.process_time() - begin)
        assert kept(store) == before, f"{attack.__name__} {number}"
    assert not list(nowhere.iterdir())
    assert said["taken in and put back"] < total // 10
    assert sum(said.values()) == total
    counted = ", ".join(f"{count} {fault}" for fault, count in said.most_common())
    figures(f"{total} hostile packs, the slowest {longest:.2f} s: {counted}")


def met(store: Store, data: bytes) -> str:
    """Take a file in as far as it goes, and everything back; return what became of it."""
    here = library(store)
    try:
        view = look_at(store, here, PACKS, data)
    except Refused as refused:
        return told(refused)
    keys = frozenset(piece.key for piece in view.offered)
    assert keys
    choice = Choice(keys, compared=True)
    taken = take_in(store, here, PACKS, view, choice, now, ALL_RIGHTS).value
    after = compare(store, library(store), PACKS, view.pack)
    assert {piece.standing for piece in after.pieces} == {Standing.SAME}
    put_back(store, taken)
    return "taken in and put back"


def told(refused: Refused) -> str:
    """Return what a pack was refused for; there is a sentence for it."""
    assert isinstance(refused.refusal, PackTrouble), refused.refusal
    assert sentence(refused.refusal, Language("en"))
    return refused.refusal.fault.value


def test_no_hostile_text_does_harm(
    nowhere: Path, chance: random.Random, sized: Sized, figures: Callable[[str], None]
) -> None:
    total = sized(10_000, 200)
    texts = tuple(
        text
        for code in ("da", "en")
        for topic in SHIPPED.topics(code)
        for text in (topic.guide, *(sheet.source for sheet in topic.sheets))
    )
    small = PRESS.taken_in("hand", drawn("PNG"))
    desktop = Desktop(PRESS, Drawn(small), Language("da"), House("Huset"))
    said: Counter[str] = Counter()
    longest = 0.0
    for number in range(total):
        source = hostile_source(chance, texts)
        sharing = chance.choice(list(Sharing))
        form = Form(
            discreet=chance.random() < 0.5,
            large=chance.random() < 0.1,
            black=chance.random() < 0.2,
            layout=chance.choice(list(Layout)) if chance.random() < 0.1 else Layout.A4,
        )
        key = TextKey("co-parenting", HANDOUT, chance.choice(("da", "da", "en", "ar", "ti", "uk")))
        begin = time.process_time()
        with watched(lambda source=source, number=number: f"{number}: {source!r}"):  # type: ignore[misc]
            found = look_over(desktop, SheetSource(key, sharing, source), form)
            list(written_words(source))
            plain_title(source)
            named_in(source)
            telling_spans(source, SHIPPED.telling_stems())
        longest = max(longest, time.process_time() - begin)
        if found.fault is not None:
            assert sentence(found.fault, Language("da"))
            said[found.fault.fault.value] += 1
        else:
            resolve(source, discreet=form.discreet)
            said["printed" if found.pdf else "empty"] += 1
    assert not list(nowhere.iterdir())
    counted = ", ".join(f"{count} {fault}" for fault, count in said.most_common())
    figures(f"{total} hostile texts, the slowest {longest:.2f} s: {counted}")


class Drawn(ShippedLibrary):
    """The shipped library with one picture."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture

    def pictures(self, names: Any) -> tuple[Picture, ...]:
        return (self._picture,) if self._picture.name in names else ()
