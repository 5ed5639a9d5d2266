#!/usr/bin/env python3
"""Exports the widgets that compute table after table, in all their settings, runs the scripts and compares each table
with the exported one. check_scripts.py PROGRAM; pip install numpy"""

import contextlib
import io
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy

OTHERS = {"projections": {"mask": ["none", "causal"], "positions": ["none", "sinusoidal"], "heads": ["1", "2"]}}
OTHERS["decode"] = {"chunk": ["0", "1", "2"], "cache": ["yes", "no"], "place": ["pre", "post"]}
OTHERS["block"] = {"norm": ["layer", "rms"], "place": ["pre", "post"], "activation": ["relu", "gelu", "swiglu"]}
OTHERS["embedding"] = {"query": ["king - man + woman", "1 0 2", "0"]}
OTHERS["tokens"] = {"mode": ["text", "chat"], "merges": ["0", "20", "500"], "text": ["it's  naïve\\n🙂\\s", "<|im_end|>"]}


def number(value):
    return {"inf": numpy.inf, "-inf": -numpy.inf, None: numpy.nan}.get(value, value) if not isinstance(value, list) else [
        number(each) for each in value
    ]


def export(program, folder, widget, inputs):
    (folder / "state.json").write_text(json.dumps({"version": 1, "widget": widget, "inputs": inputs}))
    lines = "export\nquit\n"
    run = subprocess.run(
        [program, "--plain", "state.json"], cwd=folder, input=lines, text=True, capture_output=True,
        env={"XDG_STATE_HOME": str(folder / "state")},
    )
    assert (folder / f"{widget}-1.py").exists(), run.stdout + run.stderr
    return json.loads((folder / f"{widget}-1.json").read_text())["results"]


def compare(widget, results, script):
    names, printed = {}, io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(script, names)
    if widget == "tokens":
        expected = [token["id"] for token in results["tokens"]]
        assert f"tokens {expected}" in printed.getvalue()
        assert "loss" not in results or names["loss"] == results["loss"]
        return 1
    for symbol, table in results.items():
        numpy.testing.assert_allclose(names[symbol], number(table), rtol=1e-9, atol=1e-12, err_msg=symbol)
    return len(results)


def main(program):
    program = pathlib.Path(program).resolve()
    for widget, others in OTHERS.items():
        count = tables = 0
        for values in itertools.product(*others.values()):
            with tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                # What the widget opens with, and these settings.
                example = export(program, folder, widget, EXAMPLES[widget] | dict(zip(others, values)))
                tables += compare(widget, example, (folder / f"{widget}-1.py").read_text())
                count += 1
        print(f"{widget}: {count} settings, {tables} tables equal")


EXAMPLES = {
    "tokens": {},
    "embedding": {
        "words": "king, queen, man, woman, child", "E": "3 2 0; 3 -2 0.5; 1 2 0; 1 -2 0; 0 1 1", "text": "woman 0"
    },
    "projections": {
        "X": "1 0; 0 1; 1 1", "W_Q": "1 0 0 2; 0 1 1 0", "W_K": "1 0 1 0; 1 1 0 1", "W_V": "2 0 1 0; 0 1 0 3",
        "W_O": "1 0; 0 1; 1 0; 0 -1",
    },
    "block": {
        "X": "1 0 0 1; 0 1 2 0; 2 1 0 0", "W_Q": "1 0; 0 1; 1 0; 0 1", "W_K": "0 1; 1 0; 0 1; 1 0",
        "W_V": "1 0; 0 1; 2 0; 0 1", "W_O": "0 1 0 1; 1 0 1 0", "W_up": "1 0 1; 0 1 -1; -1 1 0; 0 -1 1",
        "W_gate": "1 0 0; 0 1 0; 0 0 1; 1 1 0", "W_down": "0 2 0 0; 1 0 0 1; 0 0 1 -1",
        "W_U": "1 0 0 1; 0 1 0 1; 0 1 0 -1; 0 0 1 0", "heads": "2",
        "norm_2": "2 1 1 -1; 0 0 0.5 0",
    },
}
EXAMPLES["decode"] = EXAMPLES["block"]

main(sys.argv[1])
