/* SPDX-License-Identifier: Apache-2.0 */
/* replay TARGET FILE...: runs a fuzz target on files, without a fuzzer. */

#include <stdio.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

static int load(fzzf__text *text, const char *path)
{
    FILE *file = fopen(path, "rb");
    char room[4096];
    size_t got;

    if (file == NULL) {
        perror(path);
        return 0;
    }
    while ((got = fread(room, 1, sizeof room, file)) > 0)
        fzzf__text_addn(text, room, got);
    fclose(file);
    return 1;
}

static int replay(fuzz_target target, const char *path)
{
    fzzf__text text = {0};
    const int loaded = load(&text, path);

    if (loaded)
        fuzz_run(target,
                 text.length == 0 ? (const uint8_t *)""
                                  : (const uint8_t *)text.bytes,
                 text.length);
    fzzf__text_free(&text);
    return loaded;
}

int main(int argc, char **argv)
{
    const fuzz_target target = argc > 1 ? fuzz_find(argv[1]) : NULL;

    for (size_t i = 0; argc < 2 && fuzz_name(i) != NULL; i++)
        puts(fuzz_name(i));
    if (argc > 1 && target == NULL) {
        fprintf(stderr, "no fuzz target '%s'\n", argv[1]);
        return 1;
    }
    for (int i = 2; i < argc; i++)
        if (!replay(target, argv[i]))
            return 1;
    return 0;
}
