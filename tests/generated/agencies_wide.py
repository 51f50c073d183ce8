"""Files in the styles of agencies whose tables have a shape of their own: StatLine, FishStatJ, PxWeb,
Eurostat, the World Bank, GENESIS, e-Stat, statistical abstracts."""
import keys
import periods
import values
from agencies import countries, maybe_missing, some_years
from draft import Draft, Value
from values import Style


def statline(random):
    """CBS StatLine: 2021JJ00, padded numbers, a dot that stands alone."""
    typed = random.random() < 0.6
    topics = random.sample(["Goats_1", "Kites_2", "Lamps_3"], random.choice([1, 2, 3]))
    draft = Draft("statline", fixed=True, delimiter=";")
    draft.header = [["ID", "Regions", "Periods", *topics]] if typed else [["Regeling", "Perioden", *topics]]
    start = random.choice(["JJ", "KW", "MM"]) if typed else "year"
    number = 0
    draw = values.shares(random)
    if len(topics) == 1:
        draft.ignored.update(topics)
    for region in random.sample(["NL01", "PV20", "PV21", "GM0014"] if typed else ["Totaal", "Nieuw", "Beeindigd"], 3):
        for spelt, period, mark in statline_times(start):
            cells = [Value([region, *([t] if len(topics) > 1 else [])], period, draw()) for t in topics]
            for cell in cells:
                cell.marks += [mark] if mark else []
                cell.token = "." if maybe_missing(random, 0.08) else None
            draft.body.append([str(number), region, spelt, *cells] if typed else [region, spelt, *cells])
            draft.ignored.add(str(number) if typed else "")
            number += 1
    draft.recipe.append(f"statline {start}")
    return draft


def statline_times(start):
    if start == "JJ":
        return [(f"{y}JJ00", str(y), "") for y in range(2018, 2022)]
    if start == "KW":
        return [(f"{y}KW0{q}", f"{y}-Q{q}", "") for y in (2019, 2020) for q in range(1, 5)]
    if start == "MM":
        return [(f"2020MM{m:02}", f"2020-{m:02}", "") for m in range(1, 9)]
    return [("2019", "2019", ""), ("2020", "2020", ""), ("2021*", "2021", "*")]


def fishstat(random):
    """FishStatJ: flags behind the numbers of a wide table (`780 F`, `0 0`, `...`)."""
    years = some_years(random, 3, 6)
    columns = ["Country (Name)", "ASFIS species (Name)", "FAO major fishing area (Code)", "Measure (Name)"]
    draft = Draft("fishstatj", fixed=True)
    bracketed = random.random() < 0.4
    draft.header = [columns + [f"[{y}]" if bracketed else y for y in years]]
    draft.ignored.update({"Tonnes - live weight"})
    draw = values.counts(random)
    for country in countries(random):
        for fish, area in (("Atlantic cod", "27"), ("Common carp", "01")):
            cells = [Value([country[0], fish, area], y, draw()) for y in years]
            for cell in cells:
                if random.random() < 0.2:
                    cell.suffix, cell.marks = " F", ["F"]
                elif random.random() < 0.05:
                    cell.amount, cell.suffix, cell.marks = values.Decimal(0), " 0", ["0"]
                elif maybe_missing(random):
                    cell.token = "..."
            draft.body.append([country[0], fish, area, "Tonnes - live weight", *cells])
    return draft


def pxweb(random):
    """PxWeb: a title in quotes, a blank line, years across or down, `..` and notes behind a blank line."""
    long = random.random() < 0.5
    name = random.choice(["Population", "Goats", "Number of projects"])
    quarters, months = [f"2015K{q}" for q in range(1, 5)], [f"2016M{m:02}" for m in range(1, 7)]
    years = random.choice([some_years(random), quarters, months])
    canonical = [y.replace("K", "-Q").replace("M", "-") for y in years]
    draft = Draft("pxweb", fixed=True, delimiter=random.choice([",", ";", "\t"]))
    draft.above = [[f"{name} by region, sex and {'year' if long else 'time'}. "], ""]
    draft.below = ["", ["Goats below one year are not counted."], [".. = Data not available"], ["Latest update:"],
                   ["20210304 09:00"],
                   ["Source:"], ["Statistics Utopia"]][:random.choice([0, 3, 7])]
    draw, like = values.pick_amounts(random)
    if like:
        draft.may_ask("numbers that could be years")
    draft.ignored.add(name)
    draft.header = [["region", "sex", random.choice(["year", "time"]), name]] if long else [["region", "sex", *years]]
    for region in random.sample(["0114 Upplands Vasby", "0115 Vallentuna", "0180 Stockholm", "2584 Kiruna"], 3):
        for sex in ("men", "women"):
            cells = [Value([region, sex], c, draw(), ".." if maybe_missing(random) else None) for c in canonical]
            if long:
                draft.body += [[region, sex, y, v] for y, v in zip(years, cells)]
            else:
                draft.body.append([region, sex, *cells])
    return draft


