/* times.c -- a column of times after its last row. */
#include "table/load/times.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "interval/period/period_step.h"
#include "table/load/plain_times.h"
#include "table/retext.h"

/* What each text of the dictionary is. */
struct reading {
  enum pst_period_kind kind;
  double value;
  const char *text; /* to write; NULL: no row has it, or it needs none */
};

/* The texts that rows have, in the order of the rows: the dictionary may have those of rows that were left out before. */
struct used {
  bool *is;
  unsigned *codes, n;
};

static enum pst_status used_new(const struct pst_column *column, struct used *used,
                                struct pst_error *error)
{
  size_t n = (size_t)column->arrays.texts.count + 1;

  *used = (struct used){.is = calloc(n, sizeof *used->is), .codes = calloc(n, sizeof *used->codes)};
  return used->is == NULL || used->codes == NULL ? pst_fail_memory(error) : PST_OK;
}

static void used_free(struct used *used)
{
  free(used->is);
  free(used->codes);
}

static enum pst_status fail_row(const struct pst_loader *loader, size_t i, unsigned code,
                                const struct pst_error *cell, struct pst_error *error)
{
  const struct pst_table *table = loader->table;
  const struct pst_column *column = &table->columns[i];
  size_t r = 0;

  while (r + 1 < table->n_rows && column->arrays.code[r] != code)
    r++;
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, r), pst_table_line(table, r),
                     "field %zu (%s): %s", column->field + 1, column->name, cell->message);
}

/* --- what the cells are ------------------------------------------------------------------------- */

/* The texts that rows have, behind those of earlier parts, each once. */
static enum pst_status collect(struct pst_loader *loader, size_t i, struct used *used,
                               struct pst_error *error)
{
  const struct pst_column *column = &loader->table->columns[i];
  struct pst_loader_times *times = &loader->asked[i].times;

