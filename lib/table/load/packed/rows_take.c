/* rows_take.c -- packed rows to the rows of a table. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "table/load/plain_times.h"
#include "table/load/packed/rows_pack.h"

struct pst_rows_column {
  enum pst_want want;
  bool plain;
  enum pst_period_kind period;
  size_t missing, bounded, around, said, otherwise;
  char sign[8], first_said[PST_SAID_MOST + 1];
  unsigned left_out; /* kinds of times in rows that were left out */
  bool kind_refused;
  const char *value, *decimals, *code, *rest, *token, *bounds; /* arrays; NULL: not there */
  struct pst_text *texts;
  unsigned n_texts;
  unsigned *now; /* of each text: its code in the table; good where STEP is that of the rows */
  unsigned *step;
};

enum { BOUNDS_SIZE = 24 };

/* --- opening ------------------------------------------------------------------------------------ */

static const char *open_cells(struct pst_unpack *in, size_t size, size_t n)
{
  if (pst_unpack_number(in) == 0 || in->failed)
    return NULL;
  in->failed = n > SIZE_MAX / size;
  return in->failed ? NULL : pst_unpack_bytes(in, n * size).data;
}

static bool open_texts(struct pst_unpack *in, struct pst_rows_column *column)
{
  size_t n = pst_unpack_count(in, 8);

  in->failed = in->failed || n > UINT_MAX - PST_PLAIN_DIGITS - 2;
  if (in->failed)
    return true;
  column->texts = calloc(n + 1, sizeof *column->texts);
  column->now = calloc(n + 1, sizeof *column->now);
  column->step = calloc(n + 1, sizeof *column->step);
  if (column->texts == NULL || column->now == NULL || column->step == NULL)
    return false;
  column->n_texts = (unsigned)n;
  for (size_t i = 0; i < n; i++)
    column->texts[i] = pst_unpack_text(in);
  return true;
}

/* Each code is that of a text, of a plain time, or missing. */
static void check_codes(struct pst_unpack *in, const struct pst_rows_column *column, size_t n)
{
  for (size_t r = 0; r < n && !in->failed && column->code != NULL; r++) {
    unsigned code;

    pst_unpack_array(&code, column->code + r * sizeof code, sizeof code, 1);
    in->failed = code >= column->n_texts && code != PST_CODE_MISSING
                 && !(column->want == PST_WANT_TIME && pst_plain_time_code(code));
  }
}

static void open_short(struct pst_unpack *in, char *to, size_t size)
{
  struct pst_text text = pst_unpack_text(in);

  in->failed = in->failed || text.size >= size;
  if (!in->failed)
    memcpy(to, text.data, text.size);
}

static void open_counts(struct pst_unpack *in, struct pst_rows_column *column)
{

  column->want = (enum pst_want)pst_unpack_number(in);
  column->plain = pst_unpack_number(in) != 0;
  column->period = (enum pst_period_kind)pst_unpack_number(in);
  column->missing = (size_t)pst_unpack_number(in);
  column->bounded = (size_t)pst_unpack_number(in);
  column->around = (size_t)pst_unpack_number(in);
  column->otherwise = (size_t)pst_unpack_number(in);
  open_short(in, column->sign, sizeof column->sign);
  column->said = (size_t)pst_unpack_number(in);
  open_short(in, column->first_said, sizeof column->first_said);
  column->left_out = (unsigned)pst_unpack_number(in);
  column->kind_refused = pst_unpack_number(in) != 0;
}

static bool open_column(struct pst_unpack *in, size_t n, struct pst_rows_column *column)
{
  open_counts(in, column);
  column->value = open_cells(in, sizeof(double), n);
  column->decimals = open_cells(in, 1, n);
  column->code = open_cells(in, sizeof(unsigned), n);
  if (column->want != PST_WANT_NUMBER && !column->plain && !open_texts(in, column))
    return false;
  check_codes(in, column, n);
  column->rest = open_cells(in, sizeof(double), n);
  column->token = open_cells(in, 1, n);
  column->bounds = open_cells(in, BOUNDS_SIZE, n);
  return true;
}

