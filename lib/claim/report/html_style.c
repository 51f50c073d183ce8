/* html_style.c -- the rules, the script and the symbols of the page of verdicts. */
#include "claim/report/html.h"

/* Each verdict has a colour of its own and a symbol. */
const char *const pst_claims_style[] = {
    ":root{--reported:var(--blue);--computed:var(--ink)}\n",
    ".verified{--own:var(--green);--tint:var(--green-tint)}.consistent{--own:var(--blue);--tint:"
    "var(--blue-tint)}\n",
    ".restated{--own:#0a5a66;--tint:#e3f1f3}@media screen and "
    "(prefers-color-scheme:dark){.restated{--own:#"
    "7ccbd6;"
    "--tint:#12303a}}\n",
    ".not-checkable{--own:var(--grey);--tint:var(--grey-tint)}.ambiguous{--own:var(--brown);--tint:"
    "var(--brown-tint)}\n",
    ".contradicted{--own:var(--red);--tint:var(--red-tint)}.error{--own:var(--violet);--tint:var(--"
    "violet-tint)}\n",
    ".bar{display:flex;gap:2px;height:1.9rem;margin:1.25rem 0 .75rem}\n",
    ".bar "
    "span{background:var(--own);color:var(--on-own);min-width:1.7rem;display:flex;align-items:"
    "center;"
    "justify-content:center;font-weight:600;font-size:.9rem}\n",
    ".bar span:first-child{border-radius:4px 0 0 4px}.bar span:last-child{border-radius:0 4px 4px "
    "0}\n",
    "fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.4rem .6rem;"
    "align-items:center}\n",
    "legend{float:left;padding:0;margin-right:.75rem;color:var(--quiet)}\n",
    "fieldset label{display:inline-flex;align-items:center;gap:.4rem;border:1px solid var(--line);"
    "border-radius:4px;padding:.15rem "
    ".6rem;cursor:pointer;color:var(--own);background:var(--paper)}\n",
    "fieldset label:hover{background:var(--tint)}fieldset b{color:var(--ink)}\n",
    "input{margin:0;accent-color:var(--own);width:1rem;height:1rem}\n",
    ".tools{margin:.75rem 0 "
    "0}button{font:inherit;font-size:.9rem;color:var(--link);background:none;"
    "border:1px solid var(--line);border-radius:4px;padding:.15rem .6rem;cursor:pointer}\n",
    "button:hover{background:var(--wash)}\n",
    ".claim{border:1px solid var(--line);border-left:5px solid var(--own);border-radius:4px;"
    "margin:.6rem 0;background:var(--paper)}\n",
    "summary{display:block;cursor:pointer;padding:.6rem .9rem;list-style:none}\n",
    "summary::-webkit-details-marker{display:none}summary:hover{background:var(--wash)}\n",
    ".row{display:flex;flex-wrap:wrap;gap:.15rem .8rem;align-items:baseline}\n",
    ".row .id{font-weight:600}.row .at{margin-left:auto;color:var(--quiet);font-size:.92rem}\n",
    ".row::before{content:\"\";border:solid var(--quiet);border-width:0 2px 2px 0;width:.42em;"
    "height:.42em;transform:rotate(-45deg);transform-origin:60% 60%;align-self:center}\n",
    "[open]>summary .row::before{transform:rotate(45deg)}\n",
    ".verdict{color:var(--own);background:var(--tint);border-radius:3px;padding:.05rem .5rem;"
    "font-weight:600;font-size:.92rem;white-space:nowrap}\n",
    ".says{margin:.3rem 0 0}.why{margin:.2rem 0 0;color:var(--own)}\n",
    "mark{background:var(--mark);color:var(--ink);border-bottom:2px solid var(--own)}\n",
    "[open]>summary .once{display:none}\n",
    ".evidence{padding:0 .9rem .6rem}\n",
    ".check{border-top:1px solid var(--line);padding:.6rem 0}\n",
    ".check h3{font-size:1rem;font-weight:400;margin:0 0 .35rem;display:flex;gap:.2rem .6rem;"
    "align-items:baseline;flex-wrap:wrap}\n",
    ".check h3 .symbol{color:var(--own);align-self:center;flex:none}.check h3 code{flex:0 1 "
    "auto}\n",
    ".check ul{margin:.35rem 0;padding-left:1.25rem}\n",
    "td:nth-child(2){min-width:9ch}td.own{font-weight:600}\n",
    "svg.interval{display:block;width:100%;max-width:35rem;margin:.5rem 0}\n",
    "svg.series{display:block;width:100%;max-width:40rem}figure{margin:.6rem 0}\n",
    "figcaption{font-size:.9rem;color:var(--quiet)}\n",
    "svg .mark{fill:var(--quiet);font-size:12px}\n",
    ".grid{stroke:var(--grid)}.axis{stroke:var(--axis)}.band{fill:var(--band)}\n",
    ".reported{--own:var(--reported)}.computed{--own:var(--computed)}\n",
    ".range{stroke:var(--own);stroke-width:3}.end{fill:var(--own);stroke:var(--own);stroke-width:2}"
    "\n",
    ".end.open{fill:var(--paper)}.value{fill:var(--paper);stroke:var(--own);stroke-width:2.5}\n",
    ".step{stroke:var(--step);stroke-width:2}.step.contradicted{stroke:var(--own);stroke-width:3.5}"
    "\n",
    ".spread{stroke:var(--spread);stroke-width:5;stroke-linecap:round}\n",
    ".point circle{fill:var(--own);stroke:var(--paper);stroke-width:1}\n",
    ".point .cross{stroke:var(--own);stroke-width:3;fill:none}\n",
    ".point.missing text{fill:var(--quiet);font-weight:600}\n",
    ".errors{border:1px solid var(--own);border-left-width:5px;border-radius:4px;background:"
    "var(--tint);padding:.5rem .9rem;margin:1rem 0}\n",
    ".errors h2{margin-top:.25rem;color:var(--own)}\n",
    "pre{margin:.2rem 0 .6rem;overflow-x:auto;background:var(--paper);padding:.3rem .6rem}\n",
    "body:has(#show-verified:not(:checked)) .claim.verified,"
    "body:has(#show-restated:not(:checked)) .claim.restated,"
    "body:has(#show-consistent:not(:checked)) .claim.consistent,"
    "body:has(#show-contradicted:not(:checked)) .claim.contradicted,"
    "body:has(#show-ambiguous:not(:checked)) .claim.ambiguous,"
    "body:has(#show-not-checkable:not(:checked)) .claim.not-checkable,"
    "body:has(#show-error:not(:checked)) .claim.error{display:none}\n",
    "@media(max-width:36rem){.row .at{margin-left:0;flex-basis:100%}"
    ".numbers{grid-template-columns:1fr}dt{margin-top:.2rem}figure{overflow-x:auto}"
    "svg.series{min-width:32rem}svg.interval text{font-size:19px}}\n",
    "@media print{@page{margin:15mm}html{font-size:9.5pt}header,main,footer{max-width:none;"
    "padding-left:0;padding-right:0}.tools,fieldset input,.row::before{display:none!important}\n",
    "h2,summary{break-after:avoid}.check,tr{break-inside:avoid}\n",
    "details::details-content{content-visibility:visible;display:block;block-size:auto}\n",
    ".bar span,.verdict,.band{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n",
    "svg.interval{max-width:24rem}svg.series{max-width:30rem}}\n",
    NULL};

