"""Shapes by habit: what stands once holds for the rows below it, parts of the year in Roman numbers and in other
languages, blocks with their own headings and headers, lines that say what each series is."""
import keys
import values
from draft import Draft, Value

ROMAN = ["I", "II", "III", "IV"]
ROMAN_FORMS = ["{q} {y}", "{y} {q}", "{y}-{q}", "{y}/{q}", "{q}/{y}", "{q}-{y}"]
MONTHS = {
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "Italian": ("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
                "dicembre").split(),
    "Portuguese": ("janeiro fevereiro mar\u00e7o abril maio junho julho agosto setembro outubro novembro "
                   "dezembro").split(),
}
QUARTERS = [["Q1", "Q2", "Q3", "Q4"], ROMAN, ["Jan-Mar", "Apr-Jun", "Jul-Sep", "Oct-Dec"],
            ["1. Quartal", "2. Quartal", "3. Quartal", "4. Quartal"],
            ["1e kwartaal", "2e kwartaal", "3e kwartaal", "4e kwartaal"]]
SEXES = [["men", "women"], ["M\u00e4nner", "Frauen", "Insgesamt"], ["Ambos sexos", "Hombres", "Mujeres"]]


def some_years(random, most=4):
    first = random.randint(1960, 2015)
    return [str(y) for y in range(first, first + random.randint(2, most))]


def roman_quarters(random):
    """II 2015, down a column or across."""
    form, years, draw = random.choice(ROMAN_FORMS), some_years(random), values.shares(random)
    run = [(form.format(y=y, q=name), f"{y}-Q{q}") for y in years for q, name in enumerate(ROMAN, 1)]
    names, draft = random.sample(keys.REGIONS, 3), Draft("wide")
    draft.recipe.append(f"quarters as {form}")
    if random.random() < 0.5:
        draft.header = [["Region", *(text for text, _ in run)]]
        draft.body = [[n, *(Value([n], when, draw()) for _, when in run)] for n in names]
        return draft
    draft.kind = "long"
    draft.header = [[random.choice(["Quarter", "Period", "Trimestre"]), "Region", "Value"]]
    draft.body = [[text, n, Value([n], when, draw())] for n in names for text, when in run]
    return draft


def foreign_months(random):
    """2019 januari"""
    language = random.choice(sorted(MONTHS))
    draft, draw, names = Draft("long"), values.counts(random), random.sample(keys.REGIONS, 3)
    form = random.choice(["{y} {m}", "{m} {y}"])
    draft.header = [["Region", random.choice(["Period", "month"]), "Value"]]
    draft.body = [[n, form.format(y=y, m=month), Value([n], f"{y}-{m:02}", draw())]
                  for n in names for y in some_years(random, 2)[:1] for m, month in enumerate(MONTHS[language], 1)]
    draft.recipe.append(f"months in {language}")
    return draft


def carried(random):
    """2010 Q1, Q2, Q3, Q4, 2011 Q1; or the year alone above its quarters; or in a column of its own."""
    way, parts = random.choice(["beside", "above", "column"]), random.choice(QUARTERS[:2] + QUARTERS[3:])
    draws, names, draft = [values.shares(random) for _ in range(2)], ["Births", "Deaths"], Draft("long")
    if parts is ROMAN and way != "column":
        parts = QUARTERS[0]
    draft.header = [(["Year", "Quarter"] if way == "column" else ["Period"]) + names]
    for year in some_years(random):
        if way == "above":
            draft.body.append([year, "", ""])
        for q, part in enumerate(parts, 1):
            left = {"beside": [f"{year} {part}" if q == 1 else part], "above": [part],
                    "column": [year if q == 1 else "", part]}[way]
            draft.body.append(left + [Value([n], f"{year}-Q{q}", draw()) for n, draw in zip(names, draws)])
    draft.recipe.append(f"years once, {way}")
    return draft


def filled_keys(random):
    """A region once above its rows."""
    years, sexes, draw, draft = some_years(random), random.choice(SEXES), values.large_counts(random), Draft("wide")
    draft.header = [["Region", "Sex", *years]]
    for region in random.sample(keys.REGIONS, 4):
        draft.body += [[region if i == 0 else "", sex, *(Value([region, sex], y, draw()) for y in years)]
                       for i, sex in enumerate(sexes)]
    draft.recipe.append("keys once")
    return draft


def two_blocks(random):
    """Each with its heading, and the header again."""
    years, draw, draft = some_years(random), values.counts(random), Draft("blocks")
    draft.header = [["Country", *years]]
    wide = random.random() < 0.5
    heading = lambda text: [text] + [""] * len(years) * wide  # noqa: E731
    draft.above = [heading("Exports")]
    for i, name in enumerate(["Exports", "Imports"]):
        if i > 0:
            draft.body += [[""] * (len(years) + 1), heading(name), list(draft.header[0])]
        draft.body += [[c, *(Value([name, c], y, draw()) for y in years)] for c in random.sample(keys.REGIONS, 4)]
    return draft


