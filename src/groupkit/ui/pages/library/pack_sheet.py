"""A pack that was read: who made it, what it would bring, and the differences to what is here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groupkit.language import Language
from groupkit.ui.differences_view import DifferencesView
from groupkit.ui.pages.library.pack_words import (
    about_piece,
    maker_said,
    number_word,
    piece_word,
    standing_word,
)
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.panes import Panes
from groupkit.ui.parts.plain import PlainLabel, show_if
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.material_packs.looking import MakerStanding, PackView, Piece, Standing
from groupkit.usecases.material_packs.taking import Choice

_AT = Qt.ItemDataRole.UserRole
_SHARES = (2, 3)
_TRUSTED = frozenset({MakerStanding.HERE, MakerStanding.KNOWN})


class PackSheet(Sheet):
    """Emits the :class:`Choice`; nothing is taken in before."""

    wanted = Signal(object)

    def __init__(self, language: Language, view: PackView, over: QWidget) -> None:
        say = language.say
        super().__init__(say("Take in a material pack"), say("Close"), over)
        self._language, self._view = language, view
        said, tone = maker_said(view, language)
        self._maker = Banner(said, tone=tone)
        self._number = PlainLabel(number_word(view.pack.maker), role="title")
        self._number.setAccessibleName(
            say("The maker's number: {number}", number=number_word(view.pack.maker))
        )
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._number.setWordWrap(True)
        self._compared = SwitchField(say("We have compared the number, and it is the same"))
        self._list = QListWidget()
        self._list.setObjectName("choices")
        self._list.setAccessibleName(say("Texts and agendas of the pack"))
        self._list.setMinimumSize(300, 200)
        self._list.setWordWrap(True)
        self._about = PlainLabel(role="hint")
        self._about.setWordWrap(True)
        self._differences = DifferencesView(
            say("Differences"), say("The two texts say the same."), self
        )
        self._take = primary("")
        self._lay_out()
        self._fill()
        self._list.currentItemChanged.connect(self._show_piece)
        self._list.itemChanged.connect(self._show_state)
        self._compared.changed.connect(self._show_state)
        self._take.clicked.connect(self._emit)
        self._show_state()

    def first_focus(self) -> QWidget:
        """Return the list of what the pack holds."""
        return self._list

    def _lay_out(self) -> None:
        is_trusted = self._view.maker in _TRUSTED
        show_if(self._number, not is_trusted)
        show_if(self._compared, not is_trusted)
        left, right = QWidget(), QWidget()
        for side, above, below in (
            (left, None, self._list),
            (right, self._about, self._differences),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GRID)
            if above is not None:
                column.addWidget(above)
            column.addWidget(below, 1)
        content = QWidget()
        content.setObjectName("scrollContent")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID + 4)
        for part in (self._maker, self._number, self._compared):
            whole.addWidget(part)
        whole.addWidget(Panes(left, right, _SHARES), 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(content)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._take)
        self.body.setSpacing(GRID * 2)
        self.body.addWidget(area, 1)
        self.body.addLayout(foot)

    def _fill(self) -> None:
        titles = {
            topic.slug: dict(topic.titles).get(self._language.code) or topic.titles[0][1]
            for topic in self._view.pack.topics
        }
        shown = ""
        for at, piece in enumerate(self._view.pieces):
            if piece.key.topic != shown:
                shown = piece.key.topic
                self._add_heading(titles.get(shown, shown))
            self._add(at, piece)
        rows = range(self._list.count())
        texts = (row for row in rows if self._list.item(row).data(_AT) is not None)
        self._list.setCurrentRow(next(texts, -1))
        self._show_piece()

    def _add_heading(self, title: str) -> None:
        heading = QListWidgetItem(title, self._list)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self._list.font())
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)

    def _add(self, at: int, piece: Piece) -> None:
        language = self._language
        said = f"{piece_word(piece, language)}\n{standing_word(piece, language)}"
        item = QListWidgetItem(said, self._list)
        item.setData(_AT, at)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if piece.standing is Standing.SAME:
            item.setFlags(flags)
            return
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        is_chosen = piece.key in self._view.usual
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)

    def _show_piece(self) -> None:
        item = self._list.currentItem()
        at = item.data(_AT) if item is not None else None
        if at is None:
            self._about.setText("")
            self._differences.clear_all()
            return
        piece = self._view.pieces[at]
        self._about.setText(about_piece(piece, self._language))
        self._differences.compare(piece.mine, piece.theirs)

    def _chosen(self) -> list[Piece]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return [
            self._view.pieces[item.data(_AT)]
            for item in items
            if item.data(_AT) is not None and item.checkState() is Qt.CheckState.Checked
        ]

    def _show_state(self) -> None:
        count = len(self._chosen())
        may = self._view.maker in _TRUSTED or self._compared.value()
        self._take.setEnabled(count > 0 and may)
        say = self._language.say
        self._take.setText(
            say("Take in {n}", n=count) if self._view.offered else say("There is nothing new")
        )

    def _emit(self) -> None:
        keys = frozenset(piece.key for piece in self._chosen())
        self.wanted.emit(Choice(keys, self._compared.value()))
