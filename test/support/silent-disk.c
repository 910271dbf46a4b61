/*
 * A disk that does not answer: as long as the file named by SILENT_WHILE is there, nothing can be read of a file
 * whose path holds SILENT_PATH. With SILENT_ONCE it fails once and takes the file away itself. Loaded before
 * everything else (LD_PRELOAD).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_silent(int file) {
  const char *flag = getenv("SILENT_WHILE"), *part = getenv("SILENT_PATH");
  char link[64], path[PATH_MAX];
  if (!flag || !part || access(flag, F_OK) != 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  if (!strstr(path, part)) return 0;
  if (getenv("SILENT_ONCE")) unlink(flag);
  return 1;
}

ssize_t pread64(int file, void *to, size_t count, off_t at) {
  static ssize_t (*really)(int, void *, size_t, off_t);
  if (!really) really = dlsym(RTLD_NEXT, "pread64");
  if (is_silent(file)) return errno = EIO, -1;
  return really(file, to, count, at);
}

ssize_t read(int file, void *to, size_t count) {
  static ssize_t (*really)(int, void *, size_t);
  if (!really) really = dlsym(RTLD_NEXT, "read");
  if (is_silent(file)) return errno = EIO, -1;
  return really(file, to, count);
}
