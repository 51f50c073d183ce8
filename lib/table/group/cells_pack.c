/* cells_pack.c -- cells as bytes, the same for the same rows, and back. */
#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "table/group/cells_state.h"

/* --- packing ----------------------------------------------------------------------------------------- */

/* NULL is another text than "". */
static void pack_string(const char *string, struct pst_buffer *out)
{
  pst_pack_number(out, string != NULL);
  if (string != NULL)
    pst_pack_text(out, pst_text_of(string));
}

/* What each value becomes. */
static void pack_functions(const struct pst_cells *cells, struct pst_buffer *out)
{
  for (size_t v = 0; v < cells->n_values; v++) {
    pst_pack_number(out, cells->values[v].how);
    pst_pack_double(out, cells->values[v].q);
  }
}

static void pack_columns(const struct pst_cells *cells, struct pst_buffer *out)
{
  for (size_t k = 0; k < cells->n_keys; k++) {
    const struct pst_cells_key *key = &cells->keys[k];

    pack_string(key->name, out);
    pack_string(key->unit, out);
    pack_string(key->title, out);
    pst_pack_number(out, key->want);
    pst_pack_number(out, key->any ? (uint64_t)key->period + 1 : 0);
    pst_pack_number(out, key->field);
    pst_pack_number(out, key->texts.count > 0);
  }
  for (size_t v = 0; v < cells->n_values; v++) {
    const struct pst_cells_value *value = &cells->values[v];

    pack_string(value->name, out);
    pack_string(value->unit, out);
    pack_string(value->title, out);
    pst_pack_number(out, value->field);
    pst_pack_number(out, value->again);
    pst_pack_number(out, value->not_whole);
  }
}

static void pack_keys(const struct pst_cells *cells, size_t c, struct pst_buffer *out)
{
  for (size_t k = 0; k < cells->n_keys; k++) {
    uint64_t part = cells->parts[c * cells->n_keys + k];

    if (cells->keys[k].texts.count > 0)
      pst_pack_text(out, cells->keys[k].texts.texts[part]);
    else
      pst_pack_number(out, part);
  }
}

bool pst_cells_pack(const struct pst_cells *cells, struct pst_buffer *out)
{
  struct pst_cells_place *order = pst_cells_order(cells);

  if (order == NULL)
    return false;
  pst_pack_number(out, cells->n_keys);
  pst_pack_number(out, cells->n_values);
  pack_functions(cells, out);
  pst_pack_number(out, cells->report.rows);
  pst_pack_number(out, cells->report.without_key);
  pst_pack_number(out, cells->report.missing);
  pst_pack_number(out, cells->next);
  pst_pack_number(out, cells->begun);
  if (cells->begun)
    pack_columns(cells, out);
  pst_pack_number(out, cells->n_cells);
  for (size_t i = 0; i < cells->n_cells; i++) {
    size_t c = order[i].cell;

    pst_pack_number(out, cells->place[c]);
    pst_pack_number(out, cells->line[c]);
    pst_pack_number(out, cells->file[c]);
    pack_keys(cells, c, out);
    for (size_t v = 0; v < cells->n_values; v++)
      pst_cell_value_pack(&cells->totals[c * cells->n_values + v], out);
  }
  free(order);
  return !out->failed;
}

/* --- unpacking --------------------------------------------------------------------------------------- */

struct unpacking {
  struct pst_cells *cells;
  struct pst_unpack *in;
  bool *coded; /* of each key: it is a text */
  bool no_memory;
};

static const char *unpack_string(struct unpacking *u)
{
  struct pst_text text;
  const char *copy;

  if (pst_unpack_number(u->in) == 0)
    return NULL;
  text = pst_unpack_text(u->in);
  copy = pst_arena_copy(&u->cells->arena, text.data, text.size);
  u->no_memory = u->no_memory || copy == NULL;
  return copy;
}

static void unpack_columns(struct unpacking *u)
{
  struct pst_cells *cells = u->cells;

  for (size_t k = 0; k < cells->n_keys; k++) {
    struct pst_cells_key *key = &cells->keys[k];
    uint64_t period;

    key->name = unpack_string(u);
    key->unit = unpack_string(u);
    key->title = unpack_string(u);
    key->want = (enum pst_want)pst_unpack_number(u->in);
    period = pst_unpack_number(u->in);
    key->field = (size_t)pst_unpack_number(u->in);
    u->coded[k] = pst_unpack_number(u->in) != 0;
    key->any = period > 0;
    key->period = period > 0 ? (enum pst_period_kind)(period - 1) : PST_PERIOD_NONE;
    u->in->failed = u->in->failed || key->name == NULL || period > PST_PERIOD_KINDS
                    || (key->want != PST_WANT_TEXT && key->want != PST_WANT_TIME);
  }
  for (size_t v = 0; v < cells->n_values; v++) {
    struct pst_cells_value *value = &cells->values[v];

    value->name = unpack_string(u);
    value->unit = unpack_string(u);
    value->title = unpack_string(u);
    value->field = (size_t)pst_unpack_number(u->in);
    value->again = pst_unpack_number(u->in) != 0;
    value->not_whole = pst_unpack_number(u->in) != 0;
    u->in->failed = u->in->failed || value->name == NULL;
  }
}

