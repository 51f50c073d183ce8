/* settings.h -- what polstat-compare is asked for, and the data of one comparison.

   A level is one of the texts of --between (a poll, a country, a year).  A unit is one group of -g with one
   variable; its data are its levels, or a table of counts. */
#ifndef PST_COMPARE_SETTINGS_H
#define PST_COMPARE_SETTINGS_H

#include "job/columns.h"
#include "method/compare_kernel.h"

/* The program's own options, as a mask: which are given, which a shape needs and which it takes. */
enum {
  PST_ASK_Y = 1 << 0,
  PST_ASK_X = 1 << 1,
  PST_ASK_BETWEEN = 1 << 2,
  PST_ASK_REFERENCE = 1 << 3,
  PST_ASK_LEVELS = 1 << 4,
  PST_ASK_PAIRED = 1 << 5,
  PST_ASK_WEIGHT = 1 << 6,
  PST_ASK_ANSWER = 1 << 7,
  PST_ASK_SUCCESSES = 1 << 8,
  PST_ASK_TRIALS = 1 << 9,
  PST_ASK_PERCENT = 1 << 10,
  PST_ASK_COUNTS = 1 << 11,
  PST_ASK_CATEGORY = 1 << 12,
  PST_ASK_DEFF = 1 << 13,
  PST_ASK_HALVES = 1 << 14,
  PST_ASK_SAME = 1 << 15,
  PST_ASK_QUANTILES = 1 << 16
};

enum pst_compare_chart { PST_CHART_AUTO, PST_CHART_FOREST, PST_CHART_DOTS, PST_CHART_LIKERT };

struct pst_compare_shape;

struct pst_compare_settings {
  const char *between, *reference, *paired, *weight, *answer, *successes, *trials, *percent,
      *counts, *category, *deff;
  struct pst_list levels, quantiles;
  bool same, halves_given;
  unsigned halves; /* 0 up, 1 to even */
  unsigned chart;  /* enum pst_compare_chart */
  /* by the plan */
  struct pst_probabilities probabilities; /* of --quantiles, or the quartiles */
  const struct pst_compare_shape *shape;
  unsigned given; /* PST_ASK_... */
  struct pst_roles by, y, x;
  /* roles; SIZE_MAX: not asked for.  count: successes, percent or counts */
  size_t between_role, paired_role, weight_role, count_role, trials_role, category_role, deff_role;
  double design_effect; /* 0: none, or a column */
  /* by the run */
  struct pst_compare_order {
    const char **names; /* of the levels, in the order in which they are compared */
    size_t count;
    size_t *of_code;  /* the place of each text of the column; SIZE_MAX: no level */
    double *scores;   /* the names as numbers; NULL when one is none */
    size_t reference; /* SIZE_MAX: every two are compared */
  } levels_order, rows_order,
      *columns_order; /* rows: of a cross-table, or categories; columns: one order
                                                 a variable of -y */
};

struct pst_compare_level {
  size_t place; /* in the order of levels */
  size_t n;     /* values x with their weights w; in lines x is the time, y the value */
  double *x, *y, *w;
  unsigned *ids;             /* of the unit of each value, when paired */
  struct pst_bounds *bounds; /* of all values, known or bounded; NULL where all are known */
  size_t n_bounds;
  struct pst_proportion share;
  struct pst_printed_share printed;
};

struct pst_compare_data {
  size_t k; /* levels that this unit has, in their order */
  struct pst_compare_level *levels;
  size_t n; /* rows, answers or trials in all */
  /* a cross-table; a poll is one row of it */
  struct pst_contingency table;
  const double *counts;
  const char *why_not; /* what the data lack for any method; NULL when nothing */
};

/* pst_compare_level_name: of level I of DATA. */
const char *pst_compare_level_name(const struct pst_compare_settings *settings,
                                   const struct pst_compare_data *data, size_t i);

#endif
