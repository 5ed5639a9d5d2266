"""Makes what the tests of Precision and Quantisation compare with: python3 make_precisions.py

Needs NumPy, torch and gguf (llama.cpp's own reader and writer of blocks), all from PyPI.
"""

import math
import struct

import gguf
import numpy as np
import torch

from make_fixtures import SplitMix64, numbers, write

FORMATS = dict(float32=torch.float32, bfloat16=torch.bfloat16, float16=torch.float16)


# ---------------------------------------------------------------- rounding


def awkward(choose):
    """Numbers near the places where rounding goes wrong."""
    values = [0.0, -0.0, 1.0, 65504.0, 65519.0, 65519.99, 65520.0, 65536.0, -65520.0, 1e5, 3.4e38,
              3.3895e38, 3.39e38, 3.4028234663852886e38, 3.4028235677973366e38, 3.5e38, 1e39, 1e308,
              5.9604644775390625e-08, 2.98023223876953125e-08, 2.980232238769532e-08, 6.1035e-05,
              6.103515625e-05, 6.0975551605224609e-05, 1.1754943508222875e-38, 1e-40, 1e-45, 7e-46,
              1.4e-45, 9.2e-41, 5e-324, 1 / 3, 0.1, 2048.0, 2049.0, 2050.0, 2051.0, 257.0, 258.0,
              259.0, -1e9, 16777217.0, 1 + 2.0**-8, 1 + 2.0**-8 + 2.0**-30, 1 + 2.0**-11,
              1 + 2.0**-11 + 2.0**-40, 1 + 3 * 2.0**-11]
    for _ in range(400):
        bits = choose.next() >> 41  # a random float32 ending in zeros: halves are frequent
        single = struct.unpack("f", struct.pack("I", (bits << 11 | 0x400) & 0x7FFFFFFF))[0]
        if math.isfinite(single):
            values.append(single if choose.int(0, 1) else -single)
        values.append((choose.unit() - 0.5) * 2.0 ** choose.int(-30, 18))
    return values


def make_roundings():
    def text(x):
        return None if math.isnan(x) else str(x) if math.isinf(x) else x

    values = awkward(SplitMix64(754))
    rounded = [torch.tensor(values, dtype=torch.float64).to(x).double().tolist()
               for x in FORMATS.values()]
    write("roundings.json", [[x, *map(text, others)] for x, *others in zip(values, *rounded)])


# ---------------------------------------------------------------- attention


def stepwise(q, k, v, addend, scale, softcap, angles):
    """torch, operation by operation, in the format of its inputs."""
    if angles is not None:
        turned = []
        for x, angle in zip((q, k), angles):
            cosine, sine = angle.cos().to(x.dtype), angle.sin().to(x.dtype)
            a, b = x[:, 0::2], x[:, 1::2]
            turned.append(torch.stack(
                [a * cosine - b * sine, a * sine + b * cosine], dim=2).reshape(x.shape))
        q, k = turned
    scores = q @ k.T
    scaled = scores * scale
    capped = scaled if softcap is None else torch.tanh(scaled / softcap) * softcap
    masked = capped + addend
    maxima = masked.max(dim=1, keepdim=True).values
    shifted = masked - maxima
    exponentials = torch.exp(shifted)
    sums = exponentials.sum(dim=1, keepdim=True)
    weights = exponentials / sums
    output = weights @ v
    return dict(scores=scores, scaled=scaled, capped=capped, masked=masked, rowMaxima=maxima,
                shifted=shifted, exponentials=exponentials, rowSums=sums, weights=weights,
                output=output)


def make_precisions():
    choose = SplitMix64(16)
    cases = []
    for index in range(64):
        n, m, w = (choose.int(1, 6) for _ in range(3))
        d = 2 * choose.int(1, 12)
        kind = ["none", "causal", "additive"][choose.int(0, 2)]
        scale = [None, "none", choose.int(1, 32) / 16][choose.int(0, 2)]
        softcap = [None, choose.int(1, 40) / 2][choose.int(0, 1)]
        rotary = choose.int(0, 2) == 0
        inputs = SplitMix64(16000 + index)
        q, k, v = inputs.matrix(n, d), inputs.matrix(m, d), inputs.matrix(m, w)
        addend = np.zeros((n, m))
        if kind == "causal":
            addend = np.where(np.tril(np.ones((n, m), dtype=bool)), 0.0, -np.inf)
        if kind == "additive":
            addend = inputs.matrix(n, m)
        factor = 1 / math.sqrt(d) if scale is None else 1.0 if scale == "none" else scale
        angles = None
        if rotary:
            frequency = 10000.0 ** (-2 * torch.arange(d // 2, dtype=torch.float64) / d)
            angles = [torch.arange(rows, dtype=torch.float64)[:, None] * frequency
                      for rows in (n, m)]
        case = dict(seed=16000 + index, n=n, m=m, d=d, w=w, mask=kind, scale=scale,
                    softcap=softcap, rotary=rotary)
        for name, dtype in FORMATS.items():
            typed = [torch.tensor(x, dtype=torch.float64).to(dtype) for x in (q, k, v, addend)]
            trace = stepwise(*typed, factor, softcap, angles)
            case[name] = {step: numbers(x.double().numpy()) for step, x in trace.items()}
        cases.append(case)
    write("precisions.json", cases)


# ---------------------------------------------------------------- blocks of int8 and int4


def make_blocks():
    choose = SplitMix64(832)
    cases = []
    kinds = {"int8": gguf.GGMLQuantizationType.Q8_0, "int4": gguf.GGMLQuantizationType.Q4_0}
    for index in range(72):
        size = 32 * choose.int(1, 3)
        spread = 2.0 ** choose.int(-12, 6)
        row = [choose.int(-1000, 1000) / 250 * spread for _ in range(size)]
        if index % 6 == 1:
            row[choose.int(0, size - 1)] = 300.0 * spread  # an outlier
        if index % 6 == 2:
            row[:32] = [0.0] * 32
        if index % 6 == 3:
            row = [float(choose.int(-8, 8)) for _ in range(size)]  # many halves and equal extremes
        if index % 6 == 4:
            row = [x * 2.0**-20 for x in row]  # float16 keeps few digits of the scale, or none
        case = dict(row=row)
        for name, kind in kinds.items():
            data = gguf.quants.quantize(np.array([row], dtype=np.float32), kind)[0]
            case[name] = dict(
                bytes=len(data), restored=numbers(gguf.quants.dequantize(data[None], kind)[0]))
            block = len(data) // (size // 32)
            scales, codes = [], []
            for start in range(0, len(data), block):
                scales.append(float(data[start:start + 2].view(np.float16)[0]))
                packed = data[start + 2:start + block]
                codes += (packed.view(np.int8).tolist() if name == "int8" else
                          [int(x & 15) - 8 for x in packed] + [int(x >> 4) - 8 for x in packed])
            case[name] |= dict(scales=scales, codes=codes)
        cases.append(case)
    write("blocks.json", cases)


if __name__ == "__main__":
    make_roundings()
    make_precisions()
    make_blocks()
