/* pack.h -- numbers and texts as bytes that are the same on every machine: 64 bits, the lowest byte first.

   Pack      appends to a buffer, which stays failed when memory is out
   Unpack    takes from the front; once there is too little, or a text is longer than what is left, it has failed, and
             all that follows is 0 or empty: to be asked once, at the end
   All     Cost      O(bytes)
           Tested    test_pack.c  */
#ifndef PST_BASE_PACK_H
#define PST_BASE_PACK_H

#include "base/text.h"

static inline void pst_pack_number(struct pst_buffer *out, uint64_t number)
{
  char bytes[8];

  for (int i = 0; i < 8; i++)
    bytes[i] = (char)(unsigned char)(number >> (8 * i));
  pst_buffer_add(out, bytes, sizeof bytes);
}

static inline void pst_pack_double(struct pst_buffer *out, double value)
{
  uint64_t bits;

  memcpy(&bits, &value, sizeof bits);
  pst_pack_number(out, bits);
}

/* Its size, and its bytes. */
static inline void pst_pack_text(struct pst_buffer *out, struct pst_text text)
{
  pst_pack_number(out, text.size);
  pst_buffer_add(out, text.data, text.size);
}

/* N numbers of SIZE bytes each, of which the lowest stands first, as in an array: ARRAY may be NULL for none. */
static inline void pst_pack_array(struct pst_buffer *out, const void *array, size_t size, size_t n)
{
  const char *bytes = (const char *)array;

  if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__) {
    pst_buffer_add(out, n == 0 ? "" : bytes, n * size);
    return;
  }
  for (size_t i = 0; i < n; i++)
    for (size_t b = size; b > 0; b--)
      pst_buffer_putc(out, bytes[i * size + b - 1]);
}

/* The N numbers from BYTES on, into ARRAY. */
static inline void pst_unpack_array(void *array, const char *bytes, size_t size, size_t n)
{
  char *to = (char *)array;

  if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__) {
    if (n > 0)
      memcpy(to, bytes, n * size);
    return;
  }
  for (size_t i = 0; i < n; i++)
    for (size_t b = 0; b < size; b++)
      to[i * size + b] = bytes[i * size + size - 1 - b];
}

struct pst_unpack {
  struct pst_text left;
  bool failed;
};

/* pst_unpack_bytes: the next SIZE bytes, as they stand. */
static inline struct pst_text pst_unpack_bytes(struct pst_unpack *in, uint64_t size)
{
  struct pst_text bytes = {.data = in->left.data, .size = (size_t)size};

  in->failed = in->failed || size > in->left.size;
  if (in->failed)
    return (struct pst_text){.data = "", .size = 0};
  in->left.data += size;
  in->left.size -= (size_t)size;
  return bytes;
}

static inline uint64_t pst_unpack_number(struct pst_unpack *in)
{
  struct pst_text bytes = pst_unpack_bytes(in, 8);
  uint64_t number = 0;

  for (size_t i = 0; i < bytes.size; i++)
    number |= (uint64_t)(unsigned char)bytes.data[i] << (8 * i);
  return number;
}

static inline double pst_unpack_double(struct pst_unpack *in)
{
  uint64_t bits = pst_unpack_number(in);
  double value;

  memcpy(&value, &bits, sizeof value);
  return value;
}

static inline struct pst_text pst_unpack_text(struct pst_unpack *in)
{
  return pst_unpack_bytes(in, pst_unpack_number(in));
}

/* pst_unpack_count: a number of things of at least SIZE bytes each, so that a torn count asks for no memory. */
static inline size_t pst_unpack_count(struct pst_unpack *in, size_t size)
{
  uint64_t count = pst_unpack_number(in);

  in->failed = in->failed || count > in->left.size / size;
  return in->failed ? 0 : (size_t)count;
}

#endif
