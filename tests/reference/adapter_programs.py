"""adapter_programs.py -- indicators and composites as polstat-indicator and polstat-composite show them.

For adapter.py --programs: a family gives (found, value), and (False, None) for what no program shows; the
kernels are asked then.  Programs write per cent where the reference has fractions.
"""
import csv
import io
import re
import subprocess
import tempfile
from pathlib import Path


def table(runner, program, path, *arguments):
    """The rows that a program writes as csv; None when it refuses."""
    command = [str(runner.bin / f"polstat-{program}"), str(path), "-q", "--format", "csv",
               *map(str, arguments)]
    key = tuple(command)
    if key not in runner.cache:
        run = subprocess.run(command, capture_output=True, text=True)
        runner.cache[key] = list(csv.DictReader(io.StringIO(run.stdout))) if run.stdout else None
    return runner.cache[key]


def number(text):
    return None if text in ("", None) else float(text)


def found(runner, value):
    runner.taken["programs"] += 1
    return True, value


def scaled(value, factor):
    return None if value is None else value * factor


# --- rows ----------------------------------------------------------------------------------------

def row_kind(case, name):
    """(what to write after --kind, factor) of a quantity's name without its row, or None."""
    p = case.params
    base = "..".join(str(b) for b in p.get("base_range", []))
    kinds = {
        "share": ("share", .01), "share_known": ("share(of known)", .01),
        "index": (f"index({p.get('base')})", 1), "index_range": (f"index({base})", 1),
        "index_range_known": (f"index({base},known)", 1), "yoy": ("growth(year)", .01),
        "contrib": (f"contribution({p.get('k')})", 1),
        "contrib_absent0": (f"contribution({p.get('k')},from zero)", 1),
        "cumsum": ("cumulative", 1), "cumsum_known": ("cumulative(known)", 1),
        "ratio_ref": (f"ratio({p.get('reference')})", 1),
        "per_capita": (f"per({case.columns.get('per')})", 1),
        "deflated": (f"deflate({case.columns.get('deflator')},{p.get('deflator_base')})", 1),
        "percent_rank": ("percent-rank", 1), "cume_dist": ("cume-dist", 1), "rank": ("rank", 1),
        "z": ("zscore", 1), "z_pop": ("zscore(population)", 1),
    }
    if name in kinds:
        return kinds[name]
    if match := re.fullmatch(r"(growth|diff|loggrowth|anngrowth)(\d+)", name):
        kind, factor = {"growth": ("growth", .01), "diff": ("difference", 1),
                        "loggrowth": ("log-growth", 1), "anngrowth": ("annual-growth", .01)}[match[1]]
        return f"{kind}({match[2]})", factor
    if match := re.fullmatch(r"ma_([ct])(\d+)(?:_known(\d+))?", name):
        extra = (",trailing" if match[1] == "t" else "") + (f",known {match[3]}" if match[3] else "")
        return f"average({match[2]}{extra})", 1
    if match := re.fullmatch(r"ntile(\d+)", name):
        return f"ntile({match[1]})", 1
    return None


def rows(runner, case, quantity):
    name, _, row = quantity.rpartition(".")
    kind = row_kind(case, name)
    if kind is None or not row.isdigit():
        return False, None
    c = case.columns
    keys = [t for k, o in (("entity", "--entity"), ("time", "--time")) if k in c for t in (o, c[k])]
    groups = c.get("by") or case.params.get("partition") or []
    answer = table(runner, "indicator", case.path, "-y", c["value"], "--kind", kind[0], "--long", *keys,
                   *(["-g", ",".join(groups)] if groups else []))
    if answer is None or len(answer) != len(case.rows):
        return False, None
    return found(runner, scaled(number(answer[int(row) - 1]["value"]), kind[1]))


# --- groups --------------------------------------------------------------------------------------

INDICES = {
    "gini_biased": "gini", "gini_unbiased": "gini-unbiased", "hhi_fraction": "hhi",
    "hhi_effective_n": "hhi-effective", "hhi_normalized": "hhi-normalised", "theil_T": "theil-t",
    "theil_L_mld": "theil-l", "shannon_nats": "entropy", "shannon_bits": "entropy-bits",
    "hoover": "hoover", "simpson_1_minus_hhi": "simpson", "rosenbluth": "rosenbluth",
}


