/* value_parts.h -- the parts of a printed cell, taken off one by one; only value.c and its rooms,
   and layouts that take marks off a name. */
#ifndef PST_PRINTED_VALUE_PARTS_H
#define PST_PRINTED_VALUE_PARTS_H

#include <string.h>

#include "printed/value.h"

static inline bool pst_value_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* TEXT behind its first AT bytes, and its first SIZE bytes, trimmed. */
static inline struct pst_text pst_value_from(struct pst_text text, size_t at)
{
  return pst_text_trim((struct pst_text){.data = text.data + at, .size = text.size - at});
}

static inline struct pst_text pst_value_upto(struct pst_text text, size_t size)
{
  return pst_text_trim((struct pst_text){.data = text.data, .size = size});
}

static inline bool pst_value_starts(struct pst_text text, const char *with)
{
  size_t size;

  if (text.size == 0 || text.data[0] != *with)
    return false;
  size = strlen(with);
  return text.size >= size && memcmp(text.data, with, size) == 0;
}

/* value_around.c: each takes what it finds off TEXT and keeps it in VALUE. */

/* Superscripts, `*`, `1)`, `(a)` at its ends. */
void pst_value_take_markers(struct pst_text *text, struct pst_value *value);

/* Letters behind it, as RULES allow. */
void pst_value_take_flag(struct pst_text *text, const struct pst_value_rules *rules,
                         struct pst_value *value);

/* A currency or a percent sign. */
void pst_value_take_units(struct pst_text *text, struct pst_value *value);

/* `<`, `>=` before it. */
void pst_value_take_relation(struct pst_text *text, struct pst_value *value);

/* One sign; true when there was one. */
bool pst_value_take_sign(struct pst_text *text, const struct pst_value_rules *rules,
                         struct pst_value *value);

/* All of TEXT stood in one pair of parentheses. */
bool pst_value_take_parentheses(struct pst_text *text);

#endif
