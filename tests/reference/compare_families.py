"""compare_families.py -- where the values of comparisons, polls and weighted samples stand: for each family
a function (runner, case, quantity) -> (found, value), as those of adapter.py, which asks here first.
The values come from build/tests/reference/driver_compare, or from polstat-compare: compare_program.py."""
import re
import subprocess
import sys
from decimal import Decimal

import compare_program

KERNEL = "driver_compare"


def rows_of(runner, kernel, options, numbers):
    """{(term, field): text} of one kernel; None when it refuses."""
    command = [str(runner.driver.parent / KERNEL), kernel]
    command += [f"{k}={v}" for k, v in sorted(options.items())]
    text = "".join(" ".join(map(str, row)) + "\n" for row in numbers)
    key = (tuple(command), text)
    if key not in runner.cache:
        run = subprocess.run(command, input=text, capture_output=True, text=True)
        if run.returncode != 0 and "not available" not in run.stderr:
            sys.exit(f"{' '.join(command)}: {run.stderr.strip()}")
        lines = [line.split("\t") for line in run.stdout.splitlines()]
        runner.cache[key] = None if run.returncode else {(r[1], r[2]): r[3] for r in lines}
    return runner.cache[key]


def ask(runner, numbers, kernel, term, field="estimate", **options):
    """(found, value): null where the kernel says that there is none; of the program, where it shows it."""
    shown = compare_program.rows_of(runner, kernel, options, numbers).get((term, field))
    if isinstance(shown, (int, float)):
        runner.taken["programs"] += 1
        return True, float(shown)
    rows = rows_of(runner, kernel, options, numbers)
    undefined = rows is not None and any(f == "undefined" for _, f in rows)
    if rows is None or not (undefined or (term, field) in rows):
        return False, None
    runner.taken["driver"] += 1
    value = rows.get((term, field), "null")
    if value == "null":
        return True, None
    return True, {"inf": "Inf", "-inf": "-Inf"}.get(value) or float(value)


def level_of(case):
    level = case.params.get("conf_level", 0.95)
    return {} if level == 0.95 else {"level": level}


def from_table(table, numbers_of):
    """A family whose quantities stand in TABLE: (kernel, term, field, options) each."""
    def answer(runner, case, quantity):
        if quantity not in table:
            return False, None
        kernel, term, *rest = table[quantity]
        field, options = (*rest, *("estimate", {})[len(rest):])
        return ask(runner, numbers_of(case), kernel, term, field, **options, **level_of(case))
    return answer


def by_id(table, *names):
    """Quantities NAME.ID, one row of the input an ID; or one row in params."""
    def answer(runner, case, quantity):
        name, _, label = quantity.partition(".")
        if "id" in case.columns and label:
            rows = {r[0]: r[1:] for r in zip(*(case.column(case.columns[c]) for c in
                                               ("id", *[n for n in names if n in case.columns])))}
            if label not in rows:
                return False, None
            numbers = [rows[label]]
        elif all(n in case.params for n in names if n != "deff"):
            name, numbers = quantity, [tuple(case.params[n] for n in names if n != "deff")]
        else:
            return False, None
        if name not in table:
            return False, None
        return from_table(table, lambda _: numbers)(runner, case, name)
    return answer


def ends(name, kernel, term, **options):
    return {f"{name}_lo": (kernel, term, "conf_low", options),
            f"{name}_hi": (kernel, term, "conf_high", options)}


ONE_PROPORTION = {
    "p": ("wilson", "share"),
    "n_eff": ("wilson", "n_eff"),
    "binom_p_0.5": ("binomial", "share", "p_value"),
    "agresti_coull_lo_unclipped": ("agresti-coull", "share-unclipped", "conf_low"),
    "agresti_coull_hi_unclipped": ("agresti-coull", "share-unclipped", "conf_high"),
} | ends("wilson", "wilson", "share") | ends("wilson_deff", "wilson", "share") \
  | ends("wilson_cc", "wilson-cc", "share") | ends("clopper_pearson", "clopper-pearson", "share") \
  | ends("jeffreys", "jeffreys", "share")

