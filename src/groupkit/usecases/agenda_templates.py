"""Agendas kept under a name, to begin others from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.agenda import Template
from groupkit.domain.booking import leaders_of
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.refusal import AgendaEmpty, NotFound, Refused, TemplateNameTaken
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_session
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Kept:
    """A template as it is kept now, and the one whose place it took."""

    template: Template
    replaced: Template | None


def templates(store: OpenStore) -> tuple[Template, ...]:
    """Return every template by name."""
    with store.work() as work:
        return work.templates.all()


def keep_template(
    store: OpenStore, session_id: UUID, name: str, *, replacing: bool = False
) -> Done[Kept]:
    """Keep the session's agenda as ``name``; who leads this session stays out of it.

    Raises:
        Refused: AgendaEmpty, what a name may not be, and TemplateNameTaken unless ``replacing``.
    """
    with store.work() as work:
        session = get_session(work, session_id)
        agenda = work.agendas.of_session(session_id)
        if not agenda.items:
            raise Refused(AgendaEmpty())
        leaders = leaders_of(session, get_group(work, session.group_id))
        made = Template(uuid4(), name, agenda.without_leaders(leaders).copied(uuid4))
        taken = work.templates.find_named(made.name)
        if taken is not None and not replacing:
            raise Refused(TemplateNameTaken(taken.name))
        template = made if taken is None else replace(made, id=taken.id)
        work.templates.put(template)
        work.log.note(Deed.CHANGED if taken else Deed.ADDED, Subject.TEMPLATE, template.id)
        work.commit()
    return done(Kept(template, taken), Kind.TEMPLATE, ids=(template.id,))


def rename_template(store: OpenStore, template_id: UUID, name: str) -> Done[Template]:
    """Keep the template under another name.

    Raises:
        Refused: NotFound, what a name may not be, or TemplateNameTaken.
    """
    with store.work() as work:
        template = replace(get_template(work, template_id), name=name)
        taken = work.templates.find_named(template.name)
        if taken is not None and taken.id != template_id:
            raise Refused(TemplateNameTaken(taken.name))
        work.templates.put(template)
        work.log.note(Deed.CHANGED, Subject.TEMPLATE, template_id)
        work.commit()
    return done(template, Kind.TEMPLATE, ids=(template_id,))


def remove_template(store: OpenStore, template_id: UUID) -> Done[Template]:
    """Remove the template and return it, for the undo; agendas copied from it stay.

    Raises:
        Refused: NotFound.
    """
    with store.work() as work:
        template = get_template(work, template_id)
        work.templates.remove(template_id)
        work.log.note(Deed.REMOVED, Subject.TEMPLATE, template_id)
        work.commit()
    return done(template, Kind.TEMPLATE, ids=(template_id,))


def put_template_back(store: OpenStore, template: Template) -> Done[Template]:
    """Keep ``template`` as it was before it was removed, renamed or replaced.

    Raises:
        Refused: TemplateNameTaken when another has its name by now.
    """
    with store.work() as work:
        taken = work.templates.find_named(template.name)
        if taken is not None and taken.id != template.id:
            raise Refused(TemplateNameTaken(taken.name))
        work.templates.put(template)
        work.log.note(Deed.CHANGED, Subject.TEMPLATE, template.id)
        work.commit()
    return done(template, Kind.TEMPLATE, ids=(template.id,))


def get_template(work: UnitOfWork, template_id: UUID) -> Template:
    """Return the template, or refuse with NotFound."""
    found = next((each for each in work.templates.all() if each.id == template_id), None)
    if found is None:
        raise Refused(NotFound("template", str(template_id)))
    return found
