"""The preferences survive what people and other programs do to their file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from groupkit.machine.preferences import (
    Preferences,
    keep_preferences,
    read_preferences,
    usual_store,
)


def test_what_was_kept_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "å ø" / "preferences.json"
    kept = Preferences(tmp_path / "store æ", "en", "dark")
    keep_preferences(kept, file)
    assert read_preferences(file) == kept


def test_without_a_file_the_usual_values_hold(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "none.json") == Preferences(usual_store(), "da", "system")


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '{"store": 1}', '{"language": "da"}', "\x00\xff", '"da"', "3"],
)
def test_a_damaged_file_gives_the_usual_values(tmp_path: Path, content: str) -> None:
    file = tmp_path / "preferences.json"
    file.write_text(content, "latin-1")
    assert read_preferences(file) == Preferences(usual_store())


def test_unknown_words_fall_back_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    file.write_text(json.dumps({"store": "x", "language": "sv", "appearance": "pink"}))
    assert read_preferences(file) == Preferences(Path("x"), "da", "system")


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    keep_preferences(Preferences(tmp_path), in_the_way / "preferences.json")
    assert in_the_way.read_text() == ""


def test_that_a_store_was_there_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    keep_preferences(Preferences(tmp_path / "usb", has_store=True), file)
    assert read_preferences(file).has_store


def test_capture_is_allowed_only_by_a_plain_yes(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    keep_preferences(Preferences(tmp_path, allow_capture=True), file)
    assert read_preferences(file).allow_capture
    file.write_text(json.dumps({"store": "x", "language": "da", "allow_capture": "yes"}))
    assert not read_preferences(file).allow_capture
