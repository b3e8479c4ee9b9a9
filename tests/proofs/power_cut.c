/* Writes down, in order, what a process does to the files whose path holds WATCHED: what it writes where, what it cuts
   off, what it syncs; and what it says on its standard output. Preloaded under the program; Linux alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int log_fd = -1;

static ssize_t plain_write(int fd, const void *data, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    return real(fd, data, size);
}

static void note(char what, int fd, int64_t at, const void *data, uint32_t size) {
    char link[64], path[512];
    const char *watched = getenv("WATCHED"), *log = getenv("POWER_LOG");
    if (!watched || !log) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return;
    path[length] = 0;
    if (fd == 1) strcpy(path, "said");
    else if (!strstr(path, watched)) return;
    if (log_fd < 0) log_fd = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    char head[1024];
    int written = snprintf(head, sizeof head, "%c %s %lld %u\n", what, path, (long long)at, size);
    plain_write(log_fd, head, written);
    if (size) plain_write(log_fd, data, size);
    plain_write(log_fd, "\n", 1);
}

ssize_t write(int fd, const void *data, size_t size) {
    ssize_t done = plain_write(fd, data, size);
    if (done > 0 && fd != log_fd) note('w', fd, fd == 1 ? 0 : lseek(fd, 0, SEEK_CUR) - done, data, done);
    return done;
}

#define PWRITE(name, offset_type)                                                    \
    ssize_t name(int fd, const void *data, size_t size, offset_type at) {            \
        static ssize_t (*real)(int, const void *, size_t, offset_type);              \
        if (!real) real = dlsym(RTLD_NEXT, #name);                                   \
        ssize_t done = real(fd, data, size, at);                                     \
        if (done > 0) note('w', fd, at, data, done);                                 \
        return done;                                                                 \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(name)                                      \
    int name(int fd) {                                  \
        static int (*real)(int);                        \
        if (!real) real = dlsym(RTLD_NEXT, #name);      \
        int done = real(fd);                            \
        if (!done) note('s', fd, 0, 0, 0);              \
        return done;                                    \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset_type)                             \
    int name(int fd, offset_type to) {                          \
        static int (*real)(int, offset_type);                   \
        if (!real) real = dlsym(RTLD_NEXT, #name);              \
        int done = real(fd, to);                                \
        if (!done) note('t', fd, to, 0, 0);                     \
        return done;                                            \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)
