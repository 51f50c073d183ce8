#!/usr/bin/env python3
"""Break a good dataset in each way that validate.py forbids: the check that is meant to see it must.

Prints TAP.  Every dataset is written to a temporary folder.
"""

import copy
import json
import os
import sys
import tempfile

import cells
import validate
sys.path.append(__file__.rsplit("/", 2)[0] + "/support")
from tap import Tap  # noqa: E402

VISITS = "city,year,visits,range_km,season,source\n" \
         "Lund,2001,10,<=3.5,FY2001,survey\n" \
         "Lund,2002,,\"[1,2]\",FY2002,survey\n" \
         "Turku,2001,7,4±0.5,FY2001,census\n"
CITIES = "city,kind\nLund,town\nTurku,port\n"

SOURCES = [{"polstat:key": "survey", "title": "A survey"}, {"polstat:key": "census", "title": "A census"}]
LICENCES = [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]

PACKAGE = {
    "name": "travel", "title": "Travel", "description": "Visits to cities.", "licenses": LICENCES, "sources": SOURCES,
    "resources": [
        {"name": "visits", "path": "visits.csv", "title": "Visits", "description": "One row a city and year.",
         "licenses": LICENCES, "sources": SOURCES,
         "schema": {
             "fields": [
                 {"name": "city", "type": "string", "title": "City", "constraints": {"required": True}},
                 {"name": "year", "type": "year", "title": "Year"},
                 {"name": "visits", "type": "integer", "title": "Visits", "unit": "1",
                  "constraints": {"minimum": 0, "maximum": 100}},
                 {"name": "range_km", "type": "any", "polstat:type": "bounded", "title": "Range", "unit": "km"},
                 {"name": "season", "type": "any", "polstat:type": "period", "title": "Season"},
                 {"name": "source", "type": "string", "title": "Source key"}],
             "missingValues": [""], "primaryKey": ["city", "year"],
             "foreignKeys": [{"fields": "city", "reference": {"resource": "cities", "fields": "city"}}]}},
        {"name": "cities", "path": "cities.csv", "title": "Cities", "description": "One row a city.",
         "licenses": LICENCES, "sources": SOURCES,
         "schema": {
             "fields": [
                 {"name": "city", "type": "string", "title": "City",
                  "constraints": {"unique": True, "pattern": "[A-Z][a-z]+"}},
                 {"name": "kind", "type": "string", "title": "Kind", "constraints": {"enum": ["town", "port"]}}],
             "missingValues": [""], "primaryKey": ["city"]}}],
}


class Dataset:
    """A package and its files, to be broken and written."""

    def __init__(self):
        self.package = copy.deepcopy(PACKAGE)
        self.files = {"visits.csv": VISITS.encode(), "cities.csv": CITIES.encode()}
        self.json = None

    @property
    def visits(self):
        return self.package["resources"][0]

    def field(self, name):
        return next(f for f in self.visits["schema"]["fields"] if f["name"] == name)

    def replace(self, old, new, name="visits.csv"):
        assert old.encode() in self.files[name], old
        self.files[name] = self.files[name].replace(old.encode(), new.encode(), 1)

    def failures(self):
        """Names of the checks that fail, as a set."""
        with tempfile.TemporaryDirectory() as root:
            folder = os.path.join(root, "travel")
            os.mkdir(folder)
            for name, content in self.files.items():
                with open(os.path.join(folder, name), "wb") as stream:
                    stream.write(content)
            with open(os.path.join(folder, "datapackage.json"), "w", encoding="utf-8") as stream:
                stream.write(json.dumps(self.package) if self.json is None else self.json)
            return {check for check, _, problems in validate.validate(root) if problems}


def cell(old, new, name="visits.csv"):
    return lambda dataset: dataset.replace(old, new, name)


def content(change):
    def apply(dataset):
        dataset.files["visits.csv"] = change(dataset.files["visits.csv"])
    return apply


def package(change):
    return lambda dataset: change(dataset.package)


def resource(change):
    return lambda dataset: change(dataset.visits)


def field(name, change):
    return lambda dataset: change(dataset.field(name))


