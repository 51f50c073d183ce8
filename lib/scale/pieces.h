/* pieces.h -- the parts of one piece of work, from any number of files in any order: whether all are there, are of the
   input as it is, and meet.

   All     Given     what pst_pieces_open gave
           Tested    test_pieces.c; tests/cli/parts-*  */
#ifndef PST_SCALE_PIECES_H
#define PST_SCALE_PIECES_H

#include "scale/hashed.h"
#include "scale/part_file.h"

/* A part that is to be made. */
struct pst_demand {
  size_t k;
  bool has_start; /* where it begins is known */
  unsigned long long start;
  bool rows; /* its rows are needed, not what they come to */
};

struct pst_pieces {
  struct pst_partial *files;
  size_t n_files;
  const struct pst_plan *plan;   /* of the first file, and so of all */
  const struct pst_part **parts; /* in their order */
  size_t n_parts;
  struct pst_demand *demands; /* with each line that one of these functions said */
  size_t n_demands;
  char hashed[PST_HASHED_SIZE]; /* which files they are, before they were hashed */
};

/* pst_pieces_open: the partial files at the N PATHS, with what is small in ARENA.
   Returned  *PIECES, for pst_pieces_close, also on failure
   Status    as pst_partial_open; PST_BAD_DATA when they are not of one plan, or one part is there twice
   Cost      O(bytes): they are hashed, unless the program that became this one has (hashed.h)  */
enum pst_status pst_pieces_open(const char *const *paths, size_t n, struct pst_arena *arena,
                                struct pst_pieces *pieces, struct pst_error *error);

/* pst_pieces_of: the N parts that stand at PACKED in memory, of PLAN; both outlive *PIECES.
   Returned  *PIECES, for pst_pieces_close
   Status    PST_BAD_DATA when they are no parts; PST_NO_MEMORY
   Cost      O(tiles)  */
enum pst_status pst_pieces_of(const struct pst_text *packed, size_t n, const struct pst_plan *plan,
                              struct pst_arena *arena, struct pst_pieces *pieces,
                              struct pst_error *error);

/* pst_pieces_check: a line in OUT for each part that is missing, was made of a file that has changed since (NOW is the
   plan of today), or does not begin where the one before it stops, with the command that makes it.
   Returned  *N lines
   Status    PST_NO_MEMORY
   Cost      O(parts)  */
enum pst_status pst_pieces_check(struct pst_pieces *pieces, const struct pst_plan *now,
                                 struct pst_buffer *out, size_t *n, struct pst_error *error);

/* pst_pieces_tiles: the tiles of all parts in the order of the input, in ARENA.
   pst_pieces_say_broken: a line in OUT as pst_pieces_check has it: the tile number TILE begins at FROM.
   Returned  *N tiles; OUT
   Status    PST_NO_MEMORY
   Cost      O(tiles)  */
enum pst_status pst_pieces_tiles(const struct pst_pieces *pieces, struct pst_arena *arena,
                                 struct pst_tile **tiles, size_t *n, struct pst_error *error);
void pst_pieces_say_broken(struct pst_pieces *pieces, size_t tile, unsigned long long from,
                           struct pst_buffer *out);

/* pst_pieces_summed: all parts have sums in the place of their rows; *SOME: one of them has.
   pst_pieces_say_rows: a line in OUT for each part that has, whose rows are needed; *N lines.
   Returned  the answer; OUT
   Cost      O(parts)  */
bool pst_pieces_summed(const struct pst_pieces *pieces, bool *some);
void pst_pieces_say_rows(struct pst_pieces *pieces, struct pst_buffer *out, size_t *n);

/* pst_pieces_write: all parts as one partial file at PATH.
   Status    PST_IO; PST_NO_MEMORY
   Cost      O(bytes)  */
enum pst_status pst_pieces_write(const struct pst_pieces *pieces, struct pst_arena *arena,
                                 const char *path, struct pst_error *error);

/* pst_pieces_close: PIECES, which may be all zero. */
void pst_pieces_close(struct pst_pieces *pieces);

#endif
