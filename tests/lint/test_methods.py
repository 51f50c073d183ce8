#!/usr/bin/env python3
"""Break each rule of methods.py in a small document: it must see that, and nothing where all is well.  TAP."""
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SPEC = importlib.util.spec_from_file_location("methods", ROOT / "tests/lint/methods.py")
METHODS = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(METHODS)

TREND, POLLS = "lib/method/methods_trend.c", "lib/method/methods_compare_polls.c"
ENTRY = '    {.name = "slow-test",\n     .kernel = pst_slow},\n'
WELL = "# Methods\n\n### slow-test, other\n\n- Not for: haste. Tested: by hand.\n\n### next\n\nNothing.\n"


def said(source, text):
    return METHODS.faults_of(source, ENTRY, METHODS.sections(text))


def main():
    tap = Tap()
    tap.ok(said(TREND, WELL) == [], "all is well")
    tap.ok(said(TREND, WELL.replace("slow-test", "slow-test-2")) != [], "seen: a longer name is another method")
    tap.ok(said(TREND, WELL.replace("Not for", "For")) != [], "seen: nothing on when not to use it")
    tap.ok(said(TREND, WELL.replace("Tested", "Held")) != [], "seen: nothing on what it is tested on")
    tap.ok(said(TREND, WELL.replace(" Tested: by hand.", "") + "Tested: next.\n") != [],
           "seen: the test of another section")
    tap.ok(said(POLLS, "### polls\n\n`slow-test` is slow.\n") == [], "a name in backquotes is enough for others")
    tap.ok(said(POLLS, "### polls\n\nslow-test is slow.\n") != [], "seen: a name that stands nowhere")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
