/* tidy_keys.c -- keys of a tidy table that look like measured values, which no key is. */
#include <string.h>

#include "tidy/check/tidy_check.h"
#include "printed/words.h"

struct look {
  size_t filled, numbers, decimals;
};

static bool has_decimals(struct pst_text digits)
{
  return memchr(digits.data, '.', digits.size) != NULL
         || memchr(digits.data, ',', digits.size) != NULL;
}

static struct look look_at(const struct pst_tidy *tidy, size_t column)
{
  struct look look = {0};

  for (size_t i = 0; i < tidy->n_records; i++) {
    struct pst_text cell = pst_sheet_cell(tidy->frame.sheet, tidy->records[i], column);
    struct pst_value value;

    if (cell.size == 0)
      continue;
    look.filled++;
    pst_value_part(cell, &tidy->frame.rules, &value);
    look.numbers += value.kind == PST_VALUE_NUMBER;
    look.decimals += value.kind == PST_VALUE_NUMBER && has_decimals(value.digits);
  }
  return look;
}

/* Codes are whole; half of the cells and more with a mark are measured. */
static bool is_measured(const struct pst_tidy *tidy, size_t column)
{
  const struct pst_frame_column *at = &tidy->frame.columns[column];
  struct look look;

  if (at->role != PST_FRAME_KEY || at->split != NULL || pst_words_key(at->name)
      || pst_words_time(at->name))
    return false;
  look = look_at(tidy, column);
  return look.decimals > 0 && look.numbers * 2 >= look.filled && look.decimals * 2 >= look.numbers;
}

void pst_tidy_warn_keys(struct pst_tidy *tidy, const struct pst_tidy_options *options)
{
  if (!tidy->frame.by_shape || options->asked.values != NULL || options->asked.keys != NULL)
    return;
  for (size_t c = 0; c < tidy->frame.n_columns; c++)
    if (is_measured(tidy, c))
      pst_buffer_printf(&tidy->warnings,
                        "column '%s' holds numbers, but is taken for a key, since it has no period "
                        "or other texts too; if it is measured, name the value columns with "
                        "--values, else say --keys\n",
                        tidy->frame.columns[c].name);
}

enum pst_status pst_tidy_ask_keys(const struct pst_tidy *tidy,
                                  const struct pst_tidy_options *options, struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  const char *first;

  if (options->rows || !frame->by_shape || options->asked.values != NULL
      || options->asked.keys != NULL || tidy->n_key_columns > 0 || frame->sections != NULL
      || tidy->period != PST_NO_COLUMN || tidy->period_part != PST_NO_COLUMN || tidy->n_records < 2
      || tidy->n_values < 2)
    return PST_OK;
  first = frame->columns[tidy->values[0]].name;
  return pst_fail_at(
      error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[frame->header].line,
      "no column tells the %zu records apart, since all are taken for values; say --keys "
      "'%s', or which it is, or name all with --values if each is measured",
      tidy->n_records, first);
}
