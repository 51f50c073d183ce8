#!/usr/bin/env python3
"""run.py --cc CC --cflags FLAGS [--jobs N] [--below FOLDER] TOOL...: what analyzers say of the sources of lib and analysis.

  gcc       the compiler's analyzer (-fanalyzer): paths to memory that is lost, freed twice or not there
  tidy      clang-tidy with the checks of CHECKS
  cppcheck  cppcheck with its warnings, performance and portability

What was looked at and is no defect stands in known.txt: TOOL | FILE | CHECK | a part of the message | why.  All else is printed,
with its place, and the exit code is 1.  TAP: one test a tool.
"""
import argparse
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

# Of bugprone: not those that ask for other names, or for parentheses in macros that are lists.
CHECKS = ("-*,clang-analyzer-*,bugprone-*,cert-err34-c,cert-flp30-c,misc-redundant-expression,misc-definitions-in-headers,"
          "performance-*,-bugprone-easily-swappable-parameters,-bugprone-macro-parentheses,-bugprone-branch-clone,"
          "-bugprone-reserved-identifier,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,"
          "-bugprone-narrowing-conversions,-bugprone-implicit-widening-of-multiplication-result,-bugprone-assignment-in-if-condition,"
          "-clang-analyzer-security.insecureAPI.strcpy,-performance-no-int-to-ptr,-bugprone-suspicious-include")
SAID = re.compile(r"^(?P<file>[^\s:]+):(?P<line>\d+):(?:\d+:)? (?:warning|error|style|performance|portability): (?P<text>.*)"
                  r" \[(?P<check>[\w.,=-]+)\]$", re.MULTILINE)


def commands(tool, flags, cc, source):
    plain = ["-std=c17", *(word for word in flags if word.startswith(("-D", "-I")))]
    return {
        "gcc": [cc, *flags, "-O1", "-Wno-error", "-fanalyzer", "-c", source, "-o", os.devnull],
        "tidy": ["clang-tidy", "--quiet", f"--checks={CHECKS}", source, "--", *plain],
        "cppcheck": ["cppcheck", "--quiet", "--std=c11", "--enable=warning,performance,portability", "--inline-suppr",
                     "--template={file}:{line}:{column}: warning: {message} [{id}]", "--template-location=",
                     "--suppress=missingIncludeSystem", "--suppress=unknownMacro", *plain[1:], source],
    }[tool]


def read_known():
    known = []
    for line in (HERE / "known.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            known.append([part.strip() for part in line.split(" | ", 4)])
    return known


def is_known(known, tool, file, check, text):
    return any(tool == t and file.startswith(f) and check == c and part in text for t, f, c, part, _ in known)


def look(tool, options, source):
    """What TOOL says of SOURCE: (file, line, check, text)."""
    done = subprocess.run(commands(tool, shlex.split(options.cflags), options.cc, source), cwd=ROOT, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    said = [(os.path.relpath(ROOT / m["file"], ROOT), int(m["line"]), m["check"].split(",")[0], m["text"])
            for m in SAID.finditer(done.stdout)]
    if done.returncode != 0 and not said:
        said.append((source, 0, "failed", done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "no output"))
    return said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cc", default="gcc")
    parser.add_argument("--cflags", required=True)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--below", default="", help="sources below this folder alone")
    parser.add_argument("tools", nargs="+", choices=["gcc", "tidy", "cppcheck"])
    options = parser.parse_args()
    sources = sorted(str(p.relative_to(ROOT)) for top in ("lib", "analysis") for p in (ROOT / top).rglob("*.c"))
    sources = [source for source in sources if source.startswith(options.below)]
    tap, known = Tap(), read_known()
    for tool in options.tools:
        with ThreadPoolExecutor(options.jobs) as pool:
            said = {found for all_found in pool.map(lambda s: look(tool, options, s), sources) for found in all_found}
        new = sorted(found for found in said if not is_known(known, tool, found[0], found[2], found[3]))
        tap.ok(not new, f"{tool}: {len(sources)} sources, {len(said) - len(new)} known",
               [f"{file}:{line}: {text} [{check}]" for file, line, check, text in new])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
