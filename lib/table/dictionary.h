/* dictionary.h -- each distinct text once, numbered by first appearance.

   All     Given     texts of any bytes, which are copied; codes that pst_dictionary_add gave
           Returned  the code, below count, or the text, good until pst_dictionary_free
           Cost      O(size of the text), the hash grows by doubling
           Tested    test_dictionary.c  */
#ifndef PST_TABLE_DICTIONARY_H
#define PST_TABLE_DICTIONARY_H

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "table/beyond.h"

#define PST_CODE_MISSING 0xFFFFFFFFU
#define PST_CODE_BEYOND 0xFFFFFFFEU /* a text that is not kept */

/* All zero is empty. */
struct pst_dictionary {
  struct pst_text *texts; /* closed by NUL, so that .data is a C string */
  unsigned count;
  size_t capacity;
  struct pst_hash codes;
  struct pst_arena arena;
  struct pst_beyond *beyond; /* NULL: all texts are kept */
  size_t most;               /* else so many */
};

/* pst_dictionary_add: the code of TEXT, new if it was not there; PST_CODE_MISSING when memory or
   the 2^32 - 1 codes are out. */
unsigned pst_dictionary_add(struct pst_dictionary *dictionary, struct pst_text text);

/* pst_dictionary_close: when there are MOST texts, others get the code PST_CODE_BEYOND, and are counted by beyond.h;
   false when memory is out. */
bool pst_dictionary_close(struct pst_dictionary *dictionary, size_t most);

/* pst_dictionary_add_all: CODES, as pst_dictionary_add gives them one after the other, of N <= PST_DICTIONARY_TOGETHER
   texts, which are looked up together: in a large dictionary each waits for memory, and they wait at the same time.
   False when memory or the codes are out. */
enum { PST_DICTIONARY_TOGETHER = 32 };
bool pst_dictionary_add_all(struct pst_dictionary *dictionary, const struct pst_text *texts,
                            size_t n, unsigned *codes);

/* pst_dictionary_find: the code of TEXT, or PST_CODE_MISSING. */
unsigned pst_dictionary_find(const struct pst_dictionary *dictionary, struct pst_text text);

/* pst_dictionary_string: the text of CODE as a C string. */
const char *pst_dictionary_string(const struct pst_dictionary *dictionary, unsigned code);

/* pst_dictionary_free: the texts; the dictionary is then empty. */
void pst_dictionary_free(struct pst_dictionary *dictionary);

#endif
