"""The jobs of the benchmarks: data, what polstat and its peers are asked, and how their answers are read."""

# A command is a list of words; {bin}, {data}, {peers} and {threads} are filled in; @script is a script of the peers
# with the data file in the place of @FILE@.  An answer is read as CSV: the
# columns that are the key, and those that are compared, in the same order for all commands of a job.
SERIES = "select iso3, indicator, regr_slope(value, year) slope, regr_r2(value, year) r2 from read_csv('{data}') group by 1, 2"
DONORS = ("select donor, regr_slope(s, year) slope from (select donor, year, sum(disbursed) s from read_csv('{data}') "
          "where disbursed is not null group by 1, 2) group by 1")

JOINED = ("select region, regr_slope(quotient, year) slope from (select region, year, avg(tax / income) quotient "
          "from read_csv('{data}') a join read_csv('{other}') b using (person, year) where income <> 0 group by 1, 2) group by 1")


def duckdb(sql):
    return ["node", "{peers}/duckdb.js", "{threads}", sql]


def python(job):
    return ["{python}", "{peers}/scipy_jobs.py", job, "{data}"]


def all_pairs(method):
    """polstat writes a square, as pandas does."""
    return {
        "what": f"{method} of every pair of 500 columns, 1,000 rows",
        "data": ["wide", "500", "1000"],
        "commands": {
            "polstat": (["{bin}/polstat-correlate", "{data}", "-q", "--all", "--square", "--method", method], "square"),
            "polstat, all of each pair": (["{bin}/polstat-correlate", "{data}", "-q", "--all", "--method", method],
                                          (["variable", "against"], ["estimate"])),
            "pandas": (python(f"all-{method}"), "square"),
        },
        "slow": ["pandas"] if method == "kendall" else [],
    }


def of_points(method):
    return {
        "what": f"{method} of 1,000,000 points with ties",
        "data": ["points", "1000000"],
        "commands": {
            "polstat": (["{bin}/polstat-correlate", "{data}", "-q", "-x", "x", "-y", "y", "--method", method],
                        ([], ["estimate"])),
            "scipy": (python(method), ([], ["estimate"])),
        },
    }


