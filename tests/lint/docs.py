#!/usr/bin/env python3
"""docs.py [--root DIR]: what the documents name is there.  TAP, one test a document.

Files and folders (lib/report/format.c anywhere; as it is included, or by its name alone, in backquotes), and in
backquotes constants and functions of the code (`PST_OK`, `pst_fail`) and targets (`make lint`).  A word in capitals
or in <...> stands for any name; EXAMPLES are the names that a recipe makes up.  CONTRIBUTING.md has each room of lib.
"""
import argparse
import re
import sys
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/lint")]
from lint import House  # noqa: E402
from tap import Tap  # noqa: E402

DOCUMENTS = re.compile(r"(?:[A-Z]+\.md|docs/\w+\.md|datasets/README\.md)$")
TOPS = ("lib/", "analysis/", "tests/", "docs/", "datasets/", "install/", "plots/", "paper/", "bench/", "notebooks-md/")

# What a recipe makes up: document -> names.
EXAMPLES = {"CONTRIBUTING.md": ["endpoint"]}

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"(?<![\w./-])((?:[\w*.-]+/)+[\w*.-]*|\w+\.(?:[ch]|def|py))(?![\w/])")
NAME = re.compile(r"\b(pst_\w+|PST_\w+)\b(\*?)")
TARGET = re.compile(r"\bmake ([a-z][a-z_-]+)")
ANY = re.compile(r"[A-Z]{3,}(?!\w*\.md$)|<")


def targets(house):
    """The targets of the Makefiles."""
    found = set()
    for name in house.files:
        if name == "Makefile" or name.endswith(".mk"):
            for line in re.findall(r"^([^\s#:=][^:=#]*):(?!=)", house.text(name), re.MULTILINE):
                found.update(line.split())
    return found


class Names:
    """What there is to be named."""

    def __init__(self, house):
        self.files = set(house.files)
        self.folders = {str(folder) for name in house.files for folder in Path(name).parents}
        self.bases = {Path(name).name for name in house.files}
        self.words = {word for name in house.sources("lib/", "analysis/", "tests/")
                      for word in re.findall(r"\bpst_\w+|\bPST_\w+", house.text(name))}
        self.targets = targets(house)

    def has_path(self, path):
        if "/" not in path:
            return path in self.bases
        bare = path.rstrip("/")
        if "*" in path:
            return any(fnmatch(place, pattern) for pattern in (bare, f"lib/{bare}") for place in self.files | self.folders)
        return any(place in self.files or place in self.folders for place in (bare, f"lib/{bare}"))

    def has_name(self, name, cut):
        return name in self.words or ((cut or name.endswith("_")) and any(w.startswith(name) for w in self.words))


def is_of_the_house(path):
    return path.startswith(TOPS) or path.endswith((".c", ".h", ".def"))


def lacking_paths(text, names, quoted):
    for path in PATH.findall(text):
        path = path.rstrip(".")
        if path.startswith(TOPS) if not quoted else is_of_the_house(path):
            if not ANY.search(path) and not names.has_path(path):
                yield f"there is no {path}"


def lacking_names(text, names):
    """Of what stands in backquotes."""
    for name, cut in NAME.findall(text):
        if not re.search(r"pst_\w*[A-Z]", name) and not names.has_name(name, cut):
            yield f"no source has {name}"
    if text.startswith("make "):
        yield from (f"there is no target {t}" for t in TARGET.findall(text) if t not in names.targets)


def lacking(document, text, names):
    text = FENCED.sub(lambda m: "\n" * m.group(0).count("\n"), text)
    for number, line in enumerate(text.splitlines(), 1):
        faults = list(lacking_paths(QUOTED.sub("", line).replace("**", ""), names, False))
        for quoted in QUOTED.findall(line):
            faults += [*lacking_paths(quoted, names, True), *lacking_names(quoted, names)]
        yield from (f"{document}:{number}: {fault}" for fault in faults
                    if not any(made_up in fault for made_up in EXAMPLES.get(document, [])))


def lint_rooms(tap, house):
    text = house.text("CONTRIBUTING.md") if "CONTRIBUTING.md" in house.files else ""
    rooms = sorted({name.split("/")[1] for name in house.sources("lib/")})
    faults = [f"lib/{room}: say what it holds" for room in rooms
              if not re.search(rf"^ +lib/{room}/ ", text, re.MULTILINE)]
    listed = re.findall(r"^ +lib/(\w+)/ ", text, re.MULTILINE)
    faults += [f"lib/{room}: there is no such room" for room in listed if room not in rooms]
    tap.ok(not faults, "docs: CONTRIBUTING.md lists the rooms of lib", faults)


def lint_docs(tap, house):
    names = Names(house)
    for document in [f for f in house.files if DOCUMENTS.match(f)]:
        faults = list(lacking(document, house.text(document), names))
        tap.ok(not faults, f"docs: what {document} names is there", faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    house, tap = House(parser.parse_args().root.resolve()), Tap()
    lint_docs(tap, house)
    lint_rooms(tap, house)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
