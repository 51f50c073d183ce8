#!/usr/bin/env python3
"""summary.py FOLDER: one screen of what `make paper` found, from the tables in FOLDER."""
import csv
import json
import os
import re
import sys
import textwrap
from pathlib import Path

FOLDER = Path(sys.argv[1])
WIDTH = 80
# Lines of a diagnosis that are no facts: the tally, and what would have been true.
SLIPS = r"\d+ of \d+ yes|true would be|it holds with"


def rows(name):
    with open(FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pick(table, **cells):
    found = [r for r in table if all(r[k] == v for k, v in cells.items())]
    if len(found) != 1:
        sys.exit(f"summary.py: {len(found)} rows for {cells}")
    return found[0]


def number(text, digits=3):
    return f"{float(text):,.{digits}f}"


def p_value(row):
    p = float(row["p_value"])
    return f"p {'< 0.001' if p < 0.001 else f'= {p:.2g}'} ({row['p_method']})"


def corrected(name):
    """The p that allows for years that depend on each other: Hamed and Rao's, else (gaps) Newey and West's."""
    table = rows(f"{name}_dependent")
    row = pick(table, method="hamed-rao")
    return row if row["p_value"] else pick(table, method="newey-west")


def short(p):
    return "p < 0.001" if p < 0.001 else f"p = {p:.2g}"


def trend(name, title, unit, digits, **cells):
    """One line: the slope, the plain p and the corrected one; whether the trend survives."""
    table = rows(name)
    slope = pick(table, method="theil-sen", **cells)
    test = pick(table, method="mann-kendall", **cells)
    other = corrected(name)
    print(f"  {title:<28} {float(slope['estimate']):+,.{digits}f} {unit}, n = {slope['n']}\n"
          f"    {short(float(test['p_value']))}; {short(float(other['p_value']))} by {other['method']}")
    return float(other["p_value"]) < 0.05


def dates(table):
    """The breaks with their intervals: "1977 [1975, 1978], 1986 [1985, 1987]"."""
    found = [r for r in table if r["method"] == "breaks" and re.fullmatch(r"break\d", r["term"])]
    return ", ".join(f"{r['estimate']} [{r['conf_low']}, {r['conf_high']}]" for r in found) or "none"


def changes(name, title):
    """When the level changed: several breaks with their intervals, and one change by ranks."""
    table = rows(name)
    pettitt = pick(table, method="pettitt", term="change")
    print(textwrap.fill(f"{title}: after {dates(table)}; pettitt: after {pettitt['estimate'] or '?'}, "
                        f"{p_value(pettitt)}", WIDTH, initial_indent="  ", subsequent_indent="    "))


def change_points():
    print("Changes of level (Bai-Perron, 95 %); a series that drifts has them too")
    changes("oda_current_changes", "net ODA, current prices")
    changes("oda_constant_changes", "net ODA, prices of 2023")
    changes("oda_budget_changes", "ODA budget")


def between(low, high):
    return low if low == high else f"{low} to {high}"


def shorten(text, indent):
    return indent + textwrap.shorten(" ".join(text.split()), WIDTH - len(indent), placeholder=" ...")


def statement(claim):
    place = (claim["at"] or claim["id"]).split(",")[0].removeprefix("section ")
    return f"{place}: {claim['says'] or claim['id']}"


def reason(claim):
    """The facts that decided the first check that fails, without the intervals of single values."""
    for check in claim["checks"]:
        if check["verdict"] == "contradicted" and check["diagnosis"]:
            facts = [line for line in check["diagnosis"].splitlines() if not re.match(SLIPS, line)]
            return re.sub(r"(?<=\w) \[[-0-9., ]+\]", "", "; ".join(facts))
    return ""


def listed(claims, title, most, with_reason):
    if not claims:
        return
    print(title)
    for claim in claims[:most]:
        print(shorten(statement(claim), "  "))
        if with_reason and reason(claim):
            print(shorten(reason(claim), "    "))
    if len(claims) > most:
        print(f"  and {len(claims) - most} more")


def claims_checked():
    """What polstat-claims found, when it ran: the counts first, then what does not hold."""
    try:
        with open(FOLDER / "claims.json", encoding="utf-8") as file:
            found = json.load(file)
    except FileNotFoundError:
        return
    count = found["summary"]
    print(f"{count['claims']} claims of the paper: {count['verified']} verified ({count['as_printed']} as printed), "
          f"{count['restated']} restated, "
          f"{count['consistent']} consistent,\n  {count['contradicted']} contradicted, "
          f"{count['ambiguous']} ambiguous, {count['not_checkable']} not checkable, {count['errors']} errors")
    verdict = {v: [c for c in found["claims"] if c["verdict"] == v] for v in ("contradicted", "ambiguous", "error")}
    # Conclusions before values before last digits.
    weight = ["conclusion", "value", "last digit"]
    verdict["contradicted"].sort(key=lambda c: weight.index(c["severity"]) if c["severity"] in weight else len(weight))
    listed(verdict["error"], "Errors", 4, False)
    listed(verdict["contradicted"], "Contradicted", 4, True)
    if not verdict["error"]:  # one screen
        listed(verdict["ambiguous"], "Ambiguous: one reading holds, another does not", 4, False)


def science_and_culture():
    """In how many samples each is ahead, and where that holds whatever the overlap and the rounding."""
    found = rows("interest_science_culture")
    known = [r for r in found if r["p_value"]]
    print(f"Interest in science and technology less culture: {len(known)} samples with both\n  "
          f"({len(found) - len(known)} have no row of culture); holds: exact McNemar p (Holm) < 0.05 whatever\n"
          "  the overlap of the two answers and the rounding")
    for area in ("Europe", "elsewhere"):
        mine = [r for r in known if r["area"] == area]
        sure = [r for r in mine if float(r["p_adjusted"]) < 0.05]
        count = [sum(float(r["estimate"]) * side > 0 for r in which) for side in (1, -1) for which in (mine, sure)]
        test = pick(rows("interest_by_area"), area=area, method="wilcoxon")
        print(f"  {area}: {len(mine)} samples; science ahead in {count[0]} (holds in {count[1]}), culture in "
              f"{count[2]} ({count[3]});\n    shift {float(test['estimate']):+.1f} %p, {p_value(test)}")


def agreements_and_flows():
    for r in rows("agreements_flows"):
        if r["method"] == "mann-whitney":
            print(f"With an agreement less without, {r['variable']}: shift {number(r['estimate'], 0)}, "
                  f"n = {r['n']}, {p_value(r)}")
        elif r["method"] == "mann-whitney-bounds":
            notes = [n for n in r["note"].split("; ") if "p " in n]
            print(textwrap.fill(f"all {r['n']} countries, those below the list by bounds: {notes[-1]}", WIDTH,
                                initial_indent="  ", subsequent_indent="    "))
    print("  on the list of 20 without an agreement: Taiwan, outbound also Austria")


def main():
    claims_checked()
    print("Net ODA and the ODA budget of Japan: Theil-Sen slope a year, Mann-Kendall test")
    survives = {
        "current prices": trend("oda_current", "net ODA, current prices", "million USD", 0, country="Japan"),
        "prices of 2023": trend("oda_constant", "net ODA, prices of 2023", "million USD", 0, country="Japan"),
        "share of GNI": trend("oda_share", "net ODA, share of GNI", "% of GNI", 4, country="Japan"),
        "budget": trend("oda_budget", "ODA budget, FY1998 to FY2024", "billion yen", 1),
        "researchers": trend("researchers_inbound", "inbound researchers, 1993-2014", "persons", 0),
    }
    kept = [name for name, yes in survives.items() if yes]
    gone = [name for name, yes in survives.items() if not yes]
    text = f"  What survives at 0.05 where years depend on each other: {', '.join(kept) or 'none'}"
    print(textwrap.fill(text + (f"; what does not: {', '.join(gone)}" if gone else ""), WIDTH,
                        subsequent_indent="    "))

    change_points()
    japan = pick(rows("oda_rank_change"), country="Japan")
    tau = pick(rows("oda_rank_agreement"), method="kendall-tau-b")
    print(f"Rank of Japan among the G7 by net ODA: {japan['from_low']} in {japan['from']}, "
          f"{japan['to_low']} in {japan['to']}; agreement of\n  the two rankings: tau-b "
          f"{number(tau['estimate'], 2)}, n = {tau['n']}, {p_value(tau)}")

    shares = rows("oda_donor_share")
    japan = {r["year"]: float(r["oda_musd_share"]) for r in shares if r["country"] == "Japan"}
    peak, hhi = max(japan, key=japan.get), rows("oda_concentration")
    fall = pick(rows("oda_concentration_trend"), method="mann-kendall")
    print(f"Japan's share of the net ODA of the G7: {japan[peak]:.0f} % in {peak}, {japan[max(japan)]:.0f} % in {max(japan)}; "
          f"concentration\n  of the donors (hhi) {float(hhi[0]['estimate']):.2f} in {hhi[0]['year']}, "
          f"{float(hhi[-1]['estimate']):.2f} in {hhi[-1]['year']}, tau-b {number(fall['estimate'], 2)}, {p_value(fall)}")
    quotient = sorted(((float(r["estimate"]), r["country"]) for r in rows("flows_specialisation")
                       if r["entity"] == "inbound" and not float(r["conf_low"]) <= 1 <= float(r["conf_high"])), reverse=True)
    print(f"Inbound against outbound, location quotient: most {quotient[0][1]} {quotient[0][0]:.2f}, least {quotient[-1][1]} "
          f"{quotient[-1][0]:.2f};\n  the interval excludes 1 for {len(quotient)} of "
          f"{sum(r['entity'] == 'inbound' for r in rows('flows_specialisation'))} countries")

    print("Share of internationally co-authored papers, 2001-2003 to 2011-2013, in %p")
    for r in rows("coauthorship_change"):
        print(f"  {r['country']:<16}{float(r['value_change']):+6.1f}   rounding leaves "
              f"{float(r['value_change_low']):+.1f} to {float(r['value_change_high']):+.1f}")

    fell = [f"{r['partner']} {r['from_low']} to {between(r['to_low'], r['to_high']).replace(' to inf', ' or worse')}"
            for r in rows("japan_as_partner")]
    print("Rank of Japan as a co-authoring partner")
    print(textwrap.fill("; ".join(fell), 78, initial_indent="  ", subsequent_indent="  "))

    for name, title in (("agreements_inbound", "inbound"), ("agreements_outbound", "outbound")):
        r = pick(rows(name), method="spearman")
        print(f"Years since the agreement, {title} researchers: rho {number(r['estimate'], 2)}, "
              f"n = {r['n']}, {p_value(r)}")
    science_and_culture()
    agreements_and_flows()
    print(f"Tables (csv, md) and figures (svg, png, gp) are in {FOLDER}/")
    if (FOLDER / "claims.html").exists():
        print(f"Every claim with its evidence: {FOLDER}/claims.html")


try:
    main()
    sys.stdout.flush()
except BrokenPipeError:  # who reads has seen enough: make paper | head
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
