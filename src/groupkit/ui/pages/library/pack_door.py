"""The way of material packs out of the library and into it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from groupkit.domain.material_pack import MOST_PACK_BYTES
from groupkit.domain.refusal import FileNotRead, Refused
from groupkit.machine.files import read_at_most
from groupkit.ui.desk import Desk
from groupkit.ui.file_dialog import ask_for_file
from groupkit.ui.pages.library.export_sheet import ExportSheet
from groupkit.ui.pages.library.pack_sheet import PackSheet
from groupkit.usecases.material_packs.looking import PackView, look_at
from groupkit.usecases.material_packs.taking import Choice, TakenIn, put_back, take_in
from groupkit.usecases.ports import PackDesk


class PackDoor(QObject):
    """Opens its sheets over ``page``."""

    def __init__(self, desk: Desk, packs: PackDesk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._packs, self._page = desk, packs, page

    def export(self) -> None:
        """Ask what is to be packed."""
        sheet = ExportSheet(self._desk, self._packs, self._page)
        sheet.open()
        sheet.load()

    def ask_which(self) -> None:
        """Ask for the file of a pack."""
        say = self._desk.language.say
        kinds = [say("Material packs (*.materials)")]
        ask_for_file(self._page, say("Take in a pack"), Path.home(), kinds, self.read_file)

    def read_file(self, file: Path) -> None:
        """Read a pack and show what it would bring."""
        desk, packs, library = self._desk, self._packs, self._desk.library
        desk.ask(self, lambda: look_at(desk.store, library, packs, _bytes_of(file)), self._offer)

    def _offer(self, view: PackView) -> None:
        sheet = PackSheet(self._desk.language, view, self._page)
        sheet.wanted.connect(lambda choice: self._take_in(sheet, view, choice))
        sheet.open()

    def _take_in(self, sheet: PackSheet, view: PackView, choice: Choice) -> None:
        desk, packs, library = self._desk, self._packs, self._desk.library
        rights = desk.store.user.rights
        if rights is None:
            return

        def taken(brought: TakenIn) -> None:
            sheet.close_now()
            said = desk.language.count(
                "{n} text or agenda is taken in.",
                "{n} texts and agendas are taken in.",
                brought.count,
            )
            desk.notice(said, undo=lambda: desk.do(desk, lambda: put_back(desk.store, brought)))

        desk.do(
            sheet,
            lambda: take_in(desk.store, library, packs, view, choice, desk.now, rights),
            taken,
        )


def _bytes_of(file: Path) -> bytes:
    try:
        return read_at_most(file, MOST_PACK_BYTES)
    except OSError:
        raise Refused(FileNotRead(file.name)) from None