def eurostat_tsv(random):
    years = some_years(random, 3, 7)[::random.choice([1, -1])]
    draft = Draft("eurostat tsv", fixed=True, delimiter="\t")
    head = random.choice(["unit,sex,geo\\time", "freq,unit,geo\\TIME_PERIOD"])
    draft.header = [[head] + [y + " " for y in years]]
    draw = values.shares(random)
    for geo in random.sample(["AT", "BE", "EU27_2020", "DE", "MK", "NO", "NA"], 4):
        cells = [Value(["NR", "A" if "freq" in head else "T", geo], y, draw()) for y in years]
        for cell in cells:
            if maybe_missing(random):
                cell.token = ":"
            cell.suffix = random.choice([" ", " ", " ", " b", " p", " ep", " u"])
            cell.marks += [cell.suffix.strip()] if cell.suffix.strip() else []
        first = f"NR,T,{geo}" if "sex" in head else f"A,NR,{geo}"
        draft.body.append([first, *cells])
    return draft


def eurostat_csv(random):
    columns = ["DATAFLOW", "LAST UPDATE", "freq", "unit", "geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG"]
    draft = Draft("eurostat csv", fixed=True)
    conf = random.random() < 0.5
    draft.header = [columns + ["CONF_STATUS"] * conf]
    draft.ignored.update({"ESTAT:GOATS(1.0)", "24/05/24 23:00:00", "A", "NR"})
    draw = values.shares(random)
    for geo in random.sample(["AT", "BE", "EU27_2020", "DE", "MK", "NO", "NA"], 4):
        for year in some_years(random, 2, 4):
            flag = random.choice(["", "", "b", "p", "e"])
            value = Value(["A", "NR", geo], year, draw(), "" if maybe_missing(random) else None, marks=[flag] if flag
                          else [])
            draft.body.append(["ESTAT:GOATS(1.0)", "24/05/24 23:00:00", "A", "NR", geo, year, value, flag]
                              + [""] * conf)
    return draft


def world_bank(random):
    """The World Bank's wide file: four columns of keys, sixty years, a delimiter too many."""
    first = random.randint(1960, 2000)
    years = [str(y) for y in range(first, random.randint(first + 5, 2022))]
    draft = Draft("world bank", fixed=True)
    draft.above = [["Data Source", "World Development Indicators"], "", ["Last Updated Date", "2024-05-30"], ""]
    draft.header = [["Country Name", "Country Code", "Indicator Name", "Indicator Code", *years, ""]]
    draw, like = values.pick_amounts(random)
    start = random.randrange(len(years))
    for country in countries(random):
        cells = [Value([country[0], country[1], "Goats (% of all)", "XX.GOAT.ZS"], y, draw(),
                       "" if i < start or maybe_missing(random) else None) for i, y in enumerate(years)]
        draft.body.append([country[0], country[1], "Goats (% of all)", "XX.GOAT.ZS", *cells, ""])
    if like:
        draft.may_ask("numbers that could be years")
    return draft


def databank(random):
    years = some_years(random, 3, 6)
    draft = Draft("databank", fixed=True)
    draft.header = [["Country Name", "Country Code", "Series Name", "Series Code", *(f"{y} [YR{y}]" for y in years)]]
    draw, _ = values.pick_amounts(random)
    for country in countries(random):
        keys_ = [country[0], country[1], "Goats, total", "XX.GOAT"]
        draft.body.append([*keys_, *(Value(keys_, y, draw(), ".." if maybe_missing(random, 0.2) else None)
                                     for y in years)])
    draft.below = ["", "", "", ["Data from database: World Development Indicators"], ["Last Updated: 05/30/2024"]]
    return draft


def genesis(random):
    """Destatis: titles, two header rows, decimal commas, years or months down, notes behind a line."""
    draft = Draft("genesis", fixed=True, delimiter=";", style=Style(",", ""))
    draft.above = [["Tabelle: 99111-0001"], ["Erfundene Statistik: Deutschland, Jahre"]]
    names = [("Ziegen", "Anzahl"), ("Drachen", "1000"), ("Anteil", "%")]
    draft.header = [["", *(n for n, _ in names)], ["", *(u for _, u in names)]]
    draft.ignored.update(u for _, u in names)
    draws = [values.counts(random), values.counts(random), values.shares(random)]
    for year in some_years(random, 3, 7):
        draft.body.append([year, *(Value([n], year, d(), random.choice("-./x") if maybe_missing(random) else None)
                                   for (n, _), d in zip(names, draws))])
    draft.below = ["__________", ["Ergebnisse von Ziegen ab 3 Monaten."],
                   ["\u00a9 Statistisches Amt, 2021 | Stand: 04.05.2021 / 09:00:00"]]
    return draft


