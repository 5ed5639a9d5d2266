#!/usr/bin/env python3
"""Where patterns stand in a text, as Python's `re` has it: the word of another engine."""
import json, pathlib, re

TEXTS = {
    "prose": "Softmax turns scores into weights.\nThe weights sum to 1, not 10 or 0.5.\nEin \u00fcbliches Ma\u00df f\u00fcr caf\u00e9s.\n",
    "code": "def dot(u, v):\n    return sum(a * b for a, b in zip(u, v))\n",
}
PATTERNS = [
    r"weights?", r"\bs\w+", r"^\w+", r"\w+\.$", r"[0-9]+(\.[0-9]+)?", r"(a|b)\b", r"\s+return", r"^ +\w",
    r"(?<=the )weights", "[\u00fc\u00e9]", ".\u00dfl?", r"(\w)\1", r"sum\s*\(", r"u, v|a, b", r"x*", r"\d{2,}",
    r"caf.s", r"t[^\n]*s", r"(?:s|S)c?o", r"\Bo\b|\bt",
]
cases = []
for name, text in TEXTS.items():
    for pattern in PATTERNS:
        found = []
        for match in re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE):
            if match.start() < match.end():
                a = len(text[: match.start()].encode())
                found.append([a, a + len(match.group().encode())])
        cases.append({"text": text, "pattern": pattern, "matches": found})
pathlib.Path(__file__).with_name("matches.json").write_text(
    json.dumps({"version": 1, "cases": cases}, indent=1) + "\n")
