#!/usr/bin/env python3
"""sites.py --build DIR [--part K/N] [--slow SECONDS] [CASE...]

Each place of the library that asks for memory gets none, once, in a case of the command line that comes by it.

The cases (or those named) are run with a preloaded library that tells from where memory is asked for; of the places, told
apart by their line and that of their caller outside of lib/base, each is then refused in the quickest case that comes by.
A build with -DPST_ARENA_PIECES asks for each piece of an arena by itself, so that all places are met.

After each refusal: the case ends as it always does, or the program that was refused with exit code 4; none by a signal;
what is said names the program; no unfinished output is left.  --part 1/4 tries the first of four parts.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/cli")]
from tap import Tap  # noqa: E402
import run as cli  # noqa: E402, of tests/cli

ERRORS_GO = re.compile(r"2>(?!&1)")  # a case that sends its errors elsewhere


def build_library(build):
    target = build / "tests/faults/sites.so"
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-D_GNU_SOURCE", "-o", str(target), str(HERE / "sites.c")], check=True)
    return target


class Bench:
    def __init__(self, build, library, slow):
        self.build, self.library, self.slow = build, library, slow
        self.options = argparse.Namespace(mode="plain", limit=10 * slow + 30)

    def run(self, case, more):
        """What the case printed, what was left, and what its programs wrote: {file: lines}."""
        with tempfile.TemporaryDirectory(prefix="polstat-sites-") as folder:
            env = {**cli.environment(self.build / "bin", "plain"), "LD_PRELOAD": str(self.library),
                   "POLSTAT_SITES": folder, **more}
            got, faults = case.run(self.options, env)
            return got, faults, {p.name: p.read_text().splitlines() for p in Path(folder).iterdir()}

    def collect(self, case):
        """[(program, number, places)] of a case, and its seconds; none of one that is slow."""
        start = time.monotonic()
        got, faults, logs = self.run(case, {})
        seconds = time.monotonic() - start
        if faults or case.differences(got) or seconds > self.slow:
            return seconds, []
        return seconds, [(name.rpartition(".")[0], line.split()[1], tuple(line.split()[2:]))
                         for name, lines in logs.items() for line in lines if line.startswith("site")]


def lines_of(program, places):
    """{place: ["file:line", ...]} of a program, the innermost of what was inlined first."""
    ordered = sorted(places)
    asked = "\n".join(hex(int(place, 16) - 1) for place in ordered)
    told = subprocess.run(["addr2line", "-a", "-i", "-e", str(program)], input=asked, capture_output=True, text=True,
                          check=True).stdout
    groups = re.split(r"^0x\w+\n", told, flags=re.MULTILINE)[1:]
    return {place: [re.sub(r".*?((?:lib|analysis)/[^ ]*).*", r"\1", line) for line in group.splitlines()]
            for place, group in zip(ordered, groups)}


def key_of(stack, table):
    """The line that asks and that of its caller, outside of lib/base; None: all of it stands there."""
    lines = [line for place in stack for line in table[place]]
    outside = [line for line in lines if line.startswith(("lib/", "analysis/")) and not line.startswith("lib/base/")]
    return tuple(outside[:2]) or None


def choose(build, collected):
    """[(key, case, number)]: of each key the quickest case that comes by."""
    places = {}
    for _, (_, sites) in collected:
        for program, _, stack in sites:
            places.setdefault(program, set()).update(stack)
    tables = {program: lines_of(build / "bin" / program, found) for program, found in places.items()
              if (build / "bin" / program).exists()}
    chosen = {}
    for case, (seconds, sites) in collected:
        for program, number, stack in sites:
            key = key_of(stack, tables[program]) if program in tables else None
            if key is not None and (key not in chosen or seconds < chosen[key][0]):
                chosen[key] = (seconds, case, number)
    return [(key, case, number) for key, (_, case, number) in sorted(chosen.items(), key=lambda item: item[0])]


def judge(case, got, faults, logs):
    """Reasons why a run with a refusal is not as it should be."""
    refused = {name: lines for name, lines in logs.items() if "refused" in lines}
    if not refused or not faults and not case.differences(got):
        return []
    found = list(faults)
    for name, lines in logs.items():
        found += [f"{name}: {line}" for line in lines if line.startswith("signal")]
        ends = [line for line in lines if line.startswith("end")]  # none: what it was read by went first (SIGPIPE)
        if name in refused and ends not in ([], ["end 4"]):
            found.append(f"{name}: {ends[0]}, and not all as without the refusal")
    told = got["stdout"] + got["stderr"]
    if not ERRORS_GO.search((case.folder / "cmd").read_text()) and "memory" not in told:
        found.append("no message")
    return found + ["  " + line for line in case.differences(got)] * bool(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--slow", type=float, default=4, help="cases that take longer are not tried")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)
    build = options.build.resolve()
    part, parts = map(int, options.part.split("/"))
    bench, tap = Bench(build, build_library(build), options.slow), Tap()
    cases = [case for case in cli.find_cases(options.names) if not case.skipped("plain")
             and "limit_memory" not in (case.folder / "cmd").read_text()]
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        collected = list(zip(cases, pool.map(bench.collect, cases)))
        tries = choose(build, collected)
        tap.ok(bool(tries), f"{len(tries)} places ask for memory in {sum(bool(s) for _, (_, s) in collected)} of "
               f"{len(cases)} cases")
        tries = tries[part - 1::parts]
        results = pool.map(lambda t: judge(t[1], *bench.run(t[1], {"POLSTAT_SITE": t[2]})), tries)
        for (key, case, _), found in zip(tries, results):
            if found:
                tap.ok(False, f"{' < '.join(key)} in {case.name}", found)
    tap.ok(True, f"{len(tries)} places were refused memory")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
