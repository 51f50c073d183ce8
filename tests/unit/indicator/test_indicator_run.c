/* Kinds of groups, tables and pairs from their options to the table that is written, and what is refused; values by hand. */
#include "check.h"

#include "indicator_gives.h"

/* --- kinds of groups ------------------------------------------------------------------------------- */

static const char groups[] =
    "g,c,t,v,m\nx,A,2000,6,2\nx,B,2000,2,2\ny,A,2000,5,\ny,B,2000,,1\nx,A,2001,4,4\nx,B,2001,4,0\n";

static void concentration(void **state)
{
  static const struct indicator_ask
      ask = {.csv = groups, .y = "v", .entity = "c", .time = "t", .by = "g"},
      counts = {.csv = "c,v\nA,60\nB,40\n", .y = "v", .entity = "c", .counts = true},
      bounded = {.csv = "c,v\nA,\"[1,3]\"\nB,3\n", .y = "v", .entity = "c"};

  (void)state;
  indicator_gives(
      &ask, "hhi,hhi(of known),gini",
      "g,t,variable,method,term,n,estimate,note\n"
      "x,2000,v,hhi,hhi,2,0.625,\n"
      "x,2000,v,hhi(of known),hhi,2,0.625,\n"
      "x,2000,v,gini,gini,2,0.25,\n"
      "x,2001,v,hhi,hhi,2,0.5,\n"
      "x,2001,v,hhi(of known),hhi,2,0.5,\n"
      "x,2001,v,gini,gini,2,0,\n"
      "y,2000,v,hhi,hhi,1,,1 of 2 cells is empty; write 'of known' in the brackets to pass over "
      "them\n"
      "y,2000,v,hhi(of known),hhi,1,1,1 empty cell passed over\n"
      "y,2000,v,gini,gini,1,,1 of 2 cells is empty; write 'of known' in the brackets to pass "
      "over them\n");
  indicator_gives(
      &ask, "grubel-lloyd-total(m)",
      "g,t,variable,method,term,n,estimate,note\n"
      "x,2000,v,grubel-lloyd-total(m),grubel-lloyd-total,2,0.6666666666666666,\n"
      "x,2001,v,grubel-lloyd-total(m),grubel-lloyd-total,2,0.6666666666666666,\n"
      "y,2000,v,grubel-lloyd-total(m),grubel-lloyd-total,1,,\"a value is empty, bounded or below "
      "0, or all are 0\"\n");
  indicator_gives(&counts, "hhi",
                  "variable,method,term,n,estimate,std_error,conf_low,conf_high,note\n"
                  "v,hhi,hhi,2,0.52,0.01959591794226542,0.5,0.5584072934108425,\n");
  indicator_gives(
      &bounded, "hhi",
      "variable,method,term,n,estimate,note\n"
      "v,hhi,hhi,2,\"[0.49999999999999994,0.625]\",the range over all values of the bounded "
      "cells\n");
}

static void splits(void **state)
{
  static const struct indicator_ask ask = {
      .csv = "g,c,v\nx,A,1\nx,B,3\ny,C,2\ny,D,2\n", .y = "v", .entity = "c", .by = "g"};

  (void)state;
  indicator_gives(&ask, "theil-decomposition",
                  "g,variable,method,term,n,estimate,note\n"
                  ",v,theil-decomposition,theil-t,4,0.06540601797056848,\n"
                  ",v,theil-decomposition,theil-t-within,4,0.06540601797056848,\n"
                  ",v,theil-decomposition,theil-t-between,4,0,\n"
                  ",v,theil-decomposition,theil-t-between-share,4,0,\n"
                  ",v,theil-decomposition,theil-l,4,0.07192051811294523,\n"
                  ",v,theil-decomposition,theil-l-within,4,0.07192051811294523,\n"
                  ",v,theil-decomposition,theil-l-between,4,0,\n"
                  ",v,theil-decomposition,theil-l-between-share,4,0,\n"
                  "x,v,theil-decomposition,share,2,0.5,\n"
                  "x,v,theil-decomposition,theil-t,2,0.13081203594113697,\n"
                  "x,v,theil-decomposition,theil-l,2,0.14384103622589045,\n"
                  "y,v,theil-decomposition,share,2,0.5,\n"
                  "y,v,theil-decomposition,theil-t,2,0,\n"
                  "y,v,theil-decomposition,theil-l,2,0,\n");
}

static void curves(void **state)
{
  static const struct indicator_ask ask = {
      .csv = groups, .y = "v", .entity = "c", .time = "t", .by = "g"};

  (void)state;
  indicator_gives(&ask, "lorenz",
                  "g,t,variable,parts,share_of_parts,share_of_total\n"
                  "x,2000,v,0,0,0\n"
                  "x,2000,v,1,0.5,0.25\n"
                  "x,2000,v,2,1,1\n"
                  "x,2001,v,0,0,0\n"
                  "x,2001,v,1,0.5,0.5\n"
                  "x,2001,v,2,1,1\n");
  indicator_gives(&ask, "lorenz(of known)",
                  "g,t,variable,parts,share_of_parts,share_of_total\n"
                  "x,2000,v,0,0,0\n"
                  "x,2000,v,1,0.5,0.25\n"
                  "x,2000,v,2,1,1\n"
                  "x,2001,v,0,0,0\n"
                  "x,2001,v,1,0.5,0.5\n"
                  "x,2001,v,2,1,1\n"
                  "y,2000,v,0,0,0\n"
                  "y,2000,v,1,1,1\n");
}

