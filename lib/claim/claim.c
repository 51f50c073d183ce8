/* claim.c -- a claims file from its path to its verdicts: read, load, check, sum up. */
#include "claim/claim.h"

#include <errno.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "claim/check/check.h"
#include "claim/evaluate/keep.h"
#include "claim/check/coverage.h"

/* What a struct pst_claims points into. */
struct owner {
  struct pst_claims claims; /* first */
  struct pst_arena results; /* and the syntax */
};

struct run {
  struct owner *owner;
  struct pst_source source;
  struct pst_exact exact; /* of the syntax */
  struct pst_arena scratch;
  struct pst_file_syntax file;
  struct pst_evaluator evaluator;
  size_t *errors; /* of each check, plus 1; 0: none */
};

/* --- files -------------------------------------------------------------------------------------- */

static const char *hex(struct pst_arena *arena, const struct sha256_ctx *context)
{
  struct sha256_ctx copy = *context;
  unsigned char digest[SHA256_DIGEST_SIZE];
  char *text = pst_arena_alloc(arena, 2 * SHA256_DIGEST_SIZE + 1);

  sha256_digest(&copy, sizeof digest, digest);
  for (size_t i = 0; text != NULL && i < sizeof digest; i++)
    sprintf(text + 2 * i, "%02x", digest[i]);
  return text == NULL ? "" : text;
}

static const char *hash_file(struct pst_arena *arena, const char *path)
{
  static unsigned char block[1 << 16];
  FILE *file = pst_file_require(path, NULL) == PST_OK ? fopen(path, "rb") : NULL;
  struct sha256_ctx context;
  size_t size;
  bool good;

  if (file == NULL)
    return NULL;
  sha256_init(&context);
  while ((size = fread(block, 1, sizeof block, file)) > 0)
    sha256_update(&context, size, block);
  good = !ferror(file);
  fclose(file);
  return good ? hex(arena, &context) : NULL;
}

/* The file at PATH for the list; one that has gone since it was read, or fails now, is told; not what was TOLD already. */
static void list_file(struct run *run, struct pst_claim_file *file, const char *path, bool told)
{
  const char *hash;

  errno = 0;
  hash = hash_file(&run->owner->results, path);
  if (hash == NULL && !told)
    pst_source_fail_as(&run->source, PST_IO, path, 0,
                       errno != 0 ? strerror(errno) : "it can no longer be read");
  *file = (struct pst_claim_file){.path = path, .sha256 = hash == NULL ? "" : hash};
}

static bool list_files(struct run *run, bool parse_only)
{
  struct pst_arena *arena = &run->owner->results;
  size_t n = run->file.table_count + 2, count = 1;
  struct pst_claim_file *files = pst_arena_array(arena, n, sizeof *files);
  struct sha256_ctx context;

  if (files == NULL)
    return false;
  sha256_init(&context);
  sha256_update(&context, run->source.text.size, (const uint8_t *)run->source.text.data);
  files[0] = (struct pst_claim_file){.path = run->source.path, .sha256 = hex(arena, &context)};
  for (size_t i = 0; i < run->file.table_count && !parse_only; i++) {
    const char *path = run->evaluator.data[i].path;
    size_t same = 0;

    while (path != NULL && same < count && strcmp(files[same].path, path) != 0)
      same++;
    if (path != NULL && same == count)
      list_file(run, &files[count++], path, run->evaluator.data[i].error != 0);
  }
  if (run->owner->claims.has_coverage) {
    list_file(run, &files[count++], run->owner->claims.paper_text, false);
  }
  run->owner->claims.files = files;
  run->owner->claims.file_count = count;
  return true;
}

/* --- errors ------------------------------------------------------------------------------------- */

struct placed {
  size_t index;
  const struct pst_problem *error;
  bool elsewhere; /* in a data file */
};

