/* settings.h -- what a notebook says of itself in a comment, and which part of it is chosen. */
#ifndef PST_NOTEBOOK_READ_SETTINGS_H
#define PST_NOTEBOOK_READ_SETTINGS_H

#include "notebook/read/notebook.h"

/* All zero: nothing is said. */
struct pst_notebook_settings {
  const char *folder; /* from that of the notebook */
  double timeout;
};

/* pst_settings_read: the comment HTML, when it is <!-- polstat notebook: ... -->, at LINE of NOTEBOOK.
   Status    PST_USAGE for an option that a notebook has not; PST_NO_MEMORY  */
enum pst_status pst_settings_read(struct pst_notebook_settings *settings,
                                  struct pst_notebook *notebook, const char *html,
                                  unsigned long line, struct pst_error *error);

/* pst_settings_apply: folder and time limit of NOTEBOOK: as OPTIONS say, or SETTINGS, or as usual.
   Status    PST_IO when the folder is not there; PST_NO_MEMORY  */
enum pst_status pst_settings_apply(const struct pst_notebook_settings *settings,
                                   const struct pst_notebook_options *options,
                                   struct pst_notebook *notebook, struct pst_error *error);

/* pst_settings_choose: only blocks and numbers below the heading ONLY, capitals aside.
   Status    PST_USAGE when no heading has these words  */
enum pst_status pst_settings_choose(struct pst_notebook *notebook, const char *only,
                                    struct pst_error *error);

#endif
