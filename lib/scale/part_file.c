/* part_file.c -- the file of one or more parts. */
#include "scale/part_file.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.h"

enum { MAGIC = 8, DIGEST = 32 };
static const char begin_magic[MAGIC + 1] = "PSTPART1";
static const char end_magic[MAGIC + 1] = "PSTPEND1";

/* --- writing -------------------------------------------------------------------------------------- */

static void pack_tile(const struct pst_tile *tile, struct pst_buffer *out)
{
  pst_pack_number(out, tile->file);
  pst_pack_number(out,
                  (uint64_t)tile->whole | (uint64_t)tile->again << 1 | (uint64_t)tile->summed << 2);
  pst_pack_number(out, tile->start);
  pst_pack_number(out, tile->stop);
  pst_pack_number(out, tile->lines);
  pst_pack_number(out, tile->line);
  pst_pack_number(out, tile->n_rows);
  pst_pack_number(out, tile->n_rejected);
  pst_pack_text(out, tile->rows);
  pst_pack_text(out, tile->rejects);
}

void pst_part_pack(size_t k, const struct pst_tile *tiles, size_t n, struct pst_text sums,
                   struct pst_buffer *out)
{
  pst_pack_number(out, k);
  pst_pack_number(out, n);
  for (size_t i = 0; i < n; i++)
    pack_tile(&tiles[i], out);
  pst_pack_text(out, sums);
}

struct writing {
  FILE *file;
  struct sha256_ctx context;
};

static void put(struct writing *writing, const char *data, size_t size)
{
  sha256_update(&writing->context, size, (const uint8_t *)data);
  fwrite(data, 1, size, writing->file);
}

static void put_number(struct writing *writing, uint64_t number)
{
  char bytes[8];

  for (int i = 0; i < 8; i++)
    bytes[i] = (char)(unsigned char)(number >> (8 * i));
  put(writing, bytes, sizeof bytes);
}

static void put_text(struct writing *writing, struct pst_text text)
{
  put_number(writing, text.size);
  put(writing, text.data, text.size);
}

enum pst_status pst_partial_write(const char *path, struct pst_text plan_bytes,
                                  const struct pst_part *parts, size_t n, struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  struct writing writing;
  uint8_t digest[DIGEST];
  enum pst_status status = pst_output_open(&output, path, error);

  if (status != PST_OK)
    return status;
  writing.file = output.file;
  sha256_init(&writing.context);
  put(&writing, begin_magic, MAGIC);
  put_text(&writing, plan_bytes);
  put_number(&writing, n);
  for (size_t i = 0; i < n; i++)
    put_text(&writing, parts[i].bytes);
  put(&writing, end_magic, MAGIC);
  sha256_digest(&writing.context, sizeof digest, digest);
  fwrite(digest, 1, sizeof digest, output.file);
  return pst_output_commit(&output, error);
}

/* --- reading -------------------------------------------------------------------------------------- */

static enum pst_status map(const char *path, struct pst_text *all, struct pst_error *error)
{
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  struct stat about;
  void *bytes = MAP_FAILED;

  if (descriptor < 0 || fstat(descriptor, &about) != 0) {
    pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
    if (descriptor >= 0)
      close(descriptor);
    return PST_IO;
  }
  if (!S_ISREG(about.st_mode) || about.st_size < 2 * MAGIC + DIGEST) {
    close(descriptor);
    return pst_fail_at(error, PST_BAD_DATA, path, 0,
                       "this is no partial file, which --part writes");
  }
  bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (bytes == MAP_FAILED)
    pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  close(descriptor);
  if (bytes == MAP_FAILED)
    return PST_IO;
  *all = (struct pst_text){.data = bytes, .size = (size_t)about.st_size};
  return PST_OK;
}

static bool is_whole(struct pst_text all)
{
  struct sha256_ctx context;
  uint8_t digest[DIGEST];
  size_t size = all.size - DIGEST;

  if (memcmp(all.data + size - MAGIC, end_magic, MAGIC) != 0)
    return false;
  sha256_init(&context);
  sha256_update(&context, size, (const uint8_t *)all.data);
  sha256_digest(&context, sizeof digest, digest);
  return memcmp(digest, all.data + size, DIGEST) == 0;
}

static void unpack_tile(struct pst_unpack *in, struct pst_tile *tile)
{
  uint64_t flags;

  tile->file = (size_t)pst_unpack_number(in);
  flags = pst_unpack_number(in);
  tile->whole = (flags & 1) != 0;
  tile->again = (flags & 2) != 0;
  tile->summed = (flags & 4) != 0;
  tile->start = pst_unpack_number(in);
  tile->stop = pst_unpack_number(in);
  tile->lines = pst_unpack_number(in);
  tile->line = pst_unpack_number(in);
  tile->n_rows = (size_t)pst_unpack_number(in);
  tile->n_rejected = (size_t)pst_unpack_number(in);
  tile->rows = pst_unpack_text(in);
  tile->rejects = pst_unpack_text(in);
}

