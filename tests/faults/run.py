#!/usr/bin/env python3
"""run.py --build DIR [--every N] [--only NAME] [--system]

Faults, one at a time, in every program on small inputs.

  allocations  each allocation fails once (a preloaded library refuses it), and all from it on
  system       with --system: each read, write, open, rename, fsync, fork, wait and start of a thread fails with
               each errno that it can give (strace injects them; skipped where it is not)

After each: either the very same output, messages and exit code as without the fault, or exit code 4
with one message; the file of -o is the old one or the new one, whole; nothing stray is left.  Of the
faults of one kind every N-th is tried (1: all), and always some of the first, where options are read, and the
last, where the result is written.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

ALWAYS = 40  # of the first faults of a case every fourth is tried
LAST = 24  # of the last ones every second
LIMIT = 600  # seconds; a program that hangs is a fault too

AID = "country,year,oda,gni\n" + "".join(
    f"{c},{y},{10 * i + (y - 2000) * (i + 1) % 7},{100 * i + y - 1990}\n"
    for i, c in enumerate(["Japan", "France", "Côte d'Ivoire", "Kenya"], 1) for y in range(2000, 2008))
WIDE = ("\ufeffAid; net\n\nCountry;Unit;2000;2001;2002\nJapan;m;1,5;2,5 b;>10\nPeru;m;..;3;4\n"
        "Source: nobody;;;;\n")
POLL = "country,topic,percent,n\nJapan,science,40,1000\nJapan,culture,44,1000\nPeru,science,20,500\nPeru,culture,30,500\n"
CLAIMS = """paper "P"
table aid "aid.csv"
  key country, year
  value oda million USD

claim grew
  says "aid of Japan grew"
  aid["Japan", 2007] > aid["Japan", 2000]

claim total
  sum(aid[*, 2000]) = 107 million USD
  kendall(aid["Japan", *], aid["France", *]) > 0

claim wrong
  aid["Japan", 2000] = 11 million USD
