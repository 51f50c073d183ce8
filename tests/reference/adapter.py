#!/usr/bin/env python3
"""adapter.py [--programs] [--reference DIR] [--build DIR] [-o RESULTS.jsonl]

Runs every case of a folder of reference values through polstat and writes what polstat says, one
{"id","quantity","value"} a line; a value that does not exist is null.  The folder is --reference,
else $POLSTAT_REFERENCE, else ../shared/reference beside the repository; it holds expected/*.json
and the inputs they name.  Nothing here depends on which cases those are: a value is found by the
case's family, columns and params.

By default all values come from build/tests/reference/driver, which runs one kernel of lib/stats.
With --programs a value that a program of build/bin shows is taken from the program, and only the
rest from the driver; the count of each is printed on stderr.
"""
import argparse
import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import adapter_indicator
import adapter_programs
import adapter_ranking
import adapter_regression
import compare_families
import trend_families

REPO = Path(__file__).resolve().parents[2]


class Source:
    """Where a value stands: the row METHOD, TERM of what KERNEL fills, and the FIELD of that row."""

    def __init__(self, kernel, term, field="estimate", program=None, **options):
        self.kernel, self.term, self.field = kernel, term, field
        self.program = program
        self.options = options


def trend(kernel, term, field="estimate", **options):
    return Source(kernel, term, field, "trend", **options)


def correlate(kernel, term, field="estimate", **options):
    return Source(kernel, term, field, "correlate", **options)


def ols(term, field="estimate"):
    return trend("ols", term, field)


def mk(term, field="estimate", **options):
    return trend("mann-kendall", term, field, **({"p": "asymptotic"} | options))


def kendall(term, field="estimate", **options):
    return correlate("kendall", term, field, **({"p": "asymptotic"} | options))


def counts(term):
    """The pair counts alone: they exist where tau-b does not."""
    return Source("kendall-counts", term)


# Sen's slope on the number of the row in place of time; the reference asks for it in regular series.
INDEX = {
    "sens_index.slope": Source("theil-sen", "slope"),
    "sens_index.ci95_round_lo": Source("theil-sen", "slope-sen", "conf_low"),
    "sens_index.ci95_round_hi": Source("theil-sen", "slope-sen", "conf_high"),
}

# quantity -> where it is found; of a list, the first source that has a value.
TREND = {
    "n": [trend("theil-sen", "slope", "n"), Source("describe", "mean", "n")],
    "ols.slope": ols("slope"),
    "ols.se_slope": ols("slope", "std_error"),
    "ols.slope_ci95_lo": ols("slope", "conf_low"),
    "ols.slope_ci95_hi": ols("slope", "conf_high"),
    "ols.t_slope": ols("slope", "statistic"),
    "ols.p_slope": ols("slope", "p_value"),
    "ols.intercept": ols("intercept"),
    "ols.se_intercept": ols("intercept", "std_error"),
    "ols.intercept_ci95_lo": ols("intercept", "conf_low"),
    "ols.intercept_ci95_hi": ols("intercept", "conf_high"),
    "ols.t_intercept": ols("intercept", "statistic"),
    "ols.p_intercept": ols("intercept", "p_value"),
    "ols.r2": ols("r2"),
    "ols.adj_r2": ols("adj_r2"),
    "ols.rse": ols("sigma"),
    "ols.rss": ols("rss"),
    "ols.F": ols("F"),
    "dw.stat": ols("durbin-watson"),
    "theilsen.slope": trend("theil-sen", "slope"),
    "theilsen.intercept_conover": trend("theil-sen", "intercept"),
    "theilsen.n_slopes": trend("theil-sen", "pairs"),
    "theilsen.intercept_median_resid": trend("theil-sen", "intercept-residual"),
    "theilsen.C_alpha": trend("theil-sen", "C"),
    "theilsen.ci95_gilbert_lo": trend("theil-sen", "slope", "conf_low"),
    "theilsen.ci95_gilbert_hi": trend("theil-sen", "slope", "conf_high"),
    "theilsen.ci95_round_lo": trend("theil-sen", "slope-sen", "conf_low"),
    "theilsen.ci95_round_hi": trend("theil-sen", "slope-sen", "conf_high"),
    "siegel.slope": trend("siegel", "slope"),
    "siegel.intercept_hierarchical": trend("siegel", "intercept"),
    "siegel.intercept_separate": trend("siegel", "intercept-separate"),
    "mk.S": [mk("S"), counts("S")],
    "mk.varS": [mk("var_S"), counts("var_S")],
    "mk.tau_a": [mk("tau-a"), counts("tau-a")],
    "mk.tau_b": mk("tau-b"),
    "mk.z": [mk("z"), counts("z")],
    "mk.p": mk("tau-b", "p_value"),
    "mk.z_nocc": mk("z", continuity="no"),
    "mk.p_nocc": mk("tau-b", "p_value", continuity="no"),
    "mk.p_exact": mk("tau-b", "p_value", p="exact"),
}

