/* list.h -- a growable list of C strings in an arena, and the words of `--by a,"b,c"`. */
#ifndef PST_CLI_LIST_H
#define PST_CLI_LIST_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

/* All zero is the empty list. */
struct pst_list {
  const char **items;
  size_t count;
  size_t capacity;
};

/* pst_list_add: keep the pointer ITEM at the end of LIST; PST_NO_MEMORY or PST_OK. */
enum pst_status pst_list_add(struct pst_list *list, struct pst_arena *arena, const char *item,
                             struct pst_error *error);

/* pst_list_split: append the items of TEXT, which stand between commas.
   Given     an item that starts with a double quote ends at the closing one; "" inside it is one
             quote, commas inside it are its own.  Blanks are kept: they may belong to a name
   Status    PST_USAGE for an empty item (a quoted "" is allowed), for a quote that does not close
             and for text after a closing quote; PST_NO_MEMORY
   Tested    test_option_list.c  */
enum pst_status pst_list_split(struct pst_list *list, struct pst_arena *arena, const char *text,
                               struct pst_error *error);

/* pst_list_split_calls: the same of TEXT whose items may have brackets, "index(2000),share(of known)": commas
   inside brackets or quotes do not part; quotes stay; blanks around an item do not.
   Status    PST_USAGE for an empty item; PST_NO_MEMORY
   Tested    test_option_list.c  */
enum pst_status pst_list_split_calls(struct pst_list *list, struct pst_arena *arena,
                                     const char *text, struct pst_error *error);

#endif