/* --- tables ---------------------------------------------------------------------------------------- */

static const char table[] = "c,f,v\nA,art,2\nA,bio,6\nB,art,6\nB,bio,2\nC,art,4\nC,bio,\n";

static void structures(void **state)
{
  static const struct indicator_ask ask = {.csv = table, .y = "v", .entity = "c", .category = "f"},
                                    wide = {.csv = "f,u,v\nart,2,6\nbio,6,2\n",
                                            .y = "u,v",
                                            .category = "f"};

  (void)state;
  indicator_gives(
      &ask, "krugman(of known)",
      "c,variable,method,term,n,estimate,note\n"
      "A,v,krugman(of known),krugman,5,0.7,\n"
      "B,v,krugman(of known),krugman,5,0.30000000000000004,\n"
      "C,v,krugman(of known),krugman,5,,\"a cell of it is empty, or known only by bounds\"\n");
  indicator_gives(
      &ask, "krugman",
      "nothing can be computed: a cell of the table is empty; write 'of known' in the brackets "
      "to pass over it");
  indicator_gives(
      &ask, "krugman(rest,known)",
      "c,variable,method,term,n,estimate,note\n"
      "A,v,\"krugman(rest,known)\",krugman,5,1.1666666666666667,\n"
      "B,v,\"krugman(rest,known)\",krugman,5,0.5,\n"
      "C,v,\"krugman(rest,known)\",krugman,5,,\"a cell of it is empty, or known only by "
      "bounds\"\n");
  indicator_gives(&wide, "krugman",
                  "entity,variable,method,term,n,estimate,note\n"
                  "u,u,krugman,krugman,4,0.5,\n"
                  "v,v,krugman,krugman,4,0.5,\n");
  indicator_gives(&wide, "duncan(v)",
                  "entity,variable,against,method,term,n,estimate,note\n"
                  "u,u,v,duncan(v),duncan,4,0.5,\n");
  indicator_gives(
      &ask, "duncan(C)",
      "nothing can be computed: a cell of the table is empty; write 'of known' in the brackets "
      "to pass over it");
  indicator_gives(&ask, "duncan(X)",
                  "nothing can be computed: the reference has no row at this time");
  indicator_gives(
      &ask, "gini-relative",
      "nothing can be computed: a cell of the table is empty; write 'of known' in the brackets "
      "to pass over it");
  indicator_gives(&wide, "gini-relative",
                  "entity,variable,method,term,n,estimate,note\n"
                  "u,u,gini-relative,gini-relative,4,0.25,\n"
                  "v,v,gini-relative,gini-relative,4,0.25,\n");
}

static void cells_of_tables(void **state)
{
  static const struct indicator_ask ask = {.csv = table, .y = "v", .entity = "c", .category = "f"},
                                    wide = {.csv = "f,u,v\nart,20,60\nbio,60,20\n",
                                            .y = "u,v",
                                            .category = "f",
                                            .counts = true};

  (void)state;
  indicator_gives(
      &ask, "rca(of known),rca-symmetric(of known)",
      "c,f,variable,method,term,n,estimate,note\n"
      "A,art,v,rca(of known),rca,5,0.4166666666666667,\n"
      "A,bio,v,rca(of known),rca,5,1.875,\n"
      "B,art,v,rca(of known),rca,5,1.25,\n"
      "B,bio,v,rca(of known),rca,5,0.625,\n"
      "C,art,v,rca(of known),rca,5,1.6666666666666667,\n"
      "C,bio,v,rca(of known),rca,5,,\"the cell is empty, or known only by bounds\"\n"
      "A,art,v,rca-symmetric(of known),rca-symmetric,5,-0.41176470588235287,\n"
      "A,bio,v,rca-symmetric(of known),rca-symmetric,5,0.30434782608695654,\n"
      "B,art,v,rca-symmetric(of known),rca-symmetric,5,0.1111111111111111,\n"
      "B,bio,v,rca-symmetric(of known),rca-symmetric,5,-0.23076923076923078,\n"
      "C,art,v,rca-symmetric(of known),rca-symmetric,5,0.25,\n"
      "C,bio,v,rca-symmetric(of known),rca-symmetric,5,,\"the cell is empty, or known only by "
      "bounds\"\n");
  indicator_gives(&wide, "rca",
                  "entity,f,variable,method,term,n,estimate,std_error,conf_low,conf_high,note\n"
                  "u,art,u,rca,rca,4,0.5,,0.3667610632711335,0.6816426961200727,\n"
                  "u,bio,u,rca,rca,4,1.5,,1.3217412246487874,1.702299934389857,\n"
                  "v,art,v,rca,rca,4,1.5,,1.3217412246487874,1.702299934389857,\n"
                  "v,bio,v,rca,rca,4,0.5,,0.3667610632711335,0.6816426961200727,\n");
}

