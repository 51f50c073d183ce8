/* pieces.c -- the parts of one piece of work. */
#include "scale/pieces.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- opening -------------------------------------------------------------------------------------- */

static int by_number(const void *a, const void *b)
{
  const struct pst_part *const *p = a, *const *q = b;

  return ((*p)->k > (*q)->k) - ((*p)->k < (*q)->k);
}

static enum pst_status fail_differs(const struct pst_pieces *pieces, size_t i, const char *what,
                                    struct pst_error *error)
{
  return pst_fail(error, PST_BAD_DATA, "%s and %s are not parts of one piece of work: they have %s",
                  pieces->files[0].path, pieces->files[i].path, what);
}

static enum pst_status check_plan(const struct pst_pieces *pieces, size_t i,
                                  struct pst_error *error)
{
  struct pst_buffer what = {.size = 0};
  enum pst_status status = PST_OK;

  if (pst_plan_differs(&pieces->files[0].plan, &pieces->files[i].plan, &what))
    status = fail_differs(pieces, i, pst_buffer_string(&what), error);
  pst_buffer_free(&what);
  return status;
}

static enum pst_status open_files(struct pst_pieces *pieces, const char *const *paths, size_t n,
                                  struct pst_arena *arena, struct pst_error *error)
{
  bool whole;

  pst_hashed_key(paths, n, pieces->hashed);
  whole = pst_hashed_noted(pieces->hashed);
  for (size_t i = 0; i < n; i++) {
    enum pst_status status = (whole ? pst_partial_open_whole
                                    : pst_partial_open)(paths[i], arena, &pieces->files[i], error);

    if (status != PST_OK)
      return status;
    pieces->n_files++;
    pieces->n_parts += pieces->files[i].n_parts;
    status = check_plan(pieces, i, error);
    if (status != PST_OK)
      return status;
  }
  return PST_OK;
}

static enum pst_status list_parts(struct pst_pieces *pieces, struct pst_arena *arena,
                                  struct pst_error *error)
{
  size_t n = 0;

  pieces->parts = pst_arena_array(arena, pieces->n_parts + 1, sizeof *pieces->parts);
  /* A part is changed, missing or broken; and it may be found out twice that it begins elsewhere. */
  pieces->demands = pst_arena_array(arena, 2 * pieces->plan->n + 1, sizeof *pieces->demands);
  if (pieces->parts == NULL || pieces->demands == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < pieces->n_files; i++)
    for (size_t p = 0; p < pieces->files[i].n_parts; p++)
      pieces->parts[n++] = &pieces->files[i].parts[p];
  qsort(pieces->parts, n, sizeof *pieces->parts, by_number);
  for (size_t i = 1; i < n; i++)
    if (pieces->parts[i]->k == pieces->parts[i - 1]->k)
      return pst_fail(error, PST_BAD_DATA, "%s and %s both have part %zu of %zu; name one of them",
                      pieces->parts[i - 1]->path, pieces->parts[i]->path, pieces->parts[i]->k,
                      pieces->plan->n);
  return PST_OK;
}

enum pst_status pst_pieces_open(const char *const *paths, size_t n, struct pst_arena *arena,
                                struct pst_pieces *pieces, struct pst_error *error)
{
  enum pst_status status;

  *pieces = (struct pst_pieces){.files = pst_arena_array(arena, n + 1, sizeof *pieces->files)};
  if (pieces->files == NULL)
    return pst_fail_memory(error);
  status = open_files(pieces, paths, n, arena, error);
  pieces->plan = &pieces->files[0].plan;
  return status == PST_OK ? list_parts(pieces, arena, error) : status;
}

enum pst_status pst_pieces_of(const struct pst_text *packed, size_t n, const struct pst_plan *plan,
                              struct pst_arena *arena, struct pst_pieces *pieces,
                              struct pst_error *error)
{
  struct pst_partial *file = pst_arena_array(arena, 1, sizeof *file);
  struct pst_unpack in = {.failed = false};

  *pieces = (struct pst_pieces){.files = file};
  if (file == NULL)
    return pst_fail_memory(error);
  *file = (struct pst_partial){.plan = *plan, .n_parts = n};
  file->parts = pst_arena_array(arena, n + 1, sizeof *file->parts);
  if (file->parts == NULL)
    return pst_fail_memory(error);
  pieces->n_files = 1;
  pieces->n_parts = n;
  pieces->plan = &file->plan;
  for (size_t i = 0; i < n && !in.failed; i++)
    if (!pst_part_unpack(packed[i], arena, &file->parts[i], &in))
      return pst_fail_memory(error);
  if (in.failed)
    return pst_fail(error, PST_BAD_DATA, "a part of the input came here damaged");
  return list_parts(pieces, arena, error);
}

