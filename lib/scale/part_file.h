/* part_file.h -- the file of one or more parts: PSTPART1, the plan, the parts in their order, PSTPEND1 and the SHA-256
   of all before it.  The same parts make the same file.

   All     Given     what one of these functions gave; texts that outlive it
           Tested    test_part_file.c  */
#ifndef PST_SCALE_PART_FILE_H
#define PST_SCALE_PART_FILE_H

#include "base/text.h"
#include "scale/plan.h"
#include "table/load/packed/tiles.h"

/* A part as bytes: its number, and its tiles. */
struct pst_part {
  size_t k;
  struct pst_text bytes;
  struct pst_tile *tiles; /* of it, in the arena */
  size_t n_tiles;
  struct pst_text sums; /* what the rows come to, in their place; empty: the rows are there */
  const char *path;     /* the file that it stands in; NULL: it is being made */
  bool alone;           /* in that file */
};

struct pst_partial {
  const char *path;
  struct pst_text all; /* the file, mapped */
  struct pst_text plan_bytes;
  struct pst_plan plan;
  struct pst_part *parts;
  size_t n_parts;
};

/* pst_part_pack: the part K of these TILES at the end of OUT, with their rows and rejects, and with SUMS.
   Returned  OUT
   Cost      O(bytes)  */
void pst_part_pack(size_t k, const struct pst_tile *tiles, size_t n, struct pst_text sums,
                   struct pst_buffer *out);

/* pst_part_unpack: the part that BYTES are, which outlive it, with its tiles in ARENA.
   Returned  *PART; true, and false without memory.  IN has failed when it is none
   Cost      O(tiles)  */
bool pst_part_unpack(struct pst_text bytes, struct pst_arena *arena, struct pst_part *part,
                     struct pst_unpack *in);

/* pst_partial_write: the N parts, in their order, of the plan PLAN_BYTES to PATH, which is there in full or not at all.
   Status    PST_IO; PST_NO_MEMORY
   Cost      O(bytes)  */
enum pst_status pst_partial_write(const char *path, struct pst_text plan_bytes,
                                  const struct pst_part *parts, size_t n, struct pst_error *error);

/* pst_partial_open: the file PATH, its plan and its parts, with what is small in ARENA.
   Returned  *PARTIAL, for pst_partial_close
   Status    PST_IO; PST_BAD_DATA when it is none, or is cut or damaged; PST_NO_MEMORY
   Cost      O(bytes): all is hashed  */
enum pst_status pst_partial_open(const char *path, struct pst_arena *arena,
                                 struct pst_partial *partial, struct pst_error *error);

/* pst_partial_open_whole: the same of a file that is known to be whole: it is not hashed.
   Cost      O(tiles)  */
enum pst_status pst_partial_open_whole(const char *path, struct pst_arena *arena,
                                       struct pst_partial *partial, struct pst_error *error);

/* pst_partial_close: the file is mapped no longer; all zero is closed. */
void pst_partial_close(struct pst_partial *partial);

#endif
