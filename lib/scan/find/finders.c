/* finders.c -- what is looked for in a paper: one entry a finder. */
#include "scan/find/finders.h"

const struct pst_finder pst_finders[] = {
    {"change", "a difference or a growth printed beside its two figures", pst_find_change,
     pst_find_change_columns},
    {"net", "a balance beside what came in and what went out", pst_find_net, NULL},
    {"share", "a percentage or a multiple of a figure that stands beside it", pst_find_share, NULL},
    {"parts", "parts beside their total", pst_find_parts, pst_find_total},
    {"hundred", "shares that should add to 100", pst_find_hundred, pst_find_hundred_columns},
    {"count", "a percentage of a stated number that no count can give (GRIM)", pst_find_count,
     pst_find_count_columns},
    {"mean", "a mean of whole numbers that no sum can give (GRIM)", pst_find_mean, NULL},
    {"rank", "ranks and orders beside the values that they rank", pst_find_order, pst_find_ranks},
    {"interval", "the ends of an interval around its estimate", pst_find_interval,
     pst_find_interval_columns},
    {"p", "a p-value beside its statistic and degrees of freedom", pst_find_p, pst_find_p_columns},
    {"words", "doubled, a third, most: words beside their numbers", pst_find_words, NULL},
    {"dates", "dates and years in order", pst_find_dates, NULL},
    {"long", "totals, ranks and changes within the groups of a table in long form", NULL,
     pst_find_long},
    {"data", "numbers that the files of --data give", NULL, NULL}, /* lib/trace/scan_data.c */
    {NULL, NULL, NULL, NULL}};
