"""Writes the fixtures beside it: small models in PyTorch, their outputs and autograd's gradients.

python3 make_fixtures.py    needs torch; what is written is float32, matrices as (inputs, outputs).
"""
import json, math, os
import torch
from torch import nn
from torch.nn import functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
torch.set_num_threads(1)


def numbers(tensor):
    return [float(f"{x:.9g}") for x in tensor.detach().reshape(-1).tolist()]


def write(name, value):
    with open(os.path.join(HERE, name + ".json"), "w") as file:
        json.dump(value, file, separators=(",", ":"))
        file.write("\n")


DEFAULTS = dict(vocabulary=7, context=5, width=8, layers=1, heads=2, keyHeads=2, mlp=None, units=0,
                positions="learnt", norm="none", isCausal=True, isScaled=True, isTied=False,
                hasQueryBias=False, embeddingScale=1.0, rank=0, alpha=1.0, parts=[])
CASES = {
    "plain": dict(isCausal=False, heads=1, keyHeads=1),
    "looking": dict(layers=2, positions="learntForLooking", isScaled=False),
    "gpt2": dict(norm="layer", mlp="gelu", units=12, isTied=True),
    "llama": dict(layers=2, norm="rms", mlp="swiglu", units=12, positions="rotary neighbours", heads=4,
                  keyHeads=2, isTied=True, embeddingScale=math.sqrt(8), hasQueryBias=True),
    "halves": dict(norm="rms", positions="rotary halves", heads=2, keyHeads=1, width=12),
    "sinusoidal": dict(positions="sinusoidal", mlp="gelu", units=9),
    "lora": dict(mlp="swiglu", units=10, rank=2, alpha=3.0,
                 parts=["queries", "keys", "values", "output", "up", "gate", "down"]),
}


def shapes(c):
    d, inner = c["width"], c["width"]
    shared = inner // c["heads"] * c["keyHeads"]
    sizes = {"embedding": (c["vocabulary"], d)}
    if c["positions"].startswith("learnt"):
        sizes["places"] = (c["context"], d)

    def norm(name):
        if c["norm"] != "none":
            sizes[name + ".gain"] = (d,)
        if c["norm"] == "layer":
            sizes[name + ".bias"] = (d,)

    for l in range(c["layers"]):
        norm(f"L{l}.attentionNorm")
        parts = dict(queries=(d, inner), keys=(d, shared), values=(d, shared), output=(inner, d))
        if c["mlp"]:
            norm(f"L{l}.mlpNorm")
            parts |= dict(up=(d, c["units"]), down=(c["units"], d))
        if c["mlp"] == "swiglu":
            parts["gate"] = (d, c["units"])
        for part, size in parts.items():
            name = f"L{l}.{part}"
            sizes[name] = size
            if c["hasQueryBias"] and part in ("queries", "keys"):
                sizes[name + ".bias"] = (size[1],)
            if part in c["parts"]:
                sizes[name + ".adapter.down"] = (size[0], c["rank"])
                sizes[name + ".adapter.up"] = (c["rank"], size[1])
    norm("norm")
    if not c["isTied"]:
        sizes["head"] = (d, c["vocabulary"])
    return sizes


def rotate(x, kind):  # (rows, heads, length, width)
    length, width = x.shape[-2:]
    angles = torch.arange(length)[:, None] * 10000.0 ** (-torch.arange(0, width, 2) / width)
    if kind.endswith("neighbours"):
        turned = torch.view_as_complex(x.reshape(*x.shape[:-1], -1, 2).contiguous()) * torch.polar(torch.ones_like(angles), angles)
        return torch.view_as_real(turned).flatten(-2)
    first, second = x.chunk(2, -1)
    cos, sin = (torch.cat((f(angles), f(angles)), -1) for f in (torch.cos, torch.sin))
    return x * cos + torch.cat((-second, first), -1) * sin


def run(c, p, tokens):
    def norm(name, x):
        if c["norm"] == "rms":
            return F.rms_norm(x, x.shape[-1:], p[name + ".gain"], 1e-5)
        if c["norm"] == "layer":
            return F.layer_norm(x, x.shape[-1:], p[name + ".gain"], p[name + ".bias"], 1e-5)
        return x

    def linear(name, x):
        y = F.linear(x, p[name].T, p.get(name + ".bias"))
        if name + ".adapter.down" in p:
            y = y + c["alpha"] / c["rank"] * (x @ p[name + ".adapter.down"] @ p[name + ".adapter.up"])
        return y

    rows, length = tokens.shape
    x = F.embedding(tokens, p["embedding"]) * c["embeddingScale"]
    if c["positions"] == "learnt":
        x = x + p["places"][:length]
    if c["positions"] == "sinusoidal":
        angles = torch.arange(length)[:, None] * 10000.0 ** (-torch.arange(0, c["width"], 2) / c["width"])
        x = x + torch.stack((angles.sin(), angles.cos()), -1).flatten(1)
    maps = []
    for l in range(c["layers"]):
        n = norm(f"L{l}.attentionNorm", x)
        at = n + p["places"][:length] if c["positions"] == "learntForLooking" else n
        q, k, v = (linear(f"L{l}.{part}", y).view(rows, length, heads, -1).transpose(1, 2)
                   for part, y, heads in (("queries", at, c["heads"]), ("keys", at, c["keyHeads"]), ("values", n, c["keyHeads"])))
        if c["positions"].startswith("rotary"):
            q, k = rotate(q, c["positions"]), rotate(k, c["positions"])
        z = F.scaled_dot_product_attention(q, k, v, is_causal=c["isCausal"], enable_gqa=True,
                                           scale=None if c["isScaled"] else 1.0)
        x = x + linear(f"L{l}.output", z.transpose(1, 2).reshape(rows, length, -1))
        if c["mlp"]:
            n = norm(f"L{l}.mlpNorm", x)
            up = linear(f"L{l}.up", n)
            bent = F.silu(linear(f"L{l}.gate", n)) * up if c["mlp"] == "swiglu" else F.gelu(up, approximate="tanh")
            x = x + linear(f"L{l}.down", bent)
    x = norm("norm", x)
    return x @ p["embedding"].T if c["isTied"] else x @ p["head"]


