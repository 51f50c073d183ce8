"""Files in the styles of agencies whose columns have names of a standard: SDMX, GHO, SDG, ILOSTAT, OECD, ...

Each function draws one Draft: few entities, some years, some flags, some missing values, and the
columns that such a file has besides.  What never varies may be in the output or not.
"""
import keys
import periods
import values
from draft import Draft, Value


class Rows:
    """The records of a long file, column by name; what is no key and no value is free."""

    def __init__(self, random, kind, columns, free=()):
        self.random, self.columns, self.draft = random, columns, Draft(kind, fixed=True)
        self.draft.header = [columns]
        self.draft.ignored.update(free)

    def add(self, keys_, period, amount, fields, token=None, flag="", variable=(), extra=()):
        """One record: FIELDS by column; a column called VALUE holds the number."""
        value = Value([*keys_, *variable], period, amount, token)
        if flag:
            value.marks.append(flag)
        for text in extra:
            value.marks.append(text)
        row = [value if fields.get(c) is VALUE else fields.get(c, "") for c in self.columns]
        self.draft.body.append(row)
        return value

    def done(self):
        return self.draft


VALUE = object()


def some_years(random, low=2, high=6):
    first = random.randint(1995, 2015)
    return [str(y) for y in range(first, first + random.randint(low, high))]


def some_times(random):
    """Years, quarters or months as SDMX spells them."""
    return [(c, c) for c in random.choice([periods.years, periods.years, periods.quarters,
                                           periods.months])(random).canonical]


def countries(random, low=2, high=5):
    chosen = keys.sample(random, keys.COUNTRIES, low, high)
    return chosen if keys.COUNTRIES[0] in chosen or random.random() < 0.5 else [keys.COUNTRIES[0], *chosen]


def maybe_missing(random, share=0.1):
    return random.random() < share


def number_at(draw, missing, token):
    return (draw(), token if missing else None)


def sdmx(random):
    """SDMX-CSV of the OECD, the ECB or the ILO: codes, OBS_VALUE, OBS_STATUS somewhere."""
    head = random.choice([["DATAFLOW"], ["STRUCTURE", "STRUCTURE_ID", "ACTION"], []])
    columns = head + ["FREQ", "REF_AREA", "MEASURE", "UNIT_MEASURE", "TIME_PERIOD", "OBS_VALUE"]
    rest = ["OBS_STATUS", "UNIT_MULT", "DECIMALS", "CONF_STATUS"]
    if random.random() < 0.4:  # attributes before the value
        columns[len(head) + 2:len(head) + 2] = rest
    else:
        columns += rest
    if random.random() < 0.3:
        columns[columns.index("TIME_PERIOD")], columns[-1] = columns[-1], "TIME_PERIOD"
    mult = random.choice(["0", "3", "6"])
    constant = {"DATAFLOW": "AGY:DF_GOATS(1.0)", "STRUCTURE": "dataflow", "STRUCTURE_ID": "AGY:DF_GOATS(1.0)",
                "ACTION": "I",
                "UNIT_MEASURE": "USD", "UNIT_MULT": mult, "DECIMALS": "2", "CONF_STATUS": "F"}
    rows = Rows(random, "sdmx", columns, set(constant.values()) | {"A", "Q", "M"})
    times, token = some_times(random), random.choice(["", "", "NaN"])
    measures = random.sample(["GOATS", "KITES", "206", "1010"], random.choice([1, 2]))
    for country in countries(random):
        for measure in measures:
            draw, _ = values.pick_amounts(random)
            for spelt, period in times:
                amount, lack = number_at(draw, maybe_missing(random), token)
                flag = random.choice(["A", "A", "P", "E", "B"]) if lack is None else random.choice(["M", "O"])
                fields = constant | {"FREQ": "A", "REF_AREA": country[1], "MEASURE": measure, "TIME_PERIOD": spelt,
                                     "OBS_VALUE": VALUE, "OBS_STATUS": flag}
                rows.add([country[1], measure], period, amount, fields, lack, flag)
    return rows.done()


