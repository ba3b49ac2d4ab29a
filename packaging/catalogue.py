"""Bring the translation catalogue up to date with the code, and compile it.

Usage: python packaging/catalogue.py          extract, update da.po, compile da.mo
       python packaging/catalogue.py compile  only compile da.mo
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "groupkit"
DANISH = ROOT / "resources" / "catalogues" / "da.po"
EPOCH = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # no clock: the same texts give the same file
KEYWORDS = {"say": None, "count": (1, 2), "pick": ((1, "c"), 2)}


def extracted() -> Catalog:
    """Return every text that the code says."""
    template = Catalog(project="groupkit", charset="utf-8")
    found = extract_from_dir(SOURCES, keywords=KEYWORDS, options_map={"**.py": {}})
    for file, _line, message, comments, context in sorted(found, key=lambda f: (f[0], f[1])):
        template.add(
            message,
            locations=[(Path(file).as_posix(), None)],
            context=context,
            auto_comments=comments,
        )
    return template


def danish() -> Catalog:
    """Return the Danish catalogue as it stands."""
    with DANISH.open("rb") as source:
        return read_po(source, locale="da")


def update() -> None:
    """Add what the code says anew to the Danish catalogue, drop what it no longer says."""
    catalogue = danish() if DANISH.exists() else Catalog(locale="da", project="groupkit")
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.header_comment = "# The Danish texts of groupkit; the English ones are their keys."
    catalogue.creation_date = catalogue.revision_date = EPOCH
    with DANISH.open("wb") as target:
        write_po(target, catalogue, width=96, omit_header=False, sort_by_file=True)


def compile_danish() -> bytes:
    """Return the compiled Danish catalogue."""
    from io import BytesIO

    target = BytesIO()
    write_mo(target, danish())
    return target.getvalue()


def main() -> None:
    """Update (unless told only to compile) and compile."""
    if sys.argv[1:] != ["compile"]:
        update()
    DANISH.with_suffix(".mo").write_bytes(compile_danish())
    missing = sum(
        1
        for message in danish()
        if message.id
        and not all(message.string if isinstance(message.string, tuple) else (message.string,))
    )
    print(f"{len(danish())} texts, {missing} without Danish")


if __name__ == "__main__":
    main()