void pst_pieces_close(struct pst_pieces *pieces)
{
  for (size_t i = 0; i < pieces->n_files; i++)
    pst_partial_close(&pieces->files[i]);
  *pieces = (struct pst_pieces){.n_files = 0};
}

/* --- what is to be made --------------------------------------------------------------------------- */

/* Where the number K stands in PATH, behind its last slash; NULL: nowhere. */
static const char *find_number(const char *path, size_t k, size_t *size)
{
  const char *slash = strrchr(path, '/'), *from = slash == NULL ? path : slash + 1;

  for (const char *at = from; *at != '\0'; at++) {
    char *end;

    if (!isdigit((unsigned char)*at) || (at > from && isdigit((unsigned char)at[-1])))
      continue;
    if (strtoull(at, &end, 10) == k) {
      *size = (size_t)(end - at);
      return at;
    }
  }
  return NULL;
}

/* As the files of other parts are called: p03.pst makes p07.pst. */
static void name_file(const struct pst_pieces *pieces, size_t k, struct pst_buffer *out)
{
  for (size_t i = 0; i < pieces->n_parts; i++) {
    const struct pst_part *part = pieces->parts[i];
    size_t size;
    const char *at = part->alone ? find_number(part->path, part->k, &size) : NULL;

    if (at == NULL)
      continue;
    pst_buffer_add(out, part->path, (size_t)(at - part->path));
    pst_buffer_printf(out, "%0*zu%s", at[0] == '0' ? (int)size : 1, k, at + size);
    return;
  }
  pst_buffer_printf(out, "p%zu.pst", k);
}

static void say_as(struct pst_pieces *pieces, size_t k, const char *path, const char *what,
                   const unsigned long long *start, bool rows, struct pst_buffer *out)
{
  struct pst_buffer name = {.size = 0};

  pieces->demands[pieces->n_demands++] = (struct pst_demand){
      .k = k, .has_start = start != NULL, .start = start == NULL ? 0 : *start, .rows = rows};
  if (path == NULL)
    name_file(pieces, k, &name);
  else
    pst_buffer_puts(&name, path);
  pst_buffer_printf(out, "part %zu of %zu %s: ", k, pieces->plan->n, what);
  pst_plan_command(pieces->plan, k, start, rows, pst_buffer_string(&name), out);
  pst_buffer_putc(out, '\n');
  out->failed = out->failed || name.failed;
  pst_buffer_free(&name);
}

/* Where parts have rows beside --aggregate, so must the others. */
static void say(struct pst_pieces *pieces, size_t k, const char *path, const char *what,
                const unsigned long long *start, struct pst_buffer *out)
{
  bool aggregates = false, some;

  for (size_t i = 0; i < pieces->plan->options.count; i++)
    aggregates = aggregates || strncmp(pieces->plan->options.items[i], "--aggregate=", 12) == 0;
  pst_pieces_summed(pieces, &some);
  say_as(pieces, k, path, what, start, aggregates && !some, out);
}

static const char *own_path(const struct pst_part *part)
{
  return part->alone ? part->path : NULL;
}

/* The tile of PART that follows the last one of BEFORE in its file does not begin where that stops. */
static bool is_broken(const struct pst_part *before, const struct pst_part *part,
                      unsigned long long *from)
{
  const struct pst_tile *last, *next;

  if (before == NULL || before->n_tiles == 0 || part->n_tiles == 0)
    return false;
  last = &before->tiles[before->n_tiles - 1];
  next = &part->tiles[0];
  *from = last->stop;
  return last->file == next->file && !last->again && !last->whole && last->stop != next->start;
}

/* Beside a part that is to be made again nothing is known of the next one. */
static void say_broken(struct pst_pieces *pieces, struct pst_buffer *out, size_t *n)
{
  const struct pst_part *before = NULL;

  for (size_t i = 0; i < pieces->n_parts; i++) {
    const struct pst_part *part = pieces->parts[i];
    unsigned long long from;
    bool broken = is_broken(before, part, &from);

    if (broken)
      say(pieces, part->k, own_path(part), "does not begin where the one before it stops", &from,
          out);
    *n += broken;
    before = broken ? NULL : part->n_tiles == 0 && before != NULL ? before : part;
  }
}

static void say_missing(struct pst_pieces *pieces, struct pst_buffer *out, size_t *n)
{
  size_t at = 0;

  for (size_t k = 1; k <= pieces->plan->n; k++) {
    if (at < pieces->n_parts && pieces->parts[at]->k == k) {
      at++;
      continue;
    }
    say(pieces, k, NULL, "is missing", NULL, out);
    ++*n;
  }
}

