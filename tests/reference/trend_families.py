"""trend_families.py -- where the values of trends stand that allow for autocorrelation, seasons and controls: for
each family a function (runner, case, quantity) -> (found, value), as those of adapter.py, which asks here
first.  The values come from build/tests/reference/driver_trend, or from polstat-trend."""
import json
import re
import subprocess
import sys

# How the options of the driver are written for the program.
OPTIONS = {"lags": "--lag", "hac": "--hac", "small-sample": "--small-sample", "continuity": "--continuity"}


def rows_of_driver(runner, kernel, options, numbers):
    """{(term, field): text} of one kernel."""
    command = [str(runner.driver.parent / "driver_trend"), kernel]
    command += [f"{k}={v}" for k, v in sorted(options.items())]
    text = "".join(" ".join(map(str, row)) + "\n" for row in numbers)
    key = (tuple(command), text)
    if key not in runner.cache:
        run = subprocess.run(command, input=text, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"{' '.join(command)}: {run.stderr.strip()}")
        lines = [line.split("\t") for line in run.stdout.splitlines()]
        runner.cache[key] = {(r[1], r[2]): r[3] for r in lines}
    return runner.cache[key]


def rows_of_program(runner, kernel, options, arguments):
    """{(term, field): value} as polstat-trend shows it; empty where it is not asked, or refuses."""
    if not runner.use_programs or arguments is None:
        return {}
    command = [str(runner.bin / "polstat-trend"), *arguments, "--method", kernel, "--terms", "all",
               "--format", "json", "-q"]
    for name, value in sorted(options.items()):
        if name in OPTIONS:
            command += [OPTIONS[name]] if name == "small-sample" else [OPTIONS[name], str(value)]
    key = tuple(command)
    if key not in runner.cache:
        run = subprocess.run(command, capture_output=True, text=True)
        rows = json.loads(run.stdout) if run.stdout.strip() else []
        runner.cache[key] = {(row["term"], field): value for row in rows for field, value in row.items()}
    return runner.cache[key]


def ask(runner, numbers, arguments, kernel, term, field="estimate", **options):
    """(found, value): null where the kernel says that there is none; of the program, where it shows it."""
    options = {k.replace("_", "-"): v for k, v in options.items()}
    shown = rows_of_program(runner, kernel, options, arguments).get((term, field))
    if isinstance(shown, (int, float)):
        runner.taken["programs"] += 1
        return True, float(shown)
    rows = rows_of_driver(runner, kernel, options, numbers)
    undefined = any(f == "undefined" for _, f in rows)
    if not (undefined or (term, field) in rows):
        return False, None
    runner.taken["driver"] += 1
    value = rows.get((term, field), "null")
    return True, None if value == "null" else float(value)


# --- one series ----------------------------------------------------------------------------------

TESTS = {
    "hr_all": ("hamed-rao", {}), "hr_lag3": ("hamed-rao", {"lags": 3}), "yw_lag1": ("yue-wang", {}),
    "yw_lag1only": ("yue-wang", {}), "yw_ar1": ("yue-wang-ar1", {}), "pw": ("pre-whitening", {}),
    "tfpw": ("trend-free-pre-whitening", {}),
}
FIELDS = {"S": ("S",), "varS": ("var_S",), "tau_a": ("tau-a",), "z": ("z",), "p": ("tau-b", "p_value"),
          "nnstar": ("factor",), "slope_after": ("slope",)}
HAC = {"se_slope": ("slope", "std_error"), "se_intercept": ("intercept", "std_error"),
       "t_slope": ("slope", "statistic"), "p_slope_t": ("slope", "p_value")}


