/* build.h -- writing the program of an expression, as the parser reads it. */
#ifndef PST_EXPR_BUILD_H
#define PST_EXPR_BUILD_H

#include "expr/internal.h"

struct pst_builder {
  struct pst_arena *arena;
  struct pst_expr *expr;
  struct pst_error *error;
  size_t depth; /* values on the stack after what was written so far */
};

/* pst_build: append INSTRUCTION, at the bytes of TOKEN; PST_USAGE when it would need too large a
   stack, PST_NO_MEMORY. */
enum pst_status pst_build(struct pst_builder *builder, const struct pst_token *token,
                          struct pst_instruction instruction);

/* pst_build_column: append a cell of the column NAME, LAG rows back. */
enum pst_status pst_build_column(struct pst_builder *builder, const struct pst_token *token,
                                 struct pst_text name, size_t lag);

#endif
