/* claim_rows.h -- checks of claims and their verdicts, row by row. */
#ifndef PST_TESTS_CLAIM_ROWS_H
#define PST_TESTS_CLAIM_ROWS_H

#include <string.h>

#include "check.h"
#include "claim_data.h"

/* The verdict in one word: severity for a contradiction, "printed" for verified as printed. */
static const char *verdict_of(const struct pst_claim_check *check)
{
  if (check->verdict == PST_VERDICT_CONTRADICTED)
    return pst_severity_name(check->severity);
  if (check->verdict == PST_VERDICT_VERIFIED && check->as_printed)
    return "printed";
  return pst_verdict_name(check->verdict);
}

struct row {
  const char *check, *verdict;
};

static inline void check_rows(const struct row *rows, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const struct pst_claim_check *check = claim_data_one(rows[i].check);

    if (strcmp(verdict_of(check), rows[i].verdict) != 0)
      fail_msg("%s: %s, not %s%s%s", rows[i].check, verdict_of(check), rows[i].verdict,
               check->error == NULL ? "" : ": ", check->error == NULL ? "" : check->error->message);
  }
}

#define CHECK_ROWS(rows) check_rows(rows, sizeof(rows) / sizeof *(rows))

#endif
