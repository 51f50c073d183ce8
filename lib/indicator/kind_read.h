/* kind_read.h -- what may stand in the brackets of a kind.  For kinds.c. */
#ifndef PST_INDICATOR_KIND_READ_H
#define PST_INDICATOR_KIND_READ_H

#include "indicator/frame/kind.h"

pst_indicator_read pst_read_known, pst_read_base, pst_read_lag, pst_read_steps,
    pst_read_contribution, pst_read_average, pst_read_sum, pst_read_entity, pst_read_column,
    pst_read_deflate, pst_read_tiles, pst_read_population, pst_read_structure, pst_read_duncan;

#endif
