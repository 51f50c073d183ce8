/* draft.h -- a claims file to start from: a claim for every sentence and row of a table with a number, a rank or a
   direction, with what each number is perhaps. */
#ifndef PST_TRACE_DRAFT_H
#define PST_TRACE_DRAFT_H

#include "trace/trace.h"

struct pst_draft_number {
  const struct pst_mention *mention; /* of the paper, while that is open */
  const char *text;                  /* "46 %" */
  double computed;
  const char *check, *kind; /* of what stands out; NULL: nothing does */
  const char *file;
  unsigned long lines[2];
  double chance;
  bool rounding;
  size_t table, value; /* of what stands out */
  size_t column;       /* of the table that it stands in */
  size_t fits;         /* expressions that fit, of those that were tried */
  size_t tried;
};

struct pst_draft_claim {
  const char *id;
  struct pst_paper_place place;
  const char *says; /* the sentence, on one line */
  struct pst_draft_number *numbers;
  size_t count, traced;
};

struct pst_draft {
  const char *path;
  bool is_pdf;
  const struct pst_trace_data *data;
  struct pst_arena arena;
  struct pst_draft_claim *claims;
  size_t count, capacity;
  size_t numbers, traced;
  bool failed;
};

/* pst_draft_make: the draft of the paper at PATH over DATA, which outlives it.
   Returned  draft  to be freed with pst_draft_free
   Status    as pst_paper_open
   Cost      a search a number
   Tested    tests/claims/test_draft.py, tests/cli/claims-draft-*  */
enum pst_status pst_draft_make(const char *path, const struct pst_trace_data *data,
                               struct pst_draft *draft, struct pst_error *error);

/* pst_draft_paper: the same of PAPER, which is open; appended to DRAFT, at first all zero but for its data.
   Status    PST_NO_MEMORY  */
enum pst_status pst_draft_paper(const struct pst_paper *paper, struct pst_draft *draft,
                                struct pst_error *error);

void pst_draft_free(struct pst_draft *draft);

/* pst_draft_write: the claims file, which goes to OUTPUT; pst_draft_write_html: the same as a page. */
void pst_draft_write(struct pst_buffer *out, const struct pst_draft *draft, const char *output);
void pst_draft_write_html(struct pst_buffer *out, const struct pst_draft *draft);

#endif
