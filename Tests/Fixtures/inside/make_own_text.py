#!/usr/bin/env python3
"""A few steps of training on the model inside the program, by torch in double precision.

Reads the file on its own, without any code of the project: python3 make_own_text.py > own_text.json
"""
import json
import os
import runpy
import sys

import numpy as np
import torch
from torch.nn import functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
# What lies in the file, as the script of the logits reads it; what that prints goes nowhere.
sys.argv = ["make_logits.py"]
out, sys.stdout = sys.stdout, open(os.devnull, "w")
made = runpy.run_path(os.path.join(HERE, "make_logits.py"))
sys.stdout = out
torch.set_num_threads(1)
V, D, L, H, theta = (made[name] for name in ("V", "D", "L", "H", "theta"))

p = {"E": made["E"], "final": made["final"]}
for layer, block in enumerate(made["blocks"]):
    p |= {f"{layer}.{name}": value for name, value in block.items()}
p = {name: torch.tensor(np.array(value), dtype=torch.float64, requires_grad=True) for name, value in p.items()}
# Weight decay is for the matrices of the blocks alone.
decayed = [v for n, v in p.items() if n != "E" and v.dim() == 2]
others = [v for n, v in p.items() if n == "E" or v.dim() < 2]


def norm(x, gain):
    return F.rms_norm(x, x.shape[-1:], gain, 1e-5)


def turn(x):  # (rows, heads, length, width)
    length, width = x.shape[-2:]
    angles = torch.arange(length, dtype=torch.float64)[:, None] * theta ** (-torch.arange(0, width, 2) / width)
    turned = torch.view_as_complex(x.reshape(*x.shape[:-1], -1, 2).contiguous()) * torch.polar(torch.ones_like(angles), angles)
    return torch.view_as_real(turned).flatten(-2)


def loss(rows):
    tokens, targets = rows[:, :-1], rows[:, 1:]
    n, length = tokens.shape
    x = D**0.5 * p["E"][tokens]
    for l in range(L):
        y = norm(x, p[f"{l}.n1"])
        q, k, v = (
            (y @ p[f"{l}.{name}"] + (p[f"{l}.{name}b"] if name != "v" else 0)).view(n, length, H, D // H).transpose(1, 2)
            for name in "qkv")
        z = F.scaled_dot_product_attention(turn(q), turn(k), v, is_causal=True)
        x = x + z.transpose(1, 2).reshape(n, length, D) @ p[f"{l}.o"]
        y = norm(x, p[f"{l}.n2"])
        x = x + (F.silu(y @ p[f"{l}.gate"]) * (y @ p[f"{l}.up"])) @ p[f"{l}.down"]
    logits = norm(x, p["final"]) @ p["E"].T
    return F.cross_entropy(logits.flatten(0, 1), targets.flatten())


draws = np.random.default_rng(5)
LENGTH, PEAK, STEPS = 24, 1e-3, 4
learnt = torch.tensor(draws.integers(0, V - 2, (8, LENGTH + 1)))
kept = torch.tensor(draws.integers(0, V - 2, (1, LENGTH + 1)))
optimiser = torch.optim.AdamW(
    [dict(params=decayed, weight_decay=0.02), dict(params=others, weight_decay=0)], lr=PEAK, betas=(0.9, 0.98), eps=1e-8)
steps = []
for step in range(STEPS + 1):
    with torch.no_grad():
        held = loss(kept).item()
    now = loss(learnt)
    steps.append(dict(learnt=now.item(), kept=held))
    optimiser.zero_grad()
    now.backward()
    torch.nn.utils.clip_grad_norm_(list(p.values()), 1.0)
    # It rises straight to its peak: with so few steps it is nowhere but on the way there.
    for group in optimiser.param_groups:
        group["lr"] = PEAK * (step + 1) / min(10, STEPS)
    optimiser.step()
print(json.dumps(dict(length=LENGTH, peak=PEAK, learnt=learnt.tolist(), kept=kept.tolist(), steps=steps)))
