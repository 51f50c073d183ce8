/* fuzz_notebook.c -- any bytes as a notebook: refused with a line, or read into blocks and numbers that lie inside it, in
   their order.  Nothing is run.

       clang -fsanitize=fuzzer,address,undefined -DPST_ARENA_PIECES ... && fuzz_notebook -runs=1000000  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "notebook/read/read.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool good)
{
  if (!good)
    abort();
}

static void require_blocks(const struct pst_notebook *notebook)
{
  unsigned long before = 0;

  for (size_t b = 0; b < notebook->n_blocks; b++) {
    const struct pst_notebook_block *block = &notebook->blocks[b];

    require(block->line > before && block->last >= block->line && block->last <= notebook->n_lines);
    before = block->last;
    require(block->n_commands > 0);
    for (size_t c = 0; c < block->n_commands; c++) {
      require(block->commands[c].text != NULL && block->commands[c].recorded != NULL);
      require(block->commands[c].line >= block->line && block->commands[c].line <= block->last);
      require(block->commands[c].expected >= 0 && block->commands[c].expected <= 255);
    }
  }
}

static void require_numbers(const struct pst_notebook *notebook)
{
  for (size_t i = 0; i < notebook->n_numbers; i++) {
    const struct pst_notebook_number *number = &notebook->numbers[i];

    require(number->at <= notebook->size && number->size <= notebook->size - number->at);
    require(number->block <= notebook->n_blocks && number->line >= 1
            && number->line <= notebook->n_lines);
    require(number->text != NULL && number->evidence != NULL);
  }
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
  (void)argc;
  (void)argv;
  pst_notebook_prepare();
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const struct pst_text text = {.data = (const char *)data, .size = size};
  const struct pst_notebook_options options = {.timeout = 60};
  struct pst_notebook *notebook = NULL;
  struct pst_error error = {.status = PST_OK};
  enum pst_status status = pst_notebook_read_text("n.md", text, &options, &notebook, &error);

  if (status != PST_OK) {
    require(error.status == status && error.message[0] != '\0');
    return 0;
  }
  require_blocks(notebook);
  require_numbers(notebook);
  pst_notebook_free(notebook);
  return 0;
}
