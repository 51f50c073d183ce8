/* shared.h -- the options of input, country and output that programs have in common, written once.

   Each gives the option with its name, letter, kind, choices and group, set to write to TO; HELP is the
   phrase of a program in which the usual one would not be true, or NULL. */
#ifndef PST_CLI_SHARED_H
#define PST_CLI_SHARED_H

#include "cli/option.h"

/* --on-bad; only tidy mends */
enum pst_on_bad { PST_ON_BAD_FAIL, PST_ON_BAD_SKIP, PST_ON_BAD_MEND };

/* input */
struct pst_option pst_option_layout(const char **to, const char *help);
struct pst_option pst_option_delimiter(char *to, const char *help);
struct pst_option pst_option_encoding(const char **to, const char *help);
struct pst_option pst_option_decimal(char *to, const char *help);
struct pst_option pst_option_thousands(char *to, const char *help);
struct pst_option pst_option_missing(struct pst_list *to, const char *help);
struct pst_option pst_option_on_bad(unsigned *to, const char *help);

/* countries; the choices of --country-to are in the order of enum pst_country_form */
struct pst_option pst_option_country(struct pst_list *to, const char *help);
struct pst_option pst_option_country_to(unsigned *to, bool *given);

struct pst_option pst_option_countries_only(bool *to);

/* pst_option_check_country_to: PST_USAGE when --country-to (GIVEN) or --countries-only (ONLY) was given and no
   --country. */
enum pst_status pst_option_check_country_to(bool given, bool only, const struct pst_list *country,
                                            struct pst_error *error);

/* output */
struct pst_option pst_option_output(const char **to, const char *argument, const char *help);
struct pst_option pst_option_format(const char *const *choices, unsigned *to, bool *given,
                                    const char *help);
struct pst_option pst_option_width(size_t *to);

/* running */
struct pst_option pst_option_quiet(bool *to, const char *help);
struct pst_option pst_option_verbose(bool *to, const char *help);
struct pst_option pst_option_color(unsigned *to, const char *help);

#endif
