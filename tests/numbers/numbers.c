/* numbers.c -- pst_number_parse against strtod on COUNT random decimals (10 million), bit for bit.

   Prints TAP of one test; the seed is COUNT's second argument (1).  A part of it is in
   tests/unit/base/test_number.c. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "decimals.h"

int main(int argc, char **argv)
{
  unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 10000000, wrong = 0;
  uint64_t state = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
  char text[DECIMALS_SIZE];

  for (unsigned long i = 0; i < count; i++) {
    decimals_random(&state, text);
    if (!decimals_agree(text) && wrong++ < 20)
      printf("#   %s: %a by strtod\n", text, strtod(text, NULL));
  }
  printf("%sok 1 - %lu decimals, %lu of them not as strtod reads them\n1..1\n",
         wrong > 0 ? "not " : "", count, wrong);
  return wrong > 0;
}
