#!/usr/bin/env python3
"""Cross-check the datasets: totals, counts and differences that the sources print, and tables against each other.

    crosscheck.py [FOLDER]   FOLDER holds <topic>/*.csv; default: datasets/ of this project

Prints TAP and exits 1 when any test fails.  Arithmetic is exact; a printed figure is the interval that rounds to it,
and two figures agree when their intervals meet.  Where the printed digits themselves differ, a comment says so.
"""

import json
import os
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from itertools import pairwise

import cells
sys.path.append(__file__.rsplit("/", 2)[0] + "/support")
from tap import Tap  # noqa: E402

G7 = ["Canada", "France", "Germany", "Italy", "Japan", "United Kingdom", "United States"]


class Data:
    """Rows of the tables under ROOT, read once: data["oda/net_oda"]."""

    def __init__(self, root):
        self.root = root
        self.tables = {}

    def __getitem__(self, name):
        if name not in self.tables:
            self.tables[name] = cells.read(os.path.join(self.root, name + ".csv"))
        return self.tables[name]

    def names(self):
        for topic in sorted(os.listdir(self.root)):
            path = os.path.join(self.root, topic, "datapackage.json")
            if os.path.exists(path):
                with open(path, encoding="utf-8") as stream:
                    for resource in json.load(stream)["resources"]:
                        yield "%s/%s" % (topic, resource["path"][:-len(".csv")])


def where(rows, **wanted):
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def only(rows, **wanted):
    found = where(rows, **wanted)
    if len(found) != 1:
        raise LookupError("%d rows with %r" % (len(found), wanted))
    return found[0]


def minus(a, b):
    return a[0] - b[1], a[1] - b[0]


def plus(*terms):
    return sum(t[0] for t in terms), sum(t[1] for t in terms)


def over(a, b):
    """Quotient of two intervals of positive numbers."""
    return a[0] / b[1], a[1] / b[0]


def times(a, factor):
    return a[0] * factor, a[1] * factor


def mean(parts, weights):
    total = sum(weights)
    return tuple(sum(p[end] * w for p, w in zip(parts, weights)) / total for end in (0, 1))


def bounded(text):
    return cells.bounds(text)[:2]


def meet(tap, a, b, name):
    """A test that the intervals A and B have a point in common."""
    show = "[%s, %s]"
    return tap.ok(a[0] <= b[1] and b[0] <= a[1], name,
                  ["%s and %s are apart" % (show % tuple(map(float, a)), show % tuple(map(float, b)))])


def descending(values):
    return all(a >= b for a, b in pairwise(values))


# Table 1

def check_agreements(tap, data):
    entries, parties = data["agreements/agreements"], data["agreements/parties"]
    tap.equal(len(entries), 38, "agreements: 38 entries")
    tap.equal([e["entry"] for e in entries], [str(n) for n in range(1, 39)], "agreements: entries are numbered 1..38")
    tap.equal(Counter(e["kind"] for e in entries), Counter(agreement=28, EPA=6, executive=4),
              "agreements: 28 agreements, 6 EPAs, 4 executive agreements")
    tap.equal(Counter(e["region"] for e in entries),
              Counter({"Asia": 10, "Oceania": 2, "America": 4, "Europe": 19, "Middle East": 1, "Africa": 2}),
              "agreements: entries by region")
    for region in dict.fromkeys(e["region"] for e in entries):
        tap.ok(descending([-int(e["year"]) for e in entries if e["region"] == region]),
               "agreements: %s is printed in the order of years" % region)
    stated = only(data["diplomacy/counts"], quantity="Countries or organisations with an agreement")
    tap.equal(len(parties), int(stated["value"]), "parties: as many as the text states (53)")
    tap.equal(Counter(p["type"] for p in parties), Counter(country=52, organisation=1),
              "parties: 52 countries and one organisation")
    tap.equal(Counter(p["kind"] for p in parties), Counter(agreement=42, EPA=6, executive=5), "parties: by kind")
    check_successors(tap, entries, parties)


