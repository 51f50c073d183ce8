#!/usr/bin/env python3
"""cases.py [--build DIR] [-v] [NAME...]

Small tables of many kinds in $POLSTAT_CASES, else ../shared/cases/tables; where there is no such folder they
are skipped.  For each the right answer: the cells that must come out (the columns that are listed here, as a
set of rows), or that polstat-tidy must ask, with a text that its message has.  TAP; the last line counts what
is right, what is asked needlessly, and what is wrong in silence.
"""
import argparse
import os
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/support")]
import tidy  # noqa: E402
from tap import Tap  # noqa: E402

FOLDER = Path(os.environ.get("POLSTAT_CASES", ROOT.parent / "shared/cases/tables"))

# name, options, the table (columns in its first line, rows between /), and what stderr has besides
RIGHT = [
    ("first-record-header", "-m na", "Country period value note / Aland 2016 _ na / Aland 2017 _ na / Bland 2016 100 _ / "
     "Bland 2017 120 _ / Cland 2016 45 _ / Cland 2017 46 _ / Dland 2016 47 _ / Dland 2017 48 _"),
    ("first-record-header", "", "Country period value note / Aland 2016 _ na / Aland 2017 _ na / Bland 2016 100 _ / "
     "Bland 2017 120 _ / Cland 2016 45 _ / Cland 2017 46 _ / Dland 2016 47 _ / Dland 2017 48 _"),
    ("first_row_empty", "", "country period value / Aruba 2001 _ / Aruba 2002 _ / Belize 2001 3 / Belize 2002 4 / "
     "Chad 2001 5 / Chad 2002 6"),
    ("fishstat-flag", "", "Country Species period value / Nord Cod 2016 780 / Nord Cod 2017 0 / Sued Cod 2016 100 / "
     "Sued Cod 2017 120 / West Cod 2016 45 / West Cod 2017 46 / Ost Cod 2016 45 / Ost Cod 2017 46", "ask:0 0"),
    ("titled", "", "country period value / Aruba 2001 _ / Aruba 2002 _ / Belize 2001 3 / Belize 2002 4 / "
     "Chad 2001 5 / Chad 2002 6"),
    ("section_rows", "", "* country period value / Loans A 2001 1 / Loans A 2002 2 / Loans B 2001 3 / Loans B 2002 4 / "
     "Grants A 2001 10 / Grants A 2002 20 / Grants B 2001 30 / Grants B 2002 40"),
    ("section-rows", "", "* Denomination period value / Wages,~total 1st~decile 2010 127203 / "
     "Wages,~total 1st~decile 2015 160483 / Wages,~total 1st~decile 2016 164067 / Wages,~total 2nd~decile 2010 319125 / "
     "Wages,~total 2nd~decile 2015 437449 / Wages,~total 2nd~decile 2016 447299 / Pensions,~total 1st~decile 2010 27203 / "
     "Pensions,~total 1st~decile 2015 60483 / Pensions,~total 1st~decile 2016 64067 / Pensions,~total 2nd~decile 2010 19125 / "
     "Pensions,~total 2nd~decile 2015 37449 / Pensions,~total 2nd~decile 2016 47299"),
    ("groups", "", "* Partner period value / Loans Utopia 2007 1 / Loans Utopia 2008 2 / Loans Arcadia 2007 3 / "
     "Loans Arcadia 2008 4 / Grants Utopia 2007 5 / Grants Utopia 2008 6 / Grants Arcadia 2007 7 / Grants Arcadia 2008 8"),
    ("title_commas", "", "country period value / A 2001 1 / A 2002 2 / B 2001 4"),
    ("extracted_on", "", "variable period value / aid 2001 1 / gni 2001 5 / aid 2002 2 / gni 2002 6 / aid 2003 4 / gni 2003 7"),
    ("footer_as_data", "", "country period value / A 2018 1 / A 2019 2 / B 2018 3 / B 2019 4"),
    ("footer-record", "", "Sector period value / All 2018 606.5 / All 2019 666.5 / All 2020 708.5 / Business 2018 441.5 / "
     "Business 2019 498.5 / Business 2020 538.5"),
    ("estat-footer", "", "period value / 2015 100 / 2020 110"),
    ("notes2", "", "Partner period value / Utopia 2019 100 / Utopia 2020 105 / Arcadia 2019 120 / Arcadia 2020 20"),
    ("discontinued", "", "country variable period value / " + " / ".join(
        f"Nord researchers {y} {v}" for y, v in zip(range(2001, 2009), range(11, 19))) + " / " + " / ".join(
        f"Nord patents {y} {v}" for y, v in zip(range(2001, 2009), "6 7 8 _ _ _ _ _".split()))),
    ("discontinued-dots", "", "country variable period value / " + " / ".join(
        f"Nord researchers {y} {v}" for y, v in zip(range(2001, 2009), range(11, 19))) + " / " + " / ".join(
        f"Nord patents {y} {v}" for y, v in zip(range(2001, 2009), "6 7 8 _ _ _ _ _".split()))),
    ("missing-option", "", "country variable period value / " + " / ".join(
        f"Nord arms {y} {v}" for y, v in zip(range(2001, 2007), "10 11 12 13 13 13".split())) + " / " + " / ".join(
        f"Nord aid {y} {v}" for y, v in zip(range(2001, 2007), "5 _ 7 _ 8 _".split()))),
    ("missing-option", "-m xxx", "country variable period value / " + " / ".join(
        f"Nord arms {y} {v}" for y, v in zip(range(2001, 2007), "10 11 12 13 13 13".split())) + " / " + " / ".join(
        f"Nord aid {y} {v}" for y, v in zip(range(2001, 2007), "5 _ 7 _ 8 _".split()))),
    ("billions", "", "Donor variable period value / Norway Total~ODA 2024 _ / Norway ODA/GNI 2024 1.03 / "
     "Sweden Total~ODA 2024 _ / Sweden ODA/GNI 2024 0.84 / Norway Total~ODA 2025 _ / Norway ODA/GNI 2025 1.02 / "
     "Sweden Total~ODA 2025 _ / Sweden ODA/GNI 2025 0.80"),
    ("total-beside-years", "", "country variable period value / A _ 2018 1 / A _ 2019 2 / A _ 2020 3 / A Total _ 6 / "
     "B _ 2018 4 / B _ 2019 5 / B _ 2020 6 / B Total _ 15"),
    ("year-letter-int", "", "Sector period value note / All 2018 65 _ / All 2019 75 _ / All 2020 85 a / "
     "Business 2018 15 _ / Business 2019 25 _ / Business 2020 35 a"),
    ("year-paren", "", "Sector period value note / All 2018 6.5 _ / All 2019 7.5 _ / All 2020 8.5 (p) / "
     "Business 2018 1.5 _ / Business 2019 2.5 _ / Business 2020 3.5 (p)"),
    ("wide_unknown_period", "", "country period value note / A 2018 1 _ / A 2019 2 _ / A 2020 3 P / A 2021 4 F / "
     "B 2018 5 _ / B 2019 6 _ / B 2020 7 P / B 2021 8 F"),
    ("five_years", "", "country period value / A 2000-2004 1 / A 2005-2009 2 / A 2010-2014 3 / B 2000-2004 4 / "
     "B 2005-2009 5 / B 2010-2014 6"),
    ("values-beside-periods", "", "Land period value / Nord 2002-2003 10.5 / Nord 2014 20.1 / Nord 2015 30.2 / "
     "Sued 2002-2003 11.5 / Sued 2014 21.1 / Sued 2015 31.2"),
    ("values-beside-periods", "--values '2002-2003 average'", "Land period value / Nord 2002-2003 10.5 / Nord 2014 20.1 / "
     "Nord 2015 30.2 / Sued 2002-2003 11.5 / Sued 2014 21.1 / Sued 2015 31.2"),
    ("code-as-period", "", "kommune~code kommune variable value / 1101 Eigersund population 14811 / 1101 Eigersund area 432 / "
     "1103 Stavanger population 143574 / 1103 Stavanger area 262 / 1106 Haugesund population 37357 / "
     "1106 Haugesund area 72 / 1108 Sandnes population 79537 / 1108 Sandnes area 1042"),
    ("id-as-period", "", "table_id row_id group variable period value / 1000 r001 Women physics _ 44.7 / "
     "1000 r001 Women chemistry _ 50.4 / 1000 r002 Men physics _ 55.3 / 1000 r002 Men chemistry _ 49.6 / "
     "1000 r003 Unknown physics _ 0.0 / 1000 r003 Unknown chemistry _ 0.0"),
    ("codes-as-values", "", "Dept Dept~name Chapter Chapter~name period value / 110 Culture 3 Fees 2023 15000 / "
     "110 Culture 4 Transfers 2023 25000 / 120 Works 3 Fees 2023 1940000 / 120 Works 4 Transfers 2023 118000"),
    ("morocco-month", "", "country iso3 period value / Morocco MAR 2019 5 / Morocco MAR 2020 6 / Morocco MAR 2021 7"),
    ("flag-before-value", "", "DONOR period value flag / NOR 2001 13.5 A / NOR 2002 14.5 P / SWE 2001 15.5 A / SWE 2002 16.5 A"),
    ("flag-before-value", "--values ObsValue", "DONOR period value flag / NOR 2001 13.5 A / NOR 2002 14.5 P / "
     "SWE 2001 15.5 A / SWE 2002 16.5 A"),
    ("timedim", "", "SpatialDim variable period value / SOM NumericValue 2008 48.03 / SOM Low 2008 46.71 / SOM High 2008 49.62 / "
     "BTN NumericValue 2002 67.84 / BTN Low 2002 67.08 / BTN High 2002 68.55"),
    ("estat-db-columns", "", None),
    ("cbs-star", "", "Regeling period value note / Totaal 2019 5768.6 _ / Totaal 2020 5814.5 _ / Totaal 2021 5865.6 * / "
     "Nieuw 2019 68.6 _ / Nieuw 2020 14.5 _ / Nieuw 2021 _ .;~*"),
    ("year-star", "", "region period value note / A 2019 5 _ / A 2020 6 _ / A 2021 7 *"),
    ("marker_lost", "", "country period value note / A 2020 4 (1) / A 2020 5 (2) / A 2021 6 p"),
    ("one-label-rows", "", "* * Employment period value / Men=Tokyo 2011 9"),
    ("dup", "", "country period value / A 2020-Q1 4 / A 2020-Q1 5 / A 2021-Q1 6", "has the keys and the period"),
    ("contradict", "", "ask"),
    ("contradict", "--decimal ,", "listed:7.482 8.316 2.124 0.079 24.000"),
    ("jma-month", "", "period value / 2011-01 9.1 / 2011-02 11.2 / 2011-03 12.3"),
    ("mdy", "", "Region period value / A 2020-01-22 1 / A 2020-01-23 2 / A 2020-01-24 3 / B 2020-01-22 4 / "
     "B 2020-01-23 5 / B 2020-01-24 6"),
    ("sdmx-dash", "", "ask", "--missing -"),
    ("yes_no", "", "Region variable value / North Yes 61 / North No 30 / North Do~not~know 9 / South Yes 55 / South No 40 / "
     "South Do~not~know 5 / East Yes 48 / East No 45 / East Do~not~know 7"),
    ("no_projects", "", "Partner variable value / A Loans 12 / A No.~of~projects 4 / A Grants 3 / B Loans 15 / "
     "B No.~of~projects 6 / B Grants 2 / C Loans 11 / C No.~of~projects 3 / C Grants 9"),
    ("year1", "", "Region variable value / A Total 120 / A Year~1~pupils 41 / A Share 33 / B Total 150 / B Year~1~pupils 62 / "
     "B Share 21 / C Total 110 / C Year~1~pupils 37 / C Share 9"),
    ("year_suffix", "", "Country period value note / Utopia 2006 100 _ / Utopia 2007 105 _ / Utopia 2008 110 prelim. / "
     "Arcadia 2006 120 _ / Arcadia 2007 20 _ / Arcadia 2008 30 prelim. / Erewhon 2006 90 _ / Erewhon 2007 5 _ / "
     "Erewhon 2008 4 prelim."),
    ("change_wide", "", "Country variable period value / A _ 2005 4500 / A _ 2006 4536 / A Change~2005-2006 _ 36 / "
     "B _ 2005 2800 / B _ 2006 2842 / B Change~2005-2006 _ 42"),
    ("span", "", "column_1 variable period value note / A Total 2009 9 _ / A Small 2009 1 _ / A Large 2009 4 _ / A Total 2010 7 _ / "
     "A Small 2010 1 _ / A Large 2010 3 _ / B Total 2009 5 _ / B Small 2009 _ - / B Large 2009 3 _ / B Total 2010 4 _ / "
     "B Small 2010 _ - / B Large 2010 2 _ / C Total 2009 6 _ / C Small 2009 _ - / C Large 2009 4 _ / C Total 2010 5 _ / "
     "C Small 2010 _ - / C Large 2010 4 _ / D Total 2009 8 _ / D Small 2009 _ - / D Large 2009 6 _ / D Total 2010 7 _ / "
     "D Small 2010 _ - / D Large 2010 6 _"),
    ("merged", "", "Region * value / A Total=Male 4"),
    ("datahead", "", "Country variable value note / Utopia Aid 100 _ / Utopia Growth _ (X) / Arcadia Aid 120 _ / "
     "Arcadia Growth 20 _ / Erewhon Aid 90 _ / Erewhon Growth 5 _ / Oz Aid 70 _ / Oz Growth 8 _"),
    ("blankrow", "", "Country variable value / Utopia Aid 100 / Utopia Growth 3 / Arcadia Aid 120 / Arcadia Growth 20"),
    ("naparen", "", "Body variable value note / A Churches 4174 _ / A Clergy 7741 _ / B Churches 3337 _ / B Clergy 3777 _ / "
     "C Churches 127 _ / C Clergy 320 _ / D Churches 12 _ / D Clergy _ (NA) / E Churches 15 _ / E Clergy 12 _ / "
     "F Churches 9 _ / F Clergy _ (NA) / G Churches 10 _ / G Clergy 8 _ / H Churches 11 _ / H Clergy _ (NA)"),
    ("unitrow", "", "variable period value unit / Units 1980 1292 1000 / Value 1980 45 million~dollars / Units 1985 1742 1000 / "
     "Value 1985 67 million~dollars / Units 1990 1193 1000 / Value 1990 70 million~dollars"),
    ("unnamed_numbers_flag", "", "ask", "column_4"),
    ("1e400", "", "country period value / A 2019 _ / B 2019 5 / C 2019 7"),
    ("german_thousands", "", "ask", "--decimal"),
    ("describe-thousands", "", "ask", "--decimal"),
    ("genesis-latin1-describe", "", "ask", "encoding"),
    ("yyyymm", "", "month-count 36"),
    ("fiscal_2000-01", "", "period value / " + " / ".join(f"{y}-{y + 1} {100 + 10 * (y - 2000)}" for y in range(2000, 2012))),
    ("invisible", "", None),
    ("trailing", "", None),
    ("nbsp", "", "period value / 2001 1 / 2002 2 / 2003 4"),
]


