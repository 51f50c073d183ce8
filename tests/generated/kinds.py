#!/usr/bin/env python3
"""kinds.py [--build DIR] [--mode plain|asan] [NAME...]

Tables of every kind that was once read wrong, each with its right answer as data.  TAP.

The files tests/generated/kinds/*.txt hold cases one after the other:

  == KIND: what is told apart
  options: --missing xxx       given to polstat-tidy
  ask: no | may | must         whether exit 3 with an option named is right too, or the only right answer
  says: TEXT                   what standard error must hold; `A || B`: one of them
  free: LABEL | LABEL          labels that may be in the output or not
  loose: MARK | MARK           notes that may be in the output or not
  run: trend --time year -y v  another program than tidy, on table.csv; then
  exit: N   prints: TEXT       its exit code, and what standard output must hold
  newline: crlf                encoding: latin-1
  --- table                    the table; \\t and \\uXXXX are what they stand for
  --- file NAME                one more file beside it
  --- cells                    the cells: LABEL / LABEL @ PERIOD = VALUE {MARK}; no @: no period; {..} alone: missing
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/extracts"), str(ROOT / "tests/support")]
import judge  # noqa: E402
import tidy  # noqa: E402
from tap import Tap  # noqa: E402
from truth import Cell, Table  # noqa: E402

SECONDS = {"plain": 300, "asan": 600}  # for a hang
CELL = re.compile(r"^(?P<labels>.*?)(?:(?:^| )@ (?P<period>\S+))? =\s*(?P<value>[^{}\s]*)\s*"
                  r"(?P<marks>(?:\{[^}]*\}\s*)*)$")


@dataclass
class Case:
    kind: str
    about: str
    fields: dict = field(default_factory=dict)  # name -> list of texts
    files: dict = field(default_factory=dict)  # name -> bytes
    parts: dict = field(default_factory=dict)  # what stands below `--- NAME` of other names -> text
    cells: list = field(default_factory=list)

    def one(self, name, default=""):
        return self.fields.get(name, [default])[0]

    def listed(self, name):
        return {t.strip() for line in self.fields.get(name, []) for t in line.split(" | ")}

    def table(self):
        options = self.one("options")
        name = self.one("read", "table.csv")
        return Table(self.kind, name, self.files[name], self.cells, options, self.one("ask", "no"), self.about, ignored=self.listed("free"), loose_marks=self.listed("loose"))


def unescape(text):
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text.replace("\\t", "\t"))


def parse_cell(line):
    found = CELL.match(line)
    if not found:
        raise ValueError(f"no cell: {line!r}")
    marks = tuple(re.findall(r"\{([^}]*)\}", found["marks"]))
    labels = tuple(t.strip() for t in found["labels"].split(" / ") if t.strip())
    return Cell(labels, found["period"] or "", found["value"] or None, marks)


def parse(text):
    """The Cases of one file."""
    for block in re.split(r"^== ", text, flags=re.M)[1:]:
        parts = re.split(r"^--- (.*)\n", block, flags=re.M)
        head = parts[0].splitlines()
        kind, _, about = head[0].partition(": ")
        case = Case(kind.strip(), about.strip())
        for line in head[1:]:
            name, colon, value = line.partition(": ")
            if colon:
                case.fields.setdefault(name, []).append(unescape(value.rstrip("\n")))
        newline = "\r\n" if case.one("newline") == "crlf" else "\n"
        for name, body in zip(parts[1::2], parts[2::2]):
            body = body.rstrip("\n") + "\n"
            if name == "cells":
                case.cells = [parse_cell(unescape(line)) for line in body.splitlines() if line.strip()]
            elif name == "table" or name.startswith("file "):
                text = unescape(body).replace("\n", newline)
                name = "table.csv" if name == "table" else name.split()[1]
                case.files[name] = text.encode(case.one("encoding", "utf-8"))
            else:
                case.parts[name] = unescape(body)
        yield case


def fragments(case, name, text):
    """The wanted texts that are not there."""
    return [f"{name}: no {line!r} in {text[-700:]!r}" for line in case.fields.get(name, [])
            if not any(part.strip() in text for part in line.split(" || "))]


def check_tidy(case, build, limit):
    table = case.table()
    result = tidy.run(build, table.data, table.options, table.name, limit)
    verdict = judge.judge(table, result)
    lines = [] if verdict.name in ("right", "asked rightly") else [verdict.name, *verdict.lines]
    if table.ask != "may" or result.code == 3:
        lines += fragments(case, "says", result.stderr)
    return lines


def check_program(case, build, limit):
    """Another program on the files of the case, in a folder of its own."""
    program, *arguments = case.one("run").split()
    with tempfile.TemporaryDirectory(prefix="polstat-kinds-") as folder:
        for name, data in case.files.items():
            (Path(folder) / name).write_bytes(data)
        place = arguments.index("FILE") if "FILE" in arguments else len(arguments)
        arguments[place:place + 1] = ["table.csv"]
        done = subprocess.run([str(build / f"bin/polstat-{program}"), *arguments], cwd=folder,
                              stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=limit, env=dict(os.environ, LC_ALL="C.UTF-8",
                              NO_COLOR="1"))
        changed = [n for n, data in case.files.items() if (Path(folder) / n).read_bytes() != data]
    stdout, stderr = (s.decode("utf-8", "replace") for s in (done.stdout, done.stderr))
    wanted = case.one("exit", "0").split(" or ")
    lines = []
    if str(done.returncode) not in wanted:
        lines.append(f"exit code {done.returncode}, wanted {' or '.join(wanted)}: {stderr[-300:]!r}")
    lines += [f"an input was written over: {n}" for n in changed]
    if str(done.returncode) == wanted[0]:
        lines += fragments(case, "prints", stdout)
    return lines + fragments(case, "says", stderr)


def check(case, build, limit):
    """The faults of a case."""
    return (check_program if "run" in case.fields else check_tidy)(case, build, limit)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=list(SECONDS), default="plain")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    build, limit = options.build.resolve(), SECONDS[options.mode]
    cases = [c for path in sorted((HERE / "kinds").glob("*.txt")) for c in parse(path.read_text())]
    cases = [c for c in cases if not options.names or c.kind in options.names]
    tap = Tap()
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        for case, lines in zip(cases, pool.map(lambda c: check(c, build, limit), cases)):
            tap.ok(not lines, f"kind {case.kind}: {case.about}", lines)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
