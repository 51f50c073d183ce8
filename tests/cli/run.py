#!/usr/bin/env python3
"""run.py [--build DIR] [--mode plain|asan|valgrind] [golden] [CASE...]

Runs the cases of tests/cli, one folder each.  TAP, one test a case.  A case is

  cmd      a script for sh.  It runs in a copy of the folder's other files, with the built programs
           first in PATH; ../data is tests/cli/data and ../../../datasets are the datasets.  $MODE is
           the mode, and `limit_memory MIB` limits what the programs after it may take
  stdout   what it must print; without the file, nothing
  stderr   the same for standard error
  exit     its exit code; without the file, 0
  skip     modes in which it is skipped, with the reason: "valgrind: why" a line

Texts are compared exactly, save that two numbers of more than 12 significant digits are the same
when 12 digits of them are: libm differs in the last digit across machines.  After a case no
unfinished output (*.tmp) may be left, and in mode valgrind no program may have had an error.

`golden` rewrites stdout, stderr and exit of the cases that differ, and shows the diff.
"""
import argparse
import difflib
import fnmatch
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

PARTS = ("cmd", "stdout", "stderr", "exit", "skip")  # what is not there when a case runs
# For a hang, not for speed (bench/ measures that): no case comes near it on a busy machine.
TIME_LIMIT = {"plain": 1800, "asan": 3600, "valgrind": 7200}
NUMBER = re.compile(r"(?<![\w.])[-+]?\d+\.?\d*(?:[eE][-+]?\d+)?(?![\w.])")

PRELUDE = """limit_memory() { test "$MODE" != plain || ulimit -v $(($1 * 1024)); }
"""

# Every program of BIN runs under valgrind, which writes what it finds to a file.
WRAPPER = """#!/bin/sh
exec {valgrind} -q --error-exitcode=99 --leak-check=full --trace-children=yes \\
    --trace-children-skip='*gnuplot*,*rsvg*,/bin/*,/usr/bin/*' --errors-for-leak-kinds=definite,indirect,possible \\
    --suppressions={supp} --log-file="$VALGRIND_LOGS/%p" {program} "$@"
"""


def digits(number):
    return len(re.sub(r"[eE].*|[^\d]", "", number).lstrip("0"))


def same_number(a, b):
    return a == b or (max(digits(a), digits(b)) > 12 and f"{float(a):.12g}" == f"{float(b):.12g}")


def same_line(a, b):
    """Equal, or equal but for the digits after the twelfth."""
    if a == b:
        return True
    x, y = NUMBER.findall(a), NUMBER.findall(b)
    return (len(x) == len(y) and NUMBER.sub("\0", a) == NUMBER.sub("\0", b)
            and all(map(same_number, x, y)))


def same_text(got, want):
    a, b = got.split("\n"), want.split("\n")
    return len(a) == len(b) and all(map(same_line, a, b))


class Case:
    def __init__(self, folder):
        self.folder, self.name = folder, folder.name

    def want(self, part):
        path = self.folder / part
        if part == "exit":
            return path.read_text().strip() if path.exists() else "0"
        return path.read_bytes().decode("utf-8", "backslashreplace") if path.exists() else ""

    def skipped(self, mode):
        """Why the case does not run in MODE, or None."""
        path = self.folder / "skip"
        lines = path.read_text().splitlines() if path.exists() else []
        return next((line for line in lines if line.startswith(mode + ":")), None)

    def run(self, options, env):
        """What the case prints now, and what else is wrong."""
        if self.skipped(options.mode):
            return {}, []
        with tempfile.TemporaryDirectory(prefix="polstat-cli-") as top:
            cases = Path(top, "tests/cli")
            cases.mkdir(parents=True)
            os.symlink(ROOT / "datasets", Path(top, "datasets"))
            os.symlink(HERE / "data", cases / "data")
            shutil.copytree(self.folder, cases / self.name, ignore=shutil.ignore_patterns(*PARTS))
            logs = Path(top, "valgrind")
            logs.mkdir()
            got = self.execute(cases / self.name, dict(env, VALGRIND_LOGS=str(logs)), options)
            faults = [f"left behind: {p.name}" for p in (cases / self.name).rglob("*.tmp")]
            for log in sorted(logs.iterdir()):
                faults += log.read_text(errors="replace").splitlines()
        return got, faults

    def execute(self, folder, env, options):
        script = PRELUDE + (self.folder / "cmd").read_text()
        process = subprocess.Popen(["sh", "-c", script], cwd=folder, env=env, text=False,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, start_new_session=True)
        limit = getattr(options, "limit", None) or TIME_LIMIT[options.mode]
        try:
            out, err = process.communicate(timeout=limit)
            code = str(process.returncode)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            out, err = process.communicate()
            code = f"stopped after {limit} s"
        return {"stdout": out.decode("utf-8", "backslashreplace"),
                "stderr": err.decode("utf-8", "backslashreplace"), "exit": code}

    def differences(self, got):
        lines = []
        for part, text in got.items():
            want = self.want(part)
            if not same_text(text, want):
                lines += difflib.unified_diff(want.split("\n"), text.split("\n"), f"{part} wanted",
                                              f"{part} got", lineterm="", n=2)
        return lines

    def rewrite(self, got):
        for part, text in got.items():
            path = self.folder / part
            if same_text(text, self.want(part)):
                continue
            if text in ("", "0") and (part == "exit" or text == ""):
                path.unlink(missing_ok=True)
            else:
                path.write_bytes((text + "\n" if part == "exit" else text).encode())


