/* keep.c -- sets and series that are the same for every member of a loop, evaluated once. */
#include "claim/evaluate/keep.h"

/* What is kept in all: so many members, a range of them counted whole. */
enum { MEMBERS_MOST = 1000000 };

/* The names that NODE itself gives to members. */
struct bound {
  struct pst_text name;
  const struct bound *outer;
};

static bool names_member(const struct pst_syntax *node)
{
  return node->kind == PST_SYNTAX_QUANTIFIER || node->kind == PST_SYNTAX_SUCH
         || node->kind == PST_SYNTAX_SERIES;
}

/* Does NODE use no name of a loop around it? */
static bool is_closed(const struct pst_syntax *node, const struct bound *outer)
{
  struct bound bound = {.name = node->text, .outer = outer};

  if (node->kind == PST_SYNTAX_NAME && node->let == NULL) {
    while (outer != NULL && !pst_text_equal(outer->name, node->text))
      outer = outer->outer;
    return outer != NULL;
  }
  for (size_t i = 0; i < node->count; i++)
    if (!is_closed(node->arguments[i], names_member(node) && i > 0 ? &bound : outer))
      return false;
  return true;
}

static struct pst_kept *find(const struct pst_evaluator *evaluator, const struct pst_syntax *node)
{
  struct pst_kept *kept = evaluator->kept;

  while (kept != NULL && kept->node != node)
    kept = kept->next;
  return kept;
}

/* NODE evaluated and indexed, in the arena at hand. */
static bool fill(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_variable *variables, bool series, struct pst_kept *kept)
{
  *kept = (struct pst_kept){.node = node, .explained = evaluator->explain, .next = kept->next};
  if (!pst_evaluate_many(evaluator, node, variables, series, &kept->value))
    return false;
  return pst_key_index_make(&kept->keys, evaluator->exact.arena, kept->value.items,
                            kept->value.count)
         || pst_evaluator_memory(evaluator);
}

static struct pst_kept *make(struct pst_evaluator *evaluator)
{
  struct pst_kept *made = pst_arena_array(evaluator->exact.arena, 1, sizeof *made);

  if (made == NULL)
    pst_evaluator_memory(evaluator);
  return made;
}

/* NODE in the arena that lasts; KEPT is an earlier one, which told nothing, or NULL. */
static struct pst_kept *keep(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                             bool series, struct pst_kept *kept)
{
  struct pst_arena *scratch = evaluator->exact.arena;
  bool good;

  evaluator->exact.arena = &evaluator->kept_arena;
  if (kept == NULL)
    kept = make(evaluator);
  good = kept != NULL && fill(evaluator, node, NULL, series, kept);
  evaluator->exact.arena = scratch;
  return good ? kept : NULL;
}

struct pst_kept *pst_keep_many(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                               const struct pst_variable *variables, bool series)
{
  struct pst_kept *kept = variables == NULL ? NULL : find(evaluator, node), *again;

  if (kept != NULL && (kept->explained || !evaluator->explain))
    return kept;
  if (kept == NULL
      && (variables == NULL || evaluator->kept_members >= MEMBERS_MOST || !is_closed(node, NULL))) {
    kept = make(evaluator);
    return kept != NULL && fill(evaluator, node, variables, series, kept) ? kept : NULL;
  }
  again = keep(evaluator, node, series, kept);
  if (again != NULL && kept == NULL) {
    again->next = evaluator->kept;
    evaluator->kept = again;
  }
  if (again != NULL)
    evaluator->kept_members += again->value.count;
  return again;
}

bool pst_keep_ranges(struct pst_evaluator *evaluator, struct pst_kept *kept)
{
  struct pst_arena *scratch = evaluator->exact.arena;
  bool good;

  if (kept->ranges.entries != NULL)
    return true;
  if (find(evaluator, kept->node) == kept)
    evaluator->exact.arena = &evaluator->kept_arena;
  good =
      pst_range_index_make(&kept->ranges, &evaluator->exact, kept->value.items, kept->value.count);
  evaluator->exact.arena = scratch;
  return good || pst_evaluator_memory(evaluator);
}

void pst_keep_nothing(struct pst_evaluator *evaluator)
{
  evaluator->kept = NULL;
  evaluator->kept_members = 0;
  pst_arena_free(&evaluator->kept_arena);
}
