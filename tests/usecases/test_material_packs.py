"""Material packs between two houses: what goes along, what it would change, taking in and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PIL import Image

from groupkit.crypto.keyring import new_keyring
from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.house import House
from groupkit.domain.material import GUIDE, HANDOUT, OwnTopic, Sharing, TextKey, Version
from groupkit.domain.picture import MOST_PICTURES, Picture, named_in
from groupkit.domain.refusal import (
    ApprovingNotForYourRole,
    MakerNotCompared,
    MaterialChangedSince,
    NothingToPack,
    NothingToTakeIn,
    PackTrouble,
    Refusal,
    Refused,
    TooManyPictures,
)
from groupkit.domain.roles import ALL_RIGHTS, Rights, Role
from groupkit.store.opened import Store
from groupkit.store.opening import create
from groupkit.usecases.changes import Done, Kind
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.material_packs.exporting import PackFile, export, own_maker, packable
from groupkit.usecases.material_packs.looking import (
    MakerStanding,
    PackView,
    Piece,
    Standing,
    look_at,
)
from groupkit.usecases.material_packs.taking import Choice, TakenIn, put_back, take_in
from groupkit.usecases.own_topics import add_sheet, add_topic, change_topic, put_topic_agenda
from groupkit.usecases.pictures import find_picture, kept_pictures
from groupkit.usecases.pictures import take_in as take_picture_in
from groupkit.usecases.writing import approve, view_text, write_draft
from groupkit.wiring.pack_desk import Packs

SHIPPED, PRESS, PACKS = ShippedLibrary(), PdfPress(), Packs()
DAY = dt.date(2027, 1, 13)
SLUG = "co-parenting"
KEY = TextKey(SLUG, HANDOUT, "da")
HAND = "# Ark\n\n::: picture {} half | En hånd\n:::\n"


def now() -> dt.datetime:
    return dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    """The other house's store."""
    folder = tmp_path / "there"
    made = create(folder / "store.db", new_keyring(), House("Det andet hus"), "Bo Opdigtet")
    yield made
    made.close()


def library(store: Store) -> HouseLibrary:
    return HouseLibrary(SHIPPED, own_material(store, SHIPPED))


def write(store: Store, key: TextKey, text: str, *, approved: bool = True) -> None:
    write_draft(store, library(store), key, text, now)
    if approved:
        approve(store, key, now)


def packed(store: Store, *slugs: str, with_name: bool = False) -> PackFile:
    wanted = slugs or (SLUG,)
    return export(store, library(store), PACKS, wanted, DAY, with_name=with_name).value


def looked_at(store: Store, file: PackFile) -> PackView:
    return look_at(store, library(store), PACKS, file.data)


def taken(store: Store, view: PackView, *keys: TextKey, compared: bool = True) -> Done[TakenIn]:
    chosen = frozenset(keys) or frozenset(piece.key for piece in view.offered)
    choice = Choice(chosen, compared)
    return take_in(store, library(store), PACKS, view, choice, now, ALL_RIGHTS)


def piece(view: PackView, key: TextKey = KEY) -> Piece:
    return next(each for each in view.pieces if each.key == key)


def no(deed: Callable[[], object]) -> Refusal:
    with pytest.raises(Refused) as refused:
        deed()
    return refused.value.refusal


def everything(store: Store) -> tuple[object, ...]:
    with store.work() as work:
        return (
            work.topics.all(),
            work.topics.sheets(),
            work.texts.drafts(),
            work.texts.in_force(),
            work.topics.agenda(SLUG, "da"),
            work.pictures.facts(),
            work.packs.all(),
        )


def png(colour: str) -> bytes:
    written = BytesIO()
    Image.new("RGB", (40, 30), colour).save(written, "PNG")
    return written.getvalue()


def agenda(leader: str = "Lærke") -> Agenda:
    return Agenda((AgendaItem(uuid4(), ItemKind.TOPIC, "Velkommen", 15, "Te", leader),))


