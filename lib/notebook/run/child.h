/* child.h -- a command that is run, watched, and ended in time with all that it started. */
#ifndef PST_NOTEBOOK_RUN_CHILD_H
#define PST_NOTEBOOK_RUN_CHILD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

struct pst_child {
  const char *const *arguments; /* closed by NULL; the first is looked for in this program's PATH */
  const char *folder;           /* where it runs */
  char *const *environment;
  double timeout; /* seconds */
};

struct pst_child_result {
  int code;           /* as a shell tells it: 128 and the signal, for one that a signal ended */
  bool late, flooded; /* it was ended: for its time; for what it printed */
  struct pst_buffer output, complaints;
};

/* Before the name of a program that is looked for in the PATH of the environment. */
#define PST_CHILD_FIND "sh", "-c", "exec \"$0\" \"$@\""

enum { PST_CHILD_MOST = 16 }; /* MiB that it may print */

/* pst_child_environment: that of this program without what depends on the user's language and
   terminal; the folder of this program stands first in PATH; NULL when memory is out. */
char **pst_child_environment(struct pst_arena *arena);

/* pst_child_run: CHILD in a group of processes of its own, standard input empty; what is left of the
   group when it ends is killed.
   Returned  RESULT, for pst_child_free
   Status    PST_IO: it cannot be started, or this program was told to end (pst_child_stopped)
   Tested    test_notebook_child.c  */
enum pst_status pst_child_run(const struct pst_child *child, struct pst_child_result *result,
                              struct pst_error *error);
void pst_child_free(struct pst_child_result *result);

/* pst_child_watch: from now on a signal to end this program ends its children first.
   pst_child_unwatch: as before; the signal that came meanwhile is raised again. */
void pst_child_watch(void);
void pst_child_unwatch(void);

#endif
