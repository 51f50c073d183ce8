/* style.c -- the rules and the symbols of a notebook's page. */
#include "notebook/page/parts.h"

const char *const pst_notebook_style[] = {
    ".verified{--own:var(--green)}.consistent{--own:var(--blue)}.restated{--own:#0a5a66}"
    ".not-checkable{--own:var(--grey)}.ambiguous{--own:var(--brown)}.contradicted{--own:var(--red)}"
    ".error{--own:var(--violet)}\n",
    "@media screen and (prefers-color-scheme:dark){.restated{--own:#7ccbd6}}\n",
    "main{max-width:56rem;padding-bottom:2rem}main h2{font-size:1.3rem;margin:2.2rem 0 .6rem}"
    "main h3{font-size:1.1rem;margin:1.6rem 0 .4rem}main p,main li{max-width:44rem;margin:.6rem 0}"
    "main li{margin:.25rem 0}\n",
    "main table{display:block;overflow-x:auto}blockquote{margin:.75rem 0;padding:0 1rem;"
    "border-left:3px solid var(--line);color:var(--quiet)}img{max-width:100%;height:auto}\n",
    "nav{margin:1rem 0;padding:.75rem 1rem;background:var(--wash);border-radius:.4rem}"
    "nav ol{margin:.25rem 0 0;padding-left:1.25rem}nav li{margin:.1rem 0}nav .deeper{"
    "list-style:none;padding-left:1rem}\n",
    ".state{font-size:.85rem;color:var(--own)}.state .symbol{margin-right:.35rem}\n",
    "pre{margin:0;padding:.75rem 1rem;overflow-x:auto;background:var(--wash);border-radius:.4rem;"
    "line-height:1.4}pre code{overflow-wrap:normal;white-space:pre}\n",
    ".block{margin:1rem 0}.block .state{margin:.25rem 0 0}.command{font-weight:600;"
    "color:var(--link)}.aside{color:var(--quiet)}\n",
    ".diff{margin-top:.4rem;border-left:4px solid var(--red)}.gone{color:var(--red)}"
    ".come{color:var(--green)}\n",
    "figure{margin:1rem "
    "0;overflow-x:auto}figure>svg,figure>img{display:block;width:100%;height:auto;"
    "min-width:32rem;max-width:56rem;background:#fff;border-radius:.3rem}figcaption{margin:.4rem 0}"
    "figure svg text{fill:inherit;font-size:inherit}figure>svg text{font-family:\"DejaVu "
    "Sans\",Verdana,sans-serif}\n",
    "details{margin:.3rem 0;font-size:.92rem}summary{cursor:pointer;color:var(--quiet)}\n",
    ".claims{list-style:none;padding:0}.claims>li{padding:.4rem 0 .4rem 1.75rem;"
    "border-bottom:1px solid var(--line);max-width:none}.claims>li>.symbol{float:left;"
    "margin:.25rem 0 0 -1.75rem;color:var(--own)}.verdict{color:var(--own);font-weight:600}"
    ".claims .quiet{display:block;white-space:pre-line;font-size:.9rem;overflow-wrap:anywhere}\n",
    "a.number{text-decoration:underline dotted;text-underline-offset:.2em;color:inherit;"
    "white-space:nowrap}a.number.contradicted{color:var(--red);font-weight:600}\n",
    "@media print{nav,summary{display:none}pre{white-space:pre-wrap;border:1px solid var(--line)}"
    "pre code{white-space:pre-wrap}figure,.block,table{break-inside:avoid}h2,h3{break-after:avoid}"
    "body{font-size:10.5pt}}\n",
    NULL};

const struct pst_html_symbol pst_notebook_symbols[] = {
    {"verified", PST_HTML_CHECK},    {"restated", PST_HTML_QUOTES},
    {"consistent", PST_HTML_WAVES},  {"contradicted", PST_HTML_CROSS},
    {"ambiguous", PST_HTML_FORK},    {"not-checkable", PST_HTML_QUESTION},
    {"error", PST_HTML_EXCLAMATION}, {.id = NULL}};
