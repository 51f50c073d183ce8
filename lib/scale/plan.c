/* plan.c -- what a part was made of. */
#include "scale/plan.h"

#include <errno.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { END = 1024 * 1024, BLOCK = 1 << 16 };

bool pst_plan_keeps(const char *said)
{
  static const char *const others[] = {"output",     "part",       "part-start", "part-rows",
                                       "from-parts", "checkpoint", "unit",       "ranks",
                                       "threads",    "progress",   "color",      "quiet"};
  size_t size = strcspn(said, "=");

  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (size == strlen(others[i]) + 2 && strncmp(said + 2, others[i], size - 2) == 0)
      return false;
  return true;
}

/* --- files ---------------------------------------------------------------------------------------- */

static bool hash_range(FILE *file, unsigned long long from, unsigned long long size,
                       struct sha256_ctx *context)
{
  unsigned char block[BLOCK];

  if (fseeko(file, (off_t)from, SEEK_SET) != 0)
    return false;
  while (size > 0) {
    size_t got = fread(block, 1, size < BLOCK ? (size_t)size : BLOCK, file);

    if (got == 0)
      return false;
    sha256_update(context, got, block);
    size -= got;
  }
  return true;
}

static void set_stamp(const char *path, const struct stat *about, struct pst_stamp *stamp)
{
  *stamp = (struct pst_stamp){.path = path,
                              .size = (unsigned long long)about->st_size,
                              .written = (unsigned long long)about->st_mtim.tv_sec * 1000000000ULL
                                         + (unsigned long long)about->st_mtim.tv_nsec};
}

enum pst_status pst_stamp_brief(const char *path, struct pst_stamp *stamp, struct pst_error *error)
{
  struct stat about;

  if (stat(path, &about) != 0)
    return pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  set_stamp(path, &about, stamp);
  return PST_OK;
}

enum pst_status pst_stamp_of(const char *path, struct pst_stamp *stamp, struct pst_error *error)
{
  struct sha256_ctx context;
  struct stat about;
  FILE *file = fopen(path, "rb");
  unsigned long long ends;
  bool good = file != NULL && fstat(fileno(file), &about) == 0;

  sha256_init(&context);
  if (good) {
    set_stamp(path, &about, stamp);
    ends = stamp->size < END ? stamp->size : END;
    good =
        hash_range(file, 0, ends, &context) && hash_range(file, stamp->size - ends, ends, &context);
    sha256_digest(&context, PST_STAMP_DIGEST, stamp->digest);
  }
  if (!good)
    pst_fail_at(error, PST_IO, path, 0, "%s",
                errno == 0 ? "it is shorter than it was" : strerror(errno));
  if (file != NULL)
    fclose(file);
  return good ? PST_OK : PST_IO;
}

/* --- bytes ---------------------------------------------------------------------------------------- */

static void pack_list(const struct pst_list *list, struct pst_buffer *out)
{
  pst_pack_number(out, list->count);
  for (size_t i = 0; i < list->count; i++)
    pst_pack_text(out, pst_text_of(list->items[i]));
}

void pst_plan_pack(const struct pst_plan *plan, struct pst_buffer *out)
{
  pst_pack_text(out, pst_text_of(plan->version));
  pst_pack_text(out, pst_text_of(plan->program));
  pst_pack_number(out, plan->n);
  pack_list(&plan->options, out);
  pack_list(&plan->operands, out);
  pst_pack_number(out, plan->n_stamps);
  for (size_t i = 0; i < plan->n_stamps; i++) {
    const struct pst_stamp *stamp = &plan->stamps[i];

    pst_pack_text(out, pst_text_of(stamp->path));
    pst_pack_number(out, stamp->size);
    pst_pack_number(out, stamp->written);
    pst_buffer_add(out, (const char *)stamp->digest, sizeof stamp->digest);
  }
}

static const char *unpack_string(struct pst_unpack *in, struct pst_arena *arena)
{
  struct pst_text text = pst_unpack_text(in);

  in->failed = in->failed || memchr(text.data, '\0', text.size) != NULL;
  return pst_arena_copy(arena, text.data, in->failed ? 0 : text.size);
}

static bool unpack_list(struct pst_unpack *in, struct pst_arena *arena, struct pst_list *list)
{
  size_t n = pst_unpack_count(in, 8);

  for (size_t i = 0; i < n; i++) {
    const char *item = unpack_string(in, arena);

    if (item == NULL || pst_list_add(list, arena, item, NULL) != PST_OK)
      return false;
  }
  return true;
}

static bool unpack_stamp(struct pst_unpack *in, struct pst_arena *arena, struct pst_stamp *stamp)
{
  struct pst_text digest;

  stamp->path = unpack_string(in, arena);
  stamp->size = pst_unpack_number(in);
  stamp->written = pst_unpack_number(in);
  digest = pst_unpack_bytes(in, sizeof stamp->digest);
  if (!in->failed)
    memcpy(stamp->digest, digest.data, digest.size);
  return stamp->path != NULL;
}

