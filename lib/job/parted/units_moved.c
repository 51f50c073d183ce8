/* units_moved.c -- the rows of the units go to the ranks that own their groups. */
#include <stdlib.h>
#include <string.h>

#include "job/columns.h"
#include "job/parted/units.h"
#include "scale/room.h"

struct moving {
  struct pst_units *units;
  struct pst_comm *comm;
  struct pst_move_lines **lines; /* of each unit */
  size_t *n_lines;
  struct pst_text head;
  struct pst_unpack
      orders; /* of each role whose texts are in_order: all of them, as they first come */
  struct pst_buffer *to, *from; /* of each rank */
  uint64_t bytes, rows;         /* that this rank gets */
};

static struct pst_text text_of(const struct pst_buffer *buffer)
{
  return (struct pst_text){pst_buffer_string(buffer), buffer->size};
}

/* --- the order of rank 0 ---------------------------------------------------------------------------- */

static enum pst_status read_unit(struct moving *moving, size_t unit, struct pst_unpack *in,
                                 struct pst_error *error)
{
  struct pst_arena *arena = &moving->units->job->arena;
  size_t n = pst_unpack_count(in, 16);
  struct pst_move_lines *lines = pst_arena_array(arena, n + 1, sizeof *lines);

  if (lines == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    lines[i].file = (unsigned)pst_unpack_number(in);
    lines[i].behind = pst_unpack_number(in);
  }
  in->failed = in->failed || unit >= moving->units->n;
  if (in->failed)
    return PST_OK;
  moving->lines[unit] = lines;
  moving->n_lines[unit] = n;
  return PST_OK;
}

static enum pst_status read_order(struct moving *moving, struct pst_error *error)
{
  struct pst_units *units = moving->units;
  struct pst_unpack in = {.left = text_of(&units->order)};
  enum pst_status status = PST_OK;
  uint64_t k;

  for (k = pst_unpack_number(&in); k > 0 && !in.failed && status == PST_OK;
       k = pst_unpack_number(&in))
    status = read_unit(moving, (size_t)k - units->first, &in, error);
  moving->head = pst_unpack_text(&in);
  units->job->owned.n_left_out = (size_t)pst_unpack_number(&in);
  moving->orders = in;
  if (status == PST_OK && in.failed)
    status = pst_fail(error, PST_IO, "what rank 0 sent is damaged");
  return status;
}

/* --- what goes where -------------------------------------------------------------------------------- */

static void clear(struct moving *moving)
{
  for (size_t rank = 0; rank < moving->comm->size; rank++) {
    pst_buffer_free(&moving->to[rank]);
    pst_buffer_free(&moving->from[rank]);
  }
}

/* How much each rank gets. */
static enum pst_status exchange_sizes(struct moving *moving, struct pst_error *error)
{
  const struct pst_units *units = moving->units;
  enum pst_status status;

  for (size_t rank = 0; rank < moving->comm->size; rank++) {
    uint64_t bytes = 0, rows = 0;

    for (size_t u = 0; u < units->n && units->moves != NULL; u++)
      if (units->moves[u].to != NULL) {
        bytes += units->moves[u].to[rank].size;
        rows += units->moves[u].rows[rank];
      }
    pst_pack_number(&moving->to[rank], bytes);
    pst_pack_number(&moving->to[rank], rows);
  }
  status = pst_comm_exchange(moving->comm, moving->to, moving->from, error);
  for (size_t rank = 0; rank < moving->comm->size && status == PST_OK; rank++) {
    struct pst_unpack in = {.left = text_of(&moving->from[rank])};

    moving->bytes += pst_unpack_number(&in);
    moving->rows += pst_unpack_number(&in);
  }
  clear(moving);
  return status;
}

static void put_units(struct moving *moving)
{
  struct pst_units *units = moving->units;

  for (size_t u = 0; u < units->n; u++) {
    struct pst_move *move = &units->moves[u];

    for (size_t rank = 0; move->to != NULL && rank < moving->comm->size; rank++) {
      struct pst_buffer *out = &moving->to[rank];

      if (move->to[rank].size == 0)
        continue;
      pst_pack_number(out, u);
      pst_pack_text(out, text_of(&move->to[rank]));
      pst_buffer_free(&move->to[rank]);
    }
    pst_move_free(move);
  }
}

/* --- all ranks -------------------------------------------------------------------------------------- */

