#include "expr/internal.h"

#include <stdarg.h>
#include <stdio.h>

enum pst_status pst_expr_fail_at(struct pst_error *error, struct pst_text source, size_t at,
                                 const char *format, ...)
{
  struct pst_error place;
  va_list arguments;
  unsigned long character = 1;

  if (error == NULL || error->status != PST_OK)
    return PST_USAGE;
  va_start(arguments, format);
  vsnprintf(place.message, sizeof place.message, format, arguments);
  va_end(arguments);
  pst_fail(error, PST_USAGE, "%s", place.message);
  for (size_t i = 0; i < at && i < source.size; character++)
    pst_utf8_next(source, &i);
  error->column = character;
  return PST_USAGE;
}
