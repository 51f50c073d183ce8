/* tidy_parentheses.c -- `(2.1)`: -2.1 as accountants write, or 2.1 that is doubtful or an error of the one above. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "printed/words.h"
#include "tidy/check/tidy_check.h"

/* The numbers of one column, or of all columns of periods. */
struct numbers {
  size_t inside, minus, others; /* in parentheses; behind a minus; neither */
  size_t row, column;           /* of the first in parentheses */
  size_t minus_row, minus_column;
};

static struct pst_text cell_of(const struct pst_tidy *tidy, size_t row, size_t column)
{
  return pst_text_trim(pst_sheet_cell(tidy->frame.sheet, row, column));
}

static void see(const struct pst_tidy *tidy, size_t row, size_t column, struct numbers *numbers)
{
  struct pst_value value;

  pst_tidy_part(tidy, column, cell_of(tidy, row, column), &value);
  if (value.kind != PST_VALUE_NUMBER)
    return;
  if (value.parentheses) {
    if (numbers->inside++ > 0)
      return;
    numbers->row = row;
    numbers->column = column;
  } else if (!value.negative) {
    numbers->others++;
  } else if (numbers->minus++ == 0) {
    numbers->minus_row = row;
    numbers->minus_column = column;
  }
}

static const char *name_of(const struct pst_tidy *tidy, size_t column)
{
  return tidy->frame.columns[column].name;
}

/* Standard errors, or figures of a loss. */
static enum pst_status ask_of_all(const struct pst_tidy *tidy, const struct numbers *numbers,
                                  struct pst_error *error)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  struct pst_text one = cell_of(tidy, numbers->row, numbers->column);

  return pst_fail_at(
      error, PST_BAD_DATA, sheet->name, sheet->rows[numbers->row].line,
      "field %zu (%s): '%.*s' and every other number of its column stand in parentheses, "
      "which can be a minus or a mark, as of a standard error; say --parentheses minus or "
      "--parentheses flag",
      numbers->column + 1, name_of(tidy, numbers->column), (int)one.size, one.data);
}

/* A record without a key whose numbers all stand in parentheses: the errors of the figures above them. */
static bool is_of_errors(const struct pst_tidy *tidy, size_t row)
{
  size_t inside = 0;
  struct pst_value value;

  for (size_t k = 0; k < tidy->n_key_columns; k++)
    if (cell_of(tidy, row, tidy->key_columns[k]).size > 0)
      return false;
  for (size_t v = 0; v < tidy->n_values; v++) {
    pst_tidy_part(tidy, tidy->values[v], cell_of(tidy, row, tidy->values[v]), &value);
    if (value.kind == PST_VALUE_NUMBER && !value.parentheses)
      return false;
    inside += value.kind == PST_VALUE_NUMBER;
  }
  return inside > 0;
}

static enum pst_status ask_of_errors(struct pst_tidy *tidy, struct pst_error *error)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;

  for (size_t i = 1; tidy->n_key_columns > 0 && i < tidy->n_records; i++)
    if (is_of_errors(tidy, tidy->records[i])) {
      tidy->parentheses_asked = true;
      return pst_fail_at(
          error, PST_BAD_DATA, sheet->name, sheet->rows[tidy->records[i]].line,
          "a record without a key has all its numbers in parentheses, which can be errors "
          "of the figures above them; say --parentheses minus or --parentheses flag");
    }
  return PST_OK;
}

/* Where another minus stands in front of its number, parentheses may say something else. */
static void add_other_minus(const struct pst_tidy *tidy, const struct numbers *numbers,
                            struct pst_buffer *line)
{
  struct pst_text other;

  if (numbers->minus == 0)
    return;
  other = cell_of(tidy, numbers->minus_row, numbers->minus_column);
  pst_buffer_printf(line, " though line %lu writes a minus as '%.*s'",
                    tidy->frame.sheet->rows[numbers->minus_row].line, (int)other.size, other.data);
}

static void tell(struct pst_tidy *tidy, const struct numbers *numbers)
{
  struct pst_text cell = cell_of(tidy, numbers->row, numbers->column);

  pst_buffer_printf(
      &tidy->warnings,
      "line %lu: field %zu (%s): '%.*s' is read as a negative number (%zu such cell%s)",
      tidy->frame.sheet->rows[numbers->row].line, numbers->column + 1,
      name_of(tidy, numbers->column), (int)cell.size, cell.data, numbers->inside,
      numbers->inside == 1 ? "" : "s");
  add_other_minus(tidy, numbers, &tidy->warnings);
  pst_buffer_printf(&tidy->warnings, "; --parentheses flag reads parentheses as a mark\n");
}

/* --- errors by their name ---------------------------------------------------------------------- */

/* `FR`: two capitals that are no name of an error. */
static bool is_code(const char *name)
{
  return name != NULL && strlen(name) == 2 && isupper((unsigned char)name[0])
         && isupper((unsigned char)name[1]) && !pst_words_error_alone(name);
}

/* Codes of countries stand over other values: SE is Sweden, and SD Sudan. */
static bool has_codes(const struct pst_tidy *tidy)
{
  const struct pst_frame *frame = &tidy->frame;

  for (size_t v = 0; v < tidy->n_values; v++) {
    const struct pst_frame_column *at = &frame->columns[tidy->values[v]];

    if (is_code(at->name))
      return true;
    for (size_t i = 0; at->parts != NULL && i < frame->n_parts; i++)
      if (is_code(at->parts[i]))
        return true;
  }
  return false;
}