def parse(text):
    rows = [[("" if w == "_" else w.replace("~", " ")) for w in line.split()] for line in text.split(" / ")]
    return rows[0], rows[1:]


def listed_faults(result, words):
    have = [t["text"] for t in result.report["not_understood"]]
    return [f"{w} is not listed" for w in words if w not in have]


def table_faults(result, text):
    """The rows of the columns listed; * is any column, whose value may stand anywhere; a=b on one row."""
    names, rows = parse(text)
    if any("=" in cell for row in rows for cell in row):
        for row in rows:
            cells = [c for cell in row for c in cell.split("=")]
            if not any(all(c in got for c in cells) for got in result.rows):
                return [f"no row has {cells}; first rows {result.header} {result.rows[:3]}"]
        return []
    got = Counter()
    known = [result.header.index(n) if n in result.header else None for n in names]
    missing = [n for n, k in zip(names, known) if k is None and n != "*" and n != "variable"]
    if missing:
        return [f"no column {missing}; there are {result.header}"]
    used = set(known)
    free = [i for i in range(len(result.header)) if i not in used]
    for row in result.rows:
        cells = []
        for name, k, want in zip(names, known, range(len(names))):
            if name == "*":
                values = {r[want] for r in rows}
                cells.append(next((row[i] for i in free if row[i] in values), ""))
            else:
                cells.append("" if k is None else row[k])
        got[tuple(cells)] += 1
    want = Counter(tuple(r) for r in rows)
    lines = [f"not there: {r}" for r in (want - got)] + [f"too much: {r}" for r in (got - want)]
    return lines[:4]


