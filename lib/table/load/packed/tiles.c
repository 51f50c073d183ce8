/* tiles.c -- a range of the input as packed rows. */
#include "table/load/packed/tiles.h"

#include <limits.h>
#include <string.h>

#include "input/input.h"
#include "table/load/plain_numbers.h"
#include "table/load/packed/rows_pack.h"
#include "table/read/tile.h"

/* A file is judged by its beginning, and its lines tell what was judged: they are counted up to here.
   Farther on any line is behind it. */
enum { COUNTED_MOST = 1024 * 1024, PIECE = 1 << 16 };
static const unsigned long far_line = ULONG_MAX / 4;

struct packing {
  struct pst_loader *loader;
  struct pst_loader_source *source;
  const struct pst_tile_range *range;
  struct pst_tile *tile;
  struct pst_tile_plan plan;
  unsigned long line;  /* from which lines are counted */
  pst_tile_take *take; /* of MOST rows; NULL: they are packed */
  void *context;
  size_t most;
};

/* --- where it begins ---------------------------------------------------------------------------- */

/* Line ends of DATA: LF, CRLF and CR; AFTER_CR carries over from the piece before. */
static unsigned long count_lines(const char *data, size_t size, bool *after_cr)
{
  unsigned long n = 0;

  for (size_t i = 0; i < size; i++) {
    n += data[i] == '\r' || (data[i] == '\n' && !*after_cr);
    *after_cr = data[i] == '\r';
  }
  return n;
}

static enum pst_status find_line(struct packing *p, unsigned long long start,
                                 struct pst_error *error)
{
  char data[PIECE];
  unsigned long long left = start - p->plan.from;
  struct pst_input *input = NULL;
  size_t got = 1;
  bool after_cr = false;
  enum pst_status status;

  p->line = left <= COUNTED_MOST ? p->plan.line : far_line;
  if (left == 0 || left > COUNTED_MOST)
    return PST_OK;
  status = pst_input_open_at(p->source->path, p->plan.from, &input, error);
  while (status == PST_OK && left > 0 && got > 0) {
    status = pst_input_read(input, data, left < PIECE ? (size_t)left : PIECE, &got, error);
    if (status == PST_OK)
      p->line += count_lines(data, got, &after_cr);
    left -= got;
  }
  pst_input_close(input);
  return status;
}

static enum pst_status find_start(const struct packing *p, unsigned long long *start,
                                  struct pst_error *error)
{
  const struct pst_tile_range *range = p->range;

  *start = range->from <= p->plan.from ? p->plan.from : range->from;
  if (range->from <= p->plan.from || range->is_start)
    return PST_OK;
  return pst_tile_guess(p->source->path, &p->plan, range->from, start, error);
}

/* --- reading ------------------------------------------------------------------------------------ */

/* As if nothing had been read before. */
static void forget(struct pst_loader *loader)
{
  pst_table_empty(loader->table, loader->n_asked);
  pst_arena_release(&loader->table->arena, loader->mark);
  for (size_t i = 0; i < loader->n_asked; i++) {
    loader->table->columns[i].sign[0] = '\0';
    loader->table->columns[i].period = PST_PERIOD_NONE;
    loader->asked[i].left_out = 0;
    loader->asked[i].kind_refused = false;
  }
  pst_plain_numbers_begin(loader);
}

static bool is_of_data(enum pst_status status)
{
  return status == PST_BAD_DATA || status == PST_USAGE;
}

/* Rows that are settled are taken, and gone. */
static enum pst_status hand_over(struct packing *p, struct pst_error *error)
{
  struct pst_loader *loader = p->loader;
  enum pst_status status;

  p->tile->n_rows += loader->table->n_rows;
  status = pst_loader_settle(loader, error);
  if (status == PST_OK)
    status = p->take(p->context, error);
  pst_table_empty(loader->table, loader->n_asked);
  pst_arena_release(&loader->table->arena, loader->mark);
  return status;
}

static enum pst_status read_all(struct packing *p, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  bool ended = false;

  while (status == PST_OK && !ended) {
    status = pst_loader_next_block(p->loader, p->source, &ended, error);
    if (status == PST_OK && p->take != NULL && (ended || p->loader->table->n_rows >= p->most))
      status = hand_over(p, error);
  }
  return status;
}

/* The reader of the tile stands in for that of the source meanwhile. */
static enum pst_status read_tile(struct packing *p, struct pst_error *error)
{
  struct pst_tile *tile = p->tile;
  struct pst_reader *own = p->source->reader;
  unsigned long line = 0;
  enum pst_status status = find_line(p, tile->start, error);

  tile->stop = p->range->until;
  if (status == PST_OK)
    status = pst_tile_open(p->source->path, &p->loader->options.reader, &p->plan, tile->start,
                           tile->stop, p->line, &p->source->reader, error);
  if (status != PST_OK) {
    p->source->reader = own;
    return status;
  }
  pst_reader_want(p->source->reader, p->source->wanted);
  p->loader->packed_line = p->line;
  status = read_all(p, error);
  if (status == PST_OK)
    tile->stop = pst_tile_stop(p->source->reader, &line);
  if (status == PST_OK)
    tile->lines = line - p->line;
  pst_reader_close(p->source->reader);
  p->source->reader = own;
  return status;
}

