/* split_neon.c -- masks by 16 bytes at a time: NEON, which every AArch64 processor has. */
#ifdef __aarch64__

#include <arm_neon.h>

#define KERNEL_TARGET

#include "table/split/kernel.h"

/* Bit I: byte I of the four is all ones. */
KERNEL uint64_t bits_of(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d)
{
  const uint8x16_t weight = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t ab = vpaddq_u8(vandq_u8(a, weight), vandq_u8(b, weight)),
             cd = vpaddq_u8(vandq_u8(c, weight), vandq_u8(d, weight)), all = vpaddq_u8(ab, cd);

  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
}

KERNEL uint64_t equal_bytes(const uint8x16_t part[4], char byte)
{
  uint8x16_t all = vdupq_n_u8((uint8_t)byte);

  return bits_of(vceqq_u8(part[0], all), vceqq_u8(part[1], all), vceqq_u8(part[2], all),
                 vceqq_u8(part[3], all));
}

KERNEL uint64_t high_bytes(const uint8x16_t part[4])
{
  uint8x16_t high = vdupq_n_u8(0x80);

  return bits_of(vcgeq_u8(part[0], high), vcgeq_u8(part[1], high), vcgeq_u8(part[2], high),
                 vcgeq_u8(part[3], high));
}

KERNEL struct pst_split_masks kernel_masks(const char *data, char delimiter)
{
  const uint8_t *from = (const uint8_t *)data;
  const uint8x16_t part[4] = {vld1q_u8(from), vld1q_u8(from + 16), vld1q_u8(from + 32),
                              vld1q_u8(from + 48)};

  return (struct pst_split_masks){
      .quote = equal_bytes(part, '"'),
      .delimiter = equal_bytes(part, delimiter),
      .lf = equal_bytes(part, '\n'),
      .cr = equal_bytes(part, '\r'),
      .high = high_bytes(part),
      .nul = equal_bytes(part, '\0'),
  };
}

static struct pst_split_masks masks(const char *data, char delimiter)
{
  return kernel_masks(data, delimiter);
}

static enum pst_split_end split(struct pst_split *s)
{
  return kernel_run(s);
}

static bool has(void)
{
  return true;
}

const struct pst_split_way pst_split_neon = {
    .name = "neon", .has = has, .masks = masks, .split = split};

#else
typedef int pst_split_no_neon; /* ISO C wants something here */
#endif
