/* share.h -- part K of N: which bytes of which files are its own.

   The files, one behind the other, are cut into N ranges of as many bytes each.  What cannot be cut is read by the part
   in whose range its first byte is, so that N files of one size go a file a part.

   All     Given     K from 1 to N
           Tested    test_share.c  */
#ifndef PST_SCALE_SHARE_H
#define PST_SCALE_SHARE_H

#include "base/arena.h"
#include "base/error.h"
#include "table/load/packed/tiles.h"

struct pst_share {
  size_t k, n;
  bool has_start; /* --part-start: the byte where its first record begins is known */
  unsigned long long start;
};

enum { PST_SHARE_MOST = 1000000 };

/* pst_share_read: TEXT is K/N; slurm, the task of a job array or of srun that this process is; or slurm/N, that
   task of N.
   Returned  K and N of SHARE
   Status    PST_USAGE with what is expected  */
enum pst_status pst_share_read(const char *text, struct pst_share *share, struct pst_error *error);

/* pst_share_bytes: those of the N_FILES files at PATHS together.
   Returned  *BYTES
   Status    PST_USAGE for what is no regular file; PST_IO
   Cost      a stat a file  */
enum pst_status pst_share_bytes(const char *const *paths, size_t n_files, unsigned long long *bytes,
                                struct pst_error *error);

/* pst_share_ranges: those of the N_FILES files at PATHS, in their order.
   Returned  *RANGES, *N of them, in ARENA; none where the files have fewer bytes than there are parts
   Status    PST_USAGE for what is no regular file, and for a start outside of the first range; PST_IO; PST_NO_MEMORY
   Cost      a stat a file  */
enum pst_status pst_share_ranges(const struct pst_share *share, const char *const *paths,
                                 size_t n_files, struct pst_arena *arena,
                                 struct pst_tile_range **ranges, size_t *n,
                                 struct pst_error *error);

#endif