static bool unpack_keys(struct unpacking *u)
{
  struct pst_cells *cells = u->cells;

  for (size_t k = 0; k < cells->n_keys; k++) {
    unsigned code;

    if (!u->coded[k]) {
      cells->row[k] = pst_unpack_number(u->in);
      continue;
    }
    code = pst_dictionary_add(&cells->keys[k].texts, pst_unpack_text(u->in));
    if (code == PST_CODE_MISSING)
      return false;
    cells->row[k] = code;
  }
  return true;
}

static bool unpack_cell(struct unpacking *u)
{
  struct pst_cells *cells = u->cells;
  unsigned long long place = pst_unpack_number(u->in);
  unsigned long line = (unsigned long)pst_unpack_number(u->in);
  unsigned file = (unsigned)pst_unpack_number(u->in);
  bool is_new;

  if (!unpack_keys(u) || !pst_cells_find(cells, &is_new))
    return false;
  if (!is_new) /* every cell stands once */
    u->in->failed = true;
  cells->place[cells->last] = place;
  cells->line[cells->last] = line;
  cells->file[cells->last] = file;
  for (size_t v = 0; v < cells->n_values && !u->in->failed; v++)
    if (!pst_cell_value_unpack(&cells->totals[cells->last * cells->n_values + v],
                               cells->values[v].how, u->in))
      return false;
  return true;
}

static void unpack_functions(struct pst_unpack *in, struct pst_cells *cells)
{
  for (size_t v = 0; v < cells->n_values && !in->failed; v++) {
    uint64_t how = pst_unpack_number(in);
    double q = pst_unpack_double(in);

    in->failed = in->failed || how == PST_AGGREGATE_NONE || how > PST_AGGREGATE_QUANTILE
                 || !(q >= 0 && q <= 1);
    if (!in->failed)
      pst_cells_become(cells, v, (enum pst_aggregate)how, q);
  }
}

/* Where IN is no cells at all, it fails before anything is asked for that it does not have. */
static enum pst_status unpack_head(struct pst_unpack *in, struct pst_cells **cells,
                                   struct pst_error *error)
{
  size_t n_keys = pst_unpack_count(in, 8), n_values = pst_unpack_count(in, 8);
  enum pst_status status;

  if (in->failed)
    return PST_BAD_DATA;
  status = pst_cells_new(PST_AGGREGATE_SUM, n_keys, n_values, cells, error);
  if (status == PST_OK)
    unpack_functions(in, *cells);
  return status;
}

static void unpack_rows(struct unpacking *u)
{
  struct pst_cells *cells = u->cells;
  size_t n;

  cells->report.rows = (size_t)pst_unpack_number(u->in);
  cells->report.without_key = (size_t)pst_unpack_number(u->in);
  cells->report.missing = (size_t)pst_unpack_number(u->in);
  cells->next = pst_unpack_number(u->in);
  cells->begun = pst_unpack_number(u->in) != 0;
  if (cells->begun)
    unpack_columns(u);
  n = pst_unpack_count(u->in, 24);
  u->in->failed = u->in->failed || (n > 0 && !cells->begun);
  for (size_t c = 0; c < n && !u->in->failed && !u->no_memory; c++)
    u->no_memory = !unpack_cell(u);
}

enum pst_status pst_cells_unpack(struct pst_unpack *in, struct pst_cells **result,
                                 struct pst_error *error)
{
  struct unpacking u = {.cells = NULL, .in = in};
  enum pst_status status = unpack_head(in, &u.cells, error);

  if (status == PST_OK) {
    u.coded = calloc(u.cells->n_keys + 1, sizeof *u.coded);
    u.no_memory = u.coded == NULL;
  }
  if (status == PST_OK && !u.no_memory && !in->failed)
    unpack_rows(&u);
  free(u.coded);
  if (u.no_memory)
    status = pst_fail_memory(error);
  else if (in->failed)
    status = pst_fail(error, PST_BAD_DATA, "these bytes are no cells");
  if (status != PST_OK) {
    pst_cells_free(u.cells);
    return status;
  }
  *result = u.cells;
  return PST_OK;
}

/* --- their places ------------------------------------------------------------------------------------- */

bool pst_cells_files(const struct pst_cells *cells, size_t n_files)
{
  for (size_t c = 0; c < cells->n_cells; c++)
    if (cells->file[c] >= n_files)
      return false;
  return true;
}

unsigned long long pst_cells_rows(const struct pst_cells *cells)
{
  return cells->next;
}

void pst_cells_shift(struct pst_cells *cells, unsigned long long rows, const unsigned long *lines)
{
  for (size_t c = 0; c < cells->n_cells; c++) {
    cells->place[c] += rows;
    cells->line[c] += lines[cells->file[c]];
    for (size_t v = 0; v < cells->n_values; v++)
      pst_cell_pick_shift(cells->totals[c * cells->n_values + v].pick, cells->values[v].how, rows);
  }
  cells->next += rows;
}
