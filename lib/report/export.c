/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers an export and writes its folder, whole or not at all. */

#include "report/export.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "base/sha256.h"
#include "fzzf/codes.h"
#include "report/page.h"

/* What was made, to be taken away again when something fails. */
struct made {
    struct fzzf__export *from;
    fzzf__text root;    /* the folder under its passing name */
    const char **paths; /* in the order they were made */
    size_t count, capacity;
};

static const struct fzzf__statement *
find_statement(const struct fzzf_declaration *declaration, const char *node)
{
    for (size_t i = 0; i < declaration->assessment_count; i++) {
        const struct fzzf__assessment *const by = &declaration->assessments[i];

        for (size_t j = 0;
             by->assessor == FZZF_ASSESSOR_SELF && j < by->statement_count; j++)
            if (strcmp(by->statements[j].node, node) == 0)
                return &by->statements[j];
    }
    return NULL;
}

static void fill_folder(struct fzzf__export *to,
                        struct fzzf__material_folder *folder)
{
    char name[16];
    fzzf__text text = {0};

    (void)snprintf(name, sizeof name, "%03zu-", to->count + 1);
    fzzf__text_add(&text, name);
    fzzf__text_add(&text, folder->node->id);
    folder->name =
        text.failed ? NULL : fzzf__arena_text(&to->arena, text.bytes);
    if (folder->name == NULL)
        to->arena.spoiled = FZZF_E_MEMORY;
    fzzf__text_free(&text);
    folder->statement = find_statement(to->declaration, folder->node->id);
    if (folder->statement == NULL)
        return;
    folder->items =
        fzzf__arena_alloc(&to->arena, (folder->statement->evidence_count + 1) *
                                          sizeof *folder->items);
    for (size_t i = 0;
         folder->items != NULL && i < folder->statement->evidence_count; i++) {
        folder->items[i].evidence = &folder->statement->evidence[i];
        folder->items[i].sha256 = folder->items[i].evidence->sha256;
        folder->count++;
    }
}

static fzzf_status gather(struct fzzf__export *to)
{
    const struct fzzf_system *const system = to->system;

    to->folders = fzzf__arena_alloc(&to->arena, (system->node_count + 1) *
                                                    sizeof *to->folders);
    for (size_t i = 1; to->folders != NULL && i < system->node_count; i++) {
        struct fzzf__material_folder *const folder = &to->folders[to->count];

        if (system->nodes[i].child_count > 0)
            continue;
        folder->node = &system->nodes[i];
        fill_folder(to, folder);
        to->count++;
        to->materials += folder->count;
        to->empty += folder->count == 0;
    }
    return to->arena.spoiled;
}

/* Of any assessor: what must not leave must not be named either. */
static fzzf_status refuse_classified(const struct fzzf__export *from)
{
    const struct fzzf_declaration *const declaration = from->declaration;
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < declaration->assessment_count; i++)
        for (size_t j = 0; j < declaration->assessments[i].statement_count;
             j++) {
            const struct fzzf__statement *const statement =
                &declaration->assessments[i].statements[j];

            for (size_t k = 0; k < statement->evidence_count; k++)
                if (fzzf__is_classified(&statement->evidence[k]))
                    status = fzzf__report(from->diags, FZZF_E_SCHEMA,
                                          FZZF__F_EXPORT_CLASSIFIED,
                                          &statement->evidence[k].place,
                                          statement->evidence[k].id,
                                          statement->evidence[k].secrecy, NULL);
        }
    return status;
}

static fzzf_status check_parts(const struct fzzf__export *from)
{
    if (strcmp(from->declaration->system, from->system->id) != 0)
        return fzzf__report(from->diags, FZZF_E_REFERENCE, FZZF__F_OTHER_SYSTEM,
                            NULL, from->declaration->system, from->system->id,
                            NULL);
    if (from->result != NULL &&
        strcmp(from->result->declaration, from->declaration->id) != 0)
        return fzzf__report(from->diags, FZZF_E_REFERENCE, FZZF__F_OTHER_RESULT,
                            NULL, from->result->declaration,
                            from->declaration->id, NULL);
    return FZZF_OK;
}

static fzzf_status cannot_write(const struct made *made, const char *path)
{
    return fzzf__report(made->from->diags, FZZF_E_IO, FZZF__F_CANNOT_WRITE,
                        NULL, path, strerror(errno), NULL);
}

