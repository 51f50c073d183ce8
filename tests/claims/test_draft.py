#!/usr/bin/env python3
"""test_draft.py [--build DIR] [--mode plain|asan|valgrind]: polstat-claims draft on a paper and its tables.  TAP.

What each number of the paper of ../shared is, is told from the datasets here, table by table: at least half of its
checkable numbers must be traced to those cells, none to another without its chance beside it, and every expression that is
drafted must hold when it is checked.  A paper of the same kind stands below, for where ../shared is not there.
"""
import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAPER = ROOT / "../shared/paper/paper.txt"
SETS = ["agreements", "coauthorship", "interest", "oda", "researchers"]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

CLAIM = re.compile(r"^claim (?:page-\d+-)?line-(\d+)-\d+ ")
FOUND = re.compile(r"^  # (.+): a (cell|difference|share of the total|growth|ratio|sum|mean|rank|count)(, only within rounding)?; "
                   r"([\d.e+-]+) so specific would fit by chance$")

OWN_PAPER = """Visits to Utopia and Arcadia

In 2011-2013 Utopia received 28.5 % of the visits, 8.1 points more than in 2001-2003. Arcadia had 29.2 % in 2011-2013.
Grants were 310.0 million euros in 1997 and 412.0 million euros in 2003. It took 3 years.

Table 1. Shares of visits (%)

Country\t2001-2003\t2011-2013
Utopia\t20.4\t28.5
Arcadia\t31.0\t29.2
Freedonia\t12.6\t10.9
"""
OWN_WANT = {
    (3, "28.5 %", 'visits["Utopia", "2011-2013"] = 28.5 %'),
    (3, "8.1 points", 'visits["Utopia", "2011-2013"] - visits["Utopia", "2001-2003"] = 8.1 %p'),
    (3, "29.2 %", 'visits["Arcadia", "2011-2013"] = 29.2 %'),
    (4, "310.0 million euros", "grants[1997] = 310.0"), (4, "412.0 million euros", "grants[2003] = 412.0"),
    (9, "20.4", 'visits["Utopia", "2001-2003"] = 20.4 %'), (9, "28.5", 'visits["Utopia", "2011-2013"] = 28.5 %'),
    (10, "31.0", 'visits["Arcadia", "2001-2003"] = 31.0 %'), (10, "29.2", 'visits["Arcadia", "2011-2013"] = 29.2 %'),
    (11, "12.6", 'visits["Freedonia", "2001-2003"] = 12.6 %'), (11, "10.9", 'visits["Freedonia", "2011-2013"] = 10.9 %')}
OWN_TABLES = {
    "visits.csv": "country,period,share_pct\nUtopia,2001-2003,20.4\nUtopia,2011-2013,28.5\nArcadia,2001-2003,31.0\n"
                  "Arcadia,2011-2013,29.2\nFreedonia,2001-2003,12.6\nFreedonia,2011-2013,10.9\n",
    "grants.csv": "year,amount_million_eur\n1997,310.0\n1998,322.4\n1999,341.7\n2000,355.2\n2001,380.0\n2002,395.5\n2003,412.0\n"}


# Prose between two tables: it is drafted by lines of reading, in which a table has a line a cell, the tables by lines as laid out.
PDF_TABLE = [("Country", "2001-2003", "2011-2013"), ("Utopia", "20.4", "28.5"), ("Arcadia", "31.0", "29.2"),
             ("Freedonia", "12.6", "10.9")]
PDF_PROSE = ["In 2013 Utopia received 28.5 % of the visits. The share of Arcadia fell to", "29.2 % in the same years, as all had expected.",
             "Freedonia has 10.9 % of them, and few complain of that.", "It took 3 years to plan, and 41 mayors were asked about it.",
             "Of these 12 agreed that more is better than less.", "The rest went to others by 2013."]
PDF_LONG = [("Office", "Visits")] + [(f"Office {c}", f"{700 + 31 * i}") for i, c in enumerate("ABCDEFGHIJKL")]


