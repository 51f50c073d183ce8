/* load_move.c -- rows that stay with the rank that read them, until they go to the rank that owns their group. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "job/columns.h"
#include "job/emit.h"
#include "job/load/cells_run.h"
#include "table/load/packed/facts.h"

/* --- a part ---------------------------------------------------------------------------------------- */

/* A group is looked at by itself, and nothing else looks at the rows. */
static bool options_may(const struct pst_job *job)
{
  const struct pst_job_options *o = &job->options;

  return job->apart != NULL && job->apart->count > 0 && !o->given.aggregate && !job->all_columns
         && o->country.count == 0 && o->join.count == 0 && !o->verbose && !o->dry_run
         && !pst_job_wants_figure(job);
}

bool pst_moving_may(const struct pst_load *load)
{
  const struct pst_job *job = load->job;
  const struct pst_load_order *order = load->task->order;
  bool may = order->move != NULL && !order->rows && !load->rows && load->n_parts == 0
             && options_may(job) && pst_cells_run_check(load, NULL) == PST_OK;

  for (size_t i = 0; i < job->n_roles && may; i++)
    may = job->roles[i].want != PST_WANT_ANY && !job->roles[i].optional;
  return may;
}

static void count_text(void *context, struct pst_text name, struct pst_text text)
{
  struct pst_moving *moving = context;

  (void)name;
  (void)text;
  moving->n_found++;
}

enum pst_status pst_moving_begin(struct pst_load *load, struct pst_moving *moving,
                                 struct pst_error *error)
{
  struct pst_job *job = load->job;
  size_t n = job->n_roles;

  *moving = (struct pst_moving){.load = load, .move = load->task->order->move};
  moving->columns =
      (struct pst_move_columns){.keys = job->apart->roles, .n = n, .n_keys = job->apart->count};
  if (load->where != NULL)
    pst_expr_each_text(load->where, count_text, moving);
  moving->of_roles = pst_arena_array(&job->arena, n + 1, sizeof *moving->of_roles);
  moving->any = pst_arena_array(&job->arena, n + 1, sizeof *moving->any);
  moving->bounded = pst_arena_array(&job->arena, n + 1, sizeof *moving->bounded);
  moving->found = pst_arena_array(&job->arena, moving->n_found + 1, sizeof *moving->found);
  moving->orders = pst_arena_array(&job->arena, n + 1, sizeof *moving->orders);
  if (moving->orders == NULL || moving->of_roles == NULL || moving->any == NULL
      || moving->bounded == NULL || moving->found == NULL)
    return pst_fail_memory(error);
  moving->columns.columns = moving->of_roles;
  pst_move_free(moving->move);
  return PST_OK;
}

/* --- bounds, which all cells of a column together may tighten --------------------------------------- */

enum { HAS_BOUNDS_OF_WHOLE = 1, HAS_OTHERS = 2 };

static bool is_whole(double value)
{
  return isinf(value) || value == floor(value);
}

static bool is_of_whole(const struct pst_column *column, size_t r)
{
  if (pst_column_bounded(column, r))
    return is_whole(pst_column_bounds(column, r)->low)
           && is_whole(pst_column_bounds(column, r)->high);
  return pst_column_decimals(column, r) == 0
         && (!pst_column_known(column, r) || is_whole(pst_column_number(column, r)));
}

/* In a column of whole numbers >10 means 11 or more: these rows, by themselves, have said so or not. */
static void note_whole(const struct pst_column *column, size_t n_rows, unsigned char *said)
{
  size_t r = 0;

  if ((*said & HAS_OTHERS) != 0 && column->n_bounded == 0)
    return;
  while (r < n_rows && is_of_whole(column, r))
    r++;
  if (r < n_rows)
    *said |= HAS_OTHERS;
  else if (column->n_bounded > 0)
    *said |= HAS_BOUNDS_OF_WHOLE;
}

/* What a bounded cell says to an expression depends on the whole column. */
static bool is_computed_with(const struct pst_load *load, const struct pst_column *column)
{
  bool used = false;

  for (size_t l = 0; l <= load->n_lets; l++) {
    const struct pst_expr *expr = l < load->n_lets ? load->lets[l].expr : load->where;

    for (size_t i = 0; expr != NULL && i < pst_expr_name_count(expr); i++)
      used = used || pst_text_is(pst_expr_name(expr, i), column->name);
  }
  return used;
}

/* Of each column as it was read. */
static enum pst_status note_bounds(struct pst_moving *moving, struct pst_error *error)
{
  struct pst_load *load = moving->load;
  const struct pst_table *table = &load->job->table;