CORRELATION = {
    "n": [kendall("tau-b", "n"), Source("describe", "mean", "n")],
    "pearson.r": correlate("pearson", "r"),
    "pearson.t": correlate("pearson", "r", "statistic"),
    "pearson.df": correlate("pearson", "r", "df"),
    "pearson.p": correlate("pearson", "r", "p_value"),
    "pearson.ci95_lo": correlate("pearson", "r", "conf_low"),
    "pearson.ci95_hi": correlate("pearson", "r", "conf_high"),
    "spearman.rho": correlate("spearman", "rho"),
    "spearman.t": correlate("spearman", "rho", "statistic", p="asymptotic"),
    "spearman.p_t": correlate("spearman", "rho", "p_value", p="asymptotic"),
    "spearman.p_exact": correlate("spearman", "rho", "p_value", p="exact"),
    "spearman.p_perm_abs": correlate("spearman", "rho", "p_value", p="exact"),
    "spearman.ci95_bonett_wright_lo": correlate("spearman", "rho", "conf_low"),
    "spearman.ci95_bonett_wright_hi": correlate("spearman", "rho", "conf_high"),
    "kendall.tau_b": kendall("tau-b"),
    "kendall.ci95_fieller_lo": kendall("tau-b", "conf_low"),
    "kendall.ci95_fieller_hi": kendall("tau-b", "conf_high"),
    "kendall.S": [kendall("S"), counts("S")],
    "kendall.varS": [kendall("var_S"), counts("var_S")],
    "kendall.concordant": [kendall("concordant"), counts("concordant")],
    "kendall.discordant": [kendall("discordant"), counts("discordant")],
    "kendall.tied_x_pairs": [kendall("tied_x"), counts("tied_x")],
    "kendall.tied_y_pairs": [kendall("tied_y"), counts("tied_y")],
    "kendall.tied_both_pairs": [kendall("tied_both"), counts("tied_both")],
    "kendall.tau_a": [kendall("tau-a"), counts("tau-a")],
    "kendall.tau_c": kendall("tau-c"),
    "kendall.gamma": kendall("gamma"),
    "kendall.somers_d_yx": kendall("somers-yx"),
    "kendall.somers_d_xy": kendall("somers-xy"),
    "kendall.z_nocc": kendall("tau-b", "statistic"),
    "kendall.p_nocc": kendall("tau-b", "p_value"),
    "kendall.z_cc": kendall("tau-b", "statistic", continuity="yes"),
    "kendall.p_cc": kendall("tau-b", "p_value", continuity="yes"),
    "kendall.p_exact": kendall("tau-b", "p_value", p="exact"),
    "kendall.p_perm_abs": kendall("tau-b", "p_value", p="exact"),
}


def describe(term, field="estimate", **options):
    return Source("describe", term, field, "describe", **options)


DESCRIPTIVE = {
    "n": describe("mean", "n"),
    "n_unique": describe("distinct"),
    "mean_ci95_lo": describe("mean", "conf_low"),
    "mean_ci95_hi": describe("mean", "conf_high"),
    "mad_1.4826": describe("mad"),
    "mean_abs_dev_mean": describe("mean_abs_dev"),
    "total": describe("sum"),
    "acf1": describe("lag1"),
} | {
    term: describe(term)
    for term in ("sum mean sd var var_pop sd_pop cv_pop sem cv min max range median mad_raw"
                 " mean_abs_dev_median geometric_mean harmonic_mean").split()
}


def describe_source(quantity):
    """Quantities that carry a number: quantiles, interquartile ranges, trims, moment types."""
    if quantity in DESCRIPTIVE:
        return DESCRIPTIVE[quantity]
    match = re.fullmatch(r"q([1-9])\.(.+)", quantity)
    if match:
        p = fraction(match[2])
        return describe("q" + shortest(p), probs=shortest(p), type=match[1])
    match = re.fullmatch(r"iqr_type([1-9])", quantity)
    if match:
        return describe("iqr", type=match[1])
    match = re.fullmatch(r"trimmed_mean_(.+)", quantity)
    if match:
        trim = shortest(float(match[1]))
        return describe(f"trimmed_mean({trim})", trims=trim)
    match = re.fullmatch(r"(skew|kurt)_type([1-3])", quantity)
    if match:
        return describe({"skew": "skewness", "kurt": "kurtosis"}[match[1]], moments=match[2])
    return None


