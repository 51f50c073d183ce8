#!/usr/bin/env python3
"""run.py [--build DIR] [--mode plain|asan] [golden] [NAME...]

What polstat-tidy makes of agencies' extracts.  TAP.

Fixtures: each folder of tests/extracts/fixtures has a small file in the layout of one agency, with
invented names and numbers.  Its files are

  extract.*    the file to read
  options      options of polstat-tidy; without the file, none
  tidy.csv     the table that must come out, to the byte
  report.json  the report that must come out
  exit, stderr instead of the last two where the file must be refused

Extracts: the real files in $POLSTAT_EXTRACTS, else ../shared/extracts; where there is no such folder
they are skipped.  Each is read by tests/extracts/agencies.py in another way, and the whole table and
the counts of the report are held to that; the report must be the one in tests/extracts/golden.

`golden` rewrites what differs; read what `git diff` says then.
"""
import argparse
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/support")]
import accounts  # noqa: E402
import agencies  # noqa: E402
import compare  # noqa: E402
import tidy  # noqa: E402
from tap import Tap  # noqa: E402

FOLDER = Path(os.environ.get("POLSTAT_EXTRACTS", ROOT.parent / "shared/extracts"))
GOLDEN = HERE / "golden"


def as_text(report):
    """Without what tidy.faults holds to its laws: the roles of all lines and columns."""
    report = {k: v for k, v in report.items() if k not in ("lines", "columns")}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def read(path):
    return path.read_bytes().decode() if path.exists() else ""


def differences(what, got, want):
    """The first lines where two texts differ."""
    if got == want:
        return []
    a, b = got.splitlines(), want.splitlines()
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    show = lambda lines: [repr(line)[:200] for line in lines[at:at + 3]] or ["(the end)"]  # noqa: E731
    return ([f"{what} differs from line {at + 1} on; got:"] + [f"  {s}" for s in show(a)]
            + ["wanted:"] + [f"  {s}" for s in show(b)])


def rewrite(path, text):
    if read(path) != text:
        path.write_bytes(text.encode())


def check_refused(folder, result, golden):
    lines = [] if str(result.code) == read(folder / "exit").strip() else [f"exit code {result.code}"]
    if result.left:
        lines.append(f"it left {', '.join(result.left)}")
    if golden and not lines:
        rewrite(folder / "stderr", result.stderr)
    return lines + differences("stderr", result.stderr, read(folder / "stderr"))


def check_read(folder, result, golden):
    if result.code != 0:
        return [f"exit code {result.code}"] + result.stderr.splitlines()[:5]
    lines = accounts.breaches(next(folder.glob("extract.*")).read_bytes(), read(folder / "options"), result)
    if lines:
        return lines
    if golden:
        rewrite(folder / "tidy.csv", result.table)
        rewrite(folder / "report.json", as_text(result.report))
    return (differences("tidy.csv", result.table, read(folder / "tidy.csv"))
            + differences("report.json", as_text(result.report), read(folder / "report.json")))


def check_fixture(folder, options):
    result = tidy.run(options.build, next(folder.glob("extract.*")), read(folder / "options"))
    check = check_refused if (folder / "exit").exists() else check_read
    return check(folder, result, options.golden)


def check_extract(path, options):
    """Three lists of faults: it is read, as the independent reading says, with the golden report."""
    result = tidy.run(options.build, path, agencies.OPTIONS.get(path.name, ""))
    if result.code != 0:
        return [[f"exit code {result.code}"] + result.stderr.splitlines()[:5]]
    faults = accounts.breaches(path.read_bytes(), agencies.OPTIONS.get(path.name, ""), result)
    if faults:
        return [faults]
    golden = GOLDEN / f"{path.name}.json"
    if options.golden:
        rewrite(golden, as_text(result.report))
    reading = agencies.READERS[path.name](path)
    return [[], compare.key_faults(result, reading) or compare.cell_faults(result, reading),
            compare.count_faults(result, reading), differences("report", as_text(result.report), read(golden))]


def run_fixtures(tap, options, pool):
    folders = [p for p in sorted((HERE / "fixtures").iterdir()) if options.wanted(p.name)]
    for folder, faults in zip(folders, pool.map(lambda f: check_fixture(f, options), folders)):
        tap.ok(not faults, f"fixture {folder.name}", faults)


def run_extracts(tap, options, pool):
    if not FOLDER.is_dir():
        tap.skip("no extracts: set POLSTAT_EXTRACTS to their folder")
        return
    files = [p for p in sorted(FOLDER.iterdir()) if p.suffix != ".tsv" or p.name != "MANIFEST.tsv"]
    files = [p for p in files if options.wanted(p.name)]
    for path, parts in zip(files, pool.map(lambda p: check_extract(p, options) if p.name in agencies.READERS else None,
                                           files)):
        if parts is None:
            tap.ok(False, f"extract {path.name}", ["tests/extracts/agencies.py has no reader for it"])
            continue
        for what, faults in zip(("is read", "every cell", "every count", "its report"), parts):
            tap.ok(not faults, f"extract {path.name}: {what}", faults)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=["plain", "asan"], default="plain")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("words", nargs="*", metavar="[golden] [NAME...]")
    options = parser.parse_args()
    options.build = options.build.resolve()
    options.golden = options.words[:1] == ["golden"]
    names = options.words[options.golden:]
    options.wanted = lambda name: not names or name in names
    tap = Tap()
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        run_fixtures(tap, options, pool)
        run_extracts(tap, options, pool)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
