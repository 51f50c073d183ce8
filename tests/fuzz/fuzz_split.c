/* fuzz_split.c -- any bytes as delimited text: each way of splitting gives the records, lines and errors of libcsv.

   The first two bytes choose the delimiter, which fields are wanted, blank lines, and how long a block is. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "both.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char delimiters[] = {',', ';', '\t', ' ', '|', 'a', ',', ','};
  static const bool field[] = {true, false, false, true, true};
  struct pst_buffer libcsv = {.data = NULL}, other = {.data = NULL};
  struct both how = {.most = SIZE_MAX, .until = SIZE_MAX};
  const char *way;
  char *text;

  if (size < 2)
    return 0;
  how.delimiter = delimiters[data[0] & 7];
  how.whole = data[0] & 8;
  how.want.blank = (enum pst_delimited_blank)((data[0] >> 4) % 3);
  how.want.field = data[1] & 1 ? field : NULL;
  how.want.width = data[1] & 1 ? sizeof field : data[1] & 2 ? 2 : SIZE_MAX;
  how.most = data[1] & 4 ? 1 + (data[1] >> 6) : SIZE_MAX;
  how.until = data[1] & 8 ? size / 2 : SIZE_MAX;
  text = malloc(size - 2 > 0 ? size - 2 : 1); /* so that a byte too many is seen */
  if (text == NULL)
    return 0;
  memcpy(text, data + 2, size - 2);
  way = both_differ((struct pst_text){.data = text, .size = size - 2}, &how, &libcsv, &other);
  if (way != NULL) {
    fprintf(stderr, "%s\n--- libcsv\n%s\n--- split\n%s\n", way, pst_buffer_string(&libcsv),
            pst_buffer_string(&other));
    abort();
  }
  pst_buffer_free(&libcsv);
  pst_buffer_free(&other);
  free(text);
  return 0;
}