def check_successors(tap, entries, parties):
    by_entry = defaultdict(list)
    for party in parties:
        by_entry[party["entry"]].append(party)
    tap.equal(set(by_entry), {e["entry"] for e in entries}, "parties: every entry has one")
    for entry in entries:
        own = by_entry[entry["entry"]]
        names = [p["printed_name"] for p in own]
        note = entry["note"].removeprefix("Succeeded by ")
        listed = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
        tap.equal(listed, note or entry["party"], "parties: those of entry %s" % entry["party"])
    shared = ("year", "kind", "region")
    years = {e["entry"]: e for e in entries}
    tap.ok(all(p[c] == years[p["entry"]][c] for p in parties for c in shared),
           "parties: year, kind, region of the entry")
    tap.ok(all(int(p["years_since_agreement"]) == 2013 - int(p["year"]) for p in parties),
           "parties: years_since_agreement is 2013 - year")
    tap.equal(only(parties, country="Russia")["year"], "2000", "parties: Russia has its own entry of 2000")


# Table 2 and section 3.1.1

def check_coauthorship(tap, data):
    share = {(r["country"], r["period"], r["kind"]): r["share_pct"] for r in data["coauthorship/shares"]}
    tap.equal(len(share), 36, "shares: six countries, two periods, three kinds")
    figures = list(share.values()) + [r["change_pp"] for r in data["coauthorship/shares_change"]]
    tap.equal([f for f in figures if len(f.partition(".")[2]) != 1], [], "shares: one decimal, as printed")
    check_differences(tap, share, data["coauthorship/shares_change"])
    check_sums(tap, share)
    papers = {r["country"]: int(r["papers_per_year"]) for r in data["coauthorship/papers"]}
    tap.equal(set(papers), {country for country, _, _ in share}, "papers: the countries of shares")
    tap.ok(papers["China"] > papers["Japan"], "papers: China has more than Japan, as the text says")
    check_partners(tap, where(data["coauthorship/japan_as_partner"], source="saka_igami_2015"))


def check_differences(tap, share, changes):
    tap.equal(len(changes), 18, "shares_change: 18 differences")
    as_printed = 0
    for row in changes:
        first = share[row["country"], "2001-2003", row["kind"]]
        last = share[row["country"], "2011-2013", row["kind"]]
        difference = Fraction(last) - Fraction(first)
        meet(tap, minus(cells.printed(last), cells.printed(first)), cells.printed(row["change_pp"]),
             "shares_change: %s %s" % (row["country"], row["kind"]))
        as_printed += difference == Fraction(row["change_pp"])
        if difference != Fraction(row["change_pp"]):
            tap.note("%s - %s = %.1f, printed %s" % (last, first, difference, row["change_pp"]))
        tap.equal(row["printed"].removeprefix("+").removesuffix("%p"), row["change_pp"],
                  "shares_change: text of %s %s" % (row["country"], row["kind"]))
    tap.equal(as_printed, 13, "shares_change: 13 of 18 agree to the printed digit")


def check_sums(tap, share):
    as_printed = 0
    cases = [(country, period) for country, period, kind in share if kind == "total"]
    for country, period in cases:
        total, two, more = (share[country, period, kind] for kind in ("total", "two_country", "multi_country"))
        meet(tap, plus(cells.printed(two), cells.printed(more)), cells.printed(total),
             "shares: parts of %s %s add up" % (country, period))
        as_printed += Fraction(two) + Fraction(more) == Fraction(total)
        if Fraction(two) + Fraction(more) != Fraction(total):
            tap.note("%s + %s = %.1f, printed %s" % (two, more, Fraction(two) + Fraction(more), total))
    tap.equal(len(cases), 12, "shares: 12 sums")
    tap.equal(as_printed, 8, "shares: 8 of 12 sums agree to the printed digit")


def check_partners(tap, rows):
    tap.equal(len(rows), 10, "japan_as_partner: ten rows of the paper")
    for partner in dict.fromkeys(r["partner"] for r in rows):
        first = cells.bounds(only(rows, partner=partner, period="2001-2003")["rank"])
        last = cells.bounds(only(rows, partner=partner, period="2011-2013")["rank"])
        tap.ok(last[0] > first[1], "japan_as_partner: the rank for %s falls" % partner)
    tap.equal(sum(r["rank"] == ">10" for r in rows), 2, "japan_as_partner: two ranks beyond the tenth")


# Table 3