def test_what_the_house_approved_goes_and_drafts_stay(store: Store, there: Store) -> None:
    write(there, KEY, "# Vores ark\n\nGodkendt.")
    write(there, KEY, "# Vores ark\n\nEn hemmelig kladde.", approved=False)
    write(there, TextKey(SLUG, GUIDE, "da"), "# Vejledning\n\nKladde.", approved=False)
    assert [(each.slug, each.texts) for each in packable(there, library(there), "da")] == [
        (SLUG, 1)
    ]
    file = packed(there)
    assert file.name == "2027-01-13.materials"
    view = looked_at(store, file)
    assert [each.key for each in view.pieces] == [KEY]
    assert view.pieces[0].theirs == "# Vores ark\n\nGodkendt."


def test_there_is_nothing_to_pack_where_all_is_as_shipped(there: Store) -> None:
    assert packable(there, library(there), "da") == ()
    assert no(lambda: packed(there)) == NothingToPack()


def test_the_name_of_the_house_goes_along_by_choice_only(store: Store, there: Store) -> None:
    write(there, KEY, "# Vores ark")
    assert looked_at(store, packed(there)).pack.maker.name == ""
    assert b"Det andet hus" not in packed(there).data
    assert looked_at(store, packed(there, with_name=True)).pack.maker.name == "Det andet hus"


def test_nothing_of_a_woman_or_a_facilitator_is_in_a_pack(
    store: Store, women: Callable[..., UUID]
) -> None:
    women("Kedelmånestof")
    write(store, KEY, "# Vores ark")
    put_topic_agenda(store, SLUG, "da", agenda("Lærke"))
    view = looked_at(store, packed(store, with_name=True))
    said = repr(view.pack)
    assert "Velkommen" in said
    for name in ("Kedelmånestof", "Lærke", "Stær", "Anna Opdigtet", "Forår 2027"):
        assert name not in said


def test_new_changed_and_the_same_are_told_apart(store: Store, there: Store) -> None:
    other, third = TextKey(SLUG, GUIDE, "da"), TextKey(SLUG, HANDOUT, "ar")
    for key, text in ((KEY, "# Deres"), (other, "# Ens"), (third, "# جديد")):
        write(there, key, text)
    write(store, KEY, "# Vores")
    write(store, other, "# Ens")
    view = looked_at(store, packed(there))
    assert [
        (piece(view, key).standing, piece(view, key).is_own) for key in (KEY, other, third)
    ] == [
        (Standing.CHANGED, True),
        (Standing.SAME, True),
        (Standing.NEW, False),
    ]
    assert (piece(view).mine, piece(view).theirs) == ("# Vores", "# Deres")
    assert view.usual == {third}


def test_looking_changes_nothing(store: Store, there: Store) -> None:
    write(there, KEY, "# Deres")
    before = everything(store)
    looked_at(store, packed(there))
    assert everything(store) == before


def test_what_is_taken_in_counts_and_goes_back_whole(store: Store, there: Store) -> None:
    topic = add_topic(there, SHIPPED, "Penge", "Om penge", "da").value
    sheet = add_sheet(there, topic.slug, "Budget", Sharing.STAYS_HERE).value
    name = take_picture_in(there, PRESS, "hånd", png("teal")).value.name
    write(there, KEY, HAND.format(name))
    write(there, TextKey(topic.slug, GUIDE, "da"), "# Vejledning om penge")
    write(there, TextKey(topic.slug, sheet.name, "da"), "# Budget")
    put_topic_agenda(there, SLUG, "da", agenda())
    write(store, KEY, "# Vores")
    before = everything(store)

    view = looked_at(store, packed(there, SLUG, topic.slug))
    done = taken(store, view)
    assert done.changes.kinds == {Kind.LIBRARY}
    assert done.value.count == 4
    here = {each.slug: each for each in library(store).topics("da")}
    assert here[topic.slug].title == "Penge"
    assert here[topic.slug].guide == "# Vejledning om penge"
    assert [(each.name, each.sharing) for each in here[topic.slug].more] == [
        ("budget", Sharing.STAYS_HERE)
    ]
    assert here[SLUG].handout == HAND.format(name)
    assert here[SLUG].agenda[0].title == "Velkommen"
    assert library(store).pictures((name,))
    assert {each.standing for each in looked_at(store, packed(there)).pieces} == {Standing.SAME}
    history = view_text(store, library(store), KEY).versions
    assert history[0].text == "# Vores"

    put_back(store, done.value)
    assert everything(store) == before