/* The arrays are those that a column of its kind has. */
static bool is_column(const struct pst_rows_column *column, enum pst_want want)
{
  bool number = want == PST_WANT_NUMBER || column->plain, time = want == PST_WANT_TIME;

  return column->want == want && (!column->plain || want == PST_WANT_ANY)
         && (column->value != NULL) == (number || time) && (column->decimals != NULL) == number
         && (column->code != NULL) == !number && column->period < PST_PERIOD_KINDS
         && (want == PST_WANT_NUMBER || (column->rest == NULL && column->bounds == NULL));
}

enum pst_status pst_rows_open(struct pst_text bytes, const struct pst_loader *loader,
                              struct pst_rows *rows, struct pst_error *error)
{
  struct pst_unpack in = {.left = bytes};
  size_t n_columns;

  *rows = (struct pst_rows){.n_rows = (size_t)pst_unpack_number(&in)};
  n_columns = (size_t)pst_unpack_number(&in);
  rows->lines = pst_unpack_number(&in) == 0 ? NULL : "";
  rows->first_line = pst_unpack_number(&in);
  if (rows->lines != NULL)
    rows->lines = rows->n_rows > bytes.size ? NULL : pst_unpack_bytes(&in, 4 * rows->n_rows).data;
  in.failed = in.failed || n_columns != loader->n_asked || rows->n_rows > SIZE_MAX / BOUNDS_SIZE;
  rows->n_columns = loader->n_asked;
  rows->columns = calloc(loader->n_asked + 1, sizeof *rows->columns);
  if (rows->columns == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < loader->n_asked && !in.failed; i++) {
    if (!open_column(&in, rows->n_rows, &rows->columns[i])) {
      pst_rows_close(rows);
      return pst_fail_memory(error);
    }
    in.failed = in.failed || !is_column(&rows->columns[i], loader->asked[i].want);
  }
  if (!in.failed && in.left.size == 0)
    return PST_OK;
  pst_rows_close(rows);
  return pst_fail(error, PST_BAD_DATA, "these are not rows of the columns that are asked for");
}

/* --- what depends on the rows before -------------------------------------------------------------- */

/* Years and plain numbers go together; every other kind stands alone. */
static bool fits(enum pst_period_kind before, enum pst_period_kind now)
{
  bool plain_before = before == PST_PERIOD_YEAR || before == PST_PERIOD_NONE;
  bool plain_now = now == PST_PERIOD_YEAR || now == PST_PERIOD_NONE;

  return plain_before ? plain_now : before == now;
}

/* Cells in polstat's own notation, which have a kind when they are read. */
static bool any_own(size_t rows, size_t missing, size_t otherwise)
{
  return rows > missing + otherwise;
}

/* Why rows were left out is the same behind the rows that are there: no time of them had a say in the kind, nor the kind of those
   before in why it was refused. */
static bool reasons_fit(const struct pst_rows *rows, const struct pst_rows_column *now,
                        const struct pst_column *before)
{
  const bool own = any_own(rows->n_rows, now->missing, now->otherwise);

  if (now->left_out != 0
      && (now->left_out != 1u << before->period || (own && now->period != before->period)))
    return false;
  return !now->kind_refused
         || (own && now->period == before->period && now->period != PST_PERIOD_NONE);
}

bool pst_rows_fit(const struct pst_rows *rows, const struct pst_loader *loader)
{
  for (size_t i = 0; i < loader->n_asked; i++) {
    const struct pst_rows_column *now = &rows->columns[i];
    const struct pst_column *before = &loader->table->columns[i];

    /* How many cells of each piece have a sign, or are bounds that are said, is not kept. */
    if (now->around + now->said > 0 && loader->table->partial)
      return false;
    if (now->sign[0] != '\0' && before->sign[0] != '\0' && strcmp(now->sign, before->sign) != 0)
      return false;
    if (now->want == PST_WANT_TIME && any_own(rows->n_rows, now->missing, now->otherwise)
        && any_own(loader->table->n_rows, before->n_missing, before->n_otherwise)
        && !fits(before->period, now->period))
      return false;
    if (now->want == PST_WANT_TIME
        && any_own(loader->table->n_rows, before->n_missing, before->n_otherwise)
        && !reasons_fit(rows, now, before))
      return false;
  }
  return true;
}

/* --- taking ------------------------------------------------------------------------------------- */

struct taking {
  struct pst_rows *rows;
  struct pst_loader *loader;
  struct pst_rows_column *from;
  struct pst_column *column;
  size_t i, at, n; /* the column; rows of the packed ones */
};