bool pst_plan_unpack(struct pst_unpack *in, struct pst_arena *arena, struct pst_plan *plan)
{
  bool good;

  *plan = (struct pst_plan){.version = unpack_string(in, arena)};
  plan->program = unpack_string(in, arena);
  plan->n = (size_t)pst_unpack_number(in);
  good = plan->version != NULL && plan->program != NULL && unpack_list(in, arena, &plan->options)
         && unpack_list(in, arena, &plan->operands);
  if (!good)
    return false;
  plan->n_stamps = pst_unpack_count(in, 24 + PST_STAMP_DIGEST);
  plan->stamps = pst_arena_array(arena, plan->n_stamps + 1, sizeof *plan->stamps);
  for (size_t i = 0; i < plan->n_stamps && good && plan->stamps != NULL; i++)
    good = unpack_stamp(in, arena, &plan->stamps[i]);
  in->failed = in->failed || plan->n < 1 || plan->n > PST_SHARE_MOST;
  return good && plan->stamps != NULL;
}

/* --- comparing ------------------------------------------------------------------------------------ */

static bool lists_differ(const char *what, const struct pst_list *a, const struct pst_list *b,
                         struct pst_buffer *out)
{
  size_t i = 0;

  while (i < a->count && i < b->count && strcmp(a->items[i], b->items[i]) == 0)
    i++;
  if (i == a->count && i == b->count)
    return false;
  pst_buffer_printf(out, "the %s %s and %s", what, i < a->count ? a->items[i] : "none",
                    i < b->count ? b->items[i] : "none");
  return true;
}

static bool texts_differ(const char *what, const char *a, const char *b, struct pst_buffer *out)
{
  if (strcmp(a, b) == 0)
    return false;
  pst_buffer_printf(out, "the %s %s and %s", what, a, b);
  return true;
}

bool pst_plan_differs(const struct pst_plan *a, const struct pst_plan *b, struct pst_buffer *out)
{
  if (texts_differ("versions", a->version, b->version, out)
      || texts_differ("programs", a->program, b->program, out))
    return true;
  if (a->n != b->n) {
    pst_buffer_printf(out, "the numbers of parts %zu and %zu", a->n, b->n);
    return true;
  }
  return lists_differ("options", &a->options, &b->options, out)
         || lists_differ("files", &a->operands, &b->operands, out);
}

const char *pst_plan_changed(const struct pst_plan *then, const struct pst_plan *now)
{
  for (size_t i = 0; i < then->n_stamps || i < now->n_stamps; i++) {
    const struct pst_stamp *a = &then->stamps[i], *b = &now->stamps[i];

    if (i >= then->n_stamps)
      return b->path;
    if (i >= now->n_stamps || strcmp(a->path, b->path) != 0)
      return a->path;
    if (a->size != b->size || a->written != b->written
        || memcmp(a->digest, b->digest, sizeof a->digest) != 0)
      return b->path;
  }
  return NULL;
}

/* --- the command ---------------------------------------------------------------------------------- */

static void put_word(struct pst_buffer *out, const char *word)
{
  static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                              "-_=./,:+@%^";

  pst_buffer_putc(out, ' ');
  if (word[0] != '\0' && strspn(word, plain) == strlen(word)) {
    pst_buffer_puts(out, word);
    return;
  }
  pst_buffer_putc(out, '\'');
  for (; *word != '\0'; word++)
    if (*word == '\'')
      pst_buffer_puts(out, "'\\''");
    else
      pst_buffer_putc(out, *word);
  pst_buffer_putc(out, '\'');
}

void pst_plan_command(const struct pst_plan *plan, size_t k, const unsigned long long *start,
                      bool rows, const char *path, struct pst_buffer *out)
{
  const char *dash = strchr(plan->program, '-');
  bool operands_alone = true;

  pst_buffer_printf(out, "polstat %s", dash == NULL ? plan->program : dash + 1);
  for (size_t i = 0; i < plan->options.count; i++)
    put_word(out, plan->options.items[i]);
  pst_buffer_printf(out, " --part %zu/%zu", k, plan->n);
  if (start != NULL)
    pst_buffer_printf(out, " --part-start %llu", *start);
  if (rows)
    pst_buffer_puts(out, " --part-rows");
  pst_buffer_puts(out, " -o");
  put_word(out, path);
  for (size_t i = 0; i < plan->operands.count; i++)
    operands_alone = operands_alone && plan->operands.items[i][0] != '-';
  if (!operands_alone)
    pst_buffer_puts(out, " --");
  for (size_t i = 0; i < plan->operands.count; i++)
    put_word(out, plan->operands.items[i]);
}
