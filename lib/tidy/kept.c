/* kept.c -- a settled reading written to a file, and read again. */
#include "tidy/kept.h"

#include <errno.h>
#include <jansson.h>
#include <string.h>
#include <unistd.h>

#include "base/output.h"
#include "printed/times.h"
#include "tidy/explain.h"

static const char mark[] = "polstat:reading";

bool pst_kept_is_file(const char *name)
{
  return (strchr(name, '/') != NULL || strchr(name, '.') != NULL) && access(name, F_OK) == 0;
}

/* --- writing --------------------------------------------------------------------------------- */

static void put_list(json_t *object, const char *name, const char *const *list)
{
  json_t *array = json_array();

  for (; list != NULL && *list != NULL; list++)
    json_array_append_new(array, json_string(*list));
  json_object_set_new(object, name, array);
}

static void put_text(json_t *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_new(object, name, json_string(text));
}

static void put_mark(json_t *object, const char *name, char c)
{
  char text[2] = {c, '\0'};

  if (c != '\0')
    json_object_set_new(object, name, json_string(text));
}

/* Columns of a period come and go from month to month; the others stay. */
static json_t *make_columns(const struct pst_tidy *tidy)
{
  json_t *columns = json_array();

  for (size_t c = 0; c < tidy->frame.n_columns; c++) {
    const struct pst_frame_column *at = &tidy->frame.columns[c];

    if (at->when[0] == '\0')
      json_array_append_new(
          columns, json_pack("{s:s, s:s}", "name", at->name, "role", pst_explain_role(tidy, c)));
  }
  return columns;
}

static json_t *make(const struct pst_tidy *tidy, const struct pst_tidy_options *options)
{
  const struct pst_asked *asked = &options->asked;
  json_t *kept = json_pack("{s:i, s:s}", mark, 1, "layout", tidy->layout->name);
  size_t titles =
      tidy->frame.header == 0 ? 0 : tidy->frame.sheet->rows[tidy->frame.header - 1].line;

  if (kept == NULL)
    return NULL;
  json_object_set_new(kept, "skip", json_integer((json_int_t)titles));
  json_object_set_new(kept, "header_rows", json_integer((json_int_t)tidy->rows.header));
  if (asked->footer_given)
    json_object_set_new(kept, "footer", json_integer((json_int_t)asked->footer));
  json_object_set_new(kept, "sections", json_boolean(tidy->frame.sections != NULL));
  json_object_set_new(kept, "fill", json_boolean(pst_tidy_is_filled(tidy)));
  json_object_set_new(kept, "drop_totals", json_boolean(asked->drop_totals));
  json_object_set_new(kept, "scale", json_boolean(asked->scale));
  if (tidy->parentheses > 0)
    put_text(kept, "parentheses",
             tidy->frame.rules.parentheses == PST_PARENTHESES_FLAG ? "flag" : "minus");
  put_list(kept, "missing", asked->missing);
  put_list(kept, "keys", asked->keys);
  put_list(kept, "values", asked->values);
  put_list(kept, "flags", asked->flags);
  put_text(kept, "time", asked->time);
  put_text(kept, "unit", asked->unit);
  put_text(kept, "split_names", asked->split_names);
  put_text(kept, "time_format",
           tidy->frame.format != NULL ? tidy->frame.format->name
           : asked->day_first         ? "dmy"
           : asked->month_first       ? "mdy"
                                      : NULL);
  put_mark(kept, "comment", asked->comment);
  put_mark(kept, "delimiter", options->style.delimiter);
  put_mark(kept, "quote", options->style.quote);
  put_mark(kept, "escape", options->style.escape);
  /* Where no cell shows it, next month's cells are asked about. */
  put_mark(kept, "decimal", tidy->decimal_known ? tidy->decimal : '\0');
  json_object_set_new(kept, "columns", make_columns(tidy));
  return kept;
}

enum pst_status pst_kept_write(const struct pst_tidy *tidy, const struct pst_tidy_options *options,
                               const char *path, struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  json_t *kept = make(tidy, options);
  enum pst_status status = kept == NULL ? pst_fail_memory(error) : PST_OK;

  if (status == PST_OK)
    status = pst_output_open(&output, path, error);
  if (status == PST_OK
      && (json_dumpf(kept, output.file, JSON_INDENT(2)) != 0 || putc('\n', output.file) == EOF))
    status = pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  json_decref(kept);
  if (status == PST_OK)
    return pst_output_commit(&output, error);
  pst_output_discard(&output);
  return status;
}

/* --- reading --------------------------------------------------------------------------------- */

struct reading {
  const json_t *kept;
  struct pst_arena *arena;
  bool failed; /* no memory */
};

static const char *copy(struct reading *reading, const json_t *text)
{
  const char *string = json_string_value(text);

  if (string == NULL)
    return NULL;
  string = pst_arena_string(reading->arena, string);
  reading->failed = reading->failed || string == NULL;
  return string;
}

static const char *const *take_list(struct reading *reading, const char *name,
                                    const char *const *said)
{
  json_t *array = json_object_get(reading->kept, name), *item;
  size_t n = json_array_size(array), i;
  const char **list;

  if (said != NULL || n == 0)
    return said;
  list = pst_arena_array(reading->arena, n + 1, sizeof *list);
  reading->failed = reading->failed || list == NULL;
  json_array_foreach(array, i, item)
  {
    if (list != NULL)
      list[i] = copy(reading, item);
  }
  return list;
}

