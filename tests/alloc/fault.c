/* SPDX-License-Identifier: Apache-2.0 */
/* Trying one call with every one of its allocations failing. */

#include "alloc/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc/counted.h"
#include "base/memory.h"

#define MOST_FINDINGS   200
#define MOST_COMPLAINTS 40
#define LASTING         0
#define ONCE            1

char untouched_mark;
long points_max = 100;
long trials, faults, complaints;
long times[CALL_COUNT];
bool found[8000];

static const char *const call_names[] = {
#define FAULTED(name)       #name,
#define QUIET(name, reason) #name,
#include "alloc/calls.def"
#undef FAULTED
#undef QUIET
};

/* Where the work is, for messages. */
static struct {
    const struct trial *trial;
    const struct scene *scene;
    long number, total;
    int mode;
    long complaints;
} now;

/* What a call without a fault gives. */
struct expected {
    fzzf_status status;
    struct note outcome;
    struct note findings[MOST_FINDINGS];
    size_t finding_count;
};

void complain(const char *format, ...)
{
    va_list args;

    complaints++;
    if (now.complaints++ > 2 || complaints > MOST_COMPLAINTS)
        return;
    if (now.trial != NULL)
        fprintf(stderr, "%s(%s) %zu.%zu, allocation %ld of %ld%s: ",
                call_names[now.trial->call], now.scene->label, now.scene->at,
                now.scene->part, now.number, now.total,
                now.mode == ONCE ? " alone" : " and all after it");
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
}

void quiet_begin(void)
{
    fzzf__fault_seen();
    fzzf__fault_after(0);
}

void quiet_end(void)
{
    fzzf__fault_after(-1);
    if (fzzf__fault_seen())
        complain("memory was asked for where none is needed");
}

void quiet_asked(enum call call)
{
    times[call]++;
}

static void fault_begin(long number, int mode)
{
    fzzf__fault_seen();
    if (mode == ONCE)
        counted_fail_one(number);
    else
        fzzf__fault_after(number - 1);
}

static bool fault_end(void)
{
    const bool once = counted_failed_one();

    counted_fail_one(0);
    fzzf__fault_after(-1);
    return fzzf__fault_seen() || once;
}

/* A finding in one text. */
static struct note describe(const fzzf_diags *diags, size_t i)
{
    struct note note = {NULL, 0, 0};
    const char *text;

    quiet_begin();
    note_say(&note, "%d %d %ld %ld", ASK(fzzf_diags_code)(diags, i),
             (int)ASK(fzzf_diags_severity)(diags, i),
             ASK(fzzf_diags_line)(diags, i), ASK(fzzf_diags_column)(diags, i));
    text = ASK(fzzf_diags_file)(diags, i);
    note_say(&note, " %s", text == NULL ? "-" : text);
    text = ASK(fzzf_diags_path)(diags, i);
    note_say(&note, " %s", text == NULL ? "-" : text);
    for (size_t a = 0; (text = ASK(fzzf_diags_argument)(diags, i, a)) != NULL;
         a++)
        note_say(&note, " '%s'", text);
    for (int language = 0; language < 2; language++) {
        text = ASK(fzzf_diags_message)(diags, i, (fzzf_language)language);
        note_say(&note, " %s", text == NULL ? "NONE" : text);
    }
    quiet_end();
    return note;
}

/* A list with one finding of before. */
static fzzf_diags *list_new(void)
{
    const fzzf_source none = {.size = sizeof none, .bytes = "", .length = 0};
    fzzf_document kind = FZZF_DOCUMENT_NONE;
    fzzf_diags *list = NULL;

    if (fzzf_diags_new(&list) != FZZF_OK ||
        fzzf_xml_sniff(&kind, &none, list) == FZZF_OK ||
        fzzf_diags_count(list) != 1)
        complain("cannot make a list of findings");
    return list;
}

/* Findings that are left are some of those expected, in their order, whole. */
static void check_findings(const struct expected *expected,
                           const fzzf_diags *diags, size_t from, bool all)
{
    const size_t count = fzzf_diags_count(diags);
    size_t at = 0;

    for (size_t i = from; i < count; i++) {
        struct note note = describe(diags, i);

        while (at < expected->finding_count &&
               !note_same(&note, &expected->findings[at]))
            at++;
        if (at++ >= expected->finding_count)
            complain("there is a finding that should not be: %s", note.bytes);
        note_free(&note);
    }
    if (all && count - from != expected->finding_count)
        complain("%zu findings instead of %zu", count - from,
                 expected->finding_count);
}

static void check_outcome(const struct trial *trial, struct scene *scene,
                          const struct expected *expected, fzzf_status status)
{
    struct note outcome = {NULL, 0, 0};

    if (status != expected->status)
        complain("%s instead of %s", fzzf_status_name(status),
                 fzzf_status_name(expected->status));
    else if (trial->tell != NULL) {
        trial->tell(scene, &outcome);
        if (!note_same(&outcome, &expected->outcome))
            complain("another outcome:\n%.600s\ninstead of\n%.600s",
                     outcome.bytes == NULL ? "" : outcome.bytes,
                     expected->outcome.bytes);
    }
    note_free(&outcome);
}

