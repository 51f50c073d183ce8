/* comm.c -- the ranks of one piece of work. */
#include "scale/comm.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pack.h"

/* --- who there is --------------------------------------------------------------------------------- */

static bool number_of(const char *name, size_t *number)
{
  const char *text = getenv(name);
  size_t size = text == NULL ? 0 : strlen(text);

  if (size == 0 || size > 9 || strspn(text, "0123456789") != size)
    return false;
  *number = (size_t)strtoul(text, NULL, 10);
  return true;
}

bool pst_comm_started(size_t *rank, size_t *size)
{
  static const char *const names[][2] = {{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},
                                         {"PMIX_RANK", "SLURM_STEP_NUM_TASKS"},
                                         {"PMI_RANK", "PMI_SIZE"}};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (number_of(names[i][0], rank) && number_of(names[i][1], size))
      return *size > 1;
  *rank = 0;
  if (!number_of("SLURM_STEP_NUM_TASKS", size) || getenv("SLURM_PROCID") == NULL)
    *size = 1;
  return false;
}

/* --- the carrier ---------------------------------------------------------------------------------- */

/* Where it was built and installed, seen from the programs; and where the system looks. */
static void *load(const char *folder)
{
  struct pst_buffer path = {.size = 0};
  void *library = NULL;

  pst_buffer_printf(&path, "%s/../lib/polstat/polstat-mpi.so", folder);
  if (folder[0] != '\0' && !path.failed)
    library = dlopen(pst_buffer_string(&path), RTLD_NOW | RTLD_LOCAL);
  pst_buffer_free(&path);
  return library != NULL ? library : dlopen("polstat-mpi.so", RTLD_NOW | RTLD_LOCAL);
}

static pst_carrier_open *opener(void *library)
{
  void *address = library == NULL ? NULL : dlsym(library, "pst_carrier_open_1");
  pst_carrier_open *open = NULL;

  if (address != NULL)
    memcpy(&open, &address, sizeof open);
  return open;
}

static enum pst_status open_carrier(const char *folder, size_t started, struct pst_comm *comm,
                                    struct pst_error *error)
{
  pst_carrier_open *open = opener(load(folder));
  char why[256] = "";

  if (open == NULL)
    return pst_fail(error, PST_USAGE,
                    "%zu processes were started to work together, and polstat-mpi.so is not there, "
                    "by which they do: build polstat where libopenmpi-dev is installed, or say "
                    "--ranks off, by which each works alone",
                    started);
  comm->carrier = open(&comm->rank, &comm->size, why, sizeof why);
  if (comm->carrier == NULL)
    return pst_fail(error, PST_USAGE, "the processes do not find each other: %s", why);
  if (comm->size == started)
    return PST_OK;
  return pst_fail(error, PST_USAGE,
                  "%zu processes were started, and MPI knows of %zu: polstat-mpi.so is of another "
                  "MPI than what started them; with srun, say --mpi=pmix",
                  started, comm->size);
}

enum pst_status pst_comm_open(const char *folder, struct pst_comm *comm, struct pst_error *error)
{
  size_t rank, size;
  enum pst_status status;

  *comm = (struct pst_comm){.size = 1};
  if (!pst_comm_started(&rank, &size)) {
    if (size > 1)
      return pst_fail(
          error, PST_USAGE,
          "srun started %zu tasks that do not know of each other: say srun --mpi=pmix, by "
          "which they work together, --part slurm, by which each reads its part, or --ranks "
          "off, by which each works alone",
          size);
    return PST_OK;
  }
  status = open_carrier(folder, size, comm, error);
  if (status != PST_OK && comm->carrier != NULL)
    pst_comm_close(comm);
  return status;
}

void pst_comm_close(struct pst_comm *comm)
{
  if (comm->carrier != NULL)
    comm->carrier->close();
  *comm = (struct pst_comm){.size = 1};
}

/* --- bytes ---------------------------------------------------------------------------------------- */

static enum pst_status fail_rank(size_t rank, struct pst_error *error)
{
  return pst_fail(error, PST_IO, "rank %zu cannot be reached", rank);
}

static enum pst_status send(struct pst_comm *comm, size_t to, struct pst_text text,
                            struct pst_error *error)
{
  struct pst_buffer size = {.size = 0};
  enum pst_status status = PST_OK;

  pst_pack_number(&size, text.size);
  if (size.failed)
    status = pst_fail_memory(error);
  else if (!comm->carrier->send(to, size.data, size.size)
           || (text.size > 0 && !comm->carrier->send(to, text.data, text.size)))
    status = fail_rank(to, error);
  pst_buffer_free(&size);
  return status;
}

static enum pst_status receive(struct pst_comm *comm, size_t from, struct pst_buffer *text,
                               struct pst_error *error)
{
  char bytes[8];
  struct pst_unpack in = {.left = {bytes, sizeof bytes}};
  size_t size;

  pst_buffer_clear(text);
  if (!comm->carrier->receive(from, bytes, sizeof bytes))
    return fail_rank(from, error);
  size = (size_t)pst_unpack_number(&in);
  pst_buffer_repeat(text, '\0', size);
  if (text->failed)
    return pst_fail_memory(error);
  if (size > 0 && !comm->carrier->receive(from, text->data, size))
    return fail_rank(from, error);
  return PST_OK;
}

enum pst_status pst_comm_gather(struct pst_comm *comm, struct pst_text mine, struct pst_buffer *all,
                                struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (comm->rank > 0)
    return send(comm, 0, mine, error);
  pst_buffer_clear(&all[0]);
  pst_buffer_add(&all[0], mine.data, mine.size);
  if (all[0].failed)
    return pst_fail_memory(error);
  for (size_t rank = 1; rank < comm->size && status == PST_OK; rank++)
    status = receive(comm, rank, &all[rank], error);
  return status;
}

enum pst_status pst_comm_tell(struct pst_comm *comm, struct pst_buffer *text,
                              struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (comm->rank > 0)
    return receive(comm, 0, text, error);
  for (size_t rank = 1; rank < comm->size && status == PST_OK; rank++)
    status = send(comm, rank, (struct pst_text){pst_buffer_string(text), text->size}, error);
  return status;
}

/* In round R the ranks whose numbers add up to R, among SIZE, send each other what they have: the lower one first, so that
   nobody waits in a circle. */
static enum pst_status swap(struct pst_comm *comm, size_t other, const struct pst_buffer *to,
                            struct pst_buffer *from, struct pst_error *error)
{
  const struct pst_text mine = {pst_buffer_string(&to[other]), to[other].size};
  enum pst_status status = PST_OK;

  if (comm->rank < other)
    status = send(comm, other, mine, error);
  if (status == PST_OK)
    status = receive(comm, other, &from[other], error);
  if (status == PST_OK && comm->rank > other)
    status = send(comm, other, mine, error);
  return status;
}

enum pst_status pst_comm_exchange(struct pst_comm *comm, struct pst_buffer *to,
                                  struct pst_buffer *from, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t round = 0; round < comm->size && status == PST_OK; round++) {
    size_t other = (round + comm->size - comm->rank) % comm->size;

    if (other == comm->rank) {
      pst_buffer_free(&from[other]);
      from[other] = to[other];
      to[other] = (struct pst_buffer){.size = 0};
    } else {
      status = swap(comm, other, to, from, error);
      pst_buffer_free(&to[other]);
    }
  }
  return status;
}