def wrap_programs(build, folder):
    """A folder of scripts that run the programs of BUILD under valgrind."""
    parts = {"valgrind": shutil.which("valgrind"), "supp": ROOT / "tests/support/valgrind.supp"}
    for program in sorted((build / "bin").iterdir()):
        script = Path(folder, program.name)
        script.write_text(WRAPPER.format(program=program, **parts))
        script.chmod(0o755)
    return folder


def environment(programs, mode):
    env = {k: v for k, v in os.environ.items()
           if not k.startswith(("LC_", "LANG", "OMP_", "MAKE", "POLSTAT"))}
    env.update(PATH=f"{programs}:{env['PATH']}", LC_ALL="C.UTF-8", TZ="UTC", NO_COLOR="1",
               MODE=mode, OMP_WAIT_POLICY="passive", TERM="dumb",
               ASAN_OPTIONS="detect_leaks=1:abort_on_error=0:exitcode=99",
               UBSAN_OPTIONS="print_stacktrace=1:exitcode=99")
    env.pop("COLUMNS", None)
    return env


def find_cases(names):
    """The cases called NAMES, which may be patterns ('trend-*'); all of them without."""
    folders = [p.parent for p in sorted(HERE.glob("*/cmd"))]
    if not names:
        return [Case(f) for f in folders]
    found = []
    for name in (n.rstrip("/").rpartition("/")[2] for n in names):
        fitting = [f for f in folders if fnmatch.fnmatchcase(f.name, name)]
        if not fitting:
            near = difflib.get_close_matches(name, [f.name for f in folders], n=3)
            sys.exit(f"no case {name!r} in tests/cli" + (f"; near: {', '.join(near)}" if near else ""))
        found += fitting
    return [Case(f) for f in dict.fromkeys(found)]


def run_all(cases, options):
    with tempfile.TemporaryDirectory(prefix="polstat-bin-") as scripts:
        programs = options.build / "bin"
        if options.mode == "valgrind":
            programs = wrap_programs(options.build, scripts)
        env = environment(programs, options.mode)
        with ThreadPoolExecutor(max_workers=options.jobs) as pool:
            yield from zip(cases, pool.map(lambda c: c.run(options, env), cases))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=list(TIME_LIMIT), default="plain")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("words", nargs="*", metavar="[golden] [CASE...]")
    options = parser.parse_args()
    options.build = options.build.resolve()
    golden = options.words[:1] == ["golden"]
    cases = find_cases(options.words[golden:])
    tap = Tap()
    for case, (got, faults) in run_all(cases, options):
        differences = case.differences(got)
        if golden and differences:
            print(f"# {case.name}: rewritten", *differences, sep="\n")
            case.rewrite(got)
        if case.skipped(options.mode):
            tap.skip(f"{case.name}: {case.skipped(options.mode)}")
            continue
        tap.ok(not faults and (golden or not differences), case.name, faults + differences)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
