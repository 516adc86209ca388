/* SPDX-License-Identifier: Apache-2.0 */
/* Packages and receipts as JSON. */
#include <string.h>

#include "check_write.h"
#include "exchange_json.h"
#include "input.h"
#include "message.h"
#include "result_json.h"

static void write_signatures(struct json *json, const fzzf_package *package)
{
    fzzf_signature view = {.size = sizeof view};
    size_t i;

    json_array(json, "signatures");
    for (i = 0; fzzf_package_signature(package, i, &view); i++) {
        json_object(json, NULL);
        json_text(json, "name", view.name);
        json_text(json, "status", fzzf_signature_status_name(view.status));
        json_text(json, "label", view.label);
        json_text(json, "algorithm", fzzf_algorithm_name(view.algorithm));
        json_text(json, "key", view.key);
        json_count(json, "covered", view.covered);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_entries(struct json *json, const fzzf_manifest *manifest)
{
    fzzf_entry entry = {.size = sizeof entry};
    size_t i;

    json_array(json, "entries");
    for (i = 0; fzzf_manifest_at(manifest, i, &entry); i++) {
        json_object(json, NULL);
        json_text(json, "name", entry.name);
        json_text(json, "kind", fzzf_entry_kind_name(entry.kind));
        json_text(json, "media", entry.media);
        json_count(json, "bytes", (size_t)entry.bytes);
        json_text(json, "sha256", entry.sha256);
        json_text(json, "sm3", entry.sm3);
        json_end_object(json);
    }
    json_end_array(json);
}

void json_packages(struct json *json, struct cli *cli)
{
    json_begin(json, &cli->out, cli->row->name);
    json_array(json, "packages");
}

void json_package(struct json *json, const char *file,
                  const fzzf_package *package)
{
    const fzzf_manifest *const manifest = fzzf_package_manifest(package);
    fzzf_dispatch dispatch = {.size = sizeof dispatch};

    (void)fzzf_manifest_describe(manifest, &dispatch);
    json_object(json, NULL);
    json_text(json, "file", file);
    json_text(json, "batch", dispatch.batch);
    json_count(json, "sequence", dispatch.sequence);
    json_text(json, "sender", dispatch.sender);
    json_text(json, "level", fzzf_level_name(dispatch.level));
    json_text(json, "made", dispatch.made);
    write_signatures(json, package);
    write_entries(json, manifest);
    json_end_object(json);
}

void json_end_packages(struct json *json)
{
    json_end_array(json);
    json_end_object(json);
}

void write_package(struct cli *cli, const char *file,
                   const fzzf_package *package)
{
    struct json json;

    json_packages(&json, cli);
    json_package(&json, file, package);
    json_end_packages(&json);
}

void write_made(struct cli *cli)
{
    const char *const path = cli->settings.file;
    fzzf_package *package = NULL;
    fzzf_source source;

    if (cli->format != FORMAT_JSON || strcmp(path, "-") == 0)
        return;
    input_single(path, &source);
    if (succeeded(cli, fzzf_package_open(&package, &source, NULL, cli->diags),
                  path))
        write_package(cli, path, package);
    fzzf_package_free(package);
}

void write_receipt(struct cli *cli, const fzzf_receipt *receipt)
{
    const fzzf_diags *const findings = fzzf_receipt_findings(receipt);
    fzzf_acknowledgement says = {.size = sizeof says};
    struct json json;
    size_t i;

    (void)fzzf_receipt_describe(receipt, &says);
    json_begin(&json, &cli->out, cli->row->name);
    json_text(&json, "receiver", says.receiver);
    json_text(&json, "level", fzzf_level_name(says.level));
    json_text(&json, "made", says.made);
    json_text(&json, "verdict", fzzf_acceptance_name(says.verdict));
    json_count(&json, "bytes", (size_t)says.bytes);
    json_text(&json, "sha256", says.sha256);
    json_text(&json, "sm3", says.sm3);
    json_text(&json, "batch", says.batch);
    json_count(&json, "sequence", says.sequence);
    json_text(&json, "sender", says.sender);
    json_array(&json, "findings");
    for (i = 0; i < fzzf_diags_count(findings); i++)
        json_finding(&json, findings, i);
    json_end_array(&json);
    json_end_object(&json);
}
