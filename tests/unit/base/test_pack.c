/* What is packed is unpacked, and what is torn is found out. */
#include "check.h"

#include <math.h>

#include "base/pack.h"

static void what_is_packed_is_unpacked(void **state)
{
  static const char bytes[] = "\x88\x77\x66\x55\x44\x33\x22\x11";
  struct pst_buffer out = {.data = NULL};
  struct pst_unpack in;

  (void)state;
  pst_pack_number(&out, UINT64_C(0x1122334455667788));
  assert_memory_equal(out.data, bytes, 8);
  pst_pack_double(&out, -0.0);
  pst_pack_text(&out, pst_text_of("G\xc3\xb6teborg"));
  pst_pack_text(&out, pst_text_of(""));
  pst_pack_double(&out, 0x1p-1074);
  in = (struct pst_unpack){.left = {.data = out.data, .size = out.size}};
  assert_true(pst_unpack_number(&in) == UINT64_C(0x1122334455667788));
  assert_true(signbit(pst_unpack_double(&in)));
  assert_true(pst_text_is(pst_unpack_text(&in), "G\xc3\xb6teborg"));
  assert_int_equal(pst_unpack_text(&in).size, 0);
  assert_true(pst_unpack_double(&in) == 0x1p-1074);
  assert_false(in.failed);
  assert_int_equal(in.left.size, 0);
  pst_buffer_free(&out);
}

/* Cut at any byte, it has failed by its end, and gives nothing beyond it. */
static void what_is_torn_has_failed(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_pack_text(&out, pst_text_of("text"));
  pst_pack_number(&out, 3);
  for (size_t size = 0; size < out.size; size++) {
    struct pst_unpack in = {.left = {.data = out.data, .size = size}};

    pst_unpack_text(&in);
    assert_int_equal(pst_unpack_number(&in), 0);
    assert_true(in.failed);
    assert_int_equal(pst_unpack_text(&in).size, 0);
  }
  pst_buffer_free(&out);
}

static void counts_are_held_to_what_is_left(void **state)
{
  struct pst_buffer out = {.data = NULL};
  struct pst_unpack in;

  (void)state;
  pst_pack_number(&out, 2);
  pst_pack_number(&out, 10);
  pst_pack_number(&out, 11);
  in = (struct pst_unpack){.left = {.data = out.data, .size = out.size}};
  assert_int_equal(pst_unpack_count(&in, 8), 2);
  assert_false(in.failed);
  in = (struct pst_unpack){.left = {.data = out.data, .size = out.size}};
  assert_int_equal(pst_unpack_count(&in, 9), 0);
  assert_true(in.failed);
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_packed_is_unpacked),
      cmocka_unit_test(what_is_torn_has_failed),
      cmocka_unit_test(counts_are_held_to_what_is_left),
  };

  return cmocka_run_group_tests_name("pack", tests, NULL, NULL);
}
