#!/usr/bin/env python3
"""run.py [-n RUNS] [--build DIR] [--threads N] [--write FILE] [JOB ...]: polstat beside the peers that are installed.

Data are made by bench/workload.c from fixed seeds.  The commands of a job run in turn (round robin), as whole
processes with the page cache warm, by bench/launch.c, which is small: the memory of a command is its own.  Their
answers are compared with polstat's.  Medians of wall time, processor time and memory are printed, and written
with --write; peers that are not installed are named and left out.
"""
import argparse
import csv
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from jobs import JOBS

REPO = Path(__file__).resolve().parents[1]


class Bench:
    def __init__(self, arguments):
        self.build = arguments.build.resolve()
        self.room = self.build / "bench"
        self.runs = arguments.runs
        self.fill = {"bin": self.build / "bin", "peers": REPO / "bench/peers", "repo": REPO,
                     "threads": arguments.threads, "python": python_with_pandas()}
        self.environment = dict(os.environ, NODE_PATH=str(self.room / "npm/node_modules"),
                                POLARS_MAX_THREADS=str(arguments.threads), OMP_NUM_THREADS=str(arguments.threads))
        self.room.mkdir(parents=True, exist_ok=True)
        self.reasons = {}

    def data(self, spec):
        """The file of a workload, made once."""
        if spec is None:
            return None
        path = self.room / ("-".join(spec) + ".csv")
        if not path.exists():
            with open(path.with_suffix(".new"), "wb") as file:
                subprocess.run([self.room / "workload", *spec], stdout=file, check=True)
            path.with_suffix(".new").rename(path)
        return path

    def word(self, word, fill):
        if not word.startswith("@"):
            return word.format(**fill)
        script = self.room / word[1:]
        script.write_text((REPO / "bench/peers" / word[1:]).read_text().replace("@FILE@", str(fill["data"])))
        return str(script)

    def run(self, argv, stem):
        """Exit code, wall seconds, processor seconds, MiB."""
        out = subprocess.run([self.room / "launch", self.room / f"{stem}.out", self.room / f"{stem}.err", *argv],
                             capture_output=True, text=True, env=self.environment, check=False)
        if out.returncode != 0:
            return 127, 0, 0, 0
        code, wall, user, system, memory = out.stdout.split()
        return int(code), float(wall), float(user) + float(system), int(memory) / 1024

    def job(self, name):
        spec = JOBS[name]
        fill = dict(self.fill, data=self.data(spec["data"]), other=self.data(spec.get("other")))
        commands = {who: [self.word(word, fill) for word in argv] for who, (argv, _) in spec["commands"].items()}
        figures, answers, absent = {}, {}, []
        for who, argv in list(commands.items()):
            stem = f"{name}-{who}".replace(" ", "_").replace(",", "")
            code = self.run(argv, stem)[0] if shutil.which(argv[0]) else 127
            if code not in spec.get("codes", (0,)):
                if who == "polstat":
                    sys.exit(f"run.py: {name}: polstat ended with {code}: {(self.room / f'{stem}.err').read_text()}")
                absent.append(who)
                del commands[who]
                continue
            answers[who] = read_answer(self.room / f"{stem}.out", spec["commands"][who][1], spec, who)
            figures[who] = []
        for i in range(self.runs):
            for who, argv in commands.items():
                if i == 0 or who not in spec.get("slow", []):
                    figures[who].append(self.run(argv, "timed")[1:])
        return Result(name, spec["what"], figures, answers, absent)


class Result:
    def __init__(self, name, what, figures, answers, absent):
        self.name, self.what, self.absent = name, what, absent
        self.rows = []
        own = answers.get("polstat")
        base = None
        for who, list_of in figures.items():
            wall, cpu, memory = (statistics.median(f[i] for f in list_of) for i in range(3))
            base = base or (wall, cpu)
            answer = "" if who == "polstat" or own is None or answers[who] is None else compare(own, answers[who])
            self.rows.append((who, wall, cpu, memory, cpu / base[1], wall / base[0], answer))

    def text(self):
        lines = [f"{self.name}: {self.what}"]
        for who, wall, cpu, memory, times, walls, answer in self.rows:
            lines.append(f"  {who:<26} {1000 * wall:9.1f} ms wall {1000 * cpu:9.1f} ms cpu {memory:8.1f} MiB"
                         f"  x {walls:.2f} wall, x {times:.2f} cpu  {answer}")
        if self.absent:
            lines.append(f"  not installed, or without this job: {', '.join(self.absent)}")
        return "\n".join(lines)

    def markdown(self):
        lines = [f"### {self.name}: {self.what}", "", "| | wall ms | cpu ms | MiB | wall, x polstat | cpu, x polstat | answers |",
                 "|---|---:|---:|---:|---:|---:|---|"]
        for who, wall, cpu, memory, times, walls, answer in self.rows:
            lines.append(f"| {who} | {1000 * wall:.1f} | {1000 * cpu:.1f} | {memory:.1f} | {walls:.2f} | {times:.2f} | {answer} |")
        if self.absent:
            lines += ["", f"Not installed: {', '.join(self.absent)}."]
        return "\n".join(lines)