def pdf_of(texts):
    """A PDF of one page: each text at its place (x, y)."""
    stream = "".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in texts).encode()
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
               b" /Resources << /Font << /F1 5 0 R >> >> >>",
               b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, body)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + (b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
                  + b"".join(b"%010d 00000 n \n" % place for place in places) + end)


def traced(text):
    """(line, number, check, chance) of each number that a draft traces."""
    line, pending = 0, None
    for row in text.splitlines():
        claim, found = CLAIM.match(row), FOUND.match(row)
        if claim:
            line, pending = int(claim.group(1)), None
        elif found:
            pending = found.group(1), float(found.group(4))
        elif pending and not row.startswith("  #"):
            yield line, pending[0], row.strip(), pending[1]
            pending = None


def checks(text):
    """The lines of checks, of claims only."""
    inside = False
    for row in text.splitlines():
        inside = row.startswith("claim ") or (inside and row.startswith("  "))
        if inside and row.startswith("  ") and not re.match(r'  (#|says |not checkable )', row):
            yield row.strip()


def run(program, folder, *arguments):
    return subprocess.run([program, *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False)


def verdicts(program, folder, path):
    done = run(program, folder, "check", path, "--format", "json")
    return {c["verdict"] for c in json.loads(done.stdout)["claims"]}


def common(tap, program, folder, text, title):
    rows = list(traced(text))
    tap.equal(len(rows), len(list(checks(text))), f"{title}: no expression without its chance")
    draft = Path(folder, "draft.claims")
    draft.write_text(text, encoding="utf-8")
    got = verdicts(program, folder, draft)
    tap.ok(got <= {"verified", "consistent", "not checkable"}, f"{title}: what is drafted holds", [str(got)])
    strict = run(program, folder, "check", "--strict", draft)
    tap.ok(strict.returncode == 2 and "is still to be replaced" in strict.stderr, f"{title}: check --strict refuses a draft",
           [strict.stderr[:300]])
    return rows


def test_own(tap, program, folder):
    for name, text in {**OWN_TABLES, "paper.txt": OWN_PAPER}.items():
        Path(folder, name).write_text(text, encoding="utf-8")
    done = run(program, folder, "draft", "paper.txt", "--data", "visits.csv", "grants.csv")
    tap.ok(done.returncode == 0, "a draft is made", done.stderr.splitlines())
    rows = common(tap, program, folder, done.stdout, "own paper")
    got = {row[:3] for row in rows}
    tap.ok(got == OWN_WANT, "every number of it is traced, but the 3 years",
           [f"missing: {sorted(OWN_WANT - got)}", f"beside them: {sorted(got - OWN_WANT)}"])


def test_pdf(tap, program, folder):
    if shutil.which("pdftotext") is None:
        tap.skip("there is no pdftotext: a draft of a PDF")
        return
    texts = [(60 + 120 * c, 760 - 14 * i, text) for i, row in enumerate(PDF_TABLE) for c, text in enumerate(row)]
    texts += [(60, 680 - 14 * i, text) for i, text in enumerate(PDF_PROSE)]
    texts += [(60 + 120 * c, 570 - 14 * i, text) for i, row in enumerate(PDF_LONG) for c, text in enumerate(row)]
    Path(folder, "paper.pdf").write_bytes(pdf_of(texts))
    Path(folder, "visits.csv").write_text(OWN_TABLES["visits.csv"], encoding="utf-8")
    done = run(program, folder, "draft", "paper.pdf", "--data", "visits.csv")
    common(tap, program, folder, done.stdout, "PDF")
    ids = re.findall(r"^claim (\S+)", done.stdout, re.MULTILINE)
    tap.ok(len(ids) == len(set(ids)), "PDF: no two claims have one id", ids)
    tap.ok("page-1-line-18-2" in ids, "PDF: a sentence and a row of the table are of one line", ids)


def read(*path):
    with open(ROOT.joinpath("datasets", *path), encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def right_checks():
    """Every cell of the datasets that stands in the paper's tables, as a check without its literal; and how many there are."""
    cells = {f'shares["{r["country"]}", "{r["period"]}", "{r["kind"]}"]' for r in read("coauthorship", "shares.csv")}
    cells |= {f'shares_change["{r["country"]}", "{r["kind"]}"]' for r in read("coauthorship", "shares_change.csv")}
    cells |= {f'papers["{r["country"]}"]' for r in read("coauthorship", "papers.csv")}
    table_2 = len(cells)
    for r in read("researchers", "flows.csv"):
        cells |= {f'flows_{d}["{r["country"]}"]' for d in ("inbound", "outbound", "inbound_rank", "outbound_rank")}
        cells.add(f'rank(flows_inbound[*], "{r["country"]}")')  # what the rank of a row ranks
    table_1 = read("agreements", "agreements.csv")
    cells |= {f'{name}["{r["party"]}"]' for r in table_1 for name in ("agreements", "agreements_year")}
    table_3 = read("interest", "interest.csv")
    cells |= {f'interest_share_pct["{r["printed_header"]}", "{r["item"]}"]' for r in table_3}
    # prose: the budgets of 1997 and 2015, their ratio, nine shares and nine ranks as a partner, 53 countries
    cells |= {"japan_budget_budget_bn_yen[1997]", "japan_budget_budget_bn_yen[2015]",
              "japan_budget_budget_bn_yen[2015] / japan_budget_budget_bn_yen[1997]", "count(keys(parties_entry[*]))",
              "count(keys(parties_year[*]))"}
    cells |= {f'japan_as_partner_{v}["{r["partner"]}", "{r["period"]}", "{r["source"]}"]'
              for r in read("coauthorship", "japan_as_partner.csv") for v in ("share_pct", "rank")}
    return cells, table_2 + 60 + len(table_1) + len(table_3) + 3 + 18 + 1


def test_paper(tap, program, folder):
    if not PAPER.exists():
        tap.skip("the paper of ../shared is not there: half of its checkable numbers traced")
        return
    data = [ROOT / "datasets" / name for name in SETS]
    done = run(program, folder, "draft", PAPER, "--data", *data)
    tap.ok(done.returncode == 0, "a draft of the paper is made", done.stderr.splitlines())
    rows = common(tap, program, folder, done.stdout, "paper")
    cells, checkable = right_checks()
    right = [r for r in rows if r[2].partition(" = ")[0] in cells]
    wrong = [f"{line}: {number}: {check} ({chance})" for line, number, check, chance in rows
             if check.partition(" = ")[0] not in cells]
    tap.note(f"{len(right)} of {checkable} checkable numbers are traced to their cells, {len(wrong)} to others")
    tap.ok(2 * len(right) >= checkable, "at least half of the checkable numbers are traced to the right cells")
    tap.ok(not wrong, "none is traced to another cell", wrong[:20])
    for line, check in ((134, 'shares["Japan", "2011-2013", "total"] = 28.5 %'),
                        (147, "japan_budget_budget_bn_yen[2015] = 542.2 billion JPY"),
                        (370, 'flows_outbound["China"] = 15930 persons')):
        tap.ok(any(r[0] == line and r[2] == check for r in rows), f"line {line}: {check}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=str(ROOT / "build"))
    parser.add_argument("--mode", choices=["plain", "asan", "valgrind"], default="plain")
    options = parser.parse_args()
    tap, program = Tap(), Path(options.build, "bin/polstat-claims").resolve()
    if not program.exists():
        tap.skip("there is no polstat-claims")
        return tap.done()
    with tempfile.TemporaryDirectory() as folder:
        test_own(tap, program, folder)
    with tempfile.TemporaryDirectory() as folder:
        test_pdf(tap, program, folder)
    with tempfile.TemporaryDirectory() as folder:
        test_paper(tap, program, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
