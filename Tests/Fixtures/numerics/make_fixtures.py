"""Makes the numbers that the tests of Numerics compare with: python3 make_fixtures.py

Needs NumPy, torch and mpmath, all from PyPI. The inputs come from a small generator that the
tests have too, so that only the expected numbers are stored. Running it again writes the same
files.
"""

import json
import math
from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path

import mpmath
import numpy as np
import torch

HERE = Path(__file__).parent
MASK64 = (1 << 64) - 1


class SplitMix64:
    """The generator of SeededGenerator.swift."""

    def __init__(self, seed):
        self.state = seed & MASK64

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK64
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK64
        return z ^ (z >> 31)

    def unit(self):
        return (self.next() >> 11) * 2.0**-53

    def int(self, low, high):
        span = high - low + 1
        rejected = (1 << 64) % span
        while True:
            bits = self.next()
            if bits >= rejected:
                return low + bits % span

    def normal_pair(self):
        radius = math.sqrt(-2 * math.log(1 - self.unit()))
        angle = 2 * math.pi * self.unit()
        return radius * math.cos(angle), radius * math.sin(angle)

    def matrix(self, rows, columns):
        """Exact multiples of 1/250 from -4 to 4, row by row."""
        return np.array(
            [[self.int(-1000, 1000) / 250 for _ in range(columns)] for _ in range(rows)])


def write(name, data):
    rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in data)
    (HERE / name).write_text("[\n" + rows + "\n]\n")


def numbers(array):
    """Row-major numbers; null stands for a blocked entry."""
    flat = np.asarray(array, dtype=np.float64).ravel()
    return [float(x) if math.isfinite(x) else None for x in flat]


# ---------------------------------------------------------------- attention


def attention(q, k, v, addend, scale):
    """Every intermediate, by the book, in NumPy."""
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = q @ k.T
        scaled = scores * scale
        masked = scaled + addend
        maxima = masked.max(axis=1)
        shifted = masked - np.where(np.isfinite(maxima), maxima, 0)[:, None]
        exponentials = np.exp(shifted)
        sums = exponentials.sum(axis=1)
        weights = np.where(sums[:, None] > 0, exponentials / sums[:, None], 0.0)
        output = weights @ v
    return dict(scores=scores, scaled=scaled, masked=masked, rowMaxima=maxima, shifted=shifted,
                exponentials=exponentials, rowSums=sums, weights=weights, output=output)


def gradients(q, k, v, addend, scale, dO):
    """torch's autograd, through the weights and through torch's own attention."""
    q, k, v, addend, dO = (torch.tensor(x, dtype=torch.float64) for x in (q, k, v, addend, dO))
    for x in (q, k, v):
        x.requires_grad_(True)
    masked = (q @ k.T) * scale + addend
    masked.retain_grad()
    is_open = torch.isfinite(addend).any(dim=1, keepdim=True)
    weights = torch.softmax(torch.where(is_open, masked, torch.zeros_like(masked)), dim=1)
    weights = torch.where(is_open, weights, torch.zeros_like(weights))
    weights.retain_grad()
    output = weights @ v
    output.backward(dO)
    result = dict(dV=v.grad, dA=weights.grad, dS=masked.grad, dQ=q.grad, dK=k.grad)
    result = {name: x.detach().clone().numpy() for name, x in result.items()}
    # torch's own attention must agree, forward and backward.
    q2, k2, v2 = (x.detach().clone().requires_grad_(True) for x in (q, k, v))
    own = torch.nn.functional.scaled_dot_product_attention(
        q2[None], k2[None], v2[None], attn_mask=addend[None], scale=scale)[0]
    own.backward(dO)
    assert torch.allclose(own, output, rtol=1e-12, atol=1e-13)
    for mine, theirs in (("dQ", q2), ("dK", k2), ("dV", v2)):
        assert np.allclose(result[mine], theirs.grad.numpy(), rtol=1e-10, atol=1e-12), mine
    return result


