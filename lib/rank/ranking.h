/* ranking.h -- the ranks of entities in each period, and their change between two periods. */
#ifndef PST_RANK_RANKING_H
#define PST_RANK_RANKING_H

#include "job/columns.h"
#include "job/job.h"

enum pst_rank_ties {
  PST_RANK_RANGE, /* best and worst rank that ties and bounds leave open */
  PST_RANK_MIN,
  PST_RANK_MAX,
  PST_RANK_MEAN,
  PST_RANK_DENSE
};

enum pst_rank_chart { PST_CHART_BUMP, PST_CHART_SLOPE };

/* What the program rank asks for. */
struct pst_rank_settings {
  const char *entity, *from, *to, *std_error;
  unsigned order, ties; /* order: 0 the largest is first, 1 the smallest */
  size_t top;           /* 0: all */
  double persistence;   /* of rank-biased overlap */
  bool change, agreement, given, printed, counts;
  unsigned chart; /* enum pst_rank_chart */
  unsigned among; /* what --agreement compares: 0 the periods, 1 the columns */
  bool ties_given, order_given, from_given, to_given, top_given, persistence_given;
  struct pst_roles by, y;
  size_t time_role, entity_role, std_error_role;
};

/* One entity in one period. */
struct pst_place {
  size_t row;       /* of the table */
  uint32_t period;  /* in the ranking's periods */
  uint32_t n;       /* entities ranked in this period */
  double low, high; /* best and worst rank; high is INFINITY where no bound is known */
};

/* The ranks that the true value of a place can have, by itself and with all others of its period. */
struct pst_rank_set {
  double low, high, all_low, all_high;
};

/* The places of one group and one variable, by period and rank. */
struct pst_ranking {
  size_t group, variable; /* variable: index in settings->y */
  struct pst_place *places;
  size_t n_places;
  struct pst_rank_set *sets; /* beside them; NULL: not asked for */
};

struct pst_period {
  double value;
  const char *text;
};

struct pst_rankings {
  struct pst_groups groups;
  const char **group_names;
  struct pst_ranking *list; /* group by group, variables in the order given */
  size_t count;
  struct pst_period *periods; /* all that occur, in order */
  size_t n_periods;
  size_t from, to; /* the periods of --from and --to */
  size_t
      *seen; /* of each entity, while rankings are made: the last of n_seen periods that had it */
  size_t n_seen;
};

/* pst_rankings_make: rank every group, variable and period of JOB's table; fills the counts of the
   closing line.
   Status    PST_BAD_DATA an entity stands twice in a period; PST_USAGE a period that is not there, or
             --ties other than range where cells are bounded; PST_UNDEFINED nothing to rank  */
enum pst_status pst_rankings_make(struct pst_job *job, const struct pst_rank_settings *settings,
                                  struct pst_rankings *rankings, struct pst_error *error);

void pst_rankings_free(struct pst_rankings *rankings);

/* One entity in the two periods of --from and --to; a place is NULL where it has none. */
struct pst_rank_change {
  unsigned entity; /* code in the entity column */
  const struct pst_place *from, *to;
  double low, high; /* change of rank, positive is up; NaN when a place is missing */
  double value, value_low, value_high; /* change of the value, and what bounds and --printed leave
                                          open; NaN when a place or an end is missing */
};

/* pst_rank_changes: the entities of RANKING in its two periods, by their rank in the second (then in
   the first); *CHANGES is an array in the job's arena. */
enum pst_status pst_rank_changes(struct pst_job *job, const struct pst_rank_settings *settings,
                                 const struct pst_rankings *rankings,
                                 const struct pst_ranking *ranking,
                                 struct pst_rank_change **changes, size_t *n,
                                 struct pst_error *error);

/* pst_rank_in_top: whether PLACE is among the first TOP: 1 surely, 0 surely not, -1 it may be. */
int pst_rank_in_top(const struct pst_place *place, size_t top);

/* pst_rank_order: whether the order about place I of RANKING is the same whatever the values within their bounds are:
   "holds", also for a tie of exact values, or "may flip".
   pst_rank_sign: the same of the sign of a change from LOW to HIGH; NULL where there is none. */
const char *pst_rank_order(const struct pst_column *y, const struct pst_ranking *ranking, size_t i);
const char *pst_rank_sign(double low, double high);

#endif
