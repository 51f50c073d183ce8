/* start.c -- a first notebook on a table. */
#include "notebook/start.h"

#include <jansson.h>
#include <string.h>

#include "base/arena.h"
#include "notebook/run/child.h"

enum { LOOK_SECONDS = 600 };

/* What the first look found. */
struct found {
  const char *file;                                 /* as commands write it */
  const char *time, *value, *unit, *series, *first; /* NULL: none; FIRST: a text of SERIES */
  size_t rows;
};

static const char *text_of(const json_t *object, const char *key)
{
  return json_string_value(json_object_get(object, key));
}

static bool is_number(const json_t *column)
{
  const char *type = text_of(column, "type");

  return type != NULL
         && (strncmp(type, "number", 6) == 0 || strncmp(type, "whole number", 12) == 0);
}

/* The column of the look called NAME. */
static const json_t *column_of(const json_t *look, const char *name)
{
  const json_t *columns = json_object_get(look, "columns"), *column;
  size_t i;

  json_array_foreach(columns, i, column)
  {
    if (name != NULL && text_of(column, "name") != NULL
        && strcmp(text_of(column, "name"), name) == 0)
      return column;
  }
  return NULL;
}

/* The first column of numbers that is not the time. */
static void find_value(const json_t *look, struct found *found)
{
  const json_t *columns = json_object_get(look, "columns"), *column;
  size_t i;

  json_array_foreach(columns, i, column)
  {
    const char *name = text_of(column, "name");

    if (found->value == NULL && name != NULL && is_number(column)
        && (found->time == NULL || strcmp(found->time, name) != 0)) {
      found->value = name;
      found->unit = text_of(column, "unit");
    }
  }
}

static void read_look(const json_t *look, struct found *found)
{
  const json_t *time = json_object_get(look, "time"), *by = json_object_get(time, "series_of");
  const json_t *top;

  found->rows = (size_t)json_integer_value(json_object_get(look, "rows"));
  found->time = text_of(time, "column");
  find_value(look, found);
  if (json_array_size(by) != 1)
    return;
  found->series = json_string_value(json_array_get(by, 0));
  top = json_array_get(json_object_get(column_of(look, found->series), "top"), 0);
  found->first = text_of(top, "value");
  if (found->first == NULL)
    found->series = NULL;
}

/* --- writing ------------------------------------------------------------------------------------- */

/* A word of a shell command. */
static void put_word(struct pst_buffer *out, const char *word)
{
  static const char plain[] =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+:%@";

  if (word[0] != '\0' && word[strspn(word, plain)] == '\0') {
    pst_buffer_puts(out, word);
    return;
  }
  pst_buffer_putc(out, '\'');
  for (; *word != '\0'; word++)
    if (*word == '\'')
      pst_buffer_puts(out, "'\\''");
    else
      pst_buffer_putc(out, *word);
  pst_buffer_putc(out, '\'');
}

/* The name of a column in an option's list: quoted where it holds a comma or a quote. */
static void put_column(struct pst_buffer *out, const char *name)
{
  struct pst_buffer item = {.data = NULL};

  if (strpbrk(name, ",\"") == NULL) {
    put_word(out, name);
    return;
  }
  pst_buffer_putc(&item, '"');
  for (; *name != '\0'; name++) {
    if (*name == '"')
      pst_buffer_putc(&item, '"');
    pst_buffer_putc(&item, *name);
  }
  pst_buffer_putc(&item, '"');
  put_word(out, pst_buffer_string(&item));
  pst_buffer_free(&item);
}

/* A name or a value in the evidence of a number. */
static void put_coded(struct pst_buffer *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (strchr("%&=#\"\\*", *text) != NULL)
      pst_buffer_printf(out, "%%%02X", (unsigned)(unsigned char)*text);
    else
      pst_buffer_putc(out, *text);
}

static void put_trend(struct pst_buffer *out, const struct found *found)
{
  pst_buffer_puts(out, "polstat trend ");
  put_word(out, found->file);
  if (found->series != NULL) {
    pst_buffer_puts(out, " -g ");
    put_column(out, found->series);
  }
  pst_buffer_puts(out, " --time ");
  put_column(out, found->time);
  pst_buffer_puts(out, " -y ");
  put_column(out, found->value);
}

