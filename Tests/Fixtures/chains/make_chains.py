#!/usr/bin/env python3
"""Writes chains.json: inputs of the widgets that compute table after table, and what torch makes of them in double
precision, by its own attention, norms and activations. pip install torch"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(15)


def draw(rows, columns):
    return torch.randint(-300, 301, (rows, columns)).double() / 100


def text(matrix):
    return "; ".join(" ".join(repr(x) for x in row) for row in matrix.tolist())


def table(matrix):
    return torch.atleast_2d(matrix).tolist()


def heads_of(x, heads):
    return x.reshape(len(x), heads, -1).transpose(0, 1)


def attention(q, k, v, heads, causal):
    """The heads' outputs side by side; the last query stands at the last key."""
    mask = torch.ones(len(q), len(k), dtype=torch.bool)
    if causal:
        mask = mask.tril(len(k) - len(q))
    out = F.scaled_dot_product_attention(*(heads_of(x, heads) for x in (q, k, v)), attn_mask=mask)
    return out.transpose(0, 1).reshape(len(q), -1)


def sinusoids(n, d):
    places, columns = torch.arange(n).double()[:, None], torch.arange(d)
    angles = places / 10000 ** ((columns - columns % 2) / d)
    return torch.where(columns % 2 == 0, angles.sin(), angles.cos())


def projections(n, d, heads, width, causal, positions):
    x, wq, wk = draw(n, d), draw(d, heads * width), draw(d, heads * width)
    wv, wo = draw(d, 2 * heads), draw(2 * heads, d)
    stream = x + sinusoids(n, d) if positions else x
    q, k, v = stream @ wq, stream @ wk, stream @ wv
    out = attention(q, k, v, heads, causal)
    return {
        "widget": "projections",
        "inputs": {"X": text(x), "W_Q": text(wq), "W_K": text(wk), "W_V": text(wv), "W_O": text(wo), "heads": str(heads)}
        | ({"mask": "causal"} if causal else {})
        | ({"positions": "sinusoidal"} if positions else {}),
        "results": {"Q": table(q), "K": table(k), "V": table(v), "O": table(out), "Y": table(out @ wo)},
    }


def decode(n, d, k, v, chunk, cached):
    """Every word's output by the whole matrices at once, cut into the turns."""
    x, wq, wk, wv = draw(n, d), draw(d, k), draw(d, k), draw(d, v)
    out = attention(x @ wq, x @ wk, x @ wv, 1, True)
    results = {}
    for turn, first in enumerate(range(0, n, chunk), 1):
        end = min(first + chunk, n)
        results[f"O_{turn}"] = table(out[first if cached else 0 : end])
        results[f"K_{turn}"] = table((x @ wk)[:end])
    return {
        "widget": "decode",
        "inputs": {"X": text(x), "W_Q": text(wq), "W_K": text(wk), "W_V": text(wv), "chunk": str(chunk)}
        | ({} if cached else {"cache": "no"}),
        "results": results,
    }


def embedding(rows, d, ids, query):
    e = draw(rows, d)
    q = e[query[0]] - e[query[1]] + e[query[2]]
    cosines = F.cosine_similarity(e, q[None], dim=1)
    centred = e - e.mean(0)
    axes = torch.linalg.svd(centred, full_matrices=True)[2][:2]
    axes = axes * torch.gather(axes, 1, axes.abs().argmax(1, keepdim=True)).sign()
    return {
        "widget": "embedding",
        "inputs": {"E": text(e), "text": " ".join(map(str, ids)), "query": "{} - {} + {}".format(*query)},
        "results": {
            "X": table(F.embedding(torch.tensor(ids), e)), "q": table(q), "D": table((e @ q)[:, None]),
            "C": table(cosines[:, None]), "R": table(cosines.sort(descending=True)[0][:, None]),
            "W": table(axes), "P": table(centred @ axes.T),
        },
    }


def block(n, d, heads, width, units, vocabulary, kind, place, activation):
    x, wq, wk, wv = draw(n, d), draw(d, heads * width), draw(d, heads * width), draw(d, heads)
    wo, up, gate, down, u = draw(heads, d), draw(d, units), draw(d, units), draw(units, d), draw(d, vocabulary)
    norm = {"layer": lambda x: F.layer_norm(x, (d,)), "rms": lambda x: F.rms_norm(x, (d,), eps=1e-5)}[kind]
    bend = {
        "relu": lambda x: F.relu(x @ up),
        "gelu": lambda x: F.gelu(x @ up, approximate="tanh"),
        "swiglu": lambda x: F.silu(x @ gate) * (x @ up),
    }[activation]

    def part(x):
        return attention(x @ wq, x @ wk, x @ wv, heads, True) @ wo

    def mlp(x):
        return bend(x) @ down

    if place == "pre":
        first = x + part(norm(x))
        second = first + mlp(norm(first))
    else:
        first = x + part(x)
        second = norm(first) + mlp(norm(first))
    logits = norm(second) @ u
    inputs = {"X": x, "W_Q": wq, "W_K": wk, "W_V": wv, "W_O": wo, "W_up": up, "W_gate": gate, "W_down": down, "W_U": u}
    return {
        "widget": "block",
        "inputs": {key: text(value) for key, value in inputs.items()}
        | {"heads": str(heads), "norm": kind, "place": place, "activation": activation},
        "results": {
            "X_1": table(first), "X_2": table(second), "logits": table(logits), "p": table(logits.softmax(1)),
        },
    }


def main():
    cases = []
    for n, d, k, v in [(1, 1, 1, 1), (3, 2, 2, 2), (8, 4, 3, 2)]:
        for chunk in [1, 2, 3]:
            for cached in [True, False]:
                cases.append(decode(n, d, k, v, chunk, cached))
    cases += [embedding(rows, d, ids, [0, 1, 2]) for rows, d, ids in [(3, 2, [0]), (6, 3, [5, 5, 1]), (16, 8, [15, 0])]]
    for kind in ["layer", "rms"]:
        for place in ["pre", "post"]:
            for activation in ["relu", "gelu", "swiglu"]:
                for n, d, heads, width, units, vocabulary in [(1, 2, 1, 1, 1, 2), (4, 4, 2, 2, 5, 3)]:
                    cases.append(block(n, d, heads, width, units, vocabulary, kind, place, activation))
    for n, d, heads, width in [(1, 1, 1, 1), (3, 2, 1, 2), (3, 4, 2, 2), (5, 3, 3, 1), (8, 4, 2, 3)]:
        for causal in [False, True]:
            for positions in [False, True]:
                cases.append(projections(n, d, heads, width, causal, positions))
    path = pathlib.Path(__file__).with_name("chains.json")
    path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")


main()
