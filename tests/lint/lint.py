#!/usr/bin/env python3
"""lint.py [--root DIR]: the rules of the house that a machine can see.  TAP, one test a rule and room.

  layers    each #include goes where the table below allows
  headers   each header has an include guard and begins with a comment
  tests     each module with public functions has a unit test; unit tests stand in the rooms of lib
  columns   only lib/table reads the arrays of a column; others have table/column.h and table/span.h
  silence   the library neither prints nor exits
  texts     tracked files name no place of one machine and no neighbour of the repository
  names     each tag and each constant of the library is defined once
  arrays    what grows, grows by base/array.h; what is found by its hash, by base/hash.h
  format    clang-format has nothing to change
"""
import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

# Who may include whom: a room sees itself and what stands here.  "stats" is that room without the rooms
# inside it, "stats/" with them, "stats/estimate.h" one header.
LAYERS = {
    "base": [],
    "base/unicode": ["base"],
    "cli": ["base", "base/unicode"],
    "input": ["base"],
    "interval": ["base", "interval/sum/wide.h"],
    "interval/period": ["base"],
    "interval/sum": ["base/number.h", "base/pack.h"],
    "country": ["base"],
    "country/tables": ["country"],
    "stats": ["base"],
    "stats/kendall": ["base", "stats", "stats/random", "stats/variable"],
    "stats/slope/select": ["base", "stats", "stats/kendall/inversions.h", "stats/random/random.h",
                           "stats/slope/bracket.h", "stats/variable"],
    "stats/slope": ["base", "interval/sum/pair_sum.h", "stats", "stats/description", "stats/kendall",
                    "stats/slope/select", "stats/variable"],
    "stats/correlation": ["interval/sum/pair_sum.h", "stats", "stats/description/moments.h", "stats/distribution/factorial.h",
                          "stats/kendall", "stats/random/permutation.h", "stats/slope/line.h", "stats/variable", "stats/weighted/mean.h"],
    "stats/trend": ["stats", "stats/distribution/factorial.h", "stats/kendall", "stats/slope/bracket.h",
                    "stats/slope/select/slope_exact.h", "stats/slope/select/slopes.h", "stats/variable/clones.h"],
    "stats/fit": ["stats", "stats/regression", "stats/slope/line.h"],
    "stats/bounded": ["base", "stats", "stats/slope/select/slope_exact.h", "stats/trend/rest.h"],
    "stats/distribution": ["stats"],
    "stats/proportion": ["stats", "stats/distribution"],
    "stats/contingency": ["base", "stats", "stats/distribution", "stats/proportion/limits.h", "stats/random"],
    "stats/samples": ["base/number.h", "stats", "stats/description", "stats/description/moments.h",
                      "stats/distribution"],
    "stats/paired": ["stats", "stats/distribution", "stats/proportion/limits.h", "stats/samples",
                     "stats/samples/rank_sum/pair_select.h"],
    "stats/groups": ["stats", "stats/description/moments.h", "stats/distribution", "stats/kendall",
                     "stats/random/permutation.h", "stats/samples", "stats/slope/line.h"],
    "stats/poll": ["base", "stats", "stats/contingency/mcnemar.h", "stats/distribution", "stats/proportion"],
    "stats/weighted": ["stats", "stats/proportion/limits.h", "stats/samples/quantile_interval.h"],
    "stats/resample": ["base", "stats", "stats/description", "stats/groups/groups.h", "stats/groups/slopes.h",
                       "stats/random/draw.h", "stats/slope/select/slopes.h"],
    "stats/indicator": ["base", "interval", "stats", "stats/description/moments.h"],
    "stats/concentration": ["base", "stats"],
    "stats/specialisation": ["base", "stats", "stats/proportion/limits.h"],
    "stats/composite": ["base", "stats", "stats/description"],
    "stats/regression": ["base", "stats"],
    "stats/change": ["stats", "stats/description/moments.h", "stats/random", "stats/regression"],
    "stats/tables": [],
    "stats/description": ["base/number.h", "interval/sum/pair_sum.h", "stats"],
    "stats/variable": ["base", "stats", "stats/description/moments.h", "stats/distribution/factorial.h"],
    "stats/composite/sensitivity": ["base", "stats", "stats/composite", "stats/description/quantile.h",
                                    "stats/random"],
    "stats/random": ["base/parallel.h", "stats/estimate.h"],
    "stats/samples/rank_sum": ["base/number.h", "interval/bounded.h", "stats", "stats/samples/samples.h",
                               "stats/slope/select/slope_exact.h"],
    "stats/enclose": ["base/arena.h", "interval/range.h", "stats", "stats/correlation", "stats/kendall",
                      "stats/trend/mann_kendall.h"],
    "stats/leeway": ["base", "interval/bounded.h", "stats", "stats/enclose", "stats/random/random.h"],
    "stats/ranking": ["base", "stats/distribution/unimodal.h", "stats/random/draw.h", "stats/tails.h"],
    "figure/page": ["base", "figure/figure.h"],
    "figure/term": ["base", "figure/figure.h", "figure/page"],
    "figure/kind": ["base", "figure/page"],
    "figure/hover": ["base", "figure/figure.h", "figure/page/stack.h"],
    "figure": ["base", "figure/hover/hover.h", "figure/kind/kinds.h"],
    "table": ["base", "base/unicode/normal.h", "interval", "interval/period", "printed/meant.h", "printed/said.h"],
    "table/split": ["base/text.h"],
    "table/read": ["base", "base/unicode/normal.h", "input", "table/split/split.h"],
    "table/load": ["base", "base/unicode/normal.h", "interval", "interval/period/period_step.h", "printed", "table",
                   "table/read"],
    "table/load/packed": ["base", "input/input.h", "interval/period/period_step.h", "table/load", "table/read"],
    "table/group": ["base", "interval", "interval/sum/decimal_sum.h", "table"],
    "printed/words": ["base/text.h", "base/unicode/letters.h", "printed"],
    "printed": ["base", "interval/bounded.h", "interval/period", "interval/period/period.h", "printed/when/when.h",
                "printed/when/when_parts.h"],
    "printed/when": ["base", "base/text.h", "base/unicode/letters.h", "interval/period/period_step.h", "printed", "printed/plain.h"],
    "layout": ["base", "printed", "printed/when/when.h", "table/read/sheet.h"],
    "layout/shape": ["base", "base/unicode/letters.h", "layout", "printed", "printed/when/when.h", "table", "table/read/sheet.h"],
    "layout/shape/header": ["layout/shape", "printed"],
    "layout/shape/sections": ["base/unicode/letters.h", "layout", "layout/shape", "printed", "table"],
    "layout/shape/times": ["layout/shape", "printed", "table"],
    "layout/agency": ["layout", "layout/shape/shape.h", "printed/words.h"],
    "layout/agency/international": ["layout", "layout/agency", "printed/words.h"],
    "layout/agency/national": ["layout", "layout/agency", "layout/shape/shape.h"],
    "language": ["base", "base/unicode/normal.h", "interval"],
    "expr": ["base", "interval", "interval/period", "interval/period/period.h", "language", "printed/meant.h"],
    "report/view": ["base", "report", "report/write/writer.h"],
    "report/write": ["base", "report", "report/view"],
    "report": ["base", "base/unicode/shown.h", "report/write/writer.h", "stats/estimate.h"],
    "package": ["base"],
    "tidy": ["base", "base/unicode/shown.h", "cli", "country/country.h", "layout", "layout/shape/shape.h", "package", "printed",
             "report/escape.h", "table", "table/load/cell.h", "table/read/sheet.h", "tidy/check/scale.h",
             "tidy/check/tidy_check.h"],
    "tidy/check": ["base/hash.h", "base/number.h", "base/text.h", "layout/shape/shape.h", "printed/said.h", "printed/times.h", "printed/words.h", "table", "tidy"],
    "tidy/open": ["base/array.h", "layout/layout.h", "table/load/cell.h", "table/load/load.h", "tidy/kept.h", "tidy/tidy.h",
                  "tidy/tidy_cell.h"],
    "page": ["base", "report/escape.h"],
    "look": ["base", "base/unicode/normal.h", "interval/period", "report", "stats", "table"],
    "look/page": ["look/words.h", "page", "report/escape.h"],
    "method": ["base", "cli/list.h", "stats/"],
    "scale": ["base", "cli", "table/load/packed/tiles.h"],
    "job": ["base", "base/unicode/shown.h", "cli", "figure/figure.h", "figure/page/label.h", "figure/term/term.h", "interval/printed.h",
            "language/function.h", "look/look.h", "method", "printed/times.h", "report", "scale", "stats",
            "table", "table/group"],
    "job/parted": ["base", "cli", "job", "job/load/load_steps.h", "scale"],
    "job/load": ["base", "cli/option.h", "cli/program.h", "country/country.h", "expr", "job", "printed/when/when.h",
                 "scale", "table", "table/group", "table/load/load.h", "table/load/packed/facts.h", "tidy", "tidy/open/open.h"],
    "job/figure": ["base", "figure/figure.h", "figure/page", "interval/period/period.h", "job", "job/pairwise", "stats",
                   "stats/estimate.h", "stats/fit/curve.h", "stats/slope/ols.h", "stats/trend/autocorrelation.h",
                   "stats/trend/spacing.h"],
    "job/pairwise": ["base", "interval/period/period_step.h", "interval/sum/decimal_sum.h", "job", "method/family.h",
                     "report/estimates.h", "report/packed.h", "stats/description/describe.h", "stats/leeway/leeway.h",
                     "stats/resample/interval.h", "stats/sample.h", "stats/variable/variable.h", "table",
                     "table/group/group.h"],
    "trend": ["base", "interval/period/period_step.h", "job", "job/pairwise/pairs.h", "method/family.h", "stats",
              "stats/trend/rest.h"],
    "rank": ["base", "interval", "job", "job/figure/figure_parts.h", "job/pairwise/pairs.h", "method/family.h",
             "printed/meant.h", "report/estimates.h", "report/grid.h", "stats", "stats/leeway/leeway.h", "stats/rank.h",
             "stats/ranking/rank_sets.h", "stats/sort.h", "stats/variable/order.h"],
    "claim/read": ["base", "language"],
    "claim/data": ["base", "claim/read", "interval", "interval/period/period_step.h", "printed/said.h", "printed/times.h", "table",
                   "table/load/load.h", "tidy/open/open.h"],
    "claim/evaluate": ["base", "claim/data", "claim/verdict.h", "language"],
    "claim/check": ["base", "claim/data/data.h", "claim/evaluate", "claim/verdict.h", "input/input.h"],
    "claim/report": ["base", "base/unicode/shown.h", "claim/verdict.h", "cli/program.h", "page", "report"],
    "claim": ["base", "claim/check", "claim/evaluate/keep.h", "language/source.h"],
    "claim/evaluate/cell": ["claim/evaluate"],
    "claim/evaluate/call": ["claim/data", "claim/evaluate", "language/functions.def", "stats/enclose",
                            "stats/sort.h"],
    "paper": ["base", "figure/command.h", "input/input.h", "interval"],
    "scan": ["base", "cli/list.h", "paper", "scan/find"],
    "scan/find": ["base", "paper", "scan/scan.h", "stats/tails.h"],
    "scan/find/change": ["scan/find"],
    "scan/find/date": ["scan/find"],
    "scan/find/long": ["scan/find"],
    "scan/find/share": ["scan/find"],
    "trace": ["base", "claim/report", "interval", "interval/period", "language/scan.h", "paper", "printed/said.h", "printed/words.h",
              "report/escape.h", "scan/", "table", "table/load/load.h", "tidy/open/open.h"],
    "scan/report": ["base", "claim/report/html.h", "report/escape.h", "scan/find/find.h", "scan/scan.h"],
    "composite": ["base", "composite/leeway/leeway.h", "indicator/frame", "job", "job/figure",
                  "job/figure/figure_parts.h", "job/load/progress.h", "stats/composite",
                  "stats/composite/sensitivity", "stats/correlation", "table/load/load.h"],
    "composite/leeway": ["composite/slice.h", "job/leeway.h", "stats/composite", "stats/random/draw.h"],
    "indicator": ["base/number.h", "indicator/figure/figures.h", "indicator/frame",
                  "indicator/group/kinds_of_groups.h", "indicator/row", "job/emit.h"],
    "indicator/figure": ["figure/figure.h", "indicator/frame", "indicator/frame/records.h", "indicator/group",
                         "indicator/group/links.h", "indicator/row", "job/emit.h", "job/figure",
                         "job/figure/figure_parts.h", "job/figure/template.h"],
    "indicator/frame": ["base", "interval", "interval/period/period_step.h", "job", "printed/meant.h", "report",
                        "stats/concentration/table.h", "stats/estimate.h", "stats/indicator"],
    "indicator/group": ["base/number.h", "indicator/frame", "job/ranks.h", "report/grid.h", "stats/concentration",
                        "stats/specialisation"],
    "indicator/row": ["indicator/frame", "job/emit.h", "package/package.h", "report/grid.h", "stats/indicator",
                      "stats/specialisation/grubel_lloyd.h"],
    "regress": ["base", "job", "job/figure", "method/family.h", "report", "stats", "stats/description/moments.h",
                "stats/leeway/leeway.h", "stats/regression"],
    "compare": ["base", "job", "job/figure/figure_number.h", "job/figure/figure_parts.h", "method", "report/estimates.h", "stats/leeway/leeway.h"],
    "notebook": ["base", "base/unicode/shown.h", "notebook/compare/same.h", "notebook/read/lines.h",
                 "notebook/read/notebook.h", "notebook/run/child.h"],
    "notebook/compare": ["base", "cli/list.h", "notebook/read", "notebook/run/run.h", "table/read/records.h"],
    "notebook/page": ["base/array.h", "notebook/compare/same.h", "notebook/read", "notebook/run/copy.h",
                      "notebook/tell.h", "page", "report/escape.h"],
    "notebook/read": ["base", "base/unicode/shown.h", "cli/memory.h"],
    "notebook/run": ["base", "cli/list.h", "notebook/compare/same.h", "notebook/read"],
}

