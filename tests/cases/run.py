#!/usr/bin/env python3
"""run.py [--build DIR] [--mode plain|asan] [--list] [SECTION/WORD...]

Every row of the table of cases held to its right answer.  TAP: one test an entry, and for each row of
the README one that says whether all its entries hold, so that rows are counted too.  WORD... leaves
rows whose text holds one of them.

The cases are in $POLSTAT_CASES, else ../shared/cases: README.md with one table a folder, whose first
cell names files and commands.  Where there is no such folder all is skipped, visibly.  Each folder has
its entries in tests/cases/FOLDER.txt:

  === TEXT                     a row: its first cell, letter for letter, entries below it
  == NAME: what is right
  read: FILE.csv               polstat-tidy reads it and must give the cells; fields as in
                               tests/generated/kinds.py: options, ask, says, free, loose
  --- cells                    LABEL / LABEL @ PERIOD = VALUE {MARK}
  run: polstat-trend FILE ...  or a line of bash, in a folder of its own with copies of the folder's files;
                               exit: N or N      its exit code (0)
                               prints: TEXT      what standard output must hold; `A || B`: one of them
                               says: TEXT        the same of standard error
                               never: TEXT       what neither may hold
                               writes: FILE      an input that may be changed; any other may not
  --- file NAME                one more file beside the copies
  --- stdout                   the whole of standard output

A row of the README without an entry fails, as does a row here that the README has no more, and a file of
the cases that no entry of its row names.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests/generated"), str(ROOT / "tests/extracts"), str(ROOT / "tests/support")]
import kinds  # noqa: E402
from tap import Tap  # noqa: E402

CASES = Path(os.environ.get("POLSTAT_CASES", ROOT.parent / "shared/cases"))
SECONDS = {"plain": 120, "asan": 600}  # for a hang


def readme_rows(text):
    """folder -> the first cells of its table."""
    rows = {}
    for part in re.split(r"^## ", text, flags=re.M)[1:]:
        folder = re.match(r"\w+", part)[0]
        lines = [line for line in part.splitlines() if line.startswith("|")]
        rows[folder] = [re.split(r"(?<!\\)\|", line)[1].strip() for line in lines[2:]]
    return rows


def entries(folder):
    """row -> its entries, of the folder's table here."""
    path = HERE / f"{folder}.txt"
    rows = {}
    for block in re.split(r"^=== ", path.read_text() if path.exists() else "", flags=re.M)[1:]:
        row, _, rest = block.partition("\n")
        rows.setdefault(row.strip(), []).extend(kinds.parse(rest))
    return rows


def plain_bytes(path):
    """What stands in a file that one may read; None of a FIFO, a link to nowhere and the like."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def fill(folder, case, beside):
    for path in sorted((CASES / folder).iterdir()):
        (beside / path.name).write_bytes(path.read_bytes())
    for name, data in case.files.items():
        (beside / name).parent.mkdir(parents=True, exist_ok=True)
        (beside / name).write_bytes(data)
    return {p: p.read_bytes() for p in beside.iterdir() if p.is_file()}


def run(folder, case, options):
    """The faults of a command line on copies of the folder's files."""
    limit = SECONDS[options.mode]
    env = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1", PATH=f"{options.build}/bin:{os.environ['PATH']}")
    with tempfile.TemporaryDirectory(prefix="polstat-cases-") as place:
        before = fill(folder, case, Path(place))
        try:
            done = subprocess.run(["bash", "-c", case.one("run")], cwd=place, stdin=subprocess.DEVNULL, env=env,
                                  capture_output=True, timeout=limit)
        except subprocess.TimeoutExpired:
            return [f"stopped after {limit} s"]
        changed = [p.name for p, data in before.items()
                   if plain_bytes(p) != data and p.name not in case.fields.get("writes", [])]
    stdout, stderr = (s.decode("utf-8", "backslashreplace") for s in (done.stdout, done.stderr))
    return outcome(case, done.returncode, stdout, stderr) + [f"an input was changed: {name}" for name in changed]


