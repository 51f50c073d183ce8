/* options.h -- the options that the programs share, as tables for lib/cli.

   A program takes the tables that it honours: every one reads input, writes a report and runs; the
   others are offered only where they mean something. */
#ifndef PST_JOB_OPTIONS_H
#define PST_JOB_OPTIONS_H

#include "cli/help.h"
#include "cli/option.h"
#include "cli/shared.h"
#include "printed/times.h"
#include "stats/adjust.h"
#include "stats/estimate.h"

enum pst_duplicates { PST_DUPLICATES_ERROR, PST_DUPLICATES_KEEP };
enum pst_terms { PST_TERMS_MAIN, PST_TERMS_ALL };

/* --p-value: the kind, and for permutation(N) the number. */
struct pst_p_choice {
  enum pst_p_kind kind;
  size_t permutations; /* 0: the default */
};

/* --size: pixels of the svg. */
struct pst_figure_size {
  int width, height;
};

enum { PST_JOB_FUNCTIONS = 32 }; /* of one --aggregate at most */

struct pst_job_options {
  /* input */
  char delimiter, decimal, thousands;
  bool no_header;
  const char *encoding, *rejects, *schema, *layout;
  const struct pst_times_format *times; /* --time-format, --day-first; NULL: auto */
  bool day_first;
  struct pst_list missing;
  unsigned on_bad;
  /* rows and columns */
  const char *where;
  struct pst_job_aggregate {
    const char *text; /* as it was given */
    struct pst_job_function {
      unsigned how;           /* enum pst_aggregate */
      double q;               /* of a quantile */
      struct pst_text column; /* empty: each of -y */
      bool used;              /* a role takes it */
    } functions[PST_JOB_FUNCTIONS];
    size_t count;
  } aggregate;
  struct pst_list per;
  struct pst_list let, by, x, y, highlight, render;
  const char *time;
  /* countries */
  struct pst_list country;
  unsigned country_form; /* enum pst_country_form */
  bool countries_only;
  /* join */
  struct pst_list join, join_prefix, on; /* one a use: the Nth of each is of the Nth --join */
  /* method */
  struct pst_list methods;
  unsigned alternative, continuity, adjust, duplicates, terms;
  struct pst_p_choice p;
  size_t seed;
  unsigned interval; /* enum pst_interval_kind */
  size_t replicates;
  double conf_level;
  /* of single methods */
  size_t lag;    /* 0: not given */
  size_t hac;    /* the lag plus one; 0: auto */
  size_t degree; /* 0: the default */
  double span;
  bool small_sample;
  const char *season, *across, *weight;
  struct pst_list control;
  struct pst_list printed; /* --printed, when given: of these columns; empty: of all values */
  bool bounds;
  /* output and figure */
  const char *output, *plot, *title, *subtitle, *source, *x_label, *y_label;
  struct pst_figure_size size; /* 0: chosen by the figure */
  size_t height;               /* 0: as the size says */
  unsigned share_scale;        /* enum pst_figure_scale */
  unsigned view;               /* of polstat-trend: enum pst_trend_views */
  unsigned log_axes;           /* 0 none, 1 x, 2 y, 3 both */
  unsigned format;
  bool pages; /* html is among the formats; set by the program */
  size_t digits, width;
  /* parts */
  const char *part; /* --part; NULL: all of the input */
  size_t part_start;
  bool part_rows;
  struct pst_list from_parts;
  const char *checkpoint;  /* NULL: nothing is kept */
  unsigned long long unit; /* bytes; 0: not given */
  unsigned ranks;          /* 0: auto, 1: off */
  /* running */
  bool dry_run, quiet, verbose;
  unsigned progress, color;
  size_t threads;
  /* which of them the command line has */
  struct {
    bool format, methods, alternative, continuity, p_kind, seed, interval, replicates, conf_level,
        adjust, duplicates, terms, digits, color, country_form, aggregate, lag, hac, small_sample,
        degree, span, season, across, control, weight, printed, part_start, unit;
  } given;
};

/* Tables of the options whose destinations are in OPTIONS.  The arrays live in ARENA. */
enum pst_job_table {
  PST_TABLE_INPUT, /* --layout -d --no-header -e --decimal --thousands -m --time-format --day-first --on-bad
                      --rejects --schema */
  PST_TABLE_ROWS,    /* --where --let */
  PST_TABLE_COUNTRY, /* --country --country-to --countries-only */
  PST_TABLE_JOIN,    /* --join --on */
  PST_TABLE_OUTPUT,  /* -o --format --digits */
  PST_TABLE_FIGURE, /* --plot --render --title --subtitle --source --xlabel --ylabel --size --height --share-scale
                      --log --highlight */
  PST_TABLE_RUNNING,  /* -n -q -v --progress --color --threads --part --part-start --part-rows
                         --from-parts --checkpoint --unit --ranks */
  PST_TABLE_TEST,     /* --alternative --conf-level --p-value --seed --continuity --adjust */
  PST_TABLE_INTERVAL, /* --alternative --conf-level --adjust */
  PST_TABLE_METHOD,   /* --method --terms */
  PST_TABLE_SERIES /* --season --across --control --weight --lag --hac --small-sample --degree --span */
};

/* pst_job_series_table: the table PST_TABLE_SERIES. */
enum pst_status pst_job_series_table(struct pst_job_options *options, struct pst_arena *arena,
                                     struct pst_option_table *table, struct pst_error *error);

/* pst_job_figure_table: the table PST_TABLE_FIGURE. */
enum pst_status pst_job_figure_table(struct pst_job_options *options, struct pst_arena *arena,
                                     struct pst_option_table *table, struct pst_error *error);

/* pst_job_table: the table WHICH with destinations in OPTIONS; PST_NO_MEMORY. */
enum pst_status pst_job_table(enum pst_job_table which, struct pst_job_options *options,
                              struct pst_arena *arena, struct pst_option_table *table,
                              struct pst_error *error);

/* The options that name columns, for the own table of a program: --time, -x, -y and -g with the help
   that fits it. */
struct pst_option pst_job_time_option(struct pst_job_options *options, const char *help);
struct pst_option pst_job_x_option(struct pst_job_options *options, const char *help);
struct pst_option pst_job_y_option(struct pst_job_options *options, const char *help);
struct pst_option pst_job_by_option(struct pst_job_options *options, const char *help);
/* --per, of programs whose cells no other option names. */
struct pst_option pst_job_per_option(struct pst_job_options *options);
/* --interval and --replicates, of programs that draw bootstrap intervals. */
struct pst_option pst_job_interval_option(struct pst_job_options *options);
struct pst_option pst_job_replicates_option(struct pst_job_options *options);
struct pst_option pst_job_interval_seed_option(struct pst_job_options *options);
/* --aggregate: rows to cells; HELP says what the cells are. */
struct pst_option pst_job_aggregate_option(struct pst_job_options *options, const char *help);

#endif