static const struct pst_plan *plan_of(const struct pst_pieces *pieces, const struct pst_part *part)
{
  for (size_t i = 0; i < pieces->n_files; i++)
    if (pieces->files[i].path == part->path)
      return &pieces->files[i].plan;
  return pieces->plan;
}

static void say_changed(struct pst_pieces *pieces, const struct pst_plan *now,
                        struct pst_buffer *out, size_t *n)
{
  for (size_t i = 0; i < pieces->n_parts; i++) {
    const struct pst_part *part = pieces->parts[i];
    const char *changed = pst_plan_changed(plan_of(pieces, part), now);
    struct pst_buffer what = {.size = 0};

    if (changed == NULL)
      continue;
    pst_buffer_printf(&what, "was made of another %s", changed);
    say(pieces, part->k, own_path(part), pst_buffer_string(&what), NULL, out);
    pst_buffer_free(&what);
    ++*n;
  }
}

enum pst_status pst_pieces_check(struct pst_pieces *pieces, const struct pst_plan *now,
                                 struct pst_buffer *out, size_t *n, struct pst_error *error)
{
  *n = 0;
  say_changed(pieces, now, out, n);
  say_missing(pieces, out, n);
  if (*n == 0)
    say_broken(pieces, out, n);
  return out->failed ? pst_fail_memory(error) : PST_OK;
}

/* --- tiles ---------------------------------------------------------------------------------------- */

enum pst_status pst_pieces_tiles(const struct pst_pieces *pieces, struct pst_arena *arena,
                                 struct pst_tile **tiles, size_t *n, struct pst_error *error)
{
  size_t all = 0;

  for (size_t i = 0; i < pieces->n_parts; i++)
    all += pieces->parts[i]->n_tiles;
  *tiles = pst_arena_array(arena, all + 1, sizeof **tiles);
  if (*tiles == NULL)
    return pst_fail_memory(error);
  *n = 0;
  for (size_t i = 0; i < pieces->n_parts; i++)
    for (size_t t = 0; t < pieces->parts[i]->n_tiles; t++)
      (*tiles)[(*n)++] = pieces->parts[i]->tiles[t];
  return PST_OK;
}

void pst_pieces_say_broken(struct pst_pieces *pieces, size_t tile, unsigned long long from,
                           struct pst_buffer *out)
{
  size_t i = 0;

  while (i + 1 < pieces->n_parts && tile >= pieces->parts[i]->n_tiles)
    tile -= pieces->parts[i++]->n_tiles;
  say(pieces, pieces->parts[i]->k, own_path(pieces->parts[i]),
      "does not begin where the one before it stops", &from, out);
}

bool pst_pieces_summed(const struct pst_pieces *pieces, bool *some)
{
  bool all = true;

  *some = false;
  for (size_t i = 0; i < pieces->n_parts; i++) {
    all = all && pieces->parts[i]->sums.size > 0;
    *some = *some || pieces->parts[i]->sums.size > 0;
  }
  return all;
}

/* Part I begins where it is known to: in a file that a part before it has begun.  One that begins a file needs no word of it,
   and may have bytes of a file before, which a part before it has read whole. */
static const unsigned long long *start_of(const struct pst_pieces *pieces, size_t i)
{
  const struct pst_part *part = pieces->parts[i], *before = part;

  while (i > 0 && (before == part || before->n_tiles == 0))
    before = pieces->parts[--i];
  if (part->n_tiles == 0 || before == part || before->n_tiles == 0 || part->tiles[0].whole
      || before->tiles[before->n_tiles - 1].file != part->tiles[0].file)
    return NULL;
  return &part->tiles[0].start;
}

void pst_pieces_say_rows(struct pst_pieces *pieces, struct pst_buffer *out, size_t *n)
{
  *n = 0;
  for (size_t i = 0; i < pieces->n_parts; i++) {
    const struct pst_part *part = pieces->parts[i];

    if (part->sums.size == 0)
      continue;
    say_as(pieces, part->k, own_path(part), "has sums, and its rows are needed",
           start_of(pieces, i), true, out);
    ++*n;
  }
}

enum pst_status pst_pieces_write(const struct pst_pieces *pieces, struct pst_arena *arena,
                                 const char *path, struct pst_error *error)
{
  struct pst_part *parts = pst_arena_array(arena, pieces->n_parts + 1, sizeof *parts);

  if (parts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < pieces->n_parts; i++)
    parts[i] = *pieces->parts[i];
  return pst_partial_write(path, pieces->files[0].plan_bytes, parts, pieces->n_parts, error);
}
