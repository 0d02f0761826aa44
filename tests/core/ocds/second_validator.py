"""Reads {"releases": [...], "wrong": {...}} and prints what Python's jsonschema objects to in each release."""

import json
import sys
from pathlib import Path

from jsonschema import Draft4Validator, FormatChecker

schema = json.loads(
    (Path(__file__).parents[3] / "src/core/ocds/schema/release-schema.json").read_text(encoding="utf-8")
)
validator = Draft4Validator(schema, format_checker=FormatChecker())
data = json.load(sys.stdin)
faults = [
    f"{release['id']} {list(error.path)} {error.message}"
    for release in data["releases"]
    for error in validator.iter_errors(release)
]
json.dump({"faults": faults, "wrong": not validator.is_valid(data["wrong"])}, sys.stdout)
