/* SPDX-License-Identifier: Apache-2.0 */
/* Checks the structure of a package on its bytes (APPNOTE 6.3, section 4.3). */

#include "pack/structure.h"

#include <stdbool.h>
#include <string.h>

#include "pack/names.h"
#include "pack/report.h"

#define LOCAL_SIGNATURE 0x04034B50u
#define ROW_SIGNATURE   0x02014B50u
#define END_SIGNATURE   0x06054B50u
#define LOCAL_SIZE      30u
#define ROW_SIZE        46u
#define END_SIZE        22u
#define RATIO_FROM      ((uint32_t)100 * 1024)

struct check {
    struct fzzf__container *container;
    fzzf__arena *arena;
    fzzf_diags *diags;
    const char *path; /* the entry that is being checked */
};

static uint32_t get16(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static uint32_t get32(const unsigned char *at)
{
    return get16(at) | get16(at + 2) << 16;
}

static fzzf_status fault(const struct check *check, int number, const char *a,
                         const char *b)
{
    return fzzf__pack_report(check->diags, FZZF_E_SCHEMA, number,
                             check->container->file, check->path, a, b, NULL);
}

/* A field that has one value in every package. */
static fzzf_status fixed(const struct check *check, const char *field,
                         uint32_t value, uint32_t wanted)
{
    char is[24], must[24];

    if (value == wanted)
        return FZZF_OK;
    return fzzf__pack_report(check->diags, FZZF_E_SCHEMA, FZZF__F_FIXED_FIELD,
                             check->container->file, check->path, field,
                             fzzf__pack_number(is, value),
                             fzzf__pack_number(must, wanted), NULL);
}

static fzzf_status over(const struct check *check, int number, uint64_t limit)
{
    char text[24];

    return fzzf__pack_report(check->diags, FZZF_E_LIMIT, number,
                             check->container->file, check->path,
                             fzzf__pack_number(text, limit), NULL);
}

/* The end record; *directory becomes where the directory begins. */
static fzzf_status check_end(struct check *check, uint32_t *directory)
{
    struct fzzf__container *it = check->container;
    const unsigned char *end = it->bytes + it->length - END_SIZE;

    if (it->length < END_SIZE || get32(end) != END_SIGNATURE ||
        get16(end + 20) != 0)
        return fault(check, FZZF__F_NO_END, NULL, NULL);
    if (get16(end + 8) == 0xFFFF || get16(end + 10) == 0xFFFF ||
        get32(end + 12) == 0xFFFFFFFF || get32(end + 16) == 0xFFFFFFFF)
        return fault(check, FZZF__F_ZIP64, NULL, NULL);
    if (get16(end + 4) != 0 || get16(end + 6) != 0 ||
        get16(end + 8) != get16(end + 10))
        return fault(check, FZZF__F_SEVERAL_DISKS, NULL, NULL);
    it->count = get16(end + 8);
    *directory = get32(end + 16);
    if (*directory > it->length - END_SIZE ||
        get32(end + 12) != it->length - END_SIZE - *directory)
        return fault(check, FZZF__F_DIRECTORY_PLACE, NULL, NULL);
    if (it->count > it->limits->entries)
        return over(check, FZZF__F_TOO_MANY_ENTRIES, it->limits->entries);
    return FZZF_OK;
}

static fzzf_status check_flags(const struct check *check, uint32_t flags,
                               uint32_t method)
{
    char number[24];

    if ((flags & 0x2041u) != 0)
        return fault(check, FZZF__F_ENCRYPTED, NULL, NULL);
    if ((flags & FZZF__ZIP_FLAGS) == 0)
        return fault(check, FZZF__F_NAME_NOT_UTF8, NULL, NULL);
    if (method != 0 && method != 8)
        return fault(check, FZZF__F_METHOD, fzzf__pack_number(number, method),
                     NULL);
    return fixed(check, "general purpose flags", flags, FZZF__ZIP_FLAGS);
}

static fzzf_status check_attributes(const struct check *check,
                                    const unsigned char *row)
{
    const uint32_t attributes = get32(row + 38);

    /* The type of a file in Unix's mode, and what DOS has for folders. */
    if ((row[5] == 3 && (attributes >> 28) != 8 && (attributes >> 28) != 0) ||
        (attributes & 0x18) != 0)
        return fault(check, FZZF__F_NOT_A_FILE, NULL, NULL);
    return fixed(check, "external attributes", attributes,
                 FZZF__ZIP_ATTRIBUTES);
}

static fzzf_status check_constants(const struct check *check,
                                   const unsigned char *row)
{
    static const struct {
        const char *field;
        unsigned at, wanted;
    } fields[] = {{"version made by", 4, FZZF__ZIP_MADE_BY},
                  {"version needed", 6, FZZF__ZIP_NEEDED},
                  {"time", 12, 0},
                  {"date", 14, FZZF__ZIP_DATE},
                  {"length of extra fields", 30, 0},
                  {"length of comment", 32, 0},
                  {"disk", 34, 0},
                  {"internal attributes", 36, 0}};
    fzzf_status status = FZZF_OK;

    for (size_t i = 0;
         status == FZZF_OK && i < sizeof fields / sizeof fields[0]; i++)
        status = fixed(check, fields[i].field, get16(row + fields[i].at),
                       fields[i].wanted);
    return status;
}

static fzzf_status check_sizes(const struct check *check,
                               const struct fzzf__member *member)
{
    const fzzf_package_options *limits = check->container->limits;

    if (member->packed == 0xFFFFFFFF || member->size == 0xFFFFFFFF)
        return fault(check, FZZF__F_ZIP64, NULL, NULL);
    if (member->method == 0 && member->packed != member->size)
        return fault(check, FZZF__F_DAMAGED, NULL, NULL);
    if (member->size > limits->entry)
        return over(check, FZZF__F_ENTRY_SIZE, limits->entry);
    if (member->size > RATIO_FROM &&
        member->size / limits->ratio > member->packed)
        return over(check, FZZF__F_RATIO, limits->ratio);
    return FZZF_OK;
}

/* The entry's own header says what the directory says, at byte @at. */
static fzzf_status check_local(const struct check *check,
                               const unsigned char *row, uint32_t at,
                               uint32_t end)
{
    static const struct {
        const char *field;
        unsigned local, row, size;
    } fields[] = {{"version needed", 4, 6, 2},  {"flags", 6, 8, 2},
                  {"method", 8, 10, 2},         {"time", 10, 12, 2},
                  {"date", 12, 14, 2},          {"checksum", 14, 16, 4},
                  {"packed size", 18, 20, 4},   {"size", 22, 24, 4},
                  {"length of name", 26, 28, 2}};
    const unsigned char *local = check->container->bytes + at;
    const uint32_t name = get16(row + 28);

    if (end - at < LOCAL_SIZE + name || get32(local) != LOCAL_SIGNATURE)
        return fault(check, FZZF__F_HEADERS_DIFFER, "signature", NULL);
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (memcmp(local + fields[i].local, row + fields[i].row,
                   fields[i].size) != 0)
            return fault(check, FZZF__F_HEADERS_DIFFER, fields[i].field, NULL);
    if (get16(local + 28) != 0)
        return fault(check, FZZF__F_HEADERS_DIFFER, "length of extra fields",
                     NULL);
    if (memcmp(local + LOCAL_SIZE, row + ROW_SIZE, name) != 0)
        return fault(check, FZZF__F_HEADERS_DIFFER, "name", NULL);
    return FZZF_OK;
}

/* The name is told in the finding, and is none of its path. */
static fzzf_status check_name(const struct check *check,
                              const unsigned char *row, const char *name)
{
    const char *why = fzzf__name_fault(name, get16(row + 28));

    if (why == NULL)
        return FZZF_OK;
    return fzzf__pack_report(check->diags, FZZF_E_SCHEMA, FZZF__F_UNSAFE_NAME,
                             check->container->file, NULL,
                             strcmp(why, "utf-8") == 0 ? "?" : name, why, NULL);
}

/* One row of the directory; *at is where its entry must begin. */
static fzzf_status check_row(struct check *check, const unsigned char *row,
                             struct fzzf__member *member, uint32_t *at,
                             uint32_t end)
{
    char is[24], must[24];
    fzzf_status status = check_flags(check, get16(row + 8), get16(row + 10));

    if (status == FZZF_OK)
        status = check_name(check, row, member->name);
    if (status != FZZF_OK)
        return status;
    check->path = member->name;
    status = check_attributes(check, row);
    if (status == FZZF_OK)
        status = check_constants(check, row);
    if (status == FZZF_OK && get32(row + 42) != *at)
        return fault(check, FZZF__F_ENTRY_PLACE,
                     fzzf__pack_number(is, get32(row + 42)),
                     fzzf__pack_number(must, *at));
    if (status == FZZF_OK)
        status = check_local(check, row, *at, end);
    if (status == FZZF_OK)
        status = check_sizes(check, member);
    if (status != FZZF_OK)
        return status;
    member->data = *at + LOCAL_SIZE + get16(row + 28);
    if (member->packed > end - member->data)
        return fault(check, FZZF__F_DIRECTORY_PLACE, NULL, NULL);
    *at = member->data + member->packed;
    return FZZF_OK;
}

static void fill(struct check *check, struct fzzf__member *member,
                 const unsigned char *row)
{
    member->method = (uint16_t)get16(row + 10);
    member->crc = get32(row + 16);
    member->packed = get32(row + 20);
    member->size = get32(row + 24);
    member->name = fzzf__arena_textn(check->arena, (const char *)row + ROW_SIZE,
                                     get16(row + 28));
}

static fzzf_status check_rows(struct check *check, uint32_t directory)
{
    struct fzzf__container *it = check->container;
    const uint32_t end = it->length - END_SIZE;
    uint64_t total = 0;
    uint32_t row = directory, at = 0;
    fzzf_status status = FZZF_OK;

    for (uint32_t i = 0; status == FZZF_OK && i < it->count; i++) {
        const unsigned char *bytes = it->bytes + row;

        check->path = NULL;
        if (end - row < ROW_SIZE || get32(bytes) != ROW_SIGNATURE ||
            end - row - ROW_SIZE < get16(bytes + 28))
            return fault(check, FZZF__F_DIRECTORY_PLACE, NULL, NULL);
        fill(check, &it->members[i], bytes);
        if (check->arena->spoiled != FZZF_OK)
            return check->arena->spoiled;
        status = check_row(check, bytes, &it->members[i], &at, directory);
        row += ROW_SIZE + get16(bytes + 28);
        total += it->members[i].size;
        if (status == FZZF_OK && total > it->limits->total)
            status = over(check, FZZF__F_TOTAL_SIZE, it->limits->total);
    }
    check->path = NULL;
    if (status == FZZF_OK && (row != end || at != directory))
        status = fault(check, FZZF__F_DIRECTORY_PLACE, NULL, NULL);
    return status;
}

static fzzf_status check_collisions(struct check *check)
{
    const struct fzzf__container *it = check->container;
    const char **names =
        fzzf__arena_alloc(check->arena, (it->count + 1) * sizeof *names);
    size_t other = 0, found;

    for (uint32_t i = 0; names != NULL && i < it->count; i++)
        names[i] = it->members[i].name;
    found = names == NULL
                ? it->count
                : fzzf__names_collide(check->arena, names, it->count, &other);
    if (check->arena->spoiled != FZZF_OK)
        return check->arena->spoiled;
    return found == it->count
               ? FZZF_OK
               : fault(check, FZZF__F_NAME_TWICE, names[found], names[other]);
}

fzzf_status fzzf__container_check(struct fzzf__container *container,
                                  fzzf__arena *arena, fzzf_diags *diags)
{
    struct check check = {container, arena, diags, NULL};
    uint32_t directory = 0;
    fzzf_status status = check_end(&check, &directory);

    if (status != FZZF_OK)
        return status;
    container->members = fzzf__arena_alloc(
        arena, (container->count + 1) * sizeof *container->members);
    if (container->members == NULL)
        return FZZF_E_MEMORY;
    status = check_rows(&check, directory);
    return status == FZZF_OK ? check_collisions(&check) : status;
}
