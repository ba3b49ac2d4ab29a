"""What is said about a text that is being written: how far it is, how long, how it reads."""

from __future__ import annotations

from groupkit.language import Language
from groupkit.ui.pages.editor.advice import lix_mark
from groupkit.ui.parts.mark import StatusMark
from groupkit.usecases.looking_over import LookedOver, reading_minutes
from groupkit.usecases.writing import TextView


def draft_words(view: TextView, language: Language, *, is_waiting: bool) -> str:
    """Return how far the text is; ``is_waiting``: something typed is not kept yet."""
    say = language.say
    if is_waiting:
        return say("Draft · saving …")
    if view.draft is not None:
        made = view.draft.made.astimezone()
        return say(
            "Draft · kept {day} at {time} · {name}",
            day=language.date_day(made.date()),
            time=language.time(made.time()),
            name=view.names.get(view.draft.made_by, ""),
        )
    if view.versions and view.in_force != view.shipped:
        return say("The house's own text. What you write is a draft until it is approved.")
    if view.shipped:
        return say("The shipped text. What you write is a draft until it is approved.")
    return say("What you write is a draft until it is approved.")


def facts(found: LookedOver, language: Language, *, has_lix: bool) -> list[StatusMark]:
    """Return the length of the text, how it reads, and whether it tells, as marks."""
    reading, say = found.reading, language.say
    total = reading.words if reading else 0
    length = language.count("{n} word", "{n} words", total)
    minutes = say("about {n} min to read", n=reading_minutes(total))
    marks = [StatusMark(f"{length} · {minutes}", icon="document")]
    if has_lix and reading is not None and reading.words:
        marks.append(lix_mark(reading, language))
    telling = sum(len(spans) for spans in found.telling.values())
    if telling:
        said = language.count("{n} word tells", "{n} words tell", telling)
        marks.append(StatusMark(said, tone="warn", icon="eye"))
    misspelt = sum(len(spans) for spans in (found.misspelt or {}).values())
    if misspelt:
        said = language.count("{n} word to look at", "{n} words to look at", misspelt)
        marks.append(StatusMark(f"{said} (F7)", tone="notice", icon="search"))
    return marks