static enum pst_status take_rank(struct moving *moving, size_t rank, struct pst_table *table,
                                 uint64_t *places, struct pst_error *error)
{
  const struct pst_units *units = moving->units;
  struct pst_unpack in = {.left = text_of(&moving->from[rank])};
  enum pst_status status = PST_OK;

  while (in.left.size > 0 && status == PST_OK) {
    size_t u = (size_t)pst_unpack_number(&in);
    struct pst_text rows = pst_unpack_text(&in);

    if (in.failed || u >= units->n)
      return pst_fail(error, PST_IO, "what rank %zu sent is damaged", rank);
    status = pst_move_take(rows, moving->lines[u], moving->n_lines[u],
                           (uint64_t)(units->first + u) << 40, table, places, error);
  }
  return status;
}

/* The table has the files of the command, as one that was read. */
static enum pst_status name_files(const struct pst_job *job, struct pst_table *table,
                                  struct pst_error *error)
{
  size_t n = job->operands.count;

  table->files = pst_arena_array(&table->arena, n + 1, sizeof *table->files);
  for (size_t i = 0; table->files != NULL && i < n; i++) {
    table->files[i] = pst_arena_string(&table->arena, job->operands.items[i]);
    if (table->files[i] == NULL)
      return pst_fail_memory(error);
  }
  table->n_files = n;
  return table->files == NULL ? pst_fail_memory(error) : PST_OK;
}

/* Texts whose order is asked for are numbered as among all rows. */
static enum pst_status put_texts_in_order(struct moving *moving, struct pst_table *table,
                                          struct pst_error *error)
{
  const struct pst_job *job = moving->units->job;
  bool good = true;

  for (size_t i = 0; i < job->n_roles && good; i++)
    if (job->roles[i].in_order)
      good = pst_move_number_texts(&moving->orders, &table->columns[i]);
  if (moving->orders.failed)
    return pst_fail(error, PST_IO, "what rank 0 sent is damaged");
  return good ? PST_OK : pst_fail_memory(error);
}

static enum pst_status make_table(struct moving *moving, struct pst_error *error)
{
  struct pst_job *job = moving->units->job;
  struct pst_table table = {.rows_read = job->table.rows_read,
                            .rows_rejected = job->table.rows_rejected};
  enum pst_status status = name_files(job, &table, error);

  job->owned.places = calloc(moving->rows + 1, sizeof *job->owned.places);
  if (job->owned.places == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = pst_move_make(moving->head, &table, error);
  if (status == PST_OK)
    status = put_texts_in_order(moving, &table, error);
  if (status == PST_OK)
    status = pst_table_reserve(&table, moving->rows, error);
  for (size_t rank = 0; rank < moving->comm->size && status == PST_OK; rank++) {
    status = take_rank(moving, rank, &table, job->owned.places, error);
    pst_buffer_free(&moving->from[rank]);
  }
  pst_table_free(&job->table);
  job->table = table;
  for (size_t i = 0; i < job->n_roles; i++)
    job->roles[i].column = i;
  return status;
}

static enum pst_status begin(struct moving *moving, struct pst_error *error)
{
  struct pst_arena *arena = &moving->units->job->arena;
  size_t n = moving->units->n, ranks = moving->comm->size;

  moving->lines = pst_arena_array(arena, n + 1, sizeof *moving->lines);
  moving->n_lines = pst_arena_array(arena, n + 1, sizeof *moving->n_lines);
  moving->to = pst_arena_array(arena, ranks, sizeof *moving->to);
  moving->from = pst_arena_array(arena, ranks, sizeof *moving->from);
  if (moving->lines == NULL || moving->n_lines == NULL || moving->to == NULL || moving->from == NULL
      || moving->units->moves == NULL)
    return pst_fail_memory(error);
  return read_order(moving, error);
}

enum pst_status pst_units_move(struct pst_units *units, struct pst_error *error)
{
  struct pst_job *job = units->job;
  struct moving moving = {.units = units, .comm = &job->comm};
  bool fits = false;
  enum pst_status status;

  pst_error_clear(error);
  status = begin(&moving, error);
  if (status == PST_OK)
    status = exchange_sizes(&moving, error);
  if (status == PST_OK) {
    const struct pst_units_need need = {
        .comm = moving.comm, .bytes = moving.bytes, .rows = moving.rows, .head = moving.head};

    status = pst_units_room(units, &need, moving.to, moving.from, &fits, error);
    clear(&moving);
  }
  if (status != PST_OK || !fits)
    return status;
  put_units(&moving);
  status = pst_comm_exchange(moving.comm, moving.to, moving.from, error);
  job->owned.stage = PST_OWNED_ROWS;
  if (status == PST_OK)
    status = make_table(&moving, error);
  clear(&moving);
  return status;
}
