/* whole_number.c -- a key that is a whole number, as texts write it. */
#include "claim/data/data_load.h"

bool pst_data_whole_number(struct pst_text text, int64_t *number)
{
  size_t at = text.size > 0 && text.data[0] == '-';

  *number = 0;
  if (text.size == at || text.size - at > 15 || (text.data[at] == '0' && text.size > at + 1))
    return false;
  for (size_t i = at; i < text.size; i++) {
    if (text.data[i] < '0' || text.data[i] > '9')
      return false;
    *number = *number * 10 + (text.data[i] - '0');
  }
  if (at == 1)
    *number = -*number;
  return true;
}
