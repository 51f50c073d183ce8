/* indicator_gives.c -- what polstat-indicator writes, from its options on. */
#include "indicator_gives.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "file.h"
#include "indicator/run.h"
#include "planned.h"

struct fixture {
  struct planned made;
  struct pst_indicator_settings settings;
};

static void list(struct fixture *f, struct pst_list *to, const char *items)
{
  if (items != NULL)
    planned_items(&f->made, to, items);
}

/* The result, or the message; to be freed. */
static char *result_of(const struct indicator_ask *ask, const char *kinds, const char *more)
{
  struct pst_buffer options = {.data = NULL};
  struct fixture f;
  enum pst_status status;
  char *got = NULL;

  memset(&f, 0, sizeof f);
  remove(file_path("result.csv"));
  pst_buffer_printf(&options, "--output=%s %s", file_path("result.csv"), more);
  planned_begin(&f.made, ask->csv, pst_buffer_string(&options), &f.settings);
  pst_buffer_free(&options);
  assert_int_equal(pst_list_add(&f.settings.kind, &f.made.job.arena, kinds, NULL), PST_OK);
  list(&f, &f.made.job.options.y, ask->y);
  list(&f, &f.made.job.options.by, ask->by);
  list(&f, &f.settings.keep, ask->keep);
  list(&f, &f.settings.pair, ask->pair);
  f.made.job.options.time = ask->time;
  f.settings.entity = ask->entity;
  f.settings.category = ask->category;
  f.settings.count = ask->count;
  f.settings.in_rows = ask->in_rows;
  f.settings.counts = ask->counts;
  f.made.job.options.given.printed = ask->printed;
  list(&f, &f.made.job.options.highlight, ask->highlight);
  f.settings.chart = ask->chart;
  f.settings.chart_given = ask->chart != 0;
  status = planned_load(&f.made, pst_indicator_plan);
  if (status == PST_OK)
    status = pst_indicator_run(&f.made.job, &f.made.error);
  got = status != PST_OK ? strdup(planned_message(&f.made))
        : *more != '\0'  ? strdup(pst_buffer_string(&f.made.job.picture))
                         : file_get(file_path("result.csv"));
  pst_buffer_free(&f.made.job.picture);
  planned_end(&f.made);
  return got;
}

void indicator_gives(const struct indicator_ask *ask, const char *kinds, const char *want)
{
  char *got = result_of(ask, kinds, "");

  assert_string_equal(got, want);
  free(got);
}

void indicator_draws(const struct indicator_ask *ask, const char *kinds, const char *want)
{
  char *got = result_of(ask, kinds, "--render=term --width=60");

  assert_string_equal(got, want);
  free(got);
}