# Headers of other libraries that only some files may see.
GUARDED = {
    "csv.h": ["lib/table/read/delimited"],
    "gmp.h": ["lib/interval/", "lib/cli/memory.c"],
    "unicase.h": ["lib/base/unicode/letters.c", "lib/base/unicode/normal.c"],
    "uninorm.h": ["lib/base/unicode/normal.c"],
    "glpk.h": ["lib/stats/composite/rank_programme.c"],
    "nettle/sha2.h": ["lib/claim/claim.c", "lib/figure/mark.c", "lib/scale/"],
    "iconv.h": ["lib/input/"],
    "zlib.h": ["lib/input/"],
    "bzlib.h": ["lib/input/"],
    "lzma.h": ["lib/input/"],
    "jansson.h": ["lib/table/load/schema.c", "lib/tidy/tidy_package.c", "lib/tidy/kept.c", "lib/package/",
                  "lib/indicator/row/row_package.c", "lib/cli/memory.c", "lib/notebook/start.c", "lib/notebook/page/claims.c"],
    "cmark-gfm.h": ["lib/notebook/"],
    "cmark-gfm-core-extensions.h": ["lib/notebook/"],
}

# Modules that are tested through another's test: file -> why.
TESTED_ELSEWHERE = {
    "lib/base/arena.c": "every unit test that keeps anything; `make asan` makes each piece its own",
    "lib/base/file.c": "tests/cli/claims-pipes, package-unreadable",
    "lib/base/nearest.c": "test_number.c and tests/numbers: bit for bit against strtod",
    "lib/base/utf8.c": "test_text.c",
    "lib/claim/": "test_claim_*.c: verdicts, messages and reports of whole files",
    "lib/paper/": "test_paper.c: numbers, sentences and tables of whole texts; tests/cli/claims-scan-pdf for PDF",
    "lib/scan/": "test_scan.c: findings of whole texts; tests/claims/test_scan.py, tests/cli/claims-scan-*",
    "lib/trace/": "test_trace.c: searches and drafts as a whole; tests/claims/test_draft.py, tests/cli/claims-trace*",
    "lib/compare/": "tests/cli/compare-*: every shape of input as the program shows it",
    "lib/regress/": "tests/cli/regress-*: every option and refusal as the program shows it",
    "lib/stats/change/": "test_change.c",
    "lib/stats/regression/checks.c": "test_regression.c",
    "lib/stats/regression/errors.c": "test_regression.c",
    "lib/stats/regression/robust.c": "test_regression.c",
    "lib/stats/regression/summary.c": "test_regression_nist.c",
    "lib/cli/become.c": "tests/cli: polstat-runs, parts-merge",
    "lib/cli/list.c": "test_option_list.c",
    "lib/cli/main.c": "tests/cli: every program",
    "lib/cli/man.c": "tests/install: mandoc on the page of each program",
    "lib/cli/option_value.c": "test_option.c",
    "lib/cli/shared.c": "tests/cli/help*: the options of every program",
    "lib/table/load/packed/facts.c": "tests/cli/test_parts.py: random tables with --aggregate; parts-aggregate",
    "lib/table/load/texts.c": "tests/cli/texts, times-spelling",
    "lib/expr/": "test_expr.c takes expressions as a whole, and each phase by its errors",
    "lib/figure/": "test_figure*.c compares whole scripts",
    "lib/input/ahead.c": "test_input.c: peeking",
    "lib/input/codec.c": "test_decompress.c",
    "lib/input/word.c": "test_suggest.c",
    "lib/input/codec_bzip2.c": "test_decompress.c",
    "lib/input/codec_gzip.c": "test_decompress.c",
    "lib/input/codec_xz.c": "test_decompress.c",
    "lib/input/codec_zip.c": "tests/cli/tidy-zip, tidy-zip-several, tidy-zip-damaged",
    "lib/input/codec_zstd.c": "test_decompress.c",
    "lib/interval/ends.c": "test_bounded_arithmetic.c",
    "lib/interval/sum/decimal_pack.c": "test_cells_merge.c",
    "lib/interval/sum/exact_product.c": "test_pair_sum.c",
    "lib/notebook/": "test_notebook_*.c by parts; tests/cli/notebook-*: whole notebooks",
    "lib/job/": "tests/cli: the spine is seen through the programs",
    "lib/look/": "tests/cli/look*: the look as a whole; its kernels have tests of their own",
    "lib/table/group/cell_pack.c": "test_cells_merge.c",
    "lib/table/group/cell_pick.c": "test_cells.c",
    "lib/table/group/cells_pack.c": "test_cells_merge.c",
    "lib/table/group/cell_value.c": "test_cells.c",
    "lib/scale/part_options.c": "tests/cli: help*, parts-usage, checkpoint-usage",
    "lib/stats/estimate.c": "the test of every kernel, and test_report_estimates.c",
    "lib/stats/indicator/corners.c": "test_indicator_bounds.c, against grids of completions",
    "lib/stats/kendall/kendall_table.c": "test_kendall_exact.c",
    "lib/stats/slope/line.c": "test_ols.c and test_theil_sen.c",
    "lib/stats/bounded/": "test_bounded_trend.c: all of it against orders, placements and bisection",
    "lib/stats/fit/powers.c": "test_polynomial.c",
    "lib/stats/fit/other_lines.c": "test_polynomial.c",
    "lib/stats/trend/corrected.c": "test_hamed_rao.c and test_prewhitening.c",
    "lib/stats/trend/derived.c": "test_hamed_rao.c and test_prewhitening.c",
    "lib/stats/trend/spacing.c": "test_hamed_rao.c",
    "lib/trend/": "tests/cli/trend-*: each option as the program shows it",
    "lib/stats/sample.c": "the refusals in the test of every kernel",
    "lib/stats/slope/select/": "test_slopes.c: selection against all slopes, and by counting",
    "lib/stats/trend/rest.c": "test_seasonal.c, test_mann_kendall.c: as r1 of the tests",
    "lib/stats/kendall/kendall_permutation.c": "test_permutation.c",
    "lib/stats/correlation/product_permutation.c": "test_permutation.c",
    "lib/stats/correlation/spearman_exact.c": "test_spearman.c",
    "lib/language/": "test_language.c: words, trees, places and messages of both readers",
    "lib/layout/": "test_value, test_when and test_marks for the cells; tests/cli/tidy-* and "
                   "tests/extracts for whole files of each layout",
    "lib/method/": "tests/cli/method-*: the lists, and each refusal",
    "lib/interval/period/calendar.c": "test_period.c and test_period_step.c",
    "lib/page/": "tests/cli/claims-html and look-html; in a browser: tests/claims",
    "lib/printed/plain.c": "test_value.c",
    "lib/printed/when/when_parts.c": "test_when.c",
    "lib/printed/words/": "test_value.c and the layouts",
    "lib/indicator/": "tests/cli/indicator-* and tests/reference: every kind as the program shows it",
    "lib/composite/": "tests/cli/composite-* and tests/reference: every result as the program shows it",
    "lib/package/": "tests/cli/tidy-* and tests/cli/indicator-package",
    "lib/rank/": "tests/cli/rank*: tables, figures and agreement as the program shows them",
    "lib/tidy/": "tests/cli/tidy-* and tests/extracts for whole files of each layout",
    "lib/report/": "test_report*.c, one a format",
}

