/* fuzz_country.c -- any bytes as the name of a country: found or not, and folded twice as once.

       clang -fsanitize=fuzzer,address,undefined -DPST_ARENA_PIECES ... && fuzz_country -runs=1000000  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "country/country.h"
#include "country/fold.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is folded stays as it is; a name that is found is found in its folded form. */
static void require_fold(struct pst_text text)
{
  char once[PST_FOLD_SIZE], twice[PST_FOLD_SIZE];
  size_t n = pst_country_fold(text, once);
  struct pst_text folded = {.data = once, .size = n};

  if (n != strlen(once))
    abort();
  if (n > 0 && (pst_country_fold(folded, twice) != n || memcmp(once, twice, n) != 0))
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct pst_text text = {.data = (const char *)data, .size = size};
  struct pst_country country;

  require_fold(text);
  if ((pst_country_find(text, &country) || pst_country_find_number(text, &country))
      && (country.code[0] == '\0' || country.name[0] == '\0'))
    abort();
  if (size < 64)
    pst_country_near(text);
  return 0;
}
