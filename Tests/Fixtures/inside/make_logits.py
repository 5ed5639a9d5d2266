#!/usr/bin/env python3
"""The logits of the model inside the program, by NumPy in double precision on the dequantised weights.

Reads the file on its own, without any code of the project: python3 make_logits.py > logits.json,
and with what is looked at inside: python3 make_logits.py studies > studies.json
"""
import json
import os
import re
import struct
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
FILE = os.path.join(HERE, "../../../Sources/CLibraries/CInside/inside.model")
data = open(FILE, "rb").read()
place = 0


def take(form):
    global place
    values = struct.unpack_from("<" + form, data, place)
    place += struct.calcsize("<" + form)
    return values if len(values) > 1 else values[0]


def quantised(count):
    global place
    out = np.zeros(count)
    for start in range(0, count, 32):
        size = min(32, count - start)
        scale = float(np.frombuffer(data, "<f2", 1, place)[0])
        out[start : start + size] = scale * np.frombuffer(data, "i1", size, place + 2)
        place += 2 + size
    return out


def plain(count):
    global place
    out = np.frombuffer(data, "<f4", count, place).astype(float)
    place += 4 * count
    return out


assert data[:8] == b"attendLM"
place = 8
assert take("I") == 1
V, C, D, L, H, U = take("6I")
theta = take("d")
merges = [take("HH") for _ in range(take("I"))]
E = quantised(V * D).reshape(V, D)
# In the order in which they lie: of each block the norms stand where they were made.
blocks = []
for _ in range(L):
    b = {"n1": plain(D)}
    for name in ("q", "k"):
        b[name] = quantised(D * D).reshape(D, D)
        b[name + "b"] = plain(D)
    b["v"] = quantised(D * D).reshape(D, D)
    b["o"] = quantised(D * D).reshape(D, D)
    b["n2"] = plain(D)
    b["up"] = quantised(D * U).reshape(D, U)
    b["gate"] = quantised(D * U).reshape(D, U)
    b["down"] = quantised(U * D).reshape(U, D)
    blocks.append(b)
final = plain(D)
adapters = {}
for _ in range(take("I")):
    size = take("H")
    name = data[place : place + size].decode()
    place += size
    rank = take("I")
    alpha = take("d")
    shapes = [(D, D)] * 4 + [(D, U), (D, U), (U, D)]
    numbers = quantised(L * sum(rank * (i + o) for i, o in shapes))
    at = 0
    parts = []
    for _ in range(L):
        own = {}
        for part, (i, o) in zip(("q", "k", "v", "o", "up", "gate", "down"), shapes):
            a = numbers[at : at + i * rank].reshape(i, rank)
            b_ = numbers[at + i * rank : at + rank * (i + o)].reshape(rank, o)
            own[part] = alpha / rank * a @ b_
            at += rank * (i + o)
        parts.append(own)
    adapters[name] = (parts, quantised(2 * D).reshape(2, D))

tokens_of = {bytes([i]): i for i in range(256)}
texts = [bytes([i]) for i in range(256)]
for left, right in merges:
    texts.append(texts[left] + texts[right])


def encode(text):
    """GPT-2's rule for plain English, then the merge that was learnt first, again and again."""
    out = []
    for word in re.findall(r"'(?:s|t|re|ve|m|ll|d)| ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+|\s+", text):
        tokens = list(word.encode())
        while True:
            ranks = [
                (merges.index((a, b)), i)
                for i, (a, b) in enumerate(zip(tokens, tokens[1:]))
                if (a, b) in merges
            ]
            if not ranks:
                break
            rank = min(ranks)[0]
            merged, i = [], 0
            while i < len(tokens):
                if i + 1 < len(tokens) and (tokens[i], tokens[i + 1]) == merges[rank]:
                    merged.append(256 + rank)
                    i += 2
                else:
                    merged.append(tokens[i])
                    i += 1
            tokens = merged
        out += tokens
    return out


def norm(x, gain):
    return gain * x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5)