TWO_PROPORTIONS = {
    "diff": ("newcombe", "difference"),
    "z_pooled": ("pooled-z", "difference", "statistic"),
    "p_pooled": ("pooled-z", "difference", "p_value"),
    "chisq_nocc": ("pooled-z", "chi-squared"),
    "fisher_p_two": ("fisher-2x2", "difference", "p_value"),
    "fisher_p_greater": ("fisher-2x2", "difference", "p_value", {"alternative": "greater"}),
    "fisher_p_less": ("fisher-2x2", "difference", "p_value", {"alternative": "less"}),
    "odds_ratio_sample": ("odds-ratio", "odds-ratio"),
    "odds_ratio_cond_mle": ("odds-ratio-conditional", "odds-ratio"),
    "risk_ratio": ("risk-ratio", "risk-ratio"),
    "cohens_h": ("cohens-h", "h"),
} | ends("newcombe10", "newcombe", "difference") | ends("newcombe11_cc", "newcombe-cc", "difference") \
  | ends("miettinen_nurminen", "miettinen-nurminen", "difference") \
  | ends("or_woolf", "odds-ratio", "odds-ratio") | ends("rr_katz", "risk-ratio", "risk-ratio") \
  | ends("or_cond_ci95", "odds-ratio-conditional", "odds-ratio")

# Of the two by two table of successes and failures.
TWO_BY_TWO = {
    "chisq_yates": ("chi-squared", "chi-squared-yates"),
    "p_yates": ("chi-squared", "chi-squared-yates", "p_value"),
    "phi": ("chi-squared", "phi"),
}


def two_proportions(runner, case, quantity):
    names = ("x1", "n1", "x2", "n2")
    if quantity in ("p1", "p2") and all(n in case.params for n in names):
        which = quantity[1]
        numbers = [(case.params["x" + which], case.params["n" + which])]
        return ask(runner, numbers, "wilson", "share")
    if quantity in TWO_BY_TWO and all(n in case.params for n in names):
        x1, n1, x2, n2 = (case.params[n] for n in names)
        return ask(runner, [(x1, n1 - x1), (x2, n2 - x2)], *TWO_BY_TWO[quantity])
    return by_id(TWO_PROPORTIONS, *names)(runner, case, quantity)


CONTINGENCY = {
    "chisq": ("chi-squared", "chi-squared"),
    "df": ("chi-squared", "chi-squared", "df"),
    "p": ("chi-squared", "chi-squared", "p_value"),
    "cramers_v": ("chi-squared", "cramers-v"),
    "contingency_c": ("chi-squared", "contingency-coefficient"),
    "g_stat": ("chi-squared", "g"),
    "g_p": ("chi-squared", "g", "p_value"),
    "min_expected": ("chi-squared", "min-expected"),
    "fisher_p": ("fisher", "cramers-v", "p_value"),
}


def table_of(case):
    return [row[1:] for row in case.rows]


FIT = {
    "chisq": ("goodness-of-fit", "chi-squared"),
    "df": ("goodness-of-fit", "chi-squared", "df"),
    "p": ("goodness-of-fit", "chi-squared", "p_value"),
}

TREND = {
    "z": ("cochran-armitage", "trend", "statistic"),
    "chisq_trend": ("cochran-armitage", "chi-squared-trend"),
    "p_trend": ("cochran-armitage", "chi-squared-trend", "p_value"),
    "chisq_total": ("cochran-armitage", "chi-squared"),
    "p_total": ("cochran-armitage", "chi-squared", "p_value"),
    "chisq_departure": ("cochran-armitage", "chi-squared-departure"),
    "p_departure": ("cochran-armitage", "chi-squared-departure", "p_value"),
}

ASYMPTOTIC = {"p": "asymptotic", "continuity": "no"}
CORRECTED = {"p": "asymptotic", "continuity": "yes"}