def sdmx_r(random):
    """What R packages leave of SDMX: row numbers, ObsValue, obsTime, codes of digits."""
    time = random.choice(["TIME_PERIOD", "obsTime", "ObsTime", "TimePeriod"])
    value = random.choice(["ObsValue", "obsValue", "OBS_VALUE"])
    columns = ["", "DONOR", "MEASURE", "OBS_STATUS", value, time, "UNIT_MULT"]
    if random.random() < 0.5:
        columns = ["", "DONOR", "MEASURE", time, value, "OBS_STATUS", "UNIT_MULT"]
    rows = Rows(random, "sdmx of R", columns, {"6", "206"})
    draw, _ = values.pick_amounts(random)
    number = 0
    for country in countries(random):
        for year in some_years(random):
            number += 1
            flag = random.choice(["A", "A", "A", "P"])
            fields = {"": str(number), "DONOR": country[1], "MEASURE": "206", "OBS_STATUS": flag, value: VALUE,
                      time: year,
                      "UNIT_MULT": "6"}
            rows.add([country[1]], year, draw(), fields, flag=flag)
            rows.draft.ignored.add(str(number))
    return rows.done()


def gho(random):
    """WHO GHO: SpatialDim, TimeDim, a display Value beside NumericValue, Low and High."""
    bounds = random.random() < 0.6
    columns = ["Id", "IndicatorCode", "SpatialDimType", "SpatialDim", "TimeDimType", "TimeDim", "Dim1Type", "Dim1",
               "Value",
               "NumericValue"] + ["Low", "High"] * bounds + ["Comments", "Date", "TimeDimensionValue"]
    rows = Rows(random, "who gho", columns, {"COUNTRY", "YEAR", "SEX", "WHOSIS_000001", "2020-12-04", "NumericValue"})
    for country in countries(random):
        for year in some_years(random, 1, 3):
            for sex in ("SEX_MLE", "SEX_FMLE"):
                gho_record(random, rows, country, year, sex, bounds)
    return rows.done()


def gho_record(random, rows, country, year, sex, bounds):
    middle = values.shares(random)() + 1
    low, high = middle - values.Decimal("0.53"), middle + values.Decimal("0.61")
    display = f"{middle:.1f}" + (f" [{low:.1f}-{high:.1f}]" if bounds else "")
    number = str(random.randint(10 ** 6, 10 ** 7))
    fields = {"Id": number, "IndicatorCode": "WHOSIS_000001", "SpatialDimType": "COUNTRY", "SpatialDim": country[1],
              "TimeDimType": "YEAR", "TimeDim": year, "Dim1Type": "SEX", "Dim1": sex, "NumericValue": VALUE,
              "Value": display, "Date": "2020-12-04", "TimeDimensionValue": year}
    rows.add([country[1], sex], year, middle, fields)
    rows.draft.ignored.update({number, display, year})
    rows.draft.loose_marks.add(display)
    row = rows.draft.body[-1]
    for name, amount in (("Low", low), ("High", high)) if bounds else ():
        row[rows.columns.index(name)] = Value([country[1], sex, name], year, amount)
    rows.draft.truth.append(Value([country[1], sex, "Value"], year, middle, display, optional=True))


def sdg(random):
    """UN SDG: codes of digits beside names, TimePeriod beside Time_Detail, bounds that are empty."""
    columns = ["Goal", "Target", "Indicator", "SeriesCode", "SeriesDescription", "GeoAreaCode", "GeoAreaName",
               "TimePeriod",
               "Value", "Time_Detail", "TimeCoverage", "UpperBound", "LowerBound", "BasePeriod", "Source", "FootNote",
               "Nature", "Units", "Reporting Type"]
    constant = {"Goal": "1", "Target": "1.1", "Indicator": "1.1.1", "SeriesCode": "SI_POV_DAY1",
                "SeriesDescription": "Proportion of goats below the line (%)", "Source": "World Bank, 2023",
                "Units": "PERCENT", "Reporting Type": "G"}
    rows = Rows(random, "un sdg", columns, set(constant.values()) | {"C", "E", "NA"})
    draw = values.shares(random)
    for country in countries(random):
        for year in some_years(random):
            nature = random.choice(["C", "E", "NA"])
            rows.add([country[2].lstrip("0"), country[0]], year, draw(),
                     constant | {"GeoAreaCode": country[2].lstrip("0"), "GeoAreaName": country[0], "TimePeriod": year,
                                 "Value": VALUE, "Time_Detail": year, "Nature": nature})
            rows.draft.ignored.add(year)
    rows.draft.loose_marks.update({"C", "E", "NA"})
    return rows.done()


