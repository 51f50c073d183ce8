#!/usr/bin/env python3
"""site.py [--build DIR] [--keep DIR]

Opens what `make paper` makes, build/paper/index.html, and the pages of the notebooks in headless Chromium: no errors, no
picture missing, all links inside work, numbers lead to their rows, tables sort, filter and download, nothing is wider than the
screen at 400 and 1400 pixels.  TAP; skipped where there is no Chromium.  --keep writes pictures to DIR.  README.md has
the figure and the verdicts that `make paper` made.
"""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote, urldefrag

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import chromium  # noqa: E402
from tap import Tap  # noqa: E402

LINKS = "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
IDS = "[...document.querySelectorAll('[id]')].map(e => e.id)"
BROKEN = "[...document.images].filter(i => !i.complete || i.naturalWidth === 0).map(i => i.alt)"
COLUMN = """[...document.querySelectorAll('#table-%s tbody tr')].filter(r => !r.hidden)
  .map(r => r.cells[%d].textContent)"""


def opened(browser, path):
    """PATH as a page, and what went wrong while it was loaded."""
    page = browser.open(path)
    page.call("Log.enable")
    page.call("Runtime.enable")
    return page


def complaints(page):
    said = [e["entry"]["text"] for e in page.events("Log.entryAdded") if e["entry"]["level"] in ("error", "warning")]
    said += [e["exceptionDetails"]["text"] for e in page.events("Runtime.exceptionThrown")]
    return said


def links_of(page, path):
    """Links that lead nowhere, by (from, to)."""
    return [(path, href) for href in page.value(LINKS) if not href.startswith(("http:", "https:", "data:", "mailto:"))]


def test_page(tap, browser, path, keep):
    page = opened(browser, path)
    name = path.relative_to(path.parents[1]) if path.parent.name == "notebooks" else path.name
    for width in (400, 1400):
        page.size(width, 900)
        wide = page.value("document.documentElement.scrollWidth")
        tap.ok(wide <= width, f"{name}: fits {width} pixels", [f"{wide} pixels wide"])
        if keep:
            page.screenshot(keep / f"{path.stem}-{width}.png")
    tap.equal(page.value(BROKEN), [], f"{name}: no picture is missing")
    tap.ok(page.value("document.querySelectorAll('figure svg, img').length") > 0, f"{name}: it has figures")
    said = complaints(page)
    tap.ok(not said, f"{name}: the console is silent", said)
    return page


def test_links(tap, found, ids):
    bad = []
    for path, href in found:
        target, anchor = urldefrag(href)
        file = (path.parent / unquote(target)).resolve() if target else path
        if not file.exists():
            bad.append(f"{path.name}: {href}: no such file")
        elif anchor and file in ids and unquote(anchor) not in ids[file]:
            bad.append(f"{path.name}: {href}: no such place")
    tap.ok(found and not bad, f"{len(found)} links inside lead somewhere", bad)


def test_numbers(tap, page):
    hrefs = page.value("[...document.querySelectorAll('a.value')].map(a => [a.getAttribute('href'), a.title])")
    wrong = []
    for href, title in hrefs:
        row = page.value(f"document.querySelector({json.dumps(href)})?.textContent || ''")
        if title.split(": ", 1)[1] not in row:
            wrong.append(f"{href} has not {title}")
    tap.ok(len(hrefs) > 10 and not wrong, "each number of the findings stands in the row that it leads to", wrong)
    page.value("location.hash = document.querySelector('a.value').getAttribute('href')")
    seen = "document.querySelector(location.hash).checkVisibility()"
    for _ in range(50):
        if page.value(seen):
            break
    tap.ok(page.value(seen), "a number opens the table that it leads to")


def test_table(tap, page):
    page.value("document.querySelector('#table-oda_current').open = true")
    header = page.value("[...document.querySelectorAll('#table-oda_current th')].map(h => h.textContent)")
    column = header.index("estimate")
    page.value(f"document.querySelectorAll('#table-oda_current th button')[{column}].click()")
    values = [float(v) for v in page.value(COLUMN % ("oda_current", column)) if v]
    tap.ok(len(values) > 5 and values == sorted(values), "a table sorts by numbers", [str(values)])
    page.value(f"document.querySelectorAll('#table-oda_current th button')[{column}].click()")
    values = [float(v) for v in page.value(COLUMN % ("oda_current", column)) if v]
    tap.ok(values == sorted(values, reverse=True), "and the other way", [str(values)])
    page.value("""(() => { const i = document.querySelector('#table-oda_current input'); i.value = 'japan slope';
                   i.dispatchEvent(new Event('input')); })()""")
    rows = page.value(COLUMN % ("oda_current", 0))
    tap.ok(rows and set(rows) == {"Japan"}, "a table filters", [str(rows)])


def test_download(tap, browser, page, paper):
    """A click on CSV brings the file that the table was made from; the table has its cells."""
    with tempfile.TemporaryDirectory(prefix="polstat-download-") as folder:
        browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
        page.value("document.querySelector('#table-flows').open = true")
        page.value("document.querySelector('#table-flows a[download]').click()")
        file, deadline = Path(folder) / "flows.csv", time.monotonic() + chromium.TIME_LIMIT
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        wanted = (paper / "flows.csv").read_bytes()
        tap.ok(file.exists() and file.read_bytes() == wanted, "a table downloads as CSV", os.listdir(folder))
    cells = page.value("""[...document.querySelectorAll('#table-flows tbody tr')].map(
        r => [...r.cells].map(c => c.textContent))""")
    rows = list(csv.reader(wanted.decode().splitlines()))[1:]
    tap.equal(sorted(cells), sorted(rows), "the table has the cells of the file")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--keep", type=Path, help="where pictures go")
    options = parser.parse_args()
    build = options.build.resolve()
    env = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    subprocess.run(["make", "-s", f"BUILD={build}", str(build / "paper/index.html")], cwd=ROOT, env=env, timeout=1200,
                   stdin=subprocess.DEVNULL, stdout=sys.stderr, check=True)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    tap = Tap()
    done = subprocess.run([sys.executable, "-B", "paper/readme.py", build / "paper", "README.md"], cwd=ROOT,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    tap.ok(done.returncode == 0, "README.md shows the figure and the verdicts that make paper made (make accept)",
           done.stdout.decode("utf-8", "replace").splitlines())
    if chromium.find() is None:
        tap.skip("the site in a browser: no Chromium (apt-get install chromium)")
        return tap.done()
    site = build / "paper/index.html"
    paths = [site, *sorted((build / "paper/notebooks").glob("*.html"))]
    with chromium.Browser() as browser:
        found, ids = [], {}
        for path in paths:
            page = test_page(tap, browser, path, options.keep)
            found += links_of(page, path)
            ids[path] = set(page.value(IDS))
            if path == site:
                test_numbers(tap, page)
                test_table(tap, page)
                test_download(tap, browser, page, build / "paper")
        ids[build / "paper/claims.html"] = set(opened(browser, build / "paper/claims.html").value(IDS))
        test_links(tap, found, ids)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
