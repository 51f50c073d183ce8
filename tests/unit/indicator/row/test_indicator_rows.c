/* Kinds of rows from their options to the table that is written: columns, names, notes; values by hand. */
#include "check.h"

#include "indicator_gives.h"

static const char panel[] =
    "c,t,v,w,k\nA,2000,10,2,one\nB,2000,30,10,two\nA,2001,15,5,three\nB,2001,30,0,\n"
    "A,2003,20,,five\nB,2003,,4,six\n";

static void shares(void **state)
{
  static const struct indicator_ask ask = {.csv = panel, .y = "v", .entity = "c", .time = "t"};

  (void)state;
  indicator_gives(&ask, "share",
                  "c,t,v,v_share,note\n"
                  "A,2000,10,25,\n"
                  "B,2000,30,75,\n"
                  "A,2001,15,33.33333333333333,\n"
                  "B,2001,30,66.66666666666666,\n"
                  "A,2003,20,,v_share: a cell of the total is empty\n"
                  "B,2003,,,v_share: the cell is empty\n");
  indicator_gives(&ask, "share(of known)",
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
  static const struct indicator_ask ask = {.csv = panel, .y = "v", .entity = "c", .time = "t"};

  (void)state;
  indicator_gives(
      &ask, "growth,difference(2)",
      "c,t,v,v_growth,v_difference_2,note\n"
      "A,2000,10,,,\"v_growth, v_difference_2: no row at the time it is compared with\"\n"
      "B,2000,30,,,\"v_growth, v_difference_2: no row at the time it is compared with\"\n"
      "A,2001,15,50,,v_difference_2: no row at the time it is compared with\n"
      "B,2001,30,0,,v_difference_2: no row at the time it is compared with\n"
      "A,2003,20,,5,v_growth: no row at the time it is compared with\n"
      "B,2003,,,,\"v_growth, v_difference_2: the cell is empty\"\n");
  indicator_gives(
      &ask, "annual-growth(3),log-growth(3)",
      "c,t,v,v_annual_growth_3,v_log_growth_3,note\n"
      "A,2000,10,,,\"v_annual_growth_3, v_log_growth_3: no row at the time it is compared with\"\n"
      "B,2000,30,,,\"v_annual_growth_3, v_log_growth_3: no row at the time it is compared with\"\n"
      "A,2001,15,,,\"v_annual_growth_3, v_log_growth_3: no row at the time it is compared with\"\n"
      "B,2001,30,,,\"v_annual_growth_3, v_log_growth_3: no row at the time it is compared with\"\n"
      "A,2003,20,25.992104989487302,0.693147180559945,\n"
      "B,2003,,,,\"v_annual_growth_3, v_log_growth_3: the cell is empty\"\n");
  indicator_gives(&ask, "index(2001),cumulative",
                  "c,t,v,v_index_2001,v_cumulative,note\n"
                  "A,2000,10,66.66666666666667,10,\n"
                  "B,2000,30,100,30,\n"
                  "A,2001,15,100,25,\n"
                  "B,2001,30,100,60,\n"
                  "A,2003,20,133.33333333333334,45,\n"
                  "B,2003,,,,\"v_index_2001, v_cumulative: the cell is empty\"\n");
  indicator_gives(&ask, "index(2000..2001)",
                  "c,t,v,v_index_2000_2001,note\n"
                  "A,2000,10,80,\n"
                  "B,2000,30,100,\n"
                  "A,2001,15,120,\n"
                  "B,2001,30,100,\n"
                  "A,2003,20,160,\n"
                  "B,2003,,,v_index_2000_2001: the cell is empty\n");
  indicator_gives(
      &ask, "contribution,total-growth",
      "c,t,v,v_contribution,v_total_growth,note\n"
      "A,2000,10,,,\"v_contribution, v_total_growth: no row at the time it is compared with\"\n"
      "B,2000,30,,,\"v_contribution, v_total_growth: no row at the time it is compared with\"\n"
      "A,2001,15,12.5,12.5,\n"
      "B,2001,30,0,12.5,\n"
      "A,2003,20,,,\"v_contribution, v_total_growth: no row at the time it is compared with\"\n"
      "B,2003,,,,v_contribution: the cell is empty; v_total_growth: no row at the time it is "
      "compared with\n");
  indicator_gives(
      &ask, "average(2,trailing),sum(2)",
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
  static const struct indicator_ask ask = {.csv = panel, .y = "v", .entity = "c", .time = "t"};

  (void)state;
  indicator_gives(&ask, "ratio(A),per(w)",
                  "c,t,v,v_ratio_A,v_per_w,note\n"
                  "A,2000,10,1,5,\n"
                  "B,2000,30,3,3,\n"
                  "A,2001,15,1,3,\n"
                  "B,2001,30,2,,\"v_per_w: the divisor is, or may be, 0\"\n"
                  "A,2003,20,1,,v_per_w: the divisor is empty\n"
                  "B,2003,,,,\"v_ratio_A, v_per_w: the cell is empty\"\n");
  indicator_gives(
      &ask, "deflate(w,2001),grubel-lloyd(w)",
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
  static const struct indicator_ask ask = {
      .csv = "c,t,v\nA,2000,1\nB,2000,2\nC,2000,2\nD,2000,7\nE,2000,\n",
      .y = "v",
      .entity = "c",
      .time = "t"};

  (void)state;
  indicator_gives(&ask, "rank,percent-rank,cume-dist",
                  "c,t,v,v_rank,v_percent_rank,v_cume_dist,note\n"
                  "A,2000,1,4,0,0.25,\n"
                  "B,2000,2,2,0.3333333333333333,0.75,\n"
                  "C,2000,2,2,0.3333333333333333,0.75,\n"
                  "D,2000,7,1,1,1,\n"
                  "E,2000,,,,,\"v_rank, v_percent_rank, v_cume_dist: the cell is empty\"\n");
  indicator_gives(&ask, "ntile(2),zscore,zscore(population)",
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
  static const struct indicator_ask
      kept = {.csv = panel, .y = "v,w", .entity = "c", .time = "t", .keep = "k,c,v,t,w"},
      taken = {.csv = "share,note,v\nx,A,1\nx,B,3\n", .y = "v", .entity = "note", .by = "share"},
      rows = {.csv = "kind,c,v\nx,A,1\nx,B,3\n",
              .y = "v",
              .entity = "c",
              .by = "kind",
              .in_rows = true};

  (void)state;
  indicator_gives(
      &kept, "share",
      "c,t,k,v,v_share,w,w_share,note\n"
      "A,2000,one,10,25,2,16.666666666666664,\n"
      "B,2000,two,30,75,10,83.33333333333334,\n"
      "A,2001,three,15,33.33333333333333,5,100,\n"
      "B,2001,,30,66.66666666666666,0,0,\n"
      "A,2003,five,20,,,,v_share: a cell of the total is empty; w_share: the cell is empty\n"
      "B,2003,six,,,4,,v_share: the cell is empty; w_share: a cell of the total is empty\n");
  indicator_gives(&taken, "share",
                  "share,group_note,v,v_share,note\n"
                  "x,A,1,25,\n"
                  "x,B,3,75,\n");
  indicator_gives(&rows, "share,rank",
                  "group_kind,c,variable,kind,value,unit,note\n"
                  "x,A,v,share,25,%,\n"
                  "x,A,v,rank,2,,\n"
                  "x,B,v,share,75,%,\n"
                  "x,B,v,rank,1,,\n");
}

/* What printing leaves open: the values themselves beside, and whether the sign is theirs. */
static void printed_values(void **state)
{
  static const struct indicator_ask
      ask = {.csv = "c,t,v\nA,2000,1.0\nA,2001,1.1\nA,2002,1.1\nA,2003,2.0\n",
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
  indicator_gives(&ask, "difference",
                  "c,t,v,v_difference,v_difference_point,v_difference_sign,note\n"
                  "A,2000,1,,,,v_difference: no row at the time it is compared with\n"
                  "A,2001,1.1,\"[0,0.19999999999999996]\",0.10000000000000009,may flip,\n"
                  "A,2002,1.1,\"[-0.09999999999999987,0.09999999999999987]\",0,may flip,\n"
                  "A,2003,2,\"[0.8,0.9999999999999998]\",0.8999999999999999,holds,\n");
  indicator_gives(&rows, "difference",
                  "c,t,variable,kind,value,point,sign,unit,note\n"
                  "A,2000,v,difference,,,,,no row at the time it is compared with\n"
                  "A,2001,v,difference,\"[0.8999999999999999,1.0999999999999999]\",1,holds,,\n");
}

/* A bounded cell leaves bounds; a part below 0 makes plain quotients; a remark of several columns is said once. */
static void remarks(void **state)
{
  static const struct indicator_ask bounded = {.csv = "c,t,v\nA,2000,\"[1,3]\"\nB,2000,6\n",
                                               .y = "v",
                                               .entity = "c",
                                               .time = "t"},
                                    negative = {.csv = "c,v\nA,-1\nB,3\n", .y = "v", .entity = "c"},
                                    several = {.csv = "c,t,v,w\nA,2000,1,\nA,2001,,\n",
                                               .y = "v,w",
                                               .entity = "c",
                                               .time = "t"};

  (void)state;
  indicator_gives(&bounded, "share",
                  "c,t,v,v_share,note\n"
                  "A,2000,\"[1,3]\",\"[14.285714285714281,33.33333333333334]\",\n"
                  "B,2000,6,\"[66.66666666666664,85.71428571428572]\",\n");
  indicator_gives(&negative, "share",
                  "c,v,v_share,note\n"
                  "A,-1,-50,\"v_share: a part is, or may be, negative: a plain quotient\"\n"
                  "B,3,150,\"v_share: a part is, or may be, negative: a plain quotient\"\n");
  indicator_gives(
      &several, "growth,difference",
      "c,t,v,v_growth,v_difference,w,w_growth,w_difference,note\n"
      "A,2000,1,,,,,,\"v_growth, v_difference: no row at the time it is compared with; w_growth, "
      "w_difference: the cell is empty\"\n"
      "A,2001,,,,,,,\"v_growth, v_difference, w_growth, w_difference: the cell is empty\"\n");
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
  };

  return cmocka_run_group_tests_name("indicator_rows", tests, NULL, NULL);
}
