/* units.c -- the files read in units, each a part: kept in a folder, or read by several ranks. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "job/parted/units.h"

/* --- which there are ------------------------------------------------------------------------------ */

static const unsigned long long usual_unit = 64ULL << 20;

static const struct pst_list *files_of(const struct pst_job *job)
{
  static const char *standard_input[] = {"-"};
  static const struct pst_list only = {.items = standard_input, .count = 1};

  return job->operands.count > 0 ? &job->operands : &only;
}

/* Units of BYTES.  Ranks that keep nothing have one each. */
static size_t count_units(const struct pst_job *job, unsigned long long bytes)
{
  const struct pst_job_options *o = &job->options;
  unsigned long long unit = o->given.unit ? o->unit : usual_unit, n = (bytes + unit - 1) / unit;

  if (o->checkpoint == NULL && !o->given.unit)
    n = job->comm.size;
  return n < 1 ? 1 : n > PST_SHARE_MOST ? PST_SHARE_MOST + 1 : (size_t)n;
}

static enum pst_status make_folder(const char *path, struct pst_error *error)
{
  if (mkdir(path, 0777) == 0 || errno == EEXIST)
    return PST_OK;
  return pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
}

/* --part K/N is units (K-1)m+1 to Km of Nm: the same bytes. */
static enum pst_status set_units(struct pst_units *units, unsigned long long bytes,
                                 struct pst_error *error)
{
  struct pst_job *job = units->job;
  struct pst_share share = {.k = 1, .n = 1};
  enum pst_status status = PST_OK;

  if (job->options.part != NULL)
    status = pst_share_read(job->options.part, &share, error);
  if (status != PST_OK)
    return status;
  units->n = count_units(job, (bytes + share.n - 1) / share.n);
  units->first = (share.k - 1) * units->n + 1;
  if (units->n * share.n > PST_SHARE_MOST)
    return pst_fail(error, PST_USAGE,
                    "--unit: these files have more than %d units of that size; take a larger one",
                    PST_SHARE_MOST);
  return pst_load_plan(job, units->n * share.n, &units->plan, error);
}

static enum pst_status begin(struct pst_units *units, struct pst_error *error)
{
  struct pst_job *job = units->job;
  const struct pst_list *files = files_of(job);
  struct pst_error trouble = {.status = PST_OK};
  unsigned long long bytes;
  enum pst_status status = pst_share_bytes(files->items, files->count, &bytes, &trouble);

  if (status == PST_USAGE && job->options.checkpoint != NULL)
    return pst_fail(error, status, "--checkpoint: %s", trouble.message);
  if (status != PST_OK) {
    if (error != NULL)
      *error = trouble;
    return PST_UNDEFINED;
  }
  status = set_units(units, bytes, error);
  if (status == PST_OK && job->options.checkpoint != NULL)
    status = make_folder(job->options.checkpoint, error);
  if (status != PST_OK)
    return status;
  units->packed = pst_arena_array(&job->arena, units->n + 1, sizeof *units->packed);
  units->demands = pst_arena_array(&job->arena, 2 * units->plan.n + 1, sizeof *units->demands);
  if (job->comm.size > 1 && job->options.checkpoint == NULL)
    units->moves = pst_arena_array(&job->arena, units->n + 1, sizeof *units->moves);
  if (units->packed == NULL || units->demands == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < units->n && units->moves != NULL; i++)
    units->moves[i].n = job->comm.size;
  for (size_t i = 0; i < units->n; i++)
    units->demands[i] = (struct pst_demand){.k = units->first + i};
  units->n_demands = units->n;
  return PST_OK;
}

/* --- those that are kept ---------------------------------------------------------------------------- */

static const char *path_of(const struct pst_units *units, size_t k)
{
  struct pst_job *job = units->job;

  return pst_arena_format(&job->arena, "%s/%zu-of-%zu.pst", job->options.checkpoint, k,
                          units->plan.n);
}

/* Of this work, and of the files as they are; of another work it is no file to write over. */
static enum pst_status check_kept(const struct pst_units *units, const struct pst_partial *kept,
                                  const struct pst_demand *demand, bool *good,
                                  struct pst_error *error)
{
  struct pst_buffer what = {.size = 0};
  const struct pst_part *part = &kept->parts[0];
  enum pst_status status = PST_OK;

