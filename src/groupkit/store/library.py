"""Texts of the house's own: versions, topics, sheets, pictures, words; and what sessions used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select
from sqlalchemy.dialects import sqlite

from groupkit.domain.agenda import Agenda
from groupkit.domain.material import OwnSheet, OwnTopic, Sharing, State, TextKey, Version, digest
from groupkit.domain.picture import Picture, PictureFacts
from groupkit.store.agendas import columns_of_item, item_of
from groupkit.store.tables import (
    kept_text,
    own_sheet,
    own_topic,
    own_topic_words,
    own_word,
    picture,
    text_version,
    topic_agenda_item,
    used_text,
)


class TextRows:
    """Versions by text; implements ``usecases.ports.Texts``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def versions(self, key: TextKey) -> tuple[Version, ...]:
        """Return a text's versions by number."""
        return self._where(_of(key))

    def in_force(self) -> tuple[Version, ...]:
        """Return the version that counts of every text that the house approved."""
        return self._where(text_version.c.state == State.APPROVED.value)

    def drafts(self) -> tuple[Version, ...]:
        """Return every draft."""
        return self._where(text_version.c.state == State.DRAFT.value)

    def put(self, key: TextKey, versions: Iterable[Version]) -> None:
        """Keep ``versions`` as the text's, in place of those there were."""
        self._connection.execute(delete(text_version).where(_of(key)))
        rows = [_columns(version) for version in versions]
        if rows:
            self._connection.execute(insert(text_version), rows)

    def use(self, session_id: UUID, key: TextKey, source: str) -> None:
        """Note that a session used ``source`` as the text of ``key``."""
        mark = digest(source)
        kept = sqlite.insert(kept_text).on_conflict_do_nothing()
        self._connection.execute(kept, {"digest": mark, "text": source})
        used = sqlite.insert(used_text)
        row = {"session_id": session_id, **_place(key), "digest": mark}
        self._connection.execute(
            used.on_conflict_do_update(
                index_elements=["session_id", "topic", "sheet", "language"],
                set_={"digest": used.excluded.digest},
            ),
            row,
        )

    def used_by(self, session_id: UUID) -> Mapping[TextKey, str]:
        """Return the texts that a session used."""
        rows = self._connection.execute(
            select(used_text, kept_text.c.text)
            .join(kept_text)
            .where(used_text.c.session_id == session_id)
        )
        return {TextKey(row.topic, row.sheet, row.language): row.text for row in rows}

    def kept(self) -> tuple[str, ...]:
        """Return every text that some session used, each once."""
        return tuple(self._connection.execute(select(kept_text.c.text)).scalars())

    def _where(self, condition: ColumnElement[bool]) -> tuple[Version, ...]:
        in_order = (
            text_version.c.topic,
            text_version.c.sheet,
            text_version.c.language,
            text_version.c.number,
        )
        rows = self._connection.execute(select(text_version).where(condition).order_by(*in_order))
        return tuple(_version(row) for row in rows)


class TopicRows:
    """The house's own topics, sheets and agendas; implements ``usecases.ports.OwnTopics``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[OwnTopic, ...]:
        """Return every topic of the house's own by slug."""
        words = defaultdict(list)
        for row in self._connection.execute(
            select(own_topic_words).order_by(own_topic_words.c.language)
        ):
            words[row.slug].append(row)
        rows = self._connection.execute(select(own_topic).order_by(own_topic.c.slug))
        return tuple(
            OwnTopic(
                row.slug,
                tuple((word.language, word.title) for word in words[row.slug]),
                tuple((word.language, word.summary) for word in words[row.slug]),
                bool(row.retired),
            )
            for row in rows
        )

    def put(self, topic: OwnTopic) -> None:
        """Keep ``topic``, in place of the one of its slug."""
        added = sqlite.insert(own_topic)
        self._connection.execute(
            added.on_conflict_do_update(
                index_elements=["slug"], set_={"retired": added.excluded.retired}
            ),
            {"slug": topic.slug, "retired": int(topic.retired)},
        )
        self._connection.execute(
            delete(own_topic_words).where(own_topic_words.c.slug == topic.slug)
        )
        summaries = dict(topic.summaries)
        rows = [
            {"slug": topic.slug, "language": code, "title": title,
             "summary": summaries.get(code, "")}
            for code, title in topic.titles
        ]  # fmt: skip
        if rows:
            self._connection.execute(insert(own_topic_words), rows)

    def remove(self, slug: str) -> None:
        """Remove a topic of the house's own, without its texts."""
        self._connection.execute(delete(own_topic_words).where(own_topic_words.c.slug == slug))
        self._connection.execute(delete(own_topic).where(own_topic.c.slug == slug))

    def sheets(self) -> tuple[OwnSheet, ...]:
        """Return every sheet that the house added to a topic."""
        rows = self._connection.execute(
            select(own_sheet).order_by(own_sheet.c.topic, own_sheet.c.name)
        )
        return tuple(
            OwnSheet(row.topic, row.name, Sharing(row.sharing), bool(row.retired)) for row in rows
        )

    def put_sheet(self, sheet: OwnSheet) -> None:
        """Keep ``sheet``, in place of the one of its name in its topic."""
        added = sqlite.insert(own_sheet)
        kept = added.on_conflict_do_update(
            index_elements=["topic", "name"],
            set_={"sharing": added.excluded.sharing, "retired": added.excluded.retired},
        )
        row = {
            "topic": sheet.topic,
            "name": sheet.name,
            "sharing": sheet.sharing.value,
            "retired": int(sheet.retired),
        }
        self._connection.execute(kept, row)

    def remove_sheet(self, topic: str, name: str) -> None:
        """Remove a sheet that the house added, without its texts."""
        here = (own_sheet.c.topic == topic) & (own_sheet.c.name == name)
        self._connection.execute(delete(own_sheet).where(here))

    def agenda(self, slug: str, language: str) -> Agenda:
        """Return the agenda that the house keeps for a topic, the empty one when it has none."""
        rows = self._connection.execute(
            select(topic_agenda_item)
            .where(topic_agenda_item.c.slug == slug, topic_agenda_item.c.language == language)
            .order_by(topic_agenda_item.c.place)
        )
        return Agenda(tuple(item_of(row) for row in rows))

    def put_agenda(self, slug: str, language: str, agenda: Agenda) -> None:
        """Keep ``agenda`` as the topic's; the empty one lets the shipped agenda count again."""
        self._connection.execute(
            delete(topic_agenda_item).where(
                topic_agenda_item.c.slug == slug, topic_agenda_item.c.language == language
            )
        )
        rows = [
            {"slug": slug, "language": language, "place": place, **columns_of_item(item)}
            for place, item in enumerate(agenda.items)
        ]
        if rows:
            self._connection.execute(insert(topic_agenda_item), rows)