static int by_place(const void *a, const void *b)
{
  const struct placed *x = a, *y = b;

  if (x->elsewhere != y->elsewhere)
    return x->elsewhere ? 1 : -1;
  if (!x->elsewhere && x->error->line != y->error->line)
    return x->error->line < y->error->line ? -1 : 1;
  if (!x->elsewhere && x->error->column != y->error->column)
    return x->error->column < y->error->column ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static int gravity(enum pst_status status)
{
  switch (status) {
  case PST_OK:
    return 0;
  case PST_IO:
  case PST_NO_MEMORY:
    return 3;
  case PST_BAD_DATA:
    return 2;
  default:
    return 1;
  }
}

/* The errors in the order of the file; those of the checks are linked to them. */
static bool link_errors(struct run *run)
{
  struct pst_arena *arena = &run->owner->results;
  struct pst_claims *claims = &run->owner->claims;
  size_t n = run->source.error_count, check = 0;
  struct placed *placed = pst_arena_array(&run->scratch, n, sizeof *placed);
  size_t *where = pst_arena_array(&run->scratch, n, sizeof *where);
  struct pst_problem *errors = pst_arena_array(arena, n, sizeof *errors);

  if (placed == NULL || where == NULL || errors == NULL)
    return false;
  for (size_t i = 0; i < n; i++)
    placed[i] = (struct placed){.index = i,
                                .error = &run->source.errors[i],
                                .elsewhere = run->source.errors[i].file != run->source.path};
  if (n > 1)
    qsort(placed, n, sizeof *placed, by_place);
  for (size_t i = 0; i < n; i++) {
    errors[i] = *placed[i].error;
    where[placed[i].index] = i;
    if (gravity(errors[i].status) > gravity(claims->summary.worst))
      claims->summary.worst = errors[i].status;
  }
  for (size_t i = 0; i < claims->claim_count; i++) {
    struct pst_claim_check *checks = (struct pst_claim_check *)(uintptr_t)claims->claims[i].checks;

    for (size_t j = 0; j < claims->claims[i].check_count; j++, check++)
      if (run->errors[check] != 0)
        checks[j].error = &errors[where[run->errors[check] - 1]];
  }
  claims->errors = errors;
  claims->error_count = n;
  return true;
}

static void summarise(struct pst_claims *claims)
{
  struct pst_claims_summary *summary = &claims->summary;

  summary->claims = claims->claim_count;
  for (size_t i = 0; i < claims->claim_count; i++) {
    const struct pst_claim *claim = &claims->claims[i];

    summary->checks += claim->check_count;
    summary->verdicts[claim->verdict]++;
    summary->as_printed += claim->as_printed;
    summary->severities[claim->severity] += claim->verdict == PST_VERDICT_CONTRADICTED;
  }
}

/* --- checking ----------------------------------------------------------------------------------- */

static bool prepare(struct run *run, const char *folder, size_t most, bool robust)
{
  struct pst_evaluator *evaluator = &run->evaluator;
  struct pst_arena *arena = &run->owner->results;

  *evaluator = (struct pst_evaluator){.source = &run->source,
                                      .exact.arena = &run->scratch,
                                      .file = &run->file,
                                      .folder = folder,
                                      .most = most,
                                      .robust = robust};
  evaluator->data = pst_arena_array(arena, run->file.table_count, sizeof *evaluator->data);
  evaluator->reads = pst_arena_array(arena, most, sizeof *evaluator->reads);
  evaluator->lines = pst_arena_array(arena, most, sizeof *evaluator->lines);
  evaluator->near = pst_arena_array(arena, most, sizeof *evaluator->near);
  evaluator->tallies = pst_arena_array(arena, most, sizeof *evaluator->tallies);
  evaluator->series = pst_arena_array(arena, 4, sizeof *evaluator->series);
  return evaluator->data != NULL && evaluator->reads != NULL && evaluator->lines != NULL
         && evaluator->near != NULL && evaluator->tallies != NULL && evaluator->series != NULL;
}

static bool check_all(struct run *run, bool parse_only)
{
  struct pst_arena *arena = &run->owner->results;
  struct pst_claims *out = &run->owner->claims;
  struct pst_claim *claims = pst_arena_array(arena, run->file.claim_count, sizeof *claims);
  size_t total = 0, check = 0;

  for (size_t i = 0; i < run->file.claim_count; i++)
    total += run->file.claims[i].check_count;
  run->errors = pst_arena_array(&run->scratch, total, sizeof *run->errors);
  if (claims == NULL || run->errors == NULL)
    return false;
  for (size_t i = 0; i < run->file.claim_count; i++) {
    if (!pst_check_claim(&run->evaluator, &run->file.claims[i], parse_only, &claims[i],
                         &run->errors[check]))
      return false;
    check += run->file.claims[i].check_count;
  }
  out->claims = claims;
  out->claim_count = run->file.claim_count;
  return true;
}

static bool run_all(struct run *run, const struct pst_claims_options *options, const char *folder)
{
  struct pst_claims *claims = &run->owner->claims;
  size_t most = options->explain_most == 0 ? 20 : options->explain_most;
  bool covers;

  if (!pst_syntax_read(&run->source, &run->exact, &run->file))
    return false;
  pst_syntax_bind(&run->source, &run->file);
  if (!prepare(run, folder, most, options->robust))
    return false;
  for (size_t i = 0; i < run->file.table_count && !options->parse_only; i++)
    if (run->file.tables[i].error == 0)
      pst_data_load(&run->evaluator.data[i], &run->file.tables[i], folder, &run->evaluator.files,
                    &run->source);
  claims->paper = pst_source_copy(&run->source, run->file.paper);
  if (run->file.paper_text.data != NULL) {
    bool absolute = run->file.paper_text.size > 0 && run->file.paper_text.data[0] == '/';

    claims->paper_text =
        pst_arena_format(&run->owner->results, "%s%.*s", absolute ? "" : folder,
                         (int)run->file.paper_text.size, run->file.paper_text.data);
    if (claims->paper_text == NULL)
      return false;
  }
  covers = claims->paper_text != NULL && !options->parse_only;
  if (run->source.failed || (covers && !pst_coverage_watch(&run->file, run->evaluator.data))
      || !check_all(run, options->parse_only)
      || (covers && !pst_coverage(&run->source, &run->file, run->evaluator.data, claims))
      || !list_files(run, options->parse_only) || !link_errors(run))
    return false;
  summarise(claims);
  return !run->source.failed;
}

static const char *folder_of(struct pst_arena *arena, const char *path)
{
  const char *slash = strrchr(path, '/');

  return slash == NULL ? "" : pst_arena_copy(arena, path, (size_t)(slash - path + 1));
}

enum { SIZE_MOST = 1 << 28 };

bool pst_claims_may_go_on(const char *block, size_t size, size_t total)
{
  return memchr(block, '\0', size) == NULL && total <= SIZE_MOST;
}

static enum pst_status refuse_text(const char *path, struct pst_text text, struct pst_error *error)
{
  const char *nul = memchr(text.data, '\0', text.size);
  size_t bad;

  if (text.size > SIZE_MOST)
    return pst_fail_at(error, PST_BAD_DATA, path, 0,
                       "this is longer than %d MiB, and no claims file", SIZE_MOST >> 20);
  if (nul == NULL && pst_utf8_valid(text, &bad))
    return PST_OK;
  if (nul != NULL)
    bad = (size_t)(nul - text.data);
  text.size = bad;
  for (bad = 1; text.size > 0; text.size--)
    bad += text.data[text.size - 1] == '\n';
  return pst_fail_at(error, PST_BAD_DATA, path, bad,
                     nul != NULL ? "the line holds NUL bytes; a claims file is text"
                                 : "the line is not UTF-8; convert it with iconv");
}

enum pst_status pst_claims_check_text(const char *path, const char *text, size_t size,
                                      const struct pst_claims_options *options,
                                      struct pst_claims **claims, struct pst_error *error)
{
  struct owner *owner = calloc(1, sizeof *owner);
  struct run *run = calloc(1, sizeof *run);
  const char *folder = NULL, *name = NULL, *copy = NULL;
  enum pst_status status = PST_OK;
  bool good = owner != NULL && run != NULL;

  *claims = NULL;
  if (good)
    status = refuse_text(path, (struct pst_text){.data = text, .size = size}, error);
  good = good && status == PST_OK;
  if (good) {
    run->owner = owner;
    run->exact.arena = &owner->results;
    folder = folder_of(&owner->results, path);
    name = pst_arena_string(&owner->results, path);
    copy = pst_arena_copy(&owner->results, text, size);
  }
  good = good && folder != NULL && name != NULL && copy != NULL
         && pst_source_open(&run->source, name, (struct pst_text){.data = copy, .size = size},
                            &owner->results);
  if (good) {
    owner->claims.path = name;
    good = run_all(run, options, folder);
    for (size_t i = 0; i < run->file.table_count && run->evaluator.data != NULL; i++)
      pst_data_free(&run->evaluator.data[i]);
    pst_source_close(&run->source);
  }
  if (run != NULL) {
    pst_keep_nothing(&run->evaluator);
    pst_data_files_free(&run->evaluator.files);
    pst_arena_free(&run->scratch);
  }
  free(run);
  if (good) {
    *claims = &owner->claims;
    return PST_OK;
  }
  if (owner != NULL)
    pst_arena_free(&owner->results);
  free(owner);
  return status != PST_OK ? status : pst_fail_memory(error);
}

enum pst_status pst_claims_check(const char *path, const struct pst_claims_options *options,
                                 struct pst_claims **claims, struct pst_error *error)
{
  FILE *file = fopen(path, "rb");
  struct pst_buffer text = {.data = NULL};
  char block[1 << 14];
  enum pst_status status;
  size_t size;
  bool bad, text_so_far = true;

  *claims = NULL;
  if (file == NULL)
    return pst_fail(error, PST_IO, "%s: %s", path, strerror(errno));
  /* What cannot be a claims file is not read to an end that it may not have. */
  while (text_so_far && (size = fread(block, 1, sizeof block, file)) > 0) {
    pst_buffer_add(&text, block, size);
    text_so_far = pst_claims_may_go_on(block, size, text.size);
  }
  bad = ferror(file) != 0;
  fclose(file);
  if (bad)
    status = pst_fail(error, PST_IO, "%s: %s", path, strerror(errno));
  else if (text.failed)
    status = pst_fail_memory(error);
  else
    status =
        pst_claims_check_text(path, pst_buffer_string(&text), text.size, options, claims, error);
  pst_buffer_free(&text);
  return status;
}

void pst_claims_free(struct pst_claims *claims)
{
  struct owner *owner = (struct owner *)claims;

  if (owner == NULL)
    return;
  pst_arena_free(&owner->results);
  free(owner);
}
