"""Everything to print for one session in one go, and the papers one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from groupkit.domain.booking import leaders_of
from groupkit.domain.form import PLAIN, Form
from groupkit.domain.house import House
from groupkit.domain.material import Sharing, TextKey
from groupkit.domain.refusal import Refused
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.domain.session_pack import (
    RUN_SHEET,
    USUAL_LEADERS,
    PackLine,
    PackSheet,
    handed_out,
    has_divider,
    pile,
)
from groupkit.language import Language
from groupkit.language.library_words import language_word, sharing_word
from groupkit.usecases.finding import get_group, get_session
from groupkit.usecases.house_library import HouseLibrary
from groupkit.usecases.library_view import SheetView, TopicView, view_topic
from groupkit.usecases.papers import (
    DividerLine,
    DividerPaper,
    HandoutPaper,
    PackedPaper,
    PackPaper,
    PackPart,
    Printable,
)
from groupkit.usecases.ports import OpenStore, Press
from groupkit.usecases.recording import roster_of
from groupkit.usecases.reporting import run_sheet_paper
from groupkit.usecases.sheet_papers import SheetSource, sheet_paper, sheet_paper_value
from groupkit.usecases.used_texts import UsedText, changed_since


@dataclass(frozen=True)
class SessionMaterial:
    """What can be printed for a session, and for how many.

    ``women`` is None for who may see none. ``texts`` are the topic's texts as they count now,
    ``changed`` those that the session used and that are others now.
    """

    session: Session
    leaders: int
    women: int | None
    sheets: tuple[PackSheet, ...]
    texts: Mapping[TextKey, str]
    changed: tuple[UsedText, ...] = ()

    def sheet(self, name: str) -> PackSheet:
        """Return the paper of that name."""
        return next(sheet for sheet in self.sheets if sheet.name == name)

    def source(self, line: PackLine) -> SheetSource:
        """Return the text that is printed for ``line``."""
        key = self.key(line)
        return SheetSource(key, line.sharing, self.texts[key])

    def key(self, line: PackLine) -> TextKey:
        """Return which text is printed for ``line``."""
        return TextKey(self.session.topic, line.name, line.language)

    def texts_in(self, language: str) -> dict[TextKey, str]:
        """Return the texts of the topic in one language."""
        return {key: text for key, text in self.texts.items() if key.language == language}

    def used(self, lines: Iterable[PackLine]) -> dict[TextKey, str]:
        """Return the texts that stand on the papers of ``lines``."""
        keys = (self.key(line) for line in lines if line.copies and line.name != RUN_SHEET)
        return {key: self.texts[key] for key in keys}


@dataclass(frozen=True)
class PackChoice:
    """The copies wanted, and how the whole pile is printed."""

    lines: tuple[PackLine, ...]
    black: bool = False
    both_sides: bool = True
    divider: bool = True


def session_material(
    store: OpenStore, library: HouseLibrary, session_id: UUID, language: Language
) -> SessionMaterial:
    """Return what can be printed for a session; women are counted, and paused ones are not."""
    with store.work() as work:
        session = get_session(work, session_id)
        group = get_group(work, session.group_id)
        women = None
        if store.may(Part.PEOPLE):
            roster = roster_of(work, session)
            women = sum(not each.is_paused(session.day) for each in roster)
    view = _view(store, library, session, language)
    changed: tuple[UsedText, ...] = ()
    if view is not None:
        with store.work() as work:
            changed = changed_since(work, session_id, view)
    leaders = len(leaders_of(session, group)) or USUAL_LEADERS
    title = language.say("Run sheet")
    run_sheet = PackSheet(RUN_SHEET, title, Sharing.FACILITATORS, (language.code,))
    sheets, texts = _texts(view, language) if view else ((), {})
    return SessionMaterial(session, leaders, women, (run_sheet, *sheets), texts, changed)


def _view(
    store: OpenStore, library: HouseLibrary, session: Session, language: Language
) -> TopicView | None:
    """Return the session's topic; None for none, and for one that is no longer there."""
    if not session.topic:
        return None
    try:
        return view_topic(store, library, session.topic, language.code)
    except Refused:
        return None


