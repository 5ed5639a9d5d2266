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


def weights_of(q, k, causal):
    """What each query's scores come to, for one head."""
    scores = q @ k.T / q.shape[1] ** 0.5
    if causal:
        scores = scores.masked_fill(~torch.ones(len(q), len(k), dtype=torch.bool).tril(len(k) - len(q)), -torch.inf)
    return scores.softmax(1)


def projections(n, d, heads, width, causal, positions):
    x, wq, wk = draw(n, d), draw(d, heads * width), draw(d, heads * width)
    wv, wo = draw(d, 2 * heads), draw(2 * heads, d)
    stream = x + sinusoids(n, d) if positions else x
    q, k, v = stream @ wq, stream @ wk, stream @ wv
    out = attention(q, k, v, heads, causal)
    weights = {
        "A" if heads == 1 else f"A_h{head}": table(weights_of(heads_of(q, heads)[head], heads_of(k, heads)[head], causal))
        for head in range(heads)
    }
    return {
        "widget": "projections",
        "inputs": {"X": text(x), "W_Q": text(wq), "W_K": text(wk), "W_V": text(wv), "W_O": text(wo), "heads": str(heads)}
        | ({"mask": "causal"} if causal else {})
        | ({"positions": "sinusoidal"} if positions else {}),
        "results": {"Q": table(q), "K": table(k), "V": table(v), "O": table(out), "attn": table(out @ wo)} | weights,
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
            "X": table(F.embedding(torch.tensor(ids), e)), "q": table(q), "dots": table((e @ q)[:, None]),
            "cosines": table(cosines[:, None]), "nearest": table(cosines.sort(descending=True)[0][:, None]),
            "axes": table(axes), "plane": table(centred @ axes.T),
        },
    }


class Block:
    """A block with random weights, what follows it, and how a widget is told of both."""

    def __init__(self, d, heads, width, units, vocabulary, kind, place, activation, scaled=True):
        self.d, self.heads, self.kind, self.place, self.activation = d, heads, kind, place, activation
        self.wq, self.wk, self.wv = draw(d, heads * width), draw(d, heads * width), draw(d, heads)
        self.wo, self.up, self.gate = draw(heads, d), draw(d, units), draw(d, units)
        self.down, self.u = draw(units, d), draw(d, vocabulary)
        self.scales = [draw(2, d) if scaled else torch.stack([torch.ones(d), torch.zeros(d)]) for _ in range(3)]

    def inputs(self, x):
        matrices = {
            "X": x, "W_Q": self.wq, "W_K": self.wk, "W_V": self.wv, "W_O": self.wo, "W_up": self.up,
            "W_gate": self.gate, "W_down": self.down, "W_U": self.u,
        } | dict(zip(["norm_1", "norm_2", "norm_f"], self.scales))
        return {key: text(value) for key, value in matrices.items()} | {
            "heads": str(self.heads), "norm": self.kind, "place": self.place, "activation": self.activation
        }

    def norm(self, x, at):
        gamma, beta = self.scales[at]
        if self.kind == "layer":
            return F.layer_norm(x, (self.d,), gamma, beta)
        return F.rms_norm(x, (self.d,), gamma, eps=1e-5)

    def attn(self, x):
        return attention(x @ self.wq, x @ self.wk, x @ self.wv, self.heads, True) @ self.wo

    def mlp(self, x):
        bent = {
            "relu": lambda: F.relu(x @ self.up),
            "gelu": lambda: F.gelu(x @ self.up, approximate="tanh"),
            "swiglu": lambda: F.silu(x @ self.gate) * (x @ self.up),
        }[self.activation]()
        return bent @ self.down

    def __call__(self, x):
        """The stream after attention and after the MLP, and the logits."""
        if self.place == "pre":
            mid = x + self.attn(self.norm(x, 0))
            out = mid + self.mlp(self.norm(mid, 1))
            return mid, out, self.norm(out, 2) @ self.u
        mid = x + self.attn(x)
        out = self.norm(mid, 0) + self.mlp(self.norm(mid, 0))
        return mid, out, self.norm(out, 1) @ self.u


def block(n, *shape):
    model, x = Block(*shape), draw(n, shape[0])
    mid, out, logits = model(x)
    return {
        "widget": "block",
        "inputs": model.inputs(x),
        "results": {
            "X_mid": table(mid), "X_out": table(out), "logits": table(logits), "p": table(logits.softmax(1)),
        },
    }


def decode(n, count, chunk, cached, *shape):
    """The likeliest word is read in its turn, by the whole model over the whole text each time, without any cache."""
    model, x = Block(*shape), draw(n, shape[0])
    results, stream = {}, x
    ends = [min(first + (chunk or n), n) for first in range(0, n, chunk or n)] + [n + i for i in range(1, count)]
    for turn, end in enumerate(ends, 1):
        if end > n:
            stream = torch.cat([stream, model.u[:, [p.argmax()]].T])
        _, out, logits = model(stream[:end])
        p = logits[-1].softmax(0)
        results[f"p_t{turn}"] = table(p)
        if model.place == "pre":
            results[f"K_t{turn}"] = table(model.norm(stream[:end], 0) @ model.wk)
        new = 0 if not cached else ([0] + ends)[turn - 1]
        results[f"X_out_t{turn}"] = table(out[new:])
    return {
        "widget": "decode",
        "inputs": model.inputs(x) | {"count": str(count), "chunk": str(chunk)} | ({} if cached else {"cache": "no"}),
        "results": results,
    }


def main():
    cases = []
    for n, shape in [(1, (2, 1, 1, 1, 2)), (3, (4, 1, 2, 3, 5)), (6, (4, 2, 2, 5, 4))]:
        for chunk in [0, 1, 2]:
            for cached in [True, False]:
                settings = ("layer", "pre", "relu") if n != 6 else ("rms", ["pre", "post"][chunk % 2], "swiglu")
                cases.append(decode(n, 3, chunk, cached, *shape, *settings))
    cases += [embedding(rows, d, ids, [0, 1, 2]) for rows, d, ids in [(3, 2, [0]), (6, 3, [5, 5, 1]), (40, 8, [39, 0])]]
    for kind in ["layer", "rms"]:
        for place in ["pre", "post"]:
            for activation in ["relu", "gelu", "swiglu"]:
                for n, d, heads, width, units, vocabulary in [(1, 2, 1, 1, 1, 2), (4, 4, 2, 2, 5, 3), (20, 12, 3, 4, 17, 30)]:
                    if n == 20 and activation != "gelu":
                        continue
                    cases.append(block(n, d, heads, width, units, vocabulary, kind, place, activation))
    for n, d, heads, width in [(1, 1, 1, 1), (3, 2, 1, 2), (3, 4, 2, 2), (5, 3, 3, 1), (8, 4, 2, 3)]:
        for causal in [False, True]:
            for positions in [False, True]:
                cases.append(projections(n, d, heads, width, causal, positions))
    path = pathlib.Path(__file__).with_name("chains.json")
    path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")


main()
