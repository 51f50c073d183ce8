/* notes.c -- what is to be said of a score and its rank. */
#include "composite/notes.h"

#include <math.h>
#include <stdio.h>

static void add(struct pst_buffer *note, const char *text)
{
  pst_buffer_printf(note, "%s%s", note->size == 0 ? "" : "; ", text);
}

/* Which indicators an entity is without, and why. */
static void note_missing(const struct pst_composite_settings *s,
                         const struct pst_composite_slice *slice, size_t i, struct pst_buffer *note)
{
  const struct pst_composite_design *design = &s->design;
  bool any = false;

  for (size_t k = 0; k < design->count; k++) {
    if (design->weight[k] == 0 || !isnan(slice->y[0][i * design->count + k]))
      continue;
    pst_buffer_printf(note, "%s%s%s%s%s", !any && note->size > 0 ? "; " : "",
                      any ? ", " : "without ", design->indicators[k].name,
                      slice->reason[k] == NULL ? "" : ": ",
                      slice->reason[k] == NULL ? "" : slice->reason[k]);
    any = true;
  }
  if (any)
    pst_buffer_puts(note, slice->rank[i] == 0 ? "" : ", the other weights renormalised");
  else if (slice->rank[i] == 0)
    add(note, "no score: a normalised value is below 0");
}

static void note_reach(const struct pst_composite_robust *robust, size_t i, struct pst_buffer *note)
{
  const char *why =
      robust->closed ? "each pair of entities is judged by itself" : "the search took too long";
  struct pst_rank_reach reach;
  char text[120];

  if (robust->no_reach != NULL) {
    add(note, robust->no_reach);
    return;
  }
  reach = robust->reach[i];
  if (reach.low == 0 || (reach.exact_low && reach.exact_high))
    return;
  snprintf(text, sizeof text, "%s%s%s %s: %s", reach.exact_low ? "" : "weights_low",
           !reach.exact_low && !reach.exact_high ? " and " : "",
           reach.exact_high ? "" : "weights_high",
           !reach.exact_low && !reach.exact_high ? "are outer bounds" : "is an outer bound", why);
  add(note, text);
}

/* Ranks that some of the choices do not give. */
static void note_gaps(const struct pst_composite_settings *s,
                      const struct pst_composite_slice *slice,
                      const struct pst_composite_robust *robust, size_t i, struct pst_buffer *note)
{
  size_t replicates = s->replicates;

  if (slice->rank[i] > 0 && isnan(robust->left[i].low))
    add(note, "without one of its indicators it has no score");
  if (robust->drawn == NULL || robust->drawn[i].replicates == replicates
      || robust->drawn[i].replicates == 0)
    return;
  pst_buffer_printf(note, "%sranked in %zu of %zu replicates", note->size == 0 ? "" : "; ",
                    robust->drawn[i].replicates, replicates);
}

/* What leaves the ends of score and rank away, or less searched than those of others. */
static void note_open(const struct pst_composite_leeway *leeway, size_t i, struct pst_buffer *note)
{
  if (leeway->of == NULL)
    return;
  if (leeway->endless != NULL)
    add(note, leeway->endless);
  else if (leeway->of[i].cut_short && leeway->of[i].rank_low > 0)
    pst_buffer_printf(note,
                      "%sthe search ended at %d completions, before values were moved one by one "
                      "for this entity",
                      note->size == 0 ? "" : "; ", PST_COMPOSITE_MOVES_MOST);
}

void pst_composite_note(const struct pst_composite_settings *s,
                        const struct pst_composite_slice *slice,
                        const struct pst_composite_robust *robust,
                        const struct pst_composite_leeway *leeway, size_t i,
                        struct pst_buffer *note)
{
  note_missing(s, slice, i, note);
  note_open(leeway, i, note);
  note_gaps(s, slice, robust, i, note);
  if (!s->design.copeland)
    note_reach(robust, i, note);
}