def _texts(view: TopicView, language: Language) -> tuple[tuple[PackSheet, ...], dict[TextKey, str]]:
    sheets, texts = [], {}
    for text in view.texts:
        written = _written(text)
        if not written:
            continue
        is_guide = text is view.guide
        title = language.say("Facilitators' guide") if is_guide else text.title or text.name
        sheets.append(PackSheet(text.name, title, text.sharing, tuple(written)))
        for code, source in written.items():
            texts[TextKey(view.topic.slug, text.name, code)] = source
    return tuple(sheets), texts


def _written(text: SheetView) -> dict[str, str]:
    return {each.language: each.source for each in text.standings if each.source.strip()}


@dataclass(frozen=True)
class Packer:
    """Makes the papers of one session in the house's language."""

    store: OpenStore
    library: HouseLibrary
    press: Press
    language: Language
    house: House

    def one(self, material: SessionMaterial, line: PackLine) -> Printable:
        """Return one paper by itself.

        Raises:
            Refused: NotationTrouble.
        """
        if line.name == RUN_SHEET:
            paper = run_sheet_paper(self.store, material.session.id, self.library, self.language)
            title = self.language.say("Run sheet {number}", number=paper.number)
            return Printable(title, self.press.file_name(title), self.press.run_sheet(paper))
        return self._sheet(material.source(line), line.form)

    def as_used(self, used: UsedText, form: Form = PLAIN) -> Printable:
        """Return a paper in the words that a session used.

        Raises:
            Refused: NotationTrouble.
        """
        return self._sheet(SheetSource(used.key, used.sharing, used.source), form)

    def pages(self, material: SessionMaterial, line: PackLine) -> int:
        """Return how many pages one copy has; black ink takes as many as colour.

        Raises:
            Refused: NotationTrouble.
        """
        return self.press.pages_of(self._paper(material, line, black=False))

    def pack(self, material: SessionMaterial, choice: PackChoice) -> Printable:
        """Return the whole pile; its title and file name tell nothing.

        Raises:
            Refused: NotationTrouble.
        """
        lines = pile(choice.lines)
        women = handed_out(lines)
        parts = [self._part(material, line, choice) for line in lines]
        if choice.divider and has_divider(lines):
            divider = DividerPaper(
                self.language.code,
                tuple(self._below(material, line) for line in women),
                choice.black,
            )
            parts.insert(len(lines) - len(women), PackPart(divider, 1))
        title = self.language.say("Papers")
        paper = PackPaper(self.language.code, title, tuple(parts), choice.both_sides)
        pdf = self.press.session_pack(paper)
        return Printable(title, self.press.file_name(title), pdf, choice.both_sides)

    def _part(self, material: SessionMaterial, line: PackLine, choice: PackChoice) -> PackPart:
        return PackPart(self._paper(material, line, black=choice.black), line.copies)

    def _paper(self, material: SessionMaterial, line: PackLine, *, black: bool) -> PackedPaper:
        if line.name == RUN_SHEET:
            paper = run_sheet_paper(self.store, material.session.id, self.library, self.language)
            return replace(paper, black=black)
        form = replace(line.form, black=black)
        return sheet_paper_value(
            self.library, self.language, self.house, material.source(line), form
        )

    def _below(self, material: SessionMaterial, line: PackLine) -> DividerLine:
        source = material.source(line)
        neutral = HandoutPaper(line.language, source.source, Form(discreet=True), ())
        title = self.press.handout_title(neutral)
        said = [form_word(line.form, self.language)]
        if len(material.sheet(line.name).languages) > 1:
            said.append(language_word(line.language, self.language))
        said.append(sharing_word(line.sharing, self.language))
        return DividerLine(line.copies, title, " · ".join(said))

    def _sheet(self, source: SheetSource, form: Form) -> Printable:
        return sheet_paper(self.press, self.library, self.language, self.house, source, form)


def form_word(form: Form, language: Language) -> str:
    """Return a form of the pile in words."""
    if form.large:
        return language.say("Large print, discreet")
    return language.say("Discreet form") if form.discreet else language.say("Plain form")
