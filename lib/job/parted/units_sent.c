/* units_sent.c -- what the ranks of one piece of work send each other. */
#include <stdlib.h>
#include <string.h>

#include "job/parted/units.h"
#include "scale/room.h"

/* What came in one round, of each rank: it stays as long as the parts in it are used. */
struct pst_units_round {
  struct pst_units_round *before;
  struct pst_buffer *of;
  size_t n;
};

/* --- to rank 0 ------------------------------------------------------------------------------------- */

/* Rank 0 says it to all. */
static enum pst_status tell_verdict(struct pst_comm *comm, enum pst_status verdict,
                                    struct pst_error *error)
{
  struct pst_buffer text = {.size = 0};
  struct pst_unpack in;
  enum pst_status told;

  pst_pack_number(&text, (uint64_t)verdict);
  told = pst_comm_tell(comm, &text, error);
  in = (struct pst_unpack){.left = {pst_buffer_string(&text), text.size}};
  verdict = told != PST_OK ? told : (enum pst_status)pst_unpack_number(&in);
  pst_buffer_free(&text);
  return verdict;
}

/* Before any of it is sent: it, the table of it and what is computed fit into rank 0. */
static enum pst_status check_sizes(struct pst_units *units, size_t mine, struct pst_buffer *all,
                                   struct pst_error *error)
{
  struct pst_comm *comm = &units->job->comm;
  struct pst_buffer size = {.size = 0};
  unsigned long long bytes = 0, rows = 0;
  enum pst_status status;

  pst_pack_number(&size, mine);
  pst_pack_number(&size, units->n_rows);
  units->n_rows = 0;
  status =
      pst_comm_gather(comm, (struct pst_text){pst_buffer_string(&size), size.size}, all, error);
  for (size_t rank = 0; all != NULL && status == PST_OK && rank < comm->size; rank++) {
    struct pst_unpack in = {.left = {pst_buffer_string(&all[rank]), all[rank].size}};

    bytes += pst_unpack_number(&in);
    rows += pst_unpack_number(&in);
  }
  pst_buffer_free(&size);
  if (status == PST_OK && comm->rank == 0)
    status = pst_room_check(pst_room_of_rows(bytes, rows), pst_room_left(), "rank 0", error);
  return status == PST_OK || comm->rank == 0 ? tell_verdict(comm, status, error) : status;
}

/* How this rank fared, and the units that it made. */
static void pack(const struct pst_units *units, enum pst_status status,
                 const struct pst_error *error, struct pst_buffer *out)
{
  const char *message = status == PST_OK || error == NULL ? "" : error->message;
  const char *file = status == PST_OK || error == NULL ? "" : error->file;

  pst_pack_number(out, (uint64_t)status);
  pst_pack_text(out, pst_text_of(message));
  pst_pack_text(out, pst_text_of(file));
  pst_pack_number(out, units->there);
  pst_pack_number(out, units->n_made);
  pst_buffer_add(out, units->made.size == 0 ? "" : units->made.data, units->made.size);
}

static enum pst_status fail_of(size_t rank, enum pst_status status, struct pst_text message,
                               struct pst_text file, struct pst_error *error)
{
  pst_error_clear(error);
  if (file.size == 0)
    return pst_fail(error, status, "rank %zu: %.*s", rank, (int)message.size, message.data);
  return pst_fail(error, status, "rank %zu: %.*s: %.*s", rank, (int)file.size, file.data,
                  (int)message.size, message.data);
}

/* The parts stay where they are in BYTES. */
static enum pst_status take(struct pst_units *units, size_t rank, struct pst_text bytes,
                            struct pst_error *error)
{
  struct pst_unpack in = {.left = bytes};
  enum pst_status status = (enum pst_status)pst_unpack_number(&in);
  struct pst_text message = pst_unpack_text(&in), file = pst_unpack_text(&in);
  size_t n;

  if (rank > 0)
    units->there += (size_t)pst_unpack_number(&in);
  else
    pst_unpack_number(&in);
  n = pst_unpack_count(&in, 16);
  for (size_t i = 0; i < n && !in.failed; i++) {
    size_t k = (size_t)pst_unpack_number(&in);
    struct pst_text part = pst_unpack_text(&in);

    if (k < units->first || k >= units->first + units->n)
      in.failed = true;
    else
      units->packed[k - units->first] = part;
  }
  if (in.failed)
    return pst_fail(error, PST_IO, "what rank %zu sent is damaged", rank);
  if (status != PST_OK && rank > 0)
    fail_of(rank, status, message, file, error);
  return status;
}

