"""Which tests come by which lines: each test once with programs that keep what they pass (trace.c)."""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from array import array
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HEAD = 4096  # of trace.c


def read_traces(folder):
    """{program: places} of the files that trace.c left in FOLDER, which are removed."""
    found = {}
    for path in Path(folder).iterdir():
        data = path.read_bytes()
        path.unlink()
        program = data[:HEAD].rstrip(b"\0").decode()
        if not program:  # it was ended before it had said who it is
            continue
        places = array("I", data[HEAD:])
        found.setdefault(program, set()).update(place for place in places if place)
    return found


def lines_of(program, places):
    """{place: (file, line)} of a program, by addr2line; the place is where a call returns to."""
    ordered = sorted(places)
    asked = "\n".join(hex(place - 1) for place in ordered)
    told = subprocess.run(["addr2line", "-e", program], input=asked, capture_output=True, text=True, check=True).stdout
    found = {}
    for place, line in zip(ordered, told.splitlines()):
        match = re.search(r"(?:^|/)(lib/[\w/]+\.[ch]):(\d+)", line)
        if match:
            found[place] = (match.group(1), int(match.group(2)))
    return found


def trace(test, build):
    """What TEST comes by in the programs of BUILD, and its seconds."""
    with tempfile.TemporaryDirectory(prefix="polstat-trace-") as folder:
        start = time.monotonic()
        test.run(build, {"POLSTAT_TRACE": folder}, None)
        return read_traces(folder), time.monotonic() - start


def digests(root, names):
    """{file: its digest}"""
    return {name: digest(root, [name]) for name in names}


def digest(root, names):
    made = hashlib.sha256()
    for name in names:
        made.update(name.encode() + b"\0" + (root / name).read_bytes() + b"\0")
    return made.hexdigest()


def entry(test, traces, seconds, tables, build):
    """What the map keeps of a test."""
    lines = {}
    for program, places in traces.items():
        for place in places & tables[program].keys():
            file, line = tables[program][place]
            lines.setdefault(file, set()).add(line)
    return {"digest": test.digest, "seconds": seconds, "programs": sorted(os.path.relpath(p, build) for p in traces),
            "lines": {file: sorted(found) for file, found in lines.items()}}


class Map:
    """Kept as JSON in PATH: of each test its digest, seconds, programs, and the lines of each file of lib; and the
    digests of LIBRARY.  What came by a file that has changed is traced again."""

    def __init__(self, path, library):
        self.path, self.library, self.tests = path, library, {}
        if path.exists():
            kept = json.loads(path.read_text())
            stale = {file for file, made in kept["library"].items() if library.get(file) != made}
            all_stale = any(not file.startswith("lib/") or file.endswith((".h", ".def")) for file in stale)
            self.tests = {name: entry for name, entry in kept["tests"].items()
                          if not all_stale and not stale & entry["lines"].keys()}

    def keep(self):
        new = self.path.with_suffix(".new")
        new.write_text(json.dumps({"library": self.library, "tests": self.tests}))
        new.rename(self.path)

    def complete(self, tests, build, jobs):
        """Trace those of TESTS that are not in the map as they stand."""
        late = [t for t in tests if self.tests.get(t.name, {}).get("digest") != t.digest]
        places, traced = {}, []
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            for done, (test, (traces, seconds)) in enumerate(zip(late, pool.map(lambda t: trace(t, build), late))):
                traced.append((test, traces, seconds))
                for program, passed in traces.items():
                    places.setdefault(program, set()).update(passed)
                if done % 100 == 0:
                    print(f"mutate: {done} of {len(late)} tests traced", file=sys.stderr, flush=True)
            programs = sorted(places)
            tables = dict(zip(programs, pool.map(lambda p: lines_of(p, places[p]), programs)))
        for test, traces, seconds in traced:
            self.tests[test.name] = entry(test, traces, seconds, tables, build)
        names = {t.name for t in tests}
        self.tests = {name: kept for name, kept in self.tests.items() if name in names}
        if late:
            self.keep()

    def passing(self, fault, first):
        """The tests that come by FAULT, whose function begins at line FIRST: by the nearest line above that any
        test comes by, as a trace has the first line of each basic block."""
        by_line = {}
        for name, entry in self.tests.items():
            for line in entry["lines"].get(fault.file, []):
                if first <= line <= fault.line:
                    by_line.setdefault(line, []).append(name)
        return by_line[max(by_line)] if by_line else []

    def weight(self, name):
        """Of two tests that come by a place, the one that comes by less is the one that is about it."""
        entry = self.tests[name]
        return entry["seconds"] * sum(map(len, entry["lines"].values()))


    def ordered(self, fault, first):
        return sorted(sorted(self.passing(fault, first)), key=self.weight)


