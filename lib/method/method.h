/* method.h -- a statistical method as one entry: options, help and lists come from it.

   To add a method: a kernel in lib/stats with its test, and an entry in one of the registries
   (method/methods_trend.c, methods_correlation.c, methods_agreement.c). */
#ifndef PST_METHOD_METHOD_H
#define PST_METHOD_METHOD_H

#include <stdbool.h>

#include "base/text.h"
#include "cli/list.h"
#include "stats/estimate.h"
#include "stats/fit/curve.h"
#include "stats/groups/slopes.h"
#include "stats/path.h"
#include "stats/slope/band.h"

/* The options of tests that a method honours. */
enum {
  PST_HONOURS_ALTERNATIVE = 1,
  PST_HONOURS_CONF_LEVEL = 2,
  PST_HONOURS_P_VALUE = 4,
  PST_HONOURS_CONTINUITY = 8,
  PST_HONOURS_ADJUST = 16,
  /* those of single methods, which may be called by them */
  PST_HONOURS_LAG = 32,
  PST_HONOURS_HAC = 64,
  PST_HONOURS_SMALL_SAMPLE = 128,
  PST_HONOURS_DEGREE = 256,
  PST_HONOURS_SPAN = 512,
  PST_HONOURS_SEASON = 1024,
  PST_HONOURS_ACROSS = 2048,
  PST_HONOURS_CONTROL = 4096,
  PST_HONOURS_WEIGHT = 8192
};

/* In what the number of a term is measured. */
enum pst_term_unit { PST_UNIT_NONE, PST_UNIT_OF_Y, PST_UNIT_OF_Y_PER_X, PST_UNIT_PER_X };

struct pst_method_term {
  const char *name; /* qP: q and any number */
  enum pst_term_unit unit;
};

/* The line that a figure draws: y = intercept + slope x, by two terms of the method. */
struct pst_method_line {
  const char *name; /* "Theil-Sen", as the figure's note says it; NULL: the method has no line */
  const char *slope, *intercept; /* the terms; NULL where CURVE or PATH draws it */
  pst_curve_kernel *curve; /* in the place of the two terms: what is not straight, with its band */
  pst_path_kernel *path;   /* the same for what has corners: its own points */
  const char *dated;       /* "change after": what the main term is the time of, for the note */
  int precedence; /* of several methods the one with the highest is drawn, else the first */
};

/* The band around it. */
struct pst_method_band {
  pst_band_kernel *kernel; /* NULL: the method has no band */
  const char *of;          /* what its interval is of, for the note: "slope", "mean" */
};

struct pst_compare_kernel; /* method/compare_kernel.h */

struct pst_method {
  const char *name;    /* as --method takes it */
  const char *record;  /* as the record names it; NULL: the same */
  const char *summary; /* one line for --method list */
  const char *reach;   /* of exact p-values, for --method list; NULL when it gives no p */
  const struct pst_method_term *terms;
  size_t n_terms; /* the main term is the first */
  unsigned honours;
  unsigned needs;     /* of those, the options without which it cannot be had */
  unsigned called_by; /* where no method is named, one of these options asks for it */
  bool is_default;
  bool takes_bounds; /* its sample has the values that are known within bounds */
  bool draws;        /* its p is by chance where nothing else is asked for: --seed has a meaning */
  bool in_order;     /* of a series: rows are not drawn one by one */
  bool
      takes_gaps; /* of rankings: entities that stand in some of the periods only are there too, NaN in the others */
  bool tests_trend; /* its p stands in the note of a figure, before those of other methods */
  struct pst_method_line line;
  struct pst_method_band band;
  pst_pair_kernel *kernel;
  pst_two_lines_kernel
      *compared;  /* holds the slopes of two series against each other; NULL: it cannot */
  unsigned knows; /* what the kernel wants to be known of x and of y: PST_KNOW_... of variable.h */
  const struct pst_compare_kernel *compare; /* in the place of kernel: methods of polstat-compare */
};

struct pst_registry {
  const struct pst_method *methods;
  size_t count;
};

extern const struct pst_registry pst_trend_methods;
extern const struct pst_registry pst_correlation_methods;
extern const struct pst_registry pst_agreement_methods;

/* kendall as --tau a and --tau c have it. */
extern const struct pst_method pst_method_tau_a, pst_method_tau_c;

/* pst_methods_choose: the methods that NAMES asks for; when it is empty those that the options GIVEN
   (a mask of PST_HONOURS_*) call, else the defaults.
   Returned  chosen  an array in ARENA of *N pointers, in the order given
   Status    PST_USAGE for an unknown name (with near matches) or one given twice  */
enum pst_status pst_methods_choose(const struct pst_registry *registry,
                                   const struct pst_list *names, unsigned given,
                                   struct pst_arena *arena, const struct pst_method ***chosen,
                                   size_t *n, struct pst_error *error);

/* pst_methods_list: what `--method list` prints. */
void pst_methods_list(const struct pst_registry *registry, struct pst_buffer *out);

/* pst_method_run: the kernel of METHOD on SAMPLE.  Where it is undefined, its main term stands in OUT
   without an estimate and the reason as its note.
   Status    what the kernel fails with, never PST_UNDEFINED  */
enum pst_status pst_method_run(const struct pst_method *method, const struct pst_sample *sample,
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_arena *scratch, struct pst_error *error);

/* pst_method_settle: the same for a kernel that has run on N observations: it gave STATUS, and REASON where
   that is a failure; its rows are those of OUT from FIRST on. */
enum pst_status pst_method_settle(const struct pst_method *method, enum pst_status status,
                                  const struct pst_error *reason, size_t n, size_t first,
                                  struct pst_estimates *out, struct pst_error *error);

/* pst_method_record: how the record names METHOD. */
const char *pst_method_record(const struct pst_method *method);

/* pst_method_of_line: of the N methods the one whose line a figure draws; NULL when none has one. */
const struct pst_method *pst_method_of_line(const struct pst_method *const *methods, size_t n);

/* pst_method_unit: the unit of TERM for a variable in Y_UNIT over X_UNIT; NULL when unknown. */
const char *pst_method_unit(const struct pst_method *method, const char *term, const char *y_unit,
                            const char *x_unit, struct pst_arena *arena);

#endif
