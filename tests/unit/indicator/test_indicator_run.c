/* Kinds of indicators from their options to the table that is written: columns, names, notes; values by hand. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "indicator/run.h"
#include "planned.h"

struct fixture {
  struct planned made;
  struct pst_indicator_settings settings;
};

/* What is asked for, beside the kinds. */
struct ask {
  const char *csv, *y, *entity, *time, *by, *category, *keep, *pair, *count;
  bool in_rows, counts, printed;
};

static void list(struct fixture *f, struct pst_list *to, const char *items)
{
  if (items != NULL)
    planned_items(&f->made, to, items);
}

/* The result, or the message; to be freed. */
static char *result_of(const struct ask *ask, const char *kinds)
{
  struct pst_buffer options = {.data = NULL};
  struct fixture f;
  enum pst_status status;
  char *got = NULL;

  memset(&f, 0, sizeof f);
  remove(file_path("result.csv"));
  pst_buffer_printf(&options, "--output=%s", file_path("result.csv"));
  planned_begin(&f.made, ask->csv, pst_buffer_string(&options), &f.settings);
  pst_buffer_free(&options);
  assert_int_equal(pst_list_add(&f.settings.kind, &f.made.job.arena, kinds, NULL), PST_OK);
  list(&f, &f.made.job.options.y, ask->y);
  list(&f, &f.made.job.options.by, ask->by);
  list(&f, &f.settings.keep, ask->keep);
  list(&f, &f.settings.pair, ask->pair);
  f.made.job.options.time = ask->time;
  f.settings.entity = ask->entity;
  f.settings.category = ask->category;
  f.settings.count = ask->count;
  f.settings.in_rows = ask->in_rows;
  f.settings.counts = ask->counts;
  f.made.job.options.given.printed = ask->printed;
  status = planned_load(&f.made, pst_indicator_plan);
  if (status == PST_OK)
    status = pst_indicator_run(&f.made.job, &f.made.error);
  got = status == PST_OK ? file_get(file_path("result.csv")) : strdup(planned_message(&f.made));
  planned_end(&f.made);
  return got;
}

static void gives(const struct ask *ask, const char *kinds, const char *want)
{
  char *got = result_of(ask, kinds);

  assert_string_equal(got, want);
  free(got);
}

static const char panel[] =
    "c,t,v,w,k\nA,2000,10,2,one\nB,2000,30,10,two\nA,2001,15,5,three\nB,2001,30,0,\n"
    "A,2003,20,,five\nB,2003,,4,six\n";

/* --- kinds of rows --------------------------------------------------------------------------------- */

static void shares(void **state)
{
  static const struct ask ask = {.csv = panel, .y = "v", .entity = "c", .time = "t"};

  (void)state;
  gives(&ask, "share",
        "c,t,v,v_share,note\n"
        "A,2000,10,25,\n"
        "B,2000,30,75,\n"
        "A,2001,15,33.33333333333333,\n"
        "B,2001,30,66.66666666666666,\n"
        "A,2003,20,,v_share: a cell of the total is empty\n"
        "B,2003,,,v_share: the cell is empty\n");
  gives(&ask, "share(of known)",
        "c,t,v,v_share_of_known,note\n"
        "A,2000,10,25,\n"
        "B,2000,30,75,\n"
        "A,2001,15,33.33333333333333,\n"
        "B,2001,30,66.66666666666666,\n"
        "A,2003,20,100,\n"
        "B,2003,,,v_share_of_known: the cell is empty\n");
}

