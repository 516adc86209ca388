/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SAVE_H
#define CLI_SAVE_H

/* Writing a file that appears whole or not at all. */

#include "command.h"

struct save {
    FILE *file;
    const char *path;
    char *part; /* its name until it is whole; NULL: standard output */
};

/* @path "-" is standard output. What is wrong is said; then false. */
bool save_begin(struct cli *cli, struct save *save, const char *path);
/* An fzzf_write_fn; @user is the struct save. */
int save_write(void *user, const char *bytes, size_t size);
/* Gives the file its name when @whole, else removes it. */
bool save_end(struct cli *cli, struct save *save, bool whole);

#endif
