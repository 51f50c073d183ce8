"""The extracts of the agencies read in another way: by rules written by hand for each file, with
Python's csv and decimal, sharing nothing with the programs.  READERS: file -> function of its path.

A Reading is the whole tidy table that must come out, cell by cell, and the counts of its report.
"""
import csv
import gzip
import io
import re
from collections import Counter
from decimal import Decimal

POINT = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")
COMMA = re.compile(r"-?\d+(,\d+)?")
GROUPS = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?")


class Reading:
    """KEYS are names of key columns, None for one that the file leaves unnamed; those in OPTIONAL need
    not be in the table (they are empty throughout, or say the period once more)."""

    def __init__(self, keys, optional=()):
        self.keys, self.optional = keys, set(optional)
        self.cells = []  # (values of the keys, variable, period, Decimal or None, flag)
        self.rows = dict(read=0, preamble=0, header=0, data=0, footer=0, blank=0)
        self.missing, self.flags, self.notes = Counter(), Counter(), Counter()

    def count(self, **kinds):
        self.rows.update(kinds)
        self.rows["read"] = sum(n for kind, n in self.rows.items() if kind != "read")
        return self

    def add(self, keys, variable, period, text, pattern=POINT, missing=("",), flag="", note=""):
        """One cell; TEXT must be a number of PATTERN, or one of the tokens MISSING."""
        value = None
        if text in missing:
            self.missing[text] += 1
        else:
            assert pattern.fullmatch(text), (keys, period, text)
            plain = text.replace(",", ".") if pattern is COMMA else text.replace(",", "")
            value = Decimal(plain)
        if flag:
            self.flags[flag] += 1
        if note:
            self.notes[note] += 1
        self.cells.append((tuple(keys), variable, period, value, flag))


def text_of(path, encoding):
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    return data.decode(encoding)


def records(path, encoding="utf-8-sig", delimiter=","):
    return list(csv.reader(io.StringIO(text_of(path, encoding), newline=""), delimiter=delimiter, strict=True))


def wide(reading, table, first, last, pattern=POINT, missing=("",)):
    """Records TABLE, header first: keys outside FIRST..LAST, a year in each column within."""
    years = table[0][first:last]
    assert all(re.fullmatch(r"\d{4}", y) for y in years)
    for record in table[1:]:
        keys = record[:first] + record[last:last + len(reading.keys) - first]
        for year, text in zip(years, record[first:last]):
            reading.add(keys, None, year, text, pattern, missing)
    return reading.count(header=1, data=len(table) - 1)


def long(table, period, value, flag=None, note=None, optional=(), missing=("",)):
    """Records TABLE, header first; PERIOD, VALUE, FLAG and NOTE are names of columns.  None is no period."""
    header = table[0]
    use = [i for i, n in enumerate(header) if n not in (period, value, flag, note)]
    reading = Reading([header[i] for i in use], optional)
    for record in table[1:]:
        at = dict(zip(header, record))
        reading.add([record[i] for i in use], None, at[period] if period else "", at[value], missing=missing,
                    flag=at[flag] if flag else "", note=at[note] if note else "")
    return reading.count(header=1, data=len(table) - 1)


def world_bank(path):
    table = records(path)
    header = next(i for i, r in enumerate(table) if r[:2] == ["Country Name", "Country Code"])
    before = table[:header]
    last = max(i for i, n in enumerate(table[header]) if n) + 1
    reading = wide(Reading(table[header][:4]), table[header:], 4, last)
    return reading.count(preamble=sum(any(r) for r in before), blank=sum(not any(r) for r in before))


def databank_rows(path):
    table = records(path)
    reading = Reading(["Country Code"])
    data = [r for r in table[1:] if r[0] == "YR2010"]
    for record in data:
        for name, text in zip(table[0][2:], record[2:]):
            reading.add([record[1]], name, "2010", text, missing=("", "NA"))
    blank = [r for r in table[1:] if not any(r)]
    footer = [r for r in table[1:] if r[0].startswith(("Data from database", "Last Updated"))]
    assert len(data) + len(blank) + len(footer) == len(table) - 1
    return reading.count(header=1, data=len(data), blank=len(blank), footer=len(footer))


def world_bank_resaved(path):
    lines = text_of(path, "ascii").split("\r")
    reading = Reading(["Country Code"])
    for line in lines[1:]:
        code, text = line.split(";")
        reading.add([code], None, "", text, COMMA)
    return reading.count(header=1, data=len(lines) - 1)


def oecd_stat(path):
    return long(records(path), None, "Value", "Flag Codes", "Flags",
                optional=["Reference Period Code", "Reference Period"])


def oecd_sdmx(path):
    return long(records(path), "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS",
                optional=["BASE_PER", "UNIT_MULT", "DECIMALS"])


def sdmx_example(path):
    """Without a TIME_PERIOD, no dimension is known to be the period."""
    return long(records(path), None, "OBS_VALUE")


def weo_rows(path, encoding):
    lines = text_of(path, encoding).split("\r\n")
    assert lines[-2] == "" and lines[-1].startswith("International Monetary Fund")
    return [line.split("\t") for line in lines[:-2]]


def weo(path, encoding):
    table = weo_rows(path, encoding)
    last = table[0].index("Estimates Start After")
    reading = wide(Reading(table[0][:5] + [table[0][last]]), table, 5, last, GROUPS, ("", "n/a"))
    return reading.count(footer=1, blank=1)


