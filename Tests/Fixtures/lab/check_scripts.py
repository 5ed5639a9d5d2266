#!/usr/bin/env python3
"""Runs the NumPy scripts that the figures of the lab export, and sets them beside the program.

    python3 Tests/Fixtures/lab/check_scripts.py PROGRAM [--record] [NAME ...]

Each script has to have the program's first ten losses to 1e-4, and to reach the same threshold. With
--record the losses that NumPy found are written to losses.json, which the tests compare with; where
only some are named, the others stay.
Needs numpy.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

TRAININGS = [
    "reverse", "copy", "shift", "sort", "induction", "induction-one-layer", "instructions", "scaling",
    "overfitting-10", "overfitting-100", "overfitting-1000",
]
# The name of a recipe of `attend train`, and the figure that exports its script.
FIGURES = {name: ("train", {"recipe": name}) for name in TRAININGS}
FIGURES |= {
    f"fine-tuning-{method}": ("fine-tuning", {"method": method})
    for method in ["full", "replay", "lora", "head"]
}
FIGURES |= {
    "pre-training": ("pre-training", {}),
    "pre-training-autoencoder": ("pre-training", {"objective": "autoencoder"}),
    "preferences": ("preferences", {"labeller": "quality"}),
    "preferences-length": ("preferences", {"labeller": "length"}),
}


def exported(program, figure, inputs, folder):
    """The output of the script, line by line, and the exported results."""
    state = folder / "state.json"
    state.write_text(json.dumps({"widget": figure, "inputs": inputs}))
    subprocess.run([program, state, "--plain"], input="export\nquit\n", text=True, check=True,
                   cwd=folder, stdout=subprocess.DEVNULL,
                   env={"XDG_STATE_HOME": str(folder), "LC_ALL": "C.UTF-8"})
    out = subprocess.run([sys.executable, folder / f"{figure}-1.py"], text=True, check=True,
                         capture_output=True).stdout
    return out.splitlines(), json.loads((folder / f"{figure}-1.json").read_text())["results"]


def check(program, name):
    figure, inputs = FIGURES[name]
    with tempfile.TemporaryDirectory() as folder:
        lines, results = exported(program, figure, inputs, pathlib.Path(folder))
    ours = json.loads(subprocess.run([program, "train", name, "--json"], text=True, check=True,
                                     capture_output=True).stdout)
    steps = [line.split() for line in lines if line.startswith("step ")]
    losses = [float(words[3]) for words in steps][:10]
    worst = max(abs(loss - point["loss"]) for loss, point in zip(losses, ours["curve"]))
    reached = [line.split()[-1] for line in lines if line.startswith("reached")]
    fine = len(losses) == 10 and worst < 1e-4
    if reached:
        theirs = None if reached[0] == "None" else int(reached[0])
        mine = ours["reachedAt"]
        # Rounding grows over hundreds of steps: the step may be another one, whether it is reached not.
        fine = fine and (theirs is None) == (mine is None)
    print("right" if fine else "WRONG", name, f"losses differ by {worst:.1e}",
          f"reached {reached[0]} and {ours['reachedAt']}" if reached else "")
    return fine, {"losses": losses, "reached": reached[0] if reached else None}


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--record"]
    program, names = str(pathlib.Path(arguments[0]).resolve()), arguments[1:] or list(FIGURES)
    found = {name: check(program, name) for name in names}
    if "--record" in sys.argv:
        path = pathlib.Path(__file__).with_name("losses.json")
        # Those that were not asked for stay as they were.
        before = json.loads(path.read_text()) if path.exists() else {}
        now = before | {name: numbers for name, (_, numbers) in found.items()}
        path.write_text(json.dumps(now, indent=1) + "\n")
    sys.exit(0 if all(fine for fine, _ in found.values()) else 1)
