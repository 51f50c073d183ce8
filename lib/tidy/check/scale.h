/* scale.h -- decimals times a power of ten, exactly. */
#ifndef PST_TIDY_CHECK_SCALE_H
#define PST_TIDY_CHECK_SCALE_H

#include "base/text.h"

/* pst_scale_power: TEXT as the power of ten of a unit: 6, `Millions`, `6: Millions`, `Units`; false for
   anything else. */
bool pst_scale_power(struct pst_text text, int *power);

/* pst_scale_none: TEXT, a power of ten, as that of values which are multiplied by it: `0`, `Units`. */
struct pst_text pst_scale_none(struct pst_text text);

/* pst_scale_is_label: a column called NAME says in words what another says in powers of ten. */
bool pst_scale_is_label(const char *name);

/* pst_scale_shift: NUMBER, a decimal with a point, digits and a sign or an inequality before them, times
   ten to POWER, into OUT.  False when it has another form (an interval); OUT is then untouched.
   Tested    test_scale.c  */
bool pst_scale_shift(struct pst_text number, int power, struct pst_buffer *out);

#endif