def turn(x):
    n, width = len(x), D // H
    angles = np.arange(n)[:, None] * theta ** (-2 * np.arange(width // 2) / width)
    out = x.reshape(n, H, width // 2, 2).copy()
    a, b = out[..., 0].copy(), out[..., 1].copy()
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]
    out[..., 0], out[..., 1] = a * cos - b * sin, a * sin + b * cos
    return out.reshape(n, H, width)


def logits(tokens, adapter=None, off=(), patch=None, seen=None):
    """`patch` is a level, a place and a vector of the residual stream; `seen` takes what is computed."""
    seen = {} if seen is None else seen
    seen.update(stream=[], heads={}, mlps=[], units=[], weights={})
    table = E.copy()
    deltas = [{}] * L
    if adapter:
        deltas, roles = adapters[adapter]
        table[V - 2 :] = roles
    x = np.sqrt(D) * table[tokens]
    n = len(tokens)
    mask = np.triu(np.full((n, n), -np.inf), 1)


    def passed(level, x):
        if patch and patch[0] == level:
            x = x.copy()
            x[patch[1]] = patch[2]
        seen["stream"].append(x)
        return x

    x = passed(0, x)
    for layer, (b, delta) in enumerate(zip(blocks, deltas)):
        w = lambda name: b[name] + delta.get(name, 0)
        y = norm(x, b["n1"])
        q, k = turn(y @ w("q") + b["qb"]), turn(y @ w("k") + b["kb"])
        v = (y @ w("v")).reshape(n, H, D // H)
        mixed = np.zeros((n, H, D // H))
        for h in range(H):
            s = q[:, h] @ k[:, h].T / np.sqrt(D // H) + mask
            a = np.exp(s - s.max(-1, keepdims=True))
            seen["weights"][layer, h] = a / a.sum(-1, keepdims=True)
            mixed[:, h] = seen["weights"][layer, h] @ v[:, h]
            if (layer, h) in off:
                mixed[:, h] = 0
            own = slice(h * D // H, (h + 1) * D // H)
            seen["heads"][layer, h] = mixed[:, h] @ w("o")[own]
        x = x + mixed.reshape(n, D) @ w("o")
        y = norm(x, b["n2"])
        g = y @ w("gate")
        seen["units"].append(g / (1 + np.exp(-g)) * (y @ w("up")))
        seen["mlps"].append(seen["units"][-1] @ w("down"))
        x = passed(layer + 1, x + seen["mlps"][-1])
    seen["table"] = table
    return norm(x, final) @ table.T


PROMPTS = [
    (None, (), "\nWhen Mia and Tom went to the park, Tom gave the red ball to"),
    (None, ((1, 2), (0, 3)), "\nWhen Mia and Tom went to the park, Tom gave the red ball to"),
    (None, (), "\nMia has the key. The drum is with Ben. Who has the drum?"),
    (None, (), "\n1234 Übung, (\"odd\") text's end"),
    ("instruct", (), ("Mia has the key. Who has the lamp?",)),
    ("prefer", ((2, 0),), ("Mia has the key. Who has the lamp?",)),
    ("overprefer", (), ("Reverse: ball, key, pen.",)),
]
cases = []
for adapter, off, text in PROMPTS:
    if isinstance(text, tuple):
        tokens = [10, V - 2] + encode(" " + text[0]) + [V - 1]
    else:
        tokens = encode(text) if "Ü" not in text else list(text.encode())
    out = logits(tokens, adapter, off)
    cases.append(
        {
            "adapter": adapter or "base",
            "text": text if isinstance(text, str) else text[0],
            "tokens": tokens,
            "off": [f"L{l}H{h}" for l, h in off],
            "logits": [round(float(v), 7) for v in out[-1]],
            "first": [round(float(v), 7) for v in out[0][:8]],
        }
    )


def short(values):
    return np.round(np.asarray(values, float), 7).tolist()


def chat(text):
    return [10, V - 2] + encode(" " + text) + [V - 1]


def study(adapter, tokens, others):
    """What each level would say, what each part writes for the likeliest two, and what a second text's
    stream brings back of its answer, level by level and place by place."""
    here, there = {}, {}
    out, other = logits(tokens, adapter, seen=here), logits(others, adapter, seen=there)
    table, last = here["table"], len(tokens) - 1
    best = np.argsort(-out[-1], kind="stable")[:2]
    inverse = 1 / np.sqrt((here["stream"][-1][-1] ** 2).mean() + 1e-5)
    writes = lambda vector: short((vector * inverse * final) @ table[best].T)
    own, his = int(out[-1].argmax()), int(other[-1].argmax())
    lead = lambda row: row[his] - row[own]
    restored = [
        [
            (lead(logits(tokens, adapter, patch=(level, at, there["stream"][level][at]))[-1])
             - lead(out[-1])) / (lead(other[-1]) - lead(out[-1]))
            for at in range(len(tokens))
        ]
        for level in range(L + 1)
    ]
    return {
        "adapter": adapter or "base",
        "tokens": tokens,
        "others": others,
        "lens": [short((norm(x, final) @ table.T)[-1][:8]) for x in here["stream"]],
        "best": best.tolist(),
        "brought": writes(here["stream"][0][-1]),
        "heads": {f"L{l}H{h}": writes(v[-1]) for (l, h), v in here["heads"].items()},
        "mlps": {f"L{l}MLP": writes(v[-1]) for l, v in enumerate(here["mlps"])},
        "weights": {f"L{l}H{h}": short(a[-1]) for (l, h), a in here["weights"].items()},
        "units": [short(u[-1][:8]) for u in here["units"]],
        "own": own,
        "other": his,
        "restored": [short(row) for row in restored],
    }


def odds(adapter, prompt, answer):
    before = chat(prompt) if adapter else [10] + encode(prompt)
    own = encode(answer)
    out = logits(before + own, adapter)
    logs = out - np.log(np.exp(out - out.max(-1, keepdims=True)).sum(-1, keepdims=True))
    logs = logs - out.max(-1, keepdims=True)
    return sum(float(logs[len(before) + i - 1, token]) for i, token in enumerate(own))


if sys.argv[1:] == ["studies"]:
    gift = "When {0} and {1} went to the park, {1} gave the red ball to"
    question = "Mia has the {0}. Ben has the {1}. Who has the lamp?"
    asked = "Mia has the key. Who has the lamp?"
    print(
        json.dumps(
            {
                "studies": [
                    study(None, [10] + encode(gift.format("Mia", "Tom")),
                          [10] + encode(gift.format("Tom", "Mia"))),
                    study("instruct", chat(question.format("lamp", "key")),
                          chat(question.format("key", "lamp"))),
                ],
                "prompt": asked,
                "odds": [
                    {"adapter": name or "base", "answer": answer, "logarithm": odds(name, asked, answer)}
                    for name in (None, "instruct", "prefer", "overprefer")
                    for answer in (" Mia.", " The story does not say.")
                ],
            }
        )
    )
else:
    print(json.dumps({"cases": cases}))
