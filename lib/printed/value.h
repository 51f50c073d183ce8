/* value.h -- a cell as agencies print it, taken apart: number, signs around it, flags, markers.

   Reading goes in two steps, because what "1,234" is depends on the other cells of the file.
   pst_value_part takes off everything around the digits; marks.h finds out from all of them which
   mark is the decimal one; pst_value_write then gives the number with a decimal point. */
#ifndef PST_PRINTED_VALUE_H
#define PST_PRINTED_VALUE_H

#include "printed/plain.h"

enum pst_value_kind {
  PST_VALUE_MISSING,   /* nothing, or a token that stands for nothing */
  PST_VALUE_NUMBER,    /* digits with their marks, style still open */
  PST_VALUE_UNREADABLE /* not understood */
};

/* What a number in parentheses is. */
enum pst_parentheses {
  PST_PARENTHESES_NEGATIVE, /* (1,234) is -1234, as accountants write */
  PST_PARENTHESES_FLAG      /* (1234) is 1234 with the flag "()": of limited reliability */
};

/* Which bytes the tokens of two lists begin with: nearly all cells begin with another. */
struct pst_value_firsts {
  const char *const *missing, *const *more_missing; /* the lists: it tells of no others */
  uint64_t bits[4];
};

struct pst_value_rules {
  const char *const *missing;      /* tokens, closed by NULL, besides the empty cell */
  const char *const *more_missing; /* the user's, closed by NULL; NULL: none */
  const char *flags; /* letters that may follow a number after a blank; NULL: e p r f */
  bool flags_alone;  /* the letters may follow a missing token too (`: c`), or stand attached */
  enum pst_parentheses parentheses;
  bool minus_behind; /* 42.7- is -42.7, as ledgers write */
  bool lakhs;        /* 1,10,500 is 110500, as India prints it: other cells say so */
  bool triangles;    /* △ and ▲ before a number are minus signs, as Japanese statistics write */
  struct pst_value_firsts firsts; /* by pst_value_note_firsts; without it each token is looked at */
};

/* pst_value_note_firsts: the first bytes of the tokens of RULES, for rules by which many cells are read.
   Cost      linear in the tokens
   Tested    test_value.c  */
void pst_value_note_firsts(struct pst_value_rules *rules);

struct pst_value {
  enum pst_value_kind kind;
  char plain[PST_PLAIN_SIZE]; /* what the texts below point into */
  bool negative;
  char relation[3];       /* "", or ">", ">=", "<", "<=" before the number */
  struct pst_text digits; /* digits, marks . , ' and blanks, perhaps an exponent */
  bool parentheses;       /* the number stands in them */
  bool interval;          /* digits are `[1.5,2]` or `581±4`, as bounded.h has them, or said */
  bool said;              /* digits are `5-9` or `10+`: see said.h */
  struct pst_text token;  /* of a missing cell */
  struct pst_text flag;   /* "" when there is none */
  char marker[32];        /* footnote markers: "1)", "*", "2" from a superscript */
  char unit[8];           /* "%", "$", "EUR" ...: a sign that stood at the number */
};

/* An inequality or an interval. */
bool pst_value_is_bounded(const struct pst_value *value);

/* pst_value_part: CELL (UTF-8) by RULES into VALUE.
   Cost      linear in the cell
   Tested    test_value.c  */
void pst_value_part(struct pst_text cell, const struct pst_value_rules *rules,
                    struct pst_value *value);

/* pst_value_is_plain: CELL is digits, with a point that is the DECIMAL mark among them at most, and no token of a
   missing value: pst_value_part finds nothing around them, and pst_value_write writes them as they are.
   Cost      linear in the cell
   Tested    test_value.c  */
bool pst_value_is_plain(struct pst_text cell, const struct pst_value_rules *rules, char decimal);

/* How the marks of one number read; only . and , can be either. */
enum pst_mark_reading {
  PST_MARK_NONE,      /* the mark does not occur in it */
  PST_MARK_DECIMAL,   /* it can only be the decimal mark */
  PST_MARK_THOUSANDS, /* it can only part thousands */
  PST_MARK_EITHER,    /* `1,234` */
  PST_MARK_WRONG      /* neither: `1,23,4` */
};

/* pst_value_marks: what DIGITS alone tell of their dot and their comma.  False when they are no
   number under any reading. */
bool pst_value_marks(struct pst_text digits, enum pst_mark_reading *dot,
                     enum pst_mark_reading *comma);

/* pst_value_in_lakhs, _in_millions: TEXT is parted as `1,10,500`, `12,34,56,789.5`, or as `1,234,567`. */
bool pst_value_in_lakhs(struct pst_text text);
bool pst_value_in_millions(struct pst_text text);

/* pst_value_write: VALUE's number with a decimal point and without separators, its decimals as
   printed, where DECIMAL ('.' or ',') is the decimal mark; an inequality stays before it.
   Returned  false when the digits do not read that way  */
bool pst_value_write(const struct pst_value *value, char decimal, struct pst_buffer *out);

#endif