static void take_text(struct reading *reading, const char *name, const char **text)
{
  if (*text == NULL)
    *text = copy(reading, json_object_get(reading->kept, name));
}

static void take_mark(const struct reading *reading, const char *name, char *c)
{
  const char *text = json_string_value(json_object_get(reading->kept, name));

  if (*c == '\0' && text != NULL)
    *c = text[0];
}

static void take_lines(const struct reading *reading, struct pst_asked *asked)
{
  const json_t *footer = json_object_get(reading->kept, "footer"),
               *sections = json_object_get(reading->kept, "sections"),
               *fill = json_object_get(reading->kept, "fill");

  if (asked->skip == 0)
    asked->skip = (size_t)json_integer_value(json_object_get(reading->kept, "skip"));
  if (!asked->header_given) {
    asked->header_rows = (size_t)json_integer_value(json_object_get(reading->kept, "header_rows"));
    asked->header_given = true;
  }
  if (!asked->footer_given && footer != NULL) {
    asked->footer = (size_t)json_integer_value(footer);
    asked->footer_given = true;
  }
  if (asked->sections == PST_ANSWER_OPEN && sections != NULL)
    asked->sections = json_is_true(sections) ? PST_ANSWER_YES : PST_ANSWER_NO;
  if (asked->fill == PST_ANSWER_OPEN && fill != NULL)
    asked->fill = json_is_true(fill) ? PST_ANSWER_YES : PST_ANSWER_NO;
  asked->drop_totals =
      asked->drop_totals || json_is_true(json_object_get(reading->kept, "drop_totals"));
  asked->scale = asked->scale || json_is_true(json_object_get(reading->kept, "scale"));
}

static void take_parentheses(const struct reading *reading, struct pst_asked *asked)
{
  const char *what = json_string_value(json_object_get(reading->kept, "parentheses"));

  if (asked->parentheses == PST_PARENTHESES_JUDGED && what != NULL)
    asked->parentheses = strcmp(what, "flag") == 0 ? PST_PARENTHESES_MARK : PST_PARENTHESES_MINUS;
}

static enum pst_status take_times(const struct reading *reading, struct pst_asked *asked,
                                  struct pst_error *error)
{
  const char *name = json_string_value(json_object_get(reading->kept, "time_format"));

  if (name == NULL || asked->time_format != NULL || asked->day_first || asked->month_first)
    return PST_OK;
  return pst_times_named(name, &asked->time_format, error);
}

static void take_columns(struct reading *reading, struct pst_tidy_options *options)
{
  json_t *columns = json_object_get(reading->kept, "columns"), *item;
  size_t n = json_array_size(columns), i;
  struct pst_tidy_expected *list = pst_arena_array(reading->arena, n + 1, sizeof *list);

  reading->failed = reading->failed || list == NULL;
  if (list == NULL)
    return;
  json_array_foreach(columns, i, item)
  {
    list[i].name = copy(reading, json_object_get(item, "name"));
    list[i].role = copy(reading, json_object_get(item, "role"));
  }
  options->expected = list;
  options->n_expected = n;
}

static enum pst_status take(struct reading *reading, const char *path,
                            struct pst_tidy_options *options, struct pst_error *error)
{
  struct pst_asked *asked = &options->asked;
  const char *layout = json_string_value(json_object_get(reading->kept, "layout"));
  enum pst_status status;

  if (layout == NULL || json_object_get(reading->kept, mark) == NULL)
    return pst_fail_at(error, PST_BAD_DATA, path, 0,
                       "this is no reading that tidy --save-layout has kept");
  status = pst_layout_find(layout, &options->layout, error);
  if (status != PST_OK)
    return status;
  asked->missing = take_list(reading, "missing", asked->missing);
  asked->keys = take_list(reading, "keys", asked->keys);
  asked->values = take_list(reading, "values", asked->values);
  asked->flags = take_list(reading, "flags", asked->flags);
  take_text(reading, "time", &asked->time);
  take_text(reading, "unit", &asked->unit);
  take_text(reading, "split_names", &asked->split_names);
  status = take_times(reading, asked, error);
  if (status != PST_OK)
    return status;
  take_mark(reading, "comment", &asked->comment);
  take_mark(reading, "delimiter", &options->style.delimiter);
  take_mark(reading, "quote", &options->style.quote);
  take_mark(reading, "escape", &options->style.escape);
  if (options->thousands == '\0')
    take_mark(reading, "decimal", &options->decimal);
  take_lines(reading, asked);
  take_parentheses(reading, asked);
  take_columns(reading, options);
  options->kept = path;
  return reading->failed ? pst_fail_memory(error) : PST_OK;
}

enum pst_status pst_kept_read(const char *path, struct pst_arena *arena,
                              struct pst_tidy_options *options, struct pst_error *error)
{
  struct reading reading = {.arena = arena};
  json_error_t about;
  json_t *kept;
  enum pst_status status;

  errno = 0;
  kept = json_load_file(path, JSON_REJECT_DUPLICATES, &about);
  reading.kept = kept;
  if (kept == NULL && errno == ENOMEM)
    return pst_fail_memory(error);
  if (kept == NULL)
    return pst_fail_at(error, PST_BAD_DATA, path, 0,
                       "this is no reading that tidy --save-layout has kept (%s)", about.text);
  status = take(&reading, path, options, error);
  json_decref(kept);
  return status;
}
