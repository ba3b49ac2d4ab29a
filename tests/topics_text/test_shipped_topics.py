"""The shipped topics: complete, alike in both languages, easy to read, discreet where asked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from groupkit.domain.readability import HARDEST_HANDOUT, readability
from groupkit.shipped import shipped

TOPICS = shipped("topics")
SLUGS = (
    "opening",
    "safety",
    "co-parenting",
    "children",
    "new-relationships",
    "new-incidents",
    "self-image",
    "trauma",
    "authorities",
    "everyday",
    "closing",
)
WORKSHEETS = ("safety", "co-parenting", "new-incidents", "authorities")
LANGUAGES = ("da", "en")
FORMS = ("plain", "discreet")
SHEETS = [(slug, "handout") for slug in SLUGS] + [(slug, "worksheet") for slug in WORKSHEETS]
PAPERS = [(*sheet, code, form) for sheet in SHEETS for code in LANGUAGES for form in FORMS]
FEWEST_WORDS = {"handout": 200, "worksheet": 100}
KINDS = {"opening", "topic", "exercise", "break", "closing", "other"}
BLOCKS = {"box", "lines", "check", "scale", "help", "only"}
SECTIONS = {
    "da": ["Formål", "Vær varsom med", "Sådan leder I mødet", "Øvelser"],
    "en": ["Purpose", "What to be careful with", "Facilitator's guide", "Exercises"],
}
EXERCISE_PARTS = {
    "da": ["Formål:", "Tid:", "I skal bruge:", "Sådan gør I:", "Hold øje med:"],
    "en": ["Purpose:", "Time:", "What you need:", "How:", "Watch for:"],
}
GROUP_WORDS = {"da": ["gruppe", "gruppen", "danner"], "en": ["group", "danner"]}
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
FENCE = re.compile(r"^(:{3,})[ ]*(.*)$")
HOUSE_NUMBER = re.compile(r"\b(112|114|1888|116 ?111)\b|\d(?:[ .-]?\d){6,}")


def read(slug: str, name: str) -> str:
    return (TOPICS / slug / name).read_text(encoding="utf-8")


def topic(slug: str) -> dict[str, Any]:
    return tomllib.loads(read(slug, "topic.toml"))


def fences(source: str) -> list[tuple[int, str, str]]:
    """Return (depth, block name or '' for an end, arguments) for each fence, checking balance."""
    found, open_fences = [], []
    for line in source.splitlines():
        if not (match := FENCE.match(line)):
            continue
        colons, rest = match.groups()
        name, _, arguments = rest.partition(" ")
        if name:
            assert name in BLOCKS, line
            found.append((len(open_fences), name, arguments))
            open_fences.append(colons)
        else:
            assert open_fences, "a block ends that never began"
            assert open_fences.pop() == colons, line
            found.append((len(open_fences), "", ""))
    assert not open_fences, "a block never ends"
    return found


def resolved(source: str, form: str) -> str:
    """Return the handout's source as ``form`` shows it, without the blocks of the other form."""
    chosen = CHOICE.sub(lambda match: match.group(1 if form == "plain" else 2), source)
    kept: list[str] = []
    open_blocks: list[str] = []
    for line in chosen.splitlines():
        match = FENCE.match(line)
        if match and match[2]:
            open_blocks.append(match[2])
        if match and not match[2]:
            ended = open_blocks.pop()
            shown = not ended.startswith("only ")
        else:
            shown = not (match and match[2].startswith("only "))
        around = [block for block in open_blocks if block.startswith("only ")]
        if shown and all(block == f"only {form}" for block in around):
            kept.append(line)
    return "\n".join(kept)


def prose(text: str) -> list[str]:
    """Return the printed text's lines: headings, paragraphs, items and labels without marks."""
    lines = []
    for line in text.splitlines():
        if match := FENCE.match(line):
            line = re.sub(r"^(box|lines \d+|check|scale \d+ \d+ \||help|only \w+)\s*", "", match[2])
            lines.extend(part.strip() for part in line.split("|"))
        else:
            lines.append(re.sub(r"^(#+|[-*]|\d+\.|>)\s+", "", line.strip()).replace("*", ""))
    return [line for line in lines if line]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text)


def shape(source: str) -> list[str]:
    """Return a text's skeleton: heading levels, blocks, and kinds of lines, in their order."""
    skeleton = []
    for line in source.splitlines():
        if match := FENCE.match(line):
            name, _, arguments = match[2].partition(" ")
            number = arguments if name == "only" else "".join(re.findall(r"^[\d ]+", arguments))
            skeleton.append(f"{match[1]} {name} {number}".strip())
        elif match := re.match(r"^(#+|-|\d+\.|>|\|)\s", line):
            skeleton.append(match[1])
        elif line.strip():
            skeleton.append("text")
    return skeleton


def telling(text: str, code: str) -> set[str]:
    stems = tomllib.loads((TOPICS / "telling.toml").read_text(encoding="utf-8"))[code]
    return {word for word in words(text.lower()) for stem in stems if stem in word}


