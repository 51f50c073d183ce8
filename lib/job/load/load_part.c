/* load_part.c -- a part of the rows to a partial file, and the rows of all parts in the place of the files. */
#include <string.h>
#include <sys/stat.h>

#include "job/load/cells_run.h"
#include "scale/room.h"

/* --- what the parts are made of -------------------------------------------------------------------- */

static bool is_stamped(const struct pst_file *file)
{
  struct stat about;

  return file->use == PST_FILE_READ
         && (file->name == NULL || strcmp(file->name, "--from-parts") != 0)
         && strcmp(file->path, "-") != 0 && stat(file->path, &about) == 0 && S_ISREG(about.st_mode);
}

static enum pst_status stamp_files(struct pst_job *job, struct pst_plan *plan,
                                   struct pst_error *error)
{
  const bool brief = job->comm.size > 1 && job->options.checkpoint == NULL;
  enum pst_status status = PST_OK;

  plan->stamps = pst_arena_array(&job->arena, job->files.count + 1, sizeof *plan->stamps);
  if (plan->stamps == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < job->files.count && status == PST_OK; i++)
    if (is_stamped(&job->files.items[i]))
      status = (brief ? pst_stamp_brief : pst_stamp_of)(job->files.items[i].path,
                                                        &plan->stamps[plan->n_stamps++], error);
  return status;
}

enum pst_status pst_load_plan(struct pst_job *job, size_t n, struct pst_plan *plan,
                              struct pst_error *error)
{
  enum pst_status status = PST_OK;

  *plan = (struct pst_plan){
      .version = PST_VERSION, .program = job->program, .operands = job->operands, .n = n};
  for (size_t i = 0; i < job->said.count && status == PST_OK; i++)
    if (pst_plan_keeps(job->said.items[i]))
      status = pst_list_add(&plan->options, &job->arena, job->said.items[i], error);
  return status == PST_OK ? stamp_files(job, plan, error) : status;
}

/* --- a part ---------------------------------------------------------------------------------------- */

struct parting {
  struct pst_load *load;
  const struct pst_load_order *order;
  struct pst_tile_range *ranges;
  struct pst_tile *tiles;
  struct pst_buffer *rows, *rejects; /* of each tile */
  size_t n_ranges, n;
  struct pst_cells_run run; /* what the rows come to, with --aggregate */
  struct pst_moving moving; /* where they go, if they go to others */
  bool moves;
  struct pst_buffer sums;
};

static enum pst_status begin(struct parting *parting, struct pst_error *error)
{
  struct pst_job *job = parting->load->job;
  static const char *const standard_input[] = {"-"};
  size_t n_files = job->operands.count > 0 ? job->operands.count : 1;
  enum pst_status status = pst_share_ranges(
      &parting->order->share, job->operands.count > 0 ? job->operands.items : standard_input,
      n_files, &job->arena, &parting->ranges, &parting->n_ranges, error);

  if (status != PST_OK)
    return status;
  parting->tiles = pst_arena_array(&job->arena, n_files + 1, sizeof *parting->tiles);
  parting->rows = pst_arena_array(&job->arena, n_files + 1, sizeof *parting->rows);
  parting->rejects = pst_arena_array(&job->arena, n_files + 1, sizeof *parting->rejects);
  return parting->tiles == NULL || parting->rows == NULL || parting->rejects == NULL
             ? pst_fail_memory(error)
             : PST_OK;
}

static void say_trouble(const struct parting *parting, const struct pst_error *trouble)
{
  struct pst_job *job = parting->load->job;

  if (trouble->status != PST_OK)
    pst_job_say(job, "part %zu of %zu: %s; polstat merge reads this part of the file and tells it",
                parting->order->share.k, parting->order->share.n, trouble->message);
}

static enum pst_status take(void *context, struct pst_error *error)
{
  struct parting *parting = context;

  return parting->moves ? pst_moving_add(&parting->moving, error)
                        : pst_cells_run_add(&parting->run, error);
}

/* Nothing is told of each row, nor looked up for it, that all rows together would tell otherwise. */
static bool may_sum(const struct pst_load *load)
{
  const struct pst_job_options *o = &load->job->options;

  return o->given.aggregate && !load->task->order->rows && !load->rows && o->country.count == 0
         && o->join.count == 0 && load->n_parts == 0;
}

