/* cells_merge.c -- the cells of some rows and those of others as one. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "table/group/cells_state.h"

static const char *copied(struct pst_cells *cells, const char *string)
{
  return string == NULL ? NULL : pst_arena_string(&cells->arena, string);
}

static bool copy_columns(struct pst_cells *cells, const struct pst_cells *other)
{
  for (size_t k = 0; k < cells->n_keys; k++) {
    const struct pst_cells_key *from = &other->keys[k];

    cells->keys[k] = (struct pst_cells_key){.name = copied(cells, from->name),
                                            .unit = copied(cells, from->unit),
                                            .title = copied(cells, from->title),
                                            .want = from->want,
                                            .field = from->field};
    if (cells->keys[k].name == NULL)
      return false;
  }
  for (size_t v = 0; v < cells->n_values; v++) {
    const struct pst_cells_value *from = &other->values[v];

    cells->values[v] = (struct pst_cells_value){.how = from->how,
                                                .q = from->q,
                                                .again = from->again,
                                                .name = copied(cells, from->name),
                                                .unit = copied(cells, from->unit),
                                                .title = copied(cells, from->title),
                                                .field = from->field};
    if (cells->values[v].name == NULL)
      return false;
  }
  cells->begun = true;
  return true;
}

/* Key K of cell C of OTHER as a message shows it. */
static const char *key_text(const struct pst_cells *other, size_t k, size_t c,
                            char text[PST_NUMBER_SIZE])
{
  const struct pst_cells_key *key = &other->keys[k];
  uint64_t part = other->parts[c * other->n_keys + k];
  double value;

  if (key->texts.count > 0)
    return pst_dictionary_string(&key->texts, (unsigned)part);
  memcpy(&value, &part, sizeof value);
  pst_number_print(text, value);
  return text;
}

static enum pst_status check_kinds(struct pst_cells *cells, const struct pst_cells *other,
                                   const char *const *files, struct pst_error *error)
{
  char text[PST_NUMBER_SIZE];
  size_t c = 0;

  for (size_t i = 1; i < other->n_cells; i++)
    c = other->place[i] < other->place[c] ? i : c;
  for (size_t k = 0; k < cells->n_keys; k++)
    if (other->keys[k].any && other->n_cells > 0
        && !pst_cells_kind(&cells->keys[k], other->keys[k].period))
      return pst_cells_fail_kind(&cells->keys[k], key_text(other, k, c, text),
                                 other->keys[k].period, files[other->file[c]], other->line[c],
                                 error);
  return PST_OK;
}

/* The keys of cell C of OTHER into cells->row. */
static bool take_keys(struct pst_cells *cells, const struct pst_cells *other, size_t c)
{
  for (size_t k = 0; k < cells->n_keys; k++) {
    uint64_t part = other->parts[c * other->n_keys + k];

    if (other->keys[k].texts.count > 0) {
      unsigned code =
          pst_dictionary_add(&cells->keys[k].texts, other->keys[k].texts.texts[(unsigned)part]);

      if (code == PST_CODE_MISSING)
        return false;
      part = code;
    }
    cells->row[k] = part;
  }
  return true;
}

static bool take_cell(struct pst_cells *cells, const struct pst_cells *other, size_t c)
{
  bool is_new;
  size_t at;

  if (!take_keys(cells, other, c) || !pst_cells_find(cells, &is_new))
    return false;
  at = cells->last;
  if (is_new || other->place[c] < cells->place[at]) {
    cells->line[at] = other->line[c];
    cells->file[at] = other->file[c];
    cells->place[at] = other->place[c];
  }
  for (size_t v = 0; v < cells->n_values; v++)
    if (!pst_cell_value_join(&cells->totals[at * cells->n_values + v], cells->values[v].how,
                             &other->totals[c * cells->n_values + v]))
      return false;
  return true;
}

enum pst_status pst_cells_merge(struct pst_cells *cells, const struct pst_cells *other,
                                const char *const *files, struct pst_error *error)
{
  enum pst_status status;

  if (!other->begun)
    return PST_OK;
  if (!cells->begun && !copy_columns(cells, other))
    return pst_fail_memory(error);
  status = check_kinds(cells, other, files, error);
  for (size_t c = 0; c < other->n_cells && status == PST_OK; c++)
    if (!take_cell(cells, other, c))
      status = pst_fail_memory(error);
  for (size_t v = 0; v < cells->n_values; v++)
    cells->values[v].not_whole = cells->values[v].not_whole || other->values[v].not_whole;
  cells->report.rows += other->report.rows;
  cells->report.without_key += other->report.without_key;
  cells->report.missing += other->report.missing;
  if (other->next > cells->next)
    cells->next = other->next;
  return status;
}
