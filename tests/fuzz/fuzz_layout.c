/* fuzz_layout.c -- any bytes as an agency's file: refused with a message, or tidied into rows that
   the counts agree with, each value made of the very digits of its cell.

   The first two bytes choose the options: layout, marks, bad records, strictness, what is asked. */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tidy/tidy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct tally {
  const struct pst_tidy *tidy;
  size_t rows, values;
};

/* The digits of TEXT alone, full-width ones as ASCII; a string that the caller frees. */
static char *digits_of(struct pst_text text)
{
  char *digits = malloc(text.size + 1);
  size_t n = 0;

  if (digits == NULL)
    abort();
  for (size_t at = 0; at < text.size;) {
    unsigned long c = pst_utf8_next(text, &at);

    if (c >= 0xFF10 && c <= 0xFF19)
      c = c - 0xFF10 + '0';
    if (c >= '0' && c <= '9')
      digits[n++] = (char)c;
  }
  digits[n] = '\0';
  return digits;
}

/* A value is a decimal, perhaps behind an inequality, and its digits stand in the cell in one run,
   but for the zero that is put before a decimal point. */
static void require_value(struct pst_text value, struct pst_text cell)
{
  char *shown = digits_of(value), *there = digits_of(cell);

  if (shown[0] == '\0'
      || strstr(there, shown[0] == '0' && shown[1] != '\0' ? shown + 1 : shown) == NULL)
    abort();
  for (size_t i = 0; i < value.size; i++)
    if (value.data[i] == '\0' || strchr("0123456789.+-eE<>=", value.data[i]) == NULL)
      abort();
  free(shown);
  free(there);
}

/* An interval is worked out where the cell says 5±2 or 5+-2. */
static bool is_interval(struct pst_text value)
{
  return value.data[0] == '[' || value.data[0] == '(';
}

static enum pst_status take(void *context, const struct pst_tidy_row *row, struct pst_error *error)
{
  struct tally *tally = context;
  size_t sum = strlen(row->period);
  struct pst_text cell;

  (void)error;
  for (size_t i = 0; i < tally->tidy->n_keys; i++)
    for (size_t j = 0; j < row->keys[i].size; j++)
      sum += (unsigned char)row->keys[i].data[j];
  for (size_t j = 0; j < row->note.size; j++)
    sum += (unsigned char)row->note.data[j];
  if (sum == SIZE_MAX || row->line == 0)
    abort();
  cell = pst_sheet_cell(tally->tidy->frame.sheet, row->record, row->column);
  if (row->value.size > 0 && !is_interval(row->value))
    require_value(row->value, cell);
  tally->rows++;
  tally->values += row->value.size > 0;
  return PST_OK;
}

static void require_counts(const struct pst_tidy *tidy, const struct tally *tally)
{
  if (tidy->cells.read != tidy->cells.numbers + tidy->cells.missing + tidy->cells.not_understood
      || tidy->cells.bounded > tidy->cells.numbers || tally->rows != tidy->cells.read
      || tally->values != tidy->cells.numbers
      || tidy->cells.read != tidy->n_records * tidy->n_values)
    abort();
}

static void try_tidy(const struct pst_sheet *sheet, const struct pst_tidy_options *options)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_tidy tidy = {.n_records = 0};
  struct tally tally = {.tidy = &tidy};
  enum pst_status status = pst_tidy_open(sheet, options, &tidy, &error);

  if (status == PST_OK) {
    if (pst_tidy_each(&tidy, take, &tally, &error) != PST_OK)
      abort();
    require_counts(&tidy, &tally);
  } else if (error.status != status || error.message[0] == '\0') {
    abort();
  }
  pst_tidy_close(&tidy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const missing[] = {"NA", "n/a", NULL};
  static const char marks[] = {'\0', '.', ',', '\''}, delimiters[] = {'\0', ',', ';', '\t'};
  struct pst_tidy_options options = {.layout = NULL};
  struct pst_error error = {.status = PST_OK};
  struct pst_sheet sheet = {.n_rows = 0};
  size_t layout;

  if (size < 2)
    return 0;
  layout = data[0] & 31;
  if (layout < pst_n_layouts)
    options.layout = pst_layouts[layout];
  options.skip_bad = data[0] & 32;
  options.strict = data[0] & 64 ? ", or leave out --strict" : NULL;
  options.asked.missing = data[0] & 128 ? missing : NULL;
  options.mend = data[1] & 64;
  options.asked.sections = data[1] & 128 ? PST_ANSWER_YES : PST_ANSWER_OPEN;
  options.asked.day_first = options.mend;
  options.asked.drop_totals = options.asked.sections == PST_ANSWER_YES;
  options.asked.footer_given = options.mend && options.skip_bad;
  options.asked.footer = options.asked.footer_given ? 2 : 0;
  options.decimal = marks[data[1] & 3] == '\'' ? '\0' : marks[data[1] & 3];
  options.thousands = marks[data[1] >> 2 & 3];
  if (options.thousands == options.decimal)
    options.thousands = '\0';
  if (pst_sheet_text((struct pst_text){(const char *)data + 2, size - 2}, "fuzz",
                     delimiters[data[1] >> 4 & 3], &sheet, &error)
      == PST_OK)
    try_tidy(&sheet, &options);
  else if (error.message[0] == '\0')
    abort();
  pst_sheet_free(&sheet);
  return 0;
}
