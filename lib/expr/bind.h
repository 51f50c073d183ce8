/* bind.h -- types of the values that an expression will have on its stack, and how messages name
   them. */
#ifndef PST_EXPR_BIND_H
#define PST_EXPR_BIND_H

#include "expr/internal.h"
#include "interval/unit.h"

struct pst_operand {
  enum pst_expr_type type;
  enum pst_period_kind period;
  bool bounded;  /* a truth that a bound may leave undecided */
  bool whole;    /* a column of whole numbers */
  bool has_unit; /* what is known of its unit: the numbers are in UNIT's scale */
  struct pst_unit unit;
  size_t at;                    /* byte of the source where it begins */
  struct pst_instruction *leaf; /* the column, number or text that it is; else NULL */
};

struct pst_binder {
  struct pst_expr *expr;
  struct pst_error *error;
  struct pst_operand stack[PST_EXPR_STACK];
  size_t depth;
};

enum { PST_DESCRIPTION_SIZE = 256 };

/* pst_bind_subject: "'donor' is text", "\"Japan\" is text", "this is a test".
   pst_bind_object: "the number 5", "the text 'donor'", "a number". */
void pst_bind_subject(char text[PST_DESCRIPTION_SIZE], const struct pst_binder *binder,
                      const struct pst_operand *operand);
void pst_bind_object(char text[PST_DESCRIPTION_SIZE], const struct pst_binder *binder,
                     const struct pst_operand *operand);

/* pst_bind_comparison: may LEFT be compared with RIGHT?  A text beside a period becomes one. */
enum pst_status pst_bind_comparison(struct pst_binder *binder,
                                    const struct pst_instruction *instruction,
                                    enum pst_relation relation, struct pst_operand *left,
                                    struct pst_operand *right);

/* pst_units_join: LEFT and RIGHT stand side by side at INSTRUCTION, which adds, subtracts or compares
   them (a minimum compares too): a literal with a unit turns into the other's scale, and units that
   do not fit are an error.  JOINT (may be NULL): the unit of the result.
   pst_units_product: the same for a product (DIVIDE: a quotient), where any units may meet.
   pst_units_refuse: an error where OPERAND is a literal with a unit, which INSTRUCTION cannot take.
   Tested  tests/unit/test_expr_units.c  */
enum pst_units_use { PST_UNITS_ADD, PST_UNITS_SUBTRACT, PST_UNITS_COMPARE };
enum pst_status pst_units_join(struct pst_binder *binder, const struct pst_instruction *instruction,
                               enum pst_units_use use, struct pst_operand *left,
                               struct pst_operand *right, struct pst_operand *joint);
enum pst_status pst_units_product(struct pst_binder *binder, bool divide, struct pst_operand *left,
                                  struct pst_operand *right, struct pst_operand *joint);
enum pst_status pst_units_refuse(struct pst_binder *binder,
                                 const struct pst_instruction *instruction,
                                 const struct pst_operand *operand);

/* pst_bind_numeric: PST_OK when OPERAND is a number or a period, else the message that
   INSTRUCTION takes numbers. */
enum pst_status pst_bind_numeric(struct pst_binder *binder,
                                 const struct pst_instruction *instruction,
                                 const struct pst_operand *operand);

#endif