/* What cannot be summed alone, or not be read, may be so among all rows: they are kept then. */
static bool is_of_data(enum pst_status status)
{
  return status == PST_BAD_DATA || status == PST_USAGE || status == PST_UNDEFINED;
}

static enum pst_status begin_taking(struct parting *parting, struct pst_error *error)
{
  struct pst_load *load = parting->load;
  enum pst_status status;

  if (parting->moves)
    return pst_moving_begin(load, &parting->moving, error);
  status = pst_cells_run_check(load, error);
  return status == PST_OK ? pst_cells_run_begin(load, &parting->run, error) : status;
}

/* The rows go by, and are summed or sorted by who gets them. */
static enum pst_status take_ranges(struct parting *parting, struct pst_error *error)
{
  struct pst_load *load = parting->load;
  struct pst_error trouble = {.status = PST_OK};
  bool enough = false;
  enum pst_status status = begin_taking(parting, error);

  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < parting->n_ranges && status == PST_OK; i++) {
    size_t t = parting->n;
    bool has = false;

    status = pst_loader_sum(load->main, &load->job->table, &parting->ranges[i], PST_CELLS_RUN_ROWS,
                            take, parting, &parting->tiles[t], &has, &parting->rows[t],
                            &parting->rejects[t], &trouble);
    parting->n += has;
  }
  if (status == PST_OK)
    status = parting->moves ? pst_moving_pack(&parting->moving, &parting->sums, &enough, &trouble)
                            : pst_load_sum_pack(&parting->run, &parting->sums, &enough, &trouble);
  load->rows_needed = is_of_data(status) || (status == PST_OK && !enough);
  if (status != PST_OK && !load->rows_needed && error != NULL)
    *error = trouble;
  return load->rows_needed ? PST_UNDEFINED : status;
}

static enum pst_status read_ranges(struct parting *parting, struct pst_error *error)
{
  struct pst_load *load = parting->load;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < parting->n_ranges && status == PST_OK; i++) {
    size_t t = parting->n;
    struct pst_error trouble = {.status = PST_OK};
    bool has = false;

    status = pst_loader_pack(load->main, &load->job->table, &parting->ranges[i], &parting->tiles[t],
                             &has, &parting->rows[t], &parting->rejects[t], &trouble, error);
    if (status == PST_OK)
      say_trouble(parting, &trouble);
    parting->n += has;
  }
  return status;
}

static void set_texts(struct parting *parting)
{
  for (size_t t = 0; t < parting->n; t++) {
    struct pst_tile *tile = &parting->tiles[t];

    parting->load->task->n_rows += tile->summed ? 0 : tile->n_rows;
    tile->rows = (struct pst_text){pst_buffer_string(&parting->rows[t]), parting->rows[t].size};
    tile->rejects =
        (struct pst_text){pst_buffer_string(&parting->rejects[t]), parting->rejects[t].size};
  }
}

static enum pst_status write_file(const struct parting *parting, struct pst_text bytes,
                                  struct pst_error *error)
{
  const struct pst_load_order *order = parting->order;
  const struct pst_part part = {.k = order->share.k, .bytes = bytes};
  const struct pst_plan *plan = order->plan;
  struct pst_buffer plan_bytes = {.size = 0};
  struct pst_plan now;
  enum pst_status status = PST_OK;

  if (plan == NULL) {
    status = pst_load_plan(parting->load->job, order->share.n, &now, error);
    plan = &now;
  }
  if (status == PST_OK)
    pst_plan_pack(plan, &plan_bytes);
  if (status == PST_OK && plan_bytes.failed)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = pst_partial_write(order->path,
                               (struct pst_text){pst_buffer_string(&plan_bytes), plan_bytes.size},
                               &part, 1, error);
  pst_buffer_free(&plan_bytes);
  return status;
}

static enum pst_status write(struct parting *parting, struct pst_error *error)
{
  const struct pst_load_order *order = parting->order;
  struct pst_buffer own = {.size = 0}, *bytes = order->path == NULL ? order->bytes : &own;
  enum pst_status status = PST_OK;

  pst_part_pack(order->share.k, parting->tiles, parting->n,
                (struct pst_text){pst_buffer_string(&parting->sums), parting->sums.size}, bytes);
  if (bytes->failed)
    status = pst_fail_memory(error);
  if (status == PST_OK && order->path != NULL)
    status = write_file(parting, (struct pst_text){pst_buffer_string(bytes), bytes->size}, error);
  pst_buffer_free(&own);
  return status;
}