def number(text):
    return float(text) if text not in ("", "NA", "null", "nan", "NaN") else math.nan


def read_answer(path, how, spec, who):
    """{key: numbers}; None where nothing is compared."""
    if who == "polstat" and "terms" in spec:
        return read_terms(path, spec["terms"])
    if how is None:
        return None
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        head = next(rows)
        while how != "square" and not set(how[0] + how[1]) <= set(head):  # a peer that greets first
            head = next(rows, None)
            if head is None:
                sys.exit(f"run.py: {path.name}: no line has {', '.join(how[0] + how[1])}")
        if how == "square":
            return {tuple(sorted((row[0], name))): (number(cell),) for row in rows for name, cell in zip(head[1:], row[1:])
                    if row[0] != name}
        key, value = ([head.index(name) for name in part] for part in how)
        answer = {}
        for row in rows:
            if len(row) != len(head):
                continue
            if not spec.get("keys") or "term" not in head or row[head.index("term")] == "slope":
                answer[tuple(sorted(row[k] for k in key)) if "against" in head and len(key) == 2 and "variable" in head
                       else tuple(row[k] for k in key)] = tuple(number(row[v]) for v in value)
        return answer


def read_terms(path, terms):
    """The records of polstat-trend: one number a method and term."""
    answer = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for place, (method, term) in enumerate(terms.values()):
                if (row["method"], row["term"]) == (method, term):
                    answer.setdefault((row["indicator"],), [math.nan] * len(terms))[place] = number(row["estimate"])
    return {key: tuple(values) for key, values in answer.items()}


def compare(own, other):
    missing = len(own.keys() ^ other.keys())
    worst = 0.0
    for key in own.keys() & other.keys():
        for a, b in zip(own[key], other[key]):
            if math.isnan(a) != math.isnan(b):
                missing += 1
            elif not math.isnan(a) and a != b:
                worst = max(worst, abs(a - b) / max(abs(a), abs(b)))
    if missing > 0:
        return f"differs: {missing} of {len(own)} keys"
    return f"same to {worst:.0e}" if worst > 1e-7 else "same" if worst < 1e-9 else f"same to {worst:.0e}"


def python_with_pandas():
    for python in ("python3", "/usr/bin/python3"):
        if shutil.which(python) and subprocess.run([python, "-c", "import pandas, scipy"], capture_output=True,
                                                   check=False).returncode == 0:
            return python
    return "python-with-pandas"


def machine():
    """The kind of machine: nothing that names one."""
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="ascii")
                  if line.startswith("model name")), "unknown processor")
    memory = next(int(line.split()[1]) for line in open("/proc/meminfo", encoding="ascii") if line.startswith("MemTotal"))
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} processors ({model}), {memory / 2**20:.0f} GiB", load


def versions(room):
    """What the peers say they are."""
    asked = {"node": ["node", "--version"], "R": ["Rscript", "--version"], "Miller": ["mlr", "--version"],
             "gcc": ["gcc", "-dumpfullversion"]}
    found = []
    for name, argv in asked.items():
        if shutil.which(argv[0]):
            out = subprocess.run(argv, capture_output=True, text=True, check=False)
            found.append(f"{name}: {(out.stdout or out.stderr).strip().splitlines()[0]}")
    for name in ("@duckdb/node-api", "nodejs-polars"):
        about = room / "npm/node_modules" / name / "package.json"
        if about.exists():
            found.append(f"{name}: {json.loads(about.read_text())['version']}")
    return found


def write(path, results, runs, room):
    kind, load = machine()
    lines = ["# Results of the benchmarks", "",
             "Written by `make bench`. Whole processes, page cache warm, run in turn; medians of "
             f"{runs} {'run' if runs == 1 else 'runs'} after one that is not counted.", "",
             f"Machine: {kind}. Other work on it while this was measured, as a load average: {load:.1f}."
             + (" Above the number of processors wall times are too long, for all alike." if load > os.cpu_count() else ""),
             "", "Peers: " + "; ".join(versions(room)) + ".", ""]
    for result in results:
        lines += [result.markdown(), ""]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", dest="runs", type=int, default=5)
    parser.add_argument("--build", type=Path, default=REPO / "build")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--write", type=Path)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=f"of {', '.join(JOBS)} (default: all)")
    arguments = parser.parse_args()
    for name in arguments.jobs:
        if name not in JOBS:
            parser.error(f"there is no job '{name}'")
    bench = Bench(arguments)
    results = []
    for name in arguments.jobs or JOBS:
        results.append(bench.job(name))
        print(results[-1].text(), flush=True)
    if arguments.write:
        write(arguments.write, results, arguments.runs, bench.room)
    if any(row[-1].startswith("differs") for result in results for row in result.rows):
        sys.exit("run.py: some answers differ")


main()
