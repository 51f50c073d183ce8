/* cells.c -- columns of a look, as repeats compares them and as users name them. */
#include "look/steps.h"
#include "table/columns.h"
#include "table/span.h"

struct pst_repeat_cells pst_look_cells(const struct pst_look *look, size_t c, bool by_value)
{
  const struct pst_column *column = look->columns[c].column;
  bool value = by_value && column->type != PST_COLUMN_TEXT && look->columns[c].bounded == 0;

  return (struct pst_repeat_cells){.code = value ? NULL : pst_span_codes(look->table, column).at,
                                   .value = pst_span_numbers(look->table, column).at};
}

enum pst_status pst_look_resolve(const struct pst_look *look, const char *option, const char *name,
                                 size_t *column, struct pst_error *error)
{
  const char **names = pst_arena_array(look->arena, look->n_columns + 1, sizeof *names);

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < look->n_columns; c++)
    names[c] = look->columns[c].column->name;
  if (pst_columns_resolve(names, look->n_columns, name, look->table->files[0], column, error)
      == PST_OK)
    return PST_OK;
  pst_error_prefix(error, "%s: ", option);
  return error->status;
}