AGREEMENT = {
    "footrule": Source("footrule", "footrule"),
    "footrule_max": Source("footrule", "footrule_max"),
    "footrule_normalized": Source("footrule", "footrule_normalized"),
    "footrule_similarity": Source("footrule", "footrule_similarity"),
    "kendall_distance": Source("kendall-distance", "kendall_distance"),
    "kendall_distance_normalized": Source("kendall-distance", "kendall_distance_normalized"),
    "mean_abs_rank_change": Source("rank-shift", "mean_abs_rank_change"),
    "max_abs_rank_change": Source("rank-shift", "max_abs_rank_change"),
}

CAGR = {"cagr": Source("cagr", "cagr"), "log_growth": Source("cagr", "log_growth")}

# How the options of the driver are written for the programs.
PROGRAM_OPTIONS = {
    "continuity": "--continuity",
    "p": "--p-value",
    "type": "--quantile-type",
    "moments": "--moment-type",
    "probs": "--quantiles",
    "trims": "--trim",
}


def fraction(text):
    """0.25, or 1/3."""
    top, _, bottom = text.partition("/")
    return float(top) / float(bottom) if bottom else float(text)


def shortest(value):
    return repr(value).removesuffix(".0")


class Runner:
    """Runs kernels and programs, each call once, and finds values in what they print."""

    def __init__(self, build, use_programs):
        self.driver = build / "tests/reference/driver"
        self.bin = build / "bin"
        self.use_programs = use_programs
        self.cache = {}
        self.taken = {"programs": 0, "driver": 0}

    def rows_of_driver(self, kernel, options, numbers):
        """{(term, field): text}; None when the kernel refuses."""
        command = [str(self.driver), kernel] + [f"{k}={v}" for k, v in sorted(options.items())]
        text = "".join(" ".join(row) + "\n" for row in numbers)
        key = (tuple(command), text)
        if key not in self.cache:
            run = subprocess.run(command, input=text, capture_output=True, text=True)
            if run.returncode != 0 and "not available" not in run.stderr:
                sys.exit(f"{' '.join(command)}: {run.stderr.strip()}")
            lines = [line.split("\t") for line in run.stdout.splitlines()]
            self.cache[key] = None if run.returncode else {(r[1], r[2]): r[3] for r in lines}
        return self.cache[key]

    def rows_of_program(self, program, arguments):
        """{(term, field): value} of one program and method; empty when it refuses."""
        command = [str(self.bin / f"polstat-{program}")] + arguments
        key = tuple(command)
        if key not in self.cache:
            self.cache[key] = {}
            if Path(command[0]).exists():
                run = subprocess.run(command, capture_output=True, text=True)
                for row in json.loads(run.stdout) if run.stdout.strip() else []:
                    for field, value in row.items():
                        self.cache[key][row.get("term"), field] = value
        return self.cache[key]

    def value(self, source, case, numbers):
        """(found, value) of one source."""
        if self.use_programs and source.program and case.arguments(source):
            rows = self.rows_of_program(source.program, case.arguments(source))
            if (source.term, source.field) in rows:
                self.taken["programs"] += 1
                return True, convert(source, rows)
        rows = self.rows_of_driver(source.kernel, source.options, numbers)
        undefined = rows is not None and any(field == "undefined" for _, field in rows)
        if rows is None or not (undefined or (source.term, source.field) in rows):
            return False, None
        self.taken["driver"] += 1
        return True, convert(source, rows)


def convert(source, rows):
    """A field as a number, null, or "Inf"/"-Inf".

    The reference writes the p of a perfect fit with a slope as its limit, 0, where polstat leaves
    it empty and says so, and an infinite t where polstat's note says that it has no finite value; only
    these conventions are translated here."""
    value = rows.get((source.term, source.field))
    note = rows.get((source.term, "note")) or ""
    if value in (None, "null") and source.field == "statistic" and "t has no finite value" in note:
        return "Inf" if float(rows[source.term, "estimate"]) > 0 else "-Inf"
    if value in (None, "null"):
        perfect = source.kernel == "ols" and source.field == "p_value" and "perfect fit" in note
        return 0.0 if perfect and float(rows[source.term, "estimate"]) != 0 else None
    if value in ("inf", "-inf"):
        return {"inf": "Inf", "-inf": "-Inf"}[value]
    return float(value)