PARTS = ("lib/job/", "lib/scale/", "lib/table/")
# Suites that run so many processes that they are not traced.
LATE = {"ranks": (["bin/*"], (*PARTS, "lib/compare/", "lib/indicator/", "lib/regress/", "lib/trend/", "lib/rank/")),
        "memory": (["bin/*"], ("lib/",))}


def suite_entries(suites, programs):
    """What a map has of SUITES, {name: (programs, rooms)}."""
    return {name: {"seconds": 60, "programs": programs if own == ["bin/*"] else own} for name, (own, _) in suites.items()}


def of_rooms(suites, fault):
    return [name for name, (_, rooms) in suites.items() if fault.file.startswith(rooms)]


class Late:
    """A map of what was traced, and behind it the suites that are not."""

    def __init__(self, traced, programs):
        self.traced, self.tests = traced, {**traced.tests, **suite_entries(LATE, programs)}

    def ordered(self, fault, first):
        return self.traced.ordered(fault, first) + of_rooms(LATE, fault)


class Both:
    """What is near, and then what a map of other tests says; at last the suites that read what the rooms are for."""

    READ = ("lib/tidy/", "lib/layout/", "lib/printed/", "lib/table/read/", "lib/input/", "lib/interval/period/")
    SAID = ("lib/claim/", "lib/language/", "lib/paper/", "lib/scan/", "lib/trace/")
    SUITES = {"extracts": (["bin/polstat-tidy"], READ),
              "claims": (["bin/polstat-claims"], SAID),
              "scans": (["bin/polstat-claims"], SAID),
              "pages": (["bin/polstat-claims"], (*SAID, "lib/page/")),
              "drafts": (["bin/polstat-claims"], SAID),
              "notebooks": (["bin/polstat-notebook"], ("lib/notebook/",)),
              "cases": (["bin/*"], ("lib/",)),
              "generated": (["bin/polstat-tidy"], READ),
              "tables": (["bin/polstat-tidy"], READ),
              "outputs": (["bin/*"], ("lib/base/", "lib/cli/", "lib/job/", "lib/report/", "lib/figure/")),
              "terminal": (["bin/*"], ("lib/cli/", "lib/figure/term/", "lib/job/", "lib/report/view/")),
              "parts": (["bin/*"], PARTS),
              "checkpoint": (["bin/*"], PARTS),
              **LATE}

    def __init__(self, near, other, programs):
        self.near, self.other = near, other
        self.tests = {**other.tests, **near.tests, **suite_entries(self.SUITES, programs)}

    def ordered(self, fault, first):
        return self.near.ordered(fault, first) + self.other.ordered(fault, first) + of_rooms(self.SUITES, fault)


class Near:
    """In the place of a map, where a trace costs too much: the unit tests of the room that a source stands in (or of
    the room around it), those that include its header, and those that the header says it is tested by; for lib/stats
    the reference values too."""

    DRIVERS = ["tests/reference/driver", "tests/reference/driver_compare", "tests/reference/driver_indicator",
               "tests/reference/driver_trend"]

    def __init__(self, root, names):
        self.root = root
        self.units = [name for name in names if name.startswith("unit/")]
        self.texts = {name: (root / f"tests/{name}.c").read_text() for name in self.units}
        self.tests = {name: {"seconds": 4, "programs": [f"tests/{name}"]} for name in self.units}
        self.tests["reference"] = {"seconds": 20, "programs": self.DRIVERS}

    # Rooms that are tested by what is built on them.
    ALSO = {"language": ["expr", "claim"]}

    def of_room(self, room):
        others = [name for other in self.ALSO.get(room.parts[0], []) for name in self.in_room(Path(other))]
        while str(room) != "." and not any(Path(name).parent == "unit" / room for name in self.units):
            room = room.parent
        return self.in_room(room) + others

    def in_room(self, room):
        return [name for name in self.units if Path(name).parent == "unit" / room]

    def of_header(self, file):
        header = self.root / f"{file[:-2]}.h"
        if not header.exists():
            return []
        told = re.findall(r"\btest_\w+", header.read_text())
        include = f'#include "{header.relative_to(self.root / "lib")}"'
        return [name for name in self.units if include in self.texts[name] or Path(name).name in told]

    def passing(self, fault, _):
        own = f"test_{Path(fault.file).stem}"
        found = dict.fromkeys(self.of_header(fault.file) + self.of_room(Path(fault.file).parent.relative_to("lib")))
        ordered = sorted(found, key=lambda name: Path(name).name != own)
        return ordered + ["reference"] * fault.file.startswith("lib/stats/")

    def ordered(self, fault, first):
        return self.passing(fault, first)


