/* small_table.c -- a small file of an option, read by the names of its columns. */
#include "composite/small_table.h"

#include <stdint.h>

#include "table/load/load.h"

static enum pst_status ask(struct pst_loader *loader, struct pst_small_column *columns, size_t n,
                           struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < n && status == PST_OK; i++) {
    columns[i].column = SIZE_MAX;
    if (!columns[i].optional || pst_loader_has(loader, columns[i].name))
      status = pst_loader_ask(loader, columns[i].name, columns[i].want, &columns[i].column, error);
  }
  return status;
}

enum pst_status pst_small_table_read(const char *option, const char *path,
                                     struct pst_small_column *columns, size_t n,
                                     struct pst_table *table, struct pst_error *error)
{
  const struct pst_load_options options = {.n_missing = 0};
  struct pst_loader *loader = NULL;
  enum pst_status status = pst_loader_open(&path, 1, &options, &loader, error);

  if (status == PST_OK)
    status = ask(loader, columns, n, error);
  if (status == PST_OK)
    status = pst_loader_run(loader, table, error);
  if (status != PST_OK)
    pst_error_prefix(error, "%s: ", option);
  pst_loader_close(loader);
  return status;
}