def section(guide: str, heading: str) -> str:
    return guide.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_the_library_holds_its_topics_in_their_order() -> None:
    found = {path.parent.name for path in TOPICS.glob("*/topic.toml")}
    assert set(SLUGS) == found
    assert sorted(SLUGS, key=lambda slug: topic(slug)["order"]) == list(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_topic_has_its_texts_in_both_languages(slug: str) -> None:
    described = topic(slug)
    for code in LANGUAGES:
        assert described["title"][code].strip()
        assert described["summary"][code].strip().endswith(".")
        assert read(slug, f"guide.{code}.md").startswith(f"# {described['title'][code]}\n")
        assert read(slug, f"handout.{code}.md").startswith("# {")


@pytest.mark.parametrize("slug", SLUGS)
def test_an_agenda_fills_two_hours(slug: str) -> None:
    agenda = topic(slug)["agenda"]
    kinds = [item["kind"] for item in agenda]
    assert sum(item["minutes"] for item in agenda) == 120
    assert 7 <= len(agenda) <= 9
    assert set(kinds) <= KINDS
    assert kinds.count("opening") == kinds.count("break") == 1
    assert kinds.count("exercise") >= 2
    assert (kinds[0], kinds[-1]) == ("opening", "closing")
    assert all(item["title"][code] and item["note"][code] for item in agenda for code in LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_follows_its_agenda_and_tells_how_to_run_each_exercise(
    slug: str, code: str
) -> None:
    guide = read(slug, f"guide.{code}.md")
    assert re.findall(r"^## (.+)$", guide, re.MULTILINE) == SECTIONS[code]
    leading = section(guide, SECTIONS[code][2])
    minutes = [int(found) for found in re.findall(r"^\*\*.+\((\d+) min\.?\)", leading, re.M)]
    assert minutes == [item["minutes"] for item in topic(slug)["agenda"]]
    exercises = re.split(r"^### ", section(guide, SECTIONS[code][3]), flags=re.MULTILINE)[1:]
    suggested = [item["minutes"] for item in topic(slug)["agenda"] if item["kind"] == "exercise"]
    assert len(exercises) == len(suggested)
    for exercise, length in zip(exercises, suggested, strict=True):
        assert [part for part in EXERCISE_PARTS[code] if f"**{part}**" in exercise] == (
            EXERCISE_PARTS[code]
        )
        assert f" {length} minut" in exercise
    assert 900 <= len(words(guide)) <= 1500


@pytest.mark.parametrize(("slug", "name"), [*((slug, "guide") for slug in SLUGS), *SHEETS])
def test_danish_and_english_are_built_alike(slug: str, name: str) -> None:
    danish, english = (read(slug, f"{name}.{code}.md") for code in LANGUAGES)
    assert shape(danish) == shape(english)
    assert len(CHOICE.findall(danish)) == len(CHOICE.findall(english))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("slug", "sheet"), SHEETS)
def test_blocks_are_closed_and_nest_only_in_a_form(slug: str, sheet: str, code: str) -> None:
    assert fences(read(slug, f"guide.{code}.md")) == []
    outer = ""
    for depth, name, arguments in fences(read(slug, f"{sheet}.{code}.md")):
        if name:
            assert depth == 0 or outer == "only"
            assert name != "only" or arguments in FORMS
            outer = name if depth == 0 else outer


@pytest.mark.parametrize(("slug", "sheet", "code", "form"), PAPERS)
def test_a_sheet_reads_whole_in_both_forms(slug: str, sheet: str, code: str, form: str) -> None:
    text = resolved(read(slug, f"{sheet}.{code}.md"), form)
    assert "{" not in text
    assert "}" not in text
    assert fences(text) is not None
    for line in prose(text):
        assert line == line.strip()
        assert not re.search(r"[ ]{2}| [.,;:?!]|\.\.|,\.", line), line
    assert not re.search(r"^(#+|-|\d+\.|>)\s*$", text, re.MULTILINE)
    assert FEWEST_WORDS[sheet] <= len(words("\n".join(prose(text)))) <= 550
    assert form == "plain" or "::: help" not in text
    assert sheet == "worksheet" or ("::: help" in text) == (form == "plain")


@pytest.mark.parametrize(("slug", "sheet", "code", "form"), PAPERS)
def test_a_sheet_names_neither_group_nor_house_nor_number(
    slug: str, sheet: str, code: str, form: str
) -> None:
    text = "\n".join(prose(resolved(read(slug, f"{sheet}.{code}.md"), form)))
    assert not HOUSE_NUMBER.search(text)
    assert not set(words(text.lower())) & set(GROUP_WORDS[code])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_guides_leave_the_numbers_to_the_settings(slug: str, code: str) -> None:
    assert not HOUSE_NUMBER.search(read(slug, f"guide.{code}.md"))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("slug", "sheet"), SHEETS)
def test_no_word_of_a_discreet_sheet_tells(slug: str, sheet: str, code: str) -> None:
    source = read(slug, f"{sheet}.{code}.md")
    assert telling(resolved(source, "discreet"), code) == set()
    assert telling(resolved(source, "plain"), code), "the plain form says what it is about"


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("da", "partnervolden"),
        ("da", "truslerne"),
        ("da", "Krisecentret"),
        ("da", "voldsudøver"),
        ("en", "Violence"),
    ],
)
def test_a_telling_word_is_found_in_any_case_and_inside_compounds(code: str, word: str) -> None:
    assert telling(f"Et ark om {word}.", code) == {word.lower()}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Et tilbud om en offentlig indkøbstur. Jeg foreslår tirsdag; politikken er ny."),
        ("en", "A battery, a fleece and a landscape. The therapist shuffled a grape."),
    ],
)
def test_ordinary_words_are_left_alone(code: str, text: str) -> None:
    assert telling(text, code) == set()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("slug", "sheet"), SHEETS)
def test_danish_sheets_are_easy_to_read(slug: str, sheet: str, form: str) -> None:
    source = read(slug, f"{sheet}.da.md")
    assert readability(source, discreet=form == "discreet").lix <= HARDEST_HANDOUT


def test_the_library_holds_nothing_but_its_own_files() -> None:
    for slug in SLUGS:
        names = ("guide", "handout", *(("worksheet",) if slug in WORKSHEETS else ()))
        expected = {"topic.toml"} | {f"{name}.{code}.md" for name in names for code in LANGUAGES}
        assert {path.name for path in Path(TOPICS / slug).iterdir()} == expected
