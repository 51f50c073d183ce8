/* load_columns.c -- the names of a file's columns, for the shells. */
#include <string.h>

#include "job/load/load_steps.h"

/* A name that --by and its like take: quoted where it has a comma or a quote. */
static void put_name(struct pst_buffer *out, const char *name)
{
  bool quoted = strpbrk(name, ",\"") != NULL;

  if (quoted)
    pst_buffer_putc(out, '"');
  for (; *name != '\0'; name++) {
    if (*name == '"')
      pst_buffer_putc(out, '"');
    pst_buffer_putc(out, *name);
  }
  if (quoted)
    pst_buffer_putc(out, '"');
  pst_buffer_putc(out, '\n');
}

void pst_job_put_columns(const char *path, struct pst_buffer *out)
{
  static const char *const no_tokens[] = {NULL};
  const struct pst_number_style style = {.decimal = '.'};
  struct pst_layout_open layout = {.style = &style, .missing = no_tokens};
  const struct pst_load_options options = {.reader = {.skip_bad = true},
                                           .style = style,
                                           .open = pst_layout_open,
                                           .open_context = &layout};
  struct pst_loader *loader;

  if (pst_loader_open(&path, 1, &options, &loader, NULL) != PST_OK)
    return;
  for (size_t i = 0; i < pst_loader_columns(loader); i++)
    if (strpbrk(pst_loader_column(loader, i), "\n\t") == NULL)
      put_name(out, pst_loader_column(loader, i));
  pst_loader_close(loader);
}
