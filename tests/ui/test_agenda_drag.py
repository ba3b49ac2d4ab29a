"""Dragging a row of the agenda, as the view asks its model for it."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.language import Language
from groupkit.ui.pages.session.agenda_model import AgendaModel

MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def model(qtbot: QtBot) -> AgendaModel:
    made = AgendaModel(Language("da"))
    items = tuple(AgendaItem(uuid4(), ItemKind.OTHER, title, 10) for title in "ABC")
    made.show_agenda(Agenda(items), dt.time(17))
    return made


def order(model: AgendaModel) -> str:
    return "".join(item.title for item in model.agenda.items)


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [(0, 3, "BCA"), (0, 2, "BAC"), (2, 0, "CAB"), (1, 1, "ABC"), (2, 1, "ACB")],
)
def test_a_dragged_row_lands_where_it_is_dropped(
    model: AgendaModel, source: int, before: int, after: str
) -> None:
    dragged = model.mimeData([model.index(source, 0)])
    model.dropMimeData(dragged, MOVE, before, 0, QModelIndex())
    assert order(model) == after
    times = [model.index(row, 0).data() for row in range(3)]
    assert times == ["17.00", "17.10", "17.20"]


def test_what_is_no_row_of_this_agenda_is_not_taken(model: AgendaModel) -> None:
    foreign, text = QMimeData(), QMimeData()
    foreign.setData(model.mimeTypes()[0], b"99")
    text.setText("hej")
    for dragged in (foreign, text):
        assert not model.dropMimeData(dragged, MOVE, 0, 0, QModelIndex())
    assert order(model) == "ABC"