/* The path of @name below the folder, kept for taking it away; NULL: memory. */
static const char *note_path(struct made *made, const char *folder,
                             const char *name)
{
    void *paths = (void *)made->paths;
    fzzf__text text = {0};
    const char *path = NULL;

    fzzf__text_add(&text, made->root.bytes);
    fzzf__text_add(&text, "/");
    fzzf__text_add(&text, folder);
    fzzf__text_add(&text, name);
    if (!text.failed)
        path = fzzf__arena_text(&made->from->arena, text.bytes);
    fzzf__text_free(&text);
    if (path == NULL ||
        !fzzf__grow(&paths, &made->capacity, made->count, sizeof *made->paths))
        return NULL;
    made->paths = paths;
    made->paths[made->count++] = path;
    return path;
}

static fzzf_status make_folder(struct made *made, const char *name)
{
    const char *const path = note_path(made, "", name);

    if (path == NULL)
        return FZZF_E_MEMORY;
    return mkdir(path, 0777) == 0 ? FZZF_OK : cannot_write(made, path);
}

static int write_piece(void *user, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, user) != size;
}

static fzzf_status write_bytes(struct made *made, const char *folder,
                               const char *name, const fzzf__text *page)
{
    const char *const path =
        page->failed ? NULL : note_path(made, folder, name);
    FILE *file;
    bool sound;

    if (path == NULL)
        return FZZF_E_MEMORY;
    file = fopen(path, "wb");
    if (file == NULL)
        return cannot_write(made, path);
    sound = fzzf_identity_mask(page->bytes, write_piece, file) == 0;
    sound = fclose(file) == 0 && sound;
    return sound ? FZZF_OK : cannot_write(made, path);
}

static fzzf_status write_text(struct made *made, const char *folder,
                              const char *name, const char *text)
{
    fzzf__text page = {0};
    fzzf_status status;

    fzzf__text_add(&page, text == NULL ? "" : text);
    if (page.length > 0)
        fzzf__text_add(&page, "\n");
    status = write_bytes(made, folder, name, &page);
    fzzf__text_free(&page);
    return status;
}

typedef void (*page_fn)(const struct fzzf__export *from,
                        const struct fzzf__material_folder *folder,
                        fzzf__text *page);

static void whole_page(const struct fzzf__export *from,
                       const struct fzzf__material_folder *folder,
                       fzzf__text *page)
{
    (void)folder;
    fzzf__report_page(from, page);
}

static void whole_plain(const struct fzzf__export *from,
                        const struct fzzf__material_folder *folder,
                        fzzf__text *page)
{
    (void)folder;
    fzzf__report_plain(from, page);
}

static fzzf_status write_page(struct made *made, const char *folder,
                              const char *name,
                              const struct fzzf__material_folder *of,
                              page_fn fill)
{
    fzzf__text page = {0};
    fzzf_status status;

    fill(made->from, of, &page);
    status = write_bytes(made, folder, name, &page);
    fzzf__text_free(&page);
    return status;
}

/* The copy must be the file that was looked at. */
static fzzf_status copy_open(struct made *made, FILE *from, FILE *to,
                             const struct fzzf__material *material)
{
    char buffer[16384], text[FZZF__SHA256_TEXT];
    fzzf__sha256 sha;
    size_t count;

    fzzf__sha256_init(&sha);
    while ((count = fread(buffer, 1, sizeof buffer, from)) > 0) {
        fzzf__sha256_add(&sha, buffer, count);
        if (fwrite(buffer, 1, count, to) != count)
            return cannot_write(made, material->file);
    }
    fzzf__sha256_text(&sha, text);
    if (ferror(from) == 0 && strcmp(text, material->sha256) == 0)
        return FZZF_OK;
    return fzzf__report(made->from->diags, FZZF_E_IO, FZZF__F_INPUT_CHANGED,
                        NULL, material->source, material->evidence->id, NULL);
}

static fzzf_status copy_file(struct made *made, const char *folder,
                             const struct fzzf__material *material)
{
    const char *const path = note_path(made, folder, material->file);
    FILE *from, *to = NULL;
    fzzf_status status;

    if (path == NULL)
        return FZZF_E_MEMORY;
    from = fopen(material->source, "rb");
    if (from != NULL)
        to = fopen(path, "wb");
    status = to == NULL ? cannot_write(made, path)
                        : copy_open(made, from, to, material);
    if (from != NULL)
        (void)fclose(from);
    if (to != NULL && fclose(to) != 0 && status == FZZF_OK)
        status = cannot_write(made, path);
    return status;
}