class Case:
    """One expected/*.json: its columns as text, and the questions it asks."""

    def __init__(self, path, root):
        record = json.loads(path.read_text())
        self.id, self.family = record["id"], record["family"]
        self.columns, self.params = record["columns"], record.get("params") or {}
        self.quantities = [check["quantity"] for check in record["checks"]]
        self.path = root / record["input_csv"]
        with open(self.path, newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        self.header, self.rows = rows[0], rows[1:]

    def column(self, name):
        at = self.header.index(name)
        return [row[at] if at < len(row) else "" for row in self.rows]

    def complete(self, *names):
        """Rows with no missing cell among these columns, in the order of the file."""
        return [row for row in zip(*(self.column(n) for n in names)) if all(c != "" for c in row)]

    def arguments(self, source):
        """How a program is asked for SOURCE, or None when it cannot be."""
        c = self.columns
        options = [t for k, v in sorted(source.options.items()) for t in (PROGRAM_OPTIONS[k], str(v))]
        tail = ["--terms", "all", "--format", "json", "-q"] + options
        if source.program == "trend" and "t" in c:
            if source.term == "durbin-watson" and not self.in_time_order():
                return None  # the reference takes residuals in the order of the file
            return [str(self.path), "--time", c["t"], "-y", c["y"], "--duplicates", "keep",
                    "--method", source.kernel] + tail
        if source.program == "correlate" and "x" in c:
            return [str(self.path), "-x", c["x"], "-y", c["y"], "--method", source.kernel] + tail
        if source.program == "describe":
            name = c.get("v") or c.get("y")
            return [str(self.path), "-y", name] + tail if isinstance(name, str) else None
        return None

    def in_time_order(self):
        times = [float(t) for t, _ in self.complete(self.columns["t"], self.columns["y"])]
        return all(a <= b for a, b in zip(times, times[1:]))


def first_value(runner, case, sources, numbers):
    """The first source with a value; (False, None) when none can say."""
    found = False
    for source in sources if isinstance(sources, list) else [sources]:
        known, value = runner.value(source, case, numbers)
        if value is not None:
            return True, value
        found = found or known
    return found, None


def from_table(table, *columns):
    """A family whose quantities stand in TABLE, for the complete rows of COLUMNS."""
    def answer(runner, case, quantity):
        sources = table(quantity) if callable(table) else table.get(quantity)
        names = [case.columns[c] for c in columns]
        numbers = case.complete(*names)
        if sources is None:
            return False, None
        if quantity == "n" and not numbers:
            return True, 0
        return first_value(runner, case, sources, numbers)
    return answer


def correlation(runner, case, quantity):
    if quantity == "n_dropped":
        return True, len(case.rows) - correlation(runner, case, "n")[1]
    return from_table(CORRELATION, "x", "y")(runner, case, quantity)


def descriptive(runner, case, quantity):
    if quantity == "n_missing":
        return True, len(case.rows) - descriptive(runner, case, "n")[1]
    return from_table(describe_source, "v")(runner, case, quantity)


def trends(runner, case, quantity):
    if quantity in INDEX:
        rows = case.complete(case.columns["t"], case.columns["y"])
        numbers = [(str(i + 1), y) for i, (_, y) in enumerate(rows)]
        return first_value(runner, case, INDEX[quantity], numbers)
    return from_table(TREND, "t", "y")(runner, case, quantity)


def rank_comparison(runner, case, quantity):
    def rank(which, term):
        numbers = [(cell,) for cell in case.column(case.columns[f"v{which}"])]
        return runner.value(Source("rank", term), case, numbers)[1]

    match = re.fullmatch(r"rank([12])\.(.+)", quantity)
    if match:
        return True, rank(match[1], match[2])
    # csranks counts 1 as the largest; omega says where among the ranks that ties share.
    match = re.fullmatch(r"csranks_irank\.v([12])\.omega(0|0\.5|1)\.(\d+)", quantity)
    if match:
        ties = {"0": "min", "0.5": "average", "1": "max"}[match[2]]
        return True, rank(match[1], f"desc.{ties}.{match[3]}")
    match = re.fullmatch(r"rank_change\.avg\.(\d+)", quantity)
    if match:
        term = f"desc.average.{match[1]}"
        return True, rank("1", term) - rank("2", term)
    return from_table(AGREEMENT, "v1", "v2")(runner, case, quantity)


def p_adjust(runner, case, quantity):
    if not re.fullmatch(r"(bonferroni|holm|hochberg|bh|by)\.\d+", quantity):
        return False, None
    numbers = [(cell or "nan",) for cell in case.column(case.columns["p"])]
    return runner.value(Source("adjust", quantity), case, numbers)


def cagr(runner, case, quantity):
    p = case.params
    numbers = [("0", repr(p["v0"])), (repr(p["periods"]), repr(p["v1"]))]
    return first_value(runner, case, CAGR[quantity], numbers) if quantity in CAGR else (False, None)


def groups(runner, case, quantity):
    """n and mean of each group; sample 1 is the first label in alphabetical order."""
    match = re.fullmatch(r"(n|mean)\.?(.+)", quantity)
    rows = case.complete(case.columns["group"], case.columns["y"])
    labels = sorted({label for label, _ in rows})
    if not match:
        return False, None
    numbered = case.family == "two_sample" and match[2].isdigit() and int(match[2]) <= len(labels)
    label = labels[int(match[2]) - 1] if numbered else match[2]
    if label not in labels:
        return False, None
    numbers = [(y,) for group, y in rows if group == label]
    return runner.value(Source("describe", "mean", "n" if match[1] == "n" else "estimate"), case,
                        numbers)


def complete_n(runner, case, quantity):
    """Families of later steps, whose numbers of observations are asked for already."""
    c = case.columns
    if case.family == "contingency" and quantity == "n":
        cells = [(cell,) for row in case.rows for cell in row[1:] if cell != ""]
        return runner.value(Source("describe", "sum"), case, cells)
    if case.family == "paired" and quantity == "n_zero_diff":
        return True, sum(float(a) == float(b) for a, b in case.complete(c["a"], c["b"]))
    if case.family == "kendall_w" and quantity == "m":
        return True, len(c["raters"])
    if quantity != "n":
        return False, None
    names = [n for v in c.values() for n in (v if isinstance(v, list) else [v])]
    if not all(n in case.header for n in names):
        return False, None
    return runner.value(Source("describe", "mean", "n"), case,
                        [row[:1] for row in case.complete(*names)])


def first_of(*families):
    """The first of the functions of a family that knows a quantity."""
    def answer(runner, case, quantity):
        for family in families:
            found, value = family(runner, case, quantity)
            if found:
                return True, value
        return False, None
    return answer


FAMILIES = {
    "trend": trends,
    "correlation": correlation,
    "descriptive": descriptive,
    "concentration": from_table({k: DESCRIPTIVE[k] for k in ("n", "total", "cv_pop")}, "v"),
    "nist_univariate": from_table(describe_source, "y"),
    "rank_comparison": rank_comparison,
    "p_adjust": p_adjust,
    "cagr": cagr,
    "two_sample": groups,
    "k_sample": groups,
    "contingency": complete_n,
    "paired": complete_n,
    "kendall_w": complete_n,
    "partial_correlation": complete_n,
}
for module in (compare_families, adapter_indicator, adapter_ranking, adapter_regression, trend_families):
    for name, family in module.FAMILIES.items():
        FAMILIES[name] = first_of(family, FAMILIES[name]) if name in FAMILIES else family


def main():
    default = os.environ.get("POLSTAT_REFERENCE", REPO.parent / "shared/reference")
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[1])
    parser.add_argument("--programs", action="store_true", help="ask the programs first")
    parser.add_argument("--reference", type=Path, default=Path(default))
    parser.add_argument("--build", type=Path, default=REPO / "build")
    parser.add_argument("-o", "--output", type=Path, default=Path("RESULTS.jsonl"))
    options = parser.parse_args()
    runner = Runner(options.build, options.programs)
    families = dict(FAMILIES)
    for name, family in adapter_programs.FAMILIES.items() if options.programs else ():
        families[name] = first_of(family, FAMILIES[name])
    paths = sorted((options.reference / "expected").glob("[!_]*.json"))
    if not paths:
        sys.exit(f"{options.reference}: no expected/*.json")
    with open(options.output, "w") as out:
        for path in paths:
            case = Case(path, options.reference)
            for quantity in case.quantities if case.family in families else []:
                found, value = families[case.family](runner, case, quantity)
                if found:
                    row = {"id": case.id, "quantity": quantity, "value": value}
                    out.write(json.dumps(row) + "\n")
    print(", ".join(f"{n} values from the {k}" for k, n in runner.taken.items()), file=sys.stderr)


if __name__ == "__main__":
    main()
