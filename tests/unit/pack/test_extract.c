/* SPDX-License-Identifier: Apache-2.0 */
/* Entries that are written as files. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/pack/packs.h"

/* A folder of its own, and where the tests look for files in it. */
struct place {
    char folder[64];
    char path[128];
};

static void place_begin(struct place *place)
{
    (void)snprintf(place->folder, sizeof place->folder, "extract-%ld.tmp",
                   (long)getpid());
    CU_ASSERT_EQUAL_FATAL(mkdir(place->folder, 0777), 0);
}

static const char *inside(struct place *place, const char *name)
{
    (void)snprintf(place->path, sizeof place->path, "%s/%s", place->folder,
                   name);
    return place->path;
}

static void place_end(struct place *place)
{
    static const char *const names[] = {"evidence/a.txt", "evidence", "a.txt",
                                        "declaration.xml", "target"};

    for (size_t i = 0; i < LENGTH(names); i++)
        (void)remove(inside(place, names[i]));
    CU_ASSERT_EQUAL(rmdir(place->folder), 0);
}

static bool holds(struct place *place, const char *name, const char *text)
{
    char buffer[64] = "";
    FILE *const file = fopen(inside(place, name), "rb");

    if (file == NULL)
        return false;
    buffer[fread(buffer, 1, sizeof buffer - 1, file)] = '\0';
    (void)fclose(file);
    return strcmp(buffer, text) == 0;
}

static bool is_there(struct place *place, const char *name)
{
    struct stat found;

    return lstat(inside(place, name), &found) == 0;
}

/* Extracts a county's package; the number of the finding, or 0. */
static int extract(const struct place *place,
                   const fzzf_extract_options *options)
{
    fzzf_diags *const diags = findings();
    fzzf__text bytes = {0};
    fzzf_package *package;
    fzzf_status status;
    int code;

    county_package(&bytes, "330106", 1);
    package = open_bytes(&bytes, 1);
    status = fzzf_package_extract(package, place->folder, options, diags);
    code = first_of(diags);
    CU_ASSERT_EQUAL(status, code == 0 ? FZZF_OK : FZZF_E_IO);
    fzzf_package_free(package);
    fzzf__text_free(&bytes);
    return code;
}

static void writes_files_and_replaces_none_unasked(void)
{
    const fzzf_extract_options over = {.size = sizeof over, .overwrite = 1};
    struct place place;

    place_begin(&place);
    CU_ASSERT_EQUAL(extract(&place, NULL), 0);
    CU_ASSERT_TRUE(holds(&place, "evidence/a.txt", "hello"));
    CU_ASSERT_TRUE(is_there(&place, "declaration.xml"));
    CU_ASSERT_EQUAL(extract(&place, NULL), FZZF__F_EXISTS);
    CU_ASSERT_EQUAL(extract(&place, &over), 0);
    place_end(&place);
}

static void writes_one_kind_without_its_folders(void)
{
    const fzzf_extract_options flat = {
        .size = sizeof flat, .kind = FZZF_ENTRY_EVIDENCE, .flat = 1};
    struct place place;

    place_begin(&place);
    CU_ASSERT_EQUAL(extract(&place, &flat), 0);
    CU_ASSERT_TRUE(holds(&place, "a.txt", "hello"));
    CU_ASSERT_FALSE(is_there(&place, "declaration.xml"));
    CU_ASSERT_FALSE(is_there(&place, "evidence"));
    place_end(&place);
}

static void follows_no_link(void)
{
    const fzzf_extract_options over = {.size = sizeof over, .overwrite = 1};
    struct place place;

    place_begin(&place);
    CU_ASSERT_EQUAL(mkdir(inside(&place, "target"), 0777), 0);
    CU_ASSERT_EQUAL(symlink("target", inside(&place, "evidence")), 0);
    CU_ASSERT_EQUAL(extract(&place, &over), FZZF__F_NOT_A_FOLDER);
    CU_ASSERT_FALSE(is_there(&place, "target/a.txt"));
    place_end(&place);
}

static void bears_null(void)
{
    const struct place nowhere = {.folder = "no/such/folder"};

    CU_ASSERT_EQUAL(fzzf_package_extract(NULL, ".", NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(extract(&nowhere, NULL), FZZF__F_CANNOT_WRITE);
}

CU_TestInfo extract_tests[] = {
    {"writes files and replaces none unasked",
     writes_files_and_replaces_none_unasked},
    {"writes one kind without its folders",
     writes_one_kind_without_its_folders},
    {"follows no link", follows_no_link},
    {"bears NULL", bears_null},
    CU_TEST_INFO_NULL,
};