def ilostat(random):
    """ILOSTAT bulk: ref_area, source, time, obs_value, obs_status; with labels sometimes."""
    labelled = random.random() < 0.5
    end = ".label" if labelled else ""
    columns = [f"ref_area{end}", f"source{end}", f"indicator{end}", f"sex{end}", f"classif1{end}", "time",
               "obs_value",
               f"obs_status{end}", f"note_source{end}"]
    rows = Rows(random, "ilostat", columns, {"BA:4", "KITE_SEX_NB", "R1:3513", "LFS - Survey", "Kites by sex",
                                             "Repository"})
    draw, _ = values.pick_amounts(random)
    rows.draft.loose_marks.update({"R1:3513", "Repository"})
    for country in countries(random):
        for sex in ("SEX_T", "SEX_M"):
            for age in ("AGE_YTHADULT_Y15-24", "AGE_YTHADULT_YGE15"):
                for year in some_years(random, 2, 3):
                    lack = maybe_missing(random, 0.05)
                    flag = random.choice(["", "", "U", "B"]) if not lack else "U"
                    area = country[0] if labelled else country[1]
                    rows.add([area, sex, age], year, draw(),
                             dict(zip(columns, [area, "LFS - Survey" if labelled else "BA:4", "Kites by sex"
                                                if labelled
                                                else "KITE_SEX_NB", sex, age, year, VALUE, flag,
                                                "Repository" if labelled else "R1:3513"])), "" if lack else None,
                                                flag)
    return rows.done()


def bls(random):
    """BLS: a year and M01 to M13, where M13 is the year's mean."""
    columns = random.choice([["Series ID", "Year", "Period", "Label", "Value"],
                             ["series_id", "year", "period", "value", "footnote_codes"]])
    rows = Rows(random, "bls", columns)
    annual = random.random() < 0.5
    draw = values.shares(random)
    for series in random.sample(["CUUR0000SA0", "LNS14000000", "CES0000000001"], 2):
        for year in some_years(random, 1, 2):
            for month in range(1, 14 if annual else 13):
                period = f"{year}-{month:02}" if month < 13 else year
                label = f"{year} {periods.ENGLISH[month - 1]}" if month < 13 else f"{year} Annual"
                part = f"M{month:02}"
                row = [series, year, part, label, VALUE] if "Label" in columns else [series, year, part, VALUE, ""]
                rows.add([series], period, draw(), dict(zip(columns, row)))
                rows.draft.ignored.update({label, "M13"})
    rows.draft.loose_marks.add("M13")
    return rows.done()


def oecd_stat(random):
    """OECD.Stat: codes and labels side by side, TIME twice, Value, Flag Codes, Flags."""
    columns = ["LOCATION", "Country", "TRANSACT", "Transaction", "TIME", "Year", "Unit Code", "Unit",
               "PowerCode Code", "PowerCode",
               "Reference Period Code", "Reference Period", "Value", "Flag Codes", "Flags"]
    rows = Rows(random, "oecd.stat", columns, {"USD", "US Dollar", "6", "Millions"})
    draw, _ = values.pick_amounts(random)
    names = {"E": "Estimated value", "B": "Break", "P": "Provisional value"}
    rows.draft.loose_marks.update(names.values())
    for country in countries(random):
        for code, label in (("B1_GA", "Gross goats"), ("P3", "Goats eaten")):
            for year in some_years(random, 2, 3):
                flag = random.choice(["", "", "", *names])
                rows.add([country[1], country[0], code, label], year, draw(),
                         dict(zip(columns, [country[1], country[0], code, label, year, year, "USD", "US Dollar", "6",
                                            "Millions",
                                            "", "", VALUE, flag, names.get(flag, "")])), flag=flag)
                rows.draft.ignored.add(year)
    return rows.done()


def statcan(random):
    """Statistics Canada: REF_DATE, VECTOR, VALUE, STATUS, SYMBOL, DECIMALS."""
    columns = ["REF_DATE", "GEO", "DGUID", "Products", "UOM", "UOM_ID", "SCALAR_FACTOR", "SCALAR_ID", "VECTOR",
               "COORDINATE",
               "VALUE", "STATUS", "SYMBOL", "TERMINATED", "DECIMALS"]
    rows = Rows(random, "statcan", columns, {"2002=100", "17", "units", "0", "1"})
    draw = values.shares(random)
    months = periods.months_run(random) if random.random() < 0.5 else None
    times = [f"{y}-{m:02}" for y, m in months] if months else some_years(random)
    for i, geo in enumerate(random.sample(["Freedonia", "Sylvania", "Ruritania", "Canada"], 2), 1):
        for j, product in enumerate(random.sample(keys.PRODUCTS, 2), 1):
            for time in times:
                lack = maybe_missing(random)
                status = random.choice(["..", "F", "x"]) if lack else random.choice(["", "", "E", "A"])
                fields = dict(zip(columns, [time, geo, f"2016A{i}", product, "2002=100", "17", "units ", "0",
                                            f"v{i}{j}7",
                                            f"{i}.{j}", VALUE, status, "", "", "1"]))
                rows.add([geo, f"2016A{i}", product, f"v{i}{j}7", f"{i}.{j}"], time, draw(), fields, "" if lack
                         else None, status)
    return rows.done()