def make_attention():
    choose = SplitMix64(20170612)
    cases = []
    for index in range(1200):
        biggest = 12 if index % 10 == 9 else 5
        n, m, d, w = (choose.int(1, biggest) for _ in range(4))
        kind = ["none", "causal", "padding", "free", "additive"][index % 5]
        scale = [None, "none", choose.int(-40, 80) / 16, None][choose.int(0, 3)]
        case = dict(seed=index, n=n, m=m, d=d, w=w)
        if kind == "causal":
            allowed = np.tril(np.ones((n, m), dtype=bool))
        elif kind == "padding":
            allowed = np.tile([choose.int(0, 2) > 0 for _ in range(m)], (n, 1))
        elif kind in ("free", "additive"):
            allowed = np.array([[choose.int(0, 2) > 0 for _ in range(m)] for _ in range(n)])
            if choose.int(0, 3) == 0:
                allowed[choose.int(0, n - 1)] = False
        else:
            allowed = np.ones((n, m), dtype=bool)
        addend = np.where(allowed, 0.0, -np.inf)
        case["mask"] = kind
        if kind in ("padding", "free"):
            rows = allowed[:1] if kind == "padding" else allowed
            case["allowed"] = ["".join("1" if x else "0" for x in row) for row in rows]
        if kind == "additive":
            addend += [[choose.int(-64, 64) / 32 for _ in range(m)] for _ in range(n)]
            case["addend"] = numbers(addend)
        case["scale"] = scale
        inputs = SplitMix64(index)
        q, k, v = inputs.matrix(n, d), inputs.matrix(m, d), inputs.matrix(m, w)
        factor = 1 / math.sqrt(d) if scale is None else 1.0 if scale == "none" else scale
        trace = attention(q, k, v, addend, factor)
        own = torch.nn.functional.scaled_dot_product_attention(
            *(torch.tensor(x, dtype=torch.float64)[None] for x in (q, k, v)),
            attn_mask=torch.tensor(addend, dtype=torch.float64)[None], scale=factor)[0].numpy()
        assert np.allclose(own, trace["output"], rtol=1e-12, atol=1e-13), (index, own, trace)
        is_full = index < 350
        for name in trace if is_full else ("weights", "output"):
            case[name] = numbers(trace[name])
        if is_full:
            ones = index % 2 == 0
            dO = np.ones((n, w)) if ones else inputs.matrix(n, w)
            case["ones"] = ones
            for name, x in gradients(q, k, v, addend, factor, dO).items():
                case[name] = numbers(x)
        cases.append(case)
    write("attention.json", cases)


def make_saturated():
    """dS where one weight is nearly 1, from 8000 bits: the textbook's difference needs them."""
    mpmath.mp.prec = 8000
    cases = []
    for seed in range(7000, 7060):
        choose = SplitMix64(seed)
        n, m, d, w = choose.int(1, 3), choose.int(2, 5), choose.int(1, 3), choose.int(1, 3)
        scale = float(choose.int(4, 24))
        q, k, v = choose.matrix(n, d), choose.matrix(m, d), choose.matrix(m, w)
        exact = [[[mpmath.mpf(float(x)) for x in row] for row in array] for array in (q, k, v)]
        rows = []
        for query in exact[0]:
            scores = [scale * mpmath.fsum(x * y for x, y in zip(query, key)) for key in exact[1]]
            powers = [mpmath.exp(x) for x in scores]
            weights = [x / mpmath.fsum(powers) for x in powers]
            dA = [mpmath.fsum(value) for value in exact[2]]
            mean = mpmath.fsum(a * x for a, x in zip(weights, dA))
            rows += [float(a * (x - mean)) for a, x in zip(weights, dA)]
        cases.append(dict(seed=seed, scale=scale, n=n, m=m, d=d, w=w, dS=rows))
    write("saturated.json", cases)


def make_heads():
    cases = []
    for index, (n, m, d, w, heads) in enumerate(
            [(3, 4, 4, 4, 2), (2, 5, 6, 3, 3), (4, 4, 8, 8, 4), (1, 2, 6, 4, 2), (5, 3, 8, 16, 8)]):
        for causal in (False, True):
            inputs = SplitMix64(9000 + index)
            q, k, v = inputs.matrix(n, d), inputs.matrix(m, d), inputs.matrix(m, w)
            split = [torch.tensor(x.reshape(x.shape[0], heads, -1).transpose(1, 0, 2))
                     for x in (q, k, v)]
            allowed = torch.tril(torch.ones(n, m, dtype=torch.bool)) if causal else None
            own = torch.nn.functional.scaled_dot_product_attention(*split, attn_mask=allowed)
            output = own.numpy().transpose(1, 0, 2).reshape(n, w)
            cases.append(dict(seed=9000 + index, n=n, m=m, d=d, w=w, heads=heads, causal=causal,
                              output=numbers(output)))
    write("heads.json", cases)


