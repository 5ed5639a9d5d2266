/// The parts of a script that are the same for every training: random numbers, and both passes.
enum TrainPython {
  static let random = """
    class Draws:
        \"\"\"SplitMix64.\"\"\"

        def __init__(self, stream, index):
            start = self.mixed(seed + stream * 0x9E3779B97F4A7C15)
            self.state = self.mixed(start ^ index)

        @staticmethod
        def mixed(z):
            z &= 2**64 - 1
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & 2**64 - 1
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB & 2**64 - 1
            return z ^ (z >> 31)

        def next(self):
            self.state = self.state + 0x9E3779B97F4A7C15 & 2**64 - 1
            return self.mixed(self.state)

        def int(self, low, high):
            span = high - low + 1
            bits = self.next()
            while bits < 2**64 % span:
                bits = self.next()
            return low + bits % span

        def unit(self):
            return (self.next() >> 11) * 2.0**-53

        def shuffled(self, items):
            \"\"\"Fisher and Yates, a place drawn by Lemire's product.\"\"\"
            for at in range(len(items) - 1):
                left = len(items) - at
                product = self.next() * left
                while product % 2**64 < left and product % 2**64 < 2**64 % left:
                    product = self.next() * left
                other = at + (product >> 64)
                items[at], items[other] = items[other], items[at]
            return items

    """

  static let forward = """
    def normed(x, name):
        if name + ".gain" not in p:
            return x, None
        centred = x - x.mean(-1, keepdims=True)
        inverse = 1 / np.sqrt((centred**2).mean(-1, keepdims=True) + np.float32(1e-5))
        return p[name + ".gain"] * (centred * inverse) + p[name + ".bias"], (centred * inverse, inverse)

    def weight(name):
        \"\"\"A matrix, with what its adapter adds if it has one.\"\"\"
        if name + ".adapter.down" not in p:
            return p[name]
        return p[name] + adapter_scale * p[name + ".adapter.down"] @ p[name + ".adapter.up"]

    def split(x):  # (rows, length, heads * head_width) -> (rows, heads, length, head_width)
        return x.reshape(len(x), length, heads, head_width).swapaxes(1, 2)

    def joined(x):
        return x.swapaxes(1, 2).reshape(len(x), length, heads * head_width)

    def forward(tokens):
        kept = []
        x = p["embedding"][tokens]
        if added_places:
            x = x + p["places"]
        for layer in range(layers):
            L = f"L{layer}."
            h, norm = normed(x, L + "attentionNorm")
            looking = h + p["places"] if looking_places else h
            q, k, v = split(looking @ weight(L + "queries")), split(looking @ weight(L + "keys")), split(h @ weight(L + "values"))
            scores = q @ k.swapaxes(2, 3) * scale
            if causal:
                scores = np.where(np.tril(np.ones((length, length), bool)), scores, np.float32(-np.inf))
            weights = np.exp(scores - scores.max(-1, keepdims=True))
            weights /= weights.sum(-1, keepdims=True)
            mixed = joined(weights @ v)
            x = x + mixed @ weight(L + "output")
            mlp = None
            if L + "up" in p:
                m, mlp_norm = normed(x, L + "mlpNorm")
                up = m @ p[L + "up"]
                bend = 1 / (1 + np.exp(-2 * root * (up + np.float32(0.044715) * up**3)))
                x = x + (up * bend) @ p[L + "down"]
                mlp = m, mlp_norm, up, bend
            kept.append((h, norm, looking, q, k, v, weights, mixed, mlp))
        last, norm = normed(x, "norm")
        return last @ p["head"], (kept, last, norm)

    """

  static let loss = """
    def softmax_loss(logits, targets):
        counted = targets >= 0
        shifted = logits - logits.max(-1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
        right = np.take_along_axis(logs, np.maximum(targets, 0)[..., None], -1)[..., 0]
        gradient = np.exp(logs)
        np.put_along_axis(gradient, np.maximum(targets, 0)[..., None], np.exp(right)[..., None] - 1, -1)
        return -right[counted].mean(), gradient * counted[..., None] / np.float32(counted.sum())

    """

  static let backward = """
    def normed_back(dy, name, kept, g):
        if kept is None:
            return dy
        n, inverse = kept
        g[name + ".gain"] += (dy * n).sum((0, 1))
        g[name + ".bias"] += dy.sum((0, 1))
        u = dy * p[name + ".gain"]
        return (u - u.mean(-1, keepdims=True) - n * (u * n).mean(-1, keepdims=True)) * inverse

    def linear_back(dy, x, name, g):
        change = np.einsum("rti,rto->io", x, dy)
        g[name] += change
        if name + ".adapter.down" in p:
            down, up = p[name + ".adapter.down"], p[name + ".adapter.up"]
            g[name + ".adapter.down"] += adapter_scale * change @ up.T
            g[name + ".adapter.up"] += adapter_scale * down.T @ change
        return dy @ weight(name).T

    def backward(tokens, kept, dlogits):
        g = {name: np.zeros_like(values) for name, values in p.items()}
        blocks, last, norm = kept
        dx = normed_back(linear_back(dlogits, last, "head", g), "norm", norm, g)
        for layer in reversed(range(layers)):
            L = f"L{layer}."
            h, norm, looking, q, k, v, weights, mixed, mlp = blocks[layer]
            if mlp:
                m, mlp_norm, up, bend = mlp
                dunits = linear_back(dx, up * bend, L + "down", g)
                slope = 2 * root * (1 + np.float32(3 * 0.044715) * up**2)
                dup = dunits * (bend + up * bend * (1 - bend) * slope)
                dx = dx + normed_back(linear_back(dup, m, L + "up", g), L + "mlpNorm", mlp_norm, g)
            dmixed = split(linear_back(dx, mixed, L + "output", g))
            dv = weights.swapaxes(2, 3) @ dmixed
            dweights = dmixed @ v.swapaxes(2, 3)
            dscores = weights * (dweights - (weights * dweights).sum(-1, keepdims=True)) * scale
            dq, dk = dscores @ k, dscores.swapaxes(2, 3) @ q
            dlooking = linear_back(joined(dq), looking, L + "queries", g)
            dlooking = dlooking + linear_back(joined(dk), looking, L + "keys", g)
            if looking_places:
                g["places"] += dlooking.sum(0)
            dh = dlooking + linear_back(joined(dv), h, L + "values", g)
            dx = dx + normed_back(dh, L + "attentionNorm", norm, g)
        if added_places:
            g["places"] += dx.sum(0)
        np.add.at(g["embedding"], tokens, dx)
        return g

    """
}
