#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ranks the units of a published table and says where one of them lost what.

Runs in the folder of its documents.
"""

import sys

import fzzf

#: The unit to explain.
ASKED = "巴中市"


def main() -> None:
    plan = fzzf.Plan(
        fzzf.read_system("system.xml"), fzzf.read_contract("contract.xml")
    )
    cohort = plan.cohort("declarations.xml")
    for unit in sorted(cohort, key=lambda unit: unit.place or len(cohort)):
        print(unit.place, unit.name, unit.rounded)
    for declaration in fzzf.read_declarations("declarations.xml"):
        if declaration.unit_name == ASKED:
            for node in cohort.evaluate(declaration):
                for cause in node.causes:
                    print(f"{node.id} {node.title}：{cause.text('zh')}")


if __name__ == "__main__":
    try:
        main()
    except fzzf.FzzfError as error:
        sys.exit(str(error))
