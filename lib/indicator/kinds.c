/* kinds.c -- the kinds, one row each, and their list. */
#include "indicator/kinds.h"

#include <stdio.h>
#include <string.h>

#include "indicator/kind_read.h"
#include "indicator/row/row_kinds.h"

#define CALENDAR PST_INDICATOR_NEEDS_CALENDAR
#define ENTITY PST_INDICATOR_NEEDS_ENTITY
#define CATEGORY (PST_INDICATOR_NEEDS_ENTITY | PST_INDICATOR_NEEDS_CATEGORY)
#define ROWS(unit_, kernel)                                                                        \
  .sort = PST_INDICATOR_ROWS, .unit = PST_INDICATOR_##unit_, .rows = kernel
#define PERCENT .scale = 100

const struct pst_indicator_kind pst_indicator_kinds[] = {
    {.name = "share",
     .arguments = "[(of known)]",
     .of_total = true,
     .summary = "per cent of the total of the period, in its group",
     .needs = ENTITY,
     .read = pst_read_known,
     PERCENT,
     ROWS(UNIT_PERCENT, pst_rows_share)},
    {.name = "index",
     .arguments = "(TIME|A..B[,known])",
     .summary = "the value at TIME, or the mean from A to B, is 100",
     .needs = CALENDAR,
     .read = pst_read_base,
     ROWS(UNIT_OF_BASE, pst_rows_index)},
    {.name = "growth",
     .arguments = "[(K|year)]",
     .summary = "per cent on K steps (1) before, or on the same time of the year before",
     .needs = CALENDAR,
     .read = pst_read_lag,
     PERCENT,
     ROWS(UNIT_PERCENT, pst_rows_growth)},
    {.name = "log-growth",
     .arguments = "[(K|year)]",
     .summary = "the natural logarithm of the ratio of the two",
     .needs = CALENDAR,
     .read = pst_read_lag,
     ROWS(NO_UNIT, pst_rows_log_growth)},
    {.name = "annual-growth",
     .arguments = "[(K)]",
     .summary = "per cent a step, compounded over K steps",
     .needs = CALENDAR,
     .read = pst_read_steps,
     PERCENT,
     ROWS(UNIT_PERCENT_A_STEP, pst_rows_annual_growth)},
    {.name = "difference",
     .arguments = "[(K|year)]",
     .summary = "the value less the one K steps before",
     .needs = CALENDAR,
     .read = pst_read_lag,
     ROWS(UNIT_OF_DIFFERENCE, pst_rows_difference)},
    {.name = "contribution",
     .arguments = "[(K[,from zero])]",
     .of_total = true,
     .summary =
         "percentage points of the growth of the total; a part that is new has none, or from zero",
     .needs = CALENDAR | ENTITY,
     .read = pst_read_contribution,
     ROWS(UNIT_POINTS, pst_rows_contribution)},
    {.name = "total-growth",
     .arguments = "[(K)]",
     .of_total = true,
     .summary = "per cent growth of the total of the period, in every row of it",
     .needs = CALENDAR | ENTITY,
     .read = pst_read_steps,
     ROWS(UNIT_PERCENT, pst_rows_total_growth)},
    {.name = "average",
     .arguments = "(W[,trailing][,known N])",
     .summary = "mean of W times around it, or that end with it; known: of at least N values",
     .needs = CALENDAR,
     .read = pst_read_average,
     ROWS(UNIT_OF_VALUE, pst_rows_window)},
    {.name = "sum",
     .arguments = "(W[,centred][,known N])",
     .summary = "sum of the W times that end with it, or stand around it",
     .needs = CALENDAR,
     .read = pst_read_sum,
     ROWS(UNIT_OF_VALUE, pst_rows_window)},
    {.name = "cumulative",
     .arguments = "[(known)]",
     .summary = "running sum from the first row; known: passes over empty cells",
     .needs = CALENDAR,
     .read = pst_read_known,
     ROWS(UNIT_OF_VALUE, pst_rows_cumulative)},
    {.name = "ratio",
     .arguments = "(ENTITY)",
     .summary = "the value over that of ENTITY at the same time, in the same group",
     .needs = ENTITY,
     .read = pst_read_entity,
     ROWS(UNIT_RATIO, pst_rows_ratio)},
    {.name = "per",
     .arguments = "(COL)",
     .summary = "the value over that of another column: per capita",
     .read = pst_read_column,
     ROWS(UNIT_OF_QUOTIENT, pst_rows_per)},
    {.name = "deflate",
     .arguments = "(COL,TIME)",
     .summary = "at the prices of TIME, COL the price index of the series",
     .needs = CALENDAR,
     .read = pst_read_deflate,
     ROWS(UNIT_OF_PRICES, pst_rows_deflate)},
    {.name = "percent-rank",
     .summary = "the part of the others that is smaller, ascending, 0 to 1 (SQL)",
     ROWS(NO_UNIT, pst_rows_percent_rank)},
    {.name = "cume-dist",
     .summary = "the part that is smaller or equal (SQL)",
     ROWS(NO_UNIT, pst_rows_cume_dist)},
    {.name = "ntile",
     .arguments = "(N)",
     .summary = "which of N equal parts, ascending (SQL)",
     .read = pst_read_tiles,
     ROWS(NO_UNIT, pst_rows_ntile)},
    {.name = "zscore",
     .arguments = "[(population)]",
     .summary = "distance from the mean in standard deviations, with n - 1 or n",
     .read = pst_read_population,
     ROWS(UNIT_SD, pst_rows_zscore)},
    {.name = "rank",
     .summary = "1 + the number that is larger; bounds leave it open",
     ROWS(NO_UNIT, pst_rows_rank)},
    {.name = "grubel-lloyd",
     .arguments = "(COL)",
     .summary = "how far exports (-y) and imports (COL) balance, 0 to 1",
     .read = pst_read_column,
     ROWS(NO_UNIT, pst_rows_grubel_lloyd)},
    {.name = "grubel-lloyd-total",
     .arguments = "(COL)",
     .summary = "the same of all rows of the group and period together",
     .sort = PST_INDICATOR_GROUPS,
     .read = pst_read_column},
    {.name = "theil-decomposition",
     .of_total = true,
     .summary = "Theil's T and L, within and between the groups of -g",
     .sort = PST_INDICATOR_SPLIT,
     .needs = PST_INDICATOR_NEEDS_GROUPS,
     .read = pst_read_known},
    {.name = "lorenz",
     .arguments = "[(of known)]",
     .summary = "the points of the Lorenz curve",
     .sort = PST_INDICATOR_LORENZ,
     .read = pst_read_known},
    {.name = "krugman",
     .arguments = "[(rest)]",
     .summary = "distance of the structure from that of all, or of the others, 0 to 2",
     .sort = PST_INDICATOR_STRUCTURE,
     .needs = CATEGORY,
     .read = pst_read_structure,
     .choice = PST_STRUCTURE_KRUGMAN},
    {.name = "duncan",
     .arguments = "[(ENTITY)]",
     .summary = "dissimilarity with the structure of ENTITY, or of each other one, 0 to 1",
     .sort = PST_INDICATOR_STRUCTURE,
     .needs = CATEGORY,
     .read = pst_read_duncan,
     .choice = PST_STRUCTURE_DUNCAN},
    {.name = "gini-relative",
     .summary = "Gini coefficient of the location quotients",
     .sort = PST_INDICATOR_STRUCTURE,
     .needs = CATEGORY,
     .read = pst_read_structure,
     .choice = PST_STRUCTURE_GINI},
    {.name = "rca",
     .arguments = "[(of known)]",
     .summary = "revealed comparative advantage: activity index, location quotient",
     .sort = PST_INDICATOR_CELLS,
     .needs = CATEGORY,
     .read = pst_read_known,
     .choice = PST_RCA_PLAIN},
    {.name = "rca-symmetric",
     .arguments = "[(of known)]",
     .summary = "(rca - 1) / (rca + 1), from -1 to 1",
     .sort = PST_INDICATOR_CELLS,
     .needs = CATEGORY,
     .read = pst_read_known,
     .choice = PST_RCA_SYMMETRIC},
    {.name = "log-rca",
     .arguments = "[(of known)]",
     .summary = "the natural logarithm of rca",
     .sort = PST_INDICATOR_CELLS,
     .needs = CATEGORY,
     .read = pst_read_known,
     .choice = PST_RCA_LOG},
    {.name = "salton",
     .summary = "joint over the geometric mean of the totals (the pairs A,A)",
     .sort = PST_INDICATOR_PAIRS,
     .needs = PST_INDICATOR_NEEDS_PAIR,
     .choice = PST_PAIR_SALTON},
    {.name = "jaccard",
     .summary = "joint over the union",
     .sort = PST_INDICATOR_PAIRS,
     .needs = PST_INDICATOR_NEEDS_PAIR,
     .choice = PST_PAIR_JACCARD},
    {.name = "affinity",
     .summary = "probabilistic affinity index, and against expectation without the diagonal",
     .sort = PST_INDICATOR_PAIRS,
     .needs = PST_INDICATOR_NEEDS_PAIR,
     .choice = PST_PAIR_AFFINITY},
};
const size_t pst_indicator_n_kinds = sizeof pst_indicator_kinds / sizeof *pst_indicator_kinds;

