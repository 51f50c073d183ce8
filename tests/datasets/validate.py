#!/usr/bin/env python3
"""Validate every dataset against its datapackage.json.

    validate.py [FOLDER]     FOLDER holds <topic>/datapackage.json; default: datasets/ of this project

Prints TAP, one test a check and file, and exits 1 when any fails.  test_validate.py breaks a dataset in each way
that these checks forbid.
"""

import csv
import io
import json
import os
import re
import sys

import cells
sys.path.append(__file__.rsplit("/", 2)[0] + "/support")
from tap import Tap  # noqa: E402

NUMERIC = {"number", "integer", "bounded"}
TYPES = {"string", "number", "integer", "year", "bounded", "period"}
CONSTRAINTS = {"required", "unique", "enum", "pattern", "minimum", "maximum"}
MISSING_TOKENS = {"na", "n/a", "nan", "null", "none", "-", "--", "..", "...", "?", "missing", "#n/a"}
SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")

# Folder of claims files, which hold no data.
CLAIMS = "claims"


def field_type(field):
    """Type of a field: its Frictionless type, or what polstat:type names where that is `any`."""
    return field.get("polstat:type") if field.get("type") == "any" else field.get("type")


class Table:
    """A resource and its file: bytes, text, header and rows, each None or empty when it cannot be had."""

    def __init__(self, folder, resource):
        self.resource = resource
        self.path = resource.get("path", "")
        self.schema = resource.get("schema", {})
        self.fields = self.schema.get("fields", [])
        self.raw, self.text, self.header, self.rows = b"", "", [], []
        self.unreadable = None
        try:
            with open(os.path.join(folder, self.path), "rb") as stream:
                self.raw = stream.read()
            self.text = self.raw.decode("utf-8")
            records = list(csv.reader(io.StringIO(self.text, newline=""), strict=True))
            self.header, self.rows = (records[0], records[1:]) if records else ([], [])
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            self.unreadable = str(error)

    def cells(self, name):
        """(line, cell) of a column, without the missing ones; empty when there is no such column."""
        if name not in self.header:
            return
        column = self.header.index(name)
        missing = self.schema.get("missingValues", [""])
        for line, row in enumerate(self.rows, 2):
            if column < len(row) and row[column] not in missing:
                yield line, row[column]

    def keys(self, names):
        """The cells of several columns, row by row; rows too short are left out."""
        columns = [self.header.index(name) for name in names if name in self.header]
        if len(columns) < len(names):
            return []
        return [tuple(row[c] for c in columns) for row in self.rows if len(row) == len(self.header)]


# Checks of a table: each returns the list of what is wrong.

def check_bytes(table):
    wrong = [table.unreadable] if table.unreadable else []
    if table.raw.startswith(b"\xef\xbb\xbf"):
        wrong.append("starts with a byte order mark")
    if b"\r" in table.raw:
        wrong.append("has carriage returns")
    if not table.raw.endswith(b"\n") or table.raw.endswith(b"\n\n"):
        wrong.append("does not end with exactly one line feed")
    if re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", table.raw.replace(b"\r", b"")):
        wrong.append("has control characters")
    return wrong


def check_spaces(table):
    records = enumerate([table.header] + table.rows, 1)
    return ["line %d: %r begins or ends with a space, or has two in a row" % (line, cell)
            for line, row in records for cell in row if cell != cell.strip() or "  " in cell or "\n" in cell]


def check_quoting(table):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([table.header] + table.rows)
    return [] if out.getvalue() == table.text else ["is not written as plain CSV: quote only where needed"]


def check_header(table):
    want = [field.get("name") for field in table.fields]
    wrong = [] if table.header == want else ["header %r, fields %r" % (table.header, want)]
    wrong += ["%r is not snake_case" % name for name in table.header if not SNAKE_CASE.fullmatch(name)]
    if len(set(table.header)) < len(table.header):
        wrong.append("a column name occurs twice")
    return wrong


def check_rows(table):
    wrong = ["line %d: %d cells, header has %d" % (line, len(row), len(table.header))
             for line, row in enumerate(table.rows, 2) if len(row) != len(table.header)]
    if not table.rows:
        wrong.append("no rows")
    if len({tuple(row) for row in table.rows}) < len(table.rows):
        wrong.append("a row occurs twice")
    return wrong


def check_fields(table):
    wrong = []
    for field in table.fields:
        name, kind = field.get("name"), field_type(field)
        if kind not in TYPES:
            wrong.append("%s: unknown type %r" % (name, kind))
        if not field.get("title"):
            wrong.append("%s: no title" % name)
        for constraint in set(field.get("constraints", {})) - CONSTRAINTS:
            wrong.append("%s: unknown constraint %r" % (name, constraint))
    return wrong