"""
FILES = {"aid.csv": AID, "wide.csv": WIDE, "poll.csv": POLL, "p.claims": CLAIMS,
         "b.csv": "name,pop\nJapan,127\nFrance,60\nKenya,33\n"}
AID_COLUMNS = ["--time", "year", "-y", "oda"]
CASES = {
    "trend": ["trend", "aid.csv", "-g", "country", *AID_COLUMNS],
    "trend-figure": ["trend", "aid.csv", "-g", "country", *AID_COLUMNS, "-o", "out.csv", "--plot", "f.gp",
                     "--render", "f.svg"],
    "trend-terminal": ["trend", "aid.csv", "-g", "country", *AID_COLUMNS, "-o", "out.csv", "--render", "term", "--highlight",
                       "Japan"],
    "trend-sparks": ["trend", "aid.csv", "-g", "country", "--time", "year", "-y", "oda,gni", "--view", "residuals",
                     "--method", "ols", "-o", "out.csv", "--render", "term"],
    "trend-apart": ["trend", "aid.csv", "-g", "country", *AID_COLUMNS, "-o", "out.csv", "--render", "f-{country}.svg",
                    "--where", 'country in {"Japan", "Kenya"}'],
    "compare-terminal": ["compare", "aid.csv", "-y", "oda", "--between", "country", "-o", "out.csv", "--render", "term"],
    "correlate-terminal": ["correlate", "aid.csv", "--all", "-o", "out.csv", "--render", "term"],
    "correlate-threads": ["correlate", "aid.csv", "-x", "gni", "-y", "oda", "--p-value", "permutation(199)", "--method", "pearson",
                          "--threads", "4"],
    "trend-where": ["trend", "aid.csv", "-g", "country", *AID_COLUMNS, "--where", 'country != "Peru" and oda > 1',
                    "--let", "x = oda / gni", "-o", "out.json"],
    "trend-country": ["trend", "aid.csv", "-g", "country", *AID_COLUMNS, "--country", "country"],
    "rank": ["rank", "aid.csv", "--entity", "country", *AID_COLUMNS, "--from", "2000", "--to", "2007", "--change"],
    "correlate": ["correlate", "aid.csv", "-x", "gni", "-y", "oda", "--method", "pearson,spearman,kendall"],
    "correlate-all": ["correlate", "aid.csv", "--all", "--square", "--render", "f.svg"],
    "describe": ["describe", "aid.csv"],
    "describe-json": ["describe", "wide.csv", "--format", "json"],
    "aggregate": ["trend", "aid.csv", "--time", "year", "-y", "oda", "--aggregate", "sum"],
    "join": ["trend", "aid.csv", "-g", "country", *AID_COLUMNS, "--join", "b.csv", "--on", "country=name"],
    "tidy": ["tidy", "wide.csv", "-o", "out.csv"],
    "tidy-json": ["tidy", "wide.csv", "--report", "json"],
    "tidy-wide": ["tidy", "wide.csv", "--wide"],
    "indicator": ["indicator", "aid.csv", "--entity", "country", *AID_COLUMNS, "--kind", "share,index(2000),growth"],
    "indicator-groups": ["indicator", "aid.csv", "--entity", "country", *AID_COLUMNS, "--kind", "hhi,gini"],
    "composite": ["composite", "aid.csv", "--entity", "country", "--indicators", "oda,gni", "--where", "year = 2007",
                  "--weights-within", "25%", "--replicates", "50"],
    "compare": ["compare", "aid.csv", "-y", "oda", "--between", "country"],
    "compare-poll": ["compare", "poll.csv", "--percent", "percent", "--trials", "n", "--between", "topic", "-g",
                     "country", "--render", "f.svg"],
    "claims": ["claims", "check", "p.claims"],
    "claims-html": ["claims", "check", "p.claims", "-o", "out.html"],
    "claims-json": ["claims", "check", "p.claims", "--format", "json"],
    "help": ["trend", "--help"],
}


class Outcome:
    """What a run left: exit code, streams, and the files that were not there before."""

    def __init__(self, build, arguments, wrap=(), env=()):
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            for name, text in FILES.items():
                (here / name).write_text(text, encoding="utf-8")
            old = {n: "old\n" for n in ("out.csv", "out.html", "out.json") if n in arguments}
            for name, text in old.items():
                (here / name).write_text(text)
            program = [str(build / "bin" / f"polstat-{arguments[0]}"), *arguments[1:]]
            environment = dict(os.environ, LC_ALL="C.UTF-8", PATH=f"{build / 'bin'}:{os.environ['PATH']}",
                               POLSTAT_COMMAND_SECONDS="60", **dict(env))
            try:
                done = subprocess.run([*(w.replace("%", folder) for w in wrap), *program], cwd=folder,
                                      env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                                      timeout=LIMIT)
                self.code, self.out, self.err = done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")
            except subprocess.TimeoutExpired:
                self.code, self.out, self.err = "hang", b"", ""
            self.files = {p.name: p.read_bytes() for p in here.iterdir() if p.name not in FILES}
            self.old = {n: t.encode() for n, t in old.items()}

    def same(self, other):
        return (self.code, self.out, self.err, self.files) == (other.code, other.out, other.err, other.files)


def judge(got, want):
    """Reasons why GOT, of a run with a fault, is not as it should be; WANT is of one without."""
    if got.same(want):
        return []
    faults = []
    if got.code == 4 and re.search(r"^polstat-claims: (p\.claims:|aid\.csv: )", got.err, re.M):
        return []  # a report whole in itself, which says what it could not check
    if got.code != 4:
        faults.append(f"exit code {got.code}, and not all as without the fault")
    lines = [line for line in got.err.splitlines() if line.startswith("polstat")]
    if got.code == 4 and not lines:
        faults.append("no message")
    for name, content in got.files.items():
        if name.startswith(".polstat-"):
            faults.append(f"{name} is left")
        elif content not in (got.old.get(name), want.files.get(name)):
            faults.append(f"{name} is neither the old file nor the new one")
    for name in got.old:
        if name not in got.files:
            faults.append(f"{name} is gone")
    broke_off = "standard output: " in got.err and want.out.startswith(got.out)
    if got.out and got.out != want.out and not broke_off:
        faults.append("half of the output on standard output")
    if faults:
        faults += [f"  stderr: {line}" for line in got.err.splitlines()[-3:]]
    return faults


def chosen(count, every):
    return [n for n in range(1, count + 1)
            if n % every == 0 or n <= ALWAYS and n % 4 == 1 or n > count - LAST and n % 2 == 0]


def build_library(build):
    target = build / "tests/faults/refuse.so"
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-D_GNU_SOURCE", "-o", str(target), str(ROOT / "tests/faults/refuse.c")], check=True)
    return target


def try_allocations(tap, options, library, pool):
    total = 0
    for name, arguments in CASES.items():
        if options.only and options.only not in name:
            continue
        want = Outcome(options.build, arguments)
        with tempfile.NamedTemporaryFile() as counter:
            counted = Outcome(options.build, arguments,
                              env={"LD_PRELOAD": str(library), "POLSTAT_ALLOCATIONS": counter.name}.items())
            count = int(Path(counter.name).read_text() or 0)
        tap.ok(counted.same(want) and count > 0 and want.code in (0, 1), f"{name}: the same when counted",
               [counted.err, want.err, str(want.code)])
        tries = [(n, rest) for n in chosen(count, options.every) for rest in "01"]
        results = pool.map(lambda t: judge(Outcome(options.build, arguments, env={
            "LD_PRELOAD": str(library), "POLSTAT_REFUSE": str(t[0]), "POLSTAT_REFUSE_ALL": t[1]}.items()), want), tries)
        faults = [f"allocation {n}{' and all after' if rest == '1' else ''}: {line}"
                  for (n, rest), lines in zip(tries, results) for line in lines]
        total += len(tries)
        tap.ok(not faults, f"{name}: {len(tries)} refused allocations of {count}", faults)
    tap.note(f"{total} refused allocations")


# What can fail, with what; the calls that a program makes of each kind are counted first.
SYSTEM = {"read": ["EIO", "EINTR"], "write": ["ENOSPC", "EIO", "EINTR"], "openat": ["EACCES", "EMFILE", "ENOENT"],
          "rename": ["EACCES", "ENOSPC"], "fsync": ["EIO", "ENOSPC"], "clone": ["EAGAIN"], "fork": ["EAGAIN"], "clone3": ["EAGAIN"], "wait4": ["EINTR", "ECHILD"], "poll": ["EINTR", "ENOMEM"],
          "pidfd_open": ["EMFILE", "ENOSYS"],
          "memfd_create": ["EMFILE"], "pipe2": ["EMFILE"], "flock": ["ENOLCK"]}


def count_calls(build, arguments, call):
    with tempfile.NamedTemporaryFile() as log:
        Outcome(build, arguments, wrap=["strace", "-o", log.name, "-e", f"trace={call}"])
        text = Path(log.name).read_text(errors="replace")
    # What the loader does before main is not the program's; what cannot be said cannot be told.
    lines = [line for line in text.splitlines() if line.startswith(call)]
    if call == "write":
        lines = [line for line in lines if not line.startswith("write(2,")]
    first = next((i for i, line in enumerate(lines) if ".csv" in line or ".claims" in line), len(lines))
    return (first if call == "openat" else 0), len(lines)


def try_system(tap, options, pool):
    total = 0
    for name, arguments in CASES.items():
        if options.only and options.only not in name:
            continue
        want = Outcome(options.build, arguments)
        for call, errors in SYSTEM.items():
            first, count = count_calls(options.build, arguments, call)
            skip = {"read": 20}.get(call, first) if call != "write" else 0
            tries = [(n, e) for n in range(1, count + 1) for e in errors
                     if n > skip and (options.every == 1 or n % options.every == 0 or n < skip + 4)]
            results = pool.map(lambda t: judge(Outcome(options.build, arguments, wrap=[
                "strace", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                f"inject={call}:error={t[1]}:when={t[0]}"]), want), tries)
            faults = [f"{call} {n} fails with {e}: {line}" for (n, e), lines in zip(tries, results) for line in lines]
            total += len(tries)
            if tries:
                tap.ok(not faults, f"{name}: {len(tries)} failures of {call}", faults)
    tap.note(f"{total} failures of system calls")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--system", action="store_true")
    options = parser.parse_args()
    options.build = options.build.resolve()
    tap = Tap()
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        try_allocations(tap, options, build_library(options.build), pool)
        if options.system and shutil.which("strace"):
            try_system(tap, options, pool)
        elif options.system:
            tap.skip("strace is not installed")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