def test_a_draft_here_stays_a_draft(store: Store, there: Store) -> None:
    write(there, KEY, "# Deres")
    write(store, KEY, "# Min kladde", approved=False)
    done = taken(store, looked_at(store, packed(there)))
    view = view_text(store, library(store), KEY)
    assert (view.in_force, view.latest) == ("# Deres", "# Min kladde")
    put_back(store, done.value)
    assert view_text(store, library(store), KEY).latest == "# Min kladde"


def test_only_what_was_chosen_is_taken_in(store: Store, there: Store) -> None:
    name = take_picture_in(there, PRESS, "hånd", png("teal")).value.name
    write(there, KEY, HAND.format(name))
    write(there, TextKey(SLUG, GUIDE, "da"), "# Vejledning")
    view = looked_at(store, packed(there))
    taken(store, view, TextKey(SLUG, GUIDE, "da"))
    assert kept_pictures(store) == ()
    assert view_text(store, library(store), KEY).versions == ()
    assert no(lambda: taken(store, view, TextKey(SLUG, GUIDE, "da"))) == NothingToTakeIn()


def test_a_newer_shipped_text_is_offered_over_a_text_taken_in(store: Store, there: Store) -> None:
    write(there, KEY, "# Deres")
    taken(store, looked_at(store, packed(there)))
    view = view_text(store, library(store), KEY)
    assert isinstance(view.versions[0], Version)
    assert view.versions[0].basis
    assert not view.newer_shipped


def test_a_picture_of_a_name_that_is_taken_gets_its_own(store: Store, there: Store) -> None:
    name = take_picture_in(there, PRESS, "hånd", png("teal")).value.name
    write(there, KEY, HAND.format(name))
    mine = take_picture_in(store, PRESS, "hånd", png("navy")).value
    taken(store, looked_at(store, packed(there)))
    assert find_picture(store, name) == mine
    source = view_text(store, library(store), KEY).in_force
    (shown,) = named_in(source)
    assert shown == "haand-2"
    assert library(store).pictures((shown,))[0].data == find_picture(there, name).data  # type: ignore[union-attr]
    assert {each.standing for each in looked_at(store, packed(there)).pieces} == {Standing.SAME}


def test_the_same_picture_is_kept_once(store: Store, there: Store) -> None:
    name = take_picture_in(there, PRESS, "hånd", png("teal")).value.name
    write(there, KEY, HAND.format(name))
    mine = take_picture_in(store, PRESS, "en anden titel", png("teal")).value
    done = taken(store, looked_at(store, packed(there)))
    assert [kept.facts.name for kept in kept_pictures(store)] == [mine.name]
    put_back(store, done.value)
    assert find_picture(store, mine.name) == mine


def test_all_or_nothing(store: Store, there: Store) -> None:
    for at, colour in enumerate(("teal", "navy")):
        name = take_picture_in(there, PRESS, f"hånd {at}", png(colour)).value.name
        write(there, TextKey(SLUG, HANDOUT, ("da", "en")[at]), HAND.format(name))
    view = looked_at(store, packed(there))
    with store.work() as work:
        for number in range(MOST_PICTURES - 1):
            work.pictures.put(Picture(f"p-{number}", "png", 9, 9, b"p"))
        work.commit()
    before = everything(store)
    assert no(lambda: taken(store, view)) == TooManyPictures(MOST_PICTURES)
    assert everything(store) == before


def test_a_maker_is_met_compared_and_known(store: Store, there: Store) -> None:
    write(there, KEY, "# Deres")
    file = packed(there, with_name=True)
    view = looked_at(store, file)
    assert view.maker is MakerStanding.UNKNOWN
    assert view.pack.maker.fingerprint == own_maker(there, PACKS).value.fingerprint
    assert no(lambda: taken(store, view, compared=False)) == MakerNotCompared()
    done = taken(store, view)
    assert looked_at(store, file).maker is MakerStanding.KNOWN
    put_back(store, done.value)
    assert looked_at(store, file).maker is MakerStanding.UNKNOWN
    assert looked_at(there, file).maker is MakerStanding.HERE


