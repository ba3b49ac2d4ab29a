"""Open data as a package: CSV with a schema that machines read, and a dictionary for people.

The schema is a Frictionless Data Package (specs.frictionlessdata.io, Data Package and Table Schema
v1). Everything lies in one ZIP file; the same data gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any

from groupkit.documents.separated import harmless
from groupkit.domain.reporting.open_data import MEASURES, VERSION, WHOLE, OpenData

FIGURES, DICTIONARY, SCHEMA, QUERY = (
    "figures.csv", "measures.csv", "datapackage.json", "national.sql",
)  # fmt: skip
_MADE = (1980, 1, 1, 0, 0, 0)

NATIONAL = """\
-- The national table. Load every package's figures.csv into one table 'figures' first, with the
-- columns shelter, year, measure, part, value, hidden. Runs in DuckDB and in PostgreSQL.
-- 'value' sums what is shown; 'hidden' says of how many shelters the count is hidden, so the true
-- sum is larger by what those have. Nothing is guessed.
SELECT
    year,
    measure,
    part,
    CAST(SUM(COALESCE(value, 0)) AS BIGINT) AS value,
    COUNT(value) AS shelters,
    COUNT(*) - COUNT(value) AS hidden
FROM figures
GROUP BY year, measure, part
ORDER BY year, measure, part
"""


def open_data_package(data: OpenData) -> bytes:
    """Return the package as a ZIP file."""
    files = {
        FIGURES: _csv(
            ("shelter", "year", "measure", "part", "value", "hidden"),
            (
                (
                    harmless(line.shelter),
                    str(line.year),
                    line.measure,
                    line.part,
                    "" if line.value is None else str(line.value),
                    "true" if line.value is None else "false",
                )
                for line in data.lines
            ),
        ),
        DICTIONARY: _csv(("measure", "part", "unit", "adds_up", "description"), _dictionary()),
        SCHEMA: (json.dumps(_schema(data), indent=2, ensure_ascii=False) + "\n").encode(),
        QUERY: NATIONAL.encode(),
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content)
    return whole.getvalue()


def _csv(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()


def _dictionary() -> Iterable[tuple[str, ...]]:
    for measure in MEASURES:
        adds_up = "true" if measure.adds_up else "false"
        yield measure.name, WHOLE, measure.unit, adds_up, measure.says
        for part, says in measure.parts:
            yield measure.name, part, measure.unit, adds_up, f"{measure.says}: {says}"


def _schema(data: OpenData) -> dict[str, Any]:
    years = sorted({line.year for line in data.lines})
    return {
        "profile": "tabular-data-package",
        "name": "aftercare-groups-figures",
        "title": "Figures of aftercare groups, by house and year",
        "version": str(VERSION),
        "description": (
            "Yearly counts. A count that comes from fewer than five women is hidden, and others "
            "beside it, so that no hidden one can be computed back (complementary cell "
            "suppression). A hidden count is empty, not zero."
        ),
        "temporal": {"first": years[0], "last": years[-1]},
        "resources": [_figures(), _measures()],
    }


def _figures() -> dict[str, Any]:
    return {
        "name": "figures",
        "path": FIGURES,
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                _field("shelter", "string", "The house, by the name or code it chose", True),
                _field("year", "integer", "The calendar year", True),
                _field("measure", "string", "What is counted", True),
                _field("part", "string", f"A part of it, or '{WHOLE}'", True),
                {
                    **_field("value", "integer", "The count; empty where hidden", False),
                    "constraints": {"minimum": 0},
                },
                _field("hidden", "boolean", "Whether the count is hidden", True),
            ],
            "primaryKey": ["shelter", "year", "measure", "part"],
            "missingValues": [""],
            "foreignKeys": [
                {
                    "fields": ["measure", "part"],
                    "reference": {"resource": "measures", "fields": ["measure", "part"]},
                }
            ],
        },
    }


def _measures() -> dict[str, Any]:
    return {
        "name": "measures",
        "path": DICTIONARY,
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                _field("measure", "string", "What is counted", True),
                _field("part", "string", f"A part of it, or '{WHOLE}'", True),
                _field("unit", "string", "What one of it is", True),
                _field("adds_up", "boolean", "Whether the parts sum to the whole", True),
                _field("description", "string", "What it means", True),
            ],
            "primaryKey": ["measure", "part"],
        },
    }


def _field(name: str, kind: str, says: str, required: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": kind, "description": says}
    if required:
        field["constraints"] = {"required": True}
    return field
