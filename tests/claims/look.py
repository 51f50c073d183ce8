#!/usr/bin/env python3
"""look.py [--build DIR] [--keep DIR]

Opens the page of `describe -o look.html` in headless Chromium: as many columns, series and gaps as the
JSON has, names for screen readers, contrast, no sideways scrolling, text that stays text, paper, and
no request to the network.  TAP; skipped where there is no Chromium.  --keep writes pictures to DIR.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests/support"), str(HERE)]
import chromium  # noqa: E402
from browser import CONTRAST  # noqa: E402
from tap import Tap  # noqa: E402

SAMPLE = '''country,year,oda,share,note,flag
Japan,2001,100,0.50,<script>window.injected = 1</script>,
Japan,2002,110,n/a,,
Japan,2005,130,0.75,,x
Peru & Co,2001,90,0.25,,
Peru & Co,2002,95,..,"a ""quote""",
Peru & Co,2003,>99,0.5,,
\u65e5\u672c,2002,70,1,,
\u65e5\u672c,2005,75,2.25,,
'''


def make_page(build, folder):
    """The page and the JSON of the sample."""
    program = build / "bin/polstat-describe"
    data, page = Path(folder, "sample.csv"), Path(folder, "look.html")
    data.write_text(SAMPLE, encoding="utf-8")
    subprocess.run([program, "-q", "-m", "n/a", data, "-o", page], check=True, timeout=480)
    done = subprocess.run([program, "-q", "-m", "n/a", data, "--show", "look", "--format", "json"],
                          check=True, timeout=480, stdout=subprocess.PIPE)
    return page, json.loads(done.stdout)


def texts(page, selector):
    return page.value(f"[...document.querySelectorAll({json.dumps(selector)})].map(e => e.textContent)")


def test_content(tap, page, look):
    names = texts(page, "table.columns th[scope=row]")
    tap.ok(names == [c["name"] for c in look["columns"]], "a row for each column", names)
    missing = [int(page.value(f"document.querySelectorAll('table.columns tr')[{i + 1}]"
                              ".querySelectorAll('td')[1].firstChild.textContent"))
               for i in range(len(look["columns"]))]
    tap.ok(missing == [c["missing"] for c in look["columns"]], "what is missing, as in the JSON", missing)
    holes = page.value("document.querySelectorAll('svg.strip .hole').length")
    tap.ok(holes > 0, "missing cells are drawn")
    gaps = page.value("document.querySelectorAll('svg.strip .gap').length")
    tap.ok(gaps == len(look["time"]["gaps"]), "a mark for each gap", [str(gaps)])
    series = page.value("document.querySelectorAll('th.ends').length")
    tap.ok(series == 1 and look["time"]["series"] == 3, "the times of the series are there")
    tap.ok(any(".." in t for t in texts(page, ".findings li")), "what looks missing is named")


def test_looks(tap, page):
    for scheme in ("dark", "light"):
        page.scheme(scheme)
        ratio, text = page.value(CONTRAST)
        tap.ok(ratio >= 4.5, f"{scheme}: every text has a contrast of 4.5 to 1 ({ratio:.2f})", [text])
    unnamed = page.value("""[...document.querySelectorAll("svg")].filter(s => !s.closest("[aria-hidden]")
      && !(s.getAttribute("role") === "img" && s.getAttribute("aria-label"))).length""")
    tap.ok(unnamed == 0, "every drawing has words for a screen reader, or says nothing new")
    heads = page.value("[...document.querySelectorAll('th')].every(t => t.scope)")
    tap.ok(heads, "every head of a table says what it heads")
    reachable = page.value("[...document.querySelectorAll('.scroll')].every(e => e.tabIndex === 0)")
    tap.ok(reachable, "what scrolls can be reached with the keyboard")
    for width in (1280, 390):
        page.size(width, 900)
        wide = page.value("document.documentElement.scrollWidth")
        tap.ok(wide <= width, f"no sideways scrolling at {width} pixels", [str(wide)])
    page.size(1000, 900)


def test_hostile(tap, page):
    scripts = page.value("document.scripts.length")
    tap.ok(scripts == 0 and page.value("typeof window.injected") == "undefined",
           "a <script> in a cell is text")
    tap.ok(page.value("document.body.textContent.includes('Peru & Co')"), "so is an ampersand")


def test_silence(tap, page):
    asked = [e["request"]["url"] for e in page.events("Network.requestWillBeSent")]
    asked = [u for u in asked if not u.startswith("file:") or not u.split("#")[0].endswith(".html")]
    tap.ok(not asked, "it asks the network for nothing", asked)
    said = [str(e.get("entry", e)) for name in ("Log.entryAdded", "Runtime.exceptionThrown")
            for e in page.events(name)]
    tap.ok(not said, "no error and no warning in the console", said)


def run(tap, path, look, folder):
    with chromium.Browser() as browser:
        page = browser.open(path)
        page.size(1000, 900)
        page.screenshot(folder / "look.png")
        page.scheme("dark")
        page.screenshot(folder / "dark.png")
        page.scheme("light")
        test_content(tap, page, look)
        test_looks(tap, page)
        test_hostile(tap, page)
        page.pdf(folder / "look.pdf")
        tap.ok((folder / "look.pdf").read_bytes().startswith(b"%PDF"), "it prints")
        test_silence(tap, page)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--keep", type=Path, help="where pictures go")
    options = parser.parse_args()
    if chromium.find() is None:
        print("1..0 # SKIP no Chromium (apt-get install chromium)")
        return 0
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="polstat-look-") as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        path, look = make_page(options.build.resolve(), scratch)
        run(tap, path, look, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