def judge(result, right):
    """right, asked or wrong, and why."""
    table, more = right[2], right[3] if len(right) > 3 else ""
    if table == "ask":
        if result.code == 0:
            return "wrong", ["read, where it must ask"]
        return ("right", []) if more in result.stderr else ("asked", [f"no {more!r} in {result.stderr[:300]}"])
    if result.code != 0:
        if more.startswith("ask:") and more[4:] in result.stderr:
            return "right", []
        return "asked", [result.stderr[:600]]
    if table is None:
        return "right", []
    if result.report is None:
        return "wrong", ["no report"]
    if table.startswith("listed:"):
        lines = listed_faults(result, table[7:].split())
    elif table.startswith("month-count"):
        n = len({r for r in result.column("period") if re.fullmatch(r"\d{4}-\d\d", r)})
        lines = [] if n == 36 else [f"{n} months"]
    else:
        lines = table_faults(result, table)
        if more and not more.startswith("ask:") and more not in result.stderr:
            lines.append(f"no {more!r} on stderr")
    return ("wrong", lines) if lines else ("right", [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    options.build = options.build.resolve()
    tap = Tap()
    count = Counter()
    if not FOLDER.is_dir():
        tap.skip("no cases: set POLSTAT_CASES to their folder")
        return tap.done()
    for right in RIGHT:
        if options.names and right[0] not in options.names:
            continue
        result = tidy.run(options.build, FOLDER / f"{right[0]}.csv", right[1])
        verdict, lines = judge(result, right)
        count[verdict] += 1
        if options.v and result.code == 0:
            lines = lines + [",".join(result.header)] + [",".join(r) for r in result.rows[:12]]
        tap.ok(verdict == "right", f"case {right[0]} {right[1]}: {verdict}", lines)
    print("# " + ", ".join(f"{count[k]} {k}" for k in ("right", "asked", "wrong")))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
