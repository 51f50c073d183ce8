/* fuzz_language.c -- any bytes as words of both readers, and as one expression: each word is behind the one
   before it, each place within the bytes, and what is no tree says why.

       clang -fsanitize=fuzzer,address,undefined -DPST_ARENA_PIECES ... && fuzz_language -runs=1000000  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "language/row.h"
#include "language/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void scan_all(struct pst_source *source, enum pst_dialect dialect)
{
  struct pst_scanner scanner = {.source = source, .dialect = dialect};
  struct pst_word word;
  size_t before = 0;

  do {
    word = pst_scan(&scanner);
    if (word.at < before || word.at > source->text.size || scanner.at > source->text.size
        || (word.kind == PST_WORD_BAD) != (word.message != NULL))
      abort();
    if (word.kind != PST_WORD_END && word.kind != PST_WORD_LINE && scanner.at <= word.at)
      abort();
    before = scanner.at;
  } while (word.kind != PST_WORD_END);
}

/* The places of NODE: its arguments lie within it. */
static void require_places(const struct pst_syntax *node, size_t size)
{
  for (;; node = node->arguments[0]) { /* a chain of operators needs no stack */
    if (node->at > node->end || node->end > size || node->place > size)
      abort();
    for (size_t i = 1; i < node->count; i++)
      require_places(node->arguments[i], size);
    if (node->count == 0)
      return;
  }
}

static void parse(struct pst_source *source)
{
  struct pst_exact exact = {.arena = source->arena};
  const struct pst_syntax *tree = pst_row_read(source, &exact);

  if (tree != NULL)
    require_places(tree, source->text.size);
  else if (source->error_count == 0)
    abort();
  for (size_t i = 0; i < source->error_count; i++)
    if (source->errors[i].at > source->text.size || source->errors[i].message[0] == '\0')
      abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  const struct pst_text text = {.data = (const char *)data, .size = size};
  struct pst_source source;

  if (!pst_source_open(&source, "", text, &arena))
    abort();
  scan_all(&source, PST_ROWS);
  scan_all(&source, PST_CLAIMS);
  parse(&source);
  pst_source_close(&source);
  pst_arena_free(&arena);
  return 0;
}