static size_t first_row(const struct taking *t)
{
  return t->loader->table->n_rows;
}

static void take_array(const struct taking *t, void *to, const char *from, size_t size)
{
  pst_unpack_array((char *)to + first_row(t) * size, from + t->at * size, size, t->n);
}

static unsigned code_of(const struct taking *t, unsigned code)
{
  struct pst_rows_column *from = t->from;

  if (code >= from->n_texts)
    return code;
  if (from->step[code] != t->rows->step) {
    from->now[code] = pst_dictionary_add(&t->column->arrays.texts, from->texts[code]);
    from->step[code] = t->rows->step;
  }
  return from->now[code];
}

static bool take_codes(const struct taking *t)
{
  unsigned *to = t->column->arrays.code + first_row(t), code;

  for (size_t r = 0; r < t->n; r++) {
    pst_unpack_array(&code, t->from->code + (t->at + r) * sizeof code, sizeof code, 1);
    to[r] = code_of(t, code);
    if (to[r] == PST_CODE_MISSING && code != PST_CODE_MISSING)
      return false;
  }
  return true;
}

/* As texts, where the table has others. */
static bool spell_numbers(const struct taking *t)
{
  struct pst_column_cells *arrays = &t->column->arrays;
  char text[PST_PLAIN_SPELLED];

  for (size_t r = first_row(t); r < first_row(t) + t->n; r++) {
    if (isnan(arrays->value[r]))
      continue;
    arrays->code[r] = pst_dictionary_add(
        &arrays->texts, pst_plain_spell(t->loader, arrays->value[r], arrays->decimals[r], text));
    if (arrays->code[r] == PST_CODE_MISSING)
      return false;
  }
  return true;
}

static bool take_plain(const struct taking *t)
{
  for (size_t r = 0; r < t->n; r++)
    t->column->arrays.code[first_row(t) + r] = PST_CODE_MISSING;
  return t->loader->asked[t->i].plain || spell_numbers(t);
}

static bool take_rest(const struct taking *t)
{
  struct pst_column_cells *arrays = &t->column->arrays;
  size_t capacity = t->loader->table->rows_capacity;

  if (arrays->rest == NULL && t->from->rest == NULL)
    return true;
  if (arrays->rest == NULL)
    arrays->rest = calloc(capacity, sizeof *arrays->rest);
  if (arrays->rest == NULL)
    return false;
  if (t->from->rest != NULL)
    take_array(t, arrays->rest, t->from->rest, sizeof *arrays->rest);
  else
    memset(arrays->rest + first_row(t), 0, t->n * sizeof *arrays->rest);
  return true;
}

static bool take_tokens(const struct taking *t)
{
  struct pst_column_cells *arrays = &t->column->arrays;
  size_t capacity = t->loader->table->rows_capacity;

  if (arrays->token == NULL && t->from->token == NULL)
    return true;
  if (arrays->token == NULL)
    arrays->token = calloc(capacity, sizeof *arrays->token);
  if (arrays->token == NULL)
    return false;
  if (t->from->token != NULL)
    take_array(t, arrays->token, t->from->token, 1);
  else
    memset(arrays->token + first_row(t), 0, t->n);
  return true;
}

static bool take_bounds(const struct taking *t)
{
  struct pst_bounds *bounds;

  if (t->from->bounds == NULL && t->column->arrays.bounds == NULL)
    return true;
  if (pst_table_bounds(t->loader->table, t->column, NULL) != PST_OK)
    return false;
  bounds = t->column->arrays.bounds + first_row(t);
  for (size_t r = 0; r < t->n; r++) {
    struct pst_unpack in = {.left = {.data = t->from->bounds, .size = 0}};
    uint64_t open;

    bounds[r].low = NAN;
    if (t->from->bounds == NULL)
      continue;
    in.left = (struct pst_text){t->from->bounds + (t->at + r) * BOUNDS_SIZE, BOUNDS_SIZE};
    bounds[r].low = pst_unpack_double(&in);
    bounds[r].high = pst_unpack_double(&in);
    open = pst_unpack_number(&in);
    bounds[r].low_open = (open & 1) != 0;
    bounds[r].high_open = (open & 2) != 0;
    t->column->n_bounded += isnan(bounds[r].low) ? 0 : 1;
  }
  return true;
}

