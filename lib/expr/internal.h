/* internal.h -- an expression as a program for a stack: what the files of lib/expr share.

   The compiler writes the instructions in the order of evaluation, so that neither binding nor
   evaluation recurses and a long chain of `or` needs no more room than a short one. */
#ifndef PST_EXPR_INTERNAL_H
#define PST_EXPR_INTERNAL_H

#include "expr/expr.h"
#include "interval/arithmetic.h"
#include "language/function.h"

enum { PST_EXPR_STACK = 256, PST_EXPR_LAG_MOST = 1000000 };

enum pst_op {
  PST_OP_NUMBER,  /* push number */
  PST_OP_TEXT,    /* push text, or a number when it was bound as a period */
  PST_OP_COLUMN,  /* push a cell */
  PST_OP_NO,      /* push the truth no: of an empty list of members */
  PST_OP_PLUS,    /* one operand, unchanged */
  PST_OP_OPERATE, /* two numbers: operation */
  PST_OP_APPLY,   /* one number: function */
  PST_OP_ROUND,   /* one number, to digits */
  PST_OP_GROWTH,  /* two numbers */
  PST_OP_COMPARE, /* two values: relation */
  PST_OP_ABOUT,   /* value target distance: is the value so near to the target? */
  PST_OP_MEMBER,  /* value ... truth member: drop member, truth or value = member */
  PST_OP_RANGE,   /* value ...: push whether it is a whole number in low..high */
  PST_OP_EXCEPT,  /* truth truth: the first and not the second */
  PST_OP_IN,      /* value truth: the truth */
  PST_OP_AND,
  PST_OP_OR,
  PST_OP_NOT,
  PST_OP_KNOWN,
  PST_OP_IF, /* truth value value */
  PST_OP_DATE,
  PST_OP_YEAR
};

struct pst_instruction {
  enum pst_op op;
  size_t at, size; /* bytes of the source: the operator, literal or name */
  union {
    enum pst_operation operation;
    enum pst_function function;
    enum pst_relation relation;
    int digits;
    size_t depth; /* MEMBER, RANGE: how far below the top the value is */
    size_t name;  /* COLUMN: which of expr->names */
  };
  double number, high;              /* NUMBER; RANGE: number..high */
  struct pst_text text;             /* TEXT; NUMBER: its digits */
  const struct pst_syntax *literal; /* NUMBER: as written, with its unit; else NULL */
  bool is_share;                    /* ABOUT: the distance is in % of the target */
  size_t lag;                       /* COLUMN */
  bool is_period;                   /* RANGE: the value is a period */
  bool is_week;                     /* RANGE, YEAR: the value is a week */
  bool is_whole;                    /* RANGE: the value is a column of whole numbers */
  struct pst_expr_value constant;   /* NUMBER, TEXT, NO: what is pushed, once bound */
};

struct pst_expr_use {
  struct pst_text name;
  size_t at;                     /* byte of the source where it is first named */
  struct pst_expr_column column; /* once bound */
};

struct pst_expr {
  struct pst_arena *arena;
  struct pst_text source;
  struct pst_instruction *program;
  size_t count, capacity;
  struct pst_expr_use *names;
  size_t name_count, name_capacity;
  size_t lag_most;
  enum pst_expr_type type; /* once bound */
  enum pst_period_kind period;
};

/* How a call is compiled. */
enum pst_call {
  PST_CALL_NONE,    /* rows have no such function */
  PST_CALL_APPLY,   /* function */
  PST_CALL_OPERATE, /* operation, folded over the arguments */
  PST_CALL_OP,      /* one instruction: op */
  PST_CALL_ROUND,
  PST_CALL_LAG,
  PST_CALL_COLUMN
};

/* What a call of the function becomes; functions.def says which. */
struct pst_expr_function {
  enum pst_call call;
  union {
    enum pst_operation operation;
    enum pst_function function;
    enum pst_op op;
  };
};

extern const struct pst_expr_function pst_expr_functions[PST_FNS];

/* pst_expr_fail_at: pst_fail with error->column, the character where byte AT of SOURCE is. */
enum pst_status pst_expr_fail_at(struct pst_error *error, struct pst_text source, size_t at,
                                 const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
