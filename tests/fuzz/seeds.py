#!/usr/bin/env python3
"""seeds.py CORPORA: a folder of seeds for each fuzzer, from what stands in the repository: the fixtures of tests/extracts, the
texts of tests/claims/scan, claims files, notebooks, packages, the cells and command lines of tests/cli; and the files of
tests/fuzz/corpus/NAME as they are.  Behind the bytes of options that a fuzzer takes first."""
import re
import shlex
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ANY_LAYOUT = bytes([31, 0])
SMALL = 20000  # a larger seed slows a fuzzer more than it teaches it


def text_of(folder):
    data = next(folder.glob("extract.*")).read_bytes()
    options = (folder / "options").read_text() if (folder / "options").exists() else ""
    names = ["cp932", "latin-1"] if "CP932" in options else ["latin-1"] if "8859" in options else []
    if b"\0" in data:
        names = ["utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le"]
    for name in [*names, "utf-8-sig", "latin-1"]:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise ValueError(folder)


def command_lines():
    """The words of each command of tests/cli."""
    for path in sorted((ROOT / "tests/cli").glob("*/cmd")):
        for line in path.read_text(errors="replace").splitlines():
            try:
                words = shlex.split(line)
            except ValueError:
                continue
            if words and words[0].startswith("polstat"):
                yield words[1:]


def cells():
    """The cells of small tables, each once."""
    found = set()
    for path in sorted((ROOT / "tests/cli/data").glob("*.csv")):
        if path.stat().st_size < SMALL:
            found.update(re.split(rb"[,;\t\n\r\"]+", path.read_bytes()))
    return sorted(cell for cell in found if 0 < len(cell) < 40)[:1500]


def small(pattern):
    return [(f"{p.parent.name}-{p.name}", p.read_bytes()) for p in sorted(ROOT.glob(pattern)) if p.is_file() and p.stat().st_size < SMALL]


def numbered(prefix, items):
    return [(f"{prefix}-{i}", item) for i, item in enumerate(items)]


def seeds_of():
    """{fuzzer: (name, bytes) of each seed}"""
    expressions = sorted({word.encode() for words in command_lines()
                          for option, word in zip(words, words[1:]) if option in ("--where", "--let")})
    tables = small("tests/cli/data/*.csv") + small("tests/cli/*/*.csv")
    claims = small("datasets/claims/*.claims") + small("tests/cli/*/*.claims")
    return {
        "layout": [(f.name, ANY_LAYOUT + text_of(f).encode()) for f in (ROOT / "tests/extracts/fixtures").iterdir()],
        "scan": [(name, bytes([name.endswith(".csv")]) + data) for name, data in small("tests/claims/scan/*")],
        "records": [(name, b"\0" + data) for name, data in tables],
        "split": [(name, b"\0\0" + data) for name, data in tables],
        "input": [(name, b"\0\7" + data) for name, data in tables + small("tests/cli/*/*.gz")],
        "number": numbered("cell", [b"\0" + cell for cell in cells()]),
        "when": numbered("cell", [b"\xff\x07" + cell for cell in cells()] + [b"\0\0" + cell for cell in cells()]),
        "country": numbered("cell", cells()),
        "expr": numbered("expression", expressions),
        "language": numbered("expression", expressions) + claims,
        "claims": claims,
        "notebook": small("notebooks-md/*.md") + small("docs/*.md") + small("tests/cli/*/*.md"),
        "package": small("datasets/**/datapackage.json") + small("tests/cli/*/datapackage.json"),
        "options": numbered("line", ["\n".join(words).encode() for words in command_lines()][:400]),
    }


def main():
    corpora = Path(sys.argv[1])
    for name, seeds in seeds_of().items():
        folder = corpora / f"fuzz_{name}"
        folder.mkdir(parents=True, exist_ok=True)
        own = HERE / "corpus" / name
        for seed, data in [*seeds, *((p.name, p.read_bytes()) for p in own.glob("*"))]:
            (folder / f"seed-{seed}").write_bytes(data)


if __name__ == "__main__":
    main()
