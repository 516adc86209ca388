/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of record documents keep the rules of CONTRIBUTING.md. */

#include <string.h>

#include "model/kind.h"
#include "unit/suites.h"
#include "xml/type.h"

#define DEEPEST  8
#define ELEMENTS 64

struct seen {
    const struct fzzf_kind *items[ELEMENTS];
    size_t count;
};

static int is_plain(const char *name)
{
    return name != NULL && *name != '\0' && *name != '-' &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz-") == strlen(name);
}

static void check_fields(const struct fzzf_kind *kind)
{
    CU_ASSERT_TRUE(kind->field_count <= FZZF__ATTRIBUTES_MAX);
    CU_ASSERT_TRUE(is_plain(kind->name));
    CU_ASSERT_PTR_NOT_NULL(kind->title);
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct fzzf__field *field = &kind->fields[i];
        const int words =
            field->form == FZZF__FORM_WORD || field->form == FZZF__FORM_WORDS;

        CU_ASSERT_TRUE_FATAL(is_plain(field->name));
        CU_ASSERT_PTR_NOT_NULL(field->title);
        CU_ASSERT_PTR_NOT_NULL(fzzf__form_name(field->form));
        CU_ASSERT_EQUAL(words, field->words != NULL);
        CU_ASSERT_EQUAL(fzzf__kind_field(kind, field->name), i);
    }
}

static void check_part(const struct fzzf__part *part)
{
    const struct fzzf_kind *kind = part->kind;

    CU_ASSERT_FALSE(kind->root);
    CU_ASSERT_TRUE(part->most == 0 || part->least <= part->most);
    CU_ASSERT_TRUE((size_t)part->key <= kind->field_count);
    CU_ASSERT_TRUE((size_t)part->second_key <= kind->field_count);
    if (part->second_key != 0) {
        CU_ASSERT_NOT_EQUAL(part->key, 0);
        CU_ASSERT_TRUE(kind->fields[part->second_key - 1].required);
    }
}

/* A name means one element within one document. */
static void check_name(struct seen *seen, const struct fzzf_kind *kind)
{
    for (size_t i = 0; i < seen->count; i++)
        if (strcmp(seen->items[i]->name, kind->name) == 0) {
            CU_ASSERT_PTR_EQUAL(seen->items[i], kind);
            return;
        }
    CU_ASSERT_TRUE_FATAL(seen->count < ELEMENTS);
    seen->items[seen->count++] = kind;
}

static void check_kind(struct seen *seen, const struct fzzf_kind *kind,
                       int depth)
{
    CU_ASSERT_TRUE_FATAL(depth < DEEPEST);
    CU_ASSERT_FALSE(kind->text && kind->part_count > 0);
    check_name(seen, kind);
    check_fields(kind);
    for (size_t i = 0; i < kind->part_count; i++) {
        const struct fzzf__part *part = &kind->parts[i];

        CU_ASSERT_EQUAL(fzzf__kind_part(kind, part->kind->name), i);
        check_part(part);
        check_kind(seen, part->kind, depth + 1);
    }
}

static void keep_the_rules(void)
{
    const fzzf_kind *kind;
    size_t count = 0;

    for (; (kind = fzzf_kind_at(count)) != NULL; count++) {
        struct seen seen = {.count = 0};

        CU_ASSERT_TRUE(kind->root);
        CU_ASSERT_PTR_EQUAL(fzzf_kind_find(kind->name), kind);
        check_kind(&seen, kind, 0);
    }
    CU_ASSERT_EQUAL(count, fzzf_kind_count());
}

static void tell_what_a_kind_is_made_of(void)
{
    const fzzf_kind *batch = fzzf_kind_find("batch");
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    fzzf_part part = {.size = sizeof part};

    CU_ASSERT_EQUAL(fzzf_kind_describe(batch, &view), 1);
    CHECK_TEXT(view.name, "batch");
    CHECK_TEXT(view.title, "批次");
    CU_ASSERT_EQUAL(view.root, 1);
    CU_ASSERT_EQUAL(view.text, 0);
    CU_ASSERT_EQUAL(fzzf_kind_field(batch, 0, &field), 1);
    CHECK_TEXT(field.name, "id");
    CHECK_TEXT(field.form, "id");
    CU_ASSERT_EQUAL(field.required, 1);
    CU_ASSERT_EQUAL(field.choice_count, 0);
    CU_ASSERT_EQUAL(fzzf_kind_part(batch, 3, &part), 1);
    CHECK_TEXT(part.name, "quota");
    CHECK_TEXT(part.key, "from");
    CHECK_TEXT(part.second_key, "type");
    CU_ASSERT_EQUAL(fzzf_kind_field(part.kind, 1, &field), 1);
    CU_ASSERT_EQUAL(field.choice_count, 2);
    CHECK_TEXT(fzzf_kind_choice(part.kind, 1, 0), "comprehensive");
    CHECK_TEXT(fzzf_kind_choice(part.kind, 1, 1), "single-item");
    CU_ASSERT_PTR_NULL(fzzf_kind_choice(part.kind, 1, 2));
}

static void are_total_past_the_end(void)
{
    const fzzf_kind *batch = fzzf_kind_find("batch");
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    fzzf_part part = {.size = sizeof part};

    CU_ASSERT_PTR_NULL(fzzf_kind_at((size_t)-1));
    CU_ASSERT_PTR_NULL(fzzf_kind_find("phase"));
    CU_ASSERT_PTR_NULL(fzzf_kind_find(NULL));
    CU_ASSERT_EQUAL(fzzf_kind_describe(NULL, &view), 0);
    CU_ASSERT_EQUAL(fzzf_kind_field(batch, (size_t)-1, &field), 0);
    CU_ASSERT_EQUAL(fzzf_kind_field(NULL, 0, &field), 0);
    CU_ASSERT_EQUAL(fzzf_kind_part(batch, (size_t)-1, &part), 0);
    CU_ASSERT_EQUAL(fzzf_kind_part(NULL, 0, &part), 0);
    CU_ASSERT_PTR_NULL(fzzf_kind_choice(NULL, 0, 0));
    CU_ASSERT_PTR_NULL(fzzf_kind_choice(batch, (size_t)-1, 0));
    field.size = 0;
    CU_ASSERT_EQUAL(fzzf_kind_field(batch, 0, &field), 0);
}

CU_TestInfo kinds_tests[] = {
    {"keep the rules", keep_the_rules},
    {"tell what a kind is made of", tell_what_a_kind_is_made_of},
    {"are total past the end", are_total_past_the_end},
    CU_TEST_INFO_NULL,
};
