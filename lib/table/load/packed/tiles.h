/* tiles.h -- a part of the input as packed rows, and the rows of all parts in the place of the files.

   Each file is cut into tiles: bytes from where a record begins to where the first record of the next tile does.
   What cannot be read from the middle (compressed, converted, made by a layout) is one tile.  A tile in
   which something cannot be read, or of which too little is known alone, is read when the tiles before
   it are there; so is one whose rows depend on those before (rows_pack.h).  So the table, its messages
   and its rejects are those of the files.

   All     Given     a loader whose columns are asked for
           Tested    test_tiles.c; tests/cli/test_parts.py: random files, cuts and orders against one process  */
#ifndef PST_TABLE_LOAD_PACKED_TILES_H
#define PST_TABLE_LOAD_PACKED_TILES_H

#include "base/text.h"
#include "table/load/load.h"

struct pst_tile {
  size_t file;        /* of the input */
  bool whole;         /* the file is one tile */
  bool again;         /* its rows are not packed: it is to be read */
  bool summed;        /* nor are these: what they come to is kept elsewhere */
  unsigned long line; /* from which its lines are counted */
  unsigned long long start,
      stop;            /* bytes of the file; STOP of a tile to be read again is its end at least */
  unsigned long lines; /* that it passes; 0 where it is whole */
  size_t n_rows, n_rejected;
  struct pst_text rows, rejects; /* packed */
};

/* A range of bytes of one file, from anywhere to anywhere. */
struct pst_tile_range {
  size_t file;
  unsigned long long from, until;
  unsigned long long size; /* of the file */
  bool begins;             /* the file's first byte belongs to whoever reads this range */
  bool is_start;           /* a record is known to begin at FROM */
};

/* pst_loader_pack: the rows that begin in RANGE, packed at the end of ROWS, and the rejects at that of REJECTS.
   Given     LOADER, of which nothing was read; TABLE, all zero before the first range.  Ranges in the order of
             the files
   Returned  *TILE, but for its texts; *HAS: the range has a tile: none of a file that is whole elsewhere.
             TROUBLE (may be NULL) says why a tile is to be read again
   Status    PST_IO; PST_NO_MEMORY
   Cost      one pass over the range  */
enum pst_status pst_loader_pack(struct pst_loader *loader, struct pst_table *table,
                                const struct pst_tile_range *range, struct pst_tile *tile,
                                bool *has, struct pst_buffer *rows, struct pst_buffer *rejects,
                                struct pst_error *trouble, struct pst_error *error);

/* pst_loader_sum: the same for rows that nobody keeps: MOST rows and some thousand more at most are settled, and TAKE has
   the table with them, for CONTEXT.
   Given     a loader that packed nothing; TABLE as for pst_loader_pack
   Returned  as pst_loader_pack, and no rows
   Status    that of TAKE; as pst_loader_part: PST_BAD_DATA, PST_USAGE, PST_UNDEFINED, PST_IO, PST_NO_MEMORY
   Cost      one pass over the range; memory for MOST rows  */
typedef enum pst_status pst_tile_take(void *context, struct pst_error *error);
enum pst_status pst_loader_sum(struct pst_loader *loader, struct pst_table *table,
                               const struct pst_tile_range *range, size_t most, pst_tile_take *take,
                               void *context, struct pst_tile *tile, bool *has,
                               struct pst_buffer *rows, struct pst_buffer *rejects,
                               struct pst_error *error);

/* pst_loader_give: the rows of the files are those of the N TILES, in their order, which outlive LOADER.
   Given     tiles of these files, for the same questions, that cover them
   Returned  LOADER, for pst_loader_run or pst_loader_begin
   Status    PST_NO_MEMORY; from the loader afterwards PST_BAD_DATA for tiles of other columns, and PST_AGAIN
   Cost      O(1)  */
enum pst_status pst_loader_give(struct pst_loader *loader, const struct pst_tile *tiles, size_t n,
                                struct pst_error *error);

/* pst_loader_broken: after PST_AGAIN: while rows were taken, a tile that was read again stopped at *FROM, which is
   not where the next one starts.
   Given     LOADER, to which tiles were given
   Returned  the number of that next tile; that of all tiles where it is not so
   Cost      O(1)  */
size_t pst_loader_broken(const struct pst_loader *loader, unsigned long long *from);

#endif
