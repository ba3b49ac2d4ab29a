"""The gallery as a whole: named, retinted at a switch, and whole at twice the text size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QFrame,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import groupkit
from groupkit.language import Language
from groupkit.shipped import shipped
from groupkit.ui.gallery import Gallery, main
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.icons import IconLabel, pixmap
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.segmented import Segmented
from groupkit.ui.theme import appearance
from groupkit.ui.theme.tokens import DARK, LIGHT

ICONS = sorted(path.stem for path in shipped("icons").glob("*.svg"))


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    appearance.use("light", 1.0)
    yield
    appearance.use("light", 1.0)


def gallery(qtbot: QtBot, code: str = "da") -> Gallery:
    made = Gallery(Language(code))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    QApplication.processEvents()
    return made


def ink(picture: QImage) -> set[str]:
    """Return the colours of the pixels that are fully painted."""
    picture = picture.convertToFormat(QImage.Format.Format_ARGB32)
    colours = (
        QColor.fromRgba(picture.pixel(x, y))
        for x in range(picture.width())
        for y in range(picture.height())
    )
    return {colour.name().upper() for colour in colours if colour.alpha() == 255}


def is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.sizeHint().width() > label.width() + 1


def cut_texts(top: QWidget) -> list[str]:
    labels = [w for w in top.findChildren(QLabel) if w.isVisible() and w.text()]
    cut = [label.text() for label in labels if is_cut(label)]
    for button in top.findChildren(QAbstractButton):
        shows_text = not isinstance(button, QToolButton) or (
            button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if button.isVisible() and button.text() and shows_text:
            needed = button.fontMetrics().horizontalAdvance(button.text())
            if needed > button.contentsRect().width():
                cut.append(button.text())
    return cut


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_ships_and_draws_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    assert ink(pixmap(name, "#AA3311").toImage()) == {"#AA3311"}


def test_every_shipped_icon_is_used() -> None:
    root = Path(groupkit.__file__).parent
    written = "".join(path.read_text("utf-8") for path in root.rglob("*.py"))
    assert [name for name in ICONS if f'"{name}"' not in written] == []


@pytest.mark.parametrize("path", sorted(shipped("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_icons_share_one_line_style(path: object) -> None:
    text = shipped("icons", path.name).read_text("utf-8")  # type: ignore[attr-defined]
    head = text.split(">", 1)[0]
    for wanted in ('viewBox="0 0 24 24"', 'stroke="currentColor"', 'stroke-width="1.75"'):
        assert wanted in head
    assert 'stroke-linejoin="round"' in head


def test_the_screen_font_is_the_shipped_one(qtbot: QtBot) -> None:
    appearance.use("light")
    assert "Inter" in QFontDatabase.families()
    assert QApplication.font().family() == "Inter"
    assert {"Regular", "Medium", "SemiBold", "Bold"} <= {
        path.stem.removeprefix("Inter-") for path in shipped("fonts").glob("Inter-*.otf")
    }
    assert "SIL OPEN FONT LICENSE" in shipped("fonts", "Inter-LICENCE.txt").read_text("utf-8")


@pytest.mark.parametrize("code", ["da", "en"])
def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, code: str) -> None:
    made = gallery(qtbot, code)
    made.toasts.show_text("Gemt", "Fortryd", made.toasts.clear)
    nameless = [
        type(widget).__name__
        for widget in made.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parent(), QAbstractSpinBox)  # its box has the name
        and not isinstance(widget, Segmented)  # named by the page, after the woman it is about
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_switching_the_look_retints_icons_and_grounds(qtbot: QtBot) -> None:
    made = gallery(qtbot)
    labels = [label for label in made.findChildren(IconLabel) if label.isVisible()]
    buttons = [
        button
        for button in made.findChildren(QAbstractButton)
        if button.isVisible() and not button.icon().isNull()
    ]
    before = [label.pixmap().cacheKey() for label in labels]
    before_buttons = [b.icon().pixmap(b.iconSize()).toImage() for b in buttons]
    appearance.use("dark")
    QApplication.processEvents()
    assert len(labels) > 10
    assert all(b.pixmap().cacheKey() != was for b, was in zip(labels, before, strict=True))
    after_buttons = [b.icon().pixmap(b.iconSize()).toImage() for b in buttons]
    assert all(now != was for now, was in zip(after_buttons, before_buttons, strict=True))
    card = made.findChild(QFrame, "card")
    assert card is not None
    assert DARK.card.upper() in ink(card.grab().toImage())
    assert LIGHT.card.upper() not in ink(card.grab().toImage())


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_no_text_is_cut(qtbot: QtBot, factor: float, code: str) -> None:
    appearance.use("light", factor)
    assert cut_texts(gallery(qtbot, code)) == []


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_nothing_runs_out_of_the_side(qtbot: QtBot, factor: float, code: str) -> None:
    appearance.use("light", factor)
    scroll = gallery(qtbot, code).findChild(PageScroll)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0


def test_a_text_that_is_cut_would_be_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label = PlainLabel("A sentence much too long for forty pixels", parent=holder)
    label.setFixedSize(40, 16)
    holder.show()
    assert cut_texts(holder) == [label.text()]


@pytest.mark.parametrize("width", [520, 700, 1200])
def test_an_empty_state_shows_its_whole_sentence(qtbot: QtBot, width: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    sentence = "Your groups will appear here, each with its sessions laid out. " * 2
    column = QVBoxLayout(holder)
    column.addWidget(EmptyState("groups", sentence.strip(), "Plan the first group"))
    column.addStretch(1)
    holder.resize(width, 700)
    holder.show()
    QApplication.processEvents()
    assert cut_texts(holder) == []


def test_icons_grow_with_the_text(qtbot: QtBot) -> None:
    beside = IconLabel("warning", "danger", 16)
    qtbot.addWidget(beside)
    small = beside.width()
    appearance.use("light", 2.0)
    assert beside.width() >= 1.5 * small


def test_the_calendars_arrows_are_seen_in_the_dark(qtbot: QtBot) -> None:
    field = DateField("Starts on", dt.date(2027, 1, 13))
    qtbot.addWidget(field)
    appearance.use("dark")
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        arrow = field.input.calendarWidget().findChild(QToolButton, name)
        assert DARK.text.upper() in ink(arrow.icon().pixmap(48).toImage())


def test_the_gallery_leaves_pictures_of_every_look_and_size(qtbot: QtBot, tmp_path: Path) -> None:
    assert main(["--shots", str(tmp_path / "shots")]) == 0
    pictures = {path.stem: QImage(str(path)) for path in (tmp_path / "shots").glob("*.png")}
    assert len(pictures) == 8
    large = pictures["gallery-dark-1920x1080-2"]
    assert (large.width(), large.height()) == (1920, 1080)
    assert large.pixelColor(1500, 20).name().upper() == DARK.window


def test_text_factor_is_held_between_one_and_two(qtbot: QtBot) -> None:
    appearance.use("light", 9.0)
    assert appearance.current().factor == 2.0
    appearance.use("light", 0.1)
    assert appearance.current().factor == 1.0


def test_typed_markup_is_shown_as_typed(qtbot: QtBot) -> None:
    label = PlainLabel("<b>Mia</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
