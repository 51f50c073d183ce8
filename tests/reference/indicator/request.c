/* request.c -- the numbers and texts of a question to the driver, and its answer as JSON. */
#include "request.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const json_t *find(const struct request *request, const char *key)
{
  const json_t *value = json_object_get(request->in, key);

  if (value == NULL) {
    fprintf(stderr, "driver: the request has no %s\n", key);
    exit(2);
  }
  return value;
}

static double as_number(const json_t *value)
{
  return json_is_number(value) ? json_number_value(value) : (double)NAN;
}

double request_number(const struct request *request, const char *key)
{
  return as_number(find(request, key));
}

long request_whole(const struct request *request, const char *key)
{
  return (long)json_integer_value(find(request, key));
}

bool request_flag(const struct request *request, const char *key)
{
  return json_is_true(json_object_get(request->in, key));
}

const char *request_text(const struct request *request, const char *key)
{
  return json_string_value(find(request, key));
}

size_t request_count(const struct request *request, const char *key)
{
  return json_array_size(json_object_get(request->in, key));
}

static void *room(const struct request *request, size_t count, size_t size)
{
  void *place = pst_arena_array(request->arena, count + 1, size);

  if (place == NULL) {
    fputs("driver: out of memory\n", stderr);
    exit(4);
  }
  return place;
}

double *request_room(const struct request *request, size_t count)
{
  return room(request, count, sizeof(double));
}

double *request_numbers(const struct request *request, const char *key)
{
  const json_t *array = find(request, key);
  double *values = request_room(request, json_array_size(array));

  for (size_t i = 0; i < json_array_size(array); i++)
    values[i] = as_number(json_array_get(array, i));
  return values;
}

size_t *request_codes(const struct request *request, const char *key)
{
  const json_t *array = find(request, key);
  size_t *values = room(request, json_array_size(array), sizeof *values);

  for (size_t i = 0; i < json_array_size(array); i++)
    values[i] = (size_t)json_integer_value(json_array_get(array, i));
  return values;
}

long *request_wholes(const struct request *request, const char *key)
{
  const json_t *array = find(request, key);
  long *values = room(request, json_array_size(array), sizeof *values);

  for (size_t i = 0; i < json_array_size(array); i++)
    values[i] = (long)json_integer_value(json_array_get(array, i));
  return values;
}

static json_t *number(double value)
{
  if (isnan(value))
    return json_null();
  if (isinf(value))
    return json_string(value > 0 ? "Inf" : "-Inf");
  return json_real(value);
}

void answer_number(struct request *request, const char *key, double value)
{
  json_object_set_new(request->out, key, number(value));
}

void answer_numbers(struct request *request, const char *key, const double *values, size_t n)
{
  json_t *array = json_array();

  for (size_t i = 0; i < n; i++)
    json_array_append_new(array, number(values[i]));
  json_object_set_new(request->out, key, array);
}

/* A code of 0 is a rank that does not exist. */
void answer_codes(struct request *request, const char *key, const size_t *values, size_t n)
{
  double *numbers = request_room(request, n);

  for (size_t i = 0; i < n; i++)
    numbers[i] = values[i] == 0 ? (double)NAN : (double)values[i];
  answer_numbers(request, key, numbers, n);
}
