/* schema_needs.h -- of the text of a datapackage.json, the members that a schema is read from. */
#ifndef PST_TABLE_LOAD_SCHEMA_NEEDS_H
#define PST_TABLE_LOAD_SCHEMA_NEEDS_H

#include "base/text.h"

/* pst_schema_needs: a package without its titles, sources, texts and constraints, which are most of it.
   Given     TEXT, any bytes
   Returned  OUT, appended: JSON with the members that schema.c asks for, and no blanks; false where TEXT is not
             plainly JSON (a fault, an escape by number, deep nesting, a long number) or memory is out: who
             parses all of it knows, and says where
   Cost      O(size of TEXT), one pass, some 3 instructions a byte
   Tested    test_schema_needs.c  */
bool pst_schema_needs(struct pst_text text, struct pst_buffer *out);

#endif
