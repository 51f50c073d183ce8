/* request.h -- a question to the driver as JSON, and its answer.

   Numbers that are null are missing, NaN here.  An answer has null for NaN, "Inf" and "-Inf" for the
   infinities.  A request that is not of the form asked for ends the driver with status 2. */
#ifndef PST_TESTS_REFERENCE_INDICATOR_REQUEST_H
#define PST_TESTS_REFERENCE_INDICATOR_REQUEST_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct request {
  const json_t *in;
  json_t *out;
  struct pst_arena *arena;
};

/* A kernel that answers; a table of them ends with a name of NULL. */
typedef enum pst_status request_kernel(struct request *request, struct pst_error *error);

struct request_entry {
  const char *name;
  request_kernel *kernel;
};

extern const struct request_entry request_rows[];
extern const struct request_entry request_concentration[];
extern const struct request_entry request_specialisation[];
extern const struct request_entry request_composite[];

double request_number(const struct request *request, const char *key);
long request_whole(const struct request *request, const char *key);
bool request_flag(const struct request *request, const char *key); /* false when absent */
const char *request_text(const struct request *request, const char *key);
size_t request_count(const struct request *request,
                     const char *key); /* of an array; 0 when absent */
double *request_numbers(const struct request *request, const char *key);
size_t *request_codes(const struct request *request, const char *key);
long *request_wholes(const struct request *request, const char *key);

void answer_number(struct request *request, const char *key, double value);
void answer_numbers(struct request *request, const char *key, const double *values, size_t n);
void answer_codes(struct request *request, const char *key, const size_t *values, size_t n);

/* request_room: COUNT numbers, or the end of the driver. */
double *request_room(const struct request *request, size_t count);

#endif
