#!/usr/bin/env python3
"""batches.py [--root DIR] [--write COMPILER...]: which sources of the library are compiled together (lib/batches.mk).

A process and its headers cost more than most sources; sources of one room that share no name are compiled as one.
Without --write: TAP, whether the list names each source once, and whether sources of a batch have a variable of
one name, which a compiler would take for one variable.  Any other name that two of them share is an error of the
compiler, and lib/batch.sh then compiles them one by one.  `make batches` (--write) keeps what is together,
takes out what no longer fits, places what is new, and tries each batch that it changed with COMPILER.
"""
import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

LIST = "lib/batches.mk"
MOST = 14  # sources of a batch: what a change of one of them compiles again
# Rooms of stats that the Makefile compiles with all effort (HOT): a batch has one effort.
HOT_OF_STATS = {room.split("/")[1] for room in re.search(r"^HOT = ((?:.*\\\n)*.*)", (ROOT / "Makefile").read_text(),
                                                         re.MULTILINE).group(1).split() if room.startswith("stats/")}
HEAD = """# batches.mk -- which sources of the library are compiled together; written by `make batches`.
#
# A source that stands in no batch is compiled alone.
"""
NO_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
MACRO = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.MULTILINE)
LIBRARY = re.compile(r"^#include <((?:gsl|nettle)/|[a-z]+\.h)", re.MULTILINE)
# Headers of the C library, and others that no library is behind.
PLAIN = set("assert ctype dirent errno fcntl float iconv immintrin inttypes limits locale malloc math poll pthread sched setjmp "
            "signal spawn stdarg stdatomic stdbool stddef stdint stdio stdlib string strings time unistd wchar".split())
# Libraries that all programs on tables are linked with.
COMMON = {"gsl/", "jansson.h", "gmp.h", "csv.h"}


class Source:
    """What a source calls its own, and what it is made of."""

    def __init__(self, root, name):
        text = (root / name).read_text()
        code = NO_CODE.sub(" ", text)
        body = DIRECTIVE.sub("", code)
        self.name = name
        self.words = set(re.findall(r"[A-Za-z_]\w*", code))
        self.libraries = {h for h in LIBRARY.findall(text) if h[:-2] not in PLAIN} - COMMON
        self.macros = set(MACRO.findall(code))
        self.tags = set(re.findall(r"\b(?:struct|union|enum)\s+(\w+)\s*\{", body))
        self.constants = {c for group in re.findall(r"\benum\s*(?:\w+\s*)?\{([^}]*)\}", body)
                          for c in re.findall(r"(?:^|,)\s*(\w+)", group)}
        self.functions, self.variables = set(), set()
        for statement in re.findall(r"^static\b[^;{=]*", body, re.MULTILINE):
            called = re.search(r"(\w+)\s*\(", statement)
            named = called or re.search(r"(\w+)\s*(?:\[[^\]]*\]\s*)*$", statement.rstrip())
            if named:
                (self.functions if called else self.variables).add(named.group(1))
        self.wide = self.macros | self.constants | self.variables
        self.own = self.wide | self.tags | self.functions

    def fits(self, other):
        """Whether both may be compiled as one, as far as their names tell."""
        return (self.libraries == other.libraries and not self.own & other.own
                and not self.wide & other.words and not other.wide & self.words)


def sources(root):
    return sorted(str(p.relative_to(root)) for p in (root / "lib").rglob("*.c") if "tables" not in p.parts)


def affinity(name):
    """The folder whose sources go together: what a program that needs one of them mostly needs."""
    parts = Path(name).parts[1:-1]
    if parts[0] == "stats" and len(parts) > 1 and parts[1] not in HOT_OF_STATS:
        return "stats-other"
    return "-".join(parts[:2]) if parts[0] in ("claim", "figure", "job", "layout", "stats") else parts[0]


def read(root):
    """{batch: sources}"""
    path = root / LIST
    return {name: files.split() for name, files in
            re.findall(r"^BATCH_(\S+) = (.*)$", path.read_text().replace("\\\n", ""), re.MULTILINE)} if path.exists() else {}


def compiles(compiler, names):
    """Whether COMPILER takes NAMES as one source."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "batch.c"
        one.write_text("".join(f'#include "{n.removeprefix("lib/")}"\n' for n in names))
        return subprocess.run([*compiler, "-fsyntax-only", str(one)], cwd=ROOT, capture_output=True).returncode == 0


def tried(compiler, names):
    """As many of NAMES as go together."""
    if len(names) < 2 or compiles(compiler, names):
        return names
    kept = names[:1]
    for name in names[1:]:
        if compiles(compiler, kept + [name]):
            kept.append(name)
    return kept


def settle(have, known, compiler):
    """The batches of HAVE as they may stay, with every source of KNOWN placed where it fits."""
    old, placed = have, set()
    batches = {}

    def room_for(batch, name):
        return (len(batch) < MOST and affinity(batch[0]) == affinity(name)
                and all(known[name].fits(known[n]) for n in batch))

    for batch, names in old.items():
        kept = []
        for name in names:
            if name in known and (not kept or room_for(kept, name)):
                kept.append(name)
        if len(kept) > 1:
            batches[batch] = kept if kept == names else tried(compiler, kept)
            placed |= set(batches[batch])
    fresh = []
    for name in known:
        if name in placed:
            continue
        home = next((b for b in [*batches.values(), *fresh] if room_for(b, name)), None)
        if home is None:
            fresh.append([name])
        elif home in fresh or compiles(compiler, home + [name]):
            home.append(name)
    for names in fresh:
        left = names
        while len(left) > 1:
            together = tried(compiler, left)
            left = [n for n in left if n not in together]
            if len(together) > 1:
                number = 1
                while f"{affinity(together[0])}-{number}" in batches:
                    number += 1
                batches[f"{affinity(together[0])}-{number}"] = together
    return batches


def write(root, compiler):
    known = {name: Source(root, name) for name in sources(root)}
    batches = settle(read(root), known, compiler)
    lines = [HEAD, "BATCHES = " + " \\\n\t".join(sorted(batches)), ""]
    lines += [f"BATCH_{b} = " + " \\\n\t".join(sorted(batches[b])) for b in sorted(batches)]
    (root / LIST).write_text("\n".join(lines) + "\n")
    print(f"batches: {sum(map(len, batches.values()))} of {len(known)} sources in {len(batches)} batches")


def check(tap, root):
    have, places = read(root), {}
    known = {name: Source(root, name) for names in have.values() for name in names if (root / name).is_file()}
    for batch, names in have.items():
        for name in names:
            places.setdefault(name, []).append(batch)
    twice = [f"{name} is in {' and '.join(b)}" for name, b in places.items() if len(b) > 1]
    tap.ok(not twice, f"batches: {LIST} names each source once (make batches)", twice)
    merged = [f"{one} and {other} both have the variable {v}" for names in have.values()
              for i, one in enumerate(names) for other in names[:i] if one in known and other in known
              for v in sorted(known[one].variables & known[other].variables)]
    tap.ok(not merged, "batches: no two sources of a batch have a variable of one name (make batches)", merged)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--write", nargs=argparse.REMAINDER)
    asked = parser.parse_args()
    if asked.write:
        write(asked.root, asked.write)
        return 0
    tap = Tap()
    check(tap, asked.root)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
