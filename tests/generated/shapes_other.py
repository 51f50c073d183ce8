"""Shapes in other habits: parts of the year as offices spell them, units under years, ages, flags between values,
codes behind their labels, indented stubs with leaders, headnotes and notes with addresses."""
import keys
import values
from draft import Draft, Flag, Value

QUARTERS = ["{y}-Q{q}", "{y}Q{q}", "Q{q} {y}", "{y} Q{q}", "Q{q}-{y}", "{y}q{q}", "{y}:Q{q}", "{q}Q{y}", "Q{q}/{y}"]
HALVES = ["{y}-H{q}", "{y}H{q}", "H{q} {y}", "{y}S{q}", "{y}-S{q}"]
HEADNOTES = ["[In thousands (63,377 represents 63,377,000), except percent. As of March; see headnote]",
             "[As of July 1. For definition, see text, Section 1]", "(Millions of dollars)", "in 1 000 persons",
             "Unit: USD million, 2010 prices"]
NOTES = ["- Represents zero. NA Not available. X Not applicable.", "1 Includes the self-employed.",
         "Note: Figures may not add to totals because of rounding.", "p = provisional",
         "Source: OECD (2021), Main Indicators (database), https://doi.org/10.1787/data-00052-en (accessed on 3 March)",
         "Sources: INSEE, survey of employment 1990-2005; own sums.", "See headnote, Table 12."]


def around(random, draft, what):
    """Titles and notes as statistical abstracts have them."""
    if random.random() < 0.5:
        draft.above = [[f"Table {random.randint(1, 400)}. {what} by Country: 1990 to 2005"],
                       [random.choice(HEADNOTES)]][:random.choice([1, 2])]
        draft.ignored.update(line[0] for line in draft.above)
    if random.random() < 0.5:
        draft.below = [[""], *([note] for note in random.sample(NOTES, random.choice([1, 2, 3])))]
    return draft


def parts_across(random):
    """Quarters or halves of years across, spelt one way of many."""
    parts, forms, letter = random.choice([(4, QUARTERS, "Q"), (2, HALVES, "S")])
    form, first, draw = random.choice(forms), random.randint(1985, 2018), values.shares(random)
    run = [(first + i // parts, i % parts + 1) for i in range(random.randint(3, 3 * parts))]
    draft = Draft("wide")
    draft.header = [[random.choice(["Indicator", "Series", ""]), *(form.format(y=y, q=q) for y, q in run)]]
    names = random.sample(keys.REGIONS, 4)
    draft.body = [[name, *(Value([name], f"{y}-{letter}{q}", draw()) for y, q in run)] for name in names]
    draft.recipe.append(f"parts as {form}")
    return around(random, draft, "Indicators")


def units_under_years(random):
    """2019 | | 2020 | over Number | Percent."""
    first, draws = random.randint(1960, 2015), [values.counts(random), values.shares(random)]
    names, years = ["Number", "Percent"], range(first, first + random.randint(2, 4))
    draft = Draft("grouped")
    draft.header = [["", *(text for y in years for text in (str(y), ""))], ["State", *names * len(years)]]
    draft.body = [[state, *(Value([state, n], str(y), draws[k]()) for y in years for k, n in enumerate(names))]
                  for state in random.sample(keys.REGIONS, 5)]
    return around(random, draft, "Births")


def ages(random):
    """Ages in single years down the first column: numbers that are a key."""
    draft = Draft("ages")
    start, across = random.randint(0, 60), random.choice([["1990", "2000", "2010"], ["Total", "Male", "Female"]])
    draft.header = [[random.choice(["Age", "age", "Age in years", "Alter"]), *across]]
    draw = values.large_counts(random)
    draft.body = [[str(age), *(Value([str(age)] + ([] if a.isdigit() else [a]), a if a.isdigit() else "", draw())
                               for a in across)] for age in range(start, start + random.randint(5, 20))]
    draft.may_ask("numbers that are a key")
    return draft


def flag_between(random):
    """Trips | Flag | Nights: the flags are those of the column to their left."""
    draft, draws = Draft("flag between"), [values.shares(random), values.large_counts(random)]
    names = random.sample(["Trips", "Nights", "Beds", "Exports", "Imports"], 2)
    draft.header = [["Region", "Year", names[0], random.choice(["Flag", "flag"]), names[1]]]
    for region in random.sample(keys.REGIONS, 3):
        for year in range(2001, 2006):
            flag = random.choice(["", "", "p", "e"])
            left = Value([region, names[0]], str(year), draws[0](), marks=[flag] if flag else [])
            draft.body.append([region, str(year), left, Flag(left, flag),
                               Value([region, names[1]], str(year), draws[1]())])
    return draft


def codes_behind(random):
    """Sector | NAICS | 1992 | 1993: codes of four digits between their labels and the years."""
    draft, draw = Draft("wide"), values.large_counts(random)
    years = [str(1990 + i) for i in range(random.randint(2, 5))]
    draft.header = [[random.choice(["Sector", "Industry"]), random.choice(["NAICS", "ISIC", "NACE code", "Code"]), *years]]
    draft.body = [[name, code, *(Value([name, code], y, draw()) for y in years)]
                  for code, name in random.sample(keys.MUNICIPALITIES, 6)]
    return around(random, draft, "Sales")


def stubs(random):
    """A statistical abstract: a total and indented names below it, leaders, a blank row below the header."""
    draft, years = Draft("wide"), [str(y) for y in range(1995, 1995 + random.randint(2, 6))]
    draft.header = [[random.choice(["State", "Item", "Country"]), *years]]
    draft.under_header = [[""] * (len(years) + 1)] if random.random() < 0.5 else []
    draw, dots = values.counts(random), random.choice(["", " .........."])
    for i, name in enumerate(["United States", *random.sample(keys.REGIONS, 5)]):
        draft.body.append([("  " if i else "") + name + dots, *(Value([name], y, draw()) for y in years)])
    return around(random, draft, "Employment")


KINDS = {"parts across": (2, parts_across), "units under years": (2, units_under_years), "ages": (1, ages),
         "flag between": (1, flag_between), "codes behind": (2, codes_behind), "stubs": (2, stubs)}
