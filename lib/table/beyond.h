/* beyond.h -- how many different texts came beyond those that a dictionary keeps, without keeping them.

   2^14 bytes each hold the longest run of zeros among hashes that came there (Flajolet, Fusy, Gandouet & Meunier
   2007, HyperLogLog), and the estimate from them has no bias for few or many (Ertl 2017, arXiv:1702.01284,
   algorithm 6).  A text that comes again changes nothing, and no order does.

   All     Given     a struct pst_beyond, at first all zero
           Cost      16 KiB; a few nanoseconds a text
           Tested    test_beyond.c  */
#ifndef PST_TABLE_BEYOND_H
#define PST_TABLE_BEYOND_H

#include <stdint.h>

#include "base/text.h"

enum { PST_BEYOND_BITS = 14, PST_BEYOND_REGISTERS = 1 << PST_BEYOND_BITS };

struct pst_beyond {
  unsigned char longest[PST_BEYOND_REGISTERS];
  struct pst_buffer normal; /* of pst_beyond_form */
  size_t n_changed;
  char example[64]; /* one of those that had another form, as it is now */
};

/* pst_beyond_form: CELL, which is not to be kept, in the form in which load/texts.c puts texts that are.
   Returned  that text, good until the next call; what had another form is counted in n_changed */
struct pst_text pst_beyond_form(struct pst_beyond *beyond, struct pst_text cell);

/* pst_beyond_add: a text came.
   Given     HASH  its pst_hash_text
   Returned  nothing but that, in BEYOND */
void pst_beyond_add(struct pst_beyond *beyond, uint64_t hash);

/* pst_beyond_count: how many different ones came, about: the standard error is PST_BEYOND_ERROR of it.
   Returned  that number, not rounded
   Cost      O(registers)  */
#define PST_BEYOND_ERROR 0.0081
double pst_beyond_count(const struct pst_beyond *beyond);

#endif
