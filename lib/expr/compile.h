/* compile.h -- from the tree of an expression to its program. */
#ifndef PST_EXPR_COMPILE_H
#define PST_EXPR_COMPILE_H

#include "expr/build.h"

/* All return false once an error is reported to the builder's source, or memory is out. */

/* pst_compile: the program that leaves the value of NODE.
   Cost  O(size of NODE); a chain of operators needs no recursion  */
bool pst_compile(struct pst_builder *builder, struct pst_syntax *node);

/* pst_compile_chain: NODE and what its left side goes on as are of the kinds that BELONGS accepts:
   FIRST for the leftmost operand, then STEP for each node, from the inside out. */
bool pst_compile_chain(struct pst_builder *builder, struct pst_syntax *node,
                       bool (*belongs)(enum pst_syntax_kind),
                       bool (*first)(struct pst_builder *, struct pst_syntax *, size_t),
                       bool (*step)(struct pst_builder *, struct pst_syntax *, size_t),
                       size_t distance);

/* pst_compile_call: a call of a function. */
bool pst_compile_call(struct pst_builder *builder, struct pst_syntax *node);

/* pst_compile_in: `value in set`; leaves whether the value is a member. */
bool pst_compile_in(struct pst_builder *builder, struct pst_syntax *node);

#endif
