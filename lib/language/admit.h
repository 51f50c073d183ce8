/* admit.h -- which constructs of the language each reader admits, and what to say of the others. */
#ifndef PST_LANGUAGE_ADMIT_H
#define PST_LANGUAGE_ADMIT_H

#include "language/parser.h"

enum pst_construct {
  PST_CONSTRUCT_CELL,       /* t[...] */
  PST_CONSTRUCT_SERIES,     /* [x in s: ...] */
  PST_CONSTRUCT_SUCH,       /* {x in s: ...} */
  PST_CONSTRUCT_QUANTIFIER, /* all(x in s: ...) */
  PST_CONSTRUCT_DIRECTION   /* rises, falls */
};

/* pst_admit: may CONSTRUCT stand at the byte AT?  Else false, with the message that says where it
   is written and what is written here.
   Given     AT, a byte of the parser's text
   Returned  the answer
   Cost      O(1)
   Tested    test_language.c, each word for word  */
bool pst_admit(struct pst_language_parser *parser, enum pst_construct construct, size_t at);

#endif