static void say_rows(const struct parting *parting)
{
  size_t rows = 0, rejected = 0;

  if (parting->order->path == NULL)
    return;
  for (size_t t = 0; t < parting->n; t++) {
    rows += parting->tiles[t].n_rows;
    rejected += parting->tiles[t].n_rejected;
  }
  pst_job_say(parting->load->job, "part %zu of %zu: %zu row%s in %s, %zu rejected",
              parting->order->share.k, parting->order->share.n, rows, rows == 1 ? "" : "s",
              parting->order->path, rejected);
}

enum pst_status pst_load_part(struct pst_load *load, struct pst_error *error)
{
  struct parting parting = {
      .load = load, .order = load->task->order, .moves = pst_moving_may(load)};
  enum pst_status status = begin(&parting, error);

  if (status == PST_OK)
    status = parting.moves || may_sum(load) ? take_ranges(&parting, error)
                                            : read_ranges(&parting, error);
  set_texts(&parting);
  if (status == PST_OK)
    status = write(&parting, error);
  if (status == PST_OK)
    say_rows(&parting);
  for (size_t t = 0; parting.rows != NULL && parting.rejects != NULL && t <= parting.n; t++) {
    pst_buffer_free(&parting.rows[t]);
    pst_buffer_free(&parting.rejects[t]);
  }
  pst_buffer_free(&parting.sums);
  pst_cells_free(parting.run.cells);
  pst_moving_free(&parting.moving);
  return status;
}

/* --- all parts ------------------------------------------------------------------------------------- */

static enum pst_status check(struct pst_load *load, struct pst_error *error)
{
  struct pst_pieces *pieces = &load->pieces;
  struct pst_buffer text = {.size = 0};
  struct pst_plan now;
  size_t n = 0;
  enum pst_status status = pst_load_plan(load->job, pieces->plan->n, &now, error);

  if (status == PST_OK && pst_plan_differs(pieces->plan, &now, &text))
    status = pst_fail(error, PST_BAD_DATA, "%s was made otherwise than this is run: these are %s",
                      pieces->files[0].path, pst_buffer_string(&text));
  if (status == PST_OK)
    status = pst_pieces_check(pieces, &now, &text, &n, error);
  if (status == PST_OK && n > 0)
    status = pst_load_fail_parts(load, &text, n, error);
  pst_buffer_free(&text);
  return status;
}

static enum pst_status open_pieces(struct pst_load *load, struct pst_error *error)
{
  const struct pst_load_source *source = load->task->source;
  const struct pst_list *paths = source == NULL ? &load->job->options.from_parts : &source->paths;

  if (paths->count > 0)
    return pst_pieces_open(paths->items, paths->count, &load->job->arena, &load->pieces, error);
  return pst_pieces_of(source->packed, source->n_packed, source->plan, &load->job->arena,
                       &load->pieces, error);
}

/* The bytes of the parts are files, or there already. */
static enum pst_status check_room(const struct pst_tile *tiles, size_t n, struct pst_error *error)
{
  unsigned long long bytes = 0, rows = 0, all;
  const unsigned long long small = 1 << 24;

  for (size_t i = 0; i < n; i++) {
    bytes += tiles[i].rows.size;
    rows += tiles[i].summed ? 0 : tiles[i].n_rows;
  }
  all = pst_room_of_rows(bytes, rows) - bytes;
  return all < small ? PST_OK : pst_room_check(all, pst_room_left(), "this machine", error);
}

enum pst_status pst_load_give(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  struct pst_tile *tiles;
  size_t n;
  bool some = false;
  enum pst_status status;

  if (job->options.from_parts.count == 0 && load->task->source == NULL)
    return PST_OK;
  status = open_pieces(load, error);
  if (status == PST_OK)
    status = check(load, error);
  if (status == PST_OK)
    load->summed = pst_pieces_summed(&load->pieces, &some);
  if (status == PST_OK && some && !load->summed)
    status = pst_load_fail_rows(load, error);
  if (status == PST_OK)
    status = pst_pieces_tiles(&load->pieces, &job->arena, &tiles, &n, error);
  if (status == PST_OK && !job->options.given.aggregate)
    status = check_room(tiles, n, error);
  if (status == PST_OK)
    status = pst_loader_give(load->main, tiles, n, error);
  return status;
}
