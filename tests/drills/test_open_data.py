"""Packages of 56 invented shelters over ten years, added up by DuckDB and by PostgreSQL."""

from __future__ import annotations

import csv
import io
import json
import random
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from groupkit.documents.open_data import FIGURES, NATIONAL, SCHEMA, open_data_package
from groupkit.domain.reporting.open_data import MEASURES, WHOLE, Line, OpenData

SHELTERS, YEARS = 56, range(2017, 2027)
COLUMNS = "shelter TEXT, year INTEGER, measure TEXT, part TEXT, value INTEGER, hidden BOOLEAN"
Sum = tuple[int, str, str, int, int, int]


def invented(chance: random.Random, number: int) -> OpenData:
    """Return a shelter's package with counts of the size that shelters have."""
    name = f"Krisecenter Ø{number}"
    lines = [
        Line(
            name, year, measure.name, part, None if chance.random() < 0.3 else chance.randrange(90)
        )
        for year in YEARS
        for measure in MEASURES
        for part in (WHOLE, *(part for part, _ in measure.parts))
    ]
    return OpenData(name, tuple(lines))


def national(packages: list[OpenData]) -> list[Sum]:
    """Return the national table, added up in the plainest way."""
    values: dict[tuple[int, str, str], list[int | None]] = defaultdict(list)
    for package in packages:
        for line in package.lines:
            values[line.year, line.measure, line.part].append(line.value)
    return [
        (*key, sum(v for v in given if v is not None), *_shown_and_hidden(given))
        for key, given in sorted(values.items())
    ]


def _shown_and_hidden(given: list[int | None]) -> tuple[int, int]:
    hidden = sum(value is None for value in given)
    return len(given) - hidden, hidden


@pytest.fixture(scope="module")
def packages() -> list[OpenData]:
    chance = random.Random(56)  # noqa: S311
    return [invented(chance, number) for number in range(SHELTERS)]


@pytest.fixture(scope="module")
def unpacked(packages: list[OpenData], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return every package's CSV file, as who receives them would have it."""
    folder = tmp_path_factory.mktemp("packages")
    found = []
    for number, package in enumerate(packages):
        target = folder / f"{number:02d}.csv"
        with zipfile.ZipFile(io.BytesIO(open_data_package(package))) as packed:
            target.write_bytes(packed.read(FIGURES))
        found.append(target)
    return found


def test_duckdb_gives_the_national_table(
    packages: list[OpenData], unpacked: list[Path], figures: Callable[[str], None]
) -> None:
    with duckdb.connect() as database:
        database.execute(f"CREATE TABLE figures ({COLUMNS})")
        for path in unpacked:
            database.execute(f"COPY figures FROM '{path}' (HEADER)")
        found = database.execute(NATIONAL).fetchall()
    assert sorted(found) == national(packages)
    figures(f"open data: {len(packages)} packages, {len(found)} national sums equal in DuckDB")


def asked(program: Path, database: str, query: str) -> str:
    """Return what the database answers; its own wrapper breaks in folders with a space."""
    told = subprocess.run(
        [program, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", database],
        input=query,
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="no PostgreSQL comes as a wheel there")
def test_postgresql_gives_the_national_table(
    packages: list[OpenData],
    unpacked: list[Path],
    tmp_path: Path,
    figures: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Its place for a socket is asked for when it is imported.
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    import pgserver

    server = pgserver.get_server(tmp_path / "pg", cleanup_mode="stop")
    try:
        commands = [f"CREATE TABLE figures ({COLUMNS});"]
        for path in unpacked:
            rows = csv.reader(io.StringIO(path.read_text()))
            next(rows)
            values = ",".join(
                f"('{a}',{b},'{c}','{d}',{e or 'NULL'},{f})" for a, b, c, d, e, f in rows
            )
            commands.append(f"INSERT INTO figures VALUES {values};")  # noqa: S608
        program = Path(pgserver.__file__).parent / "pginstall/bin/psql"
        asked(program, server.get_uri(), "\n".join(commands))
        query = f"COPY ({NATIONAL}) TO STDOUT WITH (FORMAT csv);"
        said = asked(program, server.get_uri(), query)
    finally:
        server.cleanup()
    rows = [row for row in csv.reader(io.StringIO(said)) if len(row) == 6]
    found = [(int(a), b, c, int(d), int(e), int(f)) for a, b, c, d, e, f in rows]
    assert sorted(found) == national(packages)
    figures(f"open data: {len(packages)} packages, {len(found)} national sums equal in PostgreSQL")


def test_the_schema_tells_what_stands_in_the_files(packages: list[OpenData]) -> None:
    with zipfile.ZipFile(io.BytesIO(open_data_package(packages[0]))) as packed:
        schema = json.loads(packed.read(SCHEMA))
        for resource in schema["resources"]:
            rows = list(csv.DictReader(io.StringIO(packed.read(resource["path"]).decode())))
            fields = resource["schema"]["fields"]
            assert list(rows[0]) == [field["name"] for field in fields]
            for field in fields:
                for row in rows:
                    _holds(field, row[field["name"]])
            keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
            assert len(set(keys)) == len(keys)


def _holds(field: dict[str, object], written: str) -> None:
    constraints = field.get("constraints") or {}
    assert isinstance(constraints, dict)
    if constraints.get("required"):
        assert written
    if field["type"] == "integer" and written:
        assert int(written) >= int(constraints.get("minimum", -(10**9)))
    if field["type"] == "boolean":
        assert written in {"true", "false"}