def numbered_notes(random):
    """A column of numbers of notes."""
    years, draw, draft = some_years(random), values.shares(random), Draft("wide")
    notes = [random.choice(["1", "2", "1, 3", ""]) for _ in range(5)]
    draft.header = [["Country", *years, random.choice(["Notes", "Footnotes", "Note"])]]
    draft.body = [[c, *(Value([c], y, draw()) for y in years), note]
                  for c, note in zip(random.sample(keys.REGIONS, 5), notes)]
    draft.ignored.update(n for n in notes if n)
    draft.loose_marks.update(n for n in notes if n)
    return draft


def codes_before(random):
    """Codes of several widths before names, each once."""
    years, draw, draft = some_years(random), values.counts(random), Draft("wide")
    draft.header = [[random.choice(["FIPS", "geo", "AGS"]), "Name", *years]]
    codes = random.sample(range(101, 20000), 5)
    draft.body = [[str(code), name, *(Value([str(code), name], y, draw()) for y in years)]
                  for code, name in zip(codes, random.sample(keys.REGIONS, 5))]
    return draft


def fiscal_short(random):
    """FY09, or 97-98."""
    first, draw, draft = random.randint(1993, 2012), values.shares(random), Draft("wide")
    years = range(first, first + 4)
    pairs = first < 1999 and random.random() < 0.5
    if pairs:
        times = [(f"{y % 100:02}-{(y + 1) % 100:02}", f"{y}-{y + 1}") for y in years]
    else:
        times = [(f"FY{y % 100:02}", f"FY{y}") for y in years]
    draft.header = [["Department", *(text for text, _ in times)]]
    draft.body = [[n, *(Value([n], when, draw()) for _, when in times)] for n in random.sample(keys.REGIONS, 4)]
    return draft


def quarters_under_years(random):
    """2015 over I, II, III, IV."""
    years, parts, draw, draft = some_years(random, 3), random.choice(QUARTERS), values.shares(random), Draft("grouped")
    full = random.random() < 0.5
    draft.header = [["Sector", *(y if q == 0 or full else "" for y in years for q in range(4))],
                    ["", *parts * len(years)]]
    draft.body = [[n, *(Value([n], f"{y}-Q{q}", draw()) for y in years for q in range(1, 5))]
                  for n in random.sample(keys.REGIONS, 4)]
    draft.recipe.append(f"quarters as {parts[0]}")
    return draft


def series_lines(random):
    """What each series is, a line a fact, above its months."""
    n, draw, draft = random.randint(2, 4), values.shares(random), Draft("series")
    names, ids = [f"Series {c} ;" for c in "ABCD"[:n]], [f"A8442300{i}K" for i in range(n)]
    facts = [["Unit", "000"], ["Series Type", "Original"], ["Frequency", "Month"], ["Collection Month", "1"],
             ["Series Start", "Feb-1978"], ["No. Obs", "547"]]
    draft.header = [["", *names], *([what, *[text] * n] for what, text in facts), ["Series ID", *ids]]
    months = [(y, m) for y in (2019, 2020, 2021) for m in range(12)]
    english = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    draft.body = [[f"{english[m]}-{y}", *(Value([name, i], f"{y}-{m + 1:02}", draw()) for name, i in zip(names, ids))]
                  for y, m in months]
    draft.ignored.update(text for _, text in facts)
    draft.may_ask("eight rows of a header")
    return draft


def key_and_unit(random):
    """Below the periods a short row: what the keys are called, and the unit of all numbers."""
    times, draw, draft = [f"Q{q} 2023" for q in range(1, 5)], values.counts(random), Draft("key and unit")
    draft.above = [["Population estimates, quarterly 1 2"], ["Release date: 2024-03-27"],
                   ["Geography: Utopia, Province"], [""]]
    draft.ignored.update(line[0] for line in draft.above)
    draft.header = [["", *times], ["Geography", "Persons"] + [""] * (random.choice([0, 3]))]
    draft.body = [[n, *(Value([n], f"2023-Q{q}", draw()) for q in range(1, 5))] for n in random.sample(keys.REGIONS, 5)]
    draft.ignored.add("Persons")
    return draft


KINDS = {"roman quarters": (2, roman_quarters), "foreign months": (1, foreign_months), "carried": (2, carried),
         "filled keys": (2, filled_keys), "two blocks": (1, two_blocks), "numbered notes": (1, numbered_notes),
         "codes before": (1, codes_before), "fiscal short": (1, fiscal_short),
         "quarters under years": (1, quarters_under_years), "series lines": (1, series_lines),
         "key and unit": (1, key_and_unit)}
