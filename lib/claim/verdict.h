/* verdict.h -- what a check of claims finds: verdicts, and the evidence for each.

   Everything is constant and belongs to the struct pst_claims (see claim.h).  Strings are UTF-8,
   never NULL unless said so. */
#ifndef PST_CLAIM_VERDICT_H
#define PST_CLAIM_VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "language/source.h"

/* From best to worst: a claim takes the worst of its checks, a check the worst of its readings
   unless one reading holds and another is contradicted. */
enum pst_verdict {
  PST_VERDICT_VERIFIED,
  PST_VERDICT_RESTATED, /* it holds, but only of what is transcribed from the paper itself */
  PST_VERDICT_CONSISTENT,
  PST_VERDICT_NOT_CHECKABLE,
  PST_VERDICT_AMBIGUOUS, /* of claims only */
  PST_VERDICT_CONTRADICTED,
  PST_VERDICT_ERROR
};

enum { PST_VERDICTS = PST_VERDICT_ERROR + 1 };

/* Of a contradiction. */
enum pst_severity {
  PST_SEVERITY_NONE,
  PST_SEVERITY_LAST_DIGIT, /* within one unit of the last digit printed */
  PST_SEVERITY_VALUE,
  PST_SEVERITY_CONCLUSION /* a direction, an order or a quantifier flips */
};

/* "verified", "consistent", "not checkable", "ambiguous", "contradicted", "error";
   "", "last digit", "value", "conclusion". */
const char *pst_verdict_name(enum pst_verdict verdict);
const char *pst_severity_name(enum pst_severity severity);

/* An exact number: TEXT is a decimal ("8.05"), a fraction where no decimal is exact ("1/3"), "inf"
   or "-inf"; VALUE the double nearest to it. */
struct pst_claim_number {
  const char *text;
  double value;
};

/* One side of an equality or an order, in UNIT.  For a test that is none (a quantifier, rises),
   known is false. */
struct pst_claim_quantity {
  bool known;
  const char *text; /* for people: reported, as the claims file writes it ("8.1 %p"); computed, "8.1
                       %p [8.0, 8.2]", the interval left out where it is a point */
  struct pst_claim_number low, high;
  bool low_open, high_open; /* the end does not belong to it */
  bool has_printed;
  struct pst_claim_number printed; /* the value as printed, or as computed from printed values */
  const char *unit;                /* "" for a plain number, "ratio", "%", "%p", "million EUR" */
  const char *basis; /* of computed: "n = 8", "per year, n = 8"; "" when there is nothing to say */
};

/* One line of a data file that was read for the check. */
struct pst_claim_row {
  const char *file; /* the path as the claims file's place makes it openable */
  unsigned long line;
  const char *cell; /* the cell in the language: share["Utopia", "2011-2013"] */
  const char *text; /* what stands there, "" when missing */
  bool decides;     /* false: read, but another row made the answer */
};

/* Where a series decides (rises, slope, a quantifier over keys): what a figure would show. */
struct pst_claim_point {
  const char *key; /* as printed */
  double position; /* of the key: its number or period, else 0, 1, 2, ... */
  bool known;      /* false: a missing cell; the numbers are NaN */
  double value;    /* as printed, else the middle of low and high; NaN when unbounded */
  double low, high;
  enum pst_verdict verdict; /* of this member or step: verified, contradicted, ... */
};

struct pst_claim_series {
  const char *label; /* the expression */
  const char *unit;
  const struct pst_claim_point *points;
  size_t point_count;
};

/* Of a quantifier: how many members. */
struct pst_claim_tally {
  const char *quantifier;            /* "all", "most", "some", "none" */
  size_t yes, no, rounding, missing; /* rounding: open by what open_by says */
  const char
      *open_by; /* "rounding", "a bound", "a tie", "rounding or a tie", ...; NULL: rounding */
};

/* What is done with a free choice: another key or end; members left out; another method. */
enum pst_choice_how { PST_CHOICE_MOVED, PST_CHOICE_LEFT_OUT, PST_CHOICE_METHOD };