  if (pst_plan_differs(&kept->plan, &units->plan, &what))
    status =
        pst_fail(error, PST_USAGE,
                 "--checkpoint %s keeps another piece of work: they have %s; name another folder",
                 units->job->options.checkpoint, pst_buffer_string(&what));
  *good = pst_plan_changed(&kept->plan, &units->plan) == NULL && kept->n_parts == 1
          && part->k == demand->k && !(demand->rows && part->sums.size > 0)
          && !(demand->has_start && (part->n_tiles == 0 || part->tiles[0].start != demand->start));
  pst_buffer_free(&what);
  return status;
}

/* What is torn, or of files that have changed, is not there. */
static enum pst_status find(const struct pst_units *units, const struct pst_demand *demand,
                            bool *there, struct pst_error *error)
{
  struct pst_arena arena = {0};
  struct pst_partial kept;
  struct pst_error trouble = {.status = PST_OK};
  const char *path = path_of(units, demand->k);
  enum pst_status status;

  *there = false;
  if (path == NULL)
    return pst_fail_memory(error);
  if (access(path, F_OK) != 0)
    return PST_OK;
  status = pst_partial_open(path, &arena, &kept, &trouble);
  if (status == PST_OK) {
    status = check_kept(units, &kept, demand, there, error);
    pst_partial_close(&kept);
  } else if (status == PST_BAD_DATA) {
    status = PST_OK;
  } else if (error != NULL) {
    *error = trouble;
  }
  pst_arena_free(&arena);
  return status;
}

/* --- making ----------------------------------------------------------------------------------------- */

/* What is the matter with the data is told best by one process that reads all of them: PST_UNDEFINED says so. */
static enum pst_status of_data(enum pst_status status)
{
  return status == PST_IO || status == PST_NO_MEMORY || status == PST_OK ? status : PST_UNDEFINED;
}

static enum pst_status make(struct pst_units *units, const struct pst_demand *demand,
                            struct pst_error *error)
{
  struct pst_job *job = units->job;
  struct pst_buffer bytes = {.size = 0};
  struct pst_load_order order = {
      .share = {.k = demand->k,
                .n = units->plan.n,
                .has_start = demand->has_start,
                .start = demand->start},
      .rows = demand->rows,
      .plan = &units->plan,
      .bytes = &bytes,
      .move = units->moves == NULL ? NULL : &units->moves[demand->k - units->first]};
  struct pst_load_task task = {.order = &order};
  size_t said = job->log.size;
  enum pst_status status;

  if (job->options.checkpoint != NULL)
    order.path = path_of(units, demand->k);
  if (job->options.checkpoint != NULL && order.path == NULL)
    return pst_fail_memory(error);
  status = of_data(pst_load_once(job, &task, error));
  pst_load_forget(job, said);
  if (status == PST_OK && order.path == NULL) {
    pst_pack_number(&units->made, demand->k);
    pst_pack_text(&units->made, (struct pst_text){pst_buffer_string(&bytes), bytes.size});
    units->n_made++;
    units->n_rows += task.n_rows;
    status = units->made.failed ? pst_fail_memory(error) : PST_OK;
  }
  pst_buffer_free(&bytes);
  return status;
}

/* Each rank has units that follow each other. */
static bool is_own(const struct pst_units *units, size_t k)
{
  const struct pst_comm *comm = &units->job->comm;

  return (k - units->first) * comm->size / units->n == comm->rank;
}

static enum pst_status make_own(struct pst_units *units, bool first_time, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < units->n_demands && status == PST_OK; i++) {
    const struct pst_demand *demand = &units->demands[i];
    bool there = false;

    if (!is_own(units, demand->k))
      continue;
    if (units->job->options.checkpoint != NULL)
      status = find(units, demand, &there, error);
    if (status == PST_OK && !there)
      status = make(units, demand, error);
    units->there += status == PST_OK && there && first_time;
  }
  return status;
}

/* --- all of them ------------------------------------------------------------------------------------- */

static enum pst_status list_paths(const struct pst_units *units, struct pst_list *paths,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < units->n && status == PST_OK; i++) {
    const char *path = path_of(units, units->first + i);

    status = path == NULL ? pst_fail_memory(error)
                          : pst_list_add(paths, &units->job->arena, path, error);
  }
  return status;
}

