/* scan.h -- what must agree in any paper, found and checked without a claims file.

   A finding sets what the paper states beside what follows from other figures that it prints, each as the
   interval that the printed figure stands for. */
#ifndef PST_SCAN_SCAN_H
#define PST_SCAN_SCAN_H

#include "paper/paper.h"

enum pst_finding_verdict {
  PST_FINDING_AGREES,    /* the figures as they are printed give what is stated */
  PST_FINDING_ROUNDING,  /* they do not, but what they stood for before rounding may */
  PST_FINDING_UNDECIDED, /* what is printed cannot decide it: a tie, a condition that is not said */
  PST_FINDING_CONTRADICTS, /* no rounding makes it true */
  PST_FINDING_VERDICTS
};

/* "agrees", "agrees only within rounding", "cannot be decided", "contradicts". */
extern const char *const pst_finding_verdict_names[];

/* A figure as it stands in the paper. */
struct pst_finding_figure {
  struct pst_text text;
  struct pst_paper_place place;
  struct pst_range range;
};

/* One side: TEXT for people ("8.1 %p", "28.5 - 20.4"), and its numbers in SCALE and UNIT. */
struct pst_finding_side {
  const char *text;
  bool has_range;
  struct pst_range range;
  const char *interval; /* "[8.05, 8.15]", "" where there is none */
  bool has_value;
  struct pst_rational value; /* as printed, or as computed from figures as they are printed */
};

struct pst_finding {
  const char *kind; /* the finder: "change", "parts", ... */
  enum pst_finding_verdict verdict;
  const struct pst_paper *paper;
  size_t at; /* byte of the paper where what is stated begins: the place of the finding */
  struct pst_paper_place place;
  const char *relation; /* between stated and computed: "=", "<", "in" */
  struct pst_finding_side stated, computed;
  const struct pst_finding_figure *figures; /* what the computed side is made of */
  size_t figure_count;
  const char *says; /* the sentence, or the row of the table, on one line */
  const char *note; /* "" or what else is to be known */
};

struct pst_scan {
  const char *path;
  struct pst_paper *papers[2];
  size_t paper_count;
  struct pst_arena arena;
  struct pst_exact exact;
  struct pst_finding
      *findings; /* in the order of the text; of the prose before those of tables laid out */
  size_t finding_count, finding_capacity;
  size_t verdicts[PST_FINDING_VERDICTS];
  bool failed;
};

/* pst_scan_open: the paper at PATH and all findings in it.
   Returned  scan  to be freed with pst_scan_close
   Status    as pst_paper_open
   Cost      linear in the text; in a table of c columns, c squared times its rows
   Tested    tests/unit/test_scan.c, tests/claims/scan.py, tests/fuzz/fuzz_scan.c  */
enum pst_status pst_scan_open(const char *path, struct pst_scan **scan, struct pst_error *error);

/* pst_scan_text: the same of TEXT, which is CSV when IS_TABLE. */
enum pst_status pst_scan_text(const char *path, const char *text, size_t size, bool is_table,
                              struct pst_scan **scan, struct pst_error *error);

/* pst_scan_settle: the findings in order, and counted; after others were added to them.
   Status    PST_NO_MEMORY when adding them failed  */
enum pst_status pst_scan_settle(struct pst_scan *scan, struct pst_error *error);

void pst_scan_close(struct pst_scan *scan);

#endif
