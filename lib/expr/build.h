/* build.h -- writing the program of an expression, instruction by instruction. */
#ifndef PST_EXPR_BUILD_H
#define PST_EXPR_BUILD_H

#include "expr/internal.h"

struct pst_builder {
  struct pst_expr *expr;
  struct pst_source *source; /* what is wrong is added to its errors */
  size_t depth;              /* values on the stack after what was written so far */
};

/* All return false once an error is reported, or memory is out. */

/* pst_build: append INSTRUCTION, of the SIZE bytes at AT; an error when it would need too large a
   stack. */
bool pst_build(struct pst_builder *builder, size_t at, size_t size,
               struct pst_instruction instruction);

/* pst_build_column: append a cell of the column NAME, LAG rows back. */
bool pst_build_column(struct pst_builder *builder, size_t at, size_t size, struct pst_text name,
                      size_t lag);

#endif
