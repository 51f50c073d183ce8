"""adapter_indicator.py -- the families of indicators, composites and specialisation, for adapter.py.

A family asks build/tests/reference/driver_indicator (tests/reference/indicator) one or more requests and
finds each quantity in the answers.  Numbers of periods, codes of entities and the order of rows are made
here: they are the programs' business, not the kernels'.
"""
import json
import re
import subprocess
import sys
from datetime import date


def ask(runner, kernel, **request):
    """The answer of a kernel; each question is asked once."""
    text = json.dumps({"kernel": kernel} | request)
    if text not in runner.cache:
        driver = runner.driver.parent / "driver_indicator"
        run = subprocess.run([str(driver)], input=text, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"driver_indicator {kernel}: {run.stderr.strip()}")
        runner.cache[text] = json.loads(run.stdout)
    runner.taken["driver"] += 1
    return runner.cache[text]


def number(text):
    return None if text == "" else float(text)


def codes(values):
    seen = {}
    return [seen.setdefault(v, len(seen)) for v in values]


# --- periods -------------------------------------------------------------------------------------

def period(text):
    """The number of a period among those of its kind."""
    if match := re.fullmatch(r"(\d+)-Q([1-4])", text):
        return int(match[1]) * 4 + int(match[2]) - 1
    if re.fullmatch(r"\d+-\d\d-\d\d", text):
        return date.fromisoformat(text).toordinal()
    if match := re.fullmatch(r"(\d+)-(\d\d)", text):
        return int(match[1]) * 12 + int(match[2]) - 1
    return int(text)


NEVER = -2 ** 63


def year_before(text):
    """The number of the same period a calendar year earlier."""
    if "-" not in text:
        return period(text) - 1
    year, rest = text.split("-", 1)
    try:
        return period(f"{int(year) - 1:04}-{rest}")
    except ValueError:
        return NEVER


# --- rows ----------------------------------------------------------------------------------------

def panel(case):
    c = case.columns
    times = case.column(c["time"])
    groups = list(zip(*(case.column(g) for g in c.get("by", [])))) or [()] * len(times)
    return {"group": codes(groups), "entity": codes(case.column(c["entity"])),
            "time": [period(t) for t in times], "value": [number(v) for v in case.column(c["value"])]}


def row_request(case, name):
    """(kernel, request) of a quantity's name without its row, or None."""
    p = case.params
    tables = {
        "share": ("share", {}),
        "share_known": ("share", {"known": True}),
        "ppchange": ("share_change", {"k": p.get("k")}),
        "rank_share": ("share_rank", {}),
        "index": ("index", {"first": p.get("base"), "last": p.get("base")}),
        "index_range": ("index", dict(zip(("first", "last"), p.get("base_range", [])))),
        "index_range_known": ("index", dict(zip(("first", "last"), p.get("base_range", [])))
                              | {"known": True}),
        "contrib": ("contribution", {"k": p.get("k")}),
        "contrib_absent0": ("contribution", {"k": p.get("k"), "from_zero": True}),
        "cumsum": ("cumulative", {}),
        "cumsum_known": ("cumulative", {"known": True}),
        "yoy": ("growth", {"how": "growth"}),
    }
    if name in tables:
        return tables[name]
    if match := re.fullmatch(r"(growth|diff|loggrowth|anngrowth)(\d+)", name):
        how = {"growth": "growth", "diff": "difference", "loggrowth": "log", "anngrowth": "annual"}
        return "growth", {"how": how[match[1]], "k": int(match[2])}
    if match := re.fullmatch(r"ma_([ct])(\d+)(?:_known(\d+))?", name):
        return "window", {"width": int(match[2]), "trailing": match[1] == "t",
                          "at_least": int(match[3] or 0)}
    return None


def rows(runner, case, quantity):
    name, _, row = quantity.rpartition(".")
    if name == "total_growth_pct":
        answer = ask(runner, "total_growth", k=case.params["k"], **panel(case))
        return True, dict(zip(answer["time"], answer["value"]))[float(period(row))]
    request = row_request(case, name)
    if request is None:
        return False, None
    kernel, options = request
    if name == "yoy":
        options = options | {"to": [year_before(t) for t in case.column(case.columns["time"])]}
    return True, ask(runner, kernel, **panel(case), **options)["value"][int(row) - 1]


def ratios(runner, case, quantity):
    name, _, row = quantity.rpartition(".")
    c, p = case.columns, case.params
    entities = case.column(c["entity"])
    tables = {
        "ratio_ref": {"how": "entity", "reference": codes(entities)[entities.index(p["reference"])]},
        "per_capita": {"how": "column", "other": [number(v) for v in case.column(c["per"])]},
        "deflated": {"how": "deflate", "other": [number(v) for v in case.column(c["deflator"])],
                     "base": p["deflator_base"]},
    }
    if name not in tables:
        return False, None
    return True, ask(runner, "ratio", **panel(case), **tables[name])["value"][int(row) - 1]