static void pairs(void **state)
{
  static const struct indicator_ask
      ask = {.csv = "a,b,n\nA,A,10\nB,B,20\nA,B,4\nC,A,1\nC,C,5\n", .pair = "a,b", .count = "n"},
      twice = {.csv = "a,b,n\nA,A,10\nA,B,4\nB,A,5\n", .pair = "a,b", .count = "n"},
      again = {.csv = "a,b,n\nA,A,10\nA,B,4\nA,B,4\n", .pair = "a,b", .count = "n"},
      part = {.csv = "a,b,n\nA,A,10\nA,B,4.5\n", .pair = "a,b", .count = "n"},
      below = {.csv = "a,b,n\nA,A,10\nA,B,-4\n", .pair = "a,b", .count = "n"},
      empty = {.csv = "a,b,n\nA,A,10\nA,B,\n", .pair = "a,b", .count = "n"};

  (void)state;
  indicator_gives(
      &ask, "salton,jaccard",
      "a,b,variable,method,term,n,estimate,std_error,conf_low,conf_high,note\n"
      "A,B,n,salton,salton,4,0.28284271247461895,,0.1332400655822441,0.6004199986723884,\n"
      "A,C,n,salton,salton,1,0.14142135623730948,,0.02490855357805935,0.8029370287328508,\n"
      "B,C,n,salton,salton,0,0,,,,a count of 0 has no interval; no row: taken as 0\n"
      "A,B,n,jaccard,jaccard,4,0.15384615384615385,,0.061500337235783555,0.33531199328213473,\n"
      "A,C,n,jaccard,jaccard,1,0.07142857142857142,,0.012722215247890937,0.3146870442415111,\n"
      "B,C,n,jaccard,jaccard,0,0,,0,0.13319225093904846,no row: taken as 0\n");
  indicator_gives(
      &twice, "salton",
      "4: the pair 'B', 'A' has two rows with two numbers (the other is line 3); a pair has no "
      "direction: give it one number");
  indicator_gives(
      &again, "salton",
      "4: the pair 'A', 'B' has two rows (the other is line 3); use --where to choose one, -g to "
      "name what tells them apart, or --aggregate to make them one");
  indicator_gives(
      &part, "salton",
      "3: 'n' is 4.5, and what a pair has together is a whole number from 0 on; choose rows with "
      "--where");
  indicator_gives(
      &below, "salton",
      "3: 'n' is -4, and what a pair has together is a whole number from 0 on; choose rows with "
      "--where");
  indicator_gives(
      &empty, "salton",
      "3: 'n' is empty, and what a pair has together is a whole number from 0 on; choose rows "
      "with --where");
}

/* --- refusals -------------------------------------------------------------------------------------- */

static void refusals(void **state)
{
  static const struct indicator_ask
      twice = {.csv = "c,t,v\nA,2000,1\nA,2000,2\n", .y = "v", .entity = "c", .time = "t"},
      plain = {.csv = "c,t,v\nA,2000,1\n", .y = "v", .entity = "c", .time = "t"},
      halves = {.csv = "c,t,v\nA,2000.5,1\nA,2001,2\n", .y = "v", .entity = "c", .time = "t"},
      none = {.csv = "c,t,v\n,2000,1\n", .y = "v", .entity = "c", .time = "t"};

  (void)state;
  indicator_gives(
      &twice, "share",
      "3: 'A' has two rows for 2000 (the other is line 2); use --where to choose one, or -g to "
      "name what tells them apart, or --aggregate to make them one");
  indicator_gives(&plain, "ratio(B)", "--kind: 'ratio(B)': no row has 'B' in the column 'c'");
  indicator_gives(&plain, "index(2001..2000)",
                  "--kind: 'index(2001..2000)': 2001 is later than 2000");
  indicator_gives(
      &halves, "growth",
      "--kind: 'growth' counts steps of time, and those of 't' cannot be counted: they are no "
      "whole numbers");
  indicator_gives(&none, "share", "nothing can be computed: no row has all its keys");
  indicator_gives(
      &plain, "share,hhi",
      "--kind: 'share' and 'hhi' are results of two sorts (--kind list); ask for one at a time");
  indicator_gives(&plain, "krugman",
                  "--kind krugman needs --category COL, such as fields of science");
  indicator_gives(&plain, "theil-decomposition",
                  "--kind theil-decomposition needs -g COL, the groups");
  indicator_gives(&plain, "salton", "--pair takes two columns, the two of a pair: --pair A,B");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(concentration), cmocka_unit_test(splits),          cmocka_unit_test(curves),
      cmocka_unit_test(structures),    cmocka_unit_test(cells_of_tables), cmocka_unit_test(pairs),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("indicator_run", tests, NULL, NULL);
}
