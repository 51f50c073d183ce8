/* told.c -- what is broken in a claims file, as lines for standard error. */
#include "claim/report/told.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode/shown.h"
#include "claim/report/report.h"
#include "cli/program.h"

void pst_claims_told(struct pst_buffer *out, const char *name, bool bold,
                     const struct pst_error *error, const char *source)
{
  struct pst_buffer line = {.data = NULL};
  const struct pst_problem place = {.column = error->column, .source = source};

  pst_program_message(out, name, error, bold);
  pst_claims_error_print(&line, &place);
  pst_buffer_shown_lines(out, pst_text_of(pst_buffer_string(&line)));
  out->failed = out->failed || line.failed;
  pst_buffer_free(&line);
}

/* Not one line is a statement: a table, perhaps, whose every line would be an error. */
static bool is_no_claims_file(const struct pst_claims *claims)
{
  return claims->claim_count == 0 && claims->error_count > 1 && claims->file_count == 1
         && claims->paper[0] == '\0';
}

static enum pst_status tell_no_claims_file(struct pst_buffer *out, const char *name, bool bold,
                                           const struct pst_claims *claims)
{
  struct pst_error error = {.status = PST_USAGE, .line = claims->errors[0].line};

  snprintf(error.file, sizeof error.file, "%s", claims->path);
  snprintf(error.message, sizeof error.message,
           "this is no claims file: no line begins a statement (paper, rounding, table, let, "
           "claim); a table of data is named in a claims file, by table NAME \"FILE\"");
  pst_claims_told(out, name, bold, &error, claims->errors[0].source);
  return claims->errors[0].status;
}

/* A file without claims checks nothing: that is a slip, and no success. */
static enum pst_status tell_empty(struct pst_buffer *out, const char *name, bool bold,
                                  const struct pst_claims *claims)
{
  struct pst_error error = {.status = PST_USAGE};

  snprintf(error.file, sizeof error.file, "%s", claims->path);
  snprintf(error.message, sizeof error.message, "the file has no claims");
  pst_claims_told(out, name, bold, &error, "");
  return PST_USAGE;
}

enum pst_status pst_claims_told_all(struct pst_buffer *out, const char *name, bool bold,
                                    const struct pst_claims *claims)
{
  enum pst_status worst = PST_OK;

  if (is_no_claims_file(claims))
    return tell_no_claims_file(out, name, bold, claims);
  if (claims->claim_count == 0 && claims->error_count == 0)
    return tell_empty(out, name, bold, claims);
  for (size_t i = 0; i < claims->error_count; i++) {
    const struct pst_problem *from = &claims->errors[i];
    struct pst_error error = {.status = from->status, .line = from->line, .column = from->column};

    snprintf(error.file, sizeof error.file, "%s", from->file);
    snprintf(error.message, sizeof error.message, "%s", from->message);
    pst_claims_told(out, name, bold, &error, from->source);
    if (from->status > worst) /* the order of enum pst_status */
      worst = from->status;
  }
  return worst;
}

static bool is_draft(const struct pst_claim *claim)
{
  for (size_t i = 0; i < claim->says_count; i++)
    if (strstr(claim->says[i], PST_CLAIMS_TO_REPLACE) != NULL)
      return true;
  return false;
}

enum pst_status pst_claims_told_drafts(struct pst_buffer *out, const char *name, bool bold,
                                       const struct pst_claims *claims)
{
  size_t count = 0;
  const struct pst_claim *first = NULL;
  struct pst_error error = {.status = PST_USAGE};

  for (size_t i = 0; i < claims->claim_count; i++)
    if (is_draft(&claims->claims[i])) {
      first = first == NULL ? &claims->claims[i] : first;
      count++;
    }
  if (first == NULL)
    return PST_OK;
  error.line = first->line;
  error.column = first->column;
  snprintf(error.file, sizeof error.file, "%s", claims->path);
  snprintf(error.message, sizeof error.message,
           "--strict: what the claim %s says is still to be replaced by the words of the paper%s; "
           "it is a draft",
           first->id, count > 1 ? ", and so it is of others" : "");
  pst_claims_told(out, name, bold, &error, "");
  return PST_USAGE;
}
