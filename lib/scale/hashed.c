/* hashed.c -- partial files that one program has hashed, for the program that it becomes. */
#include "scale/hashed.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char variable[] = "POLSTAT_PARTS_HASHED";

void pst_hashed_key(const char *const *paths, size_t n, char key[PST_HASHED_SIZE])
{
  struct sha256_ctx context;
  uint8_t digest[SHA256_DIGEST_SIZE];

  key[0] = '\0';
  sha256_init(&context);
  for (size_t i = 0; i < n; i++) {
    struct stat about;
    uint64_t numbers[7];

    if (stat(paths[i], &about) != 0)
      return;
    numbers[0] = (uint64_t)about.st_dev;
    numbers[1] = (uint64_t)about.st_ino;
    numbers[2] = (uint64_t)about.st_size;
    numbers[3] = (uint64_t)about.st_mtim.tv_sec;
    numbers[4] = (uint64_t)about.st_mtim.tv_nsec;
    numbers[5] = (uint64_t)about.st_ctim.tv_sec;
    numbers[6] = (uint64_t)about.st_ctim.tv_nsec;
    sha256_update(&context, sizeof numbers, (const uint8_t *)numbers);
  }
  sha256_digest(&context, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++)
    snprintf(key + 2 * i, 3, "%02x", digest[i]);
}

bool pst_hashed_note(const char *key)
{
  return setenv(variable, key, 1) == 0;
}

bool pst_hashed_noted(const char *key)
{
  const char *noted = getenv(variable);

  return key[0] != '\0' && noted != NULL && strcmp(noted, key) == 0;
}
