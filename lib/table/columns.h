/* columns.h -- columns by name, or #3 for the third.

   All     Given     N names, none NULL, and NAME, all UTF-8
           Returned  *FIELD, from 0; nothing where there is none
           Cost      O(N)
           Tested    test_columns.c  */
#ifndef PST_TABLE_COLUMNS_H
#define PST_TABLE_COLUMNS_H

#include <stddef.h>

#include "base/error.h"

enum pst_columns_found { PST_COLUMNS_NONE, PST_COLUMNS_ONE, PST_COLUMNS_SEVERAL };

/* pst_columns_find: NAME among the N NAMES; *FIELD is the first that matches. */
enum pst_columns_found pst_columns_find(const char *const *names, size_t n, const char *name,
                                        size_t *field);

/* pst_columns_resolve: the same for one column; FILE is named in messages.
   Status    PST_USAGE with near matches, or the columns there are, where none matches, and with the fields
             where several do  */
enum pst_status pst_columns_resolve(const char *const *names, size_t n, const char *name,
                                    const char *file, size_t *field, struct pst_error *error);

#endif
