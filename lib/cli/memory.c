/* memory.c -- what happens when a library asks for memory and there is none. */
#include "cli/memory.h"

#include <errno.h>
#include <gmp.h>
#include <gsl/gsl_errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/program.h"

/* GMP and cmark have no way to say that memory has run out but to abort: their functions do not return then. */
static void *refuse(void)
{
  fprintf(stderr, "%s: not enough memory\n", program_invocation_short_name);
  exit(PST_EXIT_ENVIRONMENT);
}

/* GSL allocates inside of fits that do not look at what they got; other faults are statuses that are looked at. */
static void hear_gsl(const char *reason, const char *file, int line, int number)
{
  (void)reason;
  (void)file;
  (void)line;
  if (number == GSL_ENOMEM)
    refuse();
}

static void *take(size_t size)
{
  void *piece = malloc(size);

  return piece != NULL ? piece : refuse();
}

static void *take_again(void *old, size_t old_size, size_t size)
{
  void *piece = take(size);

  memcpy(piece, old, old_size < size ? old_size : size);
  free(old);
  return piece;
}

static void give_back(void *piece, size_t size)
{
  (void)size;
  free(piece);
}

void *pst_memory_take(size_t count, size_t size)
{
  void *piece = calloc(count, size);

  return piece != NULL ? piece : refuse();
}

void *pst_memory_again(void *old, size_t size)
{
  void *piece = realloc(old, size);

  return piece != NULL ? piece : refuse();
}

static void *take_or_tell(size_t size)
{
  void *piece = malloc(size);

  if (piece == NULL)
    pst_error_no_memory();
  return piece;
}

void pst_memory_begin(void)
{
  json_set_alloc_funcs(take_or_tell, free);
  mp_set_memory_functions(take, take_again, give_back);
  gsl_set_error_handler(hear_gsl);
}
