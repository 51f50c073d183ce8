#!/usr/bin/env python3
"""names.py: datasets/countries/names.csv on standard output, from the Debian package iso-codes.

Reads the JSON of ISO 3166-1 and 3166-3 and their translations (gettext catalogues).  `make countries`
runs it; the build does not, for names.csv is checked in.  tests/datasets/test_countries.py compares
the two where the package is installed in VERSION.

A code that ISO withdrew keeps its four letters of ISO 3166-3 as its own code, unless its number is
still that of a country and the letters do not end in HH, which says that there is no one successor:
then only the name was changed (Burma, Zaire), and the row is a former name of that country.
"""
import csv
import gettext
import io
import json
import subprocess
import sys

VERSION = "4.15.0-1"
LANGUAGES = ["en", "fr", "de", "es", "ja"]
JSON = "/usr/share/iso-codes/json/iso_%s.json"
CATALOGUES = "/usr/share/locale"
HEADER = ["code", "iso3", "iso2", "numeric", "language", "kind", "name"]
# The kinds of a name, with its key in the JSON.
KINDS = [("name", "name"), ("official", "official_name"), ("common", "common_name")]


def installed():
    """The version of the package, or None."""
    try:
        asked = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "iso-codes"],
                               capture_output=True, text=True)
    except OSError:
        return None
    return asked.stdout if asked.returncode == 0 else None


def entries(standard):
    with open(JSON % standard, encoding="utf-8") as stream:
        return json.load(stream)[standard]


def translate(standard, language, text):
    """TEXT in LANGUAGE; None when the catalogue does not have it."""
    if language == "en":
        return text
    catalogue = gettext.translation("iso_" + standard, CATALOGUES, [language])
    found = catalogue.gettext(text)
    return None if found == text and text not in catalogue._catalog else found


def rows_of(standard, entry, code, former):
    seen = set()
    for language in LANGUAGES:
        for kind, key in KINDS:
            text = translate(standard, language, entry[key]) if key in entry else None
            if text is None or (language, text) in seen:
                continue
            seen.add((language, text))
            yield [code, entry["alpha_3"], entry["alpha_2"], entry.get("numeric", ""), language,
                   "former" if former else kind, " ".join(text.split())]


def rows():
    present = sorted(entries("3166-1"), key=lambda entry: entry["alpha_3"])
    by_number = {entry["numeric"]: entry["alpha_3"] for entry in present}
    for entry in present:
        yield from rows_of("3166-1", entry, entry["alpha_3"], False)
    for entry in sorted(entries("3166-3"), key=lambda entry: entry["alpha_4"]):
        split = entry["alpha_4"].endswith("HH")
        now = None if split else by_number.get(entry.get("numeric"))
        yield from rows_of("3166-3", entry, now or entry["alpha_4"], now is not None)


def text():
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADER, *rows()])
    return out.getvalue()


if __name__ == "__main__":
    if installed() != VERSION:
        sys.exit("names.py: iso-codes %s is needed; %s is installed" % (VERSION, installed() or "none"))
    sys.stdout.write(text())
