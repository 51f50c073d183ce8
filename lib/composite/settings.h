/* settings.h -- what polstat-composite was asked for, and the design of its index. */
#ifndef PST_COMPOSITE_SETTINGS_H
#define PST_COMPOSITE_SETTINGS_H

#include "indicator/frame/settings.h"
#include "stats/composite/normalise.h"
#include "stats/composite/score.h"

struct pst_composite_indicator {
  const char *name; /* of its column */
  int direction;    /* 1: more is better, -1: less */
  size_t role;
};

/* A way to bring the indicators to one scale. */
struct pst_composite_scale {
  const char *text; /* as written */
  enum pst_normalise_kind kind;
  const char *reference; /* an entity; NULL: none */
  double *low, *high;    /* goalposts of each indicator; NULL: none */
};

struct pst_composite_design {
  struct pst_composite_indicator *indicators;
  size_t count;
  double *weight;     /* effective: of each indicator in the whole; they sum to 1 */
  const char **names; /* of pillars; n_pillars 0: flat */
  size_t n_pillars;
  size_t *pillar_of;
  struct pst_composite_scale *scales; /* the first is the choice, the others are alternatives */
  size_t n_scales;
  struct pst_aggregation *means; /* likewise */
  size_t n_means;
  bool copeland;
  double share; /* --missing: 0 refuse, else renormalise */
};

struct pst_composite_settings {
  const char *entity, *weights, *missing, *structure, *within_text;
  struct pst_list indicators, scales, means;
  size_t replicates, top;
  unsigned chart; /* enum pst_composite_chart */
  bool leave_out, audit, sensitivity;
  struct {
    bool replicates, top, within, chart;
  } given;
  /* set by the plan */
  double within;
  struct pst_composite_design design;
  struct pst_indicator_keys keys;
};

#endif
