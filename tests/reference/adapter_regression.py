"""adapter_regression.py -- regression, change points and partial correlations for adapter.py, by the programs."""
import json
import math
import re
import subprocess


def records(runner, program, *arguments):
    """The records of a program, as JSON; each call is made once."""
    command = [str(runner.bin / f"polstat-{program}"), *map(str, arguments), "--terms", "all",
               "--format", "json", "-q"]
    key = tuple(command)
    if key not in runner.cache:
        run = subprocess.run(command, capture_output=True, text=True)
        runner.cache[key] = json.loads(run.stdout) if run.stdout.strip() else []
    runner.taken["programs"] += 1
    return runner.cache[key]


def find(rows, term, against=None, field="estimate"):
    """(found, value): the field of the row with this term."""
    for row in rows:
        if row.get("term") == term and row.get("against") == against:
            return True, row.get(field)
    return False, None


MODEL = {"r2": ("r2", "estimate"), "adj_r2": ("adj_r2", "estimate"), "rse": ("sigma", "estimate"),
         "F": ("F", "estimate"), "F_p": ("F", "p_value"), "n": ("r2", "n"),
         "aic_R": ("aic", "estimate"), "bic_R": ("bic", "estimate"),
         "dw.stat": ("durbin-watson", "estimate")}
FIELDS = {"coef": "estimate", "se": "std_error", "t": "statistic", "p": "p_value"}


def multiple_regression(runner, case, quantity):
    rows = records(runner, "regress", case.path, "-y", case.columns["y"], "-x",
                   ",".join(case.columns["x"]))
    if quantity in MODEL:
        return find(rows, MODEL[quantity][0], field=MODEL[quantity][1])
    name, _, column = quantity.partition(".")
    if name == "vif":
        return find(rows, "vif", column)
    if name in FIELDS and column == "(Intercept)":
        return find(rows, "intercept", field=FIELDS[name])
    return find(rows, "coefficient", column, FIELDS[name]) if name in FIELDS else (False, None)


# The rows of NIST's table of analysis of variance, from what polstat prints.
def nist_model(rows, quantity):
    value = {term: find(rows, term)[1] for term in
             ("sigma", "r2", "F", "model_df", "residual_df", "model_ss", "rss")}
    table = {"residual_sd": value["sigma"], "r_squared": value["r2"], "F": value["F"],
             "reg_df": value["model_df"], "res_df": value["residual_df"],
             "reg_ss": value["model_ss"], "res_ss": value["rss"]}
    if quantity in table:
        return True, table[quantity]
    if quantity == "reg_ms":
        return True, value["model_ss"] / value["model_df"]
    if quantity == "res_ms":
        return True, value["rss"] / value["residual_df"]
    return False, None


def nist_linear(runner, case, quantity):
    model = case.params["model"]
    columns = [name for name in case.header if name != case.columns["y"]]
    options = ["--no-intercept"] if "no intercept" in model else []
    degree = re.search(r"degree (\d+)", model)
    if degree:
        options += ["--degree", degree[1]]
    rows = records(runner, "regress", case.path, "-y", case.columns["y"], "-x", ",".join(columns),
                   *options)
    match = re.fullmatch(r"(coef|se)_B(\d+)", quantity)
    if not match:
        return nist_model(rows, quantity)
    field, number = FIELDS[match[1]], int(match[2])
    if number == 0:
        return find(rows, "intercept", field=field)
    if degree:
        return find(rows, "coefficient", columns[0] + (f"^{number}" if number > 1 else ""), field)
    return find(rows, "coefficient", columns[number - 1], field)


# quantity -> method and term of trend
CHANGES = {"pettitt.K": ("pettitt", "K"), "pettitt.cp_first": ("pettitt", "index_first"),
           "pettitt.cp_last": ("pettitt", "index_last"), "pettitt.sign_U": ("pettitt", "direction"),
           "meanshift.ls_cp": ("snht", "index_first"), "meanshift.ls_rss": ("snht", "rss"),
           "meanshift.mean_before": ("snht", "mean_before"),
           "meanshift.mean_after": ("snht", "mean_after"),
           "cusum.max_abs": ("cusum", "max_abs"), "cusum.at": ("cusum", "index_first"),
           "buishand_range.stat": ("buishand-range", "range"),
           "buishand_range.cp": ("buishand-range", "index_first"),
           "buishand_U.stat": ("buishand-u", "U"), "buishand_U.cp": ("buishand-u", "index_first"),
           "snht.T0": ("snht", "T0"), "snht.cp": ("snht", "index_first")}


def change(runner, case, quantity):
    """A p of Pettitt's beyond 1 is what the formula gives; polstat says 1."""
    c = case.columns
    p = re.fullmatch(r"pettitt\.p_approx(_unclipped)?", quantity)
    if quantity not in CHANGES and not p:
        return False, None
    method, term = CHANGES.get(quantity, ("pettitt", "change"))
    rows = records(runner, "trend", case.path, "--time", c["t"], "-y", c["y"], "--duplicates", "keep",
                   "--method", method)
    if p and p[1] and find(rows, "K")[1] is not None:
        k, n = find(rows, "K")[1], find(rows, "K", field="n")[1]
        return True, 2 * math.exp(-6 * k * k / (n ** 3 + n ** 2))
    return find(rows, term, field="p_value" if p else "estimate")


FAMILIES = {"trend": change, "multiple_regression": multiple_regression, "nist_linear": nist_linear}
