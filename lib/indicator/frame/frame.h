/* frame.h -- the rows of a table as a panel: group, entity and time of each, and its values as bounds. */
#ifndef PST_INDICATOR_FRAME_FRAME_H
#define PST_INDICATOR_FRAME_FRAME_H

#include "indicator/frame/settings.h"
#include "stats/indicator/panel.h"

struct pst_indicator_frame {
  const struct pst_indicator_keys *keys;
  struct pst_groups groups;
  const char **group_names;
  size_t n;    /* rows that have a group, and an entity and a time where asked for */
  size_t *row; /* in the table, rising */
  size_t *group, *entity, *category; /* codes; NULL where there is no such column */
  long *time;                        /* all 0 without --time */
  bool calendar;                     /* times are counted by the calendar, else by their order */
  const char **time_text;            /* of each row; NULL without --time */
  struct pst_panel_index index;
};

/* pst_indicator_frame_make: the rows of the job's table.
   Given     UNIQUE  a repeated (group, entity, category, time) is an error; else each row stands for itself
   Returned  index   of group, entity (with the category) and time
   Status    PST_BAD_DATA for two rows of one key, with both lines; PST_NO_MEMORY */
enum pst_status pst_indicator_frame_make(struct pst_job *job, const struct pst_indicator_keys *keys,
                                         bool unique, struct pst_indicator_frame *frame,
                                         struct pst_error *error);
void pst_indicator_frame_free(struct pst_indicator_frame *frame);

/* pst_indicator_frame_cells: the column of ROLE, one bounds a row, NaN where empty; with --printed a number stands
   for all that print to it.  NULL when memory is out. */
struct pst_bounds *pst_indicator_frame_cells(struct pst_job *job,
                                             const struct pst_indicator_frame *frame, size_t role);

/* pst_indicator_frame_count: what became of the rows, for the closing line; ROLES are the value columns. */
void pst_indicator_frame_count(struct pst_job *job, const struct pst_indicator_frame *frame,
                               const struct pst_roles *values);

/* pst_indicator_frame_widths: the least and the most rows that the periods of each group have; NULL when memory is out.
   pst_indicator_frame_say_totals: how many rows the totals of the periods have, where that differs: an
   entity without a row is no part of a total, and nothing else would show it. */
struct pst_widths {
  size_t least, most;
};
struct pst_widths *pst_indicator_frame_widths(struct pst_job *job,
                                              const struct pst_indicator_frame *frame);
void pst_indicator_frame_say_totals(struct pst_job *job, const struct pst_indicator_frame *frame,
                                    const struct pst_widths *widths);

/* pst_indicator_frame_step: the time TEXT, written as those of the column, as frame->time counts.
   Status    PST_USAGE "OPTION: ..." when it is no time of that kind */
enum pst_status pst_indicator_frame_step(struct pst_job *job,
                                         const struct pst_indicator_frame *frame, const char *text,
                                         long *step, struct pst_error *error);

/* pst_indicator_frame_from: the row of each row's series, ASK's lag before; PST_PANEL_NONE where there is none.
   Status    PST_USAGE where the times know no such step */
enum pst_status pst_indicator_frame_from(struct pst_job *job,
                                         const struct pst_indicator_frame *frame,
                                         const struct pst_indicator_ask *ask, size_t *from,
                                         struct pst_error *error);

/* pst_indicator_frame_lag: that lag in steps of the times' unit, where it is one number of them. */
enum pst_status pst_indicator_frame_lag(struct pst_job *job, const struct pst_indicator_ask *ask,
                                        long *lag, struct pst_error *error);

#endif
