/* chain.c -- a chain of operators without recursion. */
#include "expr/chain.h"

bool pst_chain(struct pst_builder *builder, struct pst_syntax *node,
               bool (*belongs)(enum pst_syntax_kind),
               bool (*first)(struct pst_builder *, struct pst_syntax *, size_t),
               bool (*step)(struct pst_builder *, struct pst_syntax *, size_t), size_t distance)
{
  struct pst_syntax *leftmost = node, **chain;
  size_t count = 0;

  for (; belongs(leftmost->kind); leftmost = leftmost->arguments[0])
    count++;
  chain = pst_arena_array(builder->source->arena, count + 1, sizeof *chain);
  if (chain == NULL) {
    builder->source->failed = true;
    return false;
  }
  for (size_t i = count; i-- > 0; node = node->arguments[0])
    chain[i] = node;
  if (!first(builder, leftmost, distance))
    return false;
  for (size_t i = 0; i < count; i++)
    if (!step(builder, chain[i], distance))
      return false;
  return true;
}
