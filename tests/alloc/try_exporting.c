/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of exporting reports; a folder that failed must be gone. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FOLDER "alloc-export.tmp"

static bool is_there(const char *path)
{
    struct stat entry;

    return lstat(path, &entry) == 0;
}

static void remove_all(const char *path)
{
    DIR *const folder = opendir(path);
    const struct dirent *entry;

    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        char inner[1024];

        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        (void)snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        remove_all(inner);
    }
    if (folder != NULL)
        (void)closedir(folder);
    (void)remove(path);
}

static void clear(struct scene *scene)
{
    (void)scene;
    remove_all(FOLDER);
}

static fzzf_status export_unit(struct scene *scene, fzzf_diags *diags)
{
    remove_all(FOLDER);
    return fzzf_report_export(scene->units[scene->at], scene->system,
                              scene->result, scene->text, FOLDER, diags);
}

static fzzf_status export_in_english(struct scene *scene, fzzf_diags *diags)
{
    remove_all(FOLDER);
    return fzzf_report_export_in(FZZF_ENGLISH, scene->units[scene->at],
                                 scene->system, scene->result, scene->text,
                                 FOLDER, diags);
}

static bool is_absent(struct scene *scene)
{
    (void)scene;
    return !is_there(FOLDER) && !is_there(FOLDER ".part");
}

static void tell_folder(struct scene *scene, struct note *note)
{
    static const char *const names[] = {"index.html", "index.xml", "index.csv",
                                        "report.txt"};

    (void)scene;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[256], buffer[4096];
        FILE *file;
        size_t count;

        (void)snprintf(path, sizeof path, FOLDER "/%s", names[i]);
        file = fopen(path, "rb");
        while (file != NULL &&
               (count = fread(buffer, 1, sizeof buffer, file)) > 0)
            note_add(note, buffer, count);
        if (file != NULL)
            (void)fclose(file);
    }
}

static const struct trial exporting = {.call = CALL_fzzf_report_export,
                                       .prepare = clear,
                                       .act = export_unit,
                                       .untouched = is_absent,
                                       .tell = tell_folder,
                                       .release = clear};

static const struct trial in_english = {.call = CALL_fzzf_report_export_in,
                                        .prepare = clear,
                                        .act = export_in_english,
                                        .untouched = is_absent,
                                        .tell = tell_folder,
                                        .release = clear};

void try_exporting(void)
{
    struct set set;
    char *const evidence = note_path("tests/alloc");

    if (set_open(&set, "tests/alloc/every.xml", "tests/alloc/contract.xml",
                 "tests/alloc/units.xml")) {
        struct scene scene = {.label = "export",
                              .system = set.system,
                              .units = set.units,
                              .unit_count = set.unit_count};

        if (fzzf_plan_evaluate(set.plan, &scene.result, set.units[0], NULL) !=
            FZZF_OK)
            scene.result = NULL;
        try_faults(&exporting, &scene);
        try_faults(&in_english, &scene);
        fzzf_result_unref(scene.result);
        scene.result = NULL;
        scene.at = 1;
        scene.text = evidence;
        try_faults(&exporting, &scene);
    }
    set_close(&set);
    free(evidence);
}
