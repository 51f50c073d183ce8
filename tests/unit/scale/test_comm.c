/* The ranks of one piece of work: what the environment says of them, and bytes that go between three over pipes. */
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scale/comm.h"

static int ends[3][3]; /* ends[a][b]: where a writes to b and reads from b */
static size_t self;

static bool send_bytes(size_t to, const char *data, size_t size)
{
  for (size_t at = 0; at < size;) {
    ssize_t done = write(ends[self][to], data + at, size - at);

    if (done <= 0)
      return false;
    at += (size_t)done;
  }
  return true;
}

static bool receive_bytes(size_t from, char *data, size_t size)
{
  for (size_t at = 0; at < size;) {
    ssize_t done = read(ends[self][from], data + at, size - at);

    if (done <= 0)
      return false;
    at += (size_t)done;
  }
  return true;
}

static int closed;

static void close_all(void)
{
  closed++;
}

static const struct pst_carrier pipes = {send_bytes, receive_bytes, close_all};

static void connect_ends(size_t a, size_t b)
{
  int pair[2];

  assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
  ends[a][b] = pair[0];
  ends[b][a] = pair[1];
}

enum { LONG = 300000 };

/* Rank 1 sends much, rank 2 nothing; both hear "go on", which has a NUL. */
static int other_rank(size_t rank)
{
  struct pst_comm comm = {.rank = rank, .size = 3, .carrier = &pipes};
  struct pst_buffer text = {.size = 0};
  bool good;

  self = rank;
  pst_buffer_repeat(&text, 'x', rank == 1 ? LONG : 0);
  good = pst_comm_gather(&comm, (struct pst_text){pst_buffer_string(&text), text.size}, NULL, NULL)
             == PST_OK
         && pst_comm_tell(&comm, &text, NULL) == PST_OK && text.size == 5
         && memcmp(text.data, "go\0on", 5) == 0;
  pst_buffer_free(&text);
  return good ? 0 : 1;
}

static void three_ranks(void **state)
{
  struct pst_comm comm = {.rank = 0, .size = 3, .carrier = &pipes};
  struct pst_buffer all[3] = {{.size = 0}}, text = {.size = 0};
  int ended;

  (void)state;
  connect_ends(0, 1);
  connect_ends(0, 2);
  for (size_t rank = 1; rank < 3; rank++)
    if (fork() == 0)
      _exit(other_rank(rank));
  self = 0;
  assert_int_equal(pst_comm_gather(&comm, (struct pst_text){"mine", 4}, all, NULL), PST_OK);
  assert_string_equal(pst_buffer_string(&all[0]), "mine");
  assert_int_equal(all[1].size, LONG);
  assert_int_equal(all[1].data[LONG - 1], 'x');
  assert_int_equal(all[2].size, 0);
  pst_buffer_add(&text, "go\0on", 5);
  assert_int_equal(pst_comm_tell(&comm, &text, NULL), PST_OK);
  for (size_t rank = 1; rank < 3; rank++) {
    assert_true(wait(&ended) > 0);
    assert_int_equal(ended, 0);
  }
  for (size_t rank = 0; rank < 3; rank++)
    pst_buffer_free(&all[rank]);
  pst_buffer_free(&text);
}

/* What A has for B: their numbers, many times, so that whoever only sends would wait for ever. */
static void fill_for(size_t a, size_t b, struct pst_buffer *to)
{
  pst_buffer_repeat(to, (char)('0' + 3 * a + b), a == 2 && b == 1 ? 0 : LONG + a);
}

static bool exchange_as(size_t rank)
{
  struct pst_comm comm = {.rank = rank, .size = 3, .carrier = &pipes};
  struct pst_buffer to[3] = {{.size = 0}}, from[3] = {{.size = 0}};
  bool good = true;

  self = rank;
  for (size_t other = 0; other < 3; other++)
    fill_for(rank, other, &to[other]);
  good = pst_comm_exchange(&comm, to, from, NULL) == PST_OK;
  for (size_t other = 0; other < 3; other++) {
    struct pst_buffer want = {.size = 0};

    fill_for(other, rank, &want);
    good = good && to[other].size == 0 && from[other].size == want.size
           && (want.size == 0 || memcmp(from[other].data, want.data, want.size) == 0);
    pst_buffer_free(&want);
    pst_buffer_free(&from[other]);
  }
  return good;
}

