/* load_countries.c -- the columns of --country, written as --country-to says. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "country/country.h"
#include "job/load/load_steps.h"
#include "table/retext.h"

/* How many of N names a message has: ten, or all with --verbose. */
static size_t named(const struct pst_load *load, size_t n)
{
  enum { NAMED = 10 };

  return n <= NAMED || load->job->options.verbose ? n : NAMED;
}

static void say_rest(struct pst_buffer *out, size_t n, size_t named)
{
  if (n > named)
    pst_buffer_printf(out, " and %zu more", n - named);
}

bool pst_load_is_country(const struct pst_load *load, const char *name)
{
  const struct pst_list *list = &load->job->options.country;

  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i], name) == 0)
      return true;
  return false;
}

/* --- what is said ------------------------------------------------------------------------------- */

static void say_aggregates(const struct pst_load *load, struct pst_buffer *out,
                           const struct pst_country_report *report)
{
  size_t n = named(load, report->aggregates);

  if (report->aggregates == 0)
    return;
  pst_buffer_printf(out, ", %zu of %s (", report->aggregates,
                    report->aggregates == 1 ? "an aggregate" : "aggregates");
  for (size_t i = 0; i < n; i++)
    pst_buffer_printf(out, "%s%s", i == 0 ? "" : ", ", report->aggregate[i]);
  say_rest(out, report->aggregates, n);
  pst_buffer_puts(out, load->job->options.countries_only ? "; left out)" : ")");
}

static const char *what(const struct pst_country_report *report, size_t n)
{
  if (report->numbers)
    return n == 1 ? "number" : "numbers";
  return n == 1 ? "name" : "names";
}

/* "column donor: 30 names of countries, 1 of a former state, 2 of aggregates (World, OECD)". */
static void say_found(struct pst_load *load, const char *file, const char *column,
                      const struct pst_country_report *report)
{
  struct pst_buffer out = {.data = NULL};
  size_t n = report->present + report->territories;

  pst_buffer_printf(&out, "%zu %s of %s", n, what(report, n), n == 1 ? "a country" : "countries");
  if (report->former > 0)
    pst_buffer_printf(&out, ", %zu of %s", report->former,
                      report->former == 1 ? "a former state" : "former states");
  say_aggregates(load, &out, report);
  pst_job_say(load->job, "%s: column %s: %s", file, column, pst_buffer_string(&out));
  pst_buffer_free(&out);
}

static void say_unknown(struct pst_load *load, const char *file, const char *column,
                        const struct pst_country_report *report)
{
  struct pst_buffer out = {.data = NULL};
  size_t n = named(load, report->unresolved);

  if (report->unresolved == 0)
    return;
  for (size_t i = 0; i < n; i++) {
    pst_buffer_printf(&out, "%s'%s'", i == 0 ? "" : ", ", report->unknown[i]);
    if (report->near[i] != NULL)
      pst_buffer_printf(&out, " (did you mean '%s'?)", report->near[i]);
  }
  say_rest(&out, report->unresolved, n);
  if (load->job->options.countries_only)
    pst_buffer_printf(&out, "; %s, and --where leaves %s out",
                      report->unresolved == 1 ? "it stays" : "they stay",
                      report->unresolved == 1 ? "it" : "them");
  pst_job_say(load->job, "%s: %zu %s of column %s %s no country: %s%s", file, report->unresolved,
              what(report, report->unresolved), column, report->unresolved == 1 ? "is" : "are",
              pst_buffer_string(&out),
              report->numbers && report->unresolved == report->count
                  ? "; numbers are read where nine in ten are those of the UN (M49)"
                  : "");
  pst_buffer_free(&out);
}

/* Two spellings in one series are two rows for one time: say where they come from. */
static void say_merged(struct pst_load *load, const char *file, const char *column,
                       const struct pst_country_report *report)
{
  struct pst_buffer out = {.data = NULL};
  size_t n = named(load, report->merged);

  if (report->merged == 0)
    return;
  for (size_t i = 0; i < n; i++)
    pst_buffer_printf(&out, "%s'%s' and '%s'", i == 0 ? "" : ", ", report->pairs[i][0],
                      report->pairs[i][1]);
  say_rest(&out, report->merged, n);
  pst_job_say(load->job, "%s: column %s: one country each: %s", file, column,
              pst_buffer_string(&out));
  pst_buffer_free(&out);
}

/* --- the work ----------------------------------------------------------------------------------- */

static enum pst_status find_all(struct pst_load *load, const struct pst_load_texts *texts,
                                struct pst_arena *arena, const char ***written,
                                struct pst_country_report *report, struct pst_error *error)
{
  const char **list = pst_load_texts_list(texts, arena);

  *written = pst_arena_array(arena, (size_t)texts->texts.count + 1, sizeof **written);
  if (list == NULL || *written == NULL)
    return pst_fail_memory(error);
  return pst_country_translate(list, texts->texts.count,
                               (enum pst_country_form)load->job->options.country_form, arena,
                               *written, report, error);
}

static enum pst_status say_column(struct pst_load *load, const char *file, const char *column,
                                  const struct pst_load_texts *texts, struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_country_report report;
  const char **written;
  enum pst_status status = find_all(load, texts, &arena, &written, &report, error);

  if (status == PST_OK) {
    say_found(load, file, column, &report);
    say_merged(load, file, column, &report);
    say_unknown(load, file, column, &report);
  }
  pst_arena_free(&arena);
  return status;
}