/* The source is open, and has the columns. */
static enum pst_status read_range(struct packing *p, bool *has, struct pst_error *error)
{
  struct pst_tile *tile = p->tile;
  enum pst_status status;

  tile->whole = pst_tile_plan(p->source->reader, &p->plan, NULL) != PST_OK;
  *has = !tile->whole || p->range->begins;
  if (tile->whole) {
    tile->start = 0;
    tile->stop = p->range->size;
    p->loader->packed_line = 0;
    return *has ? read_all(p, error) : PST_OK;
  }
  pst_tile_learn(p->source->reader, &p->plan);
  status = find_start(p, &tile->start, error);
  if (status != PST_OK)
    return status;
  if (tile->start >= p->range->until) {
    tile->stop = tile->start;
    p->loader->packed_line = p->plan.line;
    return PST_OK;
  }
  return read_tile(p, error);
}

/* --- packing ------------------------------------------------------------------------------------ */

static enum pst_status begin(struct packing *p, struct pst_table *table, struct pst_error *error)
{
  struct pst_loader *loader = p->loader;
  enum pst_status status = PST_OK;

  if (loader->table == NULL)
    status = pst_loader_begin(loader, table, error);
  if (status != PST_OK)
    return status;
  if (p->take == NULL) {
    table->partial = false;
    forget(loader);
  }
  loader->current = p->range->file;
  return PST_OK;
}

/* What failed is not kept: the tile is read when those before it are there. */
static void give_up(const struct packing *p, struct pst_buffer *rejects, size_t rejects_before,
                    size_t rejected_before)
{
  struct pst_tile *tile = p->tile;

  p->loader->n_rejected = rejected_before;
  pst_buffer_cut(rejects, rejects_before);
  if (!tile->whole)
    tile->stop = p->range->until > tile->start ? p->range->until : tile->start;
  tile->lines = 0;
  tile->again = true;
}

static enum pst_status pack(struct packing *p, bool *has, struct pst_error *error)
{
  struct pst_loader *loader = p->loader;
  enum pst_status status = PST_OK;

  *has = true;
  if (p->source->reader == NULL)
    status = pst_loader_open_source(loader, p->source, error);
  if (status == PST_OK)
    status = pst_loader_map_source(loader, p->source, error);
  return status == PST_OK ? read_range(p, has, error) : status;
}

static enum pst_status finish(const struct packing *p, struct pst_buffer *rows,
                              const struct pst_buffer *rejects, size_t rejected_before,
                              struct pst_error *error)
{
  const struct pst_loader *loader = p->loader;

  p->tile->n_rejected = loader->n_rejected - rejected_before;
  p->tile->line = loader->packed_line;
  return pst_rows_pack(loader, loader->packed_line, rows) && !rejects->failed
             ? PST_OK
             : pst_fail_memory(error);
}

enum pst_status pst_loader_pack(struct pst_loader *loader, struct pst_table *table,
                                const struct pst_tile_range *range, struct pst_tile *tile,
                                bool *has, struct pst_buffer *rows, struct pst_buffer *rejects,
                                struct pst_error *trouble, struct pst_error *error)
{
  struct packing p = {
      .loader = loader, .source = &loader->sources[range->file], .range = range, .tile = tile};
  size_t rejects_before = rejects->size, rejected_before = loader->n_rejected;
  struct pst_error failure = {.status = PST_OK};
  enum pst_status status = begin(&p, table, error);

  *tile = (struct pst_tile){.file = range->file, .start = range->from, .stop = range->until};
  if (status != PST_OK)
    return status;
  loader->packed_rejects = rejects;
  status = pack(&p, has, &failure);
  loader->packed_rejects = NULL;
  if (trouble != NULL)
    *trouble = failure;
  if (is_of_data(status)) {
    give_up(&p, rejects, rejects_before, rejected_before);
    return PST_OK;
  }
  if (status != PST_OK && error != NULL)
    *error = failure;
  if (status != PST_OK || !*has)
    return status;
  tile->n_rows = loader->table->n_rows;
  return finish(&p, rows, rejects, rejected_before, error);
}

enum pst_status pst_loader_sum(struct pst_loader *loader, struct pst_table *table,
                               const struct pst_tile_range *range, size_t most, pst_tile_take *take,
                               void *context, struct pst_tile *tile, bool *has,
                               struct pst_buffer *rows, struct pst_buffer *rejects,
                               struct pst_error *error)
{
  struct packing p = {.loader = loader,
                      .source = &loader->sources[range->file],
                      .range = range,
                      .tile = tile,
                      .take = take,
                      .context = context,
                      .most = most};
  size_t rejected_before = loader->n_rejected;
  enum pst_status status = begin(&p, table, error);

  *tile = (struct pst_tile){.file = range->file, .start = range->from, .stop = range->until};
  tile->summed = true;
  if (status != PST_OK)
    return status;
  loader->packed_rejects = rejects;
  status = pack(&p, has, error);
  loader->packed_rejects = NULL;
  return status == PST_OK && *has ? finish(&p, rows, rejects, rejected_before, error) : status;
}
