/* cell_pick.h -- one of the values of a cell: the least, the greatest, the first or the last. */
#ifndef PST_TABLE_GROUP_CELL_PICK_H
#define PST_TABLE_GROUP_CELL_PICK_H

#include "interval/bounded.h"
#include "table/group/cells.h"

struct pst_cell_pick {
  struct pst_bounds bounds; /* a point where it is known */
  unsigned long long place; /* of its row among all rows; 0 of the least and the greatest */
};

/* pst_cell_picks: HOW is one of them.
   Given     HOW, any aggregate
   Returned  the answer
   Cost      O(1)
   Tested    test_cells.c, by way of cells.h  */
bool pst_cell_picks(enum pst_aggregate how);

/* pst_cell_pick_add: the value BOUNDS of the row PLACE beside that of *PICK, NULL at first.  Of bounded values the
   least is known by bounds: >10 and 15 are (10,15], >10 and 5 are 5.
   Given     HOW, one of them; no two rows have one PLACE
   Returned  true and *PICK, whatever the order of the values; false when memory is out
   Cost      O(1)
   Tested    test_cells.c, test_cells_merge.c, by way of cells.h  */
bool pst_cell_pick_add(struct pst_cell_pick **pick, enum pst_aggregate how,
                       const struct pst_bounds *bounds, unsigned long long place);

/* pst_cell_pick_shift: there are ROWS rows more before that of PICK, which may be NULL.
   Given     HOW, any aggregate
   Returned  PICK
   Cost      O(1)
   Tested    test_cells_merge.c, by way of cells.h  */
void pst_cell_pick_shift(struct pst_cell_pick *pick, enum pst_aggregate how,
                         unsigned long long rows);

#endif