class PictureRows:
    """Pictures by name; implements ``usecases.ports.Pictures``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def names(self) -> tuple[str, ...]:
        """Return the name of every picture."""
        return tuple(
            self._connection.execute(select(picture.c.name).order_by(picture.c.name)).scalars()
        )

    def facts(self) -> tuple[PictureFacts, ...]:
        """Return what is known of every picture, by name."""
        size = func.length(picture.c.data).label("size")
        columns = (picture.c.name, picture.c.kind, picture.c.width, picture.c.height, size)
        rows = self._connection.execute(select(*columns).order_by(picture.c.name))
        return tuple(PictureFacts(*row) for row in rows)

    def find(self, name: str) -> Picture | None:
        """Return the picture of that name, or None."""
        row = self._connection.execute(select(picture).where(picture.c.name == name)).one_or_none()
        return Picture(row.name, row.kind, row.width, row.height, row.data) if row else None

    def put(self, wanted: Picture) -> None:
        """Keep a picture, in place of the one of its name."""
        self.remove(wanted.name)
        row = {
            "name": wanted.name,
            "kind": wanted.kind,
            "width": wanted.width,
            "height": wanted.height,
            "data": wanted.data,
        }
        self._connection.execute(insert(picture), row)

    def remove(self, name: str) -> None:
        """Remove the picture, if it is there."""
        self._connection.execute(delete(picture).where(picture.c.name == name))


class OwnWordRows:
    """Words that the spell check is to know; implements ``usecases.ports.OwnWords``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> frozenset[str]:
        """Return every word."""
        return frozenset(self._connection.execute(select(own_word.c.word)).scalars())

    def add(self, word: str) -> None:
        """Add a word; one that is there stays."""
        self._connection.execute(sqlite.insert(own_word).on_conflict_do_nothing(), {"word": word})

    def remove(self, word: str) -> None:
        """Remove a word, if it is there."""
        self._connection.execute(delete(own_word).where(own_word.c.word == word))


def _place(key: TextKey) -> dict[str, str]:
    return {"topic": key.topic, "sheet": key.sheet, "language": key.language}


def _of(key: TextKey) -> ColumnElement[bool]:
    return (
        (text_version.c.topic == key.topic)
        & (text_version.c.sheet == key.sheet)
        & (text_version.c.language == key.language)
    )


def _columns(version: Version) -> dict[str, object]:
    return {
        "id": version.id,
        **_place(version.key),
        "number": version.number,
        "text": version.text,
        "state": version.state.value,
        "made": version.made,
        "made_by": version.made_by,
        "basis": version.basis,
        "translates": version.translates,
        "approved": version.approved,
        "approved_by": version.approved_by,
    }


def _version(row: Row[Any]) -> Version:
    return Version(
        row.id,
        TextKey(row.topic, row.sheet, row.language),
        row.number,
        row.text,
        State(row.state),
        row.made,
        row.made_by,
        row.basis,
        row.translates,
        row.approved,
        row.approved_by,
    )