static void check_untouched(const struct trial *trial, struct scene *scene)
{
    if (trial->untouched != NULL ? !trial->untouched(scene)
                                 : scene->made != UNTOUCHED)
        complain("something was changed although the call failed");
}

/* The call once more, with all the memory there is. */
static void check_usable(const struct trial *trial, struct scene *scene,
                         const struct expected *expected, fzzf_diags *diags)
{
    quiet_begin();
    ASK(fzzf_diags_clear)(diags);
    quiet_end();
    note_free(&scene->taken);
    check_outcome(trial, scene, expected, trial->act(scene, diags));
    check_findings(expected, diags, 0, true);
}

/* One allocation fails. @heard: a list of findings is given. */
static void fail_one(const struct trial *trial, struct scene *scene,
                     const struct expected *expected, bool heard)
{
    const long held = counted_held;
    fzzf_diags *diags = list_new();
    struct note prior = describe(diags, 0), after;
    fzzf_status status;
    bool seen;

    trial->prepare(scene);
    fault_begin(now.number, now.mode);
    status = trial->act(scene, heard ? diags : NULL);
    seen = fault_end();
    if (!seen && heard && !trial->loose)
        complain("the allocation was not asked for");
    after = describe(diags, 0);
    if (!note_same(&prior, &after))
        complain("an earlier finding was damaged");
    check_findings(expected, diags, 1, false);
    if (!seen && trial->loose) {
        now.number = now.total; /* there are no more */
    } else if (status == FZZF_E_MEMORY) {
        check_untouched(trial, scene);
        check_usable(trial, scene, expected, diags);
    } else {
        check_outcome(trial, scene, expected, status);
    }
    trial->release(scene);
    note_free(&scene->taken);
    note_free(&scene->before);
    note_free(&prior);
    note_free(&after);
    quiet_begin();
    ASK(fzzf_diags_free)(diags);
    quiet_end();
    if (counted_held != held)
        complain("%ld blocks were lost", counted_held - held);
    faults++;
    times[trial->call]++;
}

/* The call without a fault; gives how many allocations it asks for. */
static long expect(const struct trial *trial, struct scene *scene,
                   struct expected *expected)
{
    fzzf_diags *diags = list_new();
    long asked;

    memset(expected, 0, sizeof *expected);
    trial->prepare(scene);
    asked = counted_asked;
    expected->status = trial->act(scene, diags);
    asked = counted_asked - asked;
    if (expected->status == FZZF_E_MEMORY)
        complain("no memory without any fault");
    note_add(&expected->outcome, "", 0);
    if (trial->tell != NULL)
        trial->tell(scene, &expected->outcome);
    quiet_begin();
    expected->finding_count = ASK(fzzf_diags_count)(diags) - 1;
    if (ASK(fzzf_diags_dropped)(diags) > 0)
        complain("more findings than a list keeps");
    quiet_end();
    for (size_t i = 0; i < expected->finding_count; i++) {
        expected->findings[i] = describe(diags, i + 1);
        found[fzzf_diags_code(diags, i + 1)] = true;
    }
    trial->release(scene);
    note_free(&scene->taken);
    note_free(&scene->before);
    fzzf_diags_free(diags);
    return asked;
}

void try_faults(const struct trial *trial, struct scene *scene)
{
    struct expected expected;
    long step;

    memset(&now, 0, sizeof now);
    now.trial = trial;
    now.scene = scene;
    scene->expected = NULL;
    now.total = expect(trial, scene, &expected);
    scene->expected = &expected.outcome;
    step = (now.total + points_max - 1) / points_max;
    /* Trials begin at different allocations, so that together they meet more
     * than one in @step. */
    for (int mode = LASTING; mode <= ONCE; mode++) {
        now.mode = mode;
        for (now.number = step < 2 ? 1 : 1 + (trials + mode) % step;
             now.number <= now.total && now.complaints < 3; now.number += step)
            fail_one(trial, scene, &expected,
                     (now.number / step + mode) % 4 != 0);
    }
    trials++;
    note_free(&expected.outcome);
    for (size_t i = 0; i < expected.finding_count; i++)
        note_free(&expected.findings[i]);
    memset(&now, 0, sizeof now);
}

bool tells_as_before(struct scene *scene,
                     void (*tell)(struct scene *scene, struct note *note))
{
    struct note note = {NULL, 0, 0};
    bool same;

    tell(scene, &note);
    same = note_same(&note, &scene->before);
    note_free(&note);
    return same;
}

bool always(struct scene *scene)
{
    (void)scene;
    return true;
}

void let_be(struct scene *scene)
{
    (void)scene;
}
