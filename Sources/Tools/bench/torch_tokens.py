"""Tokens a second of processor time of two models in PyTorch (transformers, one thread, float32, with the
cache) and in the engine, in turn in one run.

python3 torch_tokens.py .build/release/bench    prints for each the median of three runs, and the ratio.
"""
import os, statistics, subprocess, sys, time
os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # both on one core
import torch
from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM

torch.set_num_threads(1)
MODELS = {
    "llama, 15 M": LlamaForCausalLM(LlamaConfig(
        vocab_size=32000, hidden_size=288, intermediate_size=768, num_hidden_layers=6, num_attention_heads=6,
        max_position_embeddings=256, tie_word_embeddings=True)).eval(),
    "gpt2, 124 M": GPT2LMHeadModel(GPT2Config()).eval(),
}


def rate(model):
    with torch.no_grad():
        past = model(torch.arange(128)[None], use_cache=True).past_key_values
        start = time.process_time()
        for token in range(32):
            past = model(torch.tensor([[token]]), past_key_values=past, use_cache=True).past_key_values
        return 32 / (time.process_time() - start)


theirs, ours = {name: [] for name in MODELS}, {}
for _ in range(3):
    for name, model in MODELS.items():
        theirs[name].append(rate(model))
    run = subprocess.run([sys.argv[1], "--only", "disk"], capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 5 and cells[1] in MODELS:
            ours.setdefault((cells[1], cells[2]), []).append(float(cells[3].replace(",", "")))
for (name, kind), rates in ours.items():
    here, there = statistics.median(rates), statistics.median(theirs[name])
    print(f"{name} {kind}: {here:.0f} tokens/s, torch in float32 {there:.0f}, ratio {here / there:.1f}")
