/* planned.h -- a job planned and loaded as a program does it, for tests of what its run is made of. */
#ifndef PST_TESTS_PLANNED_H
#define PST_TESTS_PLANNED_H

#include "job/columns.h"
#include "job/job.h"

struct planned {
  struct pst_job job;
  struct pst_groups groups;
  const char **names; /* of the group columns */
  struct pst_error error;
};

/* planned_begin: a job of one thread on the file CSV, whose program has SETTINGS, with the shared options as OPTIONS
   ("--terms all --where x>1": words between blanks) have them.  Close with planned_end.
   planned_items: ITEMS, between commas, into LIST, an option of the job.
   planned_load: PLAN, and what the files have for it; its status, with the message in made->error.
   planned_message: that message, behind LINE: where it names a line of CSV; good until the next.
   planned_group: the rows by the columns of BY. */
void planned_begin(struct planned *made, const char *csv, const char *options, void *settings);
void planned_items(struct planned *made, struct pst_list *list, const char *items);
enum pst_status planned_load(struct planned *made,
                             enum pst_status (*plan)(struct pst_job *, struct pst_error *));
const char *planned_message(const struct planned *made);
void planned_group(struct planned *made, const struct pst_roles *by);
void planned_end(struct planned *made);

#endif
