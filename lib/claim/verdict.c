/* verdict.c -- the names of verdicts and severities. */
#include "claim/verdict.h"

const char *const pst_choice_how_names[] = {"moved", "left out", "method"};

const char *pst_verdict_name(enum pst_verdict verdict)
{
  static const char *const names[] = {"verified",  "restated",     "consistent", "not checkable",
                                      "ambiguous", "contradicted", "error"};

  return names[verdict];
}

const char *pst_severity_name(enum pst_severity severity)
{
  static const char *const names[] = {"", "last digit", "value", "conclusion"};

  return names[severity];
}
