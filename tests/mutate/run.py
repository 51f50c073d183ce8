#!/usr/bin/env python3
"""run.py --build DIR --trace DIR [--count N] [--seed S] [--only FILE[:LINE]] [--near] [--results FILE] [--again] ...:
do the tests notice small faults?

Puts N faults (faults.py) into sources of lib, one at a time and each in a copy, and runs the tests that come by the
place until one fails.  Lines are drawn with the same chance, whatever room they are in; S gives the same faults again
from the same sources.  A fault that the compiler refuses, or that gives the same code, is none, and another is drawn.
The survivors are printed with file and line.  --near asks only the unit tests of the source's own room and header
(and, in lib/stats, the reference values), which takes seconds and no trace: who survives may be noticed elsewhere.  --cases
asks these and then the cases of the command line that come by, which are traced in minutes; --programs instead those of the
programs that the source is linked into, which needs no trace.  What means the same, though the code differs, stands in same.txt with
the reason and is not drawn.

With --results what was tried is kept in FILE, a line each, and is not tried again: a run that was stopped goes on where
it was, and so does one after a change, with the faults that are there still.  --again tries the survivors of FILE again.

Exit code 0 when at least --least percent were noticed.
"""
import argparse
import random
import resource
import sys
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/lint")]
from traces import LATE, Both, Late, Linked, Map, Near, digests, symbols_of  # noqa: E402
from faults import BODY, faults_of  # noqa: E402
from mutant import Overlay, Tools, same_code  # noqa: E402
from results import Results  # noqa: E402
from sizes import WRITTEN  # noqa: E402
from suites import all_tests  # noqa: E402

MEMORY, FILE_SIZE = 12 << 30, 2 << 30  # of a program that a fault made run wild


def sources():
    """The sources that faults are put into: those of lib that people write and that are in programs."""
    return sorted(str(p.relative_to(ROOT)) for p in (ROOT / "lib").rglob("*.c")
                  if "tables" not in p.parts and str(p.relative_to(ROOT)) not in WRITTEN)


def library_files():
    return sorted(str(p.relative_to(ROOT)) for top in ("lib", "analysis", "tests/support")
                  for p in (ROOT / top).rglob("*") if p.suffix in (".c", ".h", ".def"))


