#!/usr/bin/env python3
"""site.py FOLDER NOTEBOOK.md...: FOLDER/index.html over what `make paper` made in FOLDER.

Verdicts first, then findings, figures, tables, notebooks.  Every number is a link: to the claim's evidence, or to the row
of the table that it stands in.  The page asks the network for nothing.
"""
import csv
import html
import json
import re
import sys
import textwrap
from pathlib import Path

FOLDER = Path(sys.argv[1])
NOTEBOOKS = [Path(p) for p in sys.argv[2:]]
HERE = Path(__file__).resolve().parent
ORDER = ["contradicted", "ambiguous", "error", "consistent", "verified", "restated", "not checkable"]
NUMBER = re.compile(r"^-?\d+(\.\d+)?([eE][-+]?\d+)?$")


def esc(text):
    return html.escape(str(text), quote=True)


def class_of(verdict):
    return verdict.replace(" ", "-")


def symbol(verdict):
    return f'<svg class="symbol" aria-hidden="true"><use href="#s-{class_of(verdict)}"/></svg>'


class Table:
    """A result: its rows, its command, its figure."""

    def __init__(self, name):
        self.name = name
        with open(FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
            self.header, *self.rows = list(csv.reader(file))
        command = FOLDER / f"{name}.cmd"
        self.command = " ".join(command.read_text(encoding="utf-8").split()) if command.exists() else ""
        found = re.search(r'--title "([^"]*)"', self.command)
        self.title = found.group(1) if found else name.replace("_", " ")
        self.figure = FOLDER / f"{name}.svg"

    def row(self, **cells):
        """The number of the one row with these cells."""
        at = {self.header.index(k): v for k, v in cells.items()}
        found = [i for i, row in enumerate(self.rows) if all(row[k] == v for k, v in at.items())]
        if len(found) != 1:
            sys.exit(f"site.py: {self.name}: {len(found)} rows for {cells}")
        return found[0]

    def link(self, column, form="{}", **cells):
        """A cell as a number in a sentence, which leads to its row."""
        row = self.row(**cells)
        value = self.rows[row][self.header.index(column)]
        shown = form.format(float(value)) if NUMBER.match(value) else value
        return f'<a class="value" href="#{self.name}-{row + 1}" title="{esc(self.name)}.csv: {esc(value)}">{esc(shown)}</a>'


def anchor_of(claims_page, claim):
    """Where the page of verdicts has CLAIM."""
    for name in (f"c1-{claim['id']}", f"c0-{claim['id']}", f"claim-{claim['id']}", claim["id"]):
        if f'id="{name}"' in claims_page:
            return name
    return ""


def put_claims(out, report, page):
    by = {v: [c for c in report["claims"] if c["verdict"] == v] for v in ORDER}
    out.append('<ul class="counts">')
    for verdict in ORDER:
        if by[verdict]:
            out.append(f'<li class="{class_of(verdict)}"><a href="claims.html"><b>{len(by[verdict])}</b></a>'
                       f"{symbol(verdict)} {verdict}</li>")
    out.append("</ul>")
    for verdict in ORDER[:3]:
        if not by[verdict]:
            continue
        out.append(f"<h3>{verdict.capitalize()}</h3><ul class=\"list\">")
        for claim in by[verdict]:
            why = next((c["diagnosis"] for c in claim["checks"] if c["diagnosis"]), "") or ""
            where = f"claims.html#{anchor_of(page, claim)}"
            out.append(f'<li class="{class_of(verdict)}">{symbol(verdict)}<a href="{esc(where)}">'
                       f"{esc(claim['says'] or claim['id'])}</a> "
                       f'<a class="quiet" href="{esc(where)}">{esc(claim["at"] or "")}{": " if claim["at"] else ""}'
                       f"{esc(textwrap.shorten('; '.join(why.splitlines()), 300, placeholder=' ...'))}</a></li>")
        out.append("</ul>")
    out.append('<p><a href="claims.html">Every claim with its evidence</a></p>')


def put_findings(out, tables):
    t = {table.name: table for table in tables}
    out.append('<ul class="findings-list">')

    def p_value(name, **cells):
        """A p that is small has a bound, and its link all digits."""
        p = float(t[name].rows[t[name].row(**cells)][t[name].header.index("p_value")])
        return f"p {t[name].link('p_value', '< 0.001' if p < 0.001 else '= {:.2g}', **cells)}"

    def slope(name, text, unit, form, **cells):
        out.append(f"<li>{text}: {t[name].link('estimate', form, method='theil-sen', term='slope', **cells)} {unit} a year "
                   f"(Theil-Sen; n = {t[name].link('n', '{:.0f}', method='theil-sen', term='slope', **cells)}; Mann-Kendall "
                   f"{p_value(name, method='mann-kendall', term='tau-b', **cells)})</li>")

    slope("oda_current", "Net aid of Japan, current prices", "million USD", "{:+,.0f}", country="Japan")
    slope("oda_constant", "at prices of 2023", "million USD", "{:+,.0f}", country="Japan")
    slope("oda_share", "as a share of national income", "points", "{:+.4f}", country="Japan")
    slope("oda_budget", "The aid budget", "billion yen", "{:+,.1f}")
    change = t["oda_rank_change"]
    out.append(f"<li>Rank of Japan among the Group of Seven: {change.link('from_low', '{:.0f}', country='Japan')} in 2000, "
               f"{change.link('to_low', '{:.0f}', country='Japan')} in 2015</li>")
    shares = t["coauthorship_change"]
    parts = [f"{esc(c)} {shares.link('value_change', '{:+.1f}', country=c)}"
             for c in (row[shares.header.index("country")] for row in shares.rows)]
    out.append(f"<li>Internationally co-authored papers, change in points: {', '.join(parts)}</li>")
    out.append("</ul>")


def figure_of(table):
    """The SVG as part of the page: its names behind a prefix."""
    svg = table.figure.read_text(encoding="utf-8")
    svg = svg[svg.index("<svg"):]
    prefix = f"{table.name}-fig-"
    svg = re.sub(r"""( id=["']|href=["']#|url\(['"]?#)""", lambda m: m.group(1) + prefix, svg)
    return svg.replace("<svg", f'<svg role="img" aria-label="{esc(table.title)}"', 1)


def sentence(title):
    return title if title.endswith(("?", "!", ".")) else title + "."


def put_figures(out, tables):
    for table in tables:
        if not table.figure.exists():
            continue
        out.append(f'<figure id="figure-{table.name}" tabindex="0">{figure_of(table)}<figcaption>{esc(sentence(table.title))} '
                   f'<a href="#table-{table.name}">Its numbers</a>, <a href="{table.name}.svg" download>SVG</a>, '
                   f'<a href="{table.name}.png" download>PNG</a>, <a href="{table.name}.gp" download>gnuplot script</a>'
                   "</figcaption></figure>")


def put_table(out, table):
    number = [all(NUMBER.match(row[k]) for row in table.rows if row[k]) for k in range(len(table.header))]
    out.append(f'<details class="table" id="table-{table.name}"><summary>{esc(table.title)} '
               f'({len(table.rows)} rows)</summary><div class="tools"><label>Filter <input type="search"></label>'
               f'<output>{len(table.rows)} rows</output><a href="{table.name}.csv" download>CSV</a></div>')
    if table.command:
        out.append(f"<details><summary>The command</summary><pre><code>{esc(table.command)}</code></pre></details>")
    out.append('<div class="scroll" tabindex="0"><table><thead><tr>')
    out += [f'<th scope="col"><button type="button">{esc(name)}</button></th>' for name in table.header]
    out.append("</tr></thead><tbody>")
    for i, row in enumerate(table.rows):
        cells = "".join(f'<td class="number">{esc(c)}</td>' if n else f"<td>{esc(c)}</td>" for c, n in zip(row, number))
        out.append(f'<tr id="{table.name}-{i + 1}">{cells}</tr>')
    out.append("</tbody></table></div></details>")


def put_notebooks(out):
    out.append("<ul>")
    for path in NOTEBOOKS:
        title = next((line[2:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# ")), path.stem)
        out.append(f'<li><a href="notebooks/{path.stem}.html">{esc(title)}</a></li>')
    out.append("</ul>")


def main():
    page = (FOLDER / "claims.html").read_text(encoding="utf-8")
    report = json.loads((FOLDER / "claims.json").read_text(encoding="utf-8"))
    style = page[page.index("<style>") + 7:page.index("</style>")]
    symbols = re.search(r'<svg width="0".*?</svg>\n', page, re.S).group(0)
    tables = [Table(p.stem) for p in sorted(FOLDER.glob("*.csv"))]
    out = ["<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
           '<meta name="viewport" content="width=device-width, initial-scale=1">',
           '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; '
           'script-src \'unsafe-inline\'">',
           "<title>The paper against its data</title>",
           f"<style>{style}{(HERE / 'site.css').read_text(encoding='utf-8')}</style>", "</head>", "<body>", symbols,
           "<header><h1>The paper against its data</h1><p class=\"quiet\">Miyamoto (2016), Synergistic Cooperation of Science "
           "and Diplomacy: what it says, checked; its figures drawn again; the tables behind them.</p>"
           '<nav class="top" aria-label="Parts"><a href="#verdicts">Verdicts</a><a href="#findings">Findings</a>'
           '<a href="#figures">Figures</a><a href="#tables">Tables</a><a href="#notebooks">Notebooks</a></nav></header>',
           "<main>", '<h2 id="verdicts">Verdicts</h2>']
    put_claims(out, report, page)
    out.append('<h2 id="findings">Findings</h2>')
    put_findings(out, tables)
    out.append('<h2 id="figures">Figures</h2>')
    put_figures(out, tables)
    out.append('<h2 id="tables">Tables</h2>')
    for table in tables:
        put_table(out, table)
    out.append('<h2 id="notebooks">Notebooks</h2>')
    put_notebooks(out)
    out += ["</main>", '<footer class="quiet">Made by make paper. Sources and licences: the datapackage.json of each dataset.'
            "</footer>", f"<script>{(HERE / 'site.js').read_text(encoding='utf-8')}</script>", "</body>", "</html>", ""]
    new = FOLDER / "index.html.new"
    new.write_text("\n".join(out), encoding="utf-8")
    new.rename(FOLDER / "index.html")


main()