def estat(random):
    """e-Stat's database: titles and a legend of tokens, header rows with codes, thousands by comma."""
    draft = Draft("e-stat", fixed=True, style=Style(".", ","))
    draft.above = [["\u7d71\u8a08\u540d\uff1a", "\u67b6\u7a7a\u8abf\u67fb"], ["\u8868\u756a\u53f7\uff1a", "1-1"],
                   ["\u5b9f\u65bd\u5e74\u6708\uff1a", "2020\u5e74", "10\u6708"], "", ["-",
                   "\u5f53\u8a72\u6570\u5024\u304c\u306a\u3044\u3082\u306e"], ""]
    names = [("001", "\u7537"), ("002", "\u5973"), ("000", "\u7dcf\u6570")]
    draft.header = [["", "", "", "/\u6027\u5225 \u30b3\u30fc\u30c9", *(c for c, _ in names)],
                    ["\u5730\u57df \u30b3\u30fc\u30c9", "\u5730\u57df", "\u6642\u9593\u8ef8\uff08\u5e74\u6b21\uff09",
                     "/\u6027\u5225", *(n for _, n in names)]]
    draft.ignored.update(c for c, _ in names)
    draw = values.counts(random)
    for code, place in (("01000", "\u7532\u770c"), ("02000", "\u4e59\u770c"), ("03000", "\u4e19\u770c"),
                        ("04000", "\u4e01\u770c")):
        for year in some_years(random, 1, 2):
            draft.body.append([code, place, f"{year}\u5e74", "",
                               *(Value([code, place, n], year, draw() + 1000, "-" if maybe_missing(random) else None)
                                 for _, n in names)])
    draft.may_ask("codes above names in the header")
    return draft


def abstract(random):
    """A table of a statistical abstract: title, unit, header over two rows, blank row, (NA), footnotes."""
    draft = Draft("abstract", fixed=True, style=Style(".", ","), missing=["(NA)", "(D)", "(X)", "(Z)", "(S)", "-"])
    years = some_years(random, 3, 5)
    draft.above = [[f"Table {random.randint(1, 1400)}. Housing Starts by Region: {years[0]} to {years[-1]}"], "",
                   ["[In thousands (1,234 represents 1,234,000). See source]"], ""]
    draft.header = [["Region", *years]]
    draft.under_header = [[""] * (len(years) + 1)]
    draft.periods = [(0, i + 1) for i in range(len(years))]
    draw = random.choice([values.counts, values.large_counts])(random)
    for region in ("United States", "Northeast", "Midwest", "South", "West"):
        cells = [Value([region], y, draw() + 1000, random.choice(["(NA)", "(D)"]) if maybe_missing(random, 0.15)
                       else None) for y in years]
        draft.body.append([region + " ." * random.choice([0, 8]), *cells])
    draft.below = ["", ["NA Not available. D Withheld."], ["1 Includes 12 areas not shown separately."],
                   ["Source: U.S. Census Bureau,"],
                   ['"New Residential Construction," published 2011'],
                   ["<http://example.org/goats.html>"]][:random.choice([3, 6])]
    return draft


def weo(random):
    """IMF WEO: a subject and its unit and scale before the years, `Estimates Start After` behind them."""
    years = some_years(random, 4, 8)
    draft = Draft("weo", fixed=True, delimiter="\t", style=Style(".", ","))
    draft.header = [["WEO Country Code", "ISO", "WEO Subject Code", "Country", "Subject Descriptor", "Units", "Scale",
                     "Country/Series-specific Notes", *years, "Estimates Start After"]]
    draw = values.shares(random)
    draft.ignored.update({"2019", "Source: office. Latest actual data: 2019", "Billions", "National currency"})
    draft.loose_marks.add("Source: office. Latest actual data: 2019")
    for code, iso, name in (("122", "AUT", "Austria"), ("142", "NOR", "Norway"), ("158", "JPN", "Japan")):
        for subject, text in (("NGDP_R", "Gross goats, constant"), ("NGDP", "Gross goats, current")):
            row = [Value([code, iso, subject, name, text], y, draw() + 1000, "n/a" if maybe_missing(random)
                         else None) for y in years]
            draft.body.append([code, iso, subject, name, text, "National currency", "Billions",
                               "Source: office. Latest actual data: 2019", *row, "2019"])
    return draft


KINDS = [statline, statline, fishstat, fishstat, pxweb, pxweb, eurostat_tsv, eurostat_csv, world_bank, databank,
         genesis, estat,
         abstract, abstract, weo]


def pick(random):
    draft = random.choice(KINDS)(random)
    draft.recipe.append(draft.kind)
    return draft
