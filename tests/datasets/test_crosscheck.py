#!/usr/bin/env python3
"""Change one cell of a dataset, or drop a row: crosscheck.py must fail.  Prints TAP."""

import copy
import io
import sys

from crosscheck import DATASETS, Data, only, run
sys.path.append(__file__.rsplit("/", 2)[0] + "/support")
from tap import Tap  # noqa: E402

# table, the row, column and its new value; column None drops the row
CHANGES = [
    ("agreements/agreements", {"party": "Finland"}, "year", "1996"),
    ("agreements/agreements", {"party": "Singapore"}, "kind", "agreement"),
    ("agreements/agreements", {"party": "Sweden"}, None, None),
    ("agreements/parties", {"country": "Armenia"}, None, None),
    ("agreements/parties", {"country": "Armenia"}, "entry", "31"),
    ("agreements/parties", {"country": "Norway"}, "years_since_agreement", "11"),
    ("agreements/parties", {"country": "EC"}, "type", "country"),
    ("agreements/parties", {"country": "Czechia"}, "country", "Czech Republic"),
    ("coauthorship/shares", {"country": "Japan", "period": "2011-2013", "kind": "two_country"}, "share_pct", "20.3"),
    ("coauthorship/shares", {"country": "Japan", "period": "2011-2013", "kind": "two_country"}, "share_pct", "20"),
    ("coauthorship/shares_change", {"country": "China", "kind": "two_country"}, "change_pp", "0.5"),
    ("coauthorship/papers", {"country": "China"}, "papers_per_year", "4504"),
    ("coauthorship/japan_as_partner", {"partner": "Germany", "period": "2011-2013"}, "rank", "7"),
    ("coauthorship/japan_as_partner", {"partner": "Germany", "period": "2011-2013"}, "rank", ">=8"),
    ("interest/interest", {"item": "Science and technology", "sample": "Turkey 2012"}, "share_pct", "62"),
    ("interest/interest", {"item": "Culture", "sample": "Uzbekistan 2015"}, "share_pct", "51"),
    ("interest/interest", {"item": "Sake"}, "alignment", "inferred"),
    ("interest/interest", {"item": "Technology", "sample": "Chile 2014-15"}, "sample", "Colombia 2014-15"),
    ("interest/interest", {"item": "Technology", "sample": "Chile 2014-15"}, "country", "Colombia"),
    ("interest/interest", {"item": "Technology", "sample": "Chile 2014-15"}, "printed_column", "13"),
    ("interest/surveys", {"sample": "Mexico 2014-15"}, "n", "470"),
    ("interest/surveys", {"sample": "Mexico 2011"}, None, None),
    ("interest/published", {"area": "ASEAN 7", "item": "economy"}, "share_pct", "37"),
    ("interest/published", {"area": "Central Asia 4", "item": "culture"}, "respondents", "1207"),
    ("interest/st_culture", {"sample": "Spain 2012"}, "st_pct", "58"),
    ("researchers/flows", {"country": "Taiwan"}, "inbound", "1140"),
    ("researchers/flows", {"country": "Egypt"}, "inbound", "295"),
    ("researchers/flows", {"country": "Brunei"}, "outbound", "<=296"),
    ("researchers/flows", {"country": "Austria"}, "outbound_rank", "19"),
    ("researchers/flows", {"country": "Israel"}, None, None),
    ("researchers/flows", {"country": "Taiwan"}, "iso3", "CHN"),
    ("researchers/totals", {"fiscal_year": "FY2012", "direction": "inbound", "duration": "short"},
     "researchers", "21827"),
    ("researchers/totals", {"fiscal_year": "FY1999", "direction": "inbound"}, None, None),
    ("researchers/variants", {"fiscal_year": "FY2010"}, "researchers", "136459"),
    ("researchers/other_years", {"area": "Africa"}, "researchers", "774"),
    ("oda/net_oda", {"country": "Japan", "year": "1997"}, None, None),
    ("oda/net_oda", {"country": "Japan", "year": "1997"}, "oda_const_musd", "9358"),
    ("oda/net_oda", {"country": "Italy", "year": "2023"}, "oda_musd", "6010"),
    ("oda/net_oda", {"country": "Germany", "year": "1969"}, "const_flag", ""),
    ("oda/net_oda", {"country": "Russia", "year": "2015"}, "oda_musd", "[1050,1150]"),
    ("oda/net_oda_constant2022", {"country": "Russia", "year": "2012"}, None, None),
    ("oda/russia_vintages", {"year": "2016"}, "oda_musd", "[950,1150]"),
    ("oda/japan_budget", {"fiscal_year": "FY1999"}, "change_pct", "-0.2"),
    ("oda/japan_budget", {"fiscal_year": "FY1997"}, "budget_bn_yen", "[1168.3,1169.6]"),
    ("oda/japan_budget", {"fiscal_year": "FY1997"}, "budget_bn_yen", "[1100,1200]"),
    ("oda/japan_budget", {"fiscal_year": "FY2015"}, "budget_bn_yen", "542.4"),
    ("diplomacy/posts", {"post": "Ukraine"}, None, None),
    ("diplomacy/liaison", {"city": "London", "member": "JETRO"}, None, None),
    ("diplomacy/counts", {"quantity": "ODA budget of 2015 as a share of the highest"}, "value", "47"),
    ("diplomacy/lists", {"item": "Public diplomacy"}, None, None),
    ("diplomacy/dates", {"event": "First meeting of the advisory panel"}, "date", "2014-07-29"),
]


def fails(tables, change):
    """Does crosscheck fail with one CHANGE made to TABLES?"""
    name, key, column, value = change
    data = Data(DATASETS)
    data.tables = {**tables, name: copy.deepcopy(tables[name])}
    row = only(data.tables[name], **key)
    if column is None:
        data.tables[name].remove(row)
    else:
        assert row[column] != value, change
        row[column] = value
    return run(Tap(io.StringIO()), data) == 1


def main():
    tap = Tap()
    data = Data(DATASETS)
    tap.equal(run(Tap(io.StringIO()), data), 0, "the datasets as they are pass")
    for change in CHANGES:
        name, key, column, value = change
        place = "%s: %s" % (name, ", ".join(key.values()))
        what = "row dropped" if column is None else "%s %r" % (column, value)
        tap.ok(fails(data.tables, change), "%s: %s" % (place, what))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
