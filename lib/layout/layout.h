/* layout.h -- what agencies publish: recognised by their headers, one file an agency. */
#ifndef PST_LAYOUT_LAYOUT_H
#define PST_LAYOUT_LAYOUT_H

#include "layout/frame.h"

struct pst_layout {
  const char *name;           /* for --layout */
  const char *summary;        /* one line */
  const char *const *missing; /* tokens, closed by NULL, besides the empty cell */
  const char *flags;          /* letters of flags inside cells; NULL: e p r f after a blank */
  bool flags_alone;           /* as in struct pst_value_rules */
  enum pst_parentheses parentheses;
  bool triangles;         /* as in struct pst_value_rules */
  char native;            /* decimal mark that the layout defines; 0: none */
  bool grouped;           /* it prints the other mark between thousands */
  bool codes_with_points; /* its keys may be written so: 1.1, a target */
  const char *parted; /* delimiters of the agency; NULL: the comma.  A file that is parted otherwise
                         has been saved again, perhaps with other marks: the native one is void */
  /* Whether the file is a header line and records, nothing else: other programs read it as it is.
     NULL: never. */
  bool (*table)(const struct pst_sheet *sheet, size_t header);
  /* Whether SHEET has this layout: then *HEADER is its header row and WHY says by what. */
  bool (*recognise)(const struct pst_sheet *sheet, size_t *header, char why[256]);
  /* Make the frame; frame->header is what recognise found. */
  enum pst_status (*read)(struct pst_frame *frame, struct pst_error *error);
};

/* All layouts, the most particular first; the last one is `plain`, which takes any table. */
extern const struct pst_layout *const pst_layouts[];
extern const size_t pst_n_layouts;

/* pst_layout_find: the layout called NAME; PST_USAGE with near names. */
enum pst_status pst_layout_find(const char *name, const struct pst_layout **layout,
                                struct pst_error *error);

/* pst_layout_recognise: the first layout that knows SHEET; `plain` knows all. */
const struct pst_layout *pst_layout_recognise(const struct pst_sheet *sheet, size_t *header,
                                              char why[256]);

/* pst_layout_frame: the frame of SHEET in LAYOUT, kept in ARENA, as ASKED.
   Status    PST_BAD_DATA when the sheet has no table of that layout; PST_NO_MEMORY  */
enum pst_status pst_layout_frame(const struct pst_layout *layout, const struct pst_sheet *sheet,
                                 const struct pst_asked *asked, struct pst_arena *arena,
                                 struct pst_frame *frame, struct pst_error *error);

/* pst_layout_first_line: for `table`: the header is the first row. */
bool pst_layout_first_line(const struct pst_sheet *sheet, size_t header);

/* For the layouts: row of SHEET, among its first 60, that has a cell equal (ASCII case does not
   matter) to each of the N names, or PST_NO_COLUMN. */
size_t pst_layout_row_with(const struct pst_sheet *sheet, const char *const *names, size_t n);

/* pst_layout_sees: the same for recognise: *HEADER is that row, WHY names the columns. */
bool pst_layout_sees(const struct pst_sheet *sheet, const char *const *names, size_t n,
                     size_t *header, char why[256]);

/* pst_layout_has: the column of the cell NAME in ROW, or PST_NO_COLUMN. */
size_t pst_layout_has(const struct pst_sheet *sheet, size_t row, const char *name);

extern const struct pst_layout pst_layout_worldbank, pst_layout_databank, pst_layout_oecd,
    pst_layout_uis, pst_layout_sdmx, pst_layout_eurostat, pst_layout_weo, pst_layout_undata,
    pst_layout_comtrade, pst_layout_faostat, pst_layout_owid, pst_layout_estat, pst_layout_genesis,
    pst_layout_gho, pst_layout_sdg, pst_layout_bls, pst_layout_fishstat, pst_layout_statline,
    pst_layout_ons_v4, pst_layout_insee, pst_layout_ons, pst_layout_bdf, pst_layout_plain,
    pst_layout_statcan, pst_layout_ilostat, pst_layout_pxweb, pst_layout_series;

/* pst_layout_any_missing: tokens that nobody uses for anything but a missing cell; of plain tables, and of layouts that are
   known by their title alone.  Ends with NULL. */
extern const char *const pst_layout_any_missing[];

#endif