def outcome(case, code, stdout, stderr):
    """What differs from what the entry wants."""
    lines, wanted = [], case.one("exit", "0").split(" or ")
    if str(code) not in wanted:
        lines.append(f"exit code {code}, wanted {' or '.join(wanted)}: {stderr[-400:]!r}")
    if str(code) == wanted[0]:
        lines += kinds.fragments(case, "prints", stdout)
        if "stdout" in case.parts and stdout != case.parts["stdout"]:
            lines.append(f"standard output is {stdout[:900]!r}, wanted {case.parts['stdout'][:900]!r}")
    lines += kinds.fragments(case, "says", stderr)
    return lines + [f"holds {text!r}" for text in case.fields.get("never", []) if text in stdout + stderr]


def check(folder, case, options):
    if "run" in case.fields:
        return run(folder, case, options)
    name = case.one("read")
    if name not in case.files:
        case.files[name] = (CASES / folder / name).read_bytes()
    return kinds.check_tidy(case, options.build, SECONDS[options.mode])


def named_files(cases):
    """The words of all entries of a row: files that they name are among them."""
    text = " ".join(line for case in cases for lines in case.fields.values() for line in lines)
    text += " ".join(body.decode("utf-8", "replace") for case in cases for body in case.files.values())
    return set(re.findall(r"[\w.-]+", text))


def check_files(tap, folder, rows):
    """Each file of the cases is used by an entry."""
    used = named_files([case for cases in rows.values() for case in cases])
    for case in [c for cases in rows.values() for c in cases]:
        for word in re.findall(r"[\w.-]+\.claims", case.one("run")):
            path = CASES / folder / word
            used |= set(re.findall(r"[\w.-]+", path.read_text())) if path.exists() else set()
    unused = sorted(p.name for p in (CASES / folder).iterdir() if p.name not in used)
    tap.ok(not unused, f"cases {folder}: each file is in an entry", unused)


def check_row(tap, folder, row, cases, faults):
    """One test an entry, and one for the row."""
    for case, lines in zip(cases, faults):
        tap.ok(not lines, f"case {folder}/{case.kind}: {case.about}", lines)
    bad = [case.kind for case, lines in zip(cases, faults) if lines]
    reasons = bad if cases else ["no entry in tests/cases"]
    tap.ok(cases and not bad, f"row {folder}: {row[:90]}", reasons)


def check_folder(tap, folder, wanted, options, pool):
    rows = entries(folder)
    chosen = [r for r in wanted if not options.words or any(w in f"{folder}/{r}" for w in options.words)]
    futures = {r: [pool.submit(check, folder, case, options) for case in rows.get(r, [])] for r in chosen}
    for row in chosen:
        check_row(tap, folder, row, rows.get(row, []), [f.result() for f in futures[row]])
    if not options.words:
        gone = sorted(set(rows) - set(wanted))
        tap.ok(not gone, f"cases {folder}: no row that the README has no more", gone)
        check_files(tap, folder, rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=list(SECONDS), default="plain")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--list", action="store_true", help="the rows, and how many entries each has")
    parser.add_argument("words", nargs="*", metavar="SECTION/WORD")
    options = parser.parse_args()
    options.build = options.build.resolve()
    tap = Tap()
    if not (CASES / "README.md").exists():
        tap.skip(f"cases: {CASES} is not there; set POLSTAT_CASES to its folder")
        return tap.done()
    rows = readme_rows((CASES / "README.md").read_text())
    if options.list:
        for folder, wanted in rows.items():
            have = entries(folder)
            print("\n".join(f"{len(have.get(row, [])):>3} {folder}: {row}" for row in wanted))
        return 0
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        for folder, wanted in rows.items():
            check_folder(tap, folder, wanted, options, pool)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
