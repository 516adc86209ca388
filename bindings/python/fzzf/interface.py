# SPDX-License-Identifier: Apache-2.0
"""The C interface as SWIG makes it, which only this package uses."""

from __future__ import annotations

import importlib
from typing import Any

_fzzf: Any = importlib.import_module("fzzf._fzzf")