def eurostat_tsv(path):
    lines = text_of(path, "utf-8").splitlines()
    names, *years = [c.strip() for c in lines[0].split("\t")]
    reading = Reading(names.removesuffix("\\time").split(","))
    for line in lines[1:]:
        keys, *cells = line.split("\t")
        for year, cell in zip(years, cells, strict=True):
            text, flag = re.fullmatch(r"(:|-?[\d.]+)(?: ([a-z]*))?", cell).groups()
            reading.add(keys.split(","), None, year, text, missing=(":",), flag=flag or "")
    return reading.count(header=1, data=len(lines) - 1)


def eurostat_linear(path):
    return long(records(path), "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG")


def uis(path):
    table = [[cell.strip() for cell in record] for record in records(path)]
    return long(table, "TIME", "Value", "Flag Codes", "Flags", optional=["Time"])


def undata(path):
    table = records(path)
    end = table.index([])
    reading = long(table[:end], "Year", "Quantity", "Quantity Footnotes")
    assert table[end + 1] == ["fnSeqID", "Footnote"]
    return reading.count(blank=1, footer=len(table) - end - 1)


def comtrade(path):
    table = records(path)
    measures = [i for i, n in enumerate(table[0]) if n in ("Qty", "Alt Qty") or n.startswith(("Netweight", "Gross"))
                or "Value (US$)" in n]
    assert len(measures) == 7
    away = [*measures, table[0].index("Period"), table[0].index("Flag")]
    use = [i for i in range(len(table[0])) if i not in away]
    empty = [table[0][i] for i in use if not any(r[i] for r in table[1:])]
    reading = Reading([table[0][i] for i in use], ["Year", "Period Desc.", *empty])
    for record in table[1:]:
        for i in measures:
            reading.add([record[k] for k in use], table[0][i], record[2], record[i], flag=record[-1])
    return reading.count(header=1, data=len(table) - 1)


def estat(path):
    table = records(path, "cp932")
    header = table[0]
    year, mark = header.index("西暦（年）"), header.index("注")
    use = [i for i in range(6) if i not in (year, mark)]
    reading = Reading([header[i] for i in use], ["元号", "和暦（年）"])
    for record in table[1:]:
        for i in range(6, 9):
            reading.add([record[k] for k in use], header[i], record[year], record[i], missing=("", "-"),
                        note=record[mark])
    return reading.count(header=1, data=len(table) - 1)


def destatis_parts(path):
    """The records before the line of underscores; how many records follow from it on."""
    table = records(path, "latin-1", ";")
    end = table.index(["__________"])
    return table[:end], len(table) - end


def destatis_area(path):
    table, after = destatis_parts(path)
    days = ["-".join(reversed(day.split("."))) for day in table[5][1:]]
    reading = Reading([None])
    for record in table[6:]:
        for day, text in zip(days, record[1:], strict=True):
            reading.add(record[:1], None, day, text, COMMA)
    return reading.count(preamble=4, header=2, data=len(table) - 6, footer=after)


def destatis_deaths(path):
    table, after = destatis_parts(path)
    reading = Reading([None, "Geschlecht"])
    for record in table[7:]:
        for sex, text in zip(table[6][2:], record[2:], strict=True):
            reading.add([record[1], sex], None, record[0], text, COMMA)
    return reading.count(preamble=5, header=2, data=len(table) - 7, footer=after)


def insee(path):
    table = records(path, "utf-8", ";")
    reading = Reading([line[0] for line in table[:3]])
    for month, text, code in table[4:]:
        reading.add([line[1] for line in table[:3]], None, month, text, flag=code)
    return reading.count(header=4, data=len(table) - 4)


def owid(path):
    return long(records(path), "Year", records(path)[0][3], note="1012361-annotations")


READERS = {
    "wdi_api_gdp_pcap.csv": world_bank,
    "wdi_api_rd_gdp.csv": world_bank,
    "wdi_databank_extract_small.csv": databank_rows,
    "wdi_semicolon_comma_decimals_cr.csv": world_bank_resaved,
    "oecd_stat_bli_2015.csv": oecd_stat,
    "oecd_sdmx_csv_unemployment_usa.csv": oecd_sdmx,
    "sdmx_csv2_spec_example_01.csv": sdmx_example,
    "imf_weo_2021_utf16le.xls": lambda path: weo(path, "utf-16-le"),
    "imf_weo_gdp_per_capita_latin1.tsv": lambda path: weo(path, "latin-1"),
    "eurostat_tps00001_flags.tsv": eurostat_tsv,
    "eurostat_sdg_08_10.tsv": eurostat_tsv,
    "eurostat_tin00171_linear.csv.gz": eurostat_linear,
    "uis_natmon.csv": uis,
    "undata_crude_oil.csv": undata,
    "comtrade_exports_2014.csv": comtrade,
    "estat_jp_c01_cp932.csv": estat,
    "destatis_11111-0001.csv": destatis_area,
    "destatis_23211-0002.csv": destatis_deaths,
    "insee_valeurs_mensuelles.csv": insee,
    "owid_foreign_aid_given_net.csv": owid,
    "one_total_oda_current.csv": lambda path: long(records(path), "year", "value"),
}

# Options that a file needs: an encoding is never guessed.
OPTIONS = {
    "imf_weo_gdp_per_capita_latin1.tsv": "-e ISO-8859-1",
    "estat_jp_c01_cp932.csv": "-e CP932",
    "destatis_11111-0001.csv": "-e ISO-8859-1",
    "destatis_23211-0002.csv": "-e ISO-8859-1",
    "wdi_databank_extract_small.csv": "-m NA",
}
