import numpy as np

words = ["the", "cat", "sat"]
Q = np.array([[1.0, 0.0], [0.0, 1.0]])
K = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
V = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
mask = np.array([[0.0, 0.0, -np.inf], [-np.inf, -np.inf, -np.inf]])  # added to the scaled scores
scale = 0.5
dO = np.array([[1.0, 1.0], [1.0, 1.0]])  # how the loss changes with the output
heads = 1

np.set_printoptions(linewidth=120, threshold=300_000)
outputs = []
for head in range(heads):
    q, k = (np.split(M, heads, axis=1)[head] for M in (Q, K))
    v, do = (np.split(M, heads, axis=1)[head] for M in (V, dO))
    if heads > 1:
        print("head", head + 1)
    scores = q @ k.T
    scaled = scores * scale
    masked = np.where(np.isneginf(mask), -np.inf, scaled + mask)
    row_maxima = masked.max(axis=1, keepdims=True)
    # A query that may look at nothing gets weights of zero.
    shifted = np.where(np.isneginf(masked), -np.inf, scaled + mask - np.where(
        np.isneginf(row_maxima), 0, row_maxima))
    exponentials = np.exp(shifted)
    row_sums = exponentials.sum(axis=1, keepdims=True)
    weights = exponentials / np.where(row_sums == 0, 1, row_sums)
    terms = weights[:, :, None] * v[None, :, :]
    output = terms.sum(axis=1)
    outputs.append(output)

    dV = weights.T @ do
    dA = do @ v.T
    # weights * (dA - (weights * dA).sum(axis=1, keepdims=True)), without its cancellation
    dS = weights * (weights[:, None, :] * (dA[:, :, None] - dA[:, None, :])).sum(axis=2)
    dQ = scale * dS @ k
    dK = scale * dS.T @ q
    for name, value in [
        ("scores", scores), ("scaled", scaled), ("masked", masked),
        ("row maxima", row_maxima), ("shifted", shifted), ("exponentials", exponentials),
        ("row sums", row_sums), ("weights", weights), ("terms", terms), ("output", output),
        ("dV", dV), ("dA", dA), ("dS", dS), ("dQ", dQ), ("dK", dK),
    ]:
        print(name)
        print(value)
if heads > 1:
    print("output of all heads")
    print(np.hstack(outputs))
