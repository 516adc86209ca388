/* SPDX-License-Identifier: Apache-2.0 */
/* measure COMMAND...: runs it with its output thrown away and prints its exit
 * code, wall and user time in microseconds, and its greatest resident set in
 * KiB. A small process of its own, since a child's resident set begins with
 * that of whoever starts it. */

#define _DEFAULT_SOURCE

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static void become(char **command)
{
    int null = open("/dev/null", O_RDWR);

    dup2(null, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    execv(command[0], command);
    _exit(127);
}

int main(int argc, char **argv)
{
    struct rusage usage;
    long long began = now();
    int status = 0;
    pid_t child = argc > 1 ? fork() : -1;

    if (child == 0)
        become(argv + 1);
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return 1;
    printf("%d %lld %lld %ld\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1,
           now() - began,
           usage.ru_utime.tv_sec * 1000000LL + usage.ru_utime.tv_usec,
           usage.ru_maxrss);
    return 0;
}