static void steps_of_time(void **state)
{
  static const struct ask ask = {.csv = panel, .y = "v", .entity = "c", .time = "t"};

  (void)state;
  gives(&ask, "growth,difference(2)",
        "c,t,v,v_growth,v_difference_2,note\n"
        "A,2000,10,,,\"v_growth, v_difference_2: no row at the time it is compared with\"\n"
        "B,2000,30,,,\"v_growth, v_difference_2: no row at the time it is compared with\"\n"
        "A,2001,15,50,,v_difference_2: no row at the time it is compared with\n"
        "B,2001,30,0,,v_difference_2: no row at the time it is compared with\n"
        "A,2003,20,,5,v_growth: no row at the time it is compared with\n"
        "B,2003,,,,\"v_growth, v_difference_2: the cell is empty\"\n");
  gives(
      &ask, "annual-growth(3),log-growth(3)",
      "c,t,v,v_annual_growth_3,v_log_growth_3,note\n"
      "A,2000,10,,,\"v_annual_growth_3, v_log_growth_3: no row at the time it is compared with\"\n"
      "B,2000,30,,,\"v_annual_growth_3, v_log_growth_3: no row at the time it is compared with\"\n"
      "A,2001,15,,,\"v_annual_growth_3, v_log_growth_3: no row at the time it is compared with\"\n"
      "B,2001,30,,,\"v_annual_growth_3, v_log_growth_3: no row at the time it is compared with\"\n"
      "A,2003,20,25.992104989487302,0.693147180559945,\n"
      "B,2003,,,,\"v_annual_growth_3, v_log_growth_3: the cell is empty\"\n");
  gives(&ask, "index(2001),cumulative",
        "c,t,v,v_index_2001,v_cumulative,note\n"
        "A,2000,10,66.66666666666667,10,\n"
        "B,2000,30,100,30,\n"
        "A,2001,15,100,25,\n"
        "B,2001,30,100,60,\n"
        "A,2003,20,133.33333333333334,45,\n"
        "B,2003,,,,\"v_index_2001, v_cumulative: the cell is empty\"\n");
  gives(&ask, "index(2000..2001)",
        "c,t,v,v_index_2000_2001,note\n"
        "A,2000,10,80,\n"
        "B,2000,30,100,\n"
        "A,2001,15,120,\n"
        "B,2001,30,100,\n"
        "A,2003,20,160,\n"
        "B,2003,,,v_index_2000_2001: the cell is empty\n");
  gives(&ask, "contribution,total-growth",
        "c,t,v,v_contribution,v_total_growth,note\n"
        "A,2000,10,,,\"v_contribution, v_total_growth: no row at the time it is compared with\"\n"
        "B,2000,30,,,\"v_contribution, v_total_growth: no row at the time it is compared with\"\n"
        "A,2001,15,12.5,12.5,\n"
        "B,2001,30,0,12.5,\n"
        "A,2003,20,,,\"v_contribution, v_total_growth: no row at the time it is compared with\"\n"
        "B,2003,,,,v_contribution: the cell is empty; v_total_growth: no row at the time it is "
        "compared with\n");
  gives(&ask, "average(2,trailing),sum(2)",
        "c,t,v,v_average_2_trailing,v_sum_2,note\n"
        "A,2000,10,,,\"v_average_2_trailing, v_sum_2: a time of the window is absent or empty\"\n"
        "B,2000,30,,,\"v_average_2_trailing, v_sum_2: a time of the window is absent or empty\"\n"
        "A,2001,15,12.5,25,\n"
        "B,2001,30,30,60,\n"
        "A,2003,20,,,\"v_average_2_trailing, v_sum_2: a time of the window is absent or empty\"\n"
        "B,2003,,,,\"v_average_2_trailing, v_sum_2: a time of the window is absent or empty\"\n");
}

static void other_values(void **state)
{
  static const struct ask ask = {.csv = panel, .y = "v", .entity = "c", .time = "t"};

  (void)state;
  gives(&ask, "ratio(A),per(w)",
        "c,t,v,v_ratio_A,v_per_w,note\n"
        "A,2000,10,1,5,\n"
        "B,2000,30,3,3,\n"
        "A,2001,15,1,3,\n"
        "B,2001,30,2,,\"v_per_w: the divisor is, or may be, 0\"\n"
        "A,2003,20,1,,v_per_w: the divisor is empty\n"
        "B,2003,,,,\"v_ratio_A, v_per_w: the cell is empty\"\n");
  gives(&ask, "deflate(w,2001),grubel-lloyd(w)",
        "c,t,v,v_deflate_w_2001,v_grubel_lloyd_w,note\n"
        "A,2000,10,25,0.3333333333333333,\n"
        "B,2000,30,,0.5,v_deflate_w_2001: the value it is compared with is not surely above 0\n"
        "A,2001,15,15,0.5,\n"
        "B,2001,30,,0,v_deflate_w_2001: the value it is compared with is not surely above 0\n"
        "A,2003,20,,,\"v_deflate_w_2001, v_grubel_lloyd_w: the divisor is empty\"\n"
        "B,2003,,,,\"v_deflate_w_2001, v_grubel_lloyd_w: the cell is empty\"\n");
}