def series(runner, case, quantity):
    rows = case.complete(case.columns["t"], case.columns["y"])
    given = [str(case.path), "--time", case.columns["t"], "-y", case.columns["y"], "--duplicates", "keep"]
    name, _, what = quantity.partition(".")
    if name in TESTS and what in FIELDS:
        kernel, options = TESTS[name]
        return ask(runner, rows, given, kernel, *FIELDS[what], **options)
    if name == "acf" and what.isdigit():
        return ask(runner, rows, given, "autocorrelation", f"r{what}", lags=what)
    if quantity == "mkvar.r1_raw":
        return ask(runner, rows, given, "pre-whitening", "r1")
    if quantity == "mkvar.r1_detrended":
        return ask(runner, rows, given, "hamed-rao", "r1")
    # Residuals in the order of the file, where the program sorts by time.
    given = given if case.in_time_order() else None
    if quantity == "ols.resid_acf1":
        return ask(runner, rows, given, "newey-west", "r1")
    if quantity == "hac.auto_lag_nw94":
        return ask(runner, rows, given, "newey-west", "lag")
    match = re.fullmatch(r"hac\.L(\d+)(_adj)?\.(\w+)", quantity)
    if match and match[3] in HAC:
        options = {"small_sample": "yes"} if match[2] else {}
        return ask(runner, rows, given, "newey-west", *HAC[match[3]], hac=match[1], **options)
    return False, None


# --- seasons -------------------------------------------------------------------------------------

SEASONAL = {"S": ("S",), "varS": ("var_S",), "tau_a": ("tau-a",), "z": ("z",), "p": ("tau-a", "p_value"),
            "n": ("tau-a", "n"), "het_chisq": ("heterogeneity",), "het_df": ("heterogeneity", "df"),
            "het_p": ("heterogeneity", "p_value")}
SLOPE = {"smk.slope_per_year": ("slope",), "smk.n_slopes": ("pairs",),
         "smk.slope_ci95_gilbert_lo": ("slope", "conf_low"),
         "smk.slope_ci95_gilbert_hi": ("slope", "conf_high")}


def seasonal(runner, case, quantity):
    c = case.columns
    rows = [(t, y, s) for t, s, y in case.complete(c["year"], c["season"], c["y"])]
    given = [str(case.path), "--time", c["year"], "--season", c["season"], "-y", c["y"]]
    options = {"columns": "part"}
    if quantity in SLOPE:
        return ask(runner, rows, given, "seasonal-theil-sen", *SLOPE[quantity], **options)
    match = re.fullmatch(r"season(\d+)\.(S|varS|n|slope)", quantity)
    if match:
        term, field = {"S": ("S", "estimate"), "varS": ("var_S", "estimate"), "n": ("S", "n"),
                       "slope": ("slope", "estimate")}[match[2]]
        kernel = "seasonal-theil-sen" if term == "slope" else "seasonal-mann-kendall"
        return ask(runner, rows, given, kernel, f"{term}[{match[1]}]", field, **options)
    match = re.fullmatch(r"(smk|csmk)\.(\w+?)(_nocc)?", quantity)
    if match and match[2] in SEASONAL:
        kernel = "seasonal-mann-kendall" if match[1] == "smk" else "correlated-seasonal-mann-kendall"
        if match[3]:
            options["continuity"] = "no"
        return ask(runner, rows, given, kernel, *SEASONAL[match[2]], **options)
    return False, None


# --- controls ------------------------------------------------------------------------------------

PARTIAL = {"z": ("z",), "p": ("tau-a", "p_value"), "S": ("S",), "varS": ("var_S",), "tau_a": ("tau-a",),
           "cor": ("correlation[1]",)}


def partial(runner, case, quantity):
    match = re.fullmatch(r"pmk(?:_trend)?\.(\w+)", quantity)
    if not match or match[1] not in PARTIAL:
        return False, None
    pairs = case.complete(case.columns["y"], case.columns["covariate"])
    rows = [(i, *pair) for i, pair in enumerate(pairs)]
    return ask(runner, rows, None, "partial-mann-kendall", *PARTIAL[match[1]], columns="control")


FAMILIES = {"trend": series, "seasonal_trend": seasonal, "partial_mann_kendall": partial}