def test_a_maker_under_a_known_name_with_another_key_is_told(
    store: Store, there: Store, tmp_path: Path
) -> None:
    write(there, KEY, "# Deres")
    taken(store, looked_at(store, packed(there, with_name=True)))
    forger = create(tmp_path / "f" / "store.db", new_keyring(), House("DET ANDET HUS"), "Cy")
    write(forger, KEY, "# Falsk")
    view = looked_at(store, packed(forger, with_name=True))
    forger.close()
    assert view.maker is MakerStanding.NAMESAKE
    assert no(lambda: taken(store, view, compared=False)) == MakerNotCompared()


def test_who_may_not_approve_may_not_take_in(store: Store, there: Store) -> None:
    write(there, KEY, "# Deres")
    view = looked_at(store, packed(there))
    rights = Rights(frozenset({Role.COORDINATOR}))
    choice = Choice(view.usual, compared=True)
    assert (
        no(lambda: take_in(store, library(store), PACKS, view, choice, now, rights))
        == ApprovingNotForYourRole()
    )


def test_what_was_changed_since_is_not_taken_back(store: Store, there: Store) -> None:
    write(there, KEY, "# Deres")
    done = taken(store, looked_at(store, packed(there)))
    write(store, KEY, "# Siden rettet")
    assert no(lambda: put_back(store, done.value)) == MaterialChangedSince()
    assert view_text(store, library(store), KEY).in_force == "# Siden rettet"


def test_a_topic_that_is_retired_here_comes_back_with_its_words(store: Store, there: Store) -> None:
    for each in (store, there):
        add_topic(each, SHIPPED, "Penge", "Om penge", "da")
    write(there, TextKey("penge", GUIDE, "da"), "# Vejledning")
    change_topic(there, OwnTopic("penge", (("da", "Mange penge"),), (("da", "x"),)))
    retired = OwnTopic("penge", (("da", "Penge"),), (("da", "Om penge"),), retired=True)
    change_topic(store, retired)
    done = taken(store, looked_at(store, packed(there, "penge")))
    here = next(each for each in library(store).topics("da") if each.slug == "penge")
    assert (here.title, here.guide) == ("Penge", "# Vejledning")
    put_back(store, done.value)
    assert own_material(store, SHIPPED).topics == (retired,)


def test_how_a_sheet_is_shared_here_is_not_for_a_pack_to_say(store: Store, there: Store) -> None:
    for each, sharing in ((store, Sharing.FACILITATORS), (there, Sharing.TAKE_HOME)):
        add_sheet(each, SLUG, "Budget", sharing)
    write(there, TextKey(SLUG, "budget", "da"), "# Budget")
    taken(store, looked_at(store, packed(there)))
    assert [sheet.sharing for sheet in own_material(store, SHIPPED).sheets] == [
        Sharing.FACILITATORS
    ]


def test_a_text_that_leads_outside_is_not_packed(there: Store) -> None:
    write(there, KEY, "# Ark om penge\n\nSe https://example.org")
    refusal = no(lambda: packed(there))
    assert isinstance(refusal, PackTrouble)
    assert refusal.what == "Ark om penge"


def test_every_shipped_topic_can_be_adapted_and_packed(there: Store, store: Store) -> None:
    slugs = [topic.slug for topic in SHIPPED.topics("da")]
    for slug in slugs:
        for code in ("da", "en"):
            key = TextKey(slug, HANDOUT, code)
            write(there, key, f"{library(there).shipped_source(key)}\n\nVores egne ord.\n")
    view = looked_at(store, packed(there, *slugs))
    assert len(view.pieces) == 2 * len(slugs)
    assert {each.standing for each in view.pieces} == {Standing.CHANGED}
    assert view.usual == {each.key for each in view.pieces}
