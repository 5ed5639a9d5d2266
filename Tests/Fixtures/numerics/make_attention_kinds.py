"""Makes what the tests of masks, softcap, grouped heads and rotation compare with:
python3 make_attention_kinds.py

Needs NumPy and torch, both from PyPI.
"""

import math

import numpy as np
import torch
from torch.nn.attention.bias import causal_lower_right

from make_fixtures import SplitMix64, numbers, write

CASES = 120


# ---------------------------------------------------------------- masks


def alibi_slopes(heads):
    """As in the paper's own code (ofirpress/attention_with_linear_biases)."""
    if math.log2(heads).is_integer():
        start = 2 ** (-(2 ** -(math.log2(heads) - 3)))
        return [start * start**i for i in range(heads)]
    closest = 2 ** math.floor(math.log2(heads))
    return alibi_slopes(closest) + alibi_slopes(2 * closest)[0::2][: heads - closest]


def draw_mask(choose, n, m):
    """One part of a mask, as JSON holds it."""
    kind = ["causal", "causal bottom-right", "padding", "window", "alibi", "free", "hiding",
            "additive"][choose.int(0, 7)]
    bits = lambda rows: ["".join("01"[choose.int(0, 3) > 0] for _ in range(m)) for _ in range(rows)]
    alignment = ["top-left", "bottom-right"][choose.int(0, 1)]
    if kind == "padding":
        return dict(kind=kind, rows=bits(1))
    if kind == "window":
        return dict(kind=kind, size=choose.int(1, 4), alignment=alignment)
    if kind == "alibi":
        slope = [None, choose.int(1, 32) / 16][choose.int(0, 1)]
        return dict(kind=kind, slope=slope, alignment=alignment)
    if kind in ("free", "hiding"):
        return dict(kind=kind, rows=bits(n))
    if kind == "additive":
        return dict(kind=kind, numbers=[choose.int(-64, 64) / 32 for _ in range(n * m)])
    return dict(kind=kind)


def addend(mask, n, m, head, heads):
    """What it adds to the scores of one head, by torch's and NumPy's own means where there are any."""
    kind = mask["kind"]
    offset = m - n if mask.get("alignment") == "bottom-right" else 0
    distance = np.abs(np.arange(m)[None, :] - (np.arange(n)[:, None] + offset))
    allowed = lambda truth: np.where(truth, 0.0, -np.inf)
    rows = np.array([[x == "1" for x in row] for row in mask.get("rows", [])])
    if kind == "causal":
        return allowed(np.tril(np.ones((n, m), dtype=bool)))
    if kind == "causal bottom-right":
        truth = np.tril(np.ones((n, m), dtype=bool), k=m - n)
        assert n > m or (causal_lower_right(n, m)._materialize().numpy() == truth).all()
        return allowed(truth)
    if kind == "padding":
        return allowed(np.tile(rows, (n, 1)))
    if kind == "window":
        return allowed(distance < mask["size"])
    if kind == "alibi":
        slope = alibi_slopes(heads)[head] if mask["slope"] is None else mask["slope"]
        return -slope * distance.astype(float)
    if kind == "free":
        return allowed(rows)
    if kind == "hiding":
        return allowed(~rows)
    return np.array(mask["numbers"]).reshape(n, m)


# ---------------------------------------------------------------- rotation


