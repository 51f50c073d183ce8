/* fuzz_claims.c -- any bytes as a claims file beside small tables: refused with places, or checked.

       clang -fsanitize=fuzzer,address,undefined -DPST_ARENA_PIECES ... && fuzz_claims -runs=1000000  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "claim_data.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
  (void)argc;
  (void)argv;
  if (claim_data_setup(NULL) != 0)
    abort();
  return 0;
}

/* A place lies within the file; a check in error says why. */
static void require_sense(const struct pst_claims *claims, size_t lines)
{
  for (size_t i = 0; i < claims->error_count; i++) {
    const struct pst_problem *error = &claims->errors[i];

    if (error->message[0] == '\0' || (error->column > 0 && error->line > lines))
      abort();
  }
  for (size_t i = 0; i < claims->claim_count; i++) {
    const struct pst_claim *claim = &claims->claims[i];

    for (size_t j = 0; j < claim->check_count; j++)
      if ((claim->checks[j].verdict == PST_VERDICT_ERROR) != (claim->checks[j].error != NULL))
        abort();
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const struct pst_claims_options options = {.explain_most = 4};
  size_t before = strlen(claim_data_declarations), lines = CLAIM_DATA_LINES + 1;
  char *text = malloc(before + size + 1);
  struct pst_claims *claims;
  struct pst_error error;

  if (text == NULL)
    return 0;
  memcpy(text, claim_data_declarations, before);
  memcpy(text + before, data, size);
  for (size_t i = 0; i < size; i++)
    lines += data[i] == '\n';
  pst_error_clear(&error);
  if (pst_claims_check_text(claim_data_path("test.claims"), text, before + size, &options, &claims,
                            &error)
      == PST_OK) {
    require_sense(claims, lines);
    pst_claims_free(claims);
  } else if (error.status != PST_BAD_DATA) {
    abort();
  }
  free(text);
  return 0;
}