BREAKAGES = [
    ("json", "datapackage.json is no JSON", lambda d: setattr(d, "json", "{")),
    ("package", "the package has no title", package(lambda p: p.pop("title"))),
    ("package", "the package has no source", package(lambda p: p.update(sources=[]))),
    ("package", "the package has no licence", package(lambda p: p.pop("licenses"))),
    ("package", "the package is named otherwise than its folder", package(lambda p: p.update(name="trips"))),
    ("files", "a file is not listed", lambda d: d.files.update({"more.csv": b"a\n1\n"})),
    ("files", "a listed file is not there", lambda d: d.files.pop("visits.csv")),
    ("files", "a file is listed twice", package(lambda p: p["resources"].append(p["resources"][1]))),
    ("package sources", "a source of a resource is not in the package",
     resource(lambda r: r.update(sources=SOURCES + [{"polstat:key": "diary", "title": "A diary"}]))),
    ("package sources", "a licence of the package is in no resource",
     package(lambda p: p.update(licenses=LICENCES + [{"name": "CC0-1.0"}]))),
    ("foreign keys", "a foreign key has no partner", cell("Turku,2001", "Gavle,2001")),
    ("foreign keys", "a foreign key names no resource",
     resource(lambda r: r["schema"]["foreignKeys"][0]["reference"].update(resource="towns"))),
    ("bytes", "the file is not UTF-8", content(lambda b: b.replace(b"Turku", b"T\xfcrku"))),
    ("bytes", "the file has a byte order mark", content(lambda b: b"\xef\xbb\xbf" + b)),
    ("bytes", "lines end with CR LF", content(lambda b: b.replace(b"\n", b"\r\n"))),
    ("bytes", "the last line has no end", content(lambda b: b[:-1])),
    ("bytes", "the file ends with an empty line", content(lambda b: b + b"\n")),
    ("bytes", "the file has a tab", cell("Turku", "Tur\tku")),
    ("bytes", "a quote is never closed", cell("Turku", "\"Turku")),
    ("spaces", "a cell ends with a space", cell("Turku,", "Turku ,")),
    ("spaces", "a cell begins with a space", cell("survey", " survey")),
    ("spaces", "a header ends with a space", cell("visits,", "visits ,")),
    ("spaces", "a cell has two spaces in a row", cell("Turku", "Tur  ku")),
    ("spaces", "a cell has a line end", cell("Turku", "\"Tur\nku\"")),
    ("quoting", "a cell is quoted without need", cell("Turku", "\"Turku\"")),
    ("header", "a column is missing", content(lambda b: b"\n".join(l.rpartition(b",")[0] for l in b.split(b"\n")))),
    ("header", "a column is not described", resource(lambda r: r["schema"]["fields"].pop())),
    ("header", "columns are in another order", cell("city,year", "year,city")),
    ("header", "a column name is not snake_case", cell("range_km", "Range")),
    ("header", "a column name occurs twice", cell("season", "year")),
    ("rows", "a row is too long", cell("survey\n", "survey,1\n")),
    ("rows", "a row is too short", cell(",census", "")),
    ("rows", "there are no rows", content(lambda b: b.split(b"\n")[0] + b"\n")),
    ("rows", "a row occurs twice", content(lambda b: b + b.split(b"\n")[1] + b"\n")),
    ("fields", "a field has an unknown type", field("city", lambda f: f.update(type="text"))),
    ("fields", "a field of type any names no polstat:type", field("season", lambda f: f.pop("polstat:type"))),
    ("fields", "a field has no title", field("visits", lambda f: f.pop("title"))),
    ("fields", "a field has an unknown constraint", field("city", lambda f: f["constraints"].update(maxLength=3))),
    ("units", "a numeric field has no unit", field("visits", lambda f: f.pop("unit"))),
    ("units", "a bounded field has no unit", field("range_km", lambda f: f.pop("unit"))),
    ("units", "a text field has a unit", field("city", lambda f: f.update(unit="km"))),
    ("units", "the column of units is not there",
     field("visits", lambda f: (f.pop("unit"), f.update({"polstat:unitColumn": "measure"})))),
    ("types", "a whole number has decimals", cell("2001,10", "2001,10.5")),
    ("types", "a number has a thousands comma", cell("2001,10", "2001,\"1,000\"")),
    ("types", "a number has a leading zero", cell("2001,10", "2001,010")),
    ("types", "a number has a plus sign", cell("2001,10", "2001,+10")),
    ("types", "a number is text", cell("2001,7", "2001,few")),
    ("types", "a year is none", cell("2001,7", "01,7")),
    ("types", "a bounded cell has no number", cell("<=3.5", "<=")),
    ("types", "a bounded cell has an unknown sign", cell("<=3.5", "~3.5")),
    ("types", "an interval has its ends swapped", cell("[1,2]", "[2,1]")),
    ("types", "an interval is not closed", cell("[1,2]", "[1,2")),
    ("types", "a period is none", cell("FY2002", "2002-13")),
    ("types", "a day is not in the calendar", cell("FY2002", "2001-02-29")),
    ("types", "a range of years runs backwards", cell("FY2002", "2003-2001")),
    ("periods", "kinds of period are mixed", cell("FY2002", "2002")),
    ("missing", "a token stands for a missing value", cell("census", "n/a")),
    ("missing", "two dots stand for a missing value", cell("2002,,", "2002,..,")),
    ("missing", "missingValues has another token", resource(lambda r: r["schema"].update(missingValues=["", "NA"]))),
    ("missing", "missingValues is not given", resource(lambda r: r["schema"].pop("missingValues"))),
    ("required", "a required cell is empty", cell("Turku,2001", ",2001")),
    ("unique", "a unique cell occurs twice", cell("Turku", "Lund", "cities.csv")),
    ("enums", "a cell is not one of the listed values", cell("port", "harbour", "cities.csv")),
    ("enums", "a listed value is never used",
     package(lambda p: p["resources"][1]["schema"]["fields"][1]["constraints"]["enum"].append("village"))),
    ("patterns", "a cell does not match its pattern", cell("Turku", "turku", "cities.csv")),
    ("ranges", "a number is above its maximum", cell("2001,10", "2001,101")),
    ("ranges", "a number is below its minimum", cell("2001,10", "2001,-1")),
    ("primary key", "a key occurs twice", cell("Lund,2002", "Lund,2001")),
    ("primary key", "a key has an empty cell", cell("Lund,2002", "Lund,")),
    ("primary key", "the key names no column", resource(lambda r: r["schema"].update(primaryKey=["town"]))),
    ("primary key", "there is no key", resource(lambda r: r["schema"].pop("primaryKey"))),
    ("sources", "a resource has no source", resource(lambda r: r.update(sources=[]))),
    ("sources", "a resource has no licence", resource(lambda r: r.pop("licenses"))),
    ("sources", "a source has no title", resource(lambda r: r["sources"].append({"polstat:key": "diary"}))),
    ("sources", "a source key is not described", cell("census", "hearsay")),
    ("sources", "a source key occurs twice", resource(lambda r: r.update(sources=SOURCES + SOURCES[:1]))),
    ("description", "a resource has no description", resource(lambda r: r.pop("description"))),
]

