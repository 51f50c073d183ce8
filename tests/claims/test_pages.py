#!/usr/bin/env python3
"""test_pages.py [--build DIR] [--mode plain|asan|valgrind] [--keep DIR]

Opens the pages of `claims scan` and `claims draft` in headless Chromium: as many findings and claims as there are, filters,
contrast, no sideways scrolling at 400 and 1400 pixels, text of the paper that stays text, and no request to the network.
TAP; skipped where there is no Chromium.  --keep writes pictures to DIR.
"""
import argparse
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests/support"), str(HERE)]
import chromium  # noqa: E402
from browser import CONTRAST, test_filter, test_silence  # noqa: E402
from tap import Tap  # noqa: E402

PAPER = """<script>window.injected = 1</script> Utopia had 28.5 % of the visits in 2011-2013, 8.1 points more than in 2001-2003.
It rose from 31.0 % to 29.2 %. We asked 1,248 pupils (640 girls and 608 boys), and 51 % of the 40 mayors knew it & more.

Rank\tCountry\tVisits
1\tUtopia\t412
2\tArcadia\t371
3\tFreedonia\t371
4\tRuritania\t298
5\tSylvania\t120
"""
VISITS = "country,period,share_pct\nUtopia,2001-2003,20.4\nUtopia,2011-2013,28.5\nArcadia,2001-2003,31.0\nArcadia,2011-2013,29.2\n"
COUNT = "document.querySelectorAll('details.claim').length"


def make(program, folder, *arguments):
    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=480)


def test_page(tap, page, title, count):
    tap.equal(page.value(COUNT), count, f"{title}: every one is there")
    tap.ok(page.value("document.body.textContent.includes('<script>')")
           and page.value("typeof window.injected") == "undefined", f"{title}: a <script> of the paper is text")
    test_filter(tap, page, f"{title}: the filter hides and shows")
    page.click(".tools .open")
    for scheme in ("dark", "light"):
        page.scheme(scheme)
        ratio, text = page.value(CONTRAST)
        tap.ok(ratio >= 4.5, f"{title}, {scheme}: a contrast of 4.5 to 1 ({ratio:.2f})", [text])
    for width in (1400, 400):
        page.size(width, 900)
        wide = page.value("document.documentElement.scrollWidth")
        tap.ok(wide <= width, f"{title}: no sideways scrolling at {width} pixels", [str(wide)])
    test_silence(tap, page)


def run(tap, program, folder, keep):
    Path(folder, "paper.txt").write_text(PAPER, encoding="utf-8")
    Path(folder, "visits.csv").write_text(VISITS, encoding="utf-8")
    make(program, folder, "scan", "paper.txt", "--data", "visits.csv", "-o", "scan.html")
    make(program, folder, "draft", "paper.txt", "--data", "visits.csv", "-o", "draft.html")
    rows = make(program, folder, "scan", "paper.txt", "--data", "visits.csv", "--format", "csv").stdout.splitlines()
    claims = make(program, folder, "draft", "paper.txt", "--data", "visits.csv").stdout.count("\nclaim ")
    for title, count in (("scan", len(list(csv.DictReader(rows)))), ("draft", claims)):
        with chromium.Browser() as browser:
            page = browser.open(Path(folder, f"{title}.html"))
            page.size(1000, 900)
            test_page(tap, page, title, count)
            if keep:
                page.screenshot(Path(keep, f"{title}.png"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=["plain", "asan", "valgrind"], default="plain")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    tap, program = Tap(), (options.build / "bin/polstat-claims").resolve()
    if not program.exists():
        tap.skip("there is no polstat-claims")
    elif chromium.find() is None:
        tap.skip("there is no Chromium")
    else:
        with tempfile.TemporaryDirectory() as folder:
            run(tap, program, folder, options.keep)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
