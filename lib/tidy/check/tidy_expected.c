/* tidy_expected.c -- the columns of a file are those of the reading that was kept. */
#include <string.h>

#include "tidy/explain.h"
#include "tidy/check/tidy_check.h"

static enum pst_status refuse(const struct pst_tidy *tidy, const struct pst_tidy_options *options,
                              const char *what, const char *name, const char *role,
                              struct pst_error *error)
{
  return pst_fail_at(
      error, PST_BAD_DATA, tidy->frame.sheet->name,
      tidy->frame.sheet->rows[tidy->frame.header].line,
      "%s '%s' (%s), unlike %s; look at the file with --explain, and keep its reading "
      "anew with --save-layout",
      what, name, role, options->kept);
}

enum pst_status pst_tidy_check_expected(const struct pst_tidy *tidy,
                                        const struct pst_tidy_options *options,
                                        struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t i = 0;

  if (options->expected == NULL)
    return PST_OK;
  for (size_t c = 0; c < frame->n_columns; c++) {
    const char *role = pst_explain_role(tidy, c);

    if (frame->columns[c].when[0] != '\0')
      continue;
    if (i == options->n_expected)
      return refuse(tidy, options, "there is a column", frame->columns[c].name, role, error);
    if (options->expected[i].name == NULL || options->expected[i].role == NULL
        || strcmp(options->expected[i].name, frame->columns[c].name) != 0
        || strcmp(options->expected[i].role, role) != 0)
      return refuse(tidy, options, "there is a column", frame->columns[c].name, role, error);
    i++;
  }
  if (i < options->n_expected)
    return refuse(tidy, options, "there is no column", options->expected[i].name,
                  options->expected[i].role, error);
  return PST_OK;
}
