/* folder.h -- the clean folders that blocks run in: what is brought there, and what was made there. */
#ifndef PST_NOTEBOOK_RUN_FOLDER_H
#define PST_NOTEBOOK_RUN_FOLDER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "cli/list.h"

/* A folder that commands run in. */
struct pst_folder {
  const char *base; /* where the files of the notebook are */
  const char *top;  /* the clean folder */
  const char *here; /* in it, where commands run: the counterpart of BASE */
};

/* pst_folder_root: a new temporary folder, in $TMPDIR or /tmp.  PST_IO; PST_NO_MEMORY.
   pst_folder_remove: it and all that is in it. */
enum pst_status pst_folder_root(struct pst_arena *arena, const char **root,
                                struct pst_error *error);
void pst_folder_remove(const char *root);

/* pst_folder_make: PATH and the folders that lead to it.  PST_IO. */
enum pst_status pst_folder_make(const char *path, struct pst_error *error);

/* pst_folder_bring: what WORD of a command names, when it is there, as a copy: a file with the
   datapackage.json beside it, a folder, the files of a pattern; of a claims file the tables that it names.
   Of what is not there, the folder, where BASE has it: a command may want to write there.
   Status    PST_IO: a folder of too many files; PST_NO_MEMORY
   Tested    test_notebook_folder.c  */
enum pst_status pst_folder_bring(const struct pst_folder *folder, const char *word,
                                 struct pst_error *error);

/* pst_folder_carry: a copy of the file NAME of FROM into TO, both tops of folders.  PST_IO. */
enum pst_status pst_folder_carry(const char *from, const char *to, const char *name,
                                 struct pst_error *error);

/* pst_folder_made: the files below TOP that were written since they were brought, by name.
   Status    PST_NO_MEMORY  */
enum pst_status pst_folder_made(const char *top, struct pst_arena *arena, struct pst_list *made,
                                struct pst_error *error);

#endif
