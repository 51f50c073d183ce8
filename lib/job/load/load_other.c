/* load_other.c -- the names of the columns of --join. */
#include <string.h>

#include "job/load/load_steps.h"

const char *pst_load_in_other(const struct pst_load *load, const char *name)
{
  const char *prefix = load->job->options.join_prefix;
  size_t size = prefix == NULL ? 0 : strlen(prefix);

  if (load->other == NULL || (size > 0 && strncmp(name, prefix, size) != 0))
    return NULL;
  return pst_loader_has(load->other, name + size) ? name + size : NULL;
}
