/* style.c -- the rules that all pages share: colours in light and in dark, headings, tables, symbols,
   paper. */
#include "page/page.h"

/* Each colour of text has 4.5:1 and more on paper, wash and, where it has one, its own tint, in both.
   good, look, alarm: what is as one would wish, what deserves a look, what is missing or wrong. */
static const char *const light[] = {
    ":root{color-scheme:light;--ink:#1b1f24;--quiet:#545b64;--line:#c9ced6;--paper:#fff;"
    "--wash:#f5f6f8;--link:#0b4f8a;--focus:#e69f00;--mark:#ffd75e;--on-own:#fff;--fill:#0b4f8a;"
    "--hole:#a14a00;--base:#dfe3e8;--grid:#e3e6ea;--axis:#8a929c;--band:#dbe8f4;--step:#6b7480;"
    "--spread:#9aa3ad;",
    "--green:#00614a;--green-tint:#e6f3ee;--blue:#0b4f8a;--blue-tint:#e7f0f8;--grey:#545b64;"
    "--grey-tint:#eff0f2;--brown:#7a4a00;--brown-tint:#fbf0dc;--red:#a11d12;--red-tint:#fcebe8;"
    "--violet:#6a1b7a;--violet-tint:#f5e9f7;--orange:#a14a00}\n",
    NULL};

/* Paper is always light. */
static const char *const dark[] = {
    "@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#e6e9ed;"
    "--quiet:#a9b2bc;--line:#3f4751;--paper:#14171b;--wash:#1f242a;--link:#8cc2f5;--focus:#e69f00;"
    "--mark:#5e4b00;--on-own:#14171b;--fill:#6aaef0;--hole:#f0a55e;--base:#333b44;--grid:#2b3138;"
    "--axis:#79828d;--band:#1d3247;--step:#98a2ad;--spread:#6f7883;",
    "--green:#6fd0ae;--green-tint:#12302a;--blue:#86bdf2;--blue-tint:#152a3e;--grey:#a9b2bc;"
    "--grey-tint:#262b31;--brown:#e8b565;--brown-tint:#3a2a0e;--red:#f7a095;--red-tint:#43191a;"
    "--violet:#dda8ea;--violet-tint:#371d3e;--orange:#f0a55e}}\n",
    NULL};

static const char *const shared[] = {
    "*{box-sizing:border-box}\n",
    "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"
    "\"Segoe UI\",\"Noto Sans\",\"Liberation Sans\",Arial,\"Hiragino Sans\",\"Yu Gothic\",\"Noto "
    "Sans "
    "CJK JP\",\"Source Han Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Malgun "
    "Gothic\",sans-serif}\n",
    "header,main,footer{max-width:56rem;margin:0 auto;padding:0 1.25rem}\n",
    "header{padding-top:2rem}h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}\n",
    "h2{font-size:1.05rem;margin:1.75rem 0 .5rem}p{margin:.25rem 0}\n",
    ".quiet{color:var(--quiet)}a{color:var(--link)}\n",
    "code,pre,.place{font-family:ui-monospace,\"DejaVu Sans Mono\",\"Liberation Mono\",Consolas,"
    "\"Noto Sans Mono CJK JP\",\"Noto Sans CJK JP\",monospace;font-size:.88em}\n",
    "code,.text{unicode-bidi:isolate;overflow-wrap:anywhere}\n",
    ".symbol{width:1em;height:1em;vertical-align:-.12em;fill:none;stroke:currentColor;"
    "stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}\n",
    ":focus-visible{outline:3px solid var(--focus);outline-offset:2px}\n",
    ".findings{list-style:none;padding:0;margin:0}.findings li{padding:.2rem 0 .2rem 1.6rem;"
    "text-indent:-1.6rem}.findings li>*{text-indent:0}\n",
    ".findings .symbol{color:var(--own);margin-right:.6rem}\n",
    ".numbers{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.25rem 0}\n",
    "dt{color:var(--quiet)}dd{margin:0}\n",
    "table{border-collapse:collapse;margin:.5rem 0;font-size:.95rem}\n",
    "th{text-align:left;font-weight:600;color:var(--quiet);font-size:.88rem}\n",
    "th,td{padding:.2rem 1.25rem .2rem 0;border-bottom:1px solid var(--line);vertical-align:top}\n",
    "svg text{font-size:13px;fill:var(--ink);font-family:inherit}\n",
    "footer{padding-top:1rem;padding-bottom:2.5rem;font-size:.92rem}\n",
    "footer code{font-size:.82em}\n",
    ".scroll{overflow-x:auto}\n",
    NULL};

void pst_html_lines(struct pst_buffer *out, const char *const *lines)
{
  while (*lines != NULL)
    pst_buffer_puts(out, *lines++);
}

void pst_html_style(struct pst_buffer *out)
{
  pst_html_lines(out, light);
  pst_html_lines(out, dark);
  pst_html_lines(out, shared);
}