/* What of a time all cells so far have: a plain number makes it one of plain numbers. */
static void take_kind(const struct taking *t)
{
  struct pst_column *column = t->column;
  const struct pst_rows_column *from = t->from;

  if (!any_own(t->rows->n_rows, from->missing, from->otherwise))
    return;
  if (!any_own(t->loader->table->n_rows, column->n_missing, column->n_otherwise)
      || from->period == PST_PERIOD_NONE)
    column->period = from->period;
}

static void count_missing(const struct taking *t)
{
  struct pst_column *column = t->column;

  for (size_t r = first_row(t); r < first_row(t) + t->n; r++) {
    bool no_text = column->arrays.code == NULL || column->arrays.code[r] == PST_CODE_MISSING;

    if (column->want == PST_WANT_NUMBER || t->from->plain)
      column->n_missing += isnan(column->arrays.value[r]) && !pst_column_bounded(column, r);
    else
      column->n_missing += no_text;
    if (column->want == PST_WANT_TIME && !no_text)
      column->n_otherwise += isnan(column->arrays.value[r]) ? 1 : 0;
  }
}

/* Numbers with a sign are counted with the first rows: all of the piece are taken before they are asked for. */
static void take_signs(const struct taking *t)
{
  if (t->at > 0)
    return;
  t->column->n_around += t->from->around;
  if (t->from->said > 0 && t->column->n_said == 0)
    memcpy(t->column->said, t->from->first_said, sizeof t->column->said);
  t->column->n_said += t->from->said;
  if (t->from->sign[0] != '\0')
    memcpy(t->column->sign, t->from->sign, sizeof t->column->sign);
}

static bool take_column(const struct taking *t)
{
  struct pst_column_cells *arrays = &t->column->arrays;

  if (t->from->value != NULL)
    take_array(t, arrays->value, t->from->value, sizeof *arrays->value);
  if (t->from->decimals != NULL)
    take_array(t, arrays->decimals, t->from->decimals, 1);
  if ((t->from->code != NULL && !take_codes(t)) || (t->from->plain && !take_plain(t)))
    return false;
  if (!take_rest(t) || !take_tokens(t) || !take_bounds(t))
    return false;
  if (t->from->want == PST_WANT_TIME)
    take_kind(t);
  count_missing(t);
  take_signs(t);
  return true;
}

static void place(const struct pst_rows *rows, struct pst_table *table, size_t n, unsigned file,
                  unsigned long line)
{
  for (size_t r = 0; r < n; r++) {
    uint32_t behind;

    if (rows->lines != NULL)
      pst_unpack_array(&behind, rows->lines + (rows->taken + r) * sizeof behind, sizeof behind, 1);
    pst_table_place(table, table->n_rows + r,
                    line + (rows->lines != NULL ? behind : rows->first_line + rows->taken + r),
                    file);
  }
}

enum pst_status pst_rows_take(struct pst_rows *rows, struct pst_loader *loader, size_t most,
                              unsigned file, unsigned long line, struct pst_error *error)
{
  struct pst_table *table = loader->table;
  size_t left = rows->n_rows - rows->taken, n = most < left ? most : left;
  enum pst_status status = pst_table_reserve(table, table->n_rows + n, error);

  rows->step++;
  for (size_t i = 0; i < loader->n_asked && status == PST_OK; i++) {
    const struct taking t = {.rows = rows,
                             .loader = loader,
                             .from = &rows->columns[i],
                             .column = &table->columns[i],
                             .i = i,
                             .at = rows->taken,
                             .n = n};

    if (t.from->want == PST_WANT_ANY && !t.from->plain)
      status = pst_plain_numbers_spell(loader, i, table->n_rows, error);
    if (status == PST_OK && !take_column(&t))
      status = pst_fail_memory(error);
  }
  if (status != PST_OK)
    return status;
  place(rows, table, n, file, line);
  table->n_rows += n;
  rows->taken += n;
  return PST_OK;
}

void pst_rows_close(struct pst_rows *rows)
{
  for (size_t i = 0; rows->columns != NULL && i < rows->n_columns; i++) {
    free(rows->columns[i].texts);
    free(rows->columns[i].now);
    free(rows->columns[i].step);
  }
  free(rows->columns);
  *rows = (struct pst_rows){.n_rows = 0};
}
