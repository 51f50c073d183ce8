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
  bool looks_period;            /* 2015-03 and 2015-03-01, differences of numbers, from AT to END */
  size_t at, end;               /* byte of the source where it begins */
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
   pst_bind_object: "the number 5", "the text 'donor'", "a number".
   pst_bind_leaf: a column's name, or a literal as the source writes it. */
void pst_bind_subject(char text[PST_DESCRIPTION_SIZE], const struct pst_binder *binder,
                      const struct pst_operand *operand);
void pst_bind_object(char text[PST_DESCRIPTION_SIZE], const struct pst_binder *binder,
                     const struct pst_operand *operand);

struct pst_text pst_bind_leaf(const struct pst_binder *binder, const struct pst_instruction *leaf);

/* pst_bind_comparison: may LEFT be compared with RIGHT?  A text beside a period becomes one. */
enum pst_status pst_bind_comparison(struct pst_binder *binder,
                                    const struct pst_instruction *instruction,
                                    enum pst_relation relation, struct pst_operand *left,
                                    struct pst_operand *right);

/* What stands beside PERIOD, which is on the left of RELATION.
   pst_bind_period_text: a text becomes the period that the column's notation makes of it.
   pst_bind_period_number: a year beside months, days or weeks becomes its start, where < and >= ask for no
   more; 201503 becomes the month.
   pst_bind_looks_period: the two operands on top, and INSTRUCTION between them, are written as a period is.
   pst_bind_refuse_difference: OPERAND, which is that, beside a period.
   pst_bind_no_product: OPERAND may stand beside INSTRUCTION: floor(month / 100) is not the year of 201503,
   where that was read as a month.
   Tested  test_expr.c, test_expr_errors.c  */
enum pst_status pst_bind_period_text(struct pst_binder *binder, const struct pst_operand *period,
                                     enum pst_relation relation, struct pst_operand *literal);
enum pst_status pst_bind_period_number(struct pst_binder *binder, const struct pst_operand *period,
                                       enum pst_relation relation, struct pst_operand *literal);
bool pst_bind_looks_period(const struct pst_binder *binder,
                           const struct pst_instruction *instruction);
enum pst_status pst_bind_refuse_difference(struct pst_binder *binder,
                                           const struct pst_operand *operand);
enum pst_status pst_bind_no_product(struct pst_binder *binder,
                                    const struct pst_instruction *instruction,
                                    const struct pst_operand *operand);

/* pst_units_join: LEFT and RIGHT stand side by side at INSTRUCTION, which adds, subtracts or compares
   them (a minimum compares too): a literal with a unit turns into the other's scale, and units that
   do not fit are an error.  JOINT (may be NULL): the unit of the result.
   pst_units_product: the same for a product (DIVIDE: a quotient), where any units may meet.
   pst_units_refuse: an error where OPERAND is a literal with a unit, which INSTRUCTION cannot take.
   Tested  test_expr_units.c  */
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