static void places(void **state)
{
  static const struct ask ask = {.csv = "c,t,v\nA,2000,1\nB,2000,2\nC,2000,2\nD,2000,7\nE,2000,\n",
                                 .y = "v",
                                 .entity = "c",
                                 .time = "t"};

  (void)state;
  gives(&ask, "rank,percent-rank,cume-dist",
        "c,t,v,v_rank,v_percent_rank,v_cume_dist,note\n"
        "A,2000,1,4,0,0.25,\n"
        "B,2000,2,2,0.3333333333333333,0.75,\n"
        "C,2000,2,2,0.3333333333333333,0.75,\n"
        "D,2000,7,1,1,1,\n"
        "E,2000,,,,,\"v_rank, v_percent_rank, v_cume_dist: the cell is empty\"\n");
  gives(&ask, "ntile(2),zscore,zscore(population)",
        "c,t,v,v_ntile_2,v_zscore,v_zscore_population,note\n"
        "A,2000,1,1,-0.7385489458759964,-0.8528028654224417,\n"
        "B,2000,2,1,-0.3692744729379982,-0.42640143271122083,\n"
        "C,2000,2,2,-0.3692744729379982,-0.42640143271122083,\n"
        "D,2000,7,2,1.4770978917519928,1.7056057308448833,\n"
        "E,2000,,,,,\"v_ntile_2, v_zscore, v_zscore_population: the cell is empty\"\n");
}

/* --keep passes columns of the input, but for those that stand there; -g stands before all. */
static void columns_of_the_input(void **state)
{
  static const struct ask
      kept = {.csv = panel, .y = "v,w", .entity = "c", .time = "t", .keep = "k,c,v,t,w"},
      taken = {.csv = "share,note,v\nx,A,1\nx,B,3\n", .y = "v", .entity = "note", .by = "share"},
      rows = {.csv = "kind,c,v\nx,A,1\nx,B,3\n",
              .y = "v",
              .entity = "c",
              .by = "kind",
              .in_rows = true};

  (void)state;
  gives(&kept, "share",
        "c,t,k,v,v_share,w,w_share,note\n"
        "A,2000,one,10,25,2,16.666666666666664,\n"
        "B,2000,two,30,75,10,83.33333333333334,\n"
        "A,2001,three,15,33.33333333333333,5,100,\n"
        "B,2001,,30,66.66666666666666,0,0,\n"
        "A,2003,five,20,,,,v_share: a cell of the total is empty; w_share: the cell is empty\n"
        "B,2003,six,,,4,,v_share: the cell is empty; w_share: a cell of the total is empty\n");
  gives(&taken, "share",
        "share,group_note,v,v_share,note\n"
        "x,A,1,25,\n"
        "x,B,3,75,\n");
  gives(&rows, "share,rank",
        "group_kind,c,variable,kind,value,unit,note\n"
        "x,A,v,share,25,%,\n"
        "x,A,v,rank,2,,\n"
        "x,B,v,share,75,%,\n"
        "x,B,v,rank,1,,\n");
}

/* What printing leaves open: the values themselves beside, and whether the sign is theirs. */
static void printed_values(void **state)
{
  static const struct ask ask = {.csv = "c,t,v\nA,2000,1.0\nA,2001,1.1\nA,2002,1.1\nA,2003,2.0\n",
                                 .y = "v",
                                 .entity = "c",
                                 .time = "t",
                                 .printed = true},
                          rows = {.csv = "c,t,v\nA,2000,1.0\nA,2001,2.0\n",
                                  .y = "v",
                                  .entity = "c",
                                  .time = "t",
                                  .printed = true,
                                  .in_rows = true};

  (void)state;
  gives(&ask, "difference",
        "c,t,v,v_difference,v_difference_point,v_difference_sign,note\n"
        "A,2000,1,,,,v_difference: no row at the time it is compared with\n"
        "A,2001,1.1,\"[0,0.19999999999999996]\",0.10000000000000009,may flip,\n"
        "A,2002,1.1,\"[-0.09999999999999987,0.09999999999999987]\",0,may flip,\n"
        "A,2003,2,\"[0.8,0.9999999999999998]\",0.8999999999999999,holds,\n");
  gives(&rows, "difference",
        "c,t,variable,kind,value,point,sign,unit,note\n"
        "A,2000,v,difference,,,,,no row at the time it is compared with\n"
        "A,2001,v,difference,\"[0.8999999999999999,1.0999999999999999]\",1,holds,,\n");
}

