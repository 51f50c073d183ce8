/* tiles_take.c -- the rows of all parts in the place of the files. */
#include <stdlib.h>

#include "table/load/packed/rows_pack.h"
#include "table/load/packed/tiles.h"
#include "table/read/tile.h"

struct pst_loader_given {
  const struct pst_tile *tiles;
  size_t n, at;           /* the tile in hand */
  struct pst_rows *rows;  /* of it; NULL: none is open */
  bool reading;           /* it is read from its file */
  bool read;              /* the reader of the source was used for it */
  struct pst_reader *own; /* of the source, while that of a tile stands in its place */
  bool seekable;          /* the source in hand has a plan */
  struct pst_tile_plan plan;
  unsigned long line;      /* of the source, where the tile begins */
  size_t broken;           /* of pst_loader_broken, plus one */
  unsigned long long from; /* where that tile begins */
};

static const struct pst_tile *tile_of(const struct pst_loader_given *given)
{
  return &given->tiles[given->at];
}

size_t pst_loader_broken(const struct pst_loader *loader, unsigned long long *from)
{
  const struct pst_loader_given *given = loader->given;

  *from = given->from;
  return given->broken == 0 ? given->n : given->broken - 1;
}

/* --- a tile that is read ------------------------------------------------------------------------ */

static enum pst_status begin_reading(struct pst_loader *loader, struct pst_loader_source *source,
                                     struct pst_error *error)
{
  struct pst_loader_given *given = loader->given;
  const struct pst_tile *tile = tile_of(given);
  enum pst_status status;

  given->reading = true;
  given->read = given->read || !given->seekable;
  if (!given->seekable)
    return PST_OK;
  given->own = source->reader;
  status = pst_tile_open(source->path, &loader->options.reader, &given->plan, tile->start,
                         tile->stop, given->line, &source->reader, error);
  if (status != PST_OK) {
    source->reader = given->own;
    given->own = NULL;
    return status;
  }
  pst_reader_want(source->reader, source->wanted);
  return PST_OK;
}

/* Where it stopped the next one must begin. */
static enum pst_status check_next(struct pst_loader *loader, unsigned long long stop,
                                  struct pst_error *error)
{
  struct pst_loader_given *given = loader->given;
  const struct pst_tile *next = tile_of(given) + 1;

  if (given->at + 1 == given->n || next->file != next[-1].file || next->start == stop)
    return PST_OK;
  given->broken = given->at + 2;
  given->from = stop;
  return pst_fail(error, PST_AGAIN, "a part does not begin where the one before it stopped");
}

static enum pst_status end_reading(struct pst_loader *loader, struct pst_loader_source *source,
                                   struct pst_error *error)
{
  struct pst_loader_given *given = loader->given;
  enum pst_status status = PST_OK;

  given->reading = false;
  if (given->seekable) {
    status = check_next(loader, pst_tile_stop(source->reader, &given->line), error);
    pst_reader_close(source->reader);
    source->reader = given->own;
    given->own = NULL;
  }
  given->at++;
  return status;
}

static enum pst_status read_some(struct pst_loader *loader, struct pst_loader_source *source,
                                 struct pst_error *error)
{
  bool ended = false;
  enum pst_status status = pst_loader_next_block(loader, source, &ended, error);

  return status == PST_OK && ended ? end_reading(loader, source, error) : status;
}

/* --- a tile whose rows are packed ---------------------------------------------------------------- */

static enum pst_status take_rejects(struct pst_loader *loader, const char *name,
                                    struct pst_error *error)
{
  const struct pst_tile *tile = tile_of(loader->given);
  struct pst_unpack in = {.left = tile->rejects};
  struct pst_buffer reason = {.size = 0};
  bool failed = false;

  for (size_t i = 0; i < tile->n_rejected && !in.failed && !failed; i++) {
    unsigned long line = loader->given->line + pst_unpack_number(&in);
    struct pst_text text = pst_unpack_text(&in), raw = pst_unpack_text(&in);

    pst_buffer_clear(&reason);
    pst_buffer_add(&reason, text.data, text.size);
    failed = reason.failed;
    if (!failed && !in.failed)
      pst_loader_reject(loader, name, line, pst_buffer_string(&reason), raw);
  }
  pst_buffer_free(&reason);
  pst_rejects_flush(loader->rejects);
  if (failed)
    return pst_fail_memory(error);
  return in.failed ? pst_fail(error, PST_BAD_DATA, "the rejected records of a part are cut")
                   : PST_OK;
}

