/* kind_read.h -- what may stand in the brackets of a kind.  For kinds.c. */
#ifndef PST_INDICATOR_KIND_READ_H
#define PST_INDICATOR_KIND_READ_H

#include "indicator/frame/kind.h"

pst_indicator_read pst_kind_read_known, pst_kind_read_base, pst_kind_read_lag, pst_kind_read_steps,
    pst_kind_read_contribution, pst_kind_read_average, pst_kind_read_sum, pst_kind_read_entity,
    pst_kind_read_column, pst_kind_read_deflate, pst_kind_read_tiles, pst_kind_read_population,
    pst_kind_read_structure, pst_kind_read_duncan;

#endif