def check_units(table):
    names = {field.get("name") for field in table.fields}
    wrong = []
    for field in table.fields:
        numeric = field_type(field) in NUMERIC
        column = field.get("polstat:unitColumn")
        if numeric and not field.get("unit") and column not in names:
            wrong.append("%s: no unit (write \"1\" for a plain number)" % field.get("name"))
        if not numeric and (field.get("unit") or column):
            wrong.append("%s: a unit on a column of type %s" % (field.get("name"), field_type(field)))
    return wrong


def type_error(kind, cell):
    """What is wrong with a cell of a type, or None."""
    try:
        if kind == "bounded":
            cells.bounds(cell)
        elif kind == "period":
            cells.period_kind(cell)
        elif kind == "number" and not cells.is_number(cell):
            return "%r is not a number" % cell
        elif kind == "integer" and not cells.is_integer(cell):
            return "%r is not a whole number" % cell
        elif kind == "year" and not cells.is_year(cell):
            return "%r is not a year" % cell
    except ValueError as error:
        return str(error)
    return None


def check_types(table):
    wrong = []
    for field in table.fields:
        kind = field_type(field)
        for line, cell in table.cells(field.get("name")):
            error = type_error(kind, cell)
            if error:
                wrong.append("line %d: %s: %s" % (line, field["name"], error))
    return wrong


def check_periods(table):
    """One kind of period a column."""
    wrong = []
    for field in table.fields:
        if field_type(field) != "period":
            continue
        kinds = {cells.period_kind(cell) for _, cell in table.cells(field["name"]) if not type_error("period", cell)}
        if len(kinds) > 1:
            wrong.append("%s: kinds are mixed: %s" % (field["name"], ", ".join(sorted(kinds))))
    return wrong


def check_missing(table):
    """Only the empty cell is missing; no other token stands for it, save polstat:values (NA is Namibia)."""
    values = [field.get("polstat:values", []) for field in table.fields]
    wrong = []
    if table.schema.get("missingValues") != [""]:
        wrong.append("missingValues is not [\"\"]")
    for line, row in enumerate(table.rows, 2):
        wrong += ["line %d: %r stands for a missing value" % (line, cell)
                  for column, cell in enumerate(row) if cell.lower() in MISSING_TOKENS
                  and not (column < len(values) and cell in values[column])]
    return wrong


def check_required(table):
    wrong = []
    for field in table.fields:
        if not field.get("constraints", {}).get("required"):
            continue
        present = {line for line, _ in table.cells(field["name"])}
        wrong += ["line %d: %s is empty" % (line, field["name"])
                  for line in range(2, len(table.rows) + 2) if line not in present]
    return wrong


def check_unique(table):
    wrong = []
    for field in table.fields:
        if field.get("constraints", {}).get("unique"):
            wrong += ["%s: %r occurs twice" % (field["name"], cell)
                      for cell in duplicates(cell for _, cell in table.cells(field["name"]))]
    return wrong


def check_enums(table):
    """Every cell is a listed value, and every listed value is used."""
    wrong = []
    for field in table.fields:
        enum = field.get("constraints", {}).get("enum")
        if enum is None:
            continue
        used = set()
        for line, cell in table.cells(field["name"]):
            used.add(cell)
            if cell not in enum:
                wrong.append("line %d: %s: %r is not one of %s" % (line, field["name"], cell, enum))
        wrong += ["%s: %r is listed and never used" % (field["name"], value) for value in enum if value not in used]
    return wrong


def check_patterns(table):
    wrong = []
    for field in table.fields:
        pattern = field.get("constraints", {}).get("pattern")
        if pattern is not None:
            wrong += ["line %d: %s: %r does not match %s" % (line, field["name"], cell, pattern)
                      for line, cell in table.cells(field["name"]) if not re.fullmatch(pattern, cell)]
    return wrong


def check_ranges(table):
    wrong = []
    for field in table.fields:
        limits = field.get("constraints", {})
        if field_type(field) not in {"number", "integer", "year"}:
            continue
        for line, cell in table.cells(field["name"]):
            if not cells.is_number(cell):
                continue
            value = float(cell)
            if value < limits.get("minimum", value) or value > limits.get("maximum", value):
                wrong.append("line %d: %s: %s is out of range" % (line, field["name"], cell))
    return wrong


def duplicates(items):
    seen, again = set(), []
    for item in items:
        if item in seen:
            again.append(item)
        seen.add(item)
    return again


def check_primary_key(table):
    key = table.schema.get("primaryKey")
    if not isinstance(key, list) or not key:
        return ["no primaryKey"]
    absent = [name for name in key if name not in table.header]
    if absent:
        return ["primaryKey names no column: %s" % ", ".join(absent)]
    rows = table.keys(key)
    return (["key %r occurs twice" % (k,) for k in duplicates(rows)]
            + ["key %r has an empty cell" % (k,) for k in rows if "" in k])