# What must not stand in a tracked file, and where it may.
PLACES = [
    (re.compile(r"/(?:work|root|home/\w+|Users/\w+)/"), "a place of one machine", []),
    (re.compile(r"/tmp/"), "a fixed place for scratch", [r"tests/(unit|support)/.*\.c$", r"tests/lint/"]),
    (re.compile(r"(?<!\.\./)(?<![\w-])shared/"), "a neighbour of the repository",
     [r"tests/reference/", r"tests/extracts/", r"tests/generated/", r"tests/cases/", r"tests/lint/"]),
    (re.compile(r"\.\./shared"), "a neighbour of the repository", [r"tests/", r"Makefile$"]),
]

# The arrays of struct pst_column, by the member that holds them or its type.
COLUMN_ARRAYS = re.compile(r"(?:->|\.)\s*arrays\b|\bstruct\s+pst_column_cells\b")

PRINTS = re.compile(r"(?<![\w.>])(?:printf|puts|putchar|perror|vprintf|exit|_exit|abort)\s*\("
                    r"|\b(?:stdout|stderr)\b")
# tables/: programs that write a table of the library, run by hand or by the build.
MAY_PRINT = ("lib/cli/", "lib/job/", "lib/stats/tables/", "lib/country/tables/")
# stdout as a place to write to, which the caller named.
STREAM_HOLDERS = {"lib/base/output.c": "it hands out standard output as a file, and prints nothing",
                  "lib/figure/command.c": "its child that did not become the other program ends"}


