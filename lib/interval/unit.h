/* unit.h -- units of figures, and what may be added, divided and compared.

   A number with a unit is kept in the unit itself, a scale multiplied out: 28.5 % is 28.5, 1.168
   trillion yen is 1168000000000.  The scale is only remembered for printing.

   All     Given     units as pst_unit_parse and these rules make them: a word is UTF-8, any size
           Returned  true and OUT, or false and a message in ERROR (PST_USAGE, no place)
           Cost      O(size of the words)
           Tested    test_unit.c  */
#ifndef PST_INTERVAL_UNIT_H
#define PST_INTERVAL_UNIT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum pst_unit_kind {
  PST_UNIT_PLAIN,
  PST_UNIT_RATIO,   /* like / like */
  PST_UNIT_PERCENT, /* % */
  PST_UNIT_POINTS,  /* %p */
  PST_UNIT_DATE,    /* days since 1970-01-01 */
  PST_UNIT_WORD
};

struct pst_unit {
  enum pst_unit_kind kind;
  struct pst_text word; /* of PST_UNIT_WORD */
  int scale;            /* 0, 3, 6, 9 or 12: the power of ten that it is printed in */
  int decimals;         /* digits after the point to print at least */
};

/* pst_unit_scale: 3, 6, 9, 12 for thousand, million, billion, trillion; 0 for any other word. */
int pst_unit_scale(struct pst_text word);

/* pst_unit_parse: the unit that a schema prints: "%", "%p", "EUR", "million EUR", "USD million (2022)",
   "thousand"; its scale is that of its numbers.  WORD is in ARENA.
   Returned  false for "", "1" and where memory is out: nothing is known of the unit  */
bool pst_unit_parse(struct pst_arena *arena, struct pst_text text, struct pst_unit *unit);

/* pst_unit_add: of A + B, or A - B: % - % = %p; % + %p = %; else like and like. */
bool pst_unit_add(const struct pst_unit *a, const struct pst_unit *b, bool subtract,
                  struct pst_unit *out, struct pst_error *error);

/* pst_unit_multiply: of A * B.  PER_CENT: the product is to be divided by 100 (% of a thing). */
bool pst_unit_multiply(const struct pst_unit *a, const struct pst_unit *b, struct pst_unit *out,
                       bool *per_cent, struct pst_error *error);

/* pst_unit_divide: of A / B. */
bool pst_unit_divide(const struct pst_unit *a, const struct pst_unit *b, struct pst_unit *out,
                     struct pst_error *error);

/* pst_unit_quotient, pst_unit_product: of A / B and A * B where both are words, by their factors: EUR over
   person is EUR/person; person times EUR/person is EUR; EUR over JPY, no product.  What is in both parts
   falls out; a product in which nothing does is refused, as that of EUR and EUR.  The word is in ARENA.
   Returned  false and a message in ERROR (PST_USAGE); false with PST_NO_MEMORY  */
bool pst_unit_quotient(struct pst_arena *arena, const struct pst_unit *a, const struct pst_unit *b,
                       struct pst_unit *out, struct pst_error *error);
bool pst_unit_product(struct pst_arena *arena, const struct pst_unit *a, const struct pst_unit *b,
                      struct pst_unit *out, struct pst_error *error);

/* pst_unit_compare: may A stand beside B?  TIMES_A, TIMES_B: 100 where a ratio stands beside % or
   %p, else 1. */
bool pst_unit_compare(const struct pst_unit *a, const struct pst_unit *b, int *times_a,
                      int *times_b, struct pst_error *error);

/* pst_unit_same: one kind and one word. */
bool pst_unit_same(const struct pst_unit *a, const struct pst_unit *b);

/* pst_unit_beside: may a value of unit B stand with those of UNIT in a set, a series or a choice?  UNIT is then that of
   all: a ratio with a plain number is a ratio, as their sum is; else both have one unit. */
bool pst_unit_beside(struct pst_unit *unit, const struct pst_unit *b);

/* pst_unit_print: "", "ratio", "%", "%p", "million EUR"; in ARENA, "" when memory is out. */
const char *pst_unit_print(struct pst_arena *arena, const struct pst_unit *unit);

#endif