def read_same():
    """{(file, line as it stands, what is done)} of same.txt."""
    found = set()
    for line in (HERE / "same.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            file, text, told, _ = line.split(" | ", 3)
            found.add((file, text.strip(), told.strip()))
    return found


class Draw:
    """Faults by chance, each once."""

    def __init__(self, texts, seed, same):
        self.texts, self.random, self.by_line = texts, random.Random(seed), {}
        for file, text in texts.items():
            lines = text.splitlines()
            for fault in faults_of(file, text):
                if (file, lines[fault.line - 1].strip(), fault.told()) not in same:
                    self.by_line.setdefault((file, fault.line), []).append(fault)
        self.places = sorted(self.by_line)

    def one(self):
        """A line, one of its kinds of fault, and one of these."""
        while True:
            place = self.random.choice(self.places)
            left = self.by_line[place]
            if left:
                kind = self.random.choice(sorted({fault.kind for fault in left}))
                fault = self.random.choice([f for f in left if f.kind == kind])
                left.remove(fault)
                return fault

    def of_place(self, place):
        file, _, line = place.partition(":")
        return [f for (at, number), found in sorted(self.by_line.items()) if at == file
                and line in ("", str(number)) for f in found]


def first_line(fault, text):
    """Where the function of FAULT begins."""
    for body in BODY.finditer(text):
        if body.start() <= fault.at < body.end():
            return text.count("\n", 0, body.start()) + 1
    return fault.line


class Bench:
    """All that a fault is tried with."""

    def __init__(self, options, texts):
        self.options, self.texts = options, texts
        self.tools = Tools(options.cc, options.cflags, options.ldflags, options.libs)
        self.folder = options.build / "mutate"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.tests = {test.name: test for test in all_tests()}
        near = Near(ROOT, self.tests)
        self.map = near if options.near else self.traced(near)
        self.overlay = Overlay(options.build, self.folder / "now")
        self.originals, self.symbols = {}, {}

    def traced(self, near):
        cases = [test for test in self.tests.values() if test.name.startswith("cli/")]
        programs = sorted(f"bin/{path.name}" for path in (self.options.build / "bin").iterdir())
        if self.options.programs:
            return Both(near, Linked(ROOT, self.options.build, cases), programs)
        made = Map(self.folder / ("cases.json" if self.options.cases else "map.json"), digests(ROOT, library_files()))
        traced = cases if self.options.cases else [test for test in self.tests.values() if test.name not in LATE]
        made.complete(traced, self.options.trace, self.options.jobs)
        return Both(near, made, programs) if self.options.cases else Late(made, programs)

    def original(self, file):
        if file not in self.originals:
            self.originals[file] = self.tools.object_of(self.texts[file], file, self.folder / "then")
        return self.originals[file]

    def build(self, fault):
        """The object of FAULT; None when it is no fault."""
        made = self.tools.object_of(fault.apply(self.texts[fault.file]), fault.file, self.folder / "source")
        return None if made is None or same_code(made, self.original(fault.file)) else made

    def passing(self, fault):
        text = self.texts[fault.file]
        return self.map.ordered(fault, first_line(fault, text))

    def try_test(self, name, made):
        entry = self.map.tests[name]
        for program in entry["programs"]:
            if self.links(program, made):
                self.overlay.ensure(program, made, self.tools)
        return self.tests[name].run(self.overlay.folder, {}, 20 + 10 * entry["seconds"])

    def links(self, program, made):
        """Is anything of MADE in PROGRAM?"""
        for path in (self.options.build / program, made):
            if path not in self.symbols:
                self.symbols[path] = symbols_of(path)
        return bool(self.symbols[made] & self.symbols[self.options.build / program])

    def try_fault(self, fault, made):
        """The test that notices, or None, and how many were run."""
        names, running, done = iter(self.passing(fault)), {}, 0
        with ThreadPoolExecutor(max_workers=self.options.jobs) as pool:
            while True:
                while len(running) < self.options.jobs:
                    name = next(names, None)
                    if name is None:
                        break
                    running[pool.submit(self.try_test, name, made)] = name
                if not running:
                    return None, done
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    name = running.pop(future)
                    done += 1
                    if future.result():
                        wait(running)
                        return name, done


def limit_programs():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_SIZE, FILE_SIZE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tell(fault, texts, by, tests, seconds, verbose):
    if by is None:
        why = f"{tests} tests come by" if tests else "no test comes by"
        line = texts[fault.file].splitlines()[fault.line - 1].strip()
        print(f"{fault.file}:{fault.line}: {fault.told()}: {why} ({seconds:.0f} s)\n    {line}", flush=True)
    elif verbose:
        print(f"  {fault.file}:{fault.line}: {fault.told()}: {by}, {tests} tests ({seconds:.1f} s)", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--near", action="store_true", help="ask the unit tests of the room and the header alone")
    parser.add_argument("--cases", action="store_true", help="ask these, and the cases of the command line that come by")
    parser.add_argument("--programs", action="store_true", help="or those of the programs that the source is in")
    parser.add_argument("--trace", type=Path, default=Path("none"), help="a build whose programs keep what they pass")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", metavar="FILE[:LINE]", help="every fault there is in a file or a line")
    parser.add_argument("--below", default="lib/", help="faults of the sources below")
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--results", type=Path, metavar="FILE", help="keep what was tried, and go on from there")
    parser.add_argument("--again", action="store_true", help="try the survivors of --results again")
    parser.add_argument("-v", "--verbose", action="store_true")
    for name in ("cc", "cflags", "ldflags", "libs"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    options.build, options.trace = options.build.resolve(), options.trace.resolve()
    texts = {file: (ROOT / file).read_text() for file in sources() if file.startswith(options.below)}
    draw, bench = Draw(texts, options.seed, read_same()), Bench(options, texts)
    results = Results(options.results, texts, draw.by_line)
    limit_programs()
    return run(options, draw, bench, results)


def chosen(options, draw, results):
    """Those of the file whose verdict is asked for again, and then new ones."""
    if options.again:
        yield from results.survivors()
    if options.only:
        yield from draw.of_place(options.only)
    while not options.only and results.tried() < options.count:
        yield draw.one()


def run(options, draw, bench, results):
    again = set(results.survivors()) if options.again else set()
    for fault in chosen(options, draw, results):
        if fault in results.found and fault not in again:
            continue
        again.discard(fault)
        start = time.monotonic()
        made = bench.build(fault)
        if made is None:
            results.add(fault, Results.NONE)
            continue
        by, tests = bench.try_fault(fault, made)
        bench.overlay.clear()
        results.add(fault, by or Results.SURVIVED)
        tell(fault, bench.texts, by, tests, time.monotonic() - start, options.verbose)
    tried, survived = results.tried(), results.survived()
    share = 100 * (tried - survived) / max(tried, 1)
    print(f"mutate: {tried} faults, {tried - survived} noticed ({share:.1f} %), {survived} survived; {results.none()} "
          f"more were refused by the compiler or gave the same code (seed {options.seed})")
    return 0 if share >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
