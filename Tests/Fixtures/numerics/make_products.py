"""Makes what the tests of MatrixProduct and TransformerPreset compare with: python3 make_products.py

Needs NumPy, torch and transformers, all from PyPI; no weights are loaded.
"""

import itertools

import numpy as np
import torch
import transformers

from make_fixtures import SplitMix64, count, numbers, write


def make_products():
    cases = []
    shapes = [[1], [2], [3], [1, 3], [2, 3], [3, 2], [3, 3], [4, 2]]
    functions = dict(zip(("dot", "@", "inner"), (np.dot, np.matmul, np.inner)))
    for index, (a, b) in enumerate(itertools.product(shapes, shapes)):
        inputs = SplitMix64(50000 + index)
        left, right = (inputs.matrix(*([1] * (2 - len(x)) + x)).reshape(x) for x in (a, b))
        for name, function in functions.items():
            case = dict(seed=50000 + index, a=a, b=b, function=name)
            try:
                product = function(left, right)
                case |= dict(shape=list(np.shape(product)), product=numbers(product))
            except ValueError as problem:
                case["error"] = str(problem)
            cases.append(case)
    write("products.json", cases)


def make_presets():
    """The parameters of each model as its own library builds it."""
    models = {}
    with torch.device("meta"):
        for name, width, heads, layers in (("124M", 768, 12, 12), ("355M", 1024, 16, 24),
                                           ("774M", 1280, 20, 36), ("1.5B", 1600, 25, 48)):
            models[f"GPT-2 {name}"] = transformers.GPT2LMHeadModel(transformers.GPT2Config(
                n_embd=width, n_head=heads, n_layer=layers))
        models["Llama 2 7B"] = transformers.LlamaForCausalLM(transformers.LlamaConfig(
            vocab_size=32000, hidden_size=4096, intermediate_size=11008, num_hidden_layers=32,
            num_attention_heads=32))
        models["Llama 3 8B"] = transformers.LlamaForCausalLM(transformers.LlamaConfig(
            vocab_size=128256, hidden_size=4096, intermediate_size=14336, num_hidden_layers=32,
            num_attention_heads=32, num_key_value_heads=8))
        rows = [dict(name=name, weights=count(model)) for name, model in models.items()]
        for name, width, heads, hidden in (("base", 512, 8, 2048), ("big", 1024, 16, 4096)):
            stack = torch.nn.Transformer(width, heads, 6, 6, hidden)
            # torch ends both stacks with a norm, which the paper does not have.
            ends = count(stack.encoder.norm) + count(stack.decoder.norm)
            rows.append(dict(name=f"Transformer {name}",
                             weights=count(stack) - ends + 37000 * width))
    write("presets.json", rows)


def make_grouped_shapes():
    """Llama models of odd sizes."""
    choose = SplitMix64(65)
    cases = []
    for _ in range(40):
        groups, share = choose.int(1, 4), choose.int(1, 4)
        heads = groups * share
        head = 2 * choose.int(1, 8)
        sizes = dict(vocabulary=choose.int(2, 300), heads=heads, groups=groups,
                     width=heads * head, hidden=choose.int(1, 200), layers=choose.int(1, 5))
        biases, tied = choose.int(0, 1) == 1, choose.int(0, 1) == 1
        with torch.device("meta"):
            model = transformers.LlamaForCausalLM(transformers.LlamaConfig(
                vocab_size=sizes["vocabulary"], hidden_size=sizes["width"],
                intermediate_size=sizes["hidden"], num_hidden_layers=sizes["layers"],
                num_attention_heads=heads, num_key_value_heads=groups, attention_bias=biases,
                mlp_bias=biases, tie_word_embeddings=tied))
        n = choose.int(1, 40)
        cache = transformers.DynamicCache()
        for layer in range(sizes["layers"]):
            row = torch.zeros(1, groups, n, head, dtype=torch.float16)
            cache.update(row, row, layer)
        kept = sum(x.keys.nbytes + x.values.nbytes for x in cache.layers)
        cases.append(sizes | dict(length=n, biases=biases, tied=tied, weights=count(model),
                                  cacheBytes=kept))
    write("grouped_shapes.json", cases)


if __name__ == "__main__":
    make_products()
    make_presets()
    make_grouped_shapes()