def positions(runner, case, quantity):
    name, _, row = quantity.rpartition(".")
    match = re.fullmatch(r"(percent_rank|cume_dist|ntile|rank|z_pop|z)(\d*)", name)
    if not match:
        return False, None
    groups = list(zip(*(case.column(g) for g in case.params.get("partition", []))))
    values = [number(v) for v in case.column(case.columns["value"])]
    answer = ask(runner, "position", how=match[1], tiles=int(match[2] or 0), value=values,
                 group=codes(groups or [()] * len(values)))
    return True, answer["value"][int(row) - 1]


# --- concentration -------------------------------------------------------------------------------

CONCENTRATION = {
    "gini_biased": "gini", "gini_unbiased": "gini-unbiased", "hhi_fraction": "hhi",
    "hhi_effective_n": "hhi-effective", "hhi_normalized": "hhi-normalised", "theil_T": "theil-t",
    "theil_L_mld": "theil-l", "shannon_nats": "entropy", "shannon_bits": "entropy-bits",
    "hoover": "hoover", "simpson_1_minus_hhi": "simpson", "rosenbluth": "rosenbluth",
}


def concentration(runner, case, quantity):
    values = [float(v) for v in case.column(case.columns["v"]) if v != ""]

    def index(name, parameter=None):
        answer = ask(runner, "concentration", value=values, parameter=parameter)
        return True, None if "undefined" in answer else answer[name]

    if quantity in CONCENTRATION:
        return index(CONCENTRATION[quantity])
    if quantity == "hhi_10000":
        return True, 10000 * index("hhi")[1]
    if quantity == "lorenz.at_0.5":
        return index("lorenz-at-half")
    if match := re.fullmatch(r"lorenz\.L(\d+)", quantity):
        return True, index("lorenz")[1][int(match[1])]
    if match := re.fullmatch(r"atkinson_(.+)", quantity):
        return index("atkinson", float(match[1]))
    if match := re.fullmatch(r"cr(\d+)", quantity):
        return index("top", int(match[1]))
    if match := re.fullmatch(r"top_(\d+)pct_share_ceil", quantity):
        return index("top-fraction", int(match[1]) / 100)
    return False, None


def theil(runner, case, quantity):
    groups = case.column(case.columns["group"])
    values = [number(v) for v in case.column(case.columns["value"])]
    answer = ask(runner, "theil_groups", value=values, group=codes(groups), groups=len(set(groups)))
    name, _, group = quantity.partition(".")
    if group:
        table = {"theil_T": "t_of", "theil_L": "l_of", "share": "share"}[name]
        return True, answer[table][codes(groups)[groups.index(group)]]
    return True, answer[re.sub(r"theil_([TL])", lambda m: m[1].lower(), name)]


# --- specialisation ------------------------------------------------------------------------------

def specialisation(runner, case, quantity):
    return (trade if "exports" in case.columns else tables)(runner, case, quantity)


def trade(runner, case, quantity):
    c = case.columns
    groups = list(zip(*(case.column(g) for g in c["by"])))
    name, _, key = quantity.partition(".")

    def answer(keep):
        sides = {side: [number(v) for v, k in zip(case.column(c[side]), keep) if k]
                 for side in ("exports", "imports")}
        return ask(runner, "trade", **sides)

    if name == "gl":
        return True, answer([True] * len(groups))["gl"][int(key) - 1]
    if name == "gl_aggregate":
        return True, answer([g == (key,) for g in groups])["gl_aggregate"]
    return False, None


def tables(runner, case, quantity):
    labels, names = case.column(case.columns["row"]), case.header[1:]
    request = {"rows": len(labels), "cell": [number(v) for row in case.rows for v in row[1:]]}
    name, *keys = quantity.split(".")
    if name in ("rca", "rsca", "logrca", "logrca_var", "rca_lo", "rca_hi", "rca_known"):
        answer = ask(runner, "rca", counts=bool(case.params.get("counts")), known=name == "rca_known",
                     **request)
        at = labels.index(keys[0]) * len(names) + names.index(keys[1])
        return True, answer[name.removesuffix("_known")][at]
    answer = ask(runner, "structure", **request)
    if name == "dissimilarity":
        return True, answer[name][labels.index(keys[0]) * len(labels) + labels.index(keys[1])]
    return (True, answer[name][labels.index(keys[0])]) if name in answer else (False, None)


def affinity(runner, case, quantity):
    c = case.columns
    rows = list(zip(case.column(c["a"]), case.column(c["b"]), case.column(c["n"])))
    labels = list(dict.fromkeys(label for a, b, _ in rows for label in (a, b)))
    size = len(labels)
    links = [None if i == j else 0 for i in range(size) for j in range(size)]
    for a, b, n in rows:
        i, j = labels.index(a), labels.index(b)
        links[i * size + j] = links[j * size + i] = number(n)
    answer = ask(runner, "affinity", n=size, links=links)
    name, *keys = quantity.split(".")
    if name not in answer or len(keys) != 2:
        return False, None
    return True, answer[name][labels.index(keys[0]) * size + labels.index(keys[1])]


# --- composites ----------------------------------------------------------------------------------

