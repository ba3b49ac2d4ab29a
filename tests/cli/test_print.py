"""``groupkit print``: each paper as a whole file, and what is refused."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

GROUP = "Onsdagsgruppen"
TOPICS = ["co-parenting", "new-relationships", "new-incidents"]
TELLING = ("vold", "krisecenter", "violence", "abuse", "shelter")


def read(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_list_names_each_topic_on_a_line(groupkit: Any) -> None:
    answer = groupkit("print", "handout", "--list")
    assert answer.code == 0
    assert [slug for slug in answer.out.splitlines() if slug in TOPICS] == TOPICS
    assert len(answer.out.splitlines()) == 11


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_handout_is_printed_in_both_forms(
    groupkit: Any, tmp_path: Path, topic: str, language: str
) -> None:
    for form in ((), ("--discreet",)):
        file = tmp_path / f"sheet{len(form)}.pdf"
        answer = groupkit("print", "handout", topic, "--language", language, *form, "-o", file)
        assert (answer.code, answer.out, answer.err) == (0, "", "")
    plain, discreet = ((tmp_path / f"sheet{n}.pdf").read_bytes() for n in (0, 1))
    assert "1888" in read(plain)
    assert not [word for word in TELLING if word in read(discreet).casefold()]
    assert not [word for word in TELLING if word.encode() in discreet.lower()]


def test_a_handout_with_a_store_carries_the_house(
    groupkit: Any, demo_store: Path, passphrase: str
) -> None:
    words = ("print", "handout", "new-incidents", "--store", demo_store, "-o")
    target = demo_store.parent / "with_house.pdf"
    assert groupkit(*words, target, passphrase=passphrase).code == 0
    assert "Demohuset" in read(target.read_bytes())
    assert groupkit(*words, target, "--discreet", passphrase=passphrase).code == 0
    assert "Demohuset" not in read(target.read_bytes())


@pytest.mark.parametrize("topic", TOPICS)
def test_a_guide_is_printed_with_and_without_a_house(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str, topic: str
) -> None:
    file = tmp_path / "guide.pdf"
    words = ("print", "guide", topic, "-o", file)
    assert groupkit(*words).code == 0
    assert "Sådan leder I mødet" in read(file.read_bytes())
    assert "Demohuset" not in read(file.read_bytes())
    assert groupkit(*words, "--store", demo_store, passphrase=passphrase).code == 0
    assert "Demohuset" in read(file.read_bytes())


@pytest.mark.parametrize("name", ["", "nothing such", "x" * 10_000, "🌷\u202e\n"])
def test_an_unknown_topic_is_refused(groupkit: Any, tmp_path: Path, name: str) -> None:
    said = groupkit("print", "handout", name, "--language", "en", "-o", tmp_path / "x.pdf").sentence
    assert "no topic" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [("print",), ("print", "handout"), ("print", "handout", "new-incidents"),
     ("print", "handout", "new-incidents", "--list"), ("print", "poster"),
     ("print", "agenda", "-o", "x"), ("print", "plan", "--store", "x", "-o", "x"),
     ("print", "attendance", "--store", "x", "--group", "y"),
     ("print", "agenda", "--store", "x", "--group", "y", "--session", "one", "-o", "x")],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_2(groupkit: Any, words: tuple[str, ...]) -> None:
    assert groupkit(*words).code == 2


@pytest.mark.parametrize("paper", ["agenda", "attendance", "plan"])
def test_a_paper_of_the_group_is_printed(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str, paper: str
) -> None:
    file = tmp_path / "paper.pdf"
    file.write_text("the one before")
    for name in (GROUP, f" {GROUP.upper()} "):
        words = ("print", paper, "--store", demo_store, "--group", name, "-o", file)
        answer = groupkit(*words, passphrase=passphrase)
        assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert GROUP in read(file.read_bytes())
    assert [found.name for found in tmp_path.iterdir()] == ["paper.pdf"]


def test_the_next_session_is_the_one_with_an_agenda_to_come(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str
) -> None:
    next_one, seventh = tmp_path / "next.pdf", tmp_path / "seventh.pdf"
    words = ("print", "agenda", "--store", demo_store, "--group", GROUP)
    assert groupkit(*words, "-o", next_one, passphrase=passphrase).code == 0
    number = next(n for n in range(1, 12) if f"møde {n} af " in read(next_one.read_bytes()))
    given = groupkit(*words, "--session", str(number), "-o", seventh, passphrase=passphrase)
    assert given.code == 0
    assert next_one.read_bytes() == seventh.read_bytes()


def test_attendance_names_numbers_unless_asked_for_aliases(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str
) -> None:
    words = ("print", "attendance", "--store", demo_store, "--group", GROUP, "-o")
    from groupkit.usecases.demo.names import WOMEN

    numbers, aliases = tmp_path / "numbers.pdf", tmp_path / "aliases.pdf"
    groupkit(*words, numbers, passphrase=passphrase)
    groupkit(*words, aliases, "--by-alias", passphrase=passphrase)
    assert not [name for name in WOMEN if name in read(numbers.read_bytes())]
    assert len([name for name in WOMEN if name in read(aliases.read_bytes())]) == 8


def test_attendance_of_one_session_holds_the_women_of_that_day(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str
) -> None:
    from groupkit.usecases.demo.names import WOMEN

    file = tmp_path / "first.pdf"
    words = ("print", "attendance", "--store", demo_store, "--group", GROUP, "--session", "1")
    assert groupkit(*words, "--by-alias", "-o", file, passphrase=passphrase).code == 0
    # One of the eight joined at the third session.
    assert len([name for name in WOMEN if name in read(file.read_bytes())]) == 7


@pytest.mark.parametrize("number", ["0", "-1", "99", "9" * 40])
@pytest.mark.parametrize("paper", ["agenda", "attendance"])
def test_a_session_that_is_not_there_is_refused(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str, paper: str, number: str
) -> None:
    words = ("print", paper, "--store", demo_store, "--group", GROUP, f"--session={number}")
    answer = groupkit(*words, "-o", tmp_path / "x", "--language", "en", passphrase=passphrase)
    assert "the group has" in answer.sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "fill in"), ("   ", "fill in"), ("x" * 10_000, "10000"), ("Tirsdag", "not found"),
     ("שלום\u202e🌷", "not found"), ("\x07\x00"[:1], "readable")],
    ids=["empty", "blank", "long", "unknown", "foreign", "bell"],
)  # fmt: skip
def test_a_group_that_is_not_there_is_refused(
    groupkit: Any, demo_store: Path, tmp_path: Path, passphrase: str, name: str, why: str
) -> None:
    words = ("print", "plan", "--store", demo_store, "--group", name, "-o", tmp_path / "x")
    assert why in groupkit(*words, "--language", "en", passphrase=passphrase).sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["missing/x.pdf", "folder", "file.txt/x.pdf", "n" * 3000, ""])
def test_a_file_that_cannot_be_written_is_refused(
    groupkit: Any, tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("mine")
    words = ("print", "handout", "new-incidents", "--language", "en", "-o")
    target = tmp_path / place if place else ""
    assert "could not be written" in groupkit(*words, target).sentence
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.txt", "folder"]
    assert (tmp_path / "file.txt").read_text() == "mine"


def test_a_link_keeps_pointing_at_the_file(groupkit: Any, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "real" / "sheet.pdf")
    assert groupkit("print", "handout", "new-incidents", "-o", link).code == 0
    assert link.is_symlink()
    assert (tmp_path / "real" / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_standard_output_takes_the_bytes(process: Any, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    to_file = process("print", "handout", "new-incidents", "-o", file)
    to_pipe = process("print", "handout", "new-incidents", "-o", "-")
    assert (to_file.returncode, to_pipe.returncode) == (0, 0)
    assert to_pipe.stdout == file.read_bytes()
    assert to_pipe.stdout.startswith(b"%PDF")


def test_a_read_only_folder_is_refused(powerless: Any, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    words = ("print", "handout", "new-incidents", "--language", "en", "-o")
    done = powerless(*words, tmp_path / "x.pdf")
    tmp_path.chmod(0o755)
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert "could not be written" in line
    assert list(tmp_path.iterdir()) == []
