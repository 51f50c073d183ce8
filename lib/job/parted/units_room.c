/* units_room.c -- whether the rows of its groups fit into the memory of each rank, and which group is too large. */
#include <limits.h>
#include <stdlib.h>

#include "base/array.h"
#include "job/columns.h"
#include "job/parted/units.h"
#include "scale/room.h"

static struct pst_text text_of(const struct pst_buffer *buffer)
{
  return (struct pst_text){pst_buffer_string(buffer), buffer->size};
}

/* --- who has too little ------------------------------------------------------------------------------ */

/* The first rank of which it is true; SIZE_MAX: none.  All ranks learn it. */
static enum pst_status first_rank(struct pst_comm *comm, bool mine, struct pst_buffer *all,
                                  size_t *first, struct pst_error *error)
{
  struct pst_buffer number = {.size = 0};
  struct pst_unpack in;
  enum pst_status status;

  pst_pack_number(&number, mine);
  status = pst_comm_gather(comm, text_of(&number), all, error);
  *first = SIZE_MAX;
  for (size_t rank = comm->size; comm->rank == 0 && status == PST_OK && rank-- > 0;) {
    in = (struct pst_unpack){.left = text_of(&all[rank])};
    *first = pst_unpack_number(&in) != 0 ? rank : *first;
  }
  if (comm->rank == 0) {
    pst_buffer_clear(&number);
    pst_pack_number(&number, *first);
  }
  if (status == PST_OK)
    status = pst_comm_tell(comm, &number, error);
  in = (struct pst_unpack){.left = text_of(&number)};
  *first = (size_t)pst_unpack_number(&in);
  pst_buffer_free(&number);
  return status;
}

/* --- how large its groups are ------------------------------------------------------------------------ */

static void put_groups(const struct pst_groups *groups, struct pst_buffer *out)
{
  for (size_t g = 0; g < groups->n_groups; g++) {
    struct pst_buffer label = {.size = 0};

    for (size_t k = 0; k < groups->n_keys; k++)
      pst_buffer_printf(&label, "%s%s", k == 0 ? "" : ", ", groups->keys[g * groups->n_keys + k]);
    pst_pack_text(out, text_of(&label));
    pst_pack_number(out, groups->first[g + 1] - groups->first[g]);
    pst_buffer_free(&label);
  }
}

/* Of the rows that one unit has for RANK. */
static enum pst_status count_groups(const struct pst_job *job, const struct pst_move *move,
                                    size_t rank, struct pst_text head, struct pst_buffer *out,
                                    struct pst_error *error)
{
  const struct pst_move_lines none = {.file = 0};
  struct pst_table table = {.n_files = job->operands.count};
  struct pst_groups groups = {.n_groups = 0};
  size_t rows = (size_t)move->rows[rank];
  uint64_t *places = calloc(rows + 1, sizeof *places);
  enum pst_status status =
      places == NULL ? pst_fail_memory(error) : pst_move_make(head, &table, error);

  if (status == PST_OK)
    status = pst_table_reserve(&table, rows + 1, error);
  if (status == PST_OK)
    status = pst_move_take(text_of(&move->to[rank]), &none, 1, 0, &table, places, error);
  if (status == PST_OK)
    status = pst_group(&table, job->apart->roles, job->apart->count, &groups, error);
  if (status == PST_OK)
    put_groups(&groups, out);
  pst_groups_free(&groups);
  pst_table_free(&table);
  free(places);
  return status;
}

static enum pst_status send_groups(const struct pst_units *units, size_t rank, struct pst_text head,
                                   struct pst_buffer *out, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t u = 0; u < units->n && status == PST_OK; u++)
    if (units->moves[u].to != NULL)
      status = count_groups(units->job, &units->moves[u], rank, head, out, error);
  return status;
}

struct largest {
  struct pst_text label;
  uint64_t rows;
};

