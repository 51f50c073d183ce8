/* driver -- runs one kernel of indicators on a request of its standard input.

   Reads   a JSON object: "kernel" and what that kernel takes (the files beside this one)
   Writes  a JSON object; {"undefined": reason} when there is no value
   Usage   driver_indicator <request */
#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <string.h>

#include "request.h"

static const struct request_entry *const tables[] = {request_rows, request_concentration,
                                                     request_specialisation, request_composite};

static request_kernel *find(const char *name)
{
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (const struct request_entry *entry = tables[t]; entry->name != NULL; entry++)
      if (strcmp(entry->name, name) == 0)
        return entry->kernel;
  return NULL;
}

static enum pst_status run(struct request *request, struct pst_error *error)
{
  const char *name = request_text(request, "kernel");
  request_kernel *kernel = name == NULL ? NULL : find(name);

  if (kernel == NULL)
    return pst_fail(error, PST_USAGE, "unknown kernel %s", name == NULL ? "" : name);
  return kernel(request, error);
}

int main(void)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  json_error_t where;
  json_t *in = json_loadf(stdin, 0, &where);
  struct request request = {.in = in, .out = json_object(), .arena = &arena};
  enum pst_status status;

  gsl_set_error_handler_off();
  if (in == NULL) {
    fprintf(stderr, "driver: %s\n", where.text);
    return 2;
  }
  status = run(&request, &error);
  if (status == PST_UNDEFINED) {
    json_object_clear(request.out);
    json_object_set_new(request.out, "undefined", json_string(error.message));
  } else if (status != PST_OK)
    fprintf(stderr, "driver: %s\n", error.message);
  json_dumpf(request.out, stdout, JSON_REAL_PRECISION(17));
  json_decref(request.out);
  json_decref(in);
  pst_arena_free(&arena);
  return status == PST_OK || status == PST_UNDEFINED ? 0 : 1;
}