TWO_SAMPLE = {
    "mw.U1": ("mann-whitney", "U1"),
    "mw.U2": ("mann-whitney", "U2"),
    "mw.rank_sum1": ("mann-whitney", "rank-sum"),
    "mw.auc_A12": ("mann-whitney", "auc"),
    "mw.cliffs_delta": ("cliffs-delta", "delta"),
    "mw.var_U": ("mann-whitney", "var_U"),
    "mw.z_nocc": ("mann-whitney", "z", "estimate", ASYMPTOTIC),
    "mw.p_nocc": ("mann-whitney", "shift", "p_value", ASYMPTOTIC),
    "mw.z_cc": ("mann-whitney", "z", "estimate", CORRECTED),
    "mw.p_cc": ("mann-whitney", "shift", "p_value", CORRECTED),
    "mw.p_exact_perm_abs": ("mann-whitney", "shift", "p_value", {"p": "exact"}),
    "mw.hodges_lehmann": ("mann-whitney", "shift"),
    "mw.hl_ci95_lo": ("mann-whitney", "shift", "conf_low"),
    "mw.hl_ci95_hi": ("mann-whitney", "shift", "conf_high"),
    "cohens_d": ("cohens-d", "d"),
    "hedges_g_exact": ("hedges-g", "g"),
    "hedges_g_effectsize": ("hedges-g", "g"),
    "vartest.F": ("variance-ratio", "variance-ratio"),
    "vartest.p": ("variance-ratio", "variance-ratio", "p_value"),
    "brunner_munzel.W": ("brunner-munzel", "relative-effect", "statistic"),
    "brunner_munzel.p": ("brunner-munzel", "relative-effect", "p_value"),
    "brown_forsythe.F": ("brown-forsythe", "F"),
    "brown_forsythe.p": ("brown-forsythe", "F", "p_value"),
} | {
    f"{test}.{name}": (test, "difference", field)
    for test in ("welch", "student")
    for name, field in (("t", "statistic"), ("df", "df"), ("p", "p_value"),
                        ("ci95_lo", "conf_low"), ("ci95_hi", "conf_high"))
}

K_SAMPLE = {
    "kw.H_uncorrected": ("kruskal-wallis", "H-uncorrected"),
    "kw.H": ("kruskal-wallis", "epsilon2", "statistic"),
    "kw.df": ("kruskal-wallis", "epsilon2", "df"),
    "kw.p": ("kruskal-wallis", "epsilon2", "p_value"),
    "kw.epsilon2": ("kruskal-wallis", "epsilon2"),
    "kw.eta2_H": ("kruskal-wallis", "eta2_H"),
    "anova.F": ("anova", "F"),
    "anova.ss_between": ("anova", "ss-between"),
    "anova.ss_within": ("anova", "ss-within"),
    "anova.df1": ("anova", "df1"),
    "anova.df2": ("anova", "df2"),
    "anova.p": ("anova", "eta2", "p_value"),
    "anova.eta2": ("anova", "eta2"),
    "welch_anova.F": ("welch-anova", "F"),
    "welch_anova.df2": ("welch-anova", "F", "df"),
    "welch_anova.p": ("welch-anova", "F", "p_value"),
    "brown_forsythe.F": ("brown-forsythe", "F"),
    "brown_forsythe.p": ("brown-forsythe", "F", "p_value"),
    "jonckheere.J": ("jonckheere", "J"),
    "jonckheere.p_DescTools": ("jonckheere", "J", "p_value", {"p": "asymptotic"}),
}

NIST_ANOVA = {
    "between_df": ("anova", "df1"),
    "between_ss": ("anova", "ss-between"),
    "between_ms": ("anova", "ms-between"),
    "F": ("anova", "F"),
    "within_df": ("anova", "df2"),
    "within_ss": ("anova", "ss-within"),
    "within_ms": ("anova", "ms-within"),
    "r_squared": ("anova", "eta2"),
    "residual_sd": ("anova", "residual-sd"),
}


def grouped(case):
    """Rows of (place of the label in alphabetical order, value), and the labels."""
    rows = case.complete(case.columns.get("group", "group"), case.columns["y"])
    labels = sorted({label for label, _ in rows})
    return [(labels.index(label), y) for label, y in rows], labels


def k_sample(runner, case, quantity):
    numbers, labels = grouped(case)
    match = re.fullmatch(r"mean_rank\.(.+)", quantity)
    if match and match[1] in labels:
        term = f"mean-rank({labels.index(match[1]) + 1})"
        return ask(runner, numbers, "kruskal-wallis", term)
    match = re.fullmatch(r"pairwise_wilcox_bh\.(.+)", quantity)
    if match:
        pairs = {f"{a}-{b}": (i, j) for i, a in enumerate(labels) for j, b in enumerate(labels)}
        i, j = pairs.get(match[1], (0, 0))
        return ask(runner, numbers, "pairwise", f"{i + 1} - {j + 1}", "p_adjusted",
                   adjust="bh", **CORRECTED)
    return from_table(K_SAMPLE, lambda c: numbers)(runner, case, quantity)