/* "moved", "left out", "method". */
extern const char *const pst_choice_how_names[];

/* A free choice of a verified check, moved (option robust): how often it still holds. */
struct pst_claim_choice {
  enum pst_choice_how how;
  bool of_ends; /* it is the first or last of a series that are moved or left out */
  const char
      *choice; /* "2003 in grants[2003]", "the start in 1997..2015", "one member in grants[*]" */
  size_t tried, holds; /* other values that could be evaluated, and those for which it holds */
  const char *breaks;  /* the nearest value for which it does not, "" when there is none */
};

struct pst_claim_check {
  unsigned long line, column;
  const char *expression; /* as written, on one line; of `not checkable because`: that text */
  const char *reading;    /* NULL when it is no reading */
  enum pst_verdict verdict;
  enum pst_severity severity;
  bool as_printed; /* verified, but only the value as printed lies in what is reported */
  bool wide;       /* a cell is used twice and its range could only be narrowed */
  struct pst_claim_quantity reported, computed;
  const char *relation; /* between computed and reported: "=", "<", ...; "" when there is none */
  const struct pst_claim_row *rows;
  size_t row_count;
  size_t row_total;               /* rows read, of which row_count are listed */
  const char *const *explanation; /* lines built from the numbers that decided */
  size_t explanation_count;
  const char *const *diagnosis; /* of a contradiction: likely slips, and what would be true */
  size_t diagnosis_count;
  const char *const *near_matches; /* of `in` and `except`: "'Kyrgyz' and 'Kyrgyzstan'" */
  size_t near_match_count;
  const char *reason;              /* of not checkable and restated: why; NULL else */
  const struct pst_problem *error; /* of error; NULL else */
  const struct pst_claim_series *series;
  size_t series_count;
  const struct pst_claim_tally *tallies;
  size_t tally_count;
  const struct pst_claim_choice *choices; /* of a verified check with the option robust */
  size_t choice_count;
  const char *
      depends; /* of those: "depends on the method (pearson); not on ..."; "" or NULL: nothing to say */
};

struct pst_claim {
  const char *id;
  const char *at; /* "" when not given */
  const char *const *says;
  size_t says_count;
  unsigned long line, column; /* of its ID */
  enum pst_verdict verdict;
  enum pst_severity severity;
  bool as_printed;
  const struct pst_claim_check *checks; /* at least one, unless its checks could not be read */
  size_t check_count;
};

/* A file that the verdicts rest on: the claims file first, then data in order of declaration. */
struct pst_claim_file {
  const char *path;
  const char *sha256; /* 64 hexadecimal digits; "" when it could not be read */
};

/* A number in the paper's text that no claim uses; what that means is in docs/CLAIMS.md. */
struct pst_claim_unused {
  unsigned long line, column;
  const char *text;
};

struct pst_claims_summary {
  size_t claims, checks;
  size_t verdicts[PST_VERDICTS];                  /* claims by verdict */
  size_t as_printed;                              /* among the verified */
  size_t severities[PST_SEVERITY_CONCLUSION + 1]; /* contradicted claims by severity */
  enum pst_status worst; /* of all errors: PST_IO before PST_BAD_DATA before PST_USAGE; PST_OK */
};

struct pst_claims {
  const char *path;
  const char *paper;      /* "" when not given */
  const char *paper_text; /* path of the paper's text, openable; NULL when not given */
  const struct pst_claim *claims;
  size_t claim_count;
  /* Each cause once, in the order of the file: syntax, declarations, then those of checks. */
  const struct pst_problem *errors;
  size_t error_count;
  const struct pst_claim_file *files;
  size_t file_count;
  struct pst_claims_summary summary;
  bool has_coverage;   /* the paper's text was given and read */
  size_t number_count; /* numbers in it, of which unused_count are used by no claim */
  const struct pst_claim_unused *unused;
  size_t unused_count;
};

#endif