def check_interest(tap, data):
    printed, surveys = data["interest/interest"], data["interest/surveys"]
    tap.equal(len(surveys), 29, "surveys: 29 samples")
    tap.equal(len({s["country"] for s in surveys}), 27, "surveys: 27 countries")
    tap.equal({int(s["survey"]) for s in surveys}, set(range(1, 14)), "surveys: footnotes 1 to 13")
    for survey, total in (("1", 1200), ("2", 1707), ("3", 2144), ("12", 1209)):
        tap.equal(sum(int(s["n"]) for s in where(surveys, survey=survey)), total, "surveys: n of survey %s" % survey)
    tap.ok(all((r["sample"] == "") == (r["alignment"] == "unknown") for r in printed),
           "interest: the sample is empty where it is unknown, and only there")
    known = [r for r in printed if r["sample"]]
    twice = [key for key, n in Counter((r["item"], r["sample"]) for r in known).items() if n > 1]
    tap.equal(twice, [], "interest: a sample has one cell an item")
    sample = {s["sample"]: s for s in surveys}
    tap.ok(all(sample[r["sample"]][c] == r[c] for r in known for c in ("country", "survey")),
           "interest: country and survey are those of the sample")
    order = [s["sample"] for s in surveys]
    rows = defaultdict(list)
    for r in known:
        rows[r["item"]].append((int(r["printed_column"]), order.index(r["sample"])))
    tap.equal([i for i, places in rows.items() if sorted(places) != sorted(places, key=lambda p: p[1])], [],
              "interest: in every row the samples keep the order of the header")
    choose = sum(int(r["share_pct"]) for r in known if sample[r["sample"]]["question"] == "choose_3")
    tap.ok(0 < choose <= 300, "interest: shares where three answers are chosen do not pass 300 %")
    headers = defaultdict(set)
    for r in printed:
        headers[r["block"], r["printed_column"]].add(r["printed_header"])
    tap.ok(all(len(h) == 1 for h in headers.values()), "interest: a printed column has one header")
    check_published(tap, data["interest/published"], known, surveys)
    check_pairs(tap, data["interest/st_culture"], known)


def check_published(tap, published, known, surveys):
    """Published figures against the cells of Table 3: a country's own, or the mean of a group of countries."""
    size = {s["sample"]: int(s["n"]) for s in surveys}
    for row in published:
        name = "published: %s, %s" % (row["area"], row["item"])
        if not row["table_item"]:
            tap.equal([r for r in known if r["survey"] == row["survey"] and r["item"].startswith("Traditional")], [],
                      name + " has no row in the table")
            continue
        cells_of = [r for r in known if r["survey"] == row["survey"] and r["item"] == row["table_item"]
                    and row["country"] in ("", r["country"])]
        tap.equal(len(cells_of), int(row["countries"]), name + ": cells in the table")
        shares = [cells.printed(r["share_pct"]) for r in cells_of]
        weights = [size[r["sample"]] for r in cells_of]
        figure = cells.printed(row["share_pct"])
        if row["respondents"]:
            tap.equal(sum(weights), int(row["respondents"]), name + ": respondents")
        meet(tap, mean(shares, weights), figure, name + " by respondents")
        meet(tap, mean(shares, [1] * len(shares)), figure, name + " by countries")


def check_pairs(tap, pairs, known):
    cell = {(r["sample"], r["item"]): r for r in known}
    tap.equal(len(pairs), 29, "st_culture: 29 samples")
    for part in ("st", "culture"):
        rows = [p for p in pairs if p[part + "_item"]]
        tap.ok(all(cell[p["sample"], p[part + "_item"]]["share_pct"] == p[part + "_pct"] for p in rows),
               "st_culture: cells of %s are those of interest.csv" % part)
    both = [p for p in pairs if p["culture_pct"]]
    tap.equal(len(both), 21, "st_culture: 21 samples have both cells")
    less = [p["sample"] for p in both if int(p["st_pct"]) <= int(p["culture_pct"])]
    tap.note("culture leads in: %s" % ", ".join(less))
    tap.equal(len(less), 9, "st_culture: culture leads in 9 samples")


# Table 4 and totals

