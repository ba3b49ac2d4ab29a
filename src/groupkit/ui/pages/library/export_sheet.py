"""Making a material pack: which topics, and whether the house's name goes along."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from groupkit.domain.material_pack import SUFFIX, Maker
from groupkit.domain.refusal import FileNotWritten
from groupkit.language import Language
from groupkit.machine.files import write_whole
from groupkit.ui.desk import Desk
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.fitted_sheet import FittedSheet
from groupkit.ui.pages.library.pack_words import number_word
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.material_packs.exporting import (
    Packable,
    PackFile,
    export,
    own_maker,
    packable,
)
from groupkit.usecases.ports import PackDesk


class ExportSheet(FittedSheet):
    """All topics of which there is something of the house's own are chosen at first."""

    def __init__(self, desk: Desk, packs: PackDesk, over: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("Export to a material pack"), say("Close"), over)
        self._desk, self._packs = desk, packs
        self._topics: dict[str, SwitchField] = {}
        about = PlainLabel(
            say(
                "A pack holds what the house wrote itself and approved, with agendas and pictures, "
                "for another laptop with this program. Drafts stay here, and nothing about women "
                "or groups is ever in a pack."
            )
        )
        about.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self._named = SwitchField(
            say("Put the house's name in"),
            hint=say("Whoever gets hold of the file can read it. Its texts can be read, too."),
        )
        self._number = PlainLabel(role="hint")
        self._number.setWordWrap(True)
        self._all = quiet(say("Choose all"))
        self._all.hide()
        self._make = primary(say("Save the pack …"), "save")
        self._make.setEnabled(False)
        self.foot.insertWidget(0, self._all)
        self.foot.addWidget(self._make)
        self.form.addWidget(about)
        self.form.addLayout(self._list)
        self.form.addWidget(self._named)
        self.form.addWidget(self._number)
        self._all.clicked.connect(self._switch_all)
        self._make.clicked.connect(self._export)

    def load(self) -> None:
        """Read what there is to pack, and the house's own number."""
        desk, packs = self._desk, self._packs
        library, code = desk.library, desk.language.code
        desk.ask(self, lambda: packable(desk.store, library, code), self._show)
        desk.do(self, lambda: own_maker(desk.store, packs), self._show_number)

    def save_to(self, target: Path, file: PackFile) -> None:
        """Write the pack where it was chosen to be, or say that it could not be written."""
        say = self._desk.language.say
        try:
            write_whole(target, file.data)
        except OSError:
            self._desk.tell(FileNotWritten(target.name))
            return
        self._desk.notice(say("Saved as {name}.", name=target.name))
        self.close_now()

    def _show(self, topics: tuple[Packable, ...]) -> None:
        language = self._desk.language
        for topic in topics:
            switch = SwitchField(topic.title, hint=_said(topic, language), value=True)
            switch.changed.connect(self._show_state)
            self._list.addWidget(switch)
            self._topics[topic.slug] = switch
        if not topics:
            nothing = PlainLabel(
                language.say(
                    "There is nothing to pack yet: all texts that count are as they ship."
                ),
                role="hint",
            )
            nothing.setWordWrap(True)
            self._list.addWidget(nothing)
        self._show_state()
        first = next(iter(self._topics.values()), None)
        if first is not None:
            first.input.setFocus()

    def _show_number(self, maker: Maker) -> None:
        self._number.setText(
            self._desk.language.say(
                "The pack is signed. This laptop's number: {number}. "
                "Whoever takes the pack in compares it with you.",
                number=number_word(maker),
            )
        )

    def _show_state(self) -> None:
        say = self._desk.language.say
        chosen = len(self._chosen())
        self._make.setEnabled(chosen > 0)
        self._all.setVisible(len(self._topics) > 1)
        self._all.setText(say("Choose none") if chosen == len(self._topics) else say("Choose all"))

    def _chosen(self) -> frozenset[str]:
        return frozenset(slug for slug, switch in self._topics.items() if switch.value())

    def _switch_all(self) -> None:
        wanted = len(self._chosen()) < len(self._topics)
        for switch in self._topics.values():
            switch.set_value(wanted)

    def _export(self) -> None:
        desk, packs, library = self._desk, self._packs, self._desk.library
        slugs, named, today = self._chosen(), self._named.value(), desk.today()
        desk.do(
            self,
            lambda: export(desk.store, library, packs, slugs, today, with_name=named),
            self._ask_where,
        )

    def _ask_where(self, file: PackFile) -> None:
        say = self._desk.language.say
        ask = QuietFileDialog(say("Save the pack"), Path.home(), self)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilter(say("Material packs (*.materials)"))
        ask.setDefaultSuffix(SUFFIX.removeprefix("."))
        ask.selectFile(file.name)
        ask.fileSelected.connect(lambda chosen: self.save_to(Path(chosen), file))
        QDialog.open(ask)


def _said(topic: Packable, language: Language) -> str:
    texts = language.count("{n} text", "{n} texts", topic.texts) if topic.texts else ""
    agendas = language.count("{n} agenda", "{n} agendas", topic.agendas) if topic.agendas else ""
    return " · ".join(filter(None, (texts, agendas)))