/* A bounded cell leaves bounds; a part below 0 makes plain quotients; a remark of several columns is said once. */
static void remarks(void **state)
{
  static const struct ask bounded = {.csv = "c,t,v\nA,2000,\"[1,3]\"\nB,2000,6\n",
                                     .y = "v",
                                     .entity = "c",
                                     .time = "t"},
                          negative = {.csv = "c,v\nA,-1\nB,3\n", .y = "v", .entity = "c"},
                          several = {.csv = "c,t,v,w\nA,2000,1,\nA,2001,,\n",
                                     .y = "v,w",
                                     .entity = "c",
                                     .time = "t"};

  (void)state;
  gives(&bounded, "share",
        "c,t,v,v_share,note\n"
        "A,2000,\"[1,3]\",\"[14.285714285714281,33.33333333333334]\",\n"
        "B,2000,6,\"[66.66666666666664,85.71428571428572]\",\n");
  gives(&negative, "share",
        "c,v,v_share,note\n"
        "A,-1,-50,\"v_share: a part is, or may be, negative: a plain quotient\"\n"
        "B,3,150,\"v_share: a part is, or may be, negative: a plain quotient\"\n");
  gives(&several, "growth,difference",
        "c,t,v,v_growth,v_difference,w,w_growth,w_difference,note\n"
        "A,2000,1,,,,,,\"v_growth, v_difference: no row at the time it is compared with; w_growth, "
        "w_difference: the cell is empty\"\n"
        "A,2001,,,,,,,\"v_growth, v_difference, w_growth, w_difference: the cell is empty\"\n");
}

/* --- kinds of groups ------------------------------------------------------------------------------- */

static const char groups[] =
    "g,c,t,v,m\nx,A,2000,6,2\nx,B,2000,2,2\ny,A,2000,5,\ny,B,2000,,1\nx,A,2001,4,4\nx,B,2001,4,0\n";