# ---------------------------------------------------------------- vectors and single numbers


def make_dot_products():
    mpmath.mp.prec = 200
    cases = []
    for seed in range(5000, 5200):
        inputs = SplitMix64(seed)
        n = inputs.int(1, 16)
        u, v = inputs.matrix(2, n)
        exact_u, exact_v = ([mpmath.mpf(float(x)) for x in row] for row in (u, v))
        dot = mpmath.fsum(x * y for x, y in zip(exact_u, exact_v))
        norms = [mpmath.sqrt(mpmath.fsum(x * x for x in row)) for row in (exact_u, exact_v)]
        cosine = dot / (norms[0] * norms[1])
        cases.append(dict(
            seed=seed, n=n, dot=float(np.dot(u, v)), exact=float(dot),
            fsum=math.fsum(float(x * y) for x, y in zip(u, v)),
            products=numbers(u * v), partialSums=numbers(np.cumsum(u * v)),
            norms=[float(x) for x in norms], cosine=float(cosine),
            angleDegrees=float(mpmath.degrees(mpmath.acos(max(min(cosine, 1), -1)))),
            projection=[float(dot / norms[1] ** 2 * x) for x in exact_v]))
    write("dots.json", cases)


def text(x, significant):
    """How NumberText writes a number, by Python's decimals."""
    exact = Decimal(repr(abs(x)))
    whole = exact == exact.to_integral_value()
    adjusted = Context(prec=max(significant, 1), rounding=ROUND_HALF_UP).create_decimal(exact)
    if whole and exact < 10**7:
        adjusted = exact
    elif Decimal("0.0001") <= adjusted < 10**7 and adjusted.adjusted() + 1 > significant:
        adjusted = exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    sign = "-" if x < 0 else ""
    if Decimal("0.0001") <= adjusted < 10**7:
        plain = format(adjusted, "f")
        return sign + (plain.rstrip("0").rstrip(".") if "." in plain else plain)
    digits = "".join(map(str, adjusted.as_tuple().digits)).rstrip("0")
    return f"{sign}{digits[0]}{'.' + digits[1:] if digits[1:] else ''}e{adjusted.adjusted()}"


def make_texts():
    choose = SplitMix64(77)
    values = [0.1 + 0.2, 1 / 3, 2 / 3, math.sqrt(0.5), 1e7, 9999999.0, 9999999.5, 9999.5, 0.99995,
              0.0001, 0.00009999, 0.000099999, 1e-5, 5e-324, 1.7976931348623157e308, 123456.5,
              0.12345, 0.5, 2.5, 1e21, 1e22, 4.35, 1.005, 1e15, 123456789.0, 0.001, -3.2e-9]
    for _ in range(1200):
        magnitude = choose.int(-9, 12)
        digits = choose.int(1, 8)
        value = choose.int(1, 10**digits) * 10.0 ** (magnitude - digits)
        values.append(-value if choose.int(0, 1) else value)
    values += [(choose.unit() - 0.5) * 10.0 ** choose.int(-4, 6) for _ in range(600)]
    write("texts.json", [[x, text(x, 4), text(x, 2), text(x, 7)] for x in values])


def make_exponentials():
    mpmath.mp.prec = 200
    choose = SplitMix64(7)
    values = [0.0, -1.0, -math.log(2), -708.0, -709.5, -744.0, -745.1, -746.0, -1000.0, -1e308]
    values += [-choose.unit() * (1.0, 40.0, 745.0)[i % 3] for i in range(310)]
    write("exponentials.json", [[x, float(mpmath.exp(mpmath.mpf(x)))] for x in values])


def make_normals():
    generator = SplitMix64(2024)
    write("normals.json", [list(generator.normal_pair()) for _ in range(200)])


# ---------------------------------------------------------------- positions, sampling, shapes