static fzzf_status write_folder(struct made *made,
                                const struct fzzf__material_folder *folder)
{
    fzzf__text path = {0};
    fzzf_status status = FZZF_E_MEMORY;

    fzzf__text_add(&path, "materials/");
    fzzf__text_add(&path, folder->name);
    if (!path.failed)
        status = make_folder(made, path.bytes);
    fzzf__text_add(&path, "/");
    if (path.failed)
        status = FZZF_E_MEMORY;
    if (status == FZZF_OK)
        status = write_page(made, path.bytes, "index.html", folder,
                            fzzf__materials_page);
    if (status == FZZF_OK)
        status = write_page(made, path.bytes, "index.xml", folder,
                            fzzf__materials_xml);
    if (status == FZZF_OK)
        status = write_page(made, path.bytes, "index.csv", folder,
                            fzzf__materials_csv);
    for (size_t i = 0; status == FZZF_OK && i < folder->count; i++)
        if (folder->items[i].file != NULL)
            status = copy_file(made, path.bytes, &folder->items[i]);
    fzzf__text_free(&path);
    return status;
}

static fzzf_status write_parts(struct made *made)
{
    const struct fzzf_declaration *const declaration = made->from->declaration;
    fzzf_status status = make_folder(made, "report");

    if (status == FZZF_OK)
        status =
            write_text(made, "report/", "measures.txt", declaration->measures);
    if (status == FZZF_OK)
        status =
            write_text(made, "report/", "results.txt", declaration->results);
    if (status == FZZF_OK)
        status = write_text(made, "report/", "highlights.txt",
                            declaration->highlights);
    return status;
}

static fzzf_status write_all(struct made *made)
{
    static const struct {
        const char *name;
        page_fn fill;
    } pages[] = {{"index.html", whole_page},
                 {"report.txt", whole_plain},
                 {"index.xml", fzzf__materials_xml},
                 {"index.csv", fzzf__materials_csv}};
    const struct fzzf__export *const from = made->from;
    fzzf_status status = write_text(made, "", "style.css", fzzf__page_style);

    for (size_t i = 0; status == FZZF_OK && i < sizeof pages / sizeof pages[0];
         i++)
        status = write_page(made, "", pages[i].name, NULL, pages[i].fill);
    if (status == FZZF_OK)
        status = write_parts(made);
    if (status == FZZF_OK)
        status = make_folder(made, "materials");
    for (size_t i = 0; status == FZZF_OK && i < from->count; i++)
        status = write_folder(made, &from->folders[i]);
    return status;
}

static fzzf_status write_to(struct made *made, const char *folder)
{
    struct stat found;
    fzzf_status status;

    fzzf__text_add(&made->root, folder);
    while (made->root.length > 1 && !made->root.failed &&
           made->root.bytes[made->root.length - 1] == '/')
        made->root.bytes[--made->root.length] = '\0';
    fzzf__text_add(&made->root, ".part");
    if (made->root.failed)
        return FZZF_E_MEMORY;
    errno = EEXIST;
    if (lstat(folder, &found) == 0)
        return cannot_write(made, folder);
    if (mkdir(made->root.bytes, 0777) != 0)
        return cannot_write(made, made->root.bytes);
    status = write_all(made);
    if (status == FZZF_OK && rename(made->root.bytes, folder) != 0)
        status = cannot_write(made, folder);
    if (status == FZZF_OK)
        return FZZF_OK;
    while (made->count > 0)
        (void)remove(made->paths[--made->count]);
    (void)remove(made->root.bytes);
    return status;
}

fzzf_status fzzf_report_export(const fzzf_declaration *declaration,
                               const fzzf_system *system,
                               const fzzf_result *result, const char *evidence,
                               const char *folder, fzzf_diags *diags)
{
    return fzzf_report_export_in(FZZF_CHINESE, declaration, system, result,
                                 evidence, folder, diags);
}

fzzf_status fzzf_report_export_in(fzzf_language language,
                                  const fzzf_declaration *declaration,
                                  const fzzf_system *system,
                                  const fzzf_result *result,
                                  const char *evidence, const char *folder,
                                  fzzf_diags *diags)
{
    struct fzzf__export export = {.declaration = declaration,
                                  .system = system,
                                  .result = result,
                                  .language = language,
                                  .diags = diags};
    struct made made = {.from = &export};
    fzzf_status status;

    if (declaration == NULL || system == NULL || folder == NULL ||
        (language != FZZF_CHINESE && language != FZZF_ENGLISH))
        return FZZF_E_ARGUMENT;
    fzzf__arena_init(&export.arena);
    status = check_parts(&export);
    if (status == FZZF_OK)
        status = refuse_classified(&export);
    if (status == FZZF_OK)
        status = fzzf__declaration_leaves(declaration, diags);
    if (status == FZZF_OK)
        status = gather(&export);
    if (status == FZZF_OK && evidence != NULL)
        status = fzzf__materials_find(&export, evidence);
    if (status == FZZF_OK)
        status = write_to(&made, folder);
    fzzf__arena_free(&export.arena);
    fzzf__text_free(&made.root);
    fzzf__free((void *)made.paths);
    return status;
}
