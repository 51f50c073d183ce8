"""Rankings: their first k, and how far they move from period to period."""
import re

STEP = 10  # of their definitions: those up to here must be right

# Quantity before ".k" -> term of top-overlap.
TOP = {"size1": "top_1", "size2": "top_2", "common": "common", "overlap": "overlap", "jaccard": "jaccard"}
# Quantity before ".FROM.TO" -> term and field of volatility.
MOVES = {"mean_abs_change": ("mean_abs_change", "estimate"), "n_both": ("mean_abs_change", "n"),
         "rank_rank_slope": ("rank_slope", "estimate"), "rank_rank_intercept": ("rank_intercept", "estimate")}


def rank_top(runner, case, quantity):
    match = re.fullmatch(r"(\w+)\.(\d+)", quantity)
    if not match or case.params.get("order", "desc") != "desc":
        return False, None
    rows = runner.rows_of_driver("top-overlap", {"top": match[2]},
                                 case.complete(case.columns["v1"], case.columns["v2"]))
    runner.taken["driver"] += 1
    term = {name: float(rows[term, "estimate"]) for name, term in TOP.items()}
    term |= {"entered": term["size2"] - term["common"], "left": term["size1"] - term["common"]}
    return match[1] in term, term.get(match[1])


def rank_volatility(runner, case, quantity):
    c = case.columns
    rows = runner.rows_of_program("rank", [
        str(case.path), "--entity", c["entity"], "--time", c["time"], "-y", c["value"], "--agreement",
        "--method", "volatility", "--terms", "all", "--format", "json", "-q"]
        + (["--order", "asc"] if case.params.get("order") == "asc" else []))
    runner.taken["programs"] += 1
    match = re.fullmatch(r"(\w+)\.([^.]+)\.([^.]+)", quantity)
    if match and match[1] in MOVES:
        term, field = MOVES[match[1]]
        return True, rows.get((f"{term}[{match[2]},{match[3]}]", field))
    match = re.fullmatch(r"volatility(?:\.(.+))?", quantity)
    if not match:
        return False, None
    return True, rows.get((f"volatility[{match[1]}]" if match[1] else "volatility", "estimate"))


RBO = {"ext": "rbo", "min": "rbo_min", "res": "rbo_residual", "truncated_sum": "rbo_truncated"}
AT_K = {"overlap_at_k": "overlap", "jaccard_at_k": "jaccard"}


def rank_biased_overlap(runner, case, quantity):
    """Two lists as scores of all items that stand in either; nan in the list that lacks one."""
    lists = [[cell for cell in case.column(case.columns[c]) if cell != ""] for c in "AB"]
    items = dict.fromkeys(lists[0] + lists[1])
    scores = [[str(-own.index(i)) if i in own else "nan" for own in lists] for i in items]
    k = min(map(len, lists))
    match = re.fullmatch(r"rbo\.p([\d.]+)\.(\w+)", quantity)
    if match and match[2] in RBO:
        kernel, options, term = "rank-biased-overlap", {"persistence": match[1]}, RBO[match[2]]
    elif quantity == "avg_overlap_at_k":
        kernel, options, term = "rank-biased-overlap", {}, "average_overlap"
    elif quantity in AT_K:
        kernel, options, term = "top-overlap", {"top": k}, AT_K[quantity]
    else:
        return False, None
    runner.taken["driver"] += 1
    return True, float(runner.rows_of_driver(kernel, options, scores)[term, "estimate"])


FAMILIES = {"rbo": rank_biased_overlap, "rank_top": rank_top, "rank_volatility": rank_volatility}
