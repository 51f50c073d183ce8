/* compile.h -- from the tree of an expression to its program. */
#ifndef PST_EXPR_COMPILE_H
#define PST_EXPR_COMPILE_H

#include "expr/build.h"

/* All return false once an error is reported to the builder's source, or memory is out. */

/* pst_compile: the program that leaves the value of NODE.
   Cost  O(size of NODE); a chain of operators needs no recursion  */
bool pst_compile(struct pst_builder *builder, struct pst_syntax *node);

/* pst_compile_call: a call of a function. */
bool pst_compile_call(struct pst_builder *builder, struct pst_syntax *node);

/* pst_compile_in: `value in set`; leaves whether the value is a member. */
bool pst_compile_in(struct pst_builder *builder, struct pst_syntax *node);

#endif
