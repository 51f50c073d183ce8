#!/usr/bin/env python3
"""seeds.py CORPUS [PAPERS]: the fixtures of tests/extracts as seeds of fuzz_layout, in UTF-8 and behind the
two bytes of options: any layout, marks found out.  PAPERS: a corpus for fuzz_scan, from the texts of tests/claims/scan,
behind the byte that says whether it is a table."""
import sys
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[1] / "extracts/fixtures"
TEXTS = Path(__file__).resolve().parents[1] / "claims/scan"
ANY_LAYOUT = bytes([31, 0])


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


def main():
    corpus = Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    for folder in FIXTURES.iterdir():
        (corpus / f"seed-{folder.name}").write_bytes(ANY_LAYOUT + text_of(folder).encode())
    if len(sys.argv) > 2:
        papers = Path(sys.argv[2])
        papers.mkdir(parents=True, exist_ok=True)
        for text in TEXTS.iterdir():
            is_table = b"\x01" if text.suffix == ".csv" else b"\x00"
            (papers / f"seed-{text.name}").write_bytes(is_table + text.read_bytes())


if __name__ == "__main__":
    main()
