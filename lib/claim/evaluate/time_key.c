/* time_key.c -- do the keys of a series lie in time? */
#include "claim/evaluate/time_key.h"

#include <ctype.h>
#include <string.h>

#include "claim/evaluate/tell.h"

static const struct pst_key_syntax *column_of(const struct pst_evaluator *evaluator,
                                              const struct pst_claim_value *series)
{
  if (series->table == SIZE_MAX
      || series->open_key >= evaluator->file->tables[series->table].key_count)
    return NULL;
  return &evaluator->file->tables[series->table].keys[series->open_key];
}

/* Is the last word of NAME one of those for codes?  Words end at what is no letter or digit. */
static bool says_code(struct pst_text name)
{
  static const char *const words[] = {"code", "codes", "id", "ids", "iso", "m49", "country", "geo"};
  size_t from = name.size;

  while (from > 0 && isalnum((unsigned char)name.data[from - 1]))
    from--;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t size = strlen(words[i]), k = 0;

    while (size == name.size - from && k < size
           && tolower((unsigned char)name.data[from + k]) == words[i][k])
      k++;
    if (k == size)
      return true;
  }
  return false;
}

static bool fail(struct pst_evaluator *evaluator, size_t at, const char *what,
                 const struct pst_claim_value *series, const struct pst_key_value *key,
                 const char *is)
{
  const struct pst_key_syntax *column = column_of(evaluator, series);
  const char *name = column == NULL ? "" : pst_source_copy(evaluator->source, column->column);

  return pst_evaluator_fail(evaluator, at, "%s needs keys of time, in order; %s%s'%s' is %s", what,
                            name, column == NULL ? "" : " ", pst_tell_key(evaluator, key), is);
}

/* The key of the table that SERIES is over, or NULL. */
static const struct pst_data_key *key_of(const struct pst_evaluator *evaluator,
                                         const struct pst_claim_value *series)
{
  return column_of(evaluator, series) == NULL
             ? NULL
             : &evaluator->data[series->table].keys[series->open_key];
}

/* How keys in another notation than polstat's were read. */
static void tell_reading(struct pst_evaluator *evaluator, const struct pst_data_key *key,
                         const struct pst_key_syntax *column, const struct pst_claim_value *series)
{
  const struct pst_key_value *first = series->count > 0 ? &series->items[0].key : NULL;

  if (first != NULL && first->period.data != NULL
      && (key->times.otherwise || key->times.format != NULL)
      && !pst_text_equal(first->text, first->period))
    pst_tell_line(evaluator, "%.*s read as %s: '%.*s' is %.*s", (int)column->column.size,
                  column->column.data, pst_period_plural(key->kind), (int)first->text.size,
                  first->text.data, (int)first->period.size, first->period.data);
}

bool pst_time_key(struct pst_evaluator *evaluator, size_t at, const char *what,
                  const struct pst_claim_value *series)
{
  const struct pst_key_syntax *column = column_of(evaluator, series);
  const struct pst_data_key *read = key_of(evaluator, series);
  enum pst_period_kind kind, first = PST_PERIOD_NONE;
  double start;

  if (read != NULL && read->doubt != NULL)
    return pst_evaluator_fail(evaluator, at, "%s needs keys of time; %s", what, read->doubt);
  if (read != NULL && read->is_time && (column->is_time || !read->is_number)) {
    tell_reading(evaluator, read, column, series);
    return true;
  }
  for (size_t i = 0; i < series->count; i++) {
    const struct pst_key_value *key = &series->items[i].key;

    if (key->is_number && column != NULL && !column->declared && says_code(column->column))
      return fail(
          evaluator, at, what, series, key,
          "a code, as the name of the column says; if it is a time, declare its range in the "
          "table: key year 1990..2020");
    if (key->is_number)
      continue;
    if (!pst_period_parse(key->period.data != NULL ? key->period : key->text, &kind, &start))
      return fail(evaluator, at, what, series, key, "a name");
    if (first != PST_PERIOD_NONE && kind != first)
      return fail(evaluator, at, what, series, key, "a period of another kind than the first");
    first = kind;
  }
  return true;
}

const char *pst_time_rate(const struct pst_evaluator *evaluator,
                          const struct pst_claim_value *series)
{
  const struct pst_data_key *key = key_of(evaluator, series);

  return key == NULL || key->kind == PST_PERIOD_NONE || key->kind == PST_PERIOD_YEARS
             ? ""
             : "per year, ";
}
