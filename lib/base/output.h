/* output.h -- an output file that is there in full or not at all.

   The file is written beside its final place, synced, and renamed when complete.  What is not
   committed is removed: by pst_output_discard, at exit, and on SIGINT, SIGTERM, SIGHUP, SIGPIPE,
   SIGQUIT and SIGXCPU; what a process left that was killed, by the next that writes into its folder. */
#ifndef PST_BASE_OUTPUT_H
#define PST_BASE_OUTPUT_H

#include <stdio.h>

#include "base/error.h"

enum { PST_OUTPUTS_MOST = 16 }; /* open at one time */

/* All zero is a closed output.  Outputs are opened and closed by one thread. */
struct pst_output {
  FILE *file;      /* to write to; NULL when closed */
  char *path;      /* as given; "standard output" */
  char *target;    /* the file to replace: PATH with symbolic links followed */
  char *temporary; /* beside TARGET; NULL when written in place */
  int slot;        /* place in the list of files to remove */
  int lock;        /* of TEMPORARY, which says that it is being written; -1: none */
};

/* pst_output_open: start PATH; NULL or "-" is standard output.
   Given     an existing file keeps its permissions, a new one has those of the umask.  A device or
             a pipe (/dev/null) is written in place
   Status    PST_IO with the path and the system's reason: a folder, not writable, no such folder;
             PST_NO_MEMORY
   Tested    test_output.c  */
enum pst_status pst_output_open(struct pst_output *output, const char *path,
                                struct pst_error *error);

/* pst_output_commit: flush, check, rename and close.  PST_IO (the old file is as it was): a full
   disk, say; PST_NO_MEMORY when an allocation was refused meanwhile, as something may be missing.  OUTPUT is closed in any case. */
enum pst_status pst_output_commit(struct pst_output *output, struct pst_error *error);

/* pst_output_name: the failure of a write, PST_IO without a file, is that of OUTPUT; no other error
   changes. */
void pst_output_name(const struct pst_output *output, struct pst_error *error);

/* pst_output_discard: close without a trace; nothing when OUTPUT is closed already. */
void pst_output_discard(struct pst_output *output);

/* pst_output_sweep: remove what killed processes left beside TARGET; pst_output_open does it, and who leaves a file as it is. */
void pst_output_sweep(const char *target);

#endif
