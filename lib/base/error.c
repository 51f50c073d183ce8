/* error.c -- what can go wrong, said once and carried upwards. */
#include "base/error.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

void pst_error_clear(struct pst_error *error)
{
  memset(error, 0, sizeof *error);
}

static enum pst_status fail(struct pst_error *error, enum pst_status status, const char *file,
                            unsigned long line, const char *format, va_list arguments)
{
  if (error == NULL || error->status != PST_OK)
    return status;
  error->status = status;
  error->line = line;
  error->column = 0;
  error->detail[0] = '\0';
  snprintf(error->file, sizeof error->file, "%s", file);
  vsnprintf(error->message, sizeof error->message, format, arguments);
  return status;
}

enum pst_status pst_fail(struct pst_error *error, enum pst_status status, const char *format, ...)
{
  va_list arguments;

  va_start(arguments, format);
  fail(error, status, "", 0, format, arguments);
  va_end(arguments);
  return status;
}

enum pst_status pst_fail_at(struct pst_error *error, enum pst_status status, const char *file,
                            unsigned long line, const char *format, ...)
{
  va_list arguments;

  va_start(arguments, format);
  fail(error, status, file, line, format, arguments);
  va_end(arguments);
  return status;
}

void pst_fail_detail(struct pst_error *error, const char *lines)
{
  size_t size;

  if (error == NULL || error->status == PST_OK)
    return;
  size = strlen(lines);
  while (size >= sizeof error->detail || (size > 0 && lines[size - 1] != '\n'))
    size--;
  memcpy(error->detail, lines, size);
  error->detail[size] = '\0';
}

static atomic_bool memory_is_short;

void pst_error_no_memory(void)
{
  atomic_store(&memory_is_short, true);
}

bool pst_error_memory_is_short(void)
{
  return atomic_load(&memory_is_short);
}

void pst_error_forgive_memory(void)
{
  atomic_store(&memory_is_short, false);
}

enum pst_status pst_fail_memory(struct pst_error *error)
{
  pst_error_no_memory();
  return pst_fail(error, PST_NO_MEMORY, "not enough memory");
}

void pst_error_prefix(struct pst_error *error, const char *format, ...)
{
  char message[sizeof error->message];
  va_list arguments;
  size_t used, left;

  if (error == NULL)
    return;
  memcpy(message, error->message, sizeof message);
  va_start(arguments, format);
  vsnprintf(error->message, sizeof error->message, format, arguments);
  va_end(arguments);
  used = strlen(error->message);
  left = sizeof error->message - used - 1;
  memcpy(error->message + used, message, strnlen(message, left));
  error->message[used + strnlen(message, left)] = '\0';
}
