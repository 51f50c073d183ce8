/* lag.c -- the row of the same series some steps, or a year, before. */
#include "indicator/frame/frame.h"

#include <stdio.h>
#include <stdlib.h>

#include "interval/period/period_step.h"

/* Steps in a year; 0 where that is not one number. */
static long steps_a_year(enum pst_period_kind kind)
{
  switch (kind) {
  case PST_PERIOD_YEAR:
  case PST_PERIOD_FISCAL_YEAR:
  case PST_PERIOD_NONE:
    return 1;
  case PST_PERIOD_SEMESTER:
    return 2;
  case PST_PERIOD_TRIMESTER:
    return 3;
  case PST_PERIOD_QUARTER:
    return 4;
  case PST_PERIOD_MONTH:
    return 12;
  default:
    return 0;
  }
}

static const struct pst_column *times(const struct pst_job *job)
{
  const struct pst_indicator_settings *s = job->settings;

  return pst_job_column(job, s->keys.time_role);
}

enum pst_status pst_indicator_frame_lag(struct pst_job *job, const struct pst_indicator_ask *ask,
                                        long *lag, struct pst_error *error)
{
  const struct pst_column *time = times(job);

  *lag = ask->year ? steps_a_year(time->period) : ask->lag;
  if (*lag > 0)
    return PST_OK;
  return pst_fail(error, PST_USAGE, "--kind: '%s': the times of '%s' have no year before",
                  ask->text, time->name);
}

/* The same day of the year before; 29 February has none. */
static long day_before(long step)
{
  char text[PST_PERIOD_SIZE], before[2 * PST_PERIOD_SIZE];
  enum pst_period_kind kind;
  double value;
  long found;

  pst_period_print(PST_PERIOD_DAY, step, text);
  snprintf(before, sizeof before, "%04ld%s", strtol(text, NULL, 10) - 1, text + 4);
  if (!pst_period_parse(pst_text_of(before), &kind, &value)
      || !pst_period_step(kind, value, &found))
    return PST_LAG_NEVER;
  return found;
}

static enum pst_status from_days(struct pst_job *job, const struct pst_indicator_frame *frame,
                                 size_t *from, struct pst_error *error)
{
  long *before = pst_arena_array(&job->arena, frame->n + 1, sizeof *before);

  if (before == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < frame->n; i++)
    before[i] = day_before(frame->time[i]);
  pst_lag_to(&frame->index, before, from);
  return PST_OK;
}

enum pst_status pst_indicator_frame_from(struct pst_job *job,
                                         const struct pst_indicator_frame *frame,
                                         const struct pst_indicator_ask *ask, size_t *from,
                                         struct pst_error *error)
{
  long lag;
  enum pst_status status;

  if (ask->year && times(job)->period == PST_PERIOD_DAY)
    return from_days(job, frame, from, error);
  status = pst_indicator_frame_lag(job, ask, &lag, error);
  if (status == PST_OK)
    pst_lag(&frame->index, lag, from);
  return status;
}
