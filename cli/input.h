/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

/* What is read: files, the .xml files of folders, standard input, pipes. */

#include "command.h"

/* How findings name standard input. */
#define INPUT_STDIN "<stdin>"

struct input {
    char *name;
    FILE *stream; /* of what cannot be opened twice; NULL so far */
    bool is_stream;
    bool unreadable; /* it was tried in vain */
};

struct inputs {
    struct input *items;
    size_t count;
};

/* Finds what @names stand for, folders in the order of names. Whatever is
 * amiss is said; then false, though @inputs holds the others. */
bool inputs_find(struct cli *cli, struct inputs *inputs,
                 const struct list *names);
void inputs_free(struct inputs *inputs);
/* How findings and messages call it. */
const char *input_name(const struct input *input);
/* Makes the source to read @input from its beginning. With @again it will be
 * read another time, so that a stream is kept in a temporary file. */
bool input_source(struct cli *cli, struct input *input, bool again,
                  fzzf_source *source);
/* The source of one document that is read once: a file, or "-". */
void input_single(const char *name, fzzf_source *source);

#endif
