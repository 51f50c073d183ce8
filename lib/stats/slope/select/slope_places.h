/* slope_places.h -- where a place among the slopes is expected, from a sample and from counts.

   Given     places of ranks; LEAST and MOST, ranks near each other
   Returned  what each says
   Tested    test_slopes.c, by way of slopes.h: what is expected costs time, never a value */
#ifndef PST_STATS_SLOPE_SELECT_SLOPE_PLACES_H
#define PST_STATS_SLOPE_SELECT_SLOPE_PLACES_H

#include "stats/slope/select/slope_bracket.h"

enum { PST_SLOPE_KNOTS = 257, PST_SLOPE_COUNTS = 128 };

struct pst_slope_places {
  size_t n_knots; /* slopes of a sample, and the places where they are expected among all */
  double knot[PST_SLOPE_KNOTS], at[PST_SLOPE_KNOTS];
  double drawn; /* size of the sample */
  size_t n_counts;
  struct pst_slope_counted {
    double s;
    uint64_t count;           /* slopes not above s */
  } counts[PST_SLOPE_COUNTS]; /* in order; the first and the last are infinite */
  double slopes;              /* of all pairs */
  double near;                /* as far from a place as the ends of its bracket should be */
  double error;               /* of the last that was expected, relative to how far it was */
};

/* A slope at which to count, and what is expected there. */
struct pst_slope_aim {
  double s, place, distance;
  bool below; /* it is to be the low end of the bracket */
};

/* pst_slope_places_begin: nothing counted yet; a sample is drawn.
   Given     search  its COUNT ranks; most of its pairs have different x
   Returned  places
   Cost      O(sample) */
void pst_slope_places_begin(struct pst_slope_places *places, struct pst_slope_search *search,
                            size_t count);

/* pst_slope_places_around: the nearest counts below LEAST, and at MOST or above, as a bracket.
   pst_slope_places_aim: where to count next to make BRACKET narrower.
   pst_slope_places_count: COUNT slopes are not above the slope of AIM.
   Returned  true; false when there is nothing to go by
   Cost      O(counts) */
struct pst_slope_bracket pst_slope_places_around(const struct pst_slope_places *places,
                                                 uint64_t least, uint64_t most);
bool pst_slope_places_aim(const struct pst_slope_places *places,
                          const struct pst_slope_bracket *bracket, uint64_t least, uint64_t most,
                          struct pst_slope_aim *aim);
void pst_slope_places_count(struct pst_slope_places *places, const struct pst_slope_aim *aim,
                            uint64_t count);

#endif
