/* sites.c -- a library to preload: a polstat program tells from where it asks for memory, or gets none where
   POLSTAT_SITE says, the first time that it asks there.

   POLSTAT_SITES names a folder; a file a process is written there: its program, a line `site NUMBER PLACE...` for each
   stack that asked (places in the program, the innermost first), `refused`, `signal NUMBER` of a fall, and `end STATUS` where it came to its end.  */
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

enum { LOOK = 40, DEPTH = 10, KNOWN = 1 << 16 };

static uintptr_t base, low, high; /* of the program, not of its libraries */
static uint64_t wanted, known[KNOWN];
static int log_file = -1;
static bool active;
static atomic_bool refused;
static atomic_flag lock = ATOMIC_FLAG_INIT;
static __thread bool inside __attribute__((tls_model("initial-exec")));

static int find_program(struct dl_phdr_info *info, size_t size, void *data)
{
  (void)size;
  (void)data;
  base = info->dlpi_addr;
  for (int i = 0; i < info->dlpi_phnum; i++)
    if (info->dlpi_phdr[i].p_type == PT_LOAD && (info->dlpi_phdr[i].p_flags & PF_X) != 0) {
      low = base + info->dlpi_phdr[i].p_vaddr;
      high = low + info->dlpi_phdr[i].p_memsz;
    }
  return 1; /* the first is the program */
}

static void tell(const char *text)
{
  if (log_file >= 0 && write(log_file, text, strlen(text)) < 0)
    log_file = -1;
}

static void end(int status, void *data)
{
  char text[32];

  (void)data;
  active = false;
  snprintf(text, sizeof text, "end %d\n", status);
  tell(text);
}

/* What a fault of the program ends it by; SIGPIPE is none. */
static void fall(int number)
{
  char text[32] = "signal 00\n";

  text[7] = (char)('0' + number / 10);
  text[8] = (char)('0' + number % 10);
  active = false;
  tell(text);
  raise(number);
}

static void watch_signals(void)
{
  static const int falls[] = {SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGILL};
  const struct sigaction action = {.sa_handler = fall, .sa_flags = (int)SA_RESETHAND};

  for (size_t i = 0; i < sizeof falls / sizeof *falls; i++)
    sigaction(falls[i], &action, NULL);
}

static __attribute__((constructor)) void begin(void)
{
  const char *folder = getenv("POLSTAT_SITES"), *site = getenv("POLSTAT_SITE");
  char path[4096];
  void *frame;

  if (folder == NULL || strncmp(program_invocation_short_name, "polstat", 7) != 0)
    return;
  dl_iterate_phdr(find_program, NULL);
  backtrace(&frame, 1); /* it asks for memory the first time */
  wanted = site == NULL ? 0 : strtoull(site, NULL, 16);
  snprintf(path, sizeof path, "%s/%s.%ld", folder, program_invocation_short_name, (long)getpid());
  log_file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  on_exit(end, NULL);
  watch_signals();
  active = true;
}

/* The places in the program that led here, and a number for them; 0 places: none, a library's own. */
static size_t places(uintptr_t found[DEPTH], uint64_t *number)
{
  void *frames[LOOK];
  int n = backtrace(frames, LOOK);
  size_t count = 0;

  *number = 14695981039346656037u;
  for (int i = 0; i < n && count < DEPTH; i++)
    if ((uintptr_t)frames[i] >= low && (uintptr_t)frames[i] < high) {
      found[count++] = (uintptr_t)frames[i] - base;
      *number = (*number ^ ((uintptr_t)frames[i] - base)) * 1099511628211u;
    }
  return count;
}

static bool is_new(uint64_t number)
{
  size_t at = number % KNOWN, tries = 0;
  bool fresh;

  while (atomic_flag_test_and_set(&lock))
    ;
  while (known[at] != 0 && known[at] != number && ++tries < KNOWN)
    at = (at + 1) % KNOWN;
  fresh = known[at] == 0;
  known[at] = fresh ? number : known[at];
  atomic_flag_clear(&lock);
  return fresh;
}

static void tell_site(const uintptr_t *found, size_t count, uint64_t number)
{
  char text[64 + 20 * DEPTH];
  int size = snprintf(text, sizeof text, "site %016llx", (unsigned long long)number);

  for (size_t i = 0; i < count; i++)
    size += snprintf(text + size, sizeof text - (size_t)size, " %lx", (unsigned long)found[i]);
  snprintf(text + size, sizeof text - (size_t)size, "\n");
  tell(text);
}

static bool refuse(void)
{
  uintptr_t found[DEPTH];
  uint64_t number;
  size_t count;
  bool no = false;

  if (!active || inside || (wanted != 0 && atomic_load(&refused)))
    return false;
  inside = true;
  count = places(found, &number);
  if (wanted != 0)
    no = number == wanted && !atomic_exchange(&refused, true);
  else if (count > 0 && is_new(number))
    tell_site(found, count, number);
  if (no) {
    tell("refused\n");
    errno = ENOMEM;
  }
  inside = false;
  return no;
}

void *malloc(size_t size)
{
  return refuse() ? NULL : __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
  return refuse() ? NULL : __libc_calloc(number, size);
}

void *realloc(void *old, size_t size)
{
  return refuse() ? NULL : __libc_realloc(old, size);
}
