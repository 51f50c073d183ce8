/* hashed.h -- partial files that one program has hashed, for the program that it becomes: they need not be hashed again as long as
   they are the same files, which nobody has written to.

   All     Given     paths
           Cost      a look at each file
           Tested    test_hashed.c  */
#ifndef PST_SCALE_HASHED_H
#define PST_SCALE_HASHED_H

#include <stdbool.h>
#include <stddef.h>

enum { PST_HASHED_SIZE = 65 };

/* pst_hashed_key: which files the N at PATHS are, as they are now: their places on the disk, sizes and times.
   Returned  KEY; "" where one is not there  */
void pst_hashed_key(const char *const *paths, size_t n, char key[PST_HASHED_SIZE]);

/* pst_hashed_note: the files of KEY are whole; what this process becomes is told so.
   Returned  false when memory is out  */
bool pst_hashed_note(const char *key);

/* pst_hashed_noted: the program that became this one has noted KEY.
   Returned  the answer  */
bool pst_hashed_noted(const char *key);

#endif