def rotate(x, places, base, layout):
    """x is heads × rows × d; as Meta's Llama has it, or the Hugging Face one."""
    d = x.shape[-1]
    frequency = base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)
    angle = places[:, None].double() * frequency
    if layout == "interleaved":
        turn = torch.polar(torch.ones_like(angle), angle)
        pairs = torch.view_as_complex(x.reshape(*x.shape[:-1], -1, 2).contiguous())
        return torch.view_as_real(pairs * turn).flatten(-2)
    angle = torch.cat([angle, angle], dim=-1)
    half = torch.cat([-x[..., d // 2 :], x[..., : d // 2]], dim=-1)
    return x * angle.cos() + half * angle.sin()


# ---------------------------------------------------------------- attention


def make_kinds():
    choose = SplitMix64(2023)
    cases = []
    for index in range(CASES):
        heads = [1, 2, 3, 4, 6][choose.int(0, 4)]
        divisors = [x for x in range(1, heads + 1) if heads % x == 0]
        groups = divisors[choose.int(0, len(divisors) - 1)]
        n, m, w = (choose.int(1, 6) for _ in range(3))
        layout = [None, "interleaved", "halves"][choose.int(0, 2)]
        d = 2 * choose.int(1, 4) if layout else choose.int(1, 6)
        base = [10000.0, 500000.0, 100.0][choose.int(0, 2)]
        alignment = ["top-left", "bottom-right"][choose.int(0, 1)]
        softcap = [None, choose.int(1, 80) / 4][choose.int(0, 1)]
        scale = [None, "none", choose.int(-40, 80) / 64][choose.int(0, 2)]
        masks = [draw_mask(choose, n, m) for _ in range(choose.int(0, 3))]
        factor = 1 / math.sqrt(d) if scale is None else 1.0 if scale == "none" else scale
        seed = 30000 + index
        inputs = SplitMix64(seed)
        flat = [inputs.matrix(n, heads * d), inputs.matrix(m, groups * d),
                inputs.matrix(m, groups * w), inputs.matrix(n, heads * w)]
        q, k, v, dO = (torch.tensor(x) for x in flat)
        for x in (q, k, v):
            x.requires_grad_(True)

        def split(x, count):
            return x.reshape(x.shape[0], count, -1).transpose(0, 1)

        tq, tk, tv = split(q, heads), split(k, groups), split(v, groups)
        if layout:
            start = m - n if alignment == "bottom-right" else 0
            tq = rotate(tq, torch.arange(n) + start, base, layout)
            tk = rotate(tk, torch.arange(m), base, layout)
        bias = torch.tensor(np.array([
            sum((addend(x, n, m, head, heads) for x in masks), np.zeros((n, m)))
            for head in range(heads)]))
        rk, rv = (x.repeat_interleave(heads // groups, dim=0) for x in (tk, tv))
        scores = tq @ rk.transpose(1, 2)
        scaled = scores * factor
        capped = scaled if softcap is None else softcap * torch.tanh(scaled / softcap)
        masked = capped + bias
        is_open = torch.isfinite(bias).any(dim=2, keepdim=True)
        weights = torch.softmax(torch.where(is_open, masked, torch.zeros_like(masked)), dim=2)
        weights = torch.where(is_open, weights, torch.zeros_like(weights))
        output = weights @ rv
        if softcap is None:  # torch's own, with its own grouping
            own = torch.nn.functional.scaled_dot_product_attention(
                tq[None], tk[None], tv[None], attn_mask=bias[None], scale=factor,
                enable_gqa=True)[0]
            assert torch.allclose(own, output, rtol=1e-11, atol=1e-12), index
        merged = output.transpose(0, 1).reshape(n, -1)
        merged.backward(dO)
        case = dict(seed=seed, heads=heads, groups=groups, n=n, m=m, d=d, w=w, layout=layout,
                    base=base, alignment=alignment, softcap=softcap, scale=scale, masks=masks)
        for name, x in dict(scores=scores, capped=capped, masked=masked, weights=weights,
                            output=merged, dQ=q.grad, dK=k.grad, dV=v.grad).items():
            case[name] = numbers(x.detach().numpy())
        cases.append(case)
    write("kinds.json", cases)


def make_slopes():
    write("slopes.json", [alibi_slopes(heads) for heads in range(1, 41)])


def make_rotations():
    choose = SplitMix64(2104)
    cases = []
    for index in range(60):
        layout = ["interleaved", "halves"][index % 2]
        n, d = choose.int(1, 5), 2 * choose.int(1, 8)
        base = [10000.0, 500000.0][choose.int(0, 1)]
        places = [choose.int(-50, 4000) for _ in range(n)]
        x = SplitMix64(40000 + index).matrix(n, d)
        turned = rotate(torch.tensor(x)[None], torch.tensor(places), base, layout)[0]
        cases.append(dict(seed=40000 + index, n=n, d=d, layout=layout, base=base, places=places,
                          rotated=numbers(turned.numpy())))
    write("rotations.json", cases)


if __name__ == "__main__":
    make_kinds()
    make_slopes()
    make_rotations()
