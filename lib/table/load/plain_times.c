/* plain_times.c -- times that are plain numbers, without a text for each of them. */
#include "table/load/plain_times.h"

/* In the place of the code of a text stands PLAIN less the decimals: fewer than 16 of them. */
#define PLAIN (PST_CODE_MISSING - 1)

static bool has_plain_kind(const struct pst_column *column, size_t row)
{
  return column->n_missing + column->n_otherwise == row || column->period == PST_PERIOD_NONE
         || column->period == PST_PERIOD_YEAR;
}

bool pst_plain_time_read(struct pst_column *column, size_t row, struct pst_text cell, char decimal)
{
  unsigned char decimals = 0;
  double value;

  if (!pst_number_plain(cell, decimal, &value, &decimals) || !pst_plain_is_canonical(cell, decimals)
      || (cell.size == 4 && decimals == 0) || !has_plain_kind(column, row))
    return false;
  column->arrays.value[row] = value;
  column->arrays.code[row] = PLAIN - decimals;
  column->period = PST_PERIOD_NONE;
  return true;
}

static struct pst_text spell(const struct pst_loader *loader, const struct pst_column *column,
                             size_t row, char text[PST_PLAIN_SPELLED])
{
  return pst_plain_spell(loader, column->arrays.value[row], (int)(PLAIN - column->arrays.code[row]),
                         text);
}

static bool settles(const struct pst_loader *loader, const struct pst_column *column, size_t row)
{
  char text[PST_PLAIN_SPELLED];

  return pst_plain_time_code(column->arrays.code[row])
         && pst_times_is_number(spell(loader, column, row, text));
}

bool pst_plain_times_settle(struct pst_loader *loader, size_t i)
{
  const struct pst_table *table = loader->table;
  struct pst_column *column = &loader->table->columns[i];
  size_t r = 0;

  if (table->partial || loader->rules.times != NULL || column->n_otherwise > 0)
    return false;
  while (r < table->n_rows && !settles(loader, column, r))
    r++;
  if (r == table->n_rows)
    return false;
  for (r = 0; r < table->n_rows; r++)
    column->arrays.code[r] = PST_CODE_MISSING;
  column->period = PST_PERIOD_NONE;
  pst_dictionary_free(&column->arrays.texts);
  return true;
}

static bool add_text(const struct pst_loader *loader, struct pst_column *column, size_t row,
                     struct pst_dictionary *texts)
{
  unsigned *code = &column->arrays.code[row];
  char text[PST_PLAIN_SPELLED];

  if (*code == PST_CODE_MISSING)
    return true;
  *code = pst_dictionary_add(texts, pst_plain_time_code(*code) ? spell(loader, column, row, text)
                                                               : column->arrays.texts.texts[*code]);
  return *code != PST_CODE_MISSING;
}

enum pst_status pst_plain_times_spell(struct pst_loader *loader, size_t i, struct pst_error *error)
{
  struct pst_column *column = &loader->table->columns[i];
  struct pst_dictionary texts = {.count = 0};
  const size_t n = loader->table->n_rows;
  size_t r = 0;

  while (r < n && !pst_plain_time_code(column->arrays.code[r]))
    r++;
  if (r == n)
    return PST_OK;
  for (r = 0; r < n; r++)
    if (!add_text(loader, column, r, &texts)) {
      pst_dictionary_free(&texts);
      return pst_fail_memory(error);
    }
  pst_dictionary_free(&column->arrays.texts);
  column->arrays.texts = texts;
  return PST_OK;
}
