/* SPDX-License-Identifier: Apache-2.0 */
/* The file that belongs to a piece of evidence, and what tells contents apart.
 */

#include <string.h>

#include "course/evidence.h"

bool fzzf__is_network_link(const char *href)
{
    return href != NULL && strstr(href, "://") != NULL;
}

/* Whether @name is @id with an ending, and stands in no folder. */
static bool has_stem(const char *name, const char *id)
{
    const size_t length = strlen(id);
    const char *dot = strrchr(name, '.');

    return strchr(name, '/') == NULL && dot != NULL &&
           (size_t)(dot - name) == length && strncmp(name, id, length) == 0;
}

static enum fzzf__found find_stem(const struct fzzf__record_list *files,
                                  const char *id,
                                  const struct fzzf_record **out)
{
    enum fzzf__found found = FZZF__FOUND_NONE;

    for (size_t i = 0; i < files->count; i++) {
        if (!has_stem(fzzf__record_value(files->items[i], ENTRY_NAME), id))
            continue;
        if (found != FZZF__FOUND_NONE) {
            *out = NULL;
            return FZZF__FOUND_SEVERAL;
        }
        found = FZZF__FOUND_ONE;
        *out = files->items[i];
    }
    return found;
}

enum fzzf__found fzzf__file_find(const struct fzzf__checking *checking,
                                 const struct fzzf__evidence *piece,
                                 const struct fzzf_record **out)
{
    const struct fzzf__record_list *files =
        fzzf__record_list(checking->inventory, INVENTORY_FILES);
    size_t index = piece->href == NULL
                       ? FZZF__NO_NAME
                       : fzzf__names_find(&checking->files, piece->href);

    if (index == FZZF__NO_NAME)
        index = fzzf__names_find(&checking->files, piece->id);
    if (index == FZZF__NO_NAME)
        return find_stem(files, piece->id, out);
    *out = files->items[index];
    return FZZF__FOUND_ONE;
}

const char *fzzf__piece_key(fzzf__arena *arena,
                            const struct fzzf__evidence *piece,
                            const struct fzzf_record *file)
{
    const char *said =
        file != NULL ? fzzf__record_value(file, ENTRY_CHECKSUM) : piece->sha256;
    char *digest;

    if (said == NULL)
        return piece->href;
    digest = fzzf__arena_text(arena, said);
    for (char *at = digest; at != NULL && *at != '\0'; at++)
        if (*at >= 'A' && *at <= 'F')
            *at = (char)(*at - 'A' + 'a');
    return digest;
}
