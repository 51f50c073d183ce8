/* launch.c -- one command, timed: launch OUT ERR COMMAND [ARGUMENT...].

   Its standard output and error go to the files OUT and ERR.  Written: exit code, wall seconds, user and
   system seconds with those of its children, and the largest resident set in KiB.  The kernel counts the
   memory of the launching process as the least that a command has: this one is small. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(struct timeval time)
{
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
  posix_spawn_file_actions_t files;
  struct rusage usage;
  double begin;
  pid_t child;
  int status;

  if (argc < 4)
    return fputs("usage: launch OUT ERR COMMAND [ARGUMENT...]\n", stderr), 2;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  posix_spawn_file_actions_addopen(&files, 2, argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  begin = now();
  if (posix_spawnp(&child, argv[3], &files, NULL, argv + 3, environ) != 0)
    return perror(argv[3]), 2;
  if (wait4(child, &status, 0, &usage) != child)
    return perror("wait4"), 2;
  printf("%d %.6f %.6f %.6f %ld\n",
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), now() - begin,
         seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss);
  return 0;
}