/* Without it the page reads and filters just as well: it opens and closes all evidence at once, opens
   what a link leads to, and opens everything for a printer that would leave closed parts out. */
const char *const pst_claims_script[] = {
    "\"use strict\";\n",
    "const claims = [...document.querySelectorAll(\"details.claim\")];\n",
    "const tools = document.querySelector(\".tools\");\n",
    "const set = open => claims.forEach(c => { c.open = open; });\n",
    "const follow = () => {\n",
    "  const id = decodeURIComponent(location.hash.slice(1));\n",
    "  const claim = id && document.getElementById(id);\n",
    "  if (claim && claim.matches(\"details\")) { claim.open = true; claim.scrollIntoView(); }\n",
    "};\n",
    "tools.hidden = false;\n",
    "tools.querySelector(\".open\").addEventListener(\"click\", () => set(true));\n",
    "tools.querySelector(\".close\").addEventListener(\"click\", () => set(false));\n",
    "addEventListener(\"hashchange\", follow);\n",
    "let before = [];\n",
    "addEventListener(\"beforeprint\", () => { before = claims.map(c => c.open); set(true); });\n",
    "addEventListener(\"afterprint\", () => claims.forEach((c, i) => { c.open = before[i]; }));\n",
    "follow();\n",
    NULL};

const struct pst_html_symbol pst_claims_symbols[] = {
    {"verified", PST_HTML_CHECK},    {"restated", PST_HTML_QUOTES},
    {"consistent", PST_HTML_WAVES},  {"contradicted", PST_HTML_CROSS},
    {"ambiguous", PST_HTML_FORK},    {"not-checkable", PST_HTML_QUESTION},
    {"error", PST_HTML_EXCLAMATION}, {.id = NULL}};