/* The failure of a rank's own machine is told before one of the data, which all may have. */
static enum pst_status take_all(struct pst_units *units, const struct pst_units_round *round,
                                struct pst_error *error)
{
  enum pst_status worst = PST_OK;

  for (size_t rank = 0; rank < round->n; rank++) {
    struct pst_buffer *bytes = &round->of[rank];
    struct pst_error trouble = {.status = PST_OK};
    enum pst_status status =
        take(units, rank, (struct pst_text){pst_buffer_string(bytes), bytes->size}, &trouble);

    if (status == PST_OK || (worst != PST_OK && (worst != PST_UNDEFINED || status == worst)))
      continue;
    worst = status;
    if (rank > 0 && error != NULL)
      *error = trouble;
  }
  return worst;
}

static struct pst_units_round *new_round(struct pst_units *units)
{
  size_t n = units->job->comm.size;
  struct pst_units_round *round = calloc(1, sizeof *round);

  if (round == NULL)
    return NULL;
  round->of = calloc(n, sizeof *round->of);
  round->n = round->of == NULL ? 0 : n;
  round->before = units->rounds;
  units->rounds = round;
  return round->of == NULL ? NULL : round;
}

enum pst_status pst_units_collect(struct pst_units *units, enum pst_status status,
                                  struct pst_error *error)
{
  struct pst_comm *comm = &units->job->comm;
  struct pst_buffer mine = {.size = 0};
  struct pst_units_round *round = comm->rank > 0 ? NULL : new_round(units);
  enum pst_status sent;

  pack(units, status, error, &mine);
  pst_buffer_free(&units->made);
  units->n_made = 0;
  if (mine.failed || (comm->rank == 0 && round == NULL)) {
    pst_buffer_free(&mine);
    return pst_fail_memory(error);
  }
  sent = comm->size > 1 ? check_sizes(units, mine.size, round == NULL ? NULL : round->of, error)
                        : PST_OK;
  if (sent == PST_OK)
    sent = pst_comm_gather(comm, (struct pst_text){mine.data, mine.size},
                           round == NULL ? NULL : round->of, error);
  pst_buffer_free(&mine);
  if (sent != PST_OK)
    return sent;
  return comm->rank > 0 ? status : take_all(units, round, error);
}

/* --- from rank 0 ----------------------------------------------------------------------------------- */

static void pack_demands(const struct pst_units *units, struct pst_buffer *out)
{
  for (size_t i = 0; i < units->n_demands; i++) {
    const struct pst_demand *demand = &units->demands[i];

    pst_pack_number(out, demand->k);
    pst_pack_number(out, (uint64_t)demand->has_start | (uint64_t)demand->rows << 1);
    pst_pack_number(out, demand->start);
  }
}

static void unpack_demands(struct pst_units *units, const struct pst_buffer *from)
{
  struct pst_unpack in = {.left = {pst_buffer_string(from), from->size}};
  size_t most = 2 * units->plan.n + 1, n = from->size / 24;

  units->n_demands = units->demands == NULL ? 0 : n < most ? n : most;
  for (size_t i = 0; i < units->n_demands; i++) {
    struct pst_demand *demand = &units->demands[i];
    uint64_t flags;

    demand->k = (size_t)pst_unpack_number(&in);
    flags = pst_unpack_number(&in);
    demand->has_start = (flags & 1) != 0;
    demand->rows = (flags & 2) != 0;
    demand->start = pst_unpack_number(&in);
  }
}

enum pst_status pst_units_tell(struct pst_units *units, bool *done, struct pst_error *error)
{
  struct pst_comm *comm = &units->job->comm;
  struct pst_buffer text = {.size = 0};
  enum pst_status status;

  if (comm->rank == 0)
    pack_demands(units, &text);
  if (text.failed)
    status = pst_fail_memory(error);
  else
    status = pst_comm_tell(comm, &text, error);
  if (status == PST_OK && comm->rank > 0)
    unpack_demands(units, &text);
  *done = status != PST_OK || units->n_demands == 0;
  pst_buffer_free(&text);
  if (status == PST_OK && *done)
    status = pst_comm_tell(comm, &units->order, error);
  return status;
}

void pst_units_free(struct pst_units *units)
{
  while (units->rounds != NULL) {
    struct pst_units_round *round = units->rounds;

    units->rounds = round->before;
    for (size_t i = 0; i < round->n; i++)
      pst_buffer_free(&round->of[i]);
    free(round->of);
    free(round);
  }
  for (size_t i = 0; units->moves != NULL && i < units->n; i++)
    pst_move_free(&units->moves[i]);
  pst_buffer_free(&units->order);
  pst_buffer_free(&units->made);
}