  for (size_t r = 0; r < loader->table->n_rows; r++) {
    unsigned code = column->arrays.code[r];

    if (code == PST_CODE_MISSING || used->is[code])
      continue;
    used->is[code] = true;
    used->codes[used->n++] = code;
    if (pst_dictionary_add(&times->cells, column->arrays.texts.texts[code]) == PST_CODE_MISSING)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

static enum pst_status decide(struct pst_loader *loader, size_t i, struct pst_error *error)
{
  struct pst_loader_times *times = &loader->asked[i].times;
  struct pst_times now;
  enum pst_status status =
      pst_times_decide(times->cells.texts, times->cells.count, loader->asked[i].name,
                       loader->rules.times, &loader->rules.style, &now, error);

  if (status != PST_OK)
    return status;
  if (times->decided && !pst_times_same(&times->how, &now)) {
    loader->again = true;
    return pst_fail(error, PST_UNDEFINED,
                    "%s: the cells of later rows show that those before are to be read otherwise; "
                    "say --time-format, or give the input as a file, which can be read again",
                    loader->asked[i].name);
  }
  times->decided = times->cells.count > 0;
  times->how = now;
  return PST_OK;
}

/* --- what is told ------------------------------------------------------------------------------- */

/* By the first cell that is written otherwise. */
static void tell(struct pst_loader *loader, size_t i, struct pst_text cell, const char *when,
                 enum pst_period_kind kind)
{
  struct pst_loader_asked *asked = &loader->asked[i];

  if (asked->times.told == NULL && !pst_text_is(cell, when))
    asked->times.told = pst_arena_format(
        &loader->arena, "%s: read as %s, '%.*s' as %s (--time-format reads them otherwise)",
        asked->name, pst_period_plural(kind), (int)cell.size, cell.data, when);
}

/* --- each text ---------------------------------------------------------------------------------- */

const char *pst_loader_first_spelling(struct pst_loader *loader, size_t i, const char *period,
                                      const char *text)
{
  struct pst_loader_times *times = &loader->asked[i].times;
  unsigned known = times->periods.count,
           code = pst_dictionary_add(&times->periods, pst_text_of(period));

  if (code == PST_CODE_MISSING
      || !PST_ARRAY_ROOM_IN(&loader->arena, times->spellings, times->n_spellings,
                            times->periods.count))
    return NULL;
  if (code == known)
    times->spellings[code] = pst_arena_string(&loader->arena, text);
  return times->spellings[code];
}

static const char *first_spelling(struct pst_loader *loader, size_t i,
                                  const struct reading *reading, const char *text)
{
  char period[PST_PERIOD_SIZE];
  long step;

  if (!pst_period_step(reading->kind, reading->value, &step))
    return text;
  pst_period_print(reading->kind, step, period);
  return pst_loader_first_spelling(loader, i, period, text);
}

static bool is_plain(enum pst_period_kind kind)
{
  return kind == PST_PERIOD_NONE || kind == PST_PERIOD_YEAR;
}

/* Years and plain numbers go together (1, 2, ... 999, 1000); every other kind stands alone. */
static bool fits(enum pst_period_kind before, enum pst_period_kind now)
{
  return is_plain(before) ? is_plain(now) : before == now;
}

static enum pst_status read_text(struct pst_loader *loader, size_t i, unsigned code,
                                 struct reading *reading, struct pst_error *error)
{
  struct pst_column *column = &loader->table->columns[i];
  const struct pst_times *how = &loader->asked[i].times.how;
  struct pst_text text = column->arrays.texts.texts[code];
  struct pst_error cell = {.status = PST_OK};
  char when[PST_WHEN_SIZE];
  bool first = !loader->asked[i].times.any;

  if (!pst_times_read(how, text, &loader->rules.style, &reading->kind, &reading->value, when))
    pst_cell_fail_period(text, &loader->rules, &cell);
  else if (!first && !fits(column->period, reading->kind))
    pst_cell_fail_kind(text, reading->kind, column->period, &cell);
  if (cell.status != PST_OK)
    return fail_row(loader, i, code, &cell, error);
  if (first || reading->kind == PST_PERIOD_NONE)
    column->period = reading->kind;
  loader->asked[i].times.any = true;
  if (how->otherwise || (how->format != NULL && when[0] != '\0'))
    tell(loader, i, text, when, reading->kind);
  if (is_plain(reading->kind))
    return PST_OK;
  reading->text = how->otherwise || how->format != NULL
                      ? pst_arena_string(&loader->table->arena, when)
                      : first_spelling(loader, i, reading, text.data);
  return reading->text == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status read_texts(struct pst_loader *loader, size_t i, const struct used *used,
                                  struct reading *readings, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (unsigned u = 0; u < used->n && status == PST_OK; u++)
    status = read_text(loader, i, used->codes[u], &readings[used->codes[u]], error);
  return status;
}

/* --- each row ----------------------------------------------------------------------------------- */

static void set_values(const struct pst_table *table, struct pst_column *column,
                       const struct reading *readings)
{
  for (size_t r = 0; r < table->n_rows; r++) {
    unsigned code = column->arrays.code[r];

    column->arrays.value[r] = code == PST_CODE_MISSING ? (double)NAN : readings[code].value;
    if (is_plain(column->period))
      column->arrays.code[r] = PST_CODE_MISSING;
  }
}

/* Periods of a named kind are written as READINGS say. */
static enum pst_status set_texts(struct pst_table *table, size_t i, const struct reading *readings,
                                 struct pst_error *error)
{
  struct pst_column *column = &table->columns[i], changed;
  unsigned n = column->arrays.texts.count;
  const char **texts = malloc(((size_t)n + 1) * sizeof *texts);
  enum pst_status status = PST_OK;
  bool same = true;

  if (texts == NULL)
    return pst_fail_memory(error);
  for (unsigned c = 0; c < n; c++) {
    texts[c] = readings[c].text;
    same = same && (texts[c] == NULL || strcmp(texts[c], column->arrays.texts.texts[c].data) == 0);
  }
  if (!same)
    status = pst_column_retext(table, i, texts, &changed, error);
  if (!same && status == PST_OK) {
    pst_column_retext_free(column);
    *column = changed;
  }
  free(texts);
  return status;
}

static enum pst_status apply(struct pst_loader *loader, size_t i, const struct used *used,
                             struct pst_error *error)
{
  struct pst_column *column = &loader->table->columns[i];
  struct reading *readings = calloc((size_t)column->arrays.texts.count + 1, sizeof *readings);
  enum pst_status status;

  if (readings == NULL)
    return pst_fail_memory(error);
  status = read_texts(loader, i, used, readings, error);
  if (status == PST_OK)
    set_values(loader->table, column, readings);
  if (status == PST_OK && !is_plain(column->period))
    status = set_texts(loader->table, i, readings, error);
  free(readings);
  return status;
}

enum pst_status pst_loader_settle_times(struct pst_loader *loader, size_t i,
                                        struct pst_error *error)
{
  const struct pst_column *column = &loader->table->columns[i];
  struct used used;
  enum pst_status status;

  if (pst_plain_times_settle(loader, i))
    return PST_OK;
  status = pst_plain_times_spell(loader, i, error);
  if (status != PST_OK)
    return status;
  status = used_new(column, &used, error);
  if (status == PST_OK)
    status = collect(loader, i, &used, error);
  if (status == PST_OK)
    status = decide(loader, i, error);
  if (status == PST_OK)
    status = apply(loader, i, &used, error);
  used_free(&used);
  return status;
}

/* --- a column of any kind ----------------------------------------------------------------------- */

/* By the first cell. */
static bool may_be_times(const struct pst_loader *loader, const struct pst_column *column)
{
  size_t r = 0;

  while (r < loader->table->n_rows && column->arrays.code[r] == PST_CODE_MISSING)
    r++;
  return r < loader->table->n_rows
         && pst_times_might_be(column->arrays.texts.texts[column->arrays.code[r]], column->name);
}

static void become_times(const struct pst_table *table, struct pst_column *column)
{
  column->type = PST_COLUMN_TIME;
  column->period = PST_PERIOD_NONE;
  column->n_bounded = column->n_around = column->n_said = 0;
  for (size_t r = 0; r < table->n_rows && column->arrays.bounds != NULL; r++)
    column->arrays.bounds[r].low = NAN;
}

/* Where all cells are times of one of several notations, and nothing proves which. */
static enum pst_status tell_question(struct pst_loader *loader, size_t i, struct pst_error *error)
{
  struct pst_loader_times *times = &loader->asked[i].times;
  struct pst_error question = {.status = PST_OK};
  struct pst_times how;

  for (unsigned c = 0; c < times->cells.count; c++)
    if (!pst_times_may_be(times->cells.texts[c]))
      return PST_OK;
  if (loader->table->columns[i].type != PST_COLUMN_TEXT || times->told != NULL
      || pst_times_decide(times->cells.texts, times->cells.count, loader->asked[i].name, NULL,
                          &loader->rules.style, &how, &question)
             == PST_OK)
    return PST_OK;
  times->told = pst_arena_format(&loader->arena, "%s; taken as text", question.message);
  return times->told == NULL ? pst_fail_memory(error) : PST_OK;
}

/* The cells of all parts so far prove times; earlier parts must have been read so too. */
static enum pst_status settle_proved(struct pst_loader *loader, size_t i, const struct used *used,
                                     struct pst_error *error)
{
  struct pst_column *column = &loader->table->columns[i];
  struct pst_loader_times *times = &loader->asked[i].times;
  const struct pst_times_format *asked = loader->rules.times;
  struct pst_times now = {.format = NULL};
  bool proved;

  if (asked != NULL && asked->read == NULL)
    return PST_OK;
  proved = pst_times_prove(times->cells.texts, times->cells.count, loader->asked[i].name, NULL,
                           &loader->rules.style, &now)
           || (asked != NULL
               && pst_times_prove(times->cells.texts, times->cells.count, loader->asked[i].name,
                                  asked, &loader->rules.style, &now));
  if (times->decided && !(proved && pst_times_same(&times->how, &now))) {
    loader->again = true;
    return pst_fail(error, PST_UNDEFINED,
                    "%s: the cells of later rows show that those before are to be read otherwise; "
                    "give the input as a file, which can be read again",
                    loader->asked[i].name);
  }
  if (!proved)
    return tell_question(loader, i, error);
  times->decided = true;
  times->how = now;
  become_times(loader->table, column);
  return apply(loader, i, used, error);
}

enum pst_status pst_loader_settle_any(struct pst_loader *loader, size_t i, struct pst_error *error)
{
  struct pst_column *column = &loader->table->columns[i];
  const struct pst_times_format *asked = loader->rules.times;
  bool months = column->type == PST_COLUMN_TIME && column->period == PST_PERIOD_MONTH;
  struct used used;
  enum pst_status status;

  if (months) {
    loader->rules.times = NULL;
    loader->asked[i].times.any = false;
    status = pst_loader_settle_times(loader, i, error);
    loader->rules.times = asked;
    return status;
  }
  if (column->type == PST_COLUMN_TIME || !may_be_times(loader, column))
    return PST_OK;
  status = used_new(column, &used, error);
  if (status == PST_OK)
    status = collect(loader, i, &used, error);
  if (status == PST_OK)
    status = settle_proved(loader, i, &used, error);
  used_free(&used);
  return status;
}

void pst_loader_free_times(struct pst_loader_times *times)
{
  pst_dictionary_free(&times->cells);
  pst_dictionary_free(&times->periods);
}
