"""Keys as agencies write them: labels, codes beside labels, codes that look like something else.

A Dimension is one key of a table: one or more columns (its label, its code), and a row of texts for
each of its members.
"""
from dataclasses import dataclass

COUNTRIES = [("Morocco", "MAR", "504"), ("Austria", "AUT", "040"), ("Norway", "NOR", "578"), ("Japan", "JPN", "392"),
             ("Chad", "TCD", "148"), ("Belize", "BLZ", "084"), ("Aruba", "ABW", "533"), ("France", "FRA", "250"),
             ("C\u00f4te d'Ivoire", "CIV", "384"), ("Korea, Rep.", "KOR", "410"), ("Namibia", "NAM", "516"),
             ("Albania", "ALB", "008"), ("Brazil", "BRA", "076"), ("Switzerland", "CHE", "756")]
ISO2 = {"Morocco": "MA", "Austria": "AT", "Norway": "NO", "Japan": "JP", "Chad": "TD", "Belize": "BZ", "Aruba": "AW",
        "France": "FR", "C\u00f4te d'Ivoire": "CI", "Korea, Rep.": "KR", "Namibia": "NA", "Albania": "AL",
        "Brazil": "BR", "Switzerland": "CH"}
REGIONS = ["North", "South", "East", "West", "Centre", "Islands", "Upper Valley", "Lower Valley", "Capital"]
SECTORS = [("01", "Crops, fodder"), ("02", "Forestry"), ("03", "Fishing"), ("10", "Food products"),
           ("11", "Beverages"),
           ("41", "Buildings"), ("62", "Programming"), ("85", "Education"), ("94", "Membership organisations")]
MUNICIPALITIES = [("1101", "Eigersund"), ("1103", "Stavanger"), ("1106", "Haugesund"), ("1108", "Sandnes"),
                  ("1111", "Sokndal"), ("1812", "Somna"), ("1902", "Tromso"), ("2003", "Vadso"), ("2012", "Alta")]
UNPADDED = [("101", "Kobenhavn"), ("147", "Frederiksberg"), ("151", "Ballerup"), ("153", "Brondby"),
            ("461", "Odense")]
LEADING_ZEROS = [("01001", "Autauga"), ("01003", "Baldwin"), ("02013", "Aleutians"), ("04001", "Apache"),
                 ("06001", "Alameda")]
MONTH_CODES = [("MAR", "Marginal land"), ("DEC", "Deciduous wood"), ("MAY", "Mayweed"), ("SEP", "Sepia"),
               ("OCT", "Octane"),
               ("NOV", "Novelty yarn"), ("JUN", "Juniper")]
SEXES = ["Male", "Female", "Total"]
AGES = ["0-4", "5-9", "10-14", "15-19", "20-24", "25-64", "65+"]
SIZES = ["1-9", "10-49", "50-249", "250+"]
CLASSES = ["I", "II", "III", "IV", "V"]
PRODUCTS = ["Goats", "Kites", "Lamps", "Salt, refined", "Tea (green)", "Rope", "Wool 100 %", "Paper \u2013 coated"]
DECILES = ["1st decile", "2nd decile", "3rd decile", "4th decile", "9th decile"]
OTHER = ["Other", "So-called \"free\" zones", "Not stated", "Rest of world", "Unknown"]


@dataclass
class Dimension:
    columns: list  # names of its columns
    members: list  # tuples of texts, one a column
    numbers: bool = False  # codes that are all digits


def sample(random, pool, low=3, high=6):
    """Some of a list, in its order."""
    count = min(len(pool), random.randint(low, high))
    kept = sorted(random.sample(range(len(pool)), count))
    return [pool[i] for i in kept]


def countries(random):
    members = sample(random, COUNTRIES, 3, 8)
    if random.random() < 0.35 and COUNTRIES[0] not in members:
        members[0] = COUNTRIES[0]
    code = random.choice(["", "", "iso3", "iso2", "m49"])
    name = random.choice(["country", "Country", "Country Name", "Area", "REF_AREA label", "Partner", "Land"])
    if not code:
        return Dimension([name], [(m[0],) for m in members])
    take = {"iso3": lambda m: m[1], "iso2": lambda m: ISO2[m[0]], "m49": lambda m: m[2]}[code]
    column = random.choice({"iso3": ["iso3", "Country Code", "ISO", "code"], "iso2": ["iso2", "geo", "ISO2"],
                            "m49": ["M49", "Area Code", "M49 Code"]}[code])
    if random.random() < 0.5:
        return Dimension([name, column], [(m[0], take(m)) for m in members], code == "m49")
    return Dimension([column, name], [(take(m), m[0]) for m in members], code == "m49")


