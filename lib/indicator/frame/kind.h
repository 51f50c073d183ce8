/* kind.h -- a kind of indicator: its name, unit and kernel, and what one item of --kind asks of it. */
#ifndef PST_INDICATOR_FRAME_KIND_H
#define PST_INDICATOR_FRAME_KIND_H

#include "job/job.h"
#include "stats/concentration/table.h"
#include "stats/indicator/window.h"

/* What the result is of: kinds of one sort stand in one result. */
enum pst_indicator_sort {
  PST_INDICATOR_ROWS,      /* a column of the table */
  PST_INDICATOR_GROUPS,    /* a record a group and period */
  PST_INDICATOR_SPLIT,     /* records a period, taken apart by the groups */
  PST_INDICATOR_LORENZ,    /* a table of the points of a curve */
  PST_INDICATOR_STRUCTURE, /* a record an entity: its structure against that of others */
  PST_INDICATOR_CELLS,     /* a record an entity and category */
  PST_INDICATOR_PAIRS      /* a record a pair */
};

enum pst_indicator_need {
  PST_INDICATOR_NEEDS_CALENDAR = 1, /* --time, whose steps can be counted */
  PST_INDICATOR_NEEDS_ENTITY = 2,
  PST_INDICATOR_NEEDS_CATEGORY = 4,
  PST_INDICATOR_NEEDS_PAIR = 8,
  PST_INDICATOR_NEEDS_GROUPS = 16
};

/* Where the unit of the result comes from. */
enum pst_indicator_unit {
  PST_INDICATOR_NO_UNIT,
  PST_INDICATOR_UNIT_PERCENT,
  PST_INDICATOR_UNIT_POINTS, /* %p */
  PST_INDICATOR_UNIT_RATIO,
  PST_INDICATOR_UNIT_OF_VALUE,       /* that of -y */
  PST_INDICATOR_UNIT_OF_DIFFERENCE,  /* that of -y, but %p for % */
  PST_INDICATOR_UNIT_OF_BASE,        /* 2000 = 100 */
  PST_INDICATOR_UNIT_OF_QUOTIENT,    /* USD million per person */
  PST_INDICATOR_UNIT_OF_PRICES,      /* USD million, 2010 prices */
  PST_INDICATOR_UNIT_PERCENT_A_STEP, /* % per year */
  PST_INDICATOR_UNIT_SD
};

struct pst_indicator_ask;
struct pst_row_call;

typedef enum pst_status pst_indicator_read(struct pst_indicator_ask *ask,
                                           const struct pst_list *arguments,
                                           struct pst_error *error);

/* A kernel on all rows: OUT has one value a row of the frame. */
typedef enum pst_status pst_row_kind(const struct pst_row_call *call, struct pst_row_value *out,
                                     struct pst_error *error);

/* Which of their numbers: of kinds of structures, cells and pairs. */
enum pst_structure_choice { PST_STRUCTURE_KRUGMAN, PST_STRUCTURE_DUNCAN, PST_STRUCTURE_GINI };
enum pst_rca_choice { PST_RCA_PLAIN, PST_RCA_SYMMETRIC, PST_RCA_LOG };
enum pst_pair_choice { PST_PAIR_SALTON, PST_PAIR_JACCARD, PST_PAIR_AFFINITY };

struct pst_indicator_kind {
  const char *name;
  const char *arguments; /* as the list shows them, "(BASE|A..B)"; NULL: none */
  const char *summary;
  enum pst_indicator_sort sort;
  unsigned needs;
  enum pst_indicator_unit unit;
  double scale;             /* what the kernel's number is multiplied with; 0: 1 */
  bool of_total;            /* of the total of the rows of its group and time */
  pst_indicator_read *read; /* NULL: no arguments */
  pst_row_kind *rows;       /* of PST_INDICATOR_ROWS */
  int choice;               /* of other sorts: which of their numbers */
};

/* One item of --kind. */
struct pst_indicator_ask {
  const struct pst_indicator_kind *kind;
  const char *text; /* as written, without blanks around it */
  long lag;
  bool year; /* the lag is a year of the calendar */
  bool known, from_zero, rest, population;
  struct pst_moving_window window;
  const char *from, *to; /* times, as written */
  const char *column;    /* another column */
  size_t role;           /* of it */
  const char *entity;
  size_t tiles;
  const struct pst_concentration *index;
  double parameter;
};

#endif