def check_sources(table):
    """A source and a licence; keys in a `source` column are those of the resource, and each of them is used."""
    sources, licences = table.resource.get("sources", []), table.resource.get("licenses", [])
    wrong = [] if sources else ["no source"]
    wrong += [] if licences else ["no licence"]
    wrong += ["a source without a title" for source in sources if not source.get("title")]
    wrong += ["a licence without a name" for licence in licences if not licence.get("name")]
    keys = [source.get("polstat:key") for source in sources]
    wrong += ["source key %r occurs twice" % key for key in duplicates(keys)]
    if "source" in table.header:
        wrong += ["line %d: source %r is not described" % (line, cell)
                  for line, cell in table.cells("source") if cell not in keys]
    return wrong


def check_description(table):
    return ["no %s" % name for name in ("name", "title", "description") if not table.resource.get(name)]


TABLE_CHECKS = {
    "bytes": check_bytes, "spaces": check_spaces, "quoting": check_quoting, "header": check_header,
    "rows": check_rows, "fields": check_fields, "units": check_units, "types": check_types,
    "periods": check_periods, "missing": check_missing, "required": check_required, "unique": check_unique,
    "enums": check_enums, "patterns": check_patterns, "ranges": check_ranges, "primary key": check_primary_key,
    "sources": check_sources, "description": check_description,
}


# Checks of a package

def check_package(folder, package):
    wrong = ["no %s" % name for name in ("name", "title", "description", "licenses", "sources", "resources")
             if not package.get(name)]
    if package.get("name") != os.path.basename(os.path.abspath(folder)):
        wrong.append("name %r is not the folder's" % package.get("name"))
    return wrong


def check_files(folder, package):
    listed = [resource.get("path") for resource in package.get("resources", [])]
    present = [name for name in os.listdir(folder) if name != "datapackage.json"]
    return (["%s is listed and not there" % name for name in listed if name not in present]
            + ["%s is there and not listed" % name for name in sorted(present) if name not in listed]
            + ["%s is listed twice" % name for name in duplicates(listed)])


def check_package_sources(package):
    """The sources and licences of the package are those of its resources."""
    wrong = []
    for kind in ("sources", "licenses"):
        own = package.get(kind, [])
        parts = [entry for resource in package.get("resources", []) for entry in resource.get(kind, [])]
        wrong += ["%s: not in the package: %s" % (kind, entry) for entry in parts if entry not in own]
        wrong += ["%s: in no resource: %s" % (kind, entry) for entry in own if entry not in parts]
    return wrong


def check_foreign_keys(tables):
    wrong = []
    by_name = {table.resource.get("name"): table for table in tables}
    for table in tables:
        for link in table.schema.get("foreignKeys", []):
            here, there = link["fields"], link["reference"]["fields"]
            other = by_name.get(link["reference"]["resource"])
            if other is None or here not in table.header or there not in other.header:
                wrong.append("%s: foreignKeys names what is not there" % table.path)
                continue
            known = {cell for _, cell in other.cells(there)}
            wrong += ["%s:%d: %s %r is not in %s" % (table.path, line, here, cell, other.path)
                      for line, cell in table.cells(here) if cell not in known]
    return wrong


def validate_package(folder):
    """Yield (check, file, problems) for one topic's folder."""
    topic = os.path.basename(os.path.abspath(folder))
    try:
        with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as stream:
            package = json.load(stream)
    except (OSError, ValueError) as error:
        yield "json", topic, [str(error)]
        return
    yield "json", topic, []
    yield "package", topic, check_package(folder, package)
    yield "files", topic, check_files(folder, package)
    yield "package sources", topic, check_package_sources(package)
    tables = [Table(folder, resource) for resource in package.get("resources", [])]
    yield "foreign keys", topic, check_foreign_keys(tables)
    for table in tables:
        for name, check in TABLE_CHECKS.items():
            yield name, "%s/%s" % (topic, table.path), check(table)


def validate(root):
    """Yield (check, file, problems) for every topic under ROOT."""
    topics = sorted(name for name in os.listdir(root) if os.path.isdir(os.path.join(root, name)) and name != CLAIMS)
    for topic in topics:
        yield from validate_package(os.path.join(root, topic))


def main(arguments):
    here = os.path.dirname(os.path.abspath(__file__))
    root = arguments[0] if arguments else os.path.join(here, "..", "..", "datasets")
    tap = Tap()
    for check, name, problems in validate(root):
        tap.ok(not problems, "%s: %s" % (name, check), problems)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