static void list_line(struct pst_buffer *out, const char *name, const char *arguments,
                      const char *summary)
{
  enum { COLUMN = 34, WIDTH = 80 };
  size_t start = out->size;

  pst_buffer_printf(out, "  %s%s", name, arguments == NULL ? "" : arguments);
  if (out->size - start + 2 > COLUMN) {
    pst_buffer_putc(out, '\n');
    start = out->size;
  }
  pst_buffer_repeat(out, ' ', COLUMN - (out->size - start));
  pst_buffer_wrap(out, summary, COLUMN, COLUMN, WIDTH);
}

static void list_concentrations(struct pst_buffer *out)
{
  for (size_t i = 0; i < pst_concentrations_count; i++) {
    const struct pst_concentration *index = &pst_concentrations[i];
    char arguments[32] = "";

    if (index->parameter != NULL)
      snprintf(arguments, sizeof arguments, "(%s)", index->parameter);
    list_line(out, index->name, arguments, index->summary);
  }
}

static const char *const headings[] = {
    [PST_INDICATOR_ROWS] = "Of each row (a column of the table)",
    [PST_INDICATOR_GROUPS] =
        "Of each group and period (a record; any with \", of known\" in its brackets)",
    [PST_INDICATOR_SPLIT] = "Of each period, taken apart by -g",
    [PST_INDICATOR_LORENZ] = "A table of points",
    [PST_INDICATOR_STRUCTURE] = "Of each entity, by --category",
    [PST_INDICATOR_CELLS] = "Of each entity and category (with --counts, intervals)",
    [PST_INDICATOR_PAIRS] = "Of each pair of --pair (with intervals)"};

void pst_indicator_list(struct pst_buffer *out)
{
  for (size_t sort = 0; sort < sizeof headings / sizeof *headings; sort++) {
    pst_buffer_printf(out, "%s%s:\n", sort == 0 ? "" : "\n", headings[sort]);
    if (sort == PST_INDICATOR_GROUPS)
      list_concentrations(out);
    for (size_t i = 0; i < pst_indicator_n_kinds; i++)
      if (pst_indicator_kinds[i].sort == sort)
        list_line(out, pst_indicator_kinds[i].name, pst_indicator_kinds[i].arguments,
                  pst_indicator_kinds[i].summary);
  }
}