PAIRED = {
    "wsr.V_plus": ("wilcoxon", "V+"),
    "wsr.V_minus": ("wilcoxon", "V-"),
    "wsr.z_nocc": ("wilcoxon", "z", "estimate", ASYMPTOTIC),
    "wsr.p_nocc": ("wilcoxon", "shift", "p_value", ASYMPTOTIC),
    "wsr.z_cc": ("wilcoxon", "z", "estimate", CORRECTED),
    "wsr.p_cc": ("wilcoxon", "shift", "p_value", CORRECTED),
    "wsr.p_exact": ("wilcoxon", "shift", "p_value", {"p": "exact"}),
    "sign.n_pos": ("sign", "positive"),
    "sign.p": ("sign", "share-positive", "p_value"),
    "pairedt.mean_diff": ("paired-t", "difference"),
    "pairedt.t": ("paired-t", "difference", "statistic"),
    "pairedt.p": ("paired-t", "difference", "p_value"),
}


def pairs_of(case):
    return case.complete(case.columns["a"], case.columns["b"])


SLOPES = {"slope_diff": ("slopes-welch", "slope-difference")} | {
    f"{test}_{name}": (f"slopes-{test}", "slope-difference", field)
    for test in ("welch", "pooled")
    for name, field in (("se", "std_error"), ("t", "statistic"), ("df", "df"), ("p", "p_value"),
                        ("lo", "conf_low"), ("hi", "conf_high"))
}


def slopes(runner, case, quantity):
    rows = case.complete(*(case.columns[c] for c in ("by", "x", "y")))
    labels = list(dict.fromkeys(row[0] for row in rows))
    numbers = [(labels.index(g), x, y) for g, x, y in rows]
    match = re.fullmatch(r"slope(_se)?\.(.+)", quantity)
    if match and match[2] in labels:
        return ask(runner, numbers, "slopes-welch", f"slope-{labels.index(match[2]) + 1}",
                   "std_error" if match[1] else "estimate")
    return from_table(SLOPES, lambda c: numbers)(runner, case, quantity)


def multinomial(runner, case, quantity):
    numbers = [(cell,) for cell in case.column(case.columns["count"])]
    options = level_of(case)
    match = re.fullmatch(r"p\.(\d+)", quantity)
    if match:
        return ask(runner, numbers, "goodman", f"share({match[1]})")
    match = re.fullmatch(r"(goodman|sison_glaz|sison_glaz_exact)_(lo|hi)\.(\d+)", quantity)
    if match:
        field = {"lo": "conf_low", "hi": "conf_high"}[match[2]]
        return ask(runner, numbers, match[1].replace("_", "-"), f"share({match[3]})", field, **options)
    match = re.fullmatch(r"(sison_glaz|sison_glaz_exact)_(c|gamma)", quantity)
    if match:
        return ask(runner, numbers, match[1].replace("_", "-"), match[2], **options)
    return False, None


def printed(text):
    """52.3 as (523, 1): digits and decimals."""
    value = Decimal(text)
    decimals = max(0, -value.as_tuple().exponent)
    return int(value.scaleb(decimals)), decimals


DIFFERENCE = {
    "diff_printed": "difference", "diff_min": "difference-min", "diff_max": "difference-max",
    "lo_min": "low-min", "lo_max": "low-max", "hi_min": "high-min", "hi_max": "high-max",
    "excludes0_all": "excludes-0-all", "excludes0_any": "excludes-0-any",
}


def poll_printed(runner, case, quantity):
    name, _, label = quantity.partition(".")
    columns = case.columns
    rows = {row[case.header.index(columns["id"])]: dict(zip(case.header, row)) for row in case.rows}
    if label not in rows:
        return False, None
    row = rows[label]
    if "p1" in columns and name in DIFFERENCE:
        numbers = [(*printed(row[columns["p1"]]), row[columns["n1"]],
                    *printed(row[columns["p2"]]), row[columns["n2"]])]
        return ask(runner, numbers, "newcombe-printed", DIFFERENCE[name], **level_of(case))
    match = re.fullmatch(r"(possible|k_min|k_max|k_count)(_even)?", name)
    if match and "percent" in columns:
        numbers = [(*printed(row[columns["percent"]]), row[columns["n"]])]
        kernel = "printed-even" if match[2] else "printed"
        return ask(runner, numbers, kernel, match[1].replace("_", "-"))
    return False, None