static void each_to_each(void **state)
{
  int ended;

  (void)state;
  connect_ends(0, 1);
  connect_ends(0, 2);
  connect_ends(1, 2);
  for (size_t rank = 1; rank < 3; rank++)
    if (fork() == 0)
      _exit(exchange_as(rank) ? 0 : 1);
  assert_true(exchange_as(0));
  for (size_t rank = 1; rank < 3; rank++) {
    assert_true(wait(&ended) > 0);
    assert_int_equal(ended, 0);
  }
}

static void one_that_is_gone(void **state)
{
  struct pst_comm comm = {.rank = 0, .size = 2, .carrier = &pipes};
  struct pst_buffer all[2] = {{.size = 0}};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  connect_ends(0, 1);
  close(ends[1][0]);
  self = 0;
  assert_int_equal(pst_comm_gather(&comm, (struct pst_text){"", 0}, all, &error), PST_IO);
  assert_string_equal(error.message, "rank 1 cannot be reached");
  pst_buffer_free(&all[0]);
  pst_buffer_free(&all[1]);
}

static void ending(void **state)
{
  struct pst_comm comm = {.rank = 1, .size = 2, .carrier = &pipes}, alone = {.size = 1};

  (void)state;
  pst_comm_close(&comm);
  assert_int_equal(closed, 1);
  assert_int_equal(comm.size, 1);
  pst_comm_close(&comm);
  pst_comm_close(&alone);
  assert_int_equal(closed, 1);
}

static void forget(void)
{
  static const char *const names[] = {
      "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "PMIX_RANK", "PMI_RANK", "PMI_SIZE",
      "SLURM_STEP_NUM_TASKS", "SLURM_PROCID"};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    unsetenv(names[i]);
}

static void what_the_environment_says(void **state)
{
  size_t rank = 7, size = 7;

  (void)state;
  forget();
  assert_false(pst_comm_started(&rank, &size));
  assert_int_equal(rank, 0);
  assert_int_equal(size, 1);
  setenv("SLURM_PROCID", "2", 1);
  setenv("SLURM_STEP_NUM_TASKS", "4", 1);
  assert_false(pst_comm_started(&rank, &size));
  assert_int_equal(rank, 0);
  assert_int_equal(size, 4);
  setenv("PMIX_RANK", "2", 1);
  assert_true(pst_comm_started(&rank, &size));
  assert_int_equal(rank, 2);
  assert_int_equal(size, 4);
  setenv("OMPI_COMM_WORLD_RANK", "1", 1);
  setenv("OMPI_COMM_WORLD_SIZE", "three", 1);
  assert_true(pst_comm_started(&rank, &size));
  assert_int_equal(size, 4);
  setenv("OMPI_COMM_WORLD_SIZE", "3", 1);
  assert_true(pst_comm_started(&rank, &size));
  assert_int_equal(rank, 1);
  assert_int_equal(size, 3);
  setenv("OMPI_COMM_WORLD_SIZE", "1", 1);
  assert_false(pst_comm_started(&rank, &size));
  assert_int_equal(size, 1);
  forget();
}

/* Alone it is rank 0 of 1; several without a carrier are refused. */
static void opening(void **state)
{
  struct pst_comm comm;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  forget();
  assert_int_equal(pst_comm_open("/nowhere", &comm, NULL), PST_OK);
  assert_int_equal(comm.size, 1);
  assert_null(comm.carrier);
  setenv("OMPI_COMM_WORLD_RANK", "1", 1);
  setenv("OMPI_COMM_WORLD_SIZE", "3", 1);
  assert_int_equal(pst_comm_open("/nowhere", &comm, &error), PST_USAGE);
  assert_string_equal(error.message,
                      "3 processes were started to work together, and polstat-mpi.so is not there, "
                      "by which they do: build polstat where libopenmpi-dev is installed, or say "
                      "--ranks off, by which each works alone");
  forget();
  setenv("SLURM_PROCID", "2", 1);
  setenv("SLURM_STEP_NUM_TASKS", "4", 1);
  error = (struct pst_error){.status = PST_OK};
  assert_int_equal(pst_comm_open("", &comm, &error), PST_USAGE);
  assert_string_equal(
      error.message,
      "srun started 4 tasks that do not know of each other: say srun --mpi=pmix, by which they "
      "work together, --part slurm, by which each reads its part, or --ranks off, by which each "
      "works alone");
  forget();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(three_ranks),
      cmocka_unit_test(each_to_each),
      cmocka_unit_test(one_that_is_gone),
      cmocka_unit_test(ending),
      cmocka_unit_test(what_the_environment_says),
      cmocka_unit_test(opening),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