/* The rows of each group, from all ranks; FROM keeps the label. */
static enum pst_status find_largest(const struct pst_comm *comm, const struct pst_buffer *from,
                                    struct largest *largest, struct pst_error *error)
{
  struct pst_dictionary labels = {.count = 0};
  uint64_t *rows = NULL;
  size_t capacity = 0;
  bool good = true;

  for (size_t rank = 0; rank < comm->size; rank++) {
    struct pst_unpack in = {.left = text_of(&from[rank])};

    while (in.left.size > 0 && !in.failed && good) {
      struct pst_text label = pst_unpack_text(&in);
      unsigned known = labels.count, code = pst_dictionary_add(&labels, label);

      good = code != PST_CODE_MISSING && PST_ARRAY_ROOM(rows, capacity, (size_t)code + 1);
      if (!good)
        break;
      rows[code] = (code == known ? 0 : rows[code]) + pst_unpack_number(&in);
      if (rows[code] > largest->rows)
        *largest = (struct largest){label, rows[code]};
    }
  }
  pst_dictionary_free(&labels);
  free(rows);
  return good ? PST_OK : pst_fail_memory(error);
}

/* --- what is said ------------------------------------------------------------------------------------ */

static void say(const struct pst_units_need *need, unsigned long long left,
                const struct largest *largest, struct pst_buffer *out)
{
  const double mega = 1024 * 1024;
  const double all = (double)pst_room_of_rows(need->bytes, need->rows) / mega;
  const double group = need->rows == 0 ? 0 : all * (double)largest->rows / (double)need->rows;

  if (group > (double)left / mega)
    pst_buffer_printf(out,
                      "the %llu rows of the group '%.*s' and what is computed of them come to %.0f "
                      "MB, and rank %zu, which they all go to, has %.0f MB of memory left: give "
                      "the ranks more (fewer on a node; srun --mem), let -g tell more groups "
                      "apart, or leave rows out by --where",
                      (unsigned long long)largest->rows, (int)largest->label.size,
                      largest->label.data, group, need->comm->rank, (double)left / mega);
  else
    pst_buffer_printf(out,
                      "the rows of the groups of rank %zu and what is computed of them come to "
                      "%.0f MB, and it has %.0f MB of memory left; the largest group, '%.*s', has "
                      "%.0f MB of them: start more ranks, on more nodes",
                      need->comm->rank, all, (double)left / mega, (int)largest->label.size,
                      largest->label.data, group);
}

/* WHICH says it, and rank 0 tells it. */
static enum pst_status refuse(struct pst_units *units, const struct pst_units_need *need,
                              size_t which, unsigned long long left, struct pst_buffer *to,
                              struct pst_buffer *from, struct pst_error *error)
{
  struct pst_buffer said = {.size = 0};
  struct largest largest = {.rows = 0};
  enum pst_status status = send_groups(units, which, need->head, &to[which], error);

  if (status == PST_OK)
    status = pst_comm_exchange(need->comm, to, from, error);
  if (status == PST_OK && need->comm->rank == which)
    status = find_largest(need->comm, from, &largest, error);
  if (status == PST_OK && need->comm->rank == which)
    say(need, left, &largest, &said);
  if (status == PST_OK)
    status = pst_comm_gather(need->comm, text_of(&said), from, error);
  if (status == PST_OK && need->comm->rank == 0)
    status = pst_fail(error, PST_IO, "%s", pst_buffer_string(&from[which]));
  pst_buffer_free(&said);
  return status;
}

enum pst_status pst_units_room(struct pst_units *units, const struct pst_units_need *need,
                               struct pst_buffer *to, struct pst_buffer *from, bool *fits,
                               struct pst_error *error)
{
  const unsigned long long small = 1 << 24, left = pst_room_left();
  unsigned long long bytes = pst_room_of_rows(need->bytes, need->rows);
  size_t which;
  enum pst_status status =
      first_rank(need->comm, bytes > small && bytes > left, from, &which, error);

  *fits = which == SIZE_MAX;
  if (status != PST_OK || *fits)
    return status;
  return refuse(units, need, which, left, to, from, error);
}
