/* variables.c -- the columns of many pairs, each prepared once for a group of rows. */
#include "job/pairwise/variables.h"

#include "table/span.h"

static size_t rows_of(const struct pst_column_variables *variables)
{
  const struct pst_groups *groups = variables->groups;

  return groups->first[variables->group + 1] - groups->first[variables->group];
}

/* The known cells of the group, and their places; returns how many there are. */
static size_t gather(const struct pst_column_variables *variables, size_t i, double *x,
                     uint32_t *place)
{
  const struct pst_groups *groups = variables->groups;
  const double *cells =
      pst_span_numbers(variables->table, &variables->table->columns[variables->columns[i]]).at;
  const size_t *row = groups->row + groups->first[variables->group];
  size_t n = 0;

  for (size_t r = 0; r < rows_of(variables); r++) {
    place[r] = isnan(cells[row[r]]) ? UINT32_MAX : (uint32_t)n;
    if (place[r] != UINT32_MAX)
      x[n++] = cells[row[r]];
  }
  return n;
}

static bool all_finite(const double *x, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!isfinite(x[i]))
      return false;
  return true;
}

enum pst_status pst_column_variables_fill(struct pst_column_variables *variables, size_t i,
                                          struct pst_arena *arena, struct pst_error *error)
{
  const size_t rows = rows_of(variables);
  struct pst_column_variable *to = &variables->list[i];
  double *x = pst_arena_alloc(arena, (rows + 1) * sizeof *x);
  uint32_t *place = pst_arena_alloc(arena, (rows + 1) * sizeof *place);

  if (x == NULL || place == NULL)
    return pst_fail_memory(error);
  *to = (struct pst_column_variable){.place = place};
  to->known = (struct pst_known){.n = gather(variables, i, x, place), .x = x};
  if (to->known.n == rows)
    to->place = NULL;
  to->finite = all_finite(x, to->known.n);
  if (to->known.n == 0 || !to->finite)
    return PST_OK;
  return pst_variable_know(&to->known, variables->what, variables->kept, 1, arena, error);
}

/* What of the known cells of two columns both have. */
struct both {
  uint32_t *row[2]; /* of each, among its known cells */
  double *x[2];
  size_t n;
};

static bool reserve(struct both *both, size_t rows, struct pst_arena *arena)
{
  for (int k = 0; k < 2; k++) {
    both->row[k] = pst_arena_alloc(arena, (rows + 1) * sizeof *both->row[k]);
    both->x[k] = pst_arena_alloc(arena, (rows + 1) * sizeof *both->x[k]);
    if (both->row[k] == NULL || both->x[k] == NULL)
      return false;
  }
  return true;
}

static uint32_t place_of(const struct pst_column_variable *variable, size_t row)
{
  return variable->place == NULL ? (uint32_t)row : variable->place[row];
}

static void meet(const struct pst_column_variable *a, const struct pst_column_variable *b,
                 size_t rows, struct both *both)
{
  size_t n = 0;

  for (size_t r = 0; r < rows; r++) {
    uint32_t i = place_of(a, r), j = place_of(b, r);

    both->row[0][n] = i;
    both->row[1][n] = j;
    n += i != UINT32_MAX && j != UINT32_MAX;
  }
  for (size_t i = 0; i < n; i++) {
    both->x[0][i] = a->known.x[both->row[0][i]];
    both->x[1][i] = b->known.x[both->row[1][i]];
  }
  both->n = n;
}

/* The column's own variable where all its cells are in the pair, else that of a part in ROOM. */
static enum pst_status take_part(const struct pst_column_variables *variables,
                                 const struct pst_column_variable *of, const struct both *both,
                                 int k, const struct pst_known **known, struct pst_known *room,
                                 struct pst_arena *arena, struct pst_error *error)
{
  *known = of->finite ? &of->known : NULL;
  if (!of->finite || of->known.n == both->n || both->n == 0)
    return PST_OK;
  *known = room;
  return pst_variable_part(&of->known, both->row[k], both->n, both->x[k], variables->what, room,
                           arena, error);
}

enum pst_status pst_column_variables_sample(const struct pst_column_variables *variables, size_t i,
                                            size_t j, struct pst_sample *sample,
                                            struct pst_known room[2], struct pst_arena *arena,
                                            struct pst_error *error)
{
  const struct pst_column_variable *a = &variables->list[i];
  const struct pst_column_variable *b = &variables->list[j];
  struct both both;
  enum pst_status status;

  *sample = (struct pst_sample){.n = a->known.n,
                                .x = a->known.x,
                                .y = b->known.x,
                                .x_known = a->finite ? &a->known : NULL,
                                .y_known = b->finite ? &b->known : NULL};
  if (a->place == NULL && b->place == NULL)
    return PST_OK;
  if (!reserve(&both, rows_of(variables), arena))
    return pst_fail_memory(error);
  meet(a, b, rows_of(variables), &both);
  sample->n = both.n;
  status = take_part(variables, a, &both, 0, &sample->x_known, &room[0], arena, error);
  if (status == PST_OK)
    status = take_part(variables, b, &both, 1, &sample->y_known, &room[1], arena, error);
  sample->x = both.x[0];
  sample->y = both.x[1];
  return status;
}
