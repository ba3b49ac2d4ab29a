"""Pictures taken in, shown on sheets, removed and put back; the house's logo."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from groupkit.documents.library import ShippedLibrary
from groupkit.documents.press import PdfPress
from groupkit.domain import picture as rules
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.form import Form
from groupkit.domain.house import House
from groupkit.domain.material import HANDOUT, Sharing, TextKey
from groupkit.domain.picture import LOGO, MOST_NAME, Picture, free_name
from groupkit.domain.readability import readability
from groupkit.domain.refusal import (
    PictureFault,
    PictureInUse,
    PicturesTooLarge,
    PictureTrouble,
    Refused,
    TooManyPictures,
)
from groupkit.domain.session import Session
from groupkit.domain.spelling import written_words
from groupkit.language import Language
from groupkit.store.opened import Store
from groupkit.usecases.changes import Kind
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.pictures import (
    find_picture,
    kept_pictures,
    put_back,
    remove,
    remove_logo,
    set_logo,
    take_in,
)
from groupkit.usecases.sheet_papers import SheetSource, sheet_paper
from groupkit.usecases.writing import approve, write_draft

PRESS = PdfPress()
SHIPPED = ShippedLibrary()
KEY = TextKey("co-parenting", HANDOUT, "da")


def now() -> dt.datetime:
    return dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)


def library(store: Store) -> HouseLibrary:
    return HouseLibrary(SHIPPED, own_material(store, SHIPPED))


def png(colour: str = "teal", side: int = 40) -> bytes:
    written = BytesIO()
    Image.new("RGB", (side, side), colour).save(written, "PNG")
    return written.getvalue()


def write(store: Store, text: str) -> None:
    write_draft(store, library(store), KEY, text, now)


def names(store: Store) -> list[str]:
    return [kept.facts.name for kept in kept_pictures(store)]


def test_a_picture_is_taken_in_under_a_name_of_its_title(store: Store) -> None:
    done = take_in(store, PRESS, "Hånd på maven.PNG", png())
    assert done.value.name == "haand-paa-maven-png"
    assert done.changes.kinds == {Kind.LIBRARY}
    assert find_picture(store, done.value.name) == done.value
    assert library(store).pictures((done.value.name, "none")) == (done.value,)
    with store.work() as work:
        entry = work.log.entries(newest=1)[0]
    assert (entry.deed, entry.subject) == (Deed.ADDED, Subject.PICTURE)


def test_two_pictures_of_one_title_have_two_names_and_the_same_one_has_one(store: Store) -> None:
    first = take_in(store, PRESS, "hånd", png("teal")).value
    again = take_in(store, PRESS, "en anden titel", png("teal"))
    other = take_in(store, PRESS, "hånd", png("navy")).value
    assert again.value == first
    assert not again.changes.kinds
    assert names(store) == [first.name, other.name] == ["haand", "haand-2"]


def test_no_picture_on_sheets_is_ever_called_as_the_logo() -> None:
    assert free_name("Logo", ()) == "logo-2"
    assert free_name("صورة", ()) == "picture"
    longest = free_name("x" * 300, {free_name("x" * 300, ())})
    assert len(longest) <= MOST_NAME
    assert rules.named_in(f"::: picture {longest} | ord\n:::") == (longest,)


def test_where_a_picture_is_shown_is_known_of_drafts_and_of_what_counts(store: Store) -> None:
    name = take_in(store, PRESS, "hånd", png()).value.name
    assert [kept.texts for kept in kept_pictures(store)] == [()]
    write(store, f"# Ark\n\n::: picture {name} | En hånd\n:::\n")
    assert [kept.texts for kept in kept_pictures(store)] == [(KEY,)]
    approve(store, KEY, now)
    assert [kept.texts for kept in kept_pictures(store)] == [(KEY,)]


def test_a_picture_that_a_text_shows_stays(store: Store) -> None:
    name = take_in(store, PRESS, "hånd", png()).value.name
    write(store, f"# Ark\n\n::: picture {name} | En hånd\n:::\n")
    with pytest.raises(Refused) as no:
        remove(store, name)
    assert no.value.refusal == PictureInUse(1)
    assert names(store) == [name]


def test_a_picture_stays_for_the_session_that_used_it(
    store: Store, sessions: tuple[Session, ...]
) -> None:
    name = take_in(store, PRESS, "hånd", png()).value.name
    with store.work() as work:
        work.texts.use(sessions[0].id, KEY, f"# Ark\n\n::: picture {name} | En hånd\n:::\n")
        work.commit()
    with pytest.raises(Refused):
        remove(store, name)


def test_a_picture_nobody_shows_goes_and_comes_back(store: Store) -> None:
    picture = take_in(store, PRESS, "hånd", png()).value
    removed = remove(store, picture.name).value
    assert names(store) == []
    assert removed is not None
    put_back(store, removed)
    assert find_picture(store, picture.name) == picture


def test_a_file_that_is_no_picture_changes_nothing(store: Store) -> None:
    with pytest.raises(Refused) as no:
        take_in(store, PRESS, "brev", b"%PDF-1.7")
    assert no.value.refusal == PictureTrouble(PictureFault.UNKNOWN_KIND)
    assert names(store) == []


def test_there_is_room_for_so_many_pictures(store: Store) -> None:
    small = take_in(store, PRESS, "hånd", png()).value
    with store.work() as work:
        for number in range(1, rules.MOST_PICTURES):
            work.pictures.put(replace(small, name=f"p-{number}"))
        work.commit()
    with pytest.raises(Refused) as no:
        take_in(store, PRESS, "en til", png("navy"))
    assert no.value.refusal == TooManyPictures(rules.MOST_PICTURES)


def test_there_is_room_for_so_many_bytes(store: Store) -> None:
    with store.work() as work:
        for number in range(15):
            work.pictures.put(Picture(f"p-{number}", "png", 9, 9, bytes(4_000_000)))
        work.commit()
    with pytest.raises(Refused) as no:
        take_in(store, PRESS, "en til", png())
    assert no.value.refusal == PicturesTooLarge(rules.MOST_BYTES_KEPT)


def test_the_logo_is_set_changed_removed_and_put_back(store: Store) -> None:
    assert set_logo(store, PRESS, png("teal")).value is None
    first = find_picture(store, LOGO)
    assert set_logo(store, PRESS, png("navy")).value == first
    assert names(store) == []
    removed = remove_logo(store).value
    assert find_picture(store, LOGO) is None
    assert removed is not None
    put_back(store, removed)
    assert library(store).pictures((LOGO,)) == (removed,)


def test_a_sheet_with_a_picture_of_the_house_prints(store: Store) -> None:
    name = take_in(store, PRESS, "hånd", png()).value.name
    source = f"# Ark\n\n::: picture {name} small | En hånd på maven\n:::\n"
    sheet = SheetSource(KEY, Sharing.TAKE_HOME, source)
    paper = sheet_paper(PRESS, library(store), Language("da"), House("Huset"), sheet, Form())
    assert b"/Image" in paper.pdf


def test_of_a_picture_its_words_count_and_not_its_name() -> None:
    source = "::: picture haand-paa-maven half | En hånd på maven\n:::"
    assert readability(source).words == 4
    assert [word.text for word in written_words(source)] == ["En", "hånd", "på", "maven"]
