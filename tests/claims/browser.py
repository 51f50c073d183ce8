#!/usr/bin/env python3
"""browser.py [--build DIR] [--page FILE.html] [--keep DIR]

Opens the page of verdicts in headless Chromium: counts the verdicts, opens evidence with the mouse and
with the keyboard, filters, follows a link, does without scripts, fits a telephone, prints, and asks
the network for nothing.  TAP; skipped where there is no Chromium.  --keep writes pictures to DIR.
"""
import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLE = ROOT / "tests/cli/data/claims"
FILES = ["doe.claims", "../../claims-restated/a.claims"]
sys.path.insert(0, str(ROOT / "tests/support"))
import chromium  # noqa: E402
from tap import Tap  # noqa: E402

VERDICTS = ["verified", "restated", "consistent", "contradicted", "ambiguous", "not checkable", "error"]

COUNT = """[...document.querySelectorAll("details.claim")].map(c => c.classList[1])"""
SHOWN = """[...document.querySelectorAll("details.claim")]
  .filter(c => c.checkVisibility()).map(c => c.classList[1])"""

# Every text against what is painted behind it: the lowest contrast, and where (WCAG 2.2, 1.4.3).
CONTRAST = """(() => {
  const numbers = c => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = c => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const v = c[i] / 255;
    return sum + weight * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  }, 0);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = numbers(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  let worst = [21, ""];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !e.checkVisibility() || e.matches("style, script, title")) continue;
    const style = getComputedStyle(e), svg = e.closest("svg");
    const a = light(numbers(svg ? style.fill : style.color)), b = light(behind(svg || e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < worst[0]) worst = [ratio, walk.currentNode.data.trim().slice(0, 40)];
  }
  return worst;
})()"""