def concentration(runner, case, quantity):
    kind = INDICES.get(quantity)
    if match := re.fullmatch(r"atkinson_(.+)", quantity):
        kind = f"atkinson({match[1]})"
    if match := re.fullmatch(r"cr(\d+)", quantity):
        kind = f"top({match[1]})"
    if match := re.fullmatch(r"top_(\d+)pct_share_ceil", quantity):
        kind = f"top-fraction({int(match[1]) / 100})"
    if match := re.fullmatch(r"lorenz\.L(\d+)", quantity):
        points = table(runner, "indicator", case.path, "-y", case.columns["v"], "--kind",
                       "lorenz(of known)")
        return found(runner, number(points[int(match[1])]["share_of_total"]))
    if kind is None:
        return False, None
    kind = kind[:-1] + ",of known)" if kind.endswith(")") else kind + "(of known)"
    answer = table(runner, "indicator", case.path, "-y", case.columns["v"], "--kind", kind)
    if answer[0]["note"].endswith("a value is 0"):
        return found(runner, "Inf")  # the reference writes the limit, where polstat's note says that there is none
    return found(runner, number(answer[0]["estimate"]))


def theil(runner, case, quantity):
    c = case.columns
    name, _, group = quantity.partition(".")
    term = re.sub(r"theil_([TL])", lambda m: "theil-" + m[1].lower(), name).replace("_", "-")
    answer = table(runner, "indicator", case.path, "-y", c["value"], "-g", c["group"], "--kind",
                   "theil-decomposition")
    for row in answer or []:
        if row["term"] == term and row[c["group"]] == group:
            return found(runner, number(row["estimate"]))
    return False, None


# --- tables and pairs ------------------------------------------------------------------------------

def long_table(case):
    """A table with a column a category as a row a cell."""
    text = "entity,category,value\n" + "".join(
        f'"{row[0]}","{name}",{cell}\n' for row in case.rows for name, cell in zip(case.header[1:], row[1:]))
    folder = Path(tempfile.gettempdir()) / f"polstat-long-{case.id}.csv"
    folder.write_text(text)
    return folder


def specialisation(runner, case, quantity):
    c = case.columns
    if "exports" in c:
        name, _, key = quantity.partition(".")
        if name == "gl":
            answer = table(runner, "indicator", case.path, "-y", c["exports"], "--long", "--kind",
                           f"grubel-lloyd({c['imports']})")
            return found(runner, number(answer[int(key) - 1]["value"]))
        if name == "gl_aggregate":
            answer = table(runner, "indicator", case.path, "-y", c["exports"], "-g", ",".join(c["by"]),
                           "--kind", f"grubel-lloyd-total({c['imports']})")
            rows_of = [r for r in answer if r[c["by"][0]] == key]
            return found(runner, number(rows_of[0]["estimate"])) if rows_of else (False, None)
        return False, None
    name, *keys = quantity.split(".")
    kinds = {"rca": ("rca", "estimate"), "rca_known": ("rca(of known)", "estimate"),
             "rsca": ("rca-symmetric", "estimate"), "logrca": ("log-rca", "estimate"),
             "rca_lo": ("rca", "conf_low"), "rca_hi": ("rca", "conf_high"),
             "krugman": ("krugman", "estimate"), "krugman_rest": ("krugman(rest)", "estimate"),
             "gini_relative": ("gini-relative", "estimate"), "dissimilarity": ("duncan", "estimate")}
    if name not in kinds or not keys:
        return False, None
    kind, field = kinds[name]
    path = long_table(case)
    options = ["--counts"] if case.params.get("counts") and "rca" in kind else []
    answer = table(runner, "indicator", path, "--entity", "entity", "--category", "category", "-y",
                   "value", "--kind", kind, *options)
    path.unlink()
    for row in answer or []:
        place = [row["entity"], row.get("category") or row.get("against")]
        if place[:len(keys)] == keys and field in row:
            return found(runner, number(row[field]))
    return False, None


