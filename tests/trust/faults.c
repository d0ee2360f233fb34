/* A file system that fails: loaded before the C library, it lets the n-th writing call below a folder go wrong.

   drafter_fault(folder, at, mode, error): from now on count the calls that write to files below `folder`; call `at`
   (from 1) fails with `error`. Mode 0: that call alone; mode 1: it and all after it; mode 2: a write puts down half of
   its bytes and the process ends there, as when the power goes. Answers how many calls were counted before. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <sys/types.h>

static char folder[4096];
static int at, mode, error_number, counted;

int drafter_fault(const char *below, int n, int how, int number) {
    int before = counted;
    strncpy(folder, below, sizeof folder - 1);
    at = n, mode = how, error_number = number, counted = 0;
    return before;
}

static int below(int file) {
    char link[64], path[4096];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int named(const char *path) { return folder[0] && strncmp(path, folder, strlen(folder)) == 0; }

static int fails(void) {
    counted++;
    return at && (counted == at || (mode == 1 && counted > at));
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAIL do { errno = error_number; return -1; } while (0)

ssize_t write(int file, const void *data, size_t length) {
    if (below(file) && fails()) {
        if (mode == 2) { REAL(write)(file, data, length / 2); _exit(99); }
        FAIL;
    }
    return REAL(write)(file, data, length);
}

ssize_t pwrite(int file, const void *data, size_t length, off_t where) {
    if (below(file) && fails()) {
        if (mode == 2) { REAL(pwrite)(file, data, length / 2, where); _exit(99); }
        FAIL;
    }
    return REAL(pwrite)(file, data, length, where);
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t where) {
    if (below(file) && fails()) {
        if (mode == 2) { REAL(pwrite64)(file, data, length / 2, where); _exit(99); }
        FAIL;
    }
    return REAL(pwrite64)(file, data, length, where);
}

int fsync(int file) {
    if (below(file) && fails()) { if (mode == 2) _exit(99); FAIL; }
    return REAL(fsync)(file);
}

int fdatasync(int file) {
    if (below(file) && fails()) { if (mode == 2) _exit(99); FAIL; }
    return REAL(fdatasync)(file);
}

int ftruncate(int file, off_t length) {
    if (below(file) && fails()) { if (mode == 2) _exit(99); FAIL; }
    return REAL(ftruncate)(file, length);
}

int rename(const char *old, const char *new) {
    if (named(new) && fails()) { if (mode == 2) _exit(99); FAIL; }
    return REAL(rename)(old, new);
}

int mkdir(const char *path, mode_t rights) {
    if (named(path) && fails()) { if (mode == 2) _exit(99); FAIL; }
    return REAL(mkdir)(path, rights);
}

/* No program of ours speaks to a network: every call that would is counted and refused. */
#include <netdb.h>
#include <sys/socket.h>

static int spoken;

int drafter_spoken(void) { return spoken; }

int connect(int file, const struct sockaddr *to, socklen_t length) {
    if (to && (to->sa_family == AF_INET || to->sa_family == AF_INET6)) { spoken++; errno = ENETUNREACH; return -1; }
    return REAL(connect)(file, to, length);
}

ssize_t sendto(int file, const void *data, size_t size, int flags, const struct sockaddr *to, socklen_t length) {
    if (to && (to->sa_family == AF_INET || to->sa_family == AF_INET6)) { spoken++; errno = ENETUNREACH; return -1; }
    return REAL(sendto)(file, data, size, flags, to, length);
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    (void)node, (void)service, (void)hints, (void)found;
    spoken++;
    return EAI_FAIL;
}