static void close_rows(struct pst_loader_given *given)
{
  if (given->rows != NULL)
    pst_rows_close(given->rows);
  free(given->rows);
  given->rows = NULL;
}

static enum pst_status open_rows(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_loader_given *given = loader->given;
  enum pst_status status;

  given->rows = calloc(1, sizeof *given->rows);
  if (given->rows == NULL)
    return pst_fail_memory(error);
  status = pst_rows_open(tile_of(given)->rows, loader, given->rows, error);
  if (status != PST_OK || !pst_rows_fit(given->rows, loader))
    close_rows(given);
  return status;
}

static enum pst_status take_some(struct pst_loader *loader, size_t most, struct pst_error *error)
{
  struct pst_loader_given *given = loader->given;
  enum pst_status status =
      pst_rows_take(given->rows, loader, most, (unsigned)loader->current, given->line, error);

  if (status != PST_OK || given->rows->taken < given->rows->n_rows)
    return status;
  close_rows(given);
  loader->n_rows += tile_of(given)->summed ? tile_of(given)->n_rows : 0;
  given->line += tile_of(given)->lines;
  given->at++;
  return PST_OK;
}

static enum pst_status begin_tile(struct pst_loader *loader, struct pst_loader_source *source,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (!tile_of(loader->given)->again)
    status = open_rows(loader, error);
  if (status != PST_OK)
    return status;
  if (loader->given->rows == NULL)
    return begin_reading(loader, source, error);
  return take_rejects(loader, pst_reader_name(source->reader), error);
}

/* --- all of them -------------------------------------------------------------------------------- */

static enum pst_status begin_file(struct pst_loader *loader, struct pst_loader_source *source,
                                  struct pst_error *error)
{
  struct pst_loader_given *given = loader->given;
  enum pst_status status = pst_loader_begin_source(loader, source, error);

  if (status != PST_OK)
    return status;
  given->seekable = pst_tile_plan(source->reader, &given->plan, NULL) == PST_OK;
  given->line = given->seekable ? given->plan.line : 0;
  given->read = given->seekable;
  if (given->seekable)
    pst_tile_learn(source->reader, &given->plan);
  return PST_OK;
}

/* What the first file's records have in common is told at the end. */
static void end_file(struct pst_loader *loader, struct pst_loader_source *source)
{
  if (loader->current == 0 && !loader->given->read)
    pst_tile_learn(source->reader, NULL);
  pst_loader_end_source(loader, source);
}

static enum pst_status go_on(struct pst_loader *loader, struct pst_loader_source *source,
                             size_t most, struct pst_error *error)
{
  struct pst_loader_given *given = loader->given;

  if (given->reading)
    return read_some(loader, source, error);
  if (given->rows != NULL)
    return take_some(loader, most - loader->table->n_rows, error);
  if (given->at < given->n && tile_of(given)->file == loader->current)
    return begin_tile(loader, source, error);
  end_file(loader, source);
  return PST_OK;
}

static enum pst_status take(struct pst_loader *loader, size_t most, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  while (status == PST_OK && loader->current < loader->n_sources && loader->table->n_rows < most) {
    struct pst_loader_source *source = &loader->sources[loader->current];

    if (!loader->mapped)
      status = begin_file(loader, source, error);
    if (status == PST_OK)
      status = go_on(loader, source, most, error);
  }
  return status;
}

static void free_given(struct pst_loader *loader)
{
  struct pst_loader_given *given = loader->given;

  close_rows(given);
  if (given->own != NULL) {
    pst_reader_close(loader->sources[loader->current].reader);
    loader->sources[loader->current].reader = given->own;
  }
  free(given);
  loader->given = NULL;
}

enum pst_status pst_loader_give(struct pst_loader *loader, const struct pst_tile *tiles, size_t n,
                                struct pst_error *error)
{
  loader->given = calloc(1, sizeof *loader->given);
  if (loader->given == NULL)
    return pst_fail_memory(error);
  *loader->given = (struct pst_loader_given){.tiles = tiles, .n = n};
  loader->take = take;
  loader->free_given = free_given;
  return PST_OK;
}