def make_positions():
    cases = []
    for n, d in ((1, 1), (12, 16), (5, 7), (40, 8)):
        matrix = np.zeros((n, d))
        for column in range(d):
            angle = np.arange(n) / np.power(10000.0, (column // 2 * 2) / d)
            matrix[:, column] = np.sin(angle) if column % 2 == 0 else np.cos(angle)
        cases.append(dict(n=n, d=d, matrix=numbers(matrix),
                          dots=[float(matrix[0] @ row) for row in matrix]))
    write("positions.json", cases)


def make_samplings():
    choose = SplitMix64(31)
    cases = []
    for index in range(300):
        count = choose.int(1, 12)
        scores = np.array([choose.int(-40, 40) / 8 for _ in range(count)])
        temperature = [1.0, 0.5, 2.0, 0.1, 0.0][choose.int(0, 4)]
        k = [None, choose.int(1, 14)][choose.int(0, 1)]
        p = [None, choose.int(0, 20) / 20][choose.int(0, 1)]
        if temperature == 0:
            probabilities = (scores == scores.max()).astype(float)
        else:
            probabilities = np.exp((scores - scores.max()) / temperature)
        probabilities /= probabilities.sum()
        order = np.argsort(-probabilities, kind="stable")
        kept = order[: k if k is not None else count]
        if p is not None:
            share = probabilities[kept] / probabilities[kept].sum()
            before = np.concatenate([[0.0], np.cumsum(share)[:-1]])
            kept = kept[: max(int((before < p - 1e-12).sum()), 1)]
        left = np.zeros(count)
        left[kept] = probabilities[kept] / probabilities[kept].sum()
        points = [choose.unit() for _ in range(4)]
        ends = np.cumsum(left[kept])
        drawn = [int(kept[min(np.searchsorted(ends, x, side="right"), len(kept) - 1)])
                 for x in points]
        cases.append(dict(scores=numbers(scores), temperature=temperature, k=k, p=p,
                          kept=[int(x) for x in kept], probabilities=numbers(left),
                          points=points, drawn=drawn))
    write("samplings.json", cases)


def count(module):
    return sum(x.numel() for x in module.parameters())


def make_shapes():
    choose = SplitMix64(64)
    cases = []
    for _ in range(24):
        heads = choose.int(1, 8)
        d, hidden = heads * choose.int(1, 16), choose.int(1, 200)
        layers, vocabulary, n = choose.int(1, 6), choose.int(2, 500), choose.int(1, 64)
        bias = choose.int(0, 1) == 1
        layer = torch.nn.TransformerEncoderLayer(d, heads, hidden, bias=bias, device="meta")
        # torch drops the norms' biases together with the others; ours keep them.
        norms = 2 * 2 * d
        torch_norms = count(layer.norm1) + count(layer.norm2)
        block = count(layer) - torch_norms + norms
        total = (count(torch.nn.Embedding(vocabulary, d, device="meta"))
                 + count(torch.nn.Embedding(n, d, device="meta")) + layers * block + 2 * d)
        cases.append(dict(vocabulary=vocabulary, length=n, width=d, heads=heads, layers=layers,
                          hidden=hidden, biases=bias, attention=count(layer.self_attn),
                          weights=total))
    write("shapes.json", cases)


# ---------------------------------------------------------------- normalisation


def make_norms():
    choose = SplitMix64(57)
    cases = []
    for index in range(120):
        d = choose.int(1, 16)
        x, gamma, beta = choose.matrix(3, d)
        if index % 10 == 9:
            x = np.full(d, x[0])
        epsilon = [1e-5, 1e-6, 1e-12, 0.5][choose.int(0, 3)]
        row, g, b = (torch.tensor(v, dtype=torch.float64) for v in (x, gamma, beta))
        layer = torch.nn.functional.layer_norm(row, (d,), g, b, epsilon)
        rms = torch.nn.functional.rms_norm(row, (d,), g, epsilon)
        cases.append(dict(x=numbers(x), gamma=numbers(gamma), beta=numbers(beta),
                          epsilon=epsilon, mean=float(row.mean()),
                          variance=float(row.var(unbiased=False)), layer=numbers(layer.numpy()),
                          rms=numbers(rms.numpy())))
    write("norms.json", cases)


if __name__ == "__main__":
    make_attention()
    make_heads()
    make_saturated()
    make_dot_products()
    make_texts()
    make_exponentials()
    make_normals()
    make_positions()
    make_samplings()
    make_shapes()
    make_norms()
