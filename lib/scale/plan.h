/* plan.h -- what a part was made of: the program, its options and its files, so that parts of one piece of work are
   told from others, and from those of files that have changed since.

   All     Given     lists and texts that outlive the plan
           Tested    test_plan.c  */
#ifndef PST_SCALE_PLAN_H
#define PST_SCALE_PLAN_H

#include "base/pack.h"
#include "cli/list.h"
#include "scale/share.h"

/* What a file is known by: its size, when it was last written, and the SHA-256 of its first and its last MiB. */
enum { PST_STAMP_DIGEST = 32 };
struct pst_stamp {
  const char *path;
  unsigned long long size, written; /* written: nanoseconds */
  unsigned char digest[PST_STAMP_DIGEST];
};

struct pst_plan {
  const char *version, *program; /* "polstat-trend" */
  struct pst_list options;       /* "--by=donor", in the order given; without those of parts */
  struct pst_list operands;
  struct pst_stamp *stamps; /* of the operands, and of the other files that options name */
  size_t n_stamps;
  size_t n; /* parts */
};

/* pst_plan_keeps: the option SAID, "--name=value", is part of a plan: not where the result goes, how many threads
   compute it, whether something is said of it, and which part it is.
   Returned  the answer
   Cost      O(1)  */
bool pst_plan_keeps(const char *said);

/* pst_stamp_of: what the file at PATH is now.
   Status    PST_IO
   Cost      2 MiB are read  */
enum pst_status pst_stamp_of(const char *path, struct pst_stamp *stamp, struct pst_error *error);

/* pst_stamp_brief: its size and when it was written alone: for ranks that read it now, and keep nothing.
   Status    PST_IO
   Cost      O(1)  */
enum pst_status pst_stamp_brief(const char *path, struct pst_stamp *stamp, struct pst_error *error);

/* pst_plan_pack: PLAN at the end of OUT.
   pst_plan_unpack: the plan that IN has next, with its texts in ARENA.
   Returned  the same bytes for the same plan; true, and false without memory.  IN has failed when it is none
   Cost      O(bytes)  */
void pst_plan_pack(const struct pst_plan *plan, struct pst_buffer *out);
bool pst_plan_unpack(struct pst_unpack *in, struct pst_arena *arena, struct pst_plan *plan);

/* pst_plan_differs: what A and B do not have in common, in OUT: "the options --by=a and --by=b".  What is in
   the files does not count.
   Returned  the answer
   Cost      O(options)  */
bool pst_plan_differs(const struct pst_plan *a, const struct pst_plan *b, struct pst_buffer *out);

/* pst_plan_changed: the first file of THEN that is another one in NOW, or is not there.
   Given     plans that do not differ
   Returned  its path; NULL: none
   Cost      O(files)  */
const char *pst_plan_changed(const struct pst_plan *then, const struct pst_plan *now);

/* pst_plan_command: the command that makes part K again, into PATH, at the end of OUT; START (NULL: guessed) is where
   it begins; ROWS: with its rows, also with --aggregate.
   Returned  OUT, fit for a shell
   Cost      O(options)  */
void pst_plan_command(const struct pst_plan *plan, size_t k, const unsigned long long *start,
                      bool rows, const char *path, struct pst_buffer *out);

#endif