def only_codes(random):
    """ISO codes and nothing beside them; one may look like a month."""
    members = sample(random, COUNTRIES, 3, 8)
    members = members if COUNTRIES[0] in members else [COUNTRIES[0]] + members
    return Dimension([random.choice(["iso3", "REF_AREA", "geo", "LOCATION", "country"])], [(m[1],) for m in members])


def coded(pool, names):
    def draw(random):
        members = sample(random, pool, 3, 7)
        code, label = random.choice(names)
        if random.random() < 0.25:
            return Dimension([label, code], [(m[1], m[0]) for m in members], True)
        return Dimension([code, label], members, True)
    return draw


def labels(pool, names, low=3, high=6):
    def draw(random):
        return Dimension([random.choice(names)], [(text,) for text in sample(random, pool, low, high)])
    return draw


def month_codes(random):
    members = sample(random, MONTH_CODES, 3, 6)
    if random.random() < 0.4:
        return Dimension(["crop"], [(m[0],) for m in members])
    return Dimension(["crop", "crop label"], members)


FIRST = [countries] * 6 + [only_codes, month_codes, labels(REGIONS, ["Region", "region", "Area", "Province", ""]),
         labels(REGIONS, ["Region", "District"]), labels(PRODUCTS, ["Product", "Item", "Commodity"]),
         coded(SECTORS, [("NACE", "Sector"), ("isic", "Industry"), ("Code", "Sector name")]),
         coded(MUNICIPALITIES, [("kommune code", "kommune"), ("Region code", "Region"), ("nr", "Kommune")]),
         coded(UNPADDED, [("id", "Municipality"), ("code", "name")]),
         coded(LEADING_ZEROS, [("FIPS", "County"), ("GEOID", "Name")]), labels(DECILES, ["Decile", "Group"])]
SECOND = [labels(SEXES, ["Sex", "sex", "SEX", "Geschlecht"], 2, 3), labels(AGES, ["Age", "age group", "Age group"]),
          labels(SIZES, ["Size", "size_emp", "Persons employed"], 2, 4), labels(CLASSES, ["Class", "Grade"], 2, 4),
          labels(OTHER, ["Type", "Status of stay"], 2, 3), month_codes]


def pick(random, most=3):
    """The dimensions of a table, the entity first."""
    dimensions = [random.choice(FIRST)(random)]
    while len(dimensions) < most and random.random() < 0.4:
        more = random.choice(SECOND)(random)
        if not {*more.columns, "crop"} & {name for d in dimensions for name in d.columns}:
            dimensions.append(more)
    return dimensions


MEASURES = ["Goats", "Population", "Aid", "GDP per capita", "Births", "Deaths", "Exports", "Imports", "Employment",
            "Unemployment rate", "Total ODA", "ODA/GNI", "researchers", "patents", "Enrolment", "value added", "Area"]
# Names that hold a word which names something else in other tables.
WORDY = ["No", "Yes", "Do not know", "No. of projects", "Year 1 pupils", "Sales (NAICS 44-45)", "Capacity kW",
         "Change on previous year", "Notes and coins", "Flag carriers", "Unit labour cost", "Status offences",
         "Price per unit", "Monthly wage", "Hours per week", "First-year students", "Quarterly growth",
         "Day visitors",
         "Code reviews", "ID cards issued", "Date palms", "Months worked", "Weekly hours", "Zip drives",
         "Years of schooling",
         "Loans (no.)", "Ranked schools", "Time deposits", "ISO 9001 certificates", "Age dependency", "Iso-butane",
         "Period poverty"]

NAMES = {*MEASURES, *WORDY}


def measures(random, count):
    pool = MEASURES if random.random() < 0.6 else MEASURES[:6] + WORDY
    return random.sample(pool, count)
