"""compare_program.py -- what polstat-compare shows of the families of compare_families.py: the numbers of a
kernel as a table, and the options that ask the program for that kernel."""
import json
import subprocess

OPTIONS = {"level": "--conf-level", "alternative": "--alternative", "p": "--p-value",
           "continuity": "--continuity"}


def table(header, rows):
    return "\n".join([header] + [",".join(map(str, row)) for row in rows]) + "\n"


def share(numbers, kernel):
    x, n, *deff = numbers[0]
    design = ["--deff", str(deff[0])] if deff and float(deff[0]) > 0 else []
    return table("x,n", [(x, n)]), ["--successes", "x", "--trials", "n"] + design


def two_shares(numbers, kernel):
    x1, n1, x2, n2 = numbers[0]
    return table("g,x,n", [("a", x1, n1), ("b", x2, n2)]), \
        ["--successes", "x", "--trials", "n", "--between", "g", "--reference", "b"]


def two_samples(numbers, kernel):
    return table("g,v", numbers), ["-y", "v", "--between", "g", "--reference", "1"]


def samples(numbers, kernel):
    return table("g,v", [(g + 1, v) for g, v in numbers]), ["-y", "v", "--between", "g"]


def pairs(numbers, kernel):
    rows = [(i, side, pair[k]) for i, pair in enumerate(numbers) for k, side in enumerate("ab")]
    return table("i,g,v", rows), ["-y", "v", "--between", "g", "--paired", "i", "--reference", "b"]


def lines(numbers, kernel):
    return table("g,t,v", numbers), ["-y", "v", "-x", "t", "--between", "g", "--reference", "1"]


def counts(numbers, kernel):
    rows = [(i, j, n) for i, row in enumerate(numbers) for j, n in enumerate(row)]
    return table("r,c,n", rows), ["-x", "r", "-y", "c", "--counts", "n"]


def poll(numbers, kernel):
    return table("c,n", [(i + 1, n) for i, (n,) in enumerate(numbers)]), \
        ["--counts", "n", "--category", "c"]


def percent(digits, decimals):
    return f"{int(digits) / 10 ** decimals:.{decimals}f}"


def printed(numbers, kernel):
    digits, decimals, n = numbers[0]
    halves = ["--halves", "even"] if kernel == "printed-even" else []
    return table("p,n", [(percent(digits, decimals), n)]), ["--percent", "p", "--trials", "n"] + halves


def two_printed(numbers, kernel):
    d1, u1, n1, d2, u2, n2 = numbers[0]
    return table("g,p,n", [("a", percent(d1, u1), n1), ("b", percent(d2, u2), n2)]), \
        ["--percent", "p", "--trials", "n", "--between", "g", "--reference", "b"]


def weights(numbers, kernel):
    return table("v,w", [(v, w) for v, _, w in numbers]), ["-y", "v", "--weight", "w"]


def trend(numbers, kernel):
    return table("s,x,n", [(s, x, n) for x, n, s in numbers]), \
        ["--successes", "x", "--trials", "n", "--between", "s"]


# By kernel of the driver: its numbers as a table, and the method's name where the program has another.
ASK = {name: (share, name) for name in ("wilson", "wilson-cc", "clopper-pearson", "jeffreys",
                                        "agresti-coull", "binomial")} \
    | {name: (two_shares, name) for name in ("newcombe", "newcombe-cc", "miettinen-nurminen", "pooled-z",
                                             "risk-ratio", "odds-ratio", "odds-ratio-conditional",
                                             "cohens-h")} \
    | {"fisher-2x2": (two_shares, "fisher")} \
    | {name: (two_samples, name) for name in ("welch", "student", "mann-whitney", "brunner-munzel",
                                              "cliffs-delta", "cohens-d", "hedges-g", "variance-ratio")} \
    | {name: (samples, name) for name in ("anova", "welch-anova", "jonckheere", "levene", "brown-forsythe")} \
    | {"kruskal-wallis": (samples, "kruskal")} \
    | {name: (pairs, name) for name in ("paired-t", "wilcoxon", "sign")} \
    | {name: (lines, name) for name in ("slopes-welch", "slopes-pooled")} \
    | {name: (counts, name) for name in ("chi-squared", "fisher")} \
    | {name: (poll, name) for name in ("goodman", "sison-glaz", "sison-glaz-exact")} \
    | {name: (printed, "printed-counts") for name in ("printed", "printed-even")} \
    | {"newcombe-printed": (two_printed, "newcombe-printed"), "weighted-mean": (weights, "weighted-mean"),
       "cochran-armitage": (trend, "cochran-armitage")}


def term_of(row):
    """The term as the kernel has it: of a poll the category stands in a column of its own."""
    return f"share({row['c']})" if row["term"] == "share" and row.get("c") else row["term"]


def rows_of(runner, kernel, options, numbers):
    """{(term, field): value} of what the program shows; empty when it is not asked or refuses."""
    if not runner.use_programs or kernel not in ASK or set(options) - set(OPTIONS):
        return {}
    shape, method = ASK[kernel]
    text, arguments = shape(numbers, kernel)
    command = [str(runner.bin / "polstat-compare"), "-", "-q", "--method", method, "--terms", "all",
               "--format", "json"] + arguments
    for name, value in sorted(options.items()):
        command += [OPTIONS[name], str(value)]
    key = (tuple(command), text)
    if key not in runner.cache:
        run = subprocess.run(command, input=text, capture_output=True, text=True)
        rows = json.loads(run.stdout) if run.stdout.strip() else []
        runner.cache[key] = {(term_of(row), field): value for row in rows for field, value in row.items()}
    return runner.cache[key]
