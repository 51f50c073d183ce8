/* settings.h -- what polstat-indicator was asked for. */
#ifndef PST_INDICATOR_FRAME_SETTINGS_H
#define PST_INDICATOR_FRAME_SETTINGS_H

#include "indicator/frame/kind.h"
#include "job/columns.h"

enum pst_indicator_chart {
  PST_INDICATOR_CHART_AUTO,
  PST_INDICATOR_CHART_LINES,
  PST_INDICATOR_CHART_AREAS,
  PST_INDICATOR_CHART_BARS
};

/* What tells rows apart. */
struct pst_indicator_keys {
  struct pst_roles by, pairs;
  size_t entity_role, time_role, category_role; /* SIZE_MAX: none */
  bool printed;                                 /* a number stands for all that print to it */
  bool aggregates; /* the program can make several rows one with --aggregate */
};

struct pst_indicator_settings {
  const char *entity, *category, *count;
  struct pst_list kind, keep, pair;
  bool counts, in_rows, package;
  unsigned chart;
  bool chart_given;
  /* set by the plan */
  struct pst_indicator_ask *asks;
  size_t n_asks;
  enum pst_indicator_sort sort;
  struct pst_roles y, keeps;
  struct pst_indicator_keys keys;
};

#endif