  if (moving->whole == NULL) {
    moving->n_whole = table->n_columns;
    moving->whole = pst_arena_array(&load->job->arena, table->n_columns + 1, 1);
  }
  if (moving->whole == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < moving->n_whole; i++) {
    const struct pst_column *column = &table->columns[i];

    if (column->n_bounded > 0 && is_computed_with(load, column))
      return pst_fail(error, PST_UNDEFINED, "bounded cells of '%s' are computed with",
                      column->name);
    if (column->type == PST_COLUMN_NUMBER)
      note_whole(column, table->n_rows, &moving->whole[i]);
  }
  return PST_OK;
}

/* As load_rows.c tells of a text that no cell has. */
static void find_text(void *context, struct pst_text name, struct pst_text text)
{
  struct pst_moving *moving = context;
  const struct pst_table *table = &moving->load->job->table;
  const struct pst_dictionary *texts = NULL;
  bool *found = &moving->found[moving->text++];

  for (size_t i = 0; i < table->n_columns && texts == NULL; i++)
    if (pst_text_is(name, table->columns[i].name) && table->columns[i].type == PST_COLUMN_TEXT)
      texts = pst_column_texts(&table->columns[i]);
  *found = *found || texts == NULL || pst_dictionary_find(texts, text) != PST_CODE_MISSING;
}

static enum pst_status list_columns(struct pst_moving *moving, struct pst_error *error)
{
  const struct pst_job *job = moving->load->job;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < job->n_roles && status == PST_OK; i++)
    status = pst_load_role_column(moving->load, i, &moving->of_roles[i], error);
  for (size_t i = 0; i < job->n_roles && status == PST_OK; i++)
    if (moving->of_roles[i] == SIZE_MAX)
      status = pst_fail(error, PST_UNDEFINED, "no column '%s'", job->roles[i].name);
  return status;
}

static void note_known(const struct pst_moving *moving)
{
  const struct pst_table *table = &moving->load->job->table;

  for (size_t i = 0; i < moving->columns.n; i++) {
    const struct pst_column *column = &table->columns[moving->of_roles[i]];

    moving->bounded[i] = moving->bounded[i] || pst_column_has_bounds(column);
    for (size_t r = 0; r < table->n_rows && !moving->any[i]; r++)
      moving->any[i] = !pst_column_missing(column, r);
  }
}

/* The texts of COLUMN that ORDER does not have yet. */
static bool note_texts(const struct pst_table *table, const struct pst_column *column,
                       struct pst_dictionary *order)
{
  const struct pst_dictionary *texts = pst_column_texts(column);
  bool *seen = calloc((size_t)texts->count + 1, sizeof *seen), good = seen != NULL;

  for (size_t r = 0; r < table->n_rows && good; r++) {
    unsigned code = pst_column_code(column, r);

    if (code >= texts->count || seen[code])
      continue;
    seen[code] = true;
    good = pst_dictionary_add(order, texts->texts[code]) != PST_CODE_MISSING;
  }
  free(seen);
  return good;
}

static bool note_orders(struct pst_moving *moving)
{
  const struct pst_job *job = moving->load->job;
  bool good = true;

  for (size_t i = 0; i < job->n_roles && good; i++)
    if (job->roles[i].in_order)
      good = note_texts(&job->table, &job->table.columns[moving->of_roles[i]], &moving->orders[i]);
  return good;
}

enum pst_status pst_moving_add(struct pst_moving *moving, struct pst_error *error)
{
  struct pst_load *load = moving->load;
  const struct pst_table *table = &load->job->table;
  enum pst_status status;

  if (table->n_rows == 0)
    return PST_OK;
  status = note_bounds(moving, error);
  if (status == PST_OK)
    status = pst_load_steps(load, error);
  moving->text = 0;
  if (status == PST_OK && load->where != NULL)
    pst_expr_each_text(load->where, find_text, moving);
  if (status == PST_OK)
    status = list_columns(moving, error);
  if (status != PST_OK)
    return status;
  note_known(moving);
  if (!note_orders(moving))
    return pst_fail_memory(error);
  pst_buffer_clear(&moving->head);
  pst_move_head(table, &moving->columns, &moving->head);
  return pst_move_add(moving->move, table, &moving->columns, error);
}

enum pst_status pst_moving_pack(struct pst_moving *moving, struct pst_buffer *out, bool *enough,
                                struct pst_error *error)
{
  *enough = pst_load_beside_pack(moving->load, out);
  pst_pack_number(out, moving->move->n_left_out);
  for (size_t i = 0; i < moving->n_found; i++)
    pst_pack_number(out, moving->found[i]);
  pst_pack_text(out, (struct pst_text){(const char *)moving->whole, moving->n_whole});
  pst_pack_text(out, (struct pst_text){pst_buffer_string(&moving->head), moving->head.size});
  for (size_t i = 0; i < moving->columns.n; i++) {
    pst_pack_number(out, moving->any[i]);
    pst_pack_number(out, moving->bounded[i]);
  }
  for (size_t i = 0; i < moving->columns.n; i++)
    if (moving->load->job->roles[i].in_order)
      pst_move_texts(&moving->orders[i], out);
  return out->failed || moving->head.failed ? pst_fail_memory(error) : PST_OK;
}