class Linked:
    """Where a trace costs too much: the cases of the command line of the programs that a source is linked into, as the
    symbols of its object say; at most MOST, those first that print what the function of the fault says, and then those
    whose names have the rarest words that the source, its header, its room or its programs have too."""

    MOST = 100

    def __init__(self, root, build, cases):
        self.root, self.build = root, build
        self.told = {str(p.relative_to(root)): spoken(p, root) for p in (root / "lib").rglob("*.[ch]") if "tables" not in p.parts}
        self.counts = Counter(word for words in self.told.values() for word in words)
        programs = sorted(p for p in (build / "bin").iterdir() if p.is_file())
        self.symbols = {p: symbols_of(p) for p in programs}
        self.texts = {case.name: (case.case.folder / "cmd").read_text() for case in cases}
        self.printed = {case.name: "".join(p.read_text(errors="replace") for p in sorted(case.case.folder.iterdir())
                                           if p.name in ("cmd", "stdout", "stderr")) for case in cases}
        self.tests = {case.name: {"seconds": 20, "programs": [f"bin/{p.name}" for p in programs
                                                             if names_program(self.texts[case.name], p.name)]} for case in cases}

    def ordered(self, fault, first):
        own = symbols_of(self.build / f"obj/{fault.file[:-2]}.o")
        programs = {f"bin/{p.name}" for p, names in self.symbols.items() if own & names}
        source = (self.root / fault.file).read_text()
        function = "\n".join(source.splitlines()[first - 1:]).partition("\n}\n")[0]
        said, weights = said_by(function), self.weights(fault.file, programs)
        found = [name for name, entry in self.tests.items() if programs & set(entry["programs"])]

        def key(name):
            printed = self.printed[name]
            return (-sum(part in printed for part in said), -sum(weights.get(word, 0) for word in name_words(name)),
                    len(self.texts[name]))
        return sorted(found, key=key)[:self.MOST]

    def weights(self, file, programs):
        """{word of names of cases: how much it says}: those that FILE, its header and its path speak of, more when few
        sources do, and its programs, more when they are few."""
        told = self.told[file] | self.told.get(f"{file[:-2]}.h", set())
        own = {re.sub(r"bin/polstat-?", "", program): 0.3 / len(programs) ** 2 for program in programs}
        return {**own, **{word: 1 / self.counts[word] for word in told}}


def spoken(path, root):
    """The words of the comments and options of a source, and of its path."""
    comments = re.findall(r"/\*.*?\*/|--[a-z]+", path.read_text(), re.DOTALL)
    return {*re.findall(r"[a-z0-9]+", " ".join(comments).lower()), *re.split(r"[/_]", str(path.relative_to(root))[4:-2])}


def name_words(name):
    return set(re.split(r"[/-]", name)) - {"cli"}


def said_by(source):
    """The parts of texts in a source that are printed as they stand."""
    return {part for text in re.findall(r'"((?:\\.|[^"\\\n])*)"', source)
            for part in re.split(r"%[-+#0-9.*]*[a-zA-Z]+|\\.", text) if len(part) > 5}


def names_program(text, program):
    return re.search(rf"\b{program}\b(?!-)", text) is not None or re.search(rf"\bpolstat {program[8:]}\b", text) is not None


def symbols_of(path):
    """What a program or an object defines, by its names."""
    told = subprocess.run(["nm", "--defined-only", str(path)], capture_output=True, text=True, check=True).stdout
    return {words[2] for words in map(str.split, told.splitlines()) if len(words) == 3 and words[1] in "TDRB"}
