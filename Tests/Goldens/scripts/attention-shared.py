import numpy as np

words = []
Q = np.array([[1.0, 0.1, 2.0, 0.3], [0.7, 1.0, -1.0, 0.0]])
K = np.array([[0.3, 1.0], [0.2, -1.0], [1.0, 1.0]])
V = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
mask = np.array([[0.0, 0.0, -np.inf], [0.0, 0.0, 0.0]])  # added to the scaled scores
scale = float(np.float32(1 / np.sqrt(2)))
dO = np.array([[1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0]])  # how the loss changes with the output
heads = 2
groups = 1  # of keys and values

np.set_printoptions(linewidth=120, threshold=300_000)


def r(x):
    single = np.asarray(x, dtype=np.float64).astype(np.float32)
    bits = single.view(np.uint32)
    bits = (bits + 0x7FFF + ((bits >> 16) & 1)) & np.uint32(0xFFFF0000)
    kept = np.where(np.isfinite(single), bits.view(np.float32), single)
    return kept.astype(np.float64)


def total(x):
    x = np.asarray(x).astype(np.float32)
    return r(np.cumsum(x, axis=-1, dtype=np.float32)[..., -1])


Q, K, V = r(Q), r(K), r(V)  # bfloat16
outputs = []
for head in range(heads):
    q, do = (np.split(M, heads, axis=1)[head] for M in (Q, dO))
    k, v = (np.split(M, groups, axis=1)[head // (heads // groups)] for M in (K, V))
    if heads > 1:
        print("head", head + 1)
    scores = total(q[:, None, :] * k[None, :, :])
    scaled = r(scores * scale)
    capped = r(2.0 * r(np.tanh(r(scaled / 2.0))))
    masked = np.where(np.isneginf(mask), -np.inf, r(capped + mask))
    row_maxima = masked.max(axis=1, keepdims=True)
    # A query that may look at nothing gets weights of zero.
    shifted = np.where(np.isneginf(masked), -np.inf, r(masked - np.where(
        np.isneginf(row_maxima), 0, row_maxima)))
    exponentials = r(np.exp(shifted))
    row_sums = total(exponentials)[:, None]
    weights = r(exponentials / np.where(row_sums == 0, 1, row_sums))
    terms = r(weights[:, :, None] * v[None, :, :])
    output = total(np.moveaxis(weights[:, :, None] * v[None, :, :], 1, 2))
    outputs.append(output)

    dV = weights.T @ do
    dA = do @ v.T
    # weights * (dA - (weights * dA).sum(axis=1, keepdims=True)), without its cancellation
    dS = weights * (weights[:, None, :] * (dA[:, :, None] - dA[:, None, :])).sum(axis=2)
    dScaled = dS / np.cosh(scaled / 2.0) ** 2
    dQ = scale * dScaled @ k
    dK = scale * dScaled.T @ q
    for name, value in [
        ("scores", scores), ("scaled", scaled), ("capped", capped), ("masked", masked),
        ("row maxima", row_maxima), ("shifted", shifted), ("exponentials", exponentials),
        ("row sums", row_sums), ("weights", weights), ("terms", terms), ("output", output),
        ("dV", dV), ("dA", dA), ("dS", dS), ("dQ", dQ), ("dK", dK),
    ]:
        print(name)
        print(value)
if heads > 1:
    print("output of all heads")
    print(np.hstack(outputs))
