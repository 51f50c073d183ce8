/* habit.c -- what other languages write, and what to write here. */
#include "language/habit.h"

#include <string.h>

enum { BOTH = PST_ROWS | PST_CLAIMS };

/* The longest first. */
static const struct pst_habit habits[] = {
    {"==", "write = for equality", BOTH},
    {"<>", "write !=", BOTH},
    {"=<", "write <=", BOTH},
    {"=>", "write >=", BOTH},
    {"=~", "texts are compared with = and !=", BOTH},
    {":=", "write = for equality", BOTH},
    {"**", "write pow(x, y)", BOTH},
    {"&", "write and", BOTH},
    {"|", "write or", BOTH},
    {"!", "write not", BOTH},
    {";", "write one statement a line", PST_CLAIMS},
    {"^", "write pow(x, y)", BOTH},
    {"'", "text stands in double quotes", BOTH},
    {"`", "write column(\"...\") for a name with spaces or signs", PST_ROWS},
    {"$", "write the column's name alone", PST_ROWS},
    {"$", "a unit is one word or stands in quotes, as in 5 \"$\"", PST_CLAIMS},
    {"\xE2\x80\x9C", "write the straight quote \"", BOTH},
    {"\xE2\x80\x9D", "write the straight quote \"", BOTH},
    {"\xE2\x89\xA4", "write <=", BOTH},
    {"\xE2\x89\xA5", "write >=", BOTH},
    {"\xE2\x89\xA0", "write !=", BOTH},
    {"\xE2\x80\x93", "write the hyphen -, or .. for a range", BOTH},
    {"\xC3\x97", "write *", BOTH},
};

const struct pst_habit *pst_habit_find(struct pst_text text, enum pst_dialect dialect,
                                       bool pairs_only)
{
  for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
    const struct pst_habit *habit = &habits[i];
    bool pair;

    if (text.size == 0 || text.data[0] != habit->foreign[0])
      continue;
    pair = strlen(habit->foreign) == 2 && (unsigned char)habit->foreign[0] < 0x80;
    if ((habit->dialects & dialect) != 0 && (pair || !pairs_only)
        && pst_text_begins(text, habit->foreign))
      return habit;
  }
  return NULL;
}
