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
    """Kept as JSON in PATH: of each test its digest, seconds, programs, and the lines of each file of lib."""

    def __init__(self, path, library):
        self.path, self.library, self.tests = path, library, {}
        if path.exists():
            kept = json.loads(path.read_text())
            self.tests = kept["tests"] if kept["library"] == library else {}

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


class Near:
    """In the place of a map: the unit tests of the room that a source stands in, or of the room around it."""

    def __init__(self, names):
        units = [name for name in names if name.startswith("unit/")]
        self.tests = {name: {"seconds": 4, "programs": [f"tests/{name}"], "lines": {}} for name in units}

    def passing(self, fault, _):
        room = Path(fault.file).parent.relative_to("lib")
        while str(room) != ".":
            found = [name for name in self.tests if Path(name).parent == "unit" / room]
            if found:
                own = f"test_{Path(fault.file).stem}"
                return sorted(found, key=lambda name: Path(name).name != own)
            room = room.parent
        return []