BOUNDS = [
    ("20.0", (20, 20, False, False)), ("-0.5", (-0.5, -0.5, False, False)),
    ("<296", (None, 296, True, True)), ("<=296", (None, 296, True, False)),
    (">10", (10, None, True, True)), (">=10", (10, None, False, True)),
    ("[1,2.5]", (1, 2.5, False, False)), ("(1,2.5]", (1, 2.5, True, False)), ("[1,2.5)", (1, 2.5, False, True)),
    ("581±4", (577, 585, False, False)),
]
PERIODS = [("2013", "year"), ("FY2013", "fiscal year"), ("2013-05", "month"), ("2012-02-29", "day"),
           ("2013-Q4", "quarter"), ("2013-S2", "half-year"), ("2001-2003", "range")]
NOT_BOUNDED = ["", "10-", "<", "[1]", "[1,1]", "1±", "1±0", "1 ± 2", ">-", "1e3", "١"]
NOT_PERIODS = ["", "13", "FY13", "2013-5", "2013-Q5", "2013-S0", "2013-02-30", "2003-2003", "2013/14"]


def raises(function, text):
    try:
        function(text)
    except ValueError:
        return True
    return False


def main():
    tap = Tap()
    tap.equal(Dataset().failures(), set(), "the unbroken dataset passes")
    for check, name, breakage in BREAKAGES:
        dataset = Dataset()
        breakage(dataset)
        failures = dataset.failures()
        tap.ok(check in failures, "%s: seen by %s" % (name, check), ["failed: %s" % ", ".join(sorted(failures))])
    every = set(validate.TABLE_CHECKS) | {"json", "package", "files", "package sources", "foreign keys"}
    tap.equal({check for check, _, _ in BREAKAGES}, every, "every check has a breakage")
    for text, want in BOUNDS:
        tap.equal(cells.bounds(text), want, "bounded cell %s" % text)
    for text, want in PERIODS:
        tap.equal(cells.period_kind(text), want, "period %s" % text)
    for text in NOT_BOUNDED:
        tap.ok(raises(cells.bounds, text), "no bounded cell: %r" % text)
    for text in NOT_PERIODS:
        tap.ok(raises(cells.period_kind, text), "no period: %r" % text)
    tap.equal(cells.printed("20.0"), (cells.Fraction("19.95"), cells.Fraction("20.05")), "20.0 is printed to 0.1")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