bool pst_part_unpack(struct pst_text bytes, struct pst_arena *arena, struct pst_part *part,
                     struct pst_unpack *in)
{
  struct pst_unpack inside = {.left = bytes};

  part->bytes = bytes;
  part->k = (size_t)pst_unpack_number(&inside);
  part->n_tiles = pst_unpack_count(&inside, 10 * 8);
  part->tiles = pst_arena_array(arena, part->n_tiles + 1, sizeof *part->tiles);
  for (size_t i = 0; i < part->n_tiles && part->tiles != NULL; i++)
    unpack_tile(&inside, &part->tiles[i]);
  part->sums = pst_unpack_text(&inside);
  in->failed = in->failed || inside.failed || inside.left.size > 0;
  return part->tiles != NULL;
}

/* Of the plan's files, and its parts in order. */
static bool is_sound(const struct pst_partial *partial)
{
  for (size_t i = 0; i < partial->n_parts; i++) {
    const struct pst_part *part = &partial->parts[i];

    if (part->k < 1 || part->k > partial->plan.n || (i > 0 && part[-1].k >= part->k))
      return false;
    for (size_t t = 0; t < part->n_tiles; t++)
      if (part->tiles[t].file >= partial->plan.operands.count
          || (t > 0 && part->tiles[t - 1].file >= part->tiles[t].file))
        return false;
  }
  return partial->n_parts > 0;
}

static enum pst_status read_parts(struct pst_partial *partial, struct pst_arena *arena,
                                  struct pst_error *error)
{
  struct pst_unpack in = {
      .left = {.data = partial->all.data + MAGIC, .size = partial->all.size - 2 * MAGIC - DIGEST}};
  struct pst_unpack plan;

  partial->plan_bytes = pst_unpack_text(&in);
  plan = (struct pst_unpack){.left = partial->plan_bytes};
  if (!pst_plan_unpack(&plan, arena, &partial->plan))
    return pst_fail_memory(error);
  in.failed = in.failed || plan.failed || plan.left.size > 0;
  partial->n_parts = pst_unpack_count(&in, 8);
  partial->parts = pst_arena_array(arena, partial->n_parts + 1, sizeof *partial->parts);
  if (partial->parts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < partial->n_parts && !in.failed; i++) {
    if (!pst_part_unpack(pst_unpack_text(&in), arena, &partial->parts[i], &in))
      return pst_fail_memory(error);
    partial->parts[i].path = partial->path;
    partial->parts[i].alone = partial->n_parts == 1;
  }
  if (!in.failed && in.left.size == 0 && is_sound(partial))
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, partial->path, 0,
                     "this is a partial file of another kind, perhaps of another version; make it "
                     "again");
}

static enum pst_status open_partial(const char *path, bool hash, struct pst_arena *arena,
                                    struct pst_partial *partial, struct pst_error *error)
{
  enum pst_status status;

  *partial = (struct pst_partial){.path = path};
  status = map(path, &partial->all, error);
  if (status != PST_OK)
    return status;
  if (memcmp(partial->all.data, begin_magic, MAGIC) != 0)
    status =
        pst_fail_at(error, PST_BAD_DATA, path, 0, "this is no partial file, which --part writes");
  else if (hash && !is_whole(partial->all))
    status = pst_fail_at(error, PST_BAD_DATA, path, 0,
                         "this partial file is cut or damaged; make it again");
  else
    status = read_parts(partial, arena, error);
  if (status != PST_OK)
    pst_partial_close(partial);
  return status;
}

enum pst_status pst_partial_open(const char *path, struct pst_arena *arena,
                                 struct pst_partial *partial, struct pst_error *error)
{
  return open_partial(path, true, arena, partial, error);
}

enum pst_status pst_partial_open_whole(const char *path, struct pst_arena *arena,
                                       struct pst_partial *partial, struct pst_error *error)
{
  return open_partial(path, false, arena, partial, error);
}

void pst_partial_close(struct pst_partial *partial)
{
  /* What is mapped may be written no more than read. */
  union {
    const char *constant;
    void *address;
  } all = {.constant = partial->all.data};

  if (partial->all.data != NULL)
    munmap(all.address, partial->all.size);
  *partial = (struct pst_partial){.path = NULL};
}