static void concentration(void **state)
{
  static const struct ask ask = {.csv = groups, .y = "v", .entity = "c", .time = "t", .by = "g"},
                          counts = {.csv = "c,v\nA,60\nB,40\n",
                                    .y = "v",
                                    .entity = "c",
                                    .counts = true},
                          bounded = {.csv = "c,v\nA,\"[1,3]\"\nB,3\n", .y = "v", .entity = "c"};

  (void)state;
  gives(&ask, "hhi,hhi(of known),gini",
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
  gives(&ask, "grubel-lloyd-total(m)",
        "g,t,variable,method,term,n,estimate,note\n"
        "x,2000,v,grubel-lloyd-total(m),grubel-lloyd-total,2,0.6666666666666666,\n"
        "x,2001,v,grubel-lloyd-total(m),grubel-lloyd-total,2,0.6666666666666666,\n"
        "y,2000,v,grubel-lloyd-total(m),grubel-lloyd-total,1,,\"a value is empty, bounded or below "
        "0, or all are 0\"\n");
  gives(&counts, "hhi",
        "variable,method,term,n,estimate,std_error,conf_low,conf_high,note\n"
        "v,hhi,hhi,2,0.52,0.01959591794226542,0.5,0.5584072934108425,\n");
  gives(&bounded, "hhi",
        "variable,method,term,n,estimate,note\n"
        "v,hhi,hhi,2,\"[0.49999999999999994,0.625]\",the range over all values of the bounded "
        "cells\n");
}

static void splits(void **state)
{
  static const struct ask ask = {
      .csv = "g,c,v\nx,A,1\nx,B,3\ny,C,2\ny,D,2\n", .y = "v", .entity = "c", .by = "g"};

  (void)state;
  gives(&ask, "theil-decomposition",
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
  static const struct ask ask = {.csv = groups, .y = "v", .entity = "c", .time = "t", .by = "g"};

  (void)state;
  gives(&ask, "lorenz",
        "g,t,variable,parts,share_of_parts,share_of_total\n"
        "x,2000,v,0,0,0\n"
        "x,2000,v,1,0.5,0.25\n"
        "x,2000,v,2,1,1\n"
        "x,2001,v,0,0,0\n"
        "x,2001,v,1,0.5,0.5\n"
        "x,2001,v,2,1,1\n");
  gives(&ask, "lorenz(of known)",
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
  static const struct ask ask = {.csv = table, .y = "v", .entity = "c", .category = "f"},
                          wide = {.csv = "f,u,v\nart,2,6\nbio,6,2\n", .y = "u,v", .category = "f"};

  (void)state;
  gives(&ask, "krugman(of known)",
        "c,variable,method,term,n,estimate,note\n"
        "A,v,krugman(of known),krugman,5,0.7,\n"
        "B,v,krugman(of known),krugman,5,0.30000000000000004,\n"
        "C,v,krugman(of known),krugman,5,,\"a cell of it is empty, or known only by bounds\"\n");
  gives(&ask, "krugman",
        "nothing can be computed: a cell of the table is empty; write 'of known' in the brackets "
        "to pass over it");
  gives(&ask, "krugman(rest,known)",
        "c,variable,method,term,n,estimate,note\n"
        "A,v,\"krugman(rest,known)\",krugman,5,1.1666666666666667,\n"
        "B,v,\"krugman(rest,known)\",krugman,5,0.5,\n"
        "C,v,\"krugman(rest,known)\",krugman,5,,\"a cell of it is empty, or known only by "
        "bounds\"\n");
  gives(&wide, "krugman",
        "entity,variable,method,term,n,estimate,note\n"
        "u,u,krugman,krugman,4,0.5,\n"
        "v,v,krugman,krugman,4,0.5,\n");
  gives(&wide, "duncan(v)",
        "entity,variable,against,method,term,n,estimate,note\n"
        "u,u,v,duncan(v),duncan,4,0.5,\n");
  gives(&ask, "duncan(C)",
        "nothing can be computed: a cell of the table is empty; write 'of known' in the brackets "
        "to pass over it");
  gives(&ask, "duncan(X)", "nothing can be computed: the reference has no row at this time");
  gives(&ask, "gini-relative",
        "nothing can be computed: a cell of the table is empty; write 'of known' in the brackets "
        "to pass over it");
  gives(&wide, "gini-relative",
        "entity,variable,method,term,n,estimate,note\n"
        "u,u,gini-relative,gini-relative,4,0.25,\n"
        "v,v,gini-relative,gini-relative,4,0.25,\n");
}

static void cells_of_tables(void **state)
{
  static const struct ask ask = {.csv = table, .y = "v", .entity = "c", .category = "f"},
                          wide = {.csv = "f,u,v\nart,20,60\nbio,60,20\n",
                                  .y = "u,v",
                                  .category = "f",
                                  .counts = true};

  (void)state;
  gives(&ask, "rca(of known),rca-symmetric(of known)",
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
  gives(&wide, "rca",
        "entity,f,variable,method,term,n,estimate,std_error,conf_low,conf_high,note\n"
        "u,art,u,rca,rca,4,0.5,,0.3667610632711335,0.6816426961200727,\n"
        "u,bio,u,rca,rca,4,1.5,,1.3217412246487874,1.702299934389857,\n"
        "v,art,v,rca,rca,4,1.5,,1.3217412246487874,1.702299934389857,\n"
        "v,bio,v,rca,rca,4,0.5,,0.3667610632711335,0.6816426961200727,\n");
}

static void pairs(void **state)
{
  static const struct ask
      ask = {.csv = "a,b,n\nA,A,10\nB,B,20\nA,B,4\nC,A,1\nC,C,5\n", .pair = "a,b", .count = "n"},
      twice = {.csv = "a,b,n\nA,A,10\nA,B,4\nB,A,5\n", .pair = "a,b", .count = "n"},
      again = {.csv = "a,b,n\nA,A,10\nA,B,4\nA,B,4\n", .pair = "a,b", .count = "n"},
      part = {.csv = "a,b,n\nA,A,10\nA,B,4.5\n", .pair = "a,b", .count = "n"},
      below = {.csv = "a,b,n\nA,A,10\nA,B,-4\n", .pair = "a,b", .count = "n"},
      empty = {.csv = "a,b,n\nA,A,10\nA,B,\n", .pair = "a,b", .count = "n"};

  (void)state;
  gives(&ask, "salton,jaccard",
        "a,b,variable,method,term,n,estimate,std_error,conf_low,conf_high,note\n"
        "A,B,n,salton,salton,4,0.28284271247461895,,0.1332400655822441,0.6004199986723884,\n"
        "A,C,n,salton,salton,1,0.14142135623730948,,0.02490855357805935,0.8029370287328508,\n"
        "B,C,n,salton,salton,0,0,,,,a count of 0 has no interval; no row: taken as 0\n"
        "A,B,n,jaccard,jaccard,4,0.15384615384615385,,0.061500337235783555,0.33531199328213473,\n"
        "A,C,n,jaccard,jaccard,1,0.07142857142857142,,0.012722215247890937,0.3146870442415111,\n"
        "B,C,n,jaccard,jaccard,0,0,,0,0.13319225093904846,no row: taken as 0\n");
  gives(&twice, "salton",
        "4: the pair 'B', 'A' has two rows with two numbers (the other is line 3); a pair has no "
        "direction: give it one number");
  gives(&again, "salton",
        "4: the pair 'A', 'B' has two rows (the other is line 3); use --where to choose one, -g to "
        "name what tells them apart, or --aggregate to make them one");
  gives(&part, "salton",
        "3: 'n' is 4.5, and what a pair has together is a whole number from 0 on; choose rows with "
        "--where");
  gives(&below, "salton",
        "3: 'n' is -4, and what a pair has together is a whole number from 0 on; choose rows with "
        "--where");
  gives(&empty, "salton",
        "3: 'n' is empty, and what a pair has together is a whole number from 0 on; choose rows "
        "with --where");
}

/* --- refusals -------------------------------------------------------------------------------------- */

static void refusals(void **state)
{
  static const struct ask
      twice = {.csv = "c,t,v\nA,2000,1\nA,2000,2\n", .y = "v", .entity = "c", .time = "t"},
      plain = {.csv = "c,t,v\nA,2000,1\n", .y = "v", .entity = "c", .time = "t"},
      halves = {.csv = "c,t,v\nA,2000.5,1\nA,2001,2\n", .y = "v", .entity = "c", .time = "t"},
      none = {.csv = "c,t,v\n,2000,1\n", .y = "v", .entity = "c", .time = "t"};

  (void)state;
  gives(&twice, "share",
        "3: 'A' has two rows for 2000 (the other is line 2); use --where to choose one, or -g to "
        "name what tells them apart, or --aggregate to make them one");
  gives(&plain, "ratio(B)", "--kind: 'ratio(B)': no row has 'B' in the column 'c'");
  gives(&plain, "index(2001..2000)", "--kind: 'index(2001..2000)': 2001 is later than 2000");
  gives(&halves, "growth",
        "--kind: 'growth' counts steps of time, and those of 't' cannot be counted: they are no "
        "whole numbers");
  gives(&none, "share", "nothing can be computed: no row has all its keys");
  gives(&plain, "share,hhi",
        "--kind: 'share' and 'hhi' are results of two sorts (--kind list); ask for one at a time");
  gives(&plain, "krugman", "--kind krugman needs --category COL, such as fields of science");
  gives(&plain, "theil-decomposition", "--kind theil-decomposition needs -g COL, the groups");
  gives(&plain, "salton", "--pair takes two columns, the two of a pair: --pair A,B");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shares),
      cmocka_unit_test(steps_of_time),
      cmocka_unit_test(other_values),
      cmocka_unit_test(places),
      cmocka_unit_test(columns_of_the_input),
      cmocka_unit_test(printed_values),
      cmocka_unit_test(remarks),
      cmocka_unit_test(concentration),
      cmocka_unit_test(splits),
      cmocka_unit_test(curves),
      cmocka_unit_test(structures),
      cmocka_unit_test(cells_of_tables),
      cmocka_unit_test(pairs),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("indicator_run", tests, NULL, NULL);
}