def affinity(runner, case, quantity):
    c = case.columns
    name, *keys = quantity.split(".")
    match = re.fullmatch(r"(salton|jaccard|pai)(_quasi)?(?:_(lo|hi))?", name)
    if not match or len(keys) != 2:
        return False, None
    kind = "affinity" if match[1] == "pai" else match[1]
    term = "affinity-quasi" if match[2] else kind
    field = {"lo": "conf_low", "hi": "conf_high", None: "estimate"}[match[3]]
    answer = table(runner, "indicator", case.path, "--pair", f"{c['a']},{c['b']}", "--count", c["n"],
                   "--kind", kind)
    for row in answer or []:
        if row["term"] == term and {row[c["a"]], row[c["b"]]} == set(keys):
            return found(runner, number(row[field]))
    return False, None


# --- composites --------------------------------------------------------------------------------------

SCALES = {"minmax": "minmax", "zscore": "zscore", "rankscore": "rank", "rankscore_mean": "rank-mean",
          "prank": "percentile", "none": "none"}
FIELDS = {"loo_low": "without_one_low", "loo_high": "without_one_high", "rank_low": "weights_low",
          "rank_high": "weights_high", "mc_q05": "rank_q05", "mc_q50": "rank_median",
          "mc_q95": "rank_q95", "mc_share_nominal": "share_same_rank"}


def composite(runner, case, quantity):
    name, *keys = quantity.split(".")
    p = case.params
    match = re.fullmatch(r"(score|rank|copeland|rank_copeland)_?(arithmetic|geometric|harmonic|copeland)?"
                         r"_?(refuse|renorm)?_?(geo)?", name)
    if len(keys) != 1 or p.get("normalise") not in SCALES or not (match or name in FIELDS):
        return False, None
    copeland = name.startswith(("copeland", "rank_copeland"))
    mean = "copeland" if copeland else "arithmetic"
    if match and not copeland:
        mean = "geometric" if match[4] else match[2] or "arithmetic"
    field = FIELDS.get(name) or ("score" if name.startswith(("score", "copeland")) else "rank")
    options = ["--entity", case.columns["entity"], "--aggregate", mean]
    files = []
    if "pillars" in p:
        files.append(Path(tempfile.gettempdir()) / f"polstat-structure-{case.id}.csv")
        files[0].write_text("indicator,pillar,weight,direction\n" + "".join(
            f"{i['name']},{i['pillar']},{i.get('weight', 1)},{i['direction']}\n" for i in p["indicators"]))
        options += ["--structure", files[0], "--weights",
                    ",".join(f"{q['name']}={q['weight']}" for q in p["pillars"])]
    else:
        options += ["--indicators=" + ",".join(("-" if i["direction"] < 0 else "") + i["name"]
                                               for i in p["indicators"]),
                    "--weights", ",".join(f"{i['name']}={i.get('weight', 1)}" for i in p["indicators"])]
    if not copeland:
        options += ["--normalise", SCALES[p["normalise"]]]
        options += ["--weights-within", p["p"]] if "p" in p else []
        options += ["--replicates", p["replicates"], "--seed", p["seed"]] if "seed" in p else []
        options += ["--leave-out"] if p.get("leave_out") else []
    if match and match[3] == "renorm":
        options += ["--missing", f"renormalise({p['min_share']})"]
    answer = table(runner, "composite", case.path, *options)
    for file in files:
        file.unlink()
    for row in answer or []:
        if row[case.columns["entity"]] == keys[0] and field in row:
            return found(runner, number(row[field]))
    return False, None


FAMILIES = {
    "indicator_share": rows, "indicator_index": rows, "indicator_growth": rows,
    "indicator_contribution": rows, "indicator_moving": rows, "indicator_ratio": rows,
    "indicator_distribution": rows, "concentration": concentration, "theil_decomposition": theil,
    "specialisation": specialisation, "affinity": affinity, "composite": composite,
}