enum pst_status pst_load_fail_again(struct pst_load *load, struct pst_error *error)
{
  load->again = true;
  return pst_fail(error, PST_UNDEFINED, "all rows are to be read at once");
}

static enum pst_status mark_aggregates(struct pst_load_texts *texts,
                                       const struct pst_country_report *report,
                                       struct pst_error *error)
{
  if (!PST_ARRAY_RESIZE(texts->left_out, (size_t)texts->n_written + 1, 1))
    return pst_fail_memory(error);
  for (unsigned i = 0; i < texts->n_written; i++)
    texts->left_out[i] = report->is_aggregate[i];
  return PST_OK;
}

/* KEEP loses the rows whose text is left out; CODE is that of pst_load_texts_add. */
static void leave_out(const struct pst_load_texts *texts, const struct pst_table *table, size_t c,
                      const unsigned *code, bool *keep)
{
  for (size_t r = 0; keep != NULL && r < table->n_rows; r++) {
    unsigned i = pst_column_code(&table->columns[c], r);

    keep[r] = keep[r] && (i == PST_CODE_MISSING || !texts->left_out[code[i]]);
  }
}

/* New texts can make the old ones something else. */
static enum pst_status find_new(struct pst_load *load, struct pst_load_texts *texts,
                                struct pst_arena *arena, struct pst_error *error)
{
  struct pst_country_report report;
  const char **written;
  bool again = false;
  enum pst_status status;

  if (texts->n_written == texts->texts.count)
    return PST_OK;
  status = find_all(load, texts, arena, &written,
                    load->job->options.countries_only ? &report : NULL, error);
  if (status == PST_OK)
    status = pst_load_texts_write(texts, written, &again, error);
  if (status == PST_OK && load->job->options.countries_only)
    status = mark_aggregates(texts, &report, error);
  return status == PST_OK && again ? pst_load_fail_again(load, error) : status;
}

static enum pst_status translate(struct pst_load *load, struct pst_table *table, size_t c,
                                 struct pst_load_texts *texts, bool *keep, struct pst_error *error)
{
  struct pst_column *column = &table->columns[c], written;
  struct pst_arena arena = PST_ARENA_EMPTY;
  unsigned *code;
  enum pst_status status = pst_load_texts_add(texts, table, c, &arena, &code, error);

  if (status == PST_OK)
    status = find_new(load, texts, &arena, error);
  if (status == PST_OK)
    status = pst_load_texts_column(texts, table, c, code, &arena, &written, error);
  if (status == PST_OK) {
    leave_out(texts, table, c, code, keep);
    pst_column_retext_free(column);
    *column = written;
  }
  pst_arena_free(&arena);
  return status;
}

/* The column may be there twice, as text and as what an option makes of its numbers. */
static enum pst_status check_alone(const struct pst_table *table, size_t c, struct pst_error *error)
{
  for (size_t i = 0; i < table->n_columns; i++)
    if (i != c && table->columns[i].field == table->columns[c].field)
      return pst_fail(error, PST_USAGE,
                      "--country: '%s' is read in another way too, as numbers or times; a column "
                      "of countries is text, and is called by one name",
                      table->columns[c].name);
  return PST_OK;
}

enum pst_status pst_load_say_countries(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < load->job->options.country.count && status == PST_OK; i++)
    if (load->countries[i] != SIZE_MAX)
      status = say_column(load, pst_loader_name(load->main),
                          load->job->table.columns[load->countries[i]].name,
                          &load->country_texts[i], error);
  return status;
}

enum pst_status pst_load_translate(struct pst_load *load, struct pst_error *error)
{
  struct pst_table *table = &load->job->table;
  bool *keep = load->job->options.countries_only ? malloc(table->n_rows + 1) : NULL;
  enum pst_status status = PST_OK;

  if (load->job->options.countries_only && keep == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; keep != NULL && r < table->n_rows; r++)
    keep[r] = true;

  for (size_t i = 0; i < load->job->options.country.count && status == PST_OK; i++) {
    if (load->countries[i] == SIZE_MAX)
      continue;
    status = check_alone(table, load->countries[i], error);
    if (status == PST_OK)
      status = translate(load, table, load->countries[i], &load->country_texts[i], keep, error);
  }
  if (status == PST_OK && keep != NULL) {
    load->job->count.aggregates += table->n_rows;
    pst_table_keep(table, keep);
    load->job->count.aggregates -= table->n_rows;
  }
  free(keep);
  return status == PST_OK && !table->partial ? pst_load_say_countries(load, error) : status;
}

enum pst_status pst_load_translate_other(struct pst_load *load, struct pst_load_other *other,
                                         struct pst_error *error)
{
  struct pst_table *table = &other->table;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < load->job->options.country.count && status == PST_OK; i++) {
    struct pst_load_texts texts = {.n_written = 0};
    size_t c = other->countries[i];

    if (c == SIZE_MAX)
      continue;
    status = check_alone(table, c, error);
    if (status == PST_OK)
      status = translate(load, table, c, &texts, NULL, error);
    if (status == PST_OK)
      status =
          say_column(load, pst_loader_name(other->loader), table->columns[c].name, &texts, error);
    pst_load_texts_free(&texts);
  }
  return status;
}
