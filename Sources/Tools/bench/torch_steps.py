"""Steps a second of processor time of three recipes of the lab in PyTorch (eager, one thread, the same
shapes) and in the engine, in turn in one run.

python3 torch_steps.py .build/release/bench    prints for each the median of five runs, and the ratio.
"""
import math, os, statistics, subprocess, sys, time
os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # both on one core
import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)


class Block(nn.Module):
    def __init__(self, d, heads, hidden):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(d, d, bias=False) for _ in range(4))
        self.up = nn.Linear(d, hidden, bias=False) if hidden else None
        self.down = nn.Linear(hidden, d, bias=False) if hidden else None

    def forward(self, x, places, causal):
        b, t, d = x.shape
        at = x if places is None else x + places
        q, k, v = (m.view(b, t, self.heads, -1).transpose(1, 2) for m in (self.q(at), self.k(at), self.v(x)))
        z = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
        x = x + self.o(z.transpose(1, 2).reshape(b, t, d))
        return x if self.up is None else x + self.down(F.gelu(self.up(x), approximate="tanh"))


class Model(nn.Module):
    def __init__(self, vocabulary, length, d, layers, heads, hidden, causal, only_qk):
        super().__init__()
        self.tokens, self.places = nn.Embedding(vocabulary, d), nn.Parameter(torch.randn(length, d) / math.sqrt(d))
        self.blocks = nn.ModuleList(Block(d, heads, hidden) for _ in range(layers))
        self.out = nn.Linear(d, vocabulary, bias=False)
        self.causal, self.only_qk = causal, only_qk

    def forward(self, ids):
        x = self.tokens(ids)
        if not self.only_qk:
            x = x + self.places
        for block in self.blocks:
            x = block(x, self.places if self.only_qk else None, self.causal)
        return self.out(x)


RECIPES = {
    "reverse": (32, dict(vocabulary=10, length=12, d=32, layers=1, heads=1, hidden=0, causal=False, only_qk=False)),
    "induction": (32, dict(vocabulary=12, length=20, d=24, layers=2, heads=1, hidden=0, causal=True, only_qk=True)),
    "instructions": (64, dict(vocabulary=14, length=11, d=32, layers=2, heads=2, hidden=64, causal=False, only_qk=False)),
}



def rate(batch, shape):
    torch.manual_seed(1)
    model = Model(**shape)
    adam = torch.optim.Adam(model.parameters(), lr=1e-2, betas=(0.9, 0.98))
    ids = torch.randint(shape["vocabulary"], (batch, shape["length"]))
    targets = ids.flip(1).reshape(-1)

    def step():
        loss = F.cross_entropy(model(ids).flatten(0, 1), targets)
        adam.zero_grad()
        loss.backward()
        adam.step()

    for _ in range(20):
        step()
    start = time.process_time()
    for _ in range(50):
        step()
    return 50 / (time.process_time() - start)


theirs = {name: [] for name in RECIPES}
ours = {name: [] for name in RECIPES}
for _ in range(5):
    for name, (batch, shape) in RECIPES.items():
        theirs[name].append(rate(batch, shape))
    for line in subprocess.run([sys.argv[1], "--only", "models"], capture_output=True, text=True).stdout.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 2 and cells[1] in ours:
            ours[cells[1]].append(float(cells[2]))
for name in RECIPES:
    here, there = statistics.median(ours[name]), statistics.median(theirs[name])
    print(f"{name}: {here:.0f} steps/s, torch {there:.0f}, ratio {here / there:.1f}"
          f" (best {max(ours[name]):.0f} and {max(theirs[name]):.0f}: {max(ours[name]) / max(theirs[name]):.1f})")