void pst_moving_free(struct pst_moving *moving)
{
  pst_buffer_free(&moving->head);
  for (size_t i = 0; moving->orders != NULL && i < moving->columns.n; i++)
    pst_dictionary_free(&moving->orders[i]);
}

/* --- all parts ------------------------------------------------------------------------------------- */

struct joining {
  struct pst_load *load;
  struct pst_load_lines lines;
  struct pst_table heads; /* what the parts say of the columns, which must be the same */
  bool *found, *any, *bounded;
  unsigned char *whole; /* of each column as it was read: what its cells are, in all parts */
  size_t n_found, n_whole;
  uint64_t n_left_out;
  struct pst_dictionary *orders; /* of each role whose texts are in_order */
  bool enough;
};

static bool same_string(const char *a, const char *b)
{
  return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool is_plain(enum pst_period_kind kind)
{
  return kind == PST_PERIOD_NONE || kind == PST_PERIOD_YEAR;
}

/* Years and plain numbers are plain numbers together, as among all rows. */
static bool join_column(struct pst_column *all, const struct pst_column *part)
{
  if (all->period != part->period) {
    if (!is_plain(all->period) || !is_plain(part->period))
      return false;
    all->period = PST_PERIOD_NONE;
  }
  return all->want == part->want && all->type == part->type && all->field == part->field
         && same_string(all->name, part->name) && same_string(all->unit, part->unit)
         && same_string(all->title, part->title);
}

static bool join_columns(struct joining *joining, struct pst_table *part, struct pst_unpack *in)
{
  bool same = joining->heads.n_columns == part->n_columns;

  for (size_t i = 0; i < joining->load->job->n_roles; i++) {
    bool any = pst_unpack_number(in) != 0, bounded = pst_unpack_number(in) != 0;

    joining->bounded[i] = joining->bounded[i] || bounded;
    if (!same || !any)
      continue;
    if (joining->any[i])
      same = join_column(&joining->heads.columns[i], &part->columns[i]);
    else
      joining->heads.columns[i].period = part->columns[i].period;
    joining->any[i] = true;
  }
  return same;
}

/* Bounds that a part has tightened, since all its cells are whole numbers, stand only if so are those of all. */
static bool join_whole(struct joining *joining, struct pst_text said)
{
  if (said.size > 0 && joining->n_whole == 0) {
    joining->n_whole = said.size;
    joining->whole = pst_arena_array(&joining->load->job->arena, said.size, 1);
    if (joining->whole == NULL)
      return false;
  }
  joining->enough = joining->enough && (said.size == 0 || joining->n_whole == said.size);
  for (size_t i = 0; i < said.size && joining->enough; i++) {
    joining->whole[i] |= (unsigned char)said.data[i];
    joining->enough = joining->whole[i] != (HAS_BOUNDS_OF_WHOLE | HAS_OTHERS);
  }
  return true;
}

static bool join_orders(struct joining *joining, struct pst_unpack *in)
{
  const struct pst_job *job = joining->load->job;
  bool good = true;

  for (size_t i = 0; i < job->n_roles && good; i++)
    if (job->roles[i].in_order)
      good = pst_move_take_texts(in, &joining->orders[i]);
  return good || in->failed;
}

static enum pst_status join_heads(struct joining *joining, struct pst_unpack *in,
                                  struct pst_error *error)
{
  struct pst_text head = pst_unpack_text(in);
  struct pst_table part = {.n_rows = 0};
  enum pst_status status = PST_OK;

  if (in->failed || head.size == 0)
    return PST_OK;
  if (joining->heads.n_columns == 0)
    status = pst_move_make(head, &joining->heads, error);
  if (status == PST_OK)
    status = pst_move_make(head, &part, error);
  if (status == PST_OK)
    joining->enough = join_columns(joining, &part, in) && joining->enough;
  if (status == PST_OK && !join_orders(joining, in))
    status = pst_fail_memory(error);
  pst_table_free(&part);
  return status;
}

static void put_order(struct joining *joining, const struct pst_part *part)
{
  struct pst_buffer *out = joining->load->task->moves;

  pst_pack_number(out, part->k);
  pst_pack_number(out, part->n_tiles);
  for (size_t t = 0; t < part->n_tiles; t++) {
    pst_pack_number(out, part->tiles[t].file);
    pst_pack_number(out, joining->lines.behind[part->tiles[t].file]);
  }
}

static enum pst_status join_part(struct joining *joining, const struct pst_part *part,
                                 struct pst_error *error)
{
  struct pst_unpack in = {.left = part->sums};
  enum pst_status status = pst_load_beside_join(joining->load, &in, &joining->enough, error);

  pst_load_lines_place(&joining->lines, part);
  put_order(joining, part);
  joining->n_left_out += pst_unpack_number(&in);
  for (size_t i = 0; i < joining->n_found; i++)
    joining->found[i] |= pst_unpack_number(&in) != 0;
  if (status == PST_OK && !join_whole(joining, pst_unpack_text(&in)))
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = join_heads(joining, &in, error);
  if (status == PST_OK && in.failed)
    status = pst_fail(error, PST_BAD_DATA, "the rows of a part are not those of these options");
  return status;
}

/* The columns come last: what they are is known when all parts are. */
static enum pst_status finish_order(struct joining *joining, struct pst_error *error)
{
  struct pst_job *job = joining->load->job;
  struct pst_buffer *out = joining->load->task->moves, head = {.size = 0};
  size_t *columns = pst_arena_array(&job->arena, job->n_roles + 1, sizeof *columns);
  struct pst_move_columns all = {.columns = columns, .n = job->n_roles};

  if (columns == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < job->n_roles; i++) {
    columns[i] = i;
    if (joining->bounded[i]
        && pst_table_bounds(&joining->heads, &joining->heads.columns[i], error) != PST_OK)
      return PST_NO_MEMORY;
  }
  pst_move_head(&joining->heads, &all, &head);
  pst_pack_number(out, 0);
  pst_pack_text(out, (struct pst_text){pst_buffer_string(&head), head.size});
  pst_pack_number(out, joining->n_left_out);
  for (size_t i = 0; i < job->n_roles; i++)
    if (job->roles[i].in_order)
      pst_move_texts(&joining->orders[i], out);
  pst_buffer_free(&head);
  return out->failed ? pst_fail_memory(error) : PST_OK;
}

static void count_where(void *context, struct pst_text name, struct pst_text text)
{
  struct joining *joining = context;

  (void)name;
  (void)text;
  joining->n_found++;
}

static enum pst_status begin(struct joining *joining, struct pst_error *error)
{
  struct pst_load *load = joining->load;

  if (load->where != NULL)
    pst_expr_each_text(load->where, count_where, joining);
  joining->found = pst_arena_array(&load->job->arena, joining->n_found + 1, sizeof *joining->found);
  joining->any = pst_arena_array(&load->job->arena, load->job->n_roles + 1, sizeof *joining->any);
  joining->bounded =
      pst_arena_array(&load->job->arena, load->job->n_roles + 1, sizeof *joining->bounded);
  joining->orders =
      pst_arena_array(&load->job->arena, load->job->n_roles + 1, sizeof *joining->orders);
  return joining->found == NULL || joining->any == NULL || joining->bounded == NULL
                 || joining->orders == NULL
             ? pst_fail_memory(error)
             : pst_load_lines_new(load, &joining->lines, error);
}

static enum pst_status join_parts(struct pst_load *load, struct pst_error *error)
{
  struct joining joining = {.load = load, .enough = true};
  const struct pst_pieces *pieces = &load->pieces;
  enum pst_status status = begin(&joining, error);

  for (size_t i = 0; i < pieces->n_parts && status == PST_OK; i++)
    status = join_part(&joining, pieces->parts[i], error);
  for (size_t i = 0; i < joining.n_found; i++)
    joining.enough = joining.enough && joining.found[i];
  if (status == PST_OK
      && !(joining.enough && joining.heads.n_columns == load->job->n_roles
           && pst_facts_same(load->main)))
    status = pst_load_fail_rows(load, error);
  if (status == PST_OK)
    status = finish_order(&joining, error);
  if (status != PST_OK)
    pst_buffer_clear(load->task->moves);
  pst_table_free(&joining.heads);
  for (size_t i = 0; joining.orders != NULL && i < load->job->n_roles; i++)
    pst_dictionary_free(&joining.orders[i]);
  return status;
}

enum pst_status pst_load_moved(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  enum pst_status status = pst_loader_begin(load->main, &job->table, error);
  bool more = true;

  while (status == PST_OK && more) {
    status = pst_loader_part(load->main, (size_t)PST_CELLS_RUN_ROWS, error);
    more = job->table.n_rows > 0;
  }
  if (status == PST_OK)
    status = pst_loader_finish(load->main, error);
  if (status == PST_OK)
    status = join_parts(load, error);
  return status == PST_OK ? pst_load_say_parts(load, error) : status;
}