/* A file that changes meanwhile would be asked for again and again. */
static enum pst_status check_files(const struct pst_units *units, struct pst_error *error)
{
  struct pst_plan now;
  enum pst_status status = pst_load_plan(units->job, units->plan.n, &now, error);
  const char *changed = status == PST_OK ? pst_plan_changed(&units->plan, &now) : NULL;

  if (changed != NULL)
    return pst_fail_at(error, PST_BAD_DATA, changed, 0,
                       "it was changed while it was read; run the command again");
  return status;
}

static enum pst_status give_all(struct pst_units *units, struct pst_error *error)
{
  struct pst_load_source source = {
      .packed = units->packed, .n_packed = units->n, .plan = &units->plan};
  struct pst_load_task task = {
      .source = &source, .demands = units->demands, .moves = &units->order};
  size_t said = units->job->log.size;
  enum pst_status status = PST_OK;

  if (units->job->options.checkpoint != NULL)
    status = list_paths(units, &source.paths, error);
  if (status == PST_OK)
    status = pst_load_once(units->job, &task, error);
  if (status != PST_OK)
    pst_buffer_clear(&units->order);
  if (status != PST_AGAIN || task.n_demands == 0)
    return status;
  pst_load_forget(units->job, said);
  pst_error_clear(error);
  status = check_files(units, error);
  units->n_demands = status == PST_OK ? task.n_demands : 0;
  return status;
}

/* The units of --part as its partial file. */
static enum pst_status put_together(struct pst_units *units, struct pst_error *error)
{
  struct pst_list paths = {.count = 0};
  struct pst_pieces pieces = {.n_files = 0};
  struct pst_job *job = units->job;
  enum pst_status status = list_paths(units, &paths, error);

  if (status == PST_OK)
    status = pst_pieces_open(paths.items, paths.count, &job->arena, &pieces, error);
  if (status == PST_OK)
    status = pst_pieces_write(&pieces, &job->arena, job->options.output, error);
  if (status == PST_OK)
    pst_job_say(job, "units %zu to %zu of %zu are in %s", units->first, units->first + units->n - 1,
                units->plan.n, job->options.output);
  pst_pieces_close(&pieces);
  return status;
}

/* Until rank 0 has all rows: some units may have to be made again. */
static enum pst_status go_on(struct pst_units *units, enum pst_status status,
                             struct pst_error *error)
{
  bool done = false, first = true;

  while (!done) {
    status = pst_units_collect(units, status, error);
    if (first && units->there > 0 && units->job->comm.rank == 0)
      pst_job_say(units->job, "%zu of %zu units were in %s", units->there, units->n,
                  units->job->options.checkpoint);
    first = false;
    units->n_demands = 0;
    if (status == PST_UNDEFINED)
      units->alone = true;
    else if (status == PST_OK && units->job->comm.rank == 0)
      status = give_all(units, error);
    if (pst_units_tell(units, &done, error) != PST_OK)
      return PST_IO;
    if (!done)
      status = make_own(units, false, error);
  }
  return status;
}

enum pst_status pst_job_meet(struct pst_job *job, enum pst_status status, struct pst_error *error)
{
  struct pst_units units = {.job = job};
  bool done;

  job->met = true;
  status = pst_units_collect(&units, status, error);
  if (pst_units_tell(&units, &done, error) != PST_OK)
    status = PST_IO;
  pst_units_free(&units);
  return status;
}

enum pst_status pst_load_units(struct pst_job *job, bool *alone, struct pst_error *error)
{
  struct pst_units units = {.job = job};
  enum pst_status status = begin(&units, error);

  if (status == PST_OK)
    status = make_own(&units, true, error);
  job->met = true;
  if (job->options.part == NULL)
    status = go_on(&units, status, error);
  else if (status == PST_OK)
    status = put_together(&units, error);
  else if (status == PST_UNDEFINED && error != NULL)
    status = error->status;
  if (job->comm.rank > 0 && status != PST_IO)
    status = PST_OK; /* rank 0 tells it */
  if (status == PST_OK && units.order.size > 0)
    status = pst_units_move(&units, error);
  *alone = units.alone && job->comm.rank == 0;
  if (units.alone) {
    pst_error_clear(error);
    status = PST_OK;
  }
  pst_units_free(&units);
  return status;
}