def check_researchers(tap, data):
    flows = data["researchers/flows"]
    for direction, last, total in (("inbound", 296, 35649), ("outbound", 2105, 168225)):
        check_flow(tap, flows, direction, last, total)
    tap.equal({r["country"] for r in flows if r["outbound_rank"] in ("18", "19")}, {"Austria", "Malaysia"},
              "flows: outbound ranks 18 and 19 are Austria and Malaysia")
    countries = {p["country"] for p in where(data["agreements/parties"], type="country")}
    listed = {r["country"] for r in flows if r["inbound_rank"] != ">20" or r["outbound_rank"] != ">20"}
    tap.equal({r["country"] for r in flows}, countries | listed, "flows: both lists and every agreement country")
    tap.equal(listed - countries, {"Taiwan", "Austria"}, "flows: Taiwan and Austria have no agreement")
    check_totals(tap, data)


def check_flow(tap, flows, direction, last, total):
    rank = direction + "_rank"
    top = sorted((r for r in flows if r[rank] != ">20"), key=lambda r: int(r[rank]))
    tap.equal([int(r[rank]) for r in top], list(range(1, 21)), "flows: %s ranks 1 to 20" % direction)
    values = [int(r[direction]) for r in top]
    tap.ok(descending(values), "flows: %s is in descending order" % direction)
    tap.equal(values[-1], last, "flows: the twentieth %s" % direction)
    rest = [r for r in flows if r[rank] == ">20"]
    tap.equal({r[direction] for r in rest}, {"<=%d" % last}, "flows: %s beyond rank 20 is bounded" % direction)
    tap.ok(sum(values) < total, "flows: %s list is within the total of FY2013" % direction)
    tap.note("%s: the list has %d of %d researchers" % (direction, sum(values), total))


def check_totals(tap, data):
    value = {(r["fiscal_year"], r["direction"], r["duration"]): int(r["researchers"])
             for r in data["researchers/totals"]}
    complete = [k[:2] for k in value if k[2] == "total"
                and all((*k[:2], d) in value for d in ("short", "mid_long"))]
    for year, direction in complete:
        parts = value[year, direction, "short"] + value[year, direction, "mid_long"]
        tap.equal(parts, value[year, direction, "total"], "totals: %s %s adds up" % (year, direction))
    tap.equal(len(complete), 7, "totals: seven sums")
    inbound = ["FY%d" % year for year in range(1993, 2015)]
    tap.ok(all((year, "inbound", "total") in value for year in inbound), "totals: inbound FY1993-FY2014 is complete")
    for row in data["researchers/variants"]:
        other = value[row["fiscal_year"], row["direction"], row["duration"]]
        tap.ok(0 < abs(other - int(row["researchers"])) < 10, "variants: %s differs a little" % row["fiscal_year"])
    regions = sum(int(r["researchers"]) for r in where(data["researchers/other_years"], fiscal_year="FY2005"))
    tap.equal(regions, 34909, "other_years: sum of the regions of FY2005")
    tap.ok(regions <= value["FY2005", "inbound", "total"], "other_years: regions are within the total of FY2005")
    tap.note("regions of FY2005 add up to %d, the total is %d" % (regions, value["FY2005", "inbound", "total"]))


# ODA

def check_oda(tap, data):
    rows = data["oda/net_oda"]
    for country in G7:
        tap.equal([int(r["year"]) for r in where(rows, country=country)], list(range(1960, 2025)),
                  "net_oda: %s has every year 1960-2024" % country)
    tap.equal({(r["country"], r["year"]) for r in rows if r["const_flag"]},
              {("Germany", str(year)) for year in range(1960, 1970)}, "net_oda: the break is Germany 1960-1969")
    base = [r for r in rows if r["year"] == "2023" and r["oda_const_musd"]]
    tap.equal(len(base), 7, "net_oda: seven donors in 2023")
    for r in base:
        tap.ok(abs(Fraction(r["oda_musd"]) - Fraction(r["oda_const_musd"])) <= Fraction(1, 100),
               "net_oda: %s 2023 is the same at constant 2023 prices" % r["country"])
    check_price_bases(tap, rows, data["oda/net_oda_constant2022"])
    check_russia(tap, rows, data["oda/russia_vintages"])
    check_budget(tap, data)


