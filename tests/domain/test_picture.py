"""Names of pictures in texts."""

from __future__ import annotations

from groupkit.domain.picture import MOST_NAME, free_name, named_in, renamed

SOURCE = """# Ark

::: picture hand half | En hånd, picture hand
:::
:::: box Ro
  ::: picture hand-2 | To
  :::
::::
"""


def test_pictures_are_named_once_in_order() -> None:
    assert named_in(SOURCE + SOURCE) == ("hand", "hand-2")
    assert named_in("Her er picture hand") == ()


def test_a_picture_is_renamed_where_it_is_shown_and_nowhere_else() -> None:
    changed = renamed(SOURCE, {"hand": "hand-2", "hand-2": "foto"})
    assert named_in(changed) == ("hand-2", "foto")
    assert "| En hånd, picture hand\n" in changed
    assert renamed(SOURCE, {}) == SOURCE


def test_a_name_is_free_short_and_never_the_logo() -> None:
    taken: set[str] = set()
    for _ in range(120):
        name = free_name("Et meget langt navn på et billede af en hånd på en mave", taken)
        assert name not in taken
        assert len(name) <= MOST_NAME
        taken.add(name)
    assert free_name("logo", ()) != "logo"