def without_comments(text):
    """C source with comments and string contents blanked; the lines stay."""
    def blank(match):
        found = match.group(0)
        if found[0] in "\"'":
            return found[0] * 2
        return re.sub(r"[^\n]", " ", found)
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text,
                  flags=re.DOTALL)


class House:
    """The files of a tree: those that git tracks or would, else all but build/."""

    def __init__(self, root):
        self.root = root
        listed = subprocess.run(["git", "-C", root, "ls-files", "--cached", "--others",
                                 "--exclude-standard"], capture_output=True, text=True)
        if listed.returncode == 0 and (root / ".git").exists():
            names = listed.stdout.splitlines()
        else:
            names = [str(p.relative_to(root)) for p in root.rglob("*")
                     if p.relative_to(root).parts[0] not in ("build", ".git")]
        self.files = sorted({n for n in names if (root / n).is_file()})

    def sources(self, *tops):
        return [f for f in self.files if f.endswith((".c", ".h")) and f.startswith(tops)]

    def text(self, name):
        return (self.root / name).read_text(encoding="utf-8", errors="replace")


def includes(house, name):
    for number, line in enumerate(house.text(name).splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if found:
            yield number, found.group(1) == '"', found.group(2)


def room_of(name):
    """The folder of a file of lib, or of a header as it is included."""
    return name.removeprefix("lib/").rpartition("/")[0]


def allowance(room, header):
    """What in the row of ROOM lets it include HEADER: the narrowest; None when nothing does."""
    trees = [n for n in LAYERS[room] if n.endswith("/") and header.startswith(n)]
    return next((n for n in [header, room_of(header)] if n in LAYERS[room]), trees[0] if trees else None)


def check_include(name, number, own, header):
    """What is wrong with one #include of a library file, or None."""
    room = room_of(name)
    if header in GUARDED and not any(name.startswith(p) for p in GUARDED[header]):
        return f"{name}:{number}: <{header}> is for {', '.join(GUARDED[header])} only"
    if own and "/" not in header:
        return f'{name}:{number}: "{header}" names no room; write "{room}/{header}"'
    if own and room_of(header) != room and allowance(room, header) is None:
        may = ", ".join(LAYERS[room]) or "none"
        return f'{name}:{number}: {room} includes "{header}"; it may use {may}'
    return None


def rooms_below(room):
    """The rooms that ROOM may use as a whole, and those that they may use."""
    seen, todo = set(), [room]
    while todo:
        for name in LAYERS.get(todo.pop(), []):
            found = [r for r in LAYERS if r == name or (name.endswith("/") and (r + "/").startswith(name))]
            todo += [r for r in found if r not in seen]
            seen.update(found)
    return seen


def lint_layers(tap, house):
    rooms = sorted({room_of(f) for f in house.sources("lib/")})
    for room in rooms:
        if not tap.ok(room in LAYERS, f"layers: {room} is in the table", ["add it to LAYERS"]):
            continue
        faults = [check_include(f, *i) for f in house.sources(f"lib/{room}/") if room_of(f) == room
                  for i in includes(house, f)]
        faults = [f for f in faults if f]
        tap.ok(not faults, f"layers: {room}", faults)
    faults = [f"{room} may use itself by way of others" for room in LAYERS if room in rooms_below(room)]
    tap.ok(not faults, "layers: no room stands above itself", faults)
    faults = [f'{f}:{n}: "{h}": a program includes only headers of lib'
              for f in house.sources("analysis/") for n, own, h in includes(house, f)
              if (own and h.split("/")[0] not in LAYERS) or h in GUARDED]
    tap.ok(not faults, "layers: programs", faults)


def lint_allowances(tap, house):
    """What the tables allow and no file does is taken out of them."""
    seen = {(f, own, h) for f in house.sources("lib/") for _, own, h in includes(house, f)}
    used = {(room_of(f), allowance(room_of(f), h)) for f, own, h in seen
            if own and room_of(f) in LAYERS and room_of(h) != room_of(f)}
    stale = [f"{room}: uses nothing of {name}" for room, row in LAYERS.items() for name in row
             if (room, name) not in used]
    stale += [f"{room}: there is no such room" for room in LAYERS
              if not any(room_of(f) == room for f in house.sources("lib/"))]
    stale += [f"{place}: includes no <{header}>" for header, places in GUARDED.items() for place in places
              if not any(h == header and f.startswith(place) for f, _, h in seen)]
    tap.ok(not stale, "layers: the allowances are of use", stale)


def lint_headers(tap, house):
    faults = []
    for name in house.sources("lib/", "tests/"):
        if not name.endswith(".h"):
            continue
        text = house.text(name)
        room = "PST_" + re.sub(r"\W", "_", name.removeprefix("lib/").upper())
        guard = re.search(r"^#ifndef (\w+)\n#define \1$", text, re.MULTILINE)
        if not text.startswith("/*"):
            faults.append(f"{name}:1: begin with a comment that says what it is for")
        elif not re.match(r"/\* " + re.escape(Path(name).name) + " -- ", text):
            faults.append(f"{name}:1: begin with `/* {Path(name).name} -- ` and what it is")
        if guard is None or not text.rstrip().endswith("#endif"):
            faults.append(f"{name}: no include guard")
        elif name.startswith("lib/") and guard.group(1) != room:
            faults.append(f"{name}: the guard is {guard.group(1)}, not {room}")
    tap.ok(not faults, "headers: guard and comment", faults)


def excused(name):
    return any(name == k or (k.endswith("/") and name.startswith(k)) for k in TESTED_ELSEWHERE)


def lint_tests(tap, house):
    """A public module stands in some unit test: test_MODULE.c, or a test that includes its header."""
    tests = {f: house.text(f) for f in house.sources("tests/unit/")}
    names = [Path(f).name for f in tests]
    faults = []
    for name in house.sources("lib/"):
        header = name[:-2] + ".h"
        if not name.endswith(".c") or header not in house.files or excused(name):
            continue
        include = f'#include "{header.removeprefix("lib/")}"'
        if f"test_{Path(name).stem}.c" not in names \
                and not any(include in text for text in tests.values()):
            faults.append(f"{name}: write tests/unit/{room_of(name)}/test_{Path(name).stem}.c")
    tap.ok(not faults, "tests: each module has a unit test", faults)
    stale = [f"{k}: excused, and not there" for k in TESTED_ELSEWHERE
             if not any(f.startswith(k) for f in house.files)]
    tap.ok(not stale, "tests: the excuses are of use", stale)
    rooms = {room_of(f) for f in house.sources("lib/")}
    faults = [f"{f}: a test stands in tests/unit/ROOM, a room of lib" for f in tests
              if f.removeprefix("tests/unit/").rpartition("/")[0] not in rooms]
    faults += [f"{f}: another test has this name" for f in tests if names.count(Path(f).name) > 1]
    tap.ok(not faults, "tests: unit tests stand in the rooms of lib", faults)


def lint_columns(tap, house):
    """How a column keeps its cells is the business of lib/table."""
    faults = [f"{name}:{number}: read a column through table/column.h or table/span.h: {line.strip()}"
              for name in house.sources("lib/", "analysis/", "tests/")
              if not name.startswith("lib/table/")
              for number, line in enumerate(without_comments(house.text(name)).splitlines(), 1)
              if COLUMN_ARRAYS.search(line)]
    tap.ok(not faults, "columns: their arrays are seen in lib/table only", faults)


def lint_silence(tap, house):
    faults = []
    for name in house.sources("lib/"):
        if name.startswith(MAY_PRINT) or name in STREAM_HOLDERS:
            continue
        for number, line in enumerate(without_comments(house.text(name)).splitlines(), 1):
            if PRINTS.search(line):
                faults.append(f"{name}:{number}: the library neither prints nor exits: "
                              f"{line.strip()}")
    tap.ok(not faults, "silence: the library neither prints nor exits", faults)


def lint_texts(tap, house):
    faults = []
    for name in house.files:
        data = (house.root / name).read_bytes()
        if b"\0" in data[:8192]:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            faults += [f"{name}:{number}: {what}: {line.strip()[:80]}" for pattern, what, where in PLACES
                       if pattern.search(line) and not any(re.match(w, name) for w in where)]
    tap.ok(not faults, "texts: no place of one machine", faults)


TAG = re.compile(r"\b(?:struct|enum|union)\s+(pst_\w+)\s*\{|\btypedef\b[^;{]*?\b(pst_\w+)\s*(?:\(|;)")
CONSTANT = re.compile(r"\s*(PST_\w+)\b")
LISTED = re.compile(r"\benum(?:\s+\w+)?\s*\{([^}]*)\}")
MACRO = re.compile(r"^\s*#\s*define\s+(PST_\w+)", re.MULTILINE)


def definitions(text):
    """The tags, types, constants and macros of the house that TEXT defines."""
    text = without_comments(text)
    for found in TAG.finditer(text):
        yield found.group(1) or found.group(2)
    for found in LISTED.finditer(text):
        parts = map(CONSTANT.match, found.group(1).split(","))
        yield from (part.group(1) for part in parts if part)
    yield from (name for name in MACRO.findall(text) if not name.endswith("_H"))


def lint_names(tap, house):
    places = {}
    for name in house.sources("lib/"):
        for defined in definitions(house.text(name)):
            places.setdefault(defined, []).append(name)
    faults = [f"{name} is defined in {' and in '.join(where)}: say whose it is"
              for name, where in sorted(places.items()) if len(where) > 1]
    tap.ok(not faults, "names: each tag and constant is defined once", faults)


# What only base may do, and what does it; LENDER gives libraries the functions by which they allocate.
LENDER = "lib/cli/memory.c"
OWN_WAYS = [
    (re.compile(r"\breallo(?:c|carray)\s*\("), "realloc: make room with base/array.h"),
    (re.compile(r"\+ 1\)? *(?:& *\(?[\w>.-]*(?:mask|slots|size|capacity)|% *[\w>.-]*slots)"),
     "the next slot of a table of its own: use base/hash.h"),
]


def lint_arrays(tap, house):
    faults = [f"{name}:{number}: {what}" for name in house.sources("lib/", "analysis/")
              if not name.startswith("lib/base/") and name != LENDER
              for number, line in enumerate(without_comments(house.text(name)).splitlines(), 1)
              for way, what in OWN_WAYS if way.search(line)]
    tap.ok(not faults, "arrays: one growing array, one hash table", faults)


def lint_format(tap, house):
    names = house.sources("")
    if shutil.which("clang-format") is None:
        tap.skip("format: clang-format is not installed")
        return
    faults = []
    for start in range(0, len(names), 40):
        done = subprocess.run(["clang-format", "--dry-run", "-Werror", "--style=file"]
                              + names[start:start + 40], cwd=house.root, capture_output=True, text=True)
        faults += [line for line in done.stderr.splitlines() if ": error:" in line]
    tap.ok(not faults, "format: clang-format changes nothing (make format)", faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    house, tap = House(parser.parse_args().root.resolve()), Tap()
    for lint in (lint_layers, lint_allowances, lint_headers, lint_tests, lint_columns, lint_silence, lint_texts,
                 lint_names, lint_arrays, lint_format):
        lint(tap, house)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
