"""Writes promotion.json: which dtype NumPy gives to pairs of arrays and to arrays beside scalars, and what it casts.

    python3 generate.py      (NumPy 1.24)
"""
import json
from pathlib import Path

import numpy as np

NAMES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64",
         "complex64", "complex128"]
LEVELS = ["no", "equiv", "safe", "same_kind", "unsafe"]
SCALARS = [("bool", 1), ("int64", 0), ("int64", 1), ("int64", 127), ("int64", 128), ("int64", 255), ("int64", 256),
           ("int64", -1), ("int64", -128), ("int64", -129), ("int64", 32767), ("int64", 32768), ("int64", 65535),
           ("int64", 65536), ("int64", -32769), ("int64", 2**31 - 1), ("int64", 2**31), ("int64", 2**32), ("int64", -2**31 - 1),
           ("uint8", 200), ("uint64", 5), ("uint64", 2**40), ("int8", -3), ("float64", 0.1), ("float64", 1e5),
           ("float64", 1e39), ("float64", -7e4), ("float32", 1.5), ("float32", 1e30), ("float64", float("inf"))]

pairs = [[a, b, np.promote_types(a, b).name] for a in NAMES for b in NAMES]
casts = [[a, b, level, bool(np.can_cast(a, b, level))] for a in NAMES for b in NAMES for level in LEVELS]
scalars = [[kind, str(value), name, np.result_type(np.ones(2, name), np.array(value, kind)).name,
            (np.ones(2, name) / np.array(value, kind)[()]).dtype.name, np.arctan2(np.ones(2, name), np.array(value, kind)).dtype.name
            if not name.startswith("complex") else None]
           for kind, value in SCALARS for name in NAMES]
Path(__file__).with_name("promotion.json").write_text(
    json.dumps({"numpy": np.__version__, "pairs": pairs, "casts": casts, "scalars": scalars}).replace("]], ", "]],\n ") + "\n")
