/* load_times.c -- --time YEAR,MONTH: a year in one column, and its part in another. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/array.h"
#include "job/load/load_steps.h"
#include "printed/when/when.h"

static bool is_column(struct pst_load *load, const char *name)
{
  return pst_loader_has(load->main, name) || pst_load_in_other(load, name)
         || pst_load_is_let(load, pst_text_of(name), load->n_lets);
}

/* The place of the comma in NAME, "year,month", which no column is called; NULL: there is none. */
static const char *parted(struct pst_load *load, const char *name)
{
  const char *comma = strchr(name, ',');

  return comma == NULL || comma == name || comma[1] == '\0' || is_column(load, name) ? NULL : comma;
}

static enum pst_status ask_part(struct pst_load *load, const char *name, size_t size,
                                size_t *column, struct pst_error *error)
{
  const char *part = pst_arena_copy(&load->job->arena, name, size);

  return part == NULL ? pst_fail_memory(error)
                      : pst_loader_ask(load->main, part, PST_WANT_TEXT, column, error);
}

enum pst_status pst_load_ask_parts(struct pst_load *load, const char *name, bool *is_parted,
                                   struct pst_error *error)
{
  const char *comma = parted(load, name);
  struct pst_load_parts parts = {.name = name};
  enum pst_status status;

  *is_parted = comma != NULL;
  if (comma == NULL)
    return PST_OK;
  for (size_t i = 0; i < load->n_parts; i++)
    if (strcmp(load->parts[i].name, name) == 0)
      return PST_OK;
  if (strchr(comma + 1, ',') != NULL)
    return pst_fail(
        error, PST_USAGE,
        "--time '%s' names more than two columns; a year and its part are two: year,month", name);
  status = ask_part(load, name, (size_t)(comma - name), &parts.year, error);
  if (status == PST_OK)
    status = ask_part(load, comma + 1, strlen(comma + 1), &parts.part, error);
  if (status == PST_OK
      && !PST_ARRAY_ROOM_IN(&load->job->arena, load->parts, load->parts_capacity,
                            load->n_parts + 1))
    status = pst_fail_memory(error);
  if (status == PST_OK)
    load->parts[load->n_parts++] = parts;
  return status;
}

/* --- what bare numbers are ---------------------------------------------------------------------- */

/* M months, Q quarters, by --time-format, by the column's name, or by a number above 4; '\0' where nothing
   says so. */
static char kind_of(const struct pst_load *load, const struct pst_column *column)
{
  const struct pst_times_format *asked = load->job->options.times;
  const struct pst_dictionary *cells = pst_column_texts(column);

  if (asked != NULL && strcmp(asked->name, "yyyy/m") == 0)
    return 'M';
  if (asked != NULL && strcmp(asked->name, "yyyy/q") == 0)
    return 'Q';
  return pst_when_parts_are(column->name, cells->texts, cells->count);
}

/* --- the rows ----------------------------------------------------------------------------------- */

struct making {
  struct pst_load *load;
  struct pst_load_parts *parts;
  struct pst_column *year, *part, *time;
  char kind;
};

static enum pst_status fail_row(const struct making *making, size_t r, const char *what,
                                struct pst_error *error)
{
  const struct pst_table *table = &making->load->job->table;

  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, r), pst_table_line(table, r),
                     "%s and %s: '%.40s' and '%.40s' %s", making->year->name, making->part->name,
                     pst_column_string(making->year, r), pst_column_string(making->part, r), what);
}

/* The period of row R in polstat's notation; "" where the part is the whole year. */
static enum pst_status read_row(const struct making *making, size_t r, char when[PST_WHEN_SIZE],
                                struct pst_error *error)
{
  switch (pst_when_read_pair(pst_text_of(pst_column_string(making->year, r)),
                             pst_text_of(pst_column_string(making->part, r)), making->kind, when)) {
  case PST_WHEN_NO_YEAR:
    return fail_row(making, r, "are no year and its part: the first is no year", error);
  case PST_WHEN_EITHER_PART:
    return fail_row(making, r,
                    "can be a month or a quarter; say --time-format yyyy/m or "
                    "--time-format yyyy/q",
                    error);
  case PST_WHEN_NO_PART:
    return fail_row(making, r, "are no year and its part, such as 2015 and 3, M03, March or Q1",
                    error);
  case PST_WHEN_PAIR:
    break;
  }
  return PST_OK;
}

static enum pst_status set_row(struct making *making, size_t r, struct pst_error *error)
{
  char when[PST_WHEN_SIZE];
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double value = NAN;
  enum pst_status status = read_row(making, r, when, error);

  if (status != PST_OK)
    return status;
  if (when[0] == '\0') {
    making->parts->whole_years++;
    making->time->n_missing++;
    if (making->parts->whole == NULL)
      making->parts->whole =
          pst_arena_string(&making->load->job->arena, pst_column_string(making->part, r));
    return PST_OK;
  }
  pst_period_parse(pst_text_of(when), &kind, &value);
  if (making->parts->kind != PST_PERIOD_NONE && making->parts->kind != kind)
    return fail_row(making, r, "are a period of another kind than the rows before", error);
  making->parts->kind = kind;
  pst_column_set_number(making->time, r, value, 0);
  return pst_column_set_text(making->time, r, pst_text_of(when)) ? PST_OK : pst_fail_memory(error);
}

static enum pst_status make(struct pst_load *load, struct pst_load_parts *parts,
                            struct pst_error *error)
{
  struct pst_table *table = &load->job->table;
  struct making making = {.load = load, .parts = parts};
  enum pst_status status = PST_OK;

  if (pst_table_add_column(table, parts->name, PST_WANT_TIME) == NULL)
    return pst_fail_memory(error);
  making.time = &table->columns[table->n_columns - 1];
  making.time->field = SIZE_MAX; /* of no file */
  making.year = &table->columns[parts->year];
  making.part = &table->columns[parts->part];
  making.kind = kind_of(load, making.part);
  for (size_t r = 0; r < table->n_rows && status == PST_OK; r++) {
    pst_column_set_number(making.time, r, NAN, 0);
    if (pst_column_missing(making.year, r) || pst_column_missing(making.part, r))
      making.time->n_missing++;
    else
      status = set_row(&making, r, error);
  }
  making.time->period = parts->kind;
  return status;
}

enum pst_status pst_load_make_times(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < load->n_parts && status == PST_OK; i++)
    status = make(load, &load->parts[i], error);
  return status;
}

void pst_load_say_parts_of_years(struct pst_load *load)
{
  for (size_t i = 0; i < load->n_parts; i++) {
    const struct pst_load_parts *parts = &load->parts[i];

    if (parts->whole_years > 0 && parts->kind != PST_PERIOD_NONE)
      pst_job_say(load->job, "%s: %zu row%s of a whole year ('%s') %s no time among %s",
                  parts->name, parts->whole_years, parts->whole_years == 1 ? "" : "s",
                  parts->whole == NULL ? "" : parts->whole,
                  parts->whole_years == 1 ? "has" : "have", pst_period_plural(parts->kind));
    else if (parts->whole_years > 0)
      pst_job_say(load->job, "%s: every row is of a whole year; --time is the year alone",
                  parts->name);
  }
}