class Composite:
    """A case's indicators: values by row, weights, and what was asked of them."""

    def __init__(self, runner, case):
        self.runner, self.case, self.params = runner, case, case.params
        self.indicators = case.params["indicators"]
        self.units = case.column(case.columns["entity"])
        self.columns = [[number(v) for v in case.column(i["name"])] for i in self.indicators]
        self.weight = [i.get("weight", 1) for i in self.indicators]

    def normalised(self, kind, k):
        indicator = self.indicators[k]
        reference = self.params.get("reference")
        return ask(self.runner, "normalise", value=self.columns[k], direction=indicator["direction"],
                   goalposts=indicator.get("goalposts", [0, 1]),
                   reference=self.units.index(reference) if reference else 0)[kind]

    def table(self, kind=None):
        columns = [self.normalised(kind or self.params["normalise"], k)
                   for k in range(len(self.indicators))]
        return {"y": [v for row in zip(*columns) for v in row], "weight": self.weight}

    def share(self, rule):
        return self.params.get("min_share", 0) if rule == "renorm" else 0

    def scores(self, mean, rule):
        if "pillars" in self.params:
            names = [p["name"] for p in self.params["pillars"]]
            return ask(self.runner, "nested", **self.table(), mean=mean, share=self.share(rule),
                       pillar=[names.index(i["pillar"]) for i in self.indicators],
                       pillar_weight=[p["weight"] for p in self.params["pillars"]])
        if mean == "copeland":
            return ask(self.runner, "copeland", **self.table("none"), share=self.share(rule))
        return ask(self.runner, "score", **self.table(), mean=mean, share=self.share(rule))

    def nominal(self):
        return [int(r or 0) for r in self.scores("arithmetic", "refuse")["rank"]]

    def bounds(self, sum_kept):
        return ask(self.runner, "rank_bounds", **self.table(), within=self.params["p"],
                   sum_kept=sum_kept)

    def monte_carlo(self):
        p = self.params
        return ask(self.runner, "monte_carlo", **self.table(), within=p["p"], seed=p["seed"],
                   replicates=p["replicates"], leave_out=bool(p.get("leave_out")), weights=10,
                   nominal=self.nominal())


def composite_score(model, name, keys):
    """score, rank, with an aggregation and a rule for missing values; pillars; outranking."""
    unit = model.units.index(keys[-1])
    match = re.fullmatch(r"(score|rank|copeland|rank_copeland)?_?(arithmetic|geometric|harmonic|copeland)?"
                         r"_?(refuse|renorm)?_?(geo)?", name)
    if name.startswith("copeland"):
        return model.scores("copeland", name.removeprefix("copeland_"))["score"][unit]
    if not match or not match[1]:
        return None
    mean = "geometric" if match[4] else match[2] or "arithmetic"
    return model.scores(mean, match[3] or "refuse")[match[1]][unit]


def composite(runner, case, quantity):
    model = Composite(runner, case)
    name, *keys = quantity.split(".")
    names = [i["name"] for i in model.indicators]
    if name == "effweight":
        return True, model.scores("arithmetic", "refuse")["effective"][names.index(keys[0])]
    if name == "mc_weight":
        return True, model.monte_carlo()["weights"][(int(keys[0]) - 1) * len(names) + names.index(keys[1])]
    if name == "mc_mean_abs_shift":
        return True, model.monte_carlo()["mean_abs_shift"]
    unit = model.units.index(keys[-1])
    if name.startswith("mc_"):
        return True, model.monte_carlo()[name.removeprefix("mc_")][unit]
    if name.startswith("pillar_"):
        rule = name.removeprefix("pillar_")
        pillars = [p["name"] for p in model.params["pillars"]]
        answer = model.scores("arithmetic", rule)["pillars"]
        return True, answer[unit * len(pillars) + pillars.index(keys[0])]
    if name.startswith("outrank"):
        answer = model.scores("copeland", name.removeprefix("outrank_"))["outrank"]
        return True, answer[model.units.index(keys[0]) * len(model.units) + unit]
    if name == "loo_rank":
        answer = ask(runner, "leave_one_out", **model.table(), nominal=model.nominal())["rank"]
        return True, answer[names.index(keys[0]) * len(model.units) + unit]
    if name.startswith("loo_"):
        answer = ask(runner, "leave_one_out", **model.table(), nominal=model.nominal())
        return True, answer[name.removeprefix("loo_")][unit]
    if match := re.fullmatch(r"rank_(low|high)(_outer)?(_sum1)?", name):
        return True, model.bounds(match[3] is not None)[match[1] + (match[2] or "")][unit]
    if len(keys) == 2:
        return True, model.normalised(name, names.index(keys[0]))[unit]
    return True, composite_score(model, name, keys)


FAMILIES = {
    "indicator_share": rows,
    "indicator_index": rows,
    "indicator_growth": rows,
    "indicator_contribution": rows,
    "indicator_moving": rows,
    "indicator_ratio": ratios,
    "indicator_distribution": positions,
    "concentration": concentration,
    "theil_decomposition": theil,
    "specialisation": specialisation,
    "affinity": affinity,
    "composite": composite,
}
