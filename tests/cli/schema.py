# SPDX-License-Identifier: Apache-2.0
"""schema.py SCHEMA FILE...: whether JSON files hold by a schema that uses the
few words of JSON Schema which are handled here; an unknown word is an error."""
import json
import re
import sys

KINDS = {"object": dict, "array": list, "string": str, "null": type(None),
         "boolean": bool, "integer": int}
SILENT = {"$schema", "$id", "$comment", "$defs", "title", "description"}


class Schema:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.root = json.load(file)

    def is_kind(self, value, kind):
        if kind == "integer" and isinstance(value, bool):
            return False
        return isinstance(value, KINDS[kind])

    def faults(self, value, schema, path="$"):
        for word, wanted in schema.items():
            if word not in SILENT:
                judge = getattr(self, "judge_" + word.replace("$", ""))
                yield from judge(value, wanted, schema, path)

    def judge_ref(self, value, wanted, _schema, path):
        name = wanted.rpartition("/")[2]
        yield from self.faults(value, self.root["$defs"][name], path)

    def judge_type(self, value, wanted, _schema, path):
        kinds = [wanted] if isinstance(wanted, str) else wanted
        if not any(self.is_kind(value, kind) for kind in kinds):
            yield f"{path}: {value!r} is no {wanted}"

    def judge_const(self, value, wanted, _schema, path):
        if value != wanted:
            yield f"{path}: {value!r} is not {wanted!r}"

    def judge_enum(self, value, wanted, _schema, path):
        if value not in wanted:
            yield f"{path}: {value!r} is none of {wanted}"

    def judge_pattern(self, value, wanted, _schema, path):
        if isinstance(value, str) and not re.search(wanted, value):
            yield f"{path}: {value!r} does not match {wanted}"

    def judge_minimum(self, value, wanted, _schema, path):
        if isinstance(value, int) and value < wanted:
            yield f"{path}: {value} is less than {wanted}"

    def judge_required(self, value, wanted, _schema, path):
        if isinstance(value, dict):
            for name in wanted:
                if name not in value:
                    yield f"{path}: lacks {name}"

    def judge_properties(self, value, wanted, _schema, path):
        if isinstance(value, dict):
            for name, part in wanted.items():
                if name in value:
                    yield from self.faults(value[name], part,
                                           f"{path}.{name}")

    def judge_additionalProperties(self, value, wanted, schema, path):
        if isinstance(value, dict):
            for name in value.keys() - schema.get("properties", {}).keys():
                if wanted is False:
                    yield f"{path}: has {name}"
                else:
                    yield from self.faults(value[name], wanted,
                                           f"{path}.{name}")

    def judge_items(self, value, wanted, _schema, path):
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from self.faults(item, wanted, f"{path}[{index}]")

    def judge_oneOf(self, value, wanted, _schema, path):
        results = [list(self.faults(value, part, path)) for part in wanted]
        if sum(not found for found in results) != 1:
            yield min((r for r in results if r), key=lambda r: -len(r[0]),
                      default=[f"{path}: holds by several"])[0]


def main(schema_path, *paths):
    schema = Schema(schema_path)
    failed = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            value = json.load(file)
        for fault in schema.faults(value, schema.root):
            print(f"{path}: {fault}")
            failed += 1
    return 1 if failed else 0


sys.exit(main(*sys.argv[1:]))