def check_price_bases(tap, rows, rows2022):
    """The two constant-price series of a donor are proportional, but for the flagged rows and Italy 2022-2023."""
    constant = {(r["country"], r["year"]): Fraction(r["oda_const2022_musd"]) for r in rows2022}
    for country in G7:
        ratios = {r["year"]: Fraction(r["oda_const_musd"]) / constant[country, r["year"]]
                  for r in where(rows, country=country, const_flag="") if (country, r["year"]) in constant}
        middle = sorted(ratios.values())[len(ratios) // 2]
        apart = {year for year, ratio in ratios.items() if abs(ratio / middle - 1) > Fraction(1, 100)}
        tap.ok(apart <= ({"2022", "2023"} if country == "Italy" else set()),
               "net_oda: %s is proportional to the constant-2022 series within 1 %%" % country, sorted(apart))
    japan = only(rows, country="Japan", year="2022")["oda_musd"]
    tap.ok(abs(constant["Japan", "2022"] - Fraction(japan)) < Fraction(1, 100),
           "net_oda_constant2022: Japan 2022 is its current value")
    tap.equal([int(r["year"]) for r in where(rows2022, country="Russia")], list(range(2010, 2021)),
              "net_oda_constant2022: Russia has 2010-2020")


def check_russia(tap, rows, vintages):
    for row in where(rows, country="Russia"):
        same = [v for v in vintages if v["year"] == row["year"] and v["source"] == row["source"]]
        tap.equal([(v["oda_musd"], v["oda_pct_gni"], v["vintage"]) for v in same],
                  [(row["oda_musd"], row["oda_pct_gni"], row["status"])],
                  "net_oda: Russia %s is a vintage" % row["year"])
    tap.equal(only(rows, country="Russia", year="2015")["status"], "final", "net_oda: Russia 2015 is the final figure")
    for vintage in vintages:
        billions = vintage["note"].rpartition("USD ")[2].removesuffix(" billion")
        if billions != vintage["note"]:
            tap.equal(bounded(vintage["oda_musd"]), times(cells.printed(billions), 1000),
                      "russia_vintages: %s is what rounds to %s billion" % (vintage["year"], billions))


def change_factor(row):
    """What the printed change multiplies the year before by, as an interval."""
    return tuple(1 + end / 100 for end in cells.printed(row["change_pct"]))


def check_budget(tap, data):
    budget = {int(r["fiscal_year"][2:]): r for r in data["oda/japan_budget"]}
    for year, row in budget.items():
        before = budget.get(year - 1)
        if not row["change_pct"] or not before:
            continue
        value = cells.printed(row["budget_bn_yen"])
        if before["status"] == "derived_range":
            derived, cell = over(value, change_factor(row)), bounded(before["budget_bn_yen"])
            slack = derived[0] - cell[0], cell[1] - derived[1]
            tap.ok(all(0 <= s < Fraction(1, 10) for s in slack),
                   "japan_budget: the range of FY%d is what FY%d allows, rounded outwards" % (year - 1, year))
        else:
            meet(tap, over(value, cells.printed(before["budget_bn_yen"])), change_factor(row),
                 "japan_budget: change to FY%d" % year)
    counts = data["diplomacy/counts"]
    highest = times(cells.printed(only(counts, quantity="ODA budget in the general account, highest")["value"]), 1000)
    now = only(counts, quantity="ODA budget in the general account")["value"]
    share = only(counts, quantity="ODA budget of 2015 as a share of the highest")["value"]
    meet(tap, highest, bounded(budget[1997]["budget_bn_yen"]), "japan_budget: FY1997 and the paper's 1.168 trillion")
    tap.equal(budget[2015]["budget_bn_yen"], now, "japan_budget: FY2015 is the paper's 542.2")
    tap.equal(Fraction(budget[2016]["budget_bn_yen"]) - Fraction("9.7"), Fraction(now),
              "japan_budget: FY2015 is FY2016 less 9.7")
    meet(tap, times(over(cells.printed(now), highest), 100), cells.printed(share),
         "counts: 542.2 billion is 46 % of 1.168 trillion")
    rises = [year for year, row in budget.items() if 1997 < year <= 2015 and Fraction(row["change_pct"] or 0) > 0]
    tap.equal(rises, [1999], "japan_budget: one printed rise between FY1997 and FY2015")


# Posts, counts, dates

# Quantities of counts.csv whose members the text enumerates.
ENUMERATED = (
    "Principles of international scientific cooperation stated by the Science Council of Japan",
    "Countries without diplomatic relations named in the request of the Science Council of Japan",
    "Subsections on science and technology in the Diplomatic Bluebook",
    "Points of the policy in the CSTP report",
    "Points of attention in the report of the CSTP task force",
    "Measures urged in the report of the CSTP task force",
    "Diplomatic approaches named in the report of the advisory panel",
)


def check_diplomacy(tap, data):
    counts, posts, liaison = data["diplomacy/counts"], data["diplomacy/posts"], data["diplomacy/liaison"]
    missions = only(counts, quantity="Diplomatic missions with science and technology officials")
    tap.equal(len(posts), int(missions["value"]), "posts: as many as the figure states (29)")
    tap.equal([p["post_number"] for p in posts], [str(n) for n in range(1, 30)], "posts: numbered 1..29")
    tap.equal(Counter(p["type"] for p in posts), Counter(country=25, organisation=4),
              "posts: 25 to countries, 4 to organisations")
    tap.ok(all(bool(p["country"]) != bool(p["organisation"]) for p in posts), "posts: a country or an organisation")
    cities = only(counts, quantity="Cities with a local liaison committee")
    members = Counter(row["city"] for row in liaison)
    tap.equal(len(members), int(cities["value"]), "liaison: as many cities as the figure states (5)")
    tap.equal(members, Counter({"Washington D.C.": 9, "Paris": 10, "London": 3, "Beijing": 8, "Bangkok": 6}),
              "liaison: members by city")
    tap.ok({r["country"] for r in liaison} <= {p["country"] for p in posts}, "liaison: every city's country has a post")
    for row in counts:
        tap.ok(bool(row["printed"]) and cells.is_number(row["value"]), "counts: %s" % row["quantity"])
    lengths = Counter(row["list"] for row in data["diplomacy/lists"])
    tap.equal(Counter(lengths.values()), Counter(int(row["value"]) for row in counts if row["quantity"] in ENUMERATED),
              "lists: as many members as the text states")
    tap.equal([row["position"] for row in data["diplomacy/lists"]],
              [str(n) for length in lengths.values() for n in range(1, length + 1)], "lists: numbered from 1")
    date = {r["event"]: r["date"] for r in data["diplomacy/dates"]}
    tap.ok(all(cells.period_kind(d) in ("year", "month", "day") for d in date.values()), "dates: every date is one")
    tap.equal(date["Advisory panel reports to the Minister for Foreign Affairs"], "2015-05",
              "dates: the panel's report is as printed")
    tap.equal(date["First meeting of the advisory panel"], "2015-07-29", "dates: the panel's meeting is as printed")
    tap.note("the first meeting of the panel is printed with a later date than its report")


# All tables

def check_countries(tap, data):
    """One code a name and one name a code, in all tables."""
    codes, names = defaultdict(set), defaultdict(set)
    for table in data.names():
        for row in data[table]:
            if row.get("iso3") and row.get("country"):
                codes[row["country"]].add(row["iso3"])
                names[row["iso3"]].add(row["country"])
    tap.equal([c for c, found in codes.items() if len(found) > 1], [], "countries: one code a name")
    tap.equal([c for c, found in names.items() if len(found) > 1], [], "countries: one name a code")
    unknown = {(t, row[c]) for t in data.names() for row in data[t] for c in ("country", "partner")
               if row.get(c) and row[c] not in codes and row[c] != "EC"}
    tap.equal(unknown, set(), "countries: every name has a code somewhere")


def check_readme(tap, data):
    """README.md lists every table with its number of rows."""
    with open(os.path.join(data.root, "README.md"), encoding="utf-8") as stream:
        rows = [line.split("|")[1:3] for line in stream if line.startswith("| ")]
    listed = {name.strip(): count.strip() for name, count in rows if name.strip().endswith(".csv")}
    tap.equal(listed, {t + ".csv": str(len(data[t])) for t in data.names()}, "README.md: every table and its rows")


CHECKS = [check_agreements, check_coauthorship, check_interest, check_researchers, check_oda, check_diplomacy,
          check_countries, check_readme]
DATASETS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "datasets")


def run(tap, data):
    for check in CHECKS:
        try:
            check(tap, data)
        except (OSError, LookupError, ValueError) as error:
            tap.ok(False, check.__name__, ["stopped: %s: %s" % (type(error).__name__, error)])
    return tap.done()


if __name__ == "__main__":
    sys.exit(run(Tap(), Data(sys.argv[1] if len(sys.argv) > 1 else DATASETS)))
