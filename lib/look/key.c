/* key.c -- the fewest columns that tell every row from every other, or those that were named. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "look/steps.h"

enum {
  NAMED = 5,       /* repeats that are named */
  CANDIDATES = 12, /* leading columns that are tried */
  COLUMNS_MOST = 3,
  ROUNDS = 12,   /* of the table, and so many */
  ROWS = 200000, /* rows are looked at in the search */
  NEARLY = 50    /* a key repeats in at most one of so many rows */
};

static enum pst_status try_columns(struct pst_look *look, const size_t *columns, size_t n,
                                   const bool *skip, size_t most, struct pst_repeats *out,
                                   struct pst_error *error)
{
  struct pst_repeat_cells *cells = calloc(n + 1, sizeof *cells);
  enum pst_status status;

  if (cells == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    cells[i] = pst_look_cells(look, columns[i], true);
  status =
      pst_repeats_find(cells, n, look->table->n_rows, skip, most, NAMED, look->arena, out, error);
  free(cells);
  return status;
}

/* --- the key that was named -------------------------------------------------------------------- */

static enum pst_status check_key(struct pst_look *look, struct pst_error *error)
{
  struct pst_look_key *key = &look->key;
  size_t rows = look->table->n_rows;
  bool *skip = calloc(rows + 1, sizeof *skip);
  enum pst_status status;

  if (skip == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < key->n; i++)
    for (size_t r = 0; r < rows; r++)
      skip[r] = skip[r] || pst_column_missing(look->columns[key->columns[i]].column, r);
  for (size_t r = 0; r < rows; r++)
    key->n_missing += skip[r];
  status = try_columns(look, key->columns, key->n, skip, SIZE_MAX, &key->repeats, error);
  free(skip);
  return status;
}

static enum pst_status take_key(struct pst_look *look, const struct pst_look_options *options,
                                struct pst_error *error)
{
  struct pst_look_key *key = &look->key;
  enum pst_status status = PST_OK;

  key->given = key->looked = true;
  for (size_t i = 0; i < options->n_key && status == PST_OK; i++) {
    status = pst_look_resolve(look, "--key", options->key[i], &key->columns[i], error);
    for (size_t j = 0; j < i && status == PST_OK; j++)
      if (key->columns[j] == key->columns[i])
        status = pst_fail(error, PST_USAGE, "--key: '%s' is given twice", options->key[i]);
  }
  key->n = options->n_key;
  return status == PST_OK ? check_key(look, error) : status;
}

/* --- the search --------------------------------------------------------------------------------- */

struct search {
  struct pst_look *look;
  size_t candidates[CANDIDATES], n_candidates;
  size_t most, budget; /* repeats that a near key may have; rows still to look at */
  struct pst_error *error;
};

/* A key is known in every row.  Whole numbers are measures as often as not, and so are texts most of
   which are numbers. */
static bool may_be_key(const struct pst_look *look, size_t c, bool whole)
{
  const struct pst_look_column *column = &look->columns[c];

  if (column->missing + column->bounded > 0 || column->distinct < 2
      || (column->mixed.said && !column->mixed.periods))
    return false;
  return column->type == PST_LOOK_TEXT || column->type == PST_LOOK_PERIOD
         || column->type == PST_LOOK_YEAR || (whole && column->type == PST_LOOK_WHOLE);
}

static void choose_candidates(struct search *search, bool whole)
{
  search->n_candidates = 0;
  for (size_t c = 0; c < search->look->n_columns && search->n_candidates < CANDIDATES; c++)
    if (may_be_key(search->look, c, whole))
      search->candidates[search->n_candidates++] = c;
}

/* There cannot be more different keys than the product of what each column has. */
static bool too_few(const struct search *search, const size_t *columns, size_t n)
{
  double product = 1;

  for (size_t i = 0; i < n; i++)
    product *= (double)search->look->columns[columns[i]].distinct;
  return product + (double)search->most < (double)search->look->table->n_rows;
}

/* Rows that are equal altogether repeat every key. */
static bool is_found(const struct pst_look *look)
{
  return look->key.n > 0 && look->key.repeats.n == look->equal.n;
}

static enum pst_status try_key(struct search *search, const size_t *columns, size_t n)
{
  struct pst_look_key *key = &search->look->key;
  struct pst_repeats repeats;
  enum pst_status status;

  if (is_found(search->look) || search->budget == 0 || too_few(search, columns, n))
    return PST_OK;
  status = try_columns(search->look, columns, n, NULL, search->most, &repeats, search->error);
  if (status != PST_OK)
    return status;
  search->budget -= repeats.looked < search->budget ? repeats.looked : search->budget;
  if (repeats.stopped || (key->n > 0 && key->repeats.n <= repeats.n))
    return PST_OK;
  memcpy(key->columns, columns, n * sizeof *columns);
  key->n = n;
  key->repeats = repeats;
  return PST_OK;
}

/* All combinations of N candidates that begin with those CHOSEN, in the order of the columns. */
static enum pst_status try_all(struct search *search, size_t *chosen, size_t n_chosen, size_t next,
                               size_t n)
{
  enum pst_status status = PST_OK;

  if (n_chosen == n)
    return try_key(search, chosen, n);
  for (size_t i = next; i < search->n_candidates && status == PST_OK; i++) {
    chosen[n_chosen] = search->candidates[i];
    status = try_all(search, chosen, n_chosen + 1, i + 1, n);
  }
  return status;
}

/* The first column, which may be a number of the row; then texts and times; then whole numbers too. */
static enum pst_status search_key(struct search *search)
{
  size_t chosen[COLUMNS_MOST] = {0};
  enum pst_status status = PST_OK;

  if (may_be_key(search->look, 0, true))
    status = try_key(search, chosen, 1);
  for (int pass = 0; pass < 2; pass++) {
    choose_candidates(search, pass == 1);
    for (size_t n = 1; n <= COLUMNS_MOST && status == PST_OK; n++)
      status = try_all(search, chosen, 0, 0, n);
  }
  return status;
}

enum pst_status pst_look_find_key(struct pst_look *look, const struct pst_look_options *options,
                                  struct pst_error *error)
{
  size_t rows = look->table->n_rows, room = options->n_key + COLUMNS_MOST;
  struct search search = {.look = look,
                          .most = rows / NEARLY + look->equal.n + (rows > COLUMNS_MOST),
                          .budget = ROUNDS * rows + ROWS,
                          .error = error};

  look->key.columns = pst_arena_array(look->arena, room, sizeof *look->key.columns);
  if (look->key.columns == NULL)
    return pst_fail_memory(error);
  if (options->n_key > 0)
    return take_key(look, options, error);
  if (rows < 2)
    return PST_OK;
  look->key.looked = true;
  return look->n_columns > 0 ? search_key(&search) : PST_OK;
}
