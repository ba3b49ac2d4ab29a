"""The forms that take the agenda's place for a while: copying one in, keeping it, renaming."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from groupkit.domain.agenda import Template
from groupkit.ui.desk import Desk
from groupkit.ui.pages.session.copy_agenda import CopyAgenda
from groupkit.ui.pages.session.template_name import TemplateName
from groupkit.ui.parts.swap import Swap
from groupkit.usecases.agenda_copying import Copied, Source, copy_agenda, take_copy_back
from groupkit.usecases.agenda_templates import (
    Kept,
    keep_template,
    put_template_back,
    remove_template,
    rename_template,
)
from groupkit.usecases.preparing import Prepared

COPY, KEEP, RENAME = "copy", "keep", "rename"


class AgendaForms(QObject):
    """Shows one form at a time in ``swap``; what each does can be taken back."""

    left = Signal()
    """The agenda is shown again."""

    def __init__(self, desk: Desk, swap: Swap, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._swap = desk, swap
        self._prepared: Prepared | None = None
        self._form: CopyAgenda | TemplateName | None = None
        self._spot = ""

    @property
    def spot(self) -> str:
        """Return which form is open, '' when none is."""
        return self._spot if self._swap.has_form else ""

    def show_prepared(self, prepared: Prepared) -> None:
        """Take over what is prepared now."""
        self._prepared = prepared
        if isinstance(self._form, CopyAgenda):
            self._form.show_length_of(prepared.agenda)

    def flush(self) -> None:
        """Keep a half-typed name at once."""
        if isinstance(self._form, TemplateName):
            self._form.flush()

    def open(self, spot: str) -> QWidget | None:
        """Open the form of ``spot``; return what takes its keys, None for no form of ours."""
        name, _, key = spot.partition("/")
        if self._prepared is None or name not in {COPY, KEEP, RENAME}:
            return None
        if name == RENAME and key:
            self._open_rename(UUID(key), "")
        elif name == KEEP and self._prepared.agenda.items:
            self.open_keep()
        else:
            self.open_copy()
        return self._form.first_focus() if self._form else None

    def open_copy(self) -> None:
        """Choose an agenda to copy."""
        if self._prepared is None:
            return
        session = self._prepared.session
        form = CopyAgenda(self._desk, session.id, session.minutes, self._swap)
        form.show_length_of(self._prepared.agenda)
        form.wanted.connect(self._copy)
        form.renaming.connect(self._rename)
        form.removing.connect(self._remove)
        form.left.connect(self.close)
        self._show(form, COPY)
        form.load()

    def open_keep(self) -> None:
        """Keep the session's agenda as a template."""
        if self._prepared is None:
            return
        say = self._desk.language.say
        form = TemplateName(
            self._desk,
            say("Keep as template"),
            say("Any session can begin with it. The facilitators' names stay out."),
            f"template of {self._prepared.session.id}",
            may_replace=True,
            parent=self._swap,
        )
        form.named.connect(self._keep)
        form.left.connect(self.close)
        self._show(form, KEEP)
        form.load("")

    def close(self) -> None:
        """Show the agenda again."""
        self._form, self._spot = None, ""
        self._swap.show_usual()
        self.left.emit()

    def _show(self, form: CopyAgenda | TemplateName, spot: str) -> None:
        self._form, self._spot = form, spot
        self._swap.show_form(form, form.first_focus())

    def _copy(self, source: Source, append: bool) -> None:
        if self._prepared is None:
            return
        desk, session_id = self._desk, self._prepared.session.id

        def copied(made: Copied) -> None:
            desk.notice(
                self._said(source, made),
                undo=lambda: desk.do(desk, lambda: take_copy_back(desk.store, session_id, made)),
            )
            self.close()

        desk.do(
            self,
            lambda: copy_agenda(
                desk.store, session_id, source, desk.library, desk.language, append=append
            ),
            copied,
        )

    def _said(self, source: Source, made: Copied) -> str:
        say = self._desk.language.say
        said = say("The agenda of '{source}' was copied.", source=source.title)
        if made.leaders_left:
            choose = say("Who leads is for you to choose.")
            return f"{said} {choose}"
        return said

    def _keep(self, name: str, replacing: bool) -> None:
        form = self._form
        if self._prepared is None or not isinstance(form, TemplateName):
            return
        desk, session_id = self._desk, self._prepared.session.id

        def kept(made: Kept) -> None:
            form.forget()
            desk.notice(
                desk.language.say("The agenda was kept as '{name}'.", name=made.template.name),
                undo=self._not_kept(made),
            )
            self.close()

        desk.do(
            form,
            lambda: keep_template(desk.store, session_id, name, replacing=replacing),
            kept,
            form.show_refusal,
        )

    def _not_kept(self, made: Kept) -> Callable[[], None]:
        desk, replaced = self._desk, made.replaced
        if replaced is None:
            return lambda: desk.do(desk, lambda: remove_template(desk.store, made.template.id))
        return lambda: desk.do(desk, lambda: put_template_back(desk.store, replaced))

    def _rename(self, source: Source) -> None:
        self._open_rename(UUID(source.key), source.title)

    def _open_rename(self, template_id: UUID, name: str) -> None:
        say = self._desk.language.say
        form = TemplateName(
            self._desk,
            say("Rename the template"),
            name,
            f"template/{template_id}",
            may_replace=False,
            parent=self._swap,
        )
        form.named.connect(lambda typed, _: self._give_name(form, template_id, name, typed))
        form.left.connect(self.open_copy)
        self._show(form, f"{RENAME}/{template_id}")
        form.load(name)

    def _give_name(self, form: TemplateName, template_id: UUID, before: str, name: str) -> None:
        desk = self._desk

        def renamed(template: Template) -> None:
            form.forget()
            say = desk.language.say
            undo = (
                (lambda: desk.do(desk, lambda: rename_template(desk.store, template_id, before)))
                if before
                else None
            )
            desk.notice(say("The template is called '{name}' now.", name=template.name), undo=undo)
            self.open_copy()

        desk.do(
            form,
            lambda: rename_template(desk.store, template_id, name),
            renamed,
            form.show_refusal,
        )

    def _remove(self, source: Source) -> None:
        desk, template_id = self._desk, UUID(source.key)

        def removed(template: Template) -> None:
            desk.notice(
                desk.language.say("The template '{name}' was removed.", name=template.name),
                undo=lambda: desk.do(desk, lambda: put_template_back(desk.store, template)),
            )

        desk.do(self, lambda: remove_template(desk.store, template_id), removed)

    def on_templates_changed(self) -> None:
        """Read the list again where it is open."""
        if isinstance(self._form, CopyAgenda):
            self._form.load()