/* `S.E. (column 5)`: the name without the number that tells it from another. */
static bool names_error(const char *name, bool (*test)(const char *))
{
  const char *number = strstr(name, " (column ");
  char plain[64];

  if (number == NULL)
    return test(name);
  snprintf(plain, sizeof plain, "%.*s", (int)(number - name), name);
  return test(plain);
}

/* A header row, or the name of COLUMN, says that it holds errors. */
static bool is_called_error(const struct pst_tidy *tidy, size_t column)
{
  const struct pst_frame *frame = &tidy->frame;
  const struct pst_frame_column *at = &frame->columns[column];
  bool codes = has_codes(tidy), alone = names_error(at->name, pst_words_error_alone) && column > 0
                                        && strlen(at[-1].name) > 2 && !codes;

  for (size_t i = 0; at->parts != NULL && i < frame->n_parts; i++)
    if (at->parts[i] != NULL
        && (names_error(at->parts[i], pst_words_error)
            || (!codes && names_error(at->parts[i], pst_words_error_alone) && column > 0
                && at[-1].parts != NULL && at[-1].parts[i] != NULL && strlen(at[-1].parts[i]) > 2)))
      return true;
  return alone || names_error(at->name, pst_words_error);
}

/* Numbers in parentheses in a column of errors are no minus: 2.9 with the mark (), which is told. */
static void settle_errors(struct pst_tidy *tidy)
{
  struct numbers all = {.inside = 0};

  for (size_t v = 0; v < tidy->n_values; v++) {
    size_t column = tidy->values[v];
    struct numbers numbers = {.inside = 0};

    if (!is_called_error(tidy, column))
      continue;
    for (size_t i = 0; i < tidy->n_records; i++)
      see(tidy, tidy->records[i], column, &numbers);
    if (numbers.inside == 0 || numbers.minus > 0)
      continue;
    tidy->frame.columns[column].errors = true;
    if (all.inside == 0)
      all = numbers;
    else
      all.inside += numbers.inside;
  }
  if (all.inside == 0)
    return;
  tidy->errors = all.inside;
  pst_buffer_printf(
      &tidy->warnings,
      "line %lu: field %zu (%s): '%.*s' is read without a sign, with the mark (), since an error "
      "is "
      "never negative (%zu such cell%s); --parentheses minus reads parentheses as a minus\n",
      tidy->frame.sheet->rows[all.row].line, all.column + 1, name_of(tidy, all.column),
      (int)cell_of(tidy, all.row, all.column).size, cell_of(tidy, all.row, all.column).data,
      all.inside, all.inside == 1 ? "" : "s");
}

static bool goes_with_one_before(const struct pst_tidy *tidy, size_t v)
{
  for (size_t u = 0; u < v; u++)
    if (!tidy->frame.columns[tidy->values[u]].errors
        && pst_tidy_go_together(tidy, tidy->values[u], tidy->values[v]))
      return true;
  return false;
}

static struct numbers look(const struct pst_tidy *tidy, size_t v)
{
  struct numbers numbers = {.inside = 0};

  for (size_t i = 0; i < tidy->n_records; i++)
    for (size_t u = v; u < tidy->n_values; u++)
      if (!tidy->frame.columns[tidy->values[u]].errors
          && pst_tidy_go_together(tidy, tidy->values[u], tidy->values[v]))
        see(tidy, tidy->records[i], tidy->values[u], &numbers);
  return numbers;
}

/* The columns that go together with value V, and stand before no other of theirs. */
static enum pst_status settle(struct pst_tidy *tidy, size_t v, bool open, struct pst_error *error)
{
  struct numbers numbers = look(tidy, v);

  tidy->parentheses += numbers.inside;
  if (numbers.inside == 0 || !open)
    return PST_OK;
  tidy->parentheses_asked = true;
  if (numbers.inside > 1 && numbers.others == 0 && numbers.minus == 0)
    return ask_of_all(tidy, &numbers, error);
  tidy->parentheses_asked = false;
  tell(tidy, &numbers);
  return PST_OK;
}

/* Most files have no such cell. */
static bool is_needed(const struct pst_tidy *tidy)
{
  for (size_t i = 0; i < tidy->n_records; i++)
    for (size_t v = 0; v < tidy->n_values; v++) {
      struct pst_text cell = cell_of(tidy, tidy->records[i], tidy->values[v]);

      if (cell.size > 2 && cell.data[0] == '(')
        return true;
    }
  return false;
}

enum pst_status pst_tidy_judge_parentheses(struct pst_tidy *tidy,
                                           const struct pst_tidy_options *options,
                                           struct pst_error *error)
{
  enum pst_parentheses_asked asked = options->asked.parentheses;
  bool open =
      asked == PST_PARENTHESES_JUDGED && tidy->frame.rules.parentheses == PST_PARENTHESES_NEGATIVE;
  enum pst_status status = PST_OK;

  if (asked != PST_PARENTHESES_JUDGED)
    tidy->frame.rules.parentheses =
        asked == PST_PARENTHESES_MINUS ? PST_PARENTHESES_NEGATIVE : PST_PARENTHESES_FLAG;
  if (!is_needed(tidy))
    return PST_OK;
  if (open)
    settle_errors(tidy);
  if (open)
    status = ask_of_errors(tidy, error);
  for (size_t v = 0; v < tidy->n_values && status == PST_OK; v++)
    if (!tidy->frame.columns[tidy->values[v]].errors && !goes_with_one_before(tidy, v))
      status = settle(tidy, v, open, error);
  return status;
}