def make_page(build, folder):
    """The page and the JSON of the sample claims."""
    program = build / "bin/polstat-claims"
    page = Path(folder, "page.html")
    subprocess.run([program, "check", "-q", *FILES, "-o", page], cwd=SAMPLE, timeout=480,
                   stderr=subprocess.DEVNULL)
    done = subprocess.run([program, "check", "-q", *FILES, "--format", "json"], cwd=SAMPLE,
                          timeout=480, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return page, json.loads(done.stdout)


def test_counts(tap, page, report):
    want = Counter(c["verdict"].replace(" ", "-") for c in report["claims"])
    got = Counter(page.value(COUNT))
    tap.ok(got == want and got, "as many claims of each verdict as in the JSON", [f"{got}, not {want}"])
    bar = page.value("[...document.querySelectorAll('.bar span')].map(s => Number(s.textContent))")
    tap.ok(sum(bar) == sum(want.values()), "the bar adds up", [str(bar)])
    missing = set(VERDICTS) - {v.replace("-", " ") for v in want}
    tap.ok(not missing, "the sample has every verdict", [str(missing)])


def is_open(page, selector):
    return page.value(f"document.querySelector({json.dumps(selector)}).open")


def comes_open(page, selector):
    """A link is followed when the page has time for it."""
    for _ in range(100):
        if is_open(page, selector):
            return True
        time.sleep(0.02)
    return False


def test_opening(tap, page):
    claim = "details.claim.verified"
    tap.ok(not is_open(page, claim) and is_open(page, "details.claim.contradicted"),
           "what is contradicted is open, what is verified is not")
    seen = f"document.querySelector('{claim} .evidence').checkVisibility()"
    page.click(f"{claim} > summary")
    tap.ok(is_open(page, claim) and page.value(seen), "a click opens the evidence")
    page.click(f"{claim} > summary")
    tap.ok(not is_open(page, claim), "and closes it")
    page.value(f"document.querySelector('{claim} > summary').focus()")
    page.key("Enter", "\r")
    tap.ok(is_open(page, claim), "the keyboard opens it: Enter")
    page.key(" ", " ")
    tap.ok(not is_open(page, claim), "and closes it: space")
    page.click(".tools .open")
    tap.ok(page.value("[...document.querySelectorAll('details.claim')].every(c => c.open)"),
           "a button opens all")
    page.click(".tools .close")
    tap.ok(page.value("[...document.querySelectorAll('details.claim')].every(c => !c.open)"),
           "a button closes all")
    page.click(".findings a")
    name = page.value("document.querySelector('.findings a').hash")
    tap.ok(comes_open(page, f"details.claim[id='{name[1:]}']"), "a link to a claim opens it")


def test_keyboard_reaches_all(tap, page):
    """Tab from the top: every filter and every claim."""
    page.value("document.activeElement.blur(); scrollTo(0, 0)")
    page.value("getSelection().setPosition(document.body, 0)")
    reached = set()
    for _ in range(400):
        page.key("Tab")
        name = page.value("""(() => { const e = document.activeElement;
          if (e === document.body) return "";
          const d = e.matches("summary") ? e.parentElement.id : e.id;
          return d; })()""")
        if name in reached and name:
            break
        reached.add(name)
    want = set(page.value("""[...document.querySelectorAll("details.claim, fieldset input")].map(e => e.id)"""))
    tap.ok(want <= reached, "Tab reaches every filter and every claim", sorted(want - reached))


def test_filter(tap, page, title):
    for verdict in sorted(set(page.value(COUNT))):
        before = Counter(page.value(SHOWN))
        page.click(f"#show-{verdict}")
        after = Counter(page.value(SHOWN))
        page.click(f"#show-{verdict}")
        want = Counter({k: n for k, n in before.items() if k != verdict})
        tap.ok(after == want and Counter(page.value(SHOWN)) == before, f"{title}: {verdict}",
               [f"{after}, not {want}"])


def test_looks(tap, page):
    page.click(".tools .open")
    for scheme in ("dark", "light"):
        page.scheme(scheme)
        ratio, text = page.value(CONTRAST)
        tap.ok(ratio >= 4.5, f"{scheme}: every text has a contrast of 4.5 to 1 ({ratio:.2f})", [text])
    unnamed = page.value("""[...document.querySelectorAll("svg.interval, svg.series")]
      .filter(s => s.getAttribute("role") !== "img" || !s.getAttribute("aria-label")).length""")
    tap.ok(unnamed == 0, "every figure has words for a screen reader")
    bare = page.value("""[...document.querySelectorAll(".verdict")]
      .filter(v => !v.querySelector("svg use") || !v.textContent.trim()).length""")
    tap.ok(bare == 0, "every verdict has a symbol and a word")
    out = page.value("""[...document.querySelectorAll("svg.interval, svg.series")].flatMap(s => {
      const box = s.getBoundingClientRect();
      return [...s.querySelectorAll("text, circle, line, path")].filter(e => {
        const r = e.getBoundingClientRect();
        return r.left < box.left - 2 || r.right > box.right + 2 || r.top < box.top - 2
          || r.bottom > box.bottom + 2; }).map(e => e.outerHTML); })""")
    tap.ok(not out, "nothing is drawn outside its figure", out[:5])
    for width in (1280, 390):
        page.size(width, 900)
        wide = page.value("document.documentElement.scrollWidth")
        tap.ok(wide <= width, f"no sideways scrolling at {width} pixels", [str(wide)])
    page.size(1000, 900)


def test_hostile(tap, page):
    tap.ok(page.value("document.scripts.length") == 1
           and page.value("document.body.textContent.includes('<script>')"),
           "a <script> in a claim is text")
    tap.ok(page.value("typeof window.injected") == "undefined", "and does not run")


def test_silence(tap, page):
    asked = [e["request"]["url"] for e in page.events("Network.requestWillBeSent")]
    asked = [u for u in asked if not u.startswith("file:") or not u.split("#")[0].endswith(".html")]
    tap.ok(not asked, "it asks the network for nothing", asked)
    said = [str(e.get("entry", e)) for name in ("Log.entryAdded", "Runtime.exceptionThrown")
            for e in page.events(name)]
    tap.ok(not said, "no error and no warning in the console", said)


def test_print(tap, page, folder):
    """Evidence that is closed on the screen is there on paper."""
    page.click(".tools .close")
    page.pdf(folder / "page.pdf")
    closed = page.value("[...document.querySelectorAll('details.claim')].some(c => c.open)")
    data = (folder / "page.pdf").read_bytes()
    tap.ok(data.startswith(b"%PDF") and not closed, "it prints, and is as it was afterwards")
    page.call("Emulation.setEmulatedMedia", media="print")
    shown = page.value("""[...document.querySelectorAll(".evidence")].every(e => e.checkVisibility())""")
    page.call("Emulation.setEmulatedMedia", media="")
    tap.ok(shown, "all evidence is on paper, without the script too")


def run(tap, path, report, folder):
    with chromium.Browser() as browser:
        page = browser.open(path)
        page.size(1000, 900)
        page.screenshot(folder / "page.png")
        if report:
            test_counts(tap, page, report)
        test_opening(tap, page)
        test_keyboard_reaches_all(tap, page)
        test_filter(tap, page, "the filter hides and shows")
        if report:
            test_hostile(tap, page)
        test_looks(tap, page)
        page.screenshot(folder / "open.png")
        page.scheme("dark")
        page.screenshot(folder / "dark.png")
        page.scheme("light")
        page.size(390, 900)
        page.screenshot(folder / "telephone.png")
        page.size(1000, 900)
        test_print(tap, page, folder)
        test_silence(tap, page)
        bare = browser.open(path, script=False)
        test_filter(tap, bare, "without scripts")
        claim = "details.claim.verified"
        bare.click(f"{claim} > summary")
        tap.ok(is_open(bare, claim), "without scripts: a click opens the evidence")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--page", type=Path, help="a page to open instead of the sample's")
    parser.add_argument("--keep", type=Path, help="where pictures go")
    options = parser.parse_args()
    if chromium.find() is None:
        print("1..0 # SKIP no Chromium (apt-get install chromium)")
        return 0
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="polstat-page-") as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        path, report = (options.page, None) if options.page else \
            make_page(options.build.resolve(), scratch)
        run(tap, path, report, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
