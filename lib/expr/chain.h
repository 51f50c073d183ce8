/* chain.h -- a chain of operators without recursion. */
#ifndef PST_EXPR_CHAIN_H
#define PST_EXPR_CHAIN_H

#include "expr/build.h"

/* pst_chain: NODE and what its left side goes on as are of the kinds that BELONGS accepts:
   FIRST for the leftmost operand, then STEP for each node, from the inside out. */
bool pst_chain(struct pst_builder *builder, struct pst_syntax *node,
               bool (*belongs)(enum pst_syntax_kind),
               bool (*first)(struct pst_builder *, struct pst_syntax *, size_t),
               bool (*step)(struct pst_builder *, struct pst_syntax *, size_t), size_t distance);

#endif
