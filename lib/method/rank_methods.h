/* rank_methods.h -- what correlate and rank --agreement say of Kendall's and Spearman's measures. */
#ifndef PST_METHOD_RANK_METHODS_H
#define PST_METHOD_RANK_METHODS_H

/* The reach of their exact p-values, for --method list. */
#define PST_KENDALL_REACH                                                                          \
  "exact to n = 500 with ties in one column; with ties in both while the product of (t + 1) "      \
  "times "                                                                                         \
  "the range of S is at most 1e8 (two items of five levels: about 41 rows); beyond, normal; "      \
  "permutation"
#define PST_SPEARMAN_REACH                                                                         \
  "exact to n = 22 without ties, with ties while the tables allow (docs/METHODS.md); beyond, t; "  \
  "permutation"

/* The terms of kendall with MAIN first, as an initialiser. */
#define PST_KENDALL_TERMS(main, a, c)                                                              \
  {                                                                                                \
    {main, PST_UNIT_NONE}, {"S", PST_UNIT_NONE}, {"var_S", PST_UNIT_NONE},                         \
        {"concordant", PST_UNIT_NONE}, {"discordant", PST_UNIT_NONE}, {"tied_x", PST_UNIT_NONE},   \
        {"tied_y", PST_UNIT_NONE}, {"tied_both", PST_UNIT_NONE}, {a, PST_UNIT_NONE},               \
        {c, PST_UNIT_NONE}, {"gamma", PST_UNIT_NONE}, {"somers-yx", PST_UNIT_NONE},                \
    {                                                                                              \
      "somers-xy", PST_UNIT_NONE                                                                   \
    }                                                                                              \
  }

#endif
