/* admit.c -- which constructs of the language each reader admits, and what to say of the others. */
#include "language/admit.h"

/* What asks about more than one row has no meaning where there is one. */
static const struct {
  unsigned dialects; /* of enum pst_dialect */
  const char *message;
} constructs[] = {
    [PST_CONSTRUCT_CELL] = {PST_CLAIMS, "'[' has no meaning here; write the column's name alone, "
                                        "or {...} for a set"},
    [PST_CONSTRUCT_SERIES] = {PST_CLAIMS, "'[' has no meaning here; write the column's name alone, "
                                          "or {...} for a set"},
    [PST_CONSTRUCT_SUCH] = {PST_CLAIMS,
                            "{... in ...: ...} chooses among many rows, and this sees one row at a "
                            "time; it is for claims files"},
    [PST_CONSTRUCT_QUANTIFIER] = {PST_CLAIMS,
                                  "all, most, some and none ask about many rows, and this sees one "
                                  "row at a time; they are for claims files"},
    [PST_CONSTRUCT_DIRECTION] = {PST_CLAIMS,
                                 "rises and falls ask about many rows, and this sees one row at a "
                                 "time; write x > lag(x), or take them to a claims file"},
};

bool pst_admit(struct pst_language_parser *parser, enum pst_construct construct, size_t at)
{
  if ((constructs[construct].dialects & parser->scanner.dialect) != 0)
    return true;
  return pst_source_fail(parser->source, at, "%s", constructs[construct].message);
}