def owid(random):
    columns = ["Entity", "Code", "Year"] + keys.measures(random, random.choice([1, 2]))
    rows = Rows(random, "owid", columns)
    draws = [values.pick_amounts(random)[0] for _ in columns[3:]]
    several = len(draws) > 1
    rows.draft.ignored.update(columns[3:] if not several else [])
    for country in countries(random):
        for year in some_years(random):
            row = [Value([country[0], country[1], *([name] if several else [])], year, draw(),
                         "" if maybe_missing(random) else None) for name, draw in zip(columns[3:], draws)]
            rows.draft.body.append([country[0], country[1], year, *row])
    return rows.done()


def imf_sdmx(random):
    """IMF's data portal: codes that are numbers, periods across, attributes before them."""
    years = some_years(random, 4, 8)
    columns = ["Country Name", "Country Code", "Indicator Name", "Indicator Code", "Attribute", *years]
    draft = Draft("imf", fixed=True)
    draft.header = [columns]
    draft.ignored.add("Value")
    draw, like = values.pick_amounts(random)
    for code, country in (("512", "Afghania"), ("914", "Albara"), ("612", "Algira"), ("171", "Andorra")):
        draft.body.append([country, code, "Goats, number", "GOAT_NUM", "Value",
                           *(Value([country, code, "Goats, number", "GOAT_NUM"], y, draw(), ""
                                   if maybe_missing(random) else None)
                             for y in years)])
    if like:
        draft.may_ask("numbers that could be years")
    return draft


def faostat(random):
    """FAOSTAT, normalised: codes with an apostrophe, Year Code beside Year."""
    columns = ["Domain Code", "Domain", "Area Code (M49)", "Area", "Element Code", "Element", "Item Code (CPC)",
               "Item", "Year Code",
               "Year", "Unit", "Value", "Flag", "Flag Description"]
    names = {"A": "Official figure", "E": "Estimated value", "X": "Figure from international organizations"}
    rows = Rows(random, "faostat", columns, {"QCL", "Crops and livestock", "5510", "Production",
                                             "t"} | set(names.values()))
    rows.draft.loose_marks.update(names.values())
    draw = values.counts(random)
    for country in countries(random):
        for code, item in (("0112", "Maize (corn)"), ("01371", "Almonds, in shell")):
            for year in some_years(random, 2, 3):
                flag = random.choice(list(names))
                rows.add([country[2], country[0], code, item], year, draw(),
                         dict(zip(columns, ["QCL", "Crops and livestock", country[2], country[0], "5510",
                                            "Production", code, item,
                                            year, year, "t", VALUE, flag, names[flag]])), flag=flag)
                rows.draft.ignored.add(year)
    return rows.done()


def ons(random):
    """The customise-my-data files of the ONS: v4_0, a code before each label."""
    columns = ["v4_1", "Data Marking", "calendar-years", "Time", "administrative-geography", "Geography", "sex",
               "Sex"]
    rows = Rows(random, "ons v4", columns)
    draw = values.shares(random)
    for code, place in (("E12000001", "North East"), ("E12000002", "North West"), ("W92000004", "Wales")):
        for year in some_years(random, 2, 3):
            for sex in ("male", "female"):
                lack = maybe_missing(random)
                rows.add([code, place, sex, sex.title()], year, draw(),
                         dict(zip(columns, [VALUE, "x" if lack else "", year, year, code, place, sex, sex.title()])),
                         "" if lack else None, "x" if lack else "")
                rows.draft.ignored.add(year)
    return rows.done()


KINDS = [sdmx, sdmx, sdmx_r, gho, gho, sdg, ilostat, bls, oecd_stat, statcan, owid, imf_sdmx, faostat, ons]


def pick(random):
    draft = random.choice(KINDS)(random)
    draft.recipe.append(draft.kind)
    return draft