JOBS = {
    "start": {
        "what": "8 series of 55 years: least squares, Mann-Kendall, Theil-Sen",
        "data": ["panel", "8", "55"],
        "commands": {
            "polstat": (["{bin}/polstat-trend", "{data}", "-q", "-g", "indicator", "--time", "year", "-y", "value"],
                        None),
            "gretl": (["gretlcli", "-b", "@trend.inp"], (["indicator"], ["slope", "tau", "sen"])),
            "R": (["Rscript", "{peers}/trend.R", "{data}"], (["indicator"], ["slope", "tau", "sen"])),
            "scipy": (python("trend"), (["indicator"], ["slope", "tau", "sen"])),
        },
        "terms": {"slope": ("ols", "slope"), "tau": ("mann-kendall", "tau-b"), "sen": ("theil-sen", "slope")},
    },
    "series": {
        "what": "10,000 series of 60 years: slope and r2 of least squares",
        "data": ["panel", "10000", "60"],
        "commands": {
            "polstat": (["{bin}/polstat-trend", "{data}", "-q", "-g", "iso3,indicator", "--time", "year", "-y",
                         "value", "--method", "ols"], (["iso3", "indicator"], ["estimate"])),
            "DuckDB": (duckdb(SERIES), (["iso3", "indicator"], ["slope"])),
            "DuckDB, start-up": (["node", "{peers}/duckdb.js", "{threads}"], None),
            "Polars": (["node", "{peers}/polars.js", "series", "{data}"], (["iso3", "indicator"], ["slope"])),
            "Polars, start-up": (["node", "{peers}/polars.js", "none"], None),
            "data.table": (["Rscript", "{peers}/data_table.R", "series", "{data}", "{threads}"],
                           (["iso3", "indicator"], ["slope"])),
            "pandas": (python("series"), (["iso3", "indicator"], ["slope"])),
            "Miller": (["mlr", "--icsv", "--ocsv", "filter", "is_not_empty($value)", "then", "stats2", "-a",
                        "linreg-ols", "-f", "year,value", "-g", "iso3,indicator", "{data}"],
                       (["iso3", "indicator"], ["year_value_ols_m"])),
        },
        "keys": True,
    },
    "three": {
        "what": "10,000 series of 60 years: least squares, Mann-Kendall, Theil-Sen",
        "data": ["panel", "10000", "60"],
        "commands": {
            "polstat": (["{bin}/polstat-trend", "{data}", "-q", "-g", "iso3,indicator", "--time", "year", "-y",
                         "value"], None),
        },
    },
    "donors": {
        "what": "10,000,000 rows of aid, 1.3 GB with quoted titles: sums by donor and year, their slope by donor",
        "data": ["aid", "10000000"],
        "commands": {
            "polstat": (["{bin}/polstat-trend", "{data}", "-q", "--aggregate", "sum", "-g", "donor", "--time", "year",
                         "-y", "disbursed", "--method", "ols"], (["donor"], ["estimate"])),
            "DuckDB": (duckdb(DONORS), (["donor"], ["slope"])),
            "Polars": (["node", "{peers}/polars.js", "donors", "{data}"], (["donor"], ["slope"])),
            "data.table": (["Rscript", "{peers}/data_table.R", "donors", "{data}", "{threads}"],
                           (["donor"], ["slope"])),
        },
    },
    "pearson": of_points("pearson"),
    "spearman": of_points("spearman"),
    "kendall": of_points("kendall"),
    "slope": {
        "what": "Theil-Sen with its interval, n = 1,000,000",
        "data": ["line", "1000000"],
        "commands": {
            "polstat": (["{bin}/polstat-trend", "{data}", "-q", "--time", "x", "-y", "y", "--method", "theil-sen"],
                        None),
        },
    },
    "all-pearson": all_pairs("pearson"),
    "all-spearman": all_pairs("spearman"),
    "all-kendall": all_pairs("kendall"),
    "square": {
        "what": "pearson of every pair of 5,000 columns, 200 rows, as a square",
        "data": ["wide", "5000", "200"],
        "commands": {
            "polstat": (["{bin}/polstat-correlate", "{data}", "-q", "--all", "--square"], None),
        },
    },
    "rank": {
        "what": "ranks of 1,000,000 people within 20 years",
        "data": ["people", "1000000"],
        "commands": {
            "polstat": (["{bin}/polstat-rank", "{data}", "-q", "--entity", "person", "--time", "year", "-y", "income",
                         "--ties", "min"], (["period", "person"], ["rank_low"])),
            "DuckDB": (duckdb("select person, year, rank() over (partition by year order by income desc) rank "
                              "from read_csv('{data}')"), (["year", "person"], ["rank"])),
        },
    },
    "join": {
        "what": "1,000,000 rows joined to 1,000,000 others by two keys, the mean of a quotient by year",
        "data": ["people", "1000000"],
        "other": ["codes", "1000000"],
        "commands": {
            "polstat": (["{bin}/polstat-trend", "{data}", "-q", "--join", "{other}", "--on", "person,year", "--let",
                         "share = tax / income", "--aggregate", "mean", "-g", "region", "--time", "year", "-y", "share",
                         "--method", "ols"], (["region"], ["estimate"])),
            "DuckDB": (duckdb(JOINED), (["region"], ["slope"])),
        },
        "keys": True,
    },
    "tidy": {
        "what": "1,000,000 rows of SDMX-CSV as a tidy table",
        "data": ["sdmx", "1000000"],
        "commands": {
            "polstat": (["{bin}/polstat-tidy", "{data}", "-q"], None),
        },
    },
    "describe": {
        "what": "every column of 1,000,000 rows of aid described",
        "data": ["aid", "1000000"],
        "commands": {
            "polstat": (["{bin}/polstat-describe", "{data}", "-q"], None),
            "DuckDB": (["node", "{peers}/duckdb.js", "{threads}", "select * from (summarize from read_csv('{data}'))"],
                       None),
        },
    },
    "claims": {
        "what": "all claims of datasets/claims/miyamoto2016.claims, some contradicted",
        "data": None,
        "codes": (0, 1),
        "commands": {
            "polstat": (["{bin}/polstat-claims", "check", "{repo}/datasets/claims/miyamoto2016.claims"], None),
        },
    },
}