static void put_number(struct pst_buffer *out, const struct found *found)
{
  if (found->first != NULL)
    pst_buffer_printf(out, "For %s the slope is ", found->first);
  else
    pst_buffer_puts(out, "The slope is ");
  pst_buffer_puts(out, "[0.000](result \"trend.csv#");
  if (found->series != NULL) {
    put_coded(out, found->series);
    pst_buffer_putc(out, '=');
    put_coded(out, found->first);
    pst_buffer_putc(out, '&');
  }
  pst_buffer_puts(out, "method=theil-sen&term=slope\")");
  pst_buffer_printf(out,
                    "%s%s a year: the number is tied to the\ntable, and "
                    "`polstat notebook check` holds it to it.\n",
                    found->unit == NULL ? "" : " ", found->unit == NULL ? "" : found->unit);
}

static void put_over_time(struct pst_buffer *out, const struct found *found)
{
  pst_buffer_puts(out, "\n## Over time\n\n```console\n$ ");
  put_trend(out, found);
  pst_buffer_puts(out, " \\\n>     --method theil-sen,mann-kendall --format text --digits 4\n$ ");
  put_trend(out, found);
  pst_buffer_puts(out, " \\\n>     --method theil-sen -o trend.csv\n```\n\n");
  put_number(out, found);
  pst_buffer_printf(out, "\n```figure %s over time\n", found->value);
  put_trend(out, found);
  pst_buffer_puts(out, " -q --render figure.svg -o figure.csv\n```\n");
}

static void put_statistics(struct pst_buffer *out, const struct found *found)
{
  pst_buffer_puts(out, "\n## In numbers\n\n```console\n$ polstat describe ");
  put_word(out, found->file);
  pst_buffer_puts(out, " -y ");
  put_column(out, found->value);
  pst_buffer_puts(out, " --format csv -q -o numbers.csv\n```\n\nThe mean is "
                       "[0.000](result \"numbers.csv#term=mean\")");
  pst_buffer_printf(out,
                    "%s%s: the number is tied to the table, and\n`polstat notebook check` holds "
                    "it to it.\n",
                    found->unit == NULL ? "" : " ", found->unit == NULL ? "" : found->unit);
}

static void put_notebook(struct pst_buffer *out, const struct found *found)
{
  const char *slash = strrchr(found->file, '/'), *name = slash == NULL ? found->file : slash + 1;

  pst_buffer_printf(out,
                    "# What does %s tell?\n\nWrite the question here: what should the reader know "
                    "at the end, and of whom, when,\nin which unit?\n\n## The data\n\nWhere does "
                    "the table come from, who made it, under which licence? It has %zu rows.\n\n"
                    "```console\n$ polstat describe ",
                    name, found->rows);
  put_word(out, found->file);
  pst_buffer_puts(out, " --format text\n```\n");
  if (found->time != NULL && found->value != NULL)
    put_over_time(out, found);
  else if (found->value != NULL)
    put_statistics(out, found);
  pst_buffer_puts(out,
                  "\n## What this cannot tell\n\n- Which cells are missing, and for whom?\n"
                  "- Do the definitions change over the years?\n- What else could explain what "
                  "is seen?\n");
}

static enum pst_status look(const char *data, struct pst_arena *arena,
                            struct pst_child_result *result, struct pst_error *error)
{
  const char *const arguments[] = {PST_CHILD_FIND, "polstat-describe",
                                   "--show",       "look",
                                   "--format",     "json",
                                   "-q",           "--",
                                   data,           NULL};
  struct pst_child child = {.arguments = arguments,
                            .folder = ".",
                            .environment = pst_child_environment(arena),
                            .timeout = LOOK_SECONDS};
  const char *said;
  enum pst_status status;

  if (child.environment == NULL)
    return pst_fail_memory(error);
  status = pst_child_run(&child, result, error);
  if (status != PST_OK || result->code == 0)
    return status;
  said = pst_buffer_string(&result->complaints);
  if (strncmp(said, "polstat-describe: ", 18) == 0)
    said += 18;
  return pst_fail(error,
                  result->code == 2   ? PST_USAGE
                  : result->code == 4 ? PST_IO
                                      : PST_BAD_DATA,
                  "%.*s", (int)strcspn(said, "\n"), said);
}

enum pst_status pst_notebook_start(const char *data, const char *from, struct pst_buffer *out,
                                   struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_child_result result;
  struct found found = {.file = from};
  enum pst_status status = look(data, &arena, &result, error);
  json_t *report = NULL;

  if (status == PST_OK) {
    report = json_loads(pst_buffer_string(&result.output), 0, NULL);
    if (report == NULL)
      status = pst_fail_at(error, PST_BAD_DATA, data, 0, "polstat describe gives no look at it");
  }
  if (status == PST_OK) {
    read_look(report, &found);
    put_notebook(out, &found);
  }
  json_decref(report);
  pst_child_free(&result);
  pst_arena_free(&arena);
  return status == PST_OK && out->failed ? pst_fail_memory(error) : status;
}
