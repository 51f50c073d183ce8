/* progress.h -- how far reading, or a long computation, has come, on standard error. */
#ifndef PST_JOB_LOAD_PROGRESS_H
#define PST_JOB_LOAD_PROGRESS_H

/* pst_progress_for: what to call once a block for WHEN (enum pst_when), or NULL; auto draws on a
   terminal, and only for what takes longer than half a second. */
void (*pst_progress_for(unsigned when))(double fraction);

/* pst_progress_of: the same for a computation, WHAT it makes: "ranks". */
void (*pst_progress_of(unsigned when, const char *what))(double fraction);

/* pst_progress_clear: take the line away. */
void pst_progress_clear(unsigned when);

#endif
