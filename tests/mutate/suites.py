"""The tests that a fault may be noticed by: each can be run with the programs of any folder of a build."""
import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path

from traces import digest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/cli")]
import run as cli  # noqa: E402, of tests/cli

# Whole suites: what they run, and the files that they are.
WHOLE = {
    "reference": ("tests/reference/values.py", ["{build}"], "tests/reference"),
    "extracts": ("tests/extracts/run.py", ["--build", "{build}"], "tests/extracts"),
    "claims": ("tests/claims/run_docs.py", ["--build", "{build}"], "docs"),
    "scans": ("tests/claims/test_scan.py", ["--build", "{build}"], "tests/claims"),
    "pages": ("tests/claims/test_pages.py", ["--build", "{build}"], "tests/claims"),
    "drafts": ("tests/claims/test_draft.py", ["--build", "{build}"], "tests/claims"),
    "notebooks": ("tests/notebooks/run.py", ["--build", "{build}"], "notebooks-md"),
    "generated": ("tests/generated/kinds.py", ["--build", "{build}"], "tests/generated"),
    "tables": ("tests/generated/run.py", ["--build", "{build}"], "tests/generated"),
    "cases": ("tests/cases/run.py", ["--build", "{build}"], "tests/cases"),
    "outputs": ("tests/cli/test_outputs.py", ["--build", "{build}"], "tests/cli"),
    "terminal": ("tests/cli/test_terminal.py", ["--build", "{build}"], "tests/cli"),
    "parts": ("tests/cli/test_parts.py", ["--build", "{build}", "--runs", "3"], "tests/cli"),
    "checkpoint": ("tests/cli/test_checkpoint.py", ["--build", "{build}", "--runs", "2"], "tests/cli"),
    "ranks": ("tests/mpi/shuffle.py", ["--build", "{build}"], "tests/mpi"),
    "memory": ("tests/faults/run.py", ["--build", "{build}", "--every", "40"], "tests/faults"),
}
BROWSER = {"pages", "notebooks"}  # start a browser, which takes addresses without end and would fail for that
ENVIRONMENT = dict(os.environ, CMOCKA_MESSAGE_OUTPUT="TAP", LC_ALL="C.UTF-8", OMP_WAIT_POLICY="passive")


def as_much_as_there_is():
    most = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def files_below(folder):
    return sorted(str(p.relative_to(ROOT)) for p in (ROOT / folder).rglob("*") if p.is_file())


class Command:
    """A unit test, or a suite as a whole: noticed when it does not end with 0."""

    def __init__(self, name, command, files):
        self.name, self.command, self.digest = name, command, digest(ROOT, files)

    def run(self, build, more, seconds):
        """Does it fail?  SECONDS is when it is taken for hanging, which is a failure too."""
        words = [word.format(build=build) for word in self.command]
        process = subprocess.Popen(words, cwd=ROOT, env={**ENVIRONMENT, **more}, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                                   preexec_fn=as_much_as_there_is if self.name in BROWSER else None)
        try:
            return process.wait(timeout=seconds) != 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
            return True


class Case:
    """A case of the command line."""

    def __init__(self, case):
        self.case, self.name = case, f"cli/{case.name}"
        self.digest = digest(ROOT, files_below(f"tests/cli/{case.name}"))

    def run(self, build, more, seconds):
        options = argparse.Namespace(mode="plain", build=build, limit=seconds)
        got, faults = self.case.run(options, {**cli.environment(build / "bin", "plain"), **more})
        return bool(faults or self.case.differences(got))


def all_tests():
    tests = []
    for path in files_below("tests/unit"):
        if path.endswith(".c"):
            program = f"{{build}}/{path.removesuffix('.c')}"
            tests.append(Command(path.removeprefix("tests/").removesuffix(".c"), [program], [path]))
    tests += [Case(case) for case in cli.find_cases([]) if not case.skipped("plain")]
    for name, (script, words, folder) in WHOLE.items():
        tests.append(Command(name, [sys.executable, "-B", str(ROOT / script), *words], files_below(folder)))
    return tests