WEIGHTED = {
    "sum_w": ("weighted-mean", "sum_w"),
    "wmean": ("weighted-mean", "mean"),
    "n_eff": ("weighted-mean", "n_eff"),
    "wvar_pop": ("weighted-mean", "var-population"),
    "wvar_freq": ("weighted-mean", "var-frequency"),
    "wvar_rel": ("weighted-mean", "var"),
    "wsd_rel": ("weighted-mean", "sd"),
    "wmean_se": ("weighted-mean", "mean", "std_error"),
    "wpearson": ("weighted-pearson", "r"),
}


def weighted(runner, case, quantity):
    c = case.columns
    pairs = quantity == "wpearson"
    names = [c["x"], c["y"] if pairs else c["x"], c["weight"]]
    numbers = case.complete(*names)
    if quantity == "n":
        return True, sum(float(w) > 0 for _, _, w in numbers)
    match = re.fullmatch(r"wquantile(_freq7)?\.(.+)", quantity)
    if match:
        kernel = "weighted-quantile-frequency" if match[1] else "weighted-quantile"
        p = repr(float(match[2])).removesuffix(".0")
        return ask(runner, numbers, kernel, "q" + p, probs=p)
    return from_table(WEIGHTED, lambda _: numbers)(runner, case, quantity)


BOOTSTRAP = {
    "": ("statistic", "estimate"),
    "_boot_se": ("statistic", "std_error"),
    "_pct_lo": ("percentile", "conf_low"),
    "_pct_hi": ("percentile", "conf_high"),
    "_z0": ("z0", "estimate"),
    "_a": ("a", "estimate"),
    "_alpha_lo": ("alpha", "conf_low"),
    "_alpha_hi": ("alpha", "conf_high"),
    "_bca_lo": ("bca", "conf_low"),
    "_bca_hi": ("bca", "conf_high"),
}


def bootstrap(runner, case, quantity):
    match = re.fullmatch(r"(mean|median)(_rep\.(\d+)|.*)", quantity)
    if not match:
        return False, None
    options = {"statistic": match[1], "permutations": case.params["B"], "seed": case.params["seed"],
               "threads": 2} | level_of(case)
    numbers = case.complete(case.columns["x"])
    if match[3]:
        return ask(runner, numbers, "bootstrap", f"replicate.{match[3]}", **options)
    if match[2] not in BOOTSTRAP:
        return False, None
    return ask(runner, numbers, "bootstrap", *BOOTSTRAP[match[2]], **options)


KENDALL_W = {
    "W.S": ("kendall-w", "S"),
    "W.tie_corrected": ("kendall-w", "W"),
    "W.chisq": ("kendall-w", "chi-squared"),
    "W.p": ("kendall-w", "W", "p_value"),
}


def p_adjust(runner, case, quantity):
    """How many tests are in the family: those that have a p-value."""
    if quantity != "family_size":
        return False, None
    return True, sum(cell != "" for cell in case.column(case.columns["p"]))


FAMILIES = {
    "one_proportion": by_id(ONE_PROPORTION, "x", "n", "deff"),
    "two_proportions": two_proportions,
    "contingency": from_table(CONTINGENCY, table_of),
    "goodness_of_fit": from_table(
        FIT, lambda case: case.complete(case.columns["obs"], case.columns["p"])),
    "trend_in_proportions": from_table(
        TREND, lambda case: case.complete(*(case.columns[c] for c in ("x", "n", "score")))),
    "two_sample": from_table(TWO_SAMPLE, lambda case: grouped(case)[0]),
    "k_sample": k_sample,
    "nist_anova": from_table(NIST_ANOVA, lambda case: grouped(case)[0]),
    "paired": from_table(PAIRED, pairs_of),
    "slopes_difference": slopes,
    "multinomial": multinomial,
    "poll_printed": poll_printed,
    "weighted": weighted,
    "kendall_w": from_table(
        KENDALL_W, lambda case: case.complete(*case.columns["raters"])),
    "bootstrap": bootstrap,
    "p_adjust": p_adjust,
}
STEP = 7  # of their definitions: those up to here must be right