for number, (name, change) in enumerate(CASES.items()):
    torch.manual_seed(number)
    c = DEFAULTS | change
    p = {key: (torch.randn(size) * 0.5 + (1 if key.endswith("gain") else 0)).requires_grad_() for key, size in shapes(c).items()}
    tokens = torch.randint(c["vocabulary"], (2, c["context"]))
    targets = torch.randint(c["vocabulary"], (2, c["context"]))
    targets[0, 1] = -1
    logits = run(c, p, tokens)
    loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=-1)
    loss.backward()
    write("decoder-" + name, dict(
        shape=c, tokens=tokens.flatten().tolist(), targets=targets.flatten().tolist(),
        parameters={key: numbers(value) for key, value in p.items()},
        gradients={key: numbers(value.grad) for key, value in p.items()},
        logits=numbers(logits), loss=loss.item()))

torch.manual_seed(20)
lstm, embedding, head = nn.LSTM(6, 6, batch_first=True), nn.Embedding(5, 6), nn.Linear(6, 5)
lstm.bias_hh_l0.data.zero_()
tokens, targets = torch.randint(5, (3, 4)), torch.randint(5, (3, 4))
logits = head(lstm(embedding(tokens))[0])
loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten())
loss.backward()
named = dict(embedding=embedding.weight, input=lstm.weight_ih_l0, bias=lstm.bias_ih_l0, recurrent=lstm.weight_hh_l0,
             head=head.weight, headBias=head.bias)
turned = {"input", "recurrent", "head"}
write("lstm", dict(
    tokens=tokens.flatten().tolist(), targets=targets.flatten().tolist(), logits=numbers(logits), loss=loss.item(),
    parameters={k: numbers(v.T if k in turned else v) for k, v in named.items()},
    gradients={k: numbers(v.grad.T if k in turned else v.grad) for k, v in named.items()}))

torch.manual_seed(30)
start, slopes = torch.randn(6), torch.randn(4, 6)
optimisers = {}
for name, kind, decay in (("adam", torch.optim.Adam, 0.0), ("adamw", torch.optim.AdamW, 0.1)):
    p = nn.Parameter(start.clone())
    optimiser = kind([p], lr=0.03, betas=(0.9, 0.98), weight_decay=decay)
    after = []
    for slope in slopes:
        p.grad = slope.clone()
        optimiser.step()
        after.append(numbers(p))
    optimisers[name] = after


def orthogonal(g):
    x = g.double() / (g.double().norm() + 1e-7)
    turned = x.shape[0] > x.shape[1]
    x = x.T if turned else x
    for _ in range(5):
        a = x @ x.T
        x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x
    return x.T if turned else x


def muon(weight, slopes, rate, decay):  # (inputs, outputs), as Jordan has it with the axes swapped
    mean, after = torch.zeros_like(weight), []
    for slope in slopes:
        mean = 0.95 * mean + slope
        reach = rate * max(1, weight.shape[1] / weight.shape[0]) ** 0.5
        weight = weight * (1 - rate * decay) - reach * orthogonal(slope + 0.95 * mean)
        after.append(numbers(weight))
    return after


for rows, columns in ((3, 5), (5, 3)):
    weight, pull = torch.randn(rows, columns), torch.randn(3, rows, columns)
    optimisers[f"muon{rows}x{columns}"] = dict(
        start=numbers(weight), gradients=[numbers(g) for g in pull], after=muon(weight.double(), pull.double(), 0.02, 0.1))
write("optimisers", dict(start=numbers(start), gradients=[numbers(g) for g in slopes]) | optimisers)

pairs = []
for chosen, rejected, c0, r0, beta in ((1.5, 0.2, 0, 0, 1), (-2.0, 3.0, 0, 0, 1), (-1.0, -2.5, -1.2, -2.0, 0.5), (-90.0, -1.0, -1.0, -80.0, 2.0)):
    c, r = (torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in (chosen, rejected))
    loss = -F.logsigmoid(beta * ((c - c0) - (r - r0)))
    loss.backward()
    pairs.append([chosen, rejected, c0, r0, beta, loss.item(), c.grad.item(), r.grad.item()])
write("pairs", dict(pairs=pairs))
