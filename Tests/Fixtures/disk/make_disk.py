"""Makes the tiny models of this folder, and what other libraries make of them.

    pip install torch transformers safetensors gguf tokenizers numpy
    python3 make_disk.py

Checkpoints are random and written by transformers; files of GGUF by gguf, whose own code says what their
stored numbers stand for. Logits are computed by transformers in single precision, from those numbers.
"""

import json
import os
import shutil
import struct

import gguf
import numpy as np
import torch
from gguf import GGMLQuantizationType as Q
from safetensors.torch import save_file
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    GPT2Config,
    GPT2LMHeadModel,
    LlamaConfig,
    LlamaForCausalLM,
    Qwen2Config,
    Qwen2ForCausalLM,
    Qwen3Config,
    Qwen3ForCausalLM,
)

HERE = os.path.dirname(os.path.abspath(__file__))
IDS = [1, 17, 200, 5, 42, 42, 301, 9]
LATER = (
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}%s| ?[^\\s\\p{L}\\p{N}]+"
    "[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
)
TEXT = """The cat sat on the mat, and the dog's bone wasn't there. We'll see what they've found in 2024!
def attention(q, k, v):
    return softmax(q @ k.T / 8.0) @ v  # the weights sum to 1
Der Bär fährt über die Brücke; naïve façade, señor. Привет, мир! 你好，世界。 emoji 🙂👍🏽
""" * 2
ODD = [
    "", " ", "  ", "\n", "a", " a", "a ", "Hello, world!", "  two  spaces   three", "tab\tand\nline\r\nend",
    "I'm sure they'll've DON'T we'D 's it''s", "12345 67 8.90 ½ ² Ⅷ ٣٤", "naïve café e\u0301", "ÄÖÜ ß ẞ ſ's 'ſ",
    "你好，世界。日本語のテキスト", "Привет мир", "🙂👍🏽 👨‍👩‍👧", "a\u00a0b\u2003c\u3000d\u200be", "!!!??? ...--- ~`@#$%^&*()",
    "trailing spaces   ", "\n\n  \n x", "x\n\n\n", "   \n", "foo_bar(baz)[0] = 'qux';", "\u0000\u0001\x7f", "<s>hi</s>",
    "a<|end|>b <|end|>", "http://example.org/a?b=c&d", "العربية مرحبا", "한국어 텍스트", "हिन्दी", "the the the cat cat",
    "ﬁ ﬂ ™ © ½", "\ufeffbom", "x" * 70,
]


def rounded(values):
    return [float(f"{v:.7g}") for v in np.asarray(values, np.float64).reshape(-1)]


def path(*parts):
    return os.path.join(HERE, *parts)


def fill(model, seed):
    """Weights large enough that every part changes the logits."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            noise = torch.randn(parameter.shape, generator=generator)
            if parameter.ndim > 1:
                parameter.copy_(noise * (0.35 if "embed" in name or "wte" in name else 0.12))
            elif "bias" in name:
                parameter.copy_(noise * 0.1)
            else:
                parameter.copy_(1 + noise * 0.2)
    return model.eval()


def logits(model, ids=IDS, off=None):
    handles = []
    if off:
        layer, head, width = off
        block = model.model.layers[layer] if hasattr(model, "model") else model.transformer.h[layer]
        way = block.self_attn.o_proj if hasattr(block, "self_attn") else block.attn.c_proj

        def silence(module, inputs):
            x = inputs[0].clone()
            x[..., head * width : (head + 1) * width] = 0
            return (x,)

        handles.append(way.register_forward_pre_hook(silence))
    with torch.no_grad():
        out = model(torch.tensor([ids])).logits[0]
    for handle in handles:
        handle.remove()
    return out


def byte_level(vocabulary, split=None, end="<|end|>"):
    tokenizer = Tokenizer(models.BPE())
    steps = []
    if split == "digits":
        steps = [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    elif split:
        from tokenizers import Regex

        steps = [
            pre_tokenizers.Split(Regex(split), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    tokenizer.pre_tokenizer = (
        pre_tokenizers.Sequence(steps) if steps else pre_tokenizers.ByteLevel(add_prefix_space=False)
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=[end],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(TEXT.splitlines(), trainer)
    return tokenizer


def letters(vocabulary):
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>", fuse_unk=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=["<unk>", "<s>", "</s>"] + [f"<0x{b:02X}>" for b in range(256)],
        show_progress=False,
        max_token_length=8,
    )
    ascii_text = [line for line in TEXT.splitlines() if line.isascii()]
    tokenizer.train_from_iterator(ascii_text, trainer)
    # Tokens of bytes are no marks.
    data = json.loads(tokenizer.to_str())
    data["added_tokens"] = data["added_tokens"][:3]
    data["post_processor"] = {
        "type": "TemplateProcessing",
        "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
        "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
        "special_tokens": {"<s>": {"id": "<s>", "ids": [1], "tokens": ["<s>"]}},
    }
    return Tokenizer.from_str(json.dumps(data))


def compact(tokenizer, file):
    with open(file, "w") as out:
        json.dump(json.loads(tokenizer.to_str()), out, ensure_ascii=False, separators=(",", ":"))


def page(tokenizer):
    return [{"text": text, "ids": tokenizer.encode(text).ids} for text in ODD]


VOCABULARY = 384
COMMON = dict(
    vocab_size=VOCABULARY, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
    num_key_value_heads=2, max_position_embeddings=64,
)


def make_models():
    llama = LlamaForCausalLM(LlamaConfig(**COMMON, rope_theta=10000.0, rms_norm_eps=1e-5, tie_word_embeddings=False))
    qwen2 = Qwen2ForCausalLM(Qwen2Config(**COMMON, rope_theta=50000.0, tie_word_embeddings=True))
    qwen3 = Qwen3ForCausalLM(Qwen3Config(**COMMON, head_dim=16, rope_theta=50000.0, tie_word_embeddings=True))
    gpt2 = GPT2LMHeadModel(
        GPT2Config(vocab_size=VOCABULARY, n_positions=64, n_embd=32, n_layer=2, n_head=4)
    )
    made = {"llama": llama, "qwen2": qwen2, "qwen3": qwen3, "gpt2": gpt2}
    return {name: fill(model, seed) for seed, (name, model) in enumerate(made.items())}


def save_folder(name, model, tokenizer, dtype=torch.float32, shards=False):
    folder = path(name)
    shutil.rmtree(folder, ignore_errors=True)
    model.to(dtype).save_pretrained(folder, max_shard_size="40KB" if shards else "1GB")
    for extra in ["generation_config.json"]:
        if os.path.exists(os.path.join(folder, extra)):
            os.remove(os.path.join(folder, extra))
    if tokenizer:
        compact(tokenizer, os.path.join(folder, "tokenizer.json"))
    # As it was stored: what is computed from the sizes is not rounded with the weights.
    return type(model).from_pretrained(folder, dtype=torch.float32).eval()


def permuted(weight, heads):
    """The order of rows that turns halves into neighbours, as llama.cpp's converter has it."""
    rows, columns = weight.shape
    return weight.reshape(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(rows, columns)


LLAMA_NAMES = {
    "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output", "self_attn.q_norm": "attn_q_norm", "self_attn.k_norm": "attn_k_norm",
    "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm", "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up", "mlp.down_proj": "ffn_down",
}
GPT2_NAMES = {
    "ln_1": "attn_norm", "attn.c_attn": "attn_qkv", "attn.c_proj": "attn_output", "ln_2": "ffn_norm",
    "mlp.c_fc": "ffn_up", "mlp.c_proj": "ffn_down",
}


def gguf_name(name):
    top = {
        "model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight",
        "lm_head.weight": "output.weight", "transformer.wte.weight": "token_embd.weight",
        "transformer.wpe.weight": "position_embd.weight", "transformer.ln_f.weight": "output_norm.weight",
        "transformer.ln_f.bias": "output_norm.bias",
    }
    if name in top:
        return top[name]
    parts = name.split(".")
    layer, suffix = parts[2], parts[-1]
    own = ".".join(parts[3:-1])
    return f"blk.{layer}.{LLAMA_NAMES.get(own) or GPT2_NAMES[own]}.{suffix}"


def save_gguf(file, family, model, kind, tokenizer, is_letters, factors=None):
    """Writes the file; puts the numbers that it stands for back into the model."""
    config = model.config
    writer = gguf.GGUFWriter(path(file), family)
    writer.add_name("tiny " + family)
    writer.add_context_length(64)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_head_count(config.num_attention_heads)
    if family == "gpt2":
        writer.add_feed_forward_length(4 * config.hidden_size)
        writer.add_layer_norm_eps(config.layer_norm_epsilon)
    else:
        writer.add_feed_forward_length(config.intermediate_size)
        writer.add_head_count_kv(config.num_key_value_heads)
        writer.add_layer_norm_rms_eps(config.rms_norm_eps)
        rope = getattr(config, "rope_theta", None) or config.rope_parameters["rope_theta"]
        writer.add_rope_freq_base(rope)
        if getattr(config, "head_dim", None):
            writer.add_key_length(config.head_dim)
            writer.add_value_length(config.head_dim)
    vocabulary = json.loads(tokenizer.to_str())["model"]["vocab"]
    names = [name for name, _ in sorted(vocabulary.items(), key=lambda one: one[1])]
    names += [f"[PAD{i}]" for i in range(len(names), VOCABULARY)]
    writer.add_tokenizer_model("llama" if is_letters else "gpt2")
    if is_letters:
        # The earlier a merge was learnt, the higher its score, as SentencePiece has it.
        writer.add_token_scores([-float(i) for i in range(len(names))])
        kinds = [2, 3, 3] + [6] * 256 + [1] * (VOCABULARY - 259)
        writer.add_bos_token_id(1)
        writer.add_eos_token_id(2)
    else:
        writer.add_tokenizer_pre("gpt-2" if family == "gpt2" else "qwen2")
        merges = json.loads(tokenizer.to_str())["model"]["merges"]
        writer.add_token_merges([" ".join(merge) for merge in merges])
        kinds = [3] + [1] * (VOCABULARY - 1)
        writer.add_eos_token_id(0)
    writer.add_token_list(names)
    writer.add_token_types(kinds)
    state = model.state_dict()
    done = {}
    for name, tensor in list(state.items()):
        if name == "lm_head.weight" and config.tie_word_embeddings:
            continue
        if name.endswith((".attn.bias", ".attn.masked_bias")):
            continue
        values = tensor.detach().numpy().astype(np.float32)
        turned = "attn.c_" in name or "mlp.c_" in name
        if turned and values.ndim == 2:
            values = values.T.copy()
        heads = {"self_attn.q_proj": config.num_attention_heads, "self_attn.k_proj": getattr(config, "num_key_value_heads", 0)}
        own = next((h for key, h in heads.items() if key in name), 0)
        if family == "llama" and own and values.ndim == 2:
            values = permuted(values, own)
        own_kind = Q.F32 if values.ndim == 1 or "wpe" in name else kind
        if own_kind not in (Q.F32, Q.F16) and values.shape[-1] % gguf.GGML_QUANT_SIZES[own_kind][0]:
            own_kind = Q.F32
        raw, back = stored(values, own_kind)
        writer.add_tensor(gguf_name(name), raw, raw_dtype=own_kind)
        if family == "llama" and own and back.ndim == 2:
            half = back.shape[0] // own // 2
            back = back.reshape(own, half, 2, -1).swapaxes(1, 2).reshape(back.shape)
        done[name] = torch.tensor(back.T.copy() if turned and back.ndim == 2 else back)
    if factors is not None:
        writer.add_tensor("rope_freqs.weight", factors.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    model.load_state_dict(done, strict=False)
    model.tie_weights()


def stored(values, kind, generator=np.random.default_rng(7)):
    """Bytes and what they stand for. gguf cannot make blocks of 256: their bytes are random, with scales of a
    size that a model has."""
    if kind == Q.F32:
        return values, values
    if kind not in (Q.Q4_K, Q.Q6_K):
        raw = gguf.quants.quantize(values, kind)
        return raw, gguf.quants.dequantize(raw, kind).reshape(values.shape).astype(np.float32)
    block, size = gguf.GGML_QUANT_SIZES[kind]
    count = values.size // block
    raw = generator.integers(0, 256, (count, size), dtype=np.uint8)
    if kind == Q.Q4_K:
        scales = np.stack([np.full(count, 0.0006), np.full(count, 0.0045)], 1).astype(np.float16)
        raw[:, :4] = scales.view(np.uint8)
    else:
        raw[:, 192:208] = generator.integers(-60, 61, (count, 16), dtype=np.int8).view(np.uint8)
        raw[:, 208:] = np.full((count, 1), 0.00012, np.float16).view(np.uint8)
    raw = raw.reshape(values.shape[0], -1)
    return raw, gguf.quants.dequantize(raw, kind).reshape(values.shape).astype(np.float32)


def make_types():
    """A row of each type, with the numbers that gguf reads in it."""
    generator = np.random.default_rng(3)
    values = generator.normal(size=(2, 256)).astype(np.float32)
    values[0, :4] = [0, -0.0, 6.0e-8, -1e-6]
    out = {}
    for kind in [Q.F32, Q.F16, Q.BF16, Q.Q8_0, Q.Q4_0, Q.Q4_1, Q.Q5_0, Q.Q4_K, Q.Q6_K]:
        raw, back = stored(values, kind, generator)
        out[kind.name] = {
            "bytes": np.ascontiguousarray(raw).view(np.uint8).reshape(-1).tobytes().hex(),
            "values": rounded(back),
        }
    return out


def save_llama_c(file, model, context=64):
    config = model.config
    state = {name: value.detach().numpy().astype(np.float32) for name, value in model.state_dict().items()}
    heads, shared = config.num_attention_heads, config.num_key_value_heads
    with open(path(file), "wb") as out:
        out.write(
            struct.pack(
                "7i", config.hidden_size, config.intermediate_size, config.num_hidden_layers, heads, shared,
                -config.vocab_size, context,
            )
        )

        def layers(own, turn=0):
            for layer in range(config.num_hidden_layers):
                values = state[f"model.layers.{layer}.{own}.weight"]
                out.write((permuted(values, turn) if turn else values).tobytes())

        out.write(state["model.embed_tokens.weight"].tobytes())
        layers("input_layernorm")
        layers("self_attn.q_proj", heads)
        layers("self_attn.k_proj", shared)
        layers("self_attn.v_proj")
        layers("self_attn.o_proj")
        layers("post_attention_layernorm")
        layers("mlp.gate_proj")
        layers("mlp.down_proj")
        layers("mlp.up_proj")
        out.write(state["model.norm.weight"].tobytes())
        out.write(np.zeros(context * config.hidden_size // heads, np.float32).tobytes())
        out.write(state["lm_head.weight"].tobytes())


def save_llama_c_tokens(file, tokenizer):
    vocabulary = json.loads(tokenizer.to_str())["model"]["vocab"]
    names = [name for name, _ in sorted(vocabulary.items(), key=lambda one: one[1])]
    names += [f"[PAD{i}]" for i in range(len(names), VOCABULARY)]
    with open(path(file), "wb") as out:
        out.write(struct.pack("i", max(len(name.encode()) for name in names)))
        for i, name in enumerate(names):
            data = ("\n" + name + "\n" if i in (1, 2) else name.replace("▁", " ")).encode()
            out.write(struct.pack("fi", -float(i), len(data)) + data)


def seed(target, data):
    folder = path("..", "..", "Fuzz", "Seeds", target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "small"), "wb") as out:
        out.write(data)


def make_seeds():
    """The smallest of each format, for files that are bent at random."""
    sizes = dict(
        vocab_size=16, hidden_size=8, intermediate_size=8, num_hidden_layers=1, num_attention_heads=2,
        num_key_value_heads=1, max_position_embeddings=8,
    )
    model = fill(LlamaForCausalLM(LlamaConfig(**sizes, tie_word_embeddings=False, bos_token_id=1)), 51)
    state = {name: value.detach().numpy().astype(np.float32) for name, value in model.state_dict().items()}
    names = ["<unk>", "<s>", "</s>", "<0x41>", "▁", "a", "b", "ab", "▁a", "c", "▁ab", "d", "e", "f", "g", "h"]
    writer = gguf.GGUFWriter(path("seed.gguf"), "llama")
    writer.add_context_length(8)
    writer.add_embedding_length(8)
    writer.add_block_count(1)
    writer.add_head_count(2)
    writer.add_head_count_kv(1)
    writer.add_feed_forward_length(8)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(names)
    writer.add_token_scores([-float(i) for i in range(16)])
    writer.add_token_types([2, 3, 3, 6] + [1] * 12)
    for name, values in state.items():
        writer.add_tensor(gguf_name(name), values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    with open(path("seed.gguf"), "rb") as file:
        seed("gguf", file.read())
    os.remove(path("seed.gguf"))
    config = {
        "model_type": "llama", "vocab_size": 16, "hidden_size": 8, "intermediate_size": 8, "num_hidden_layers": 1,
        "num_attention_heads": 2, "num_key_value_heads": 1, "max_position_embeddings": 8, "rms_norm_eps": 1e-5,
        "rope_theta": 1e4,
    }
    tokenizer = {
        "added_tokens": [{"id": 1, "content": "<s>", "special": True}],
        "normalizer": {"type": "Prepend", "prepend": "▁"}, "pre_tokenizer": {"type": "Metaspace"},
        "post_processor": None,
        "model": {
            "type": "BPE", "vocab": {name: i for i, name in enumerate(names)},
            "merges": [["a", "b"], ["▁", "a"], ["▁", "ab"]],
        },
    }
    save_file(model.state_dict(), path("seed.safetensors"))
    with open(path("seed.safetensors"), "rb") as file:
        parts = [json.dumps(config).encode(), json.dumps(tokenizer).encode(), file.read()]
    os.remove(path("seed.safetensors"))
    seed("safetensors", b"\0".join(parts))
    save_llama_c("seed.bin", model, 8)
    with open(path("seed.bin"), "rb") as file:
        weights = file.read()
    os.remove(path("seed.bin"))
    tokens = struct.pack("i", 6)
    for i, name in enumerate(names):
        data = name.replace("▁", " ").encode()
        tokens += struct.pack("fi", -float(i), len(data)) + data
    # The length of the weights, the weights, the tokens.
    seed("llama2c", struct.pack("I", len(weights)) + weights + tokens)
    byte_names = gguf_byte_letters()
    whole = {
        "added_tokens": [{"id": 259, "content": "<|end|>", "special": True}],
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "Split", "pattern": {"Regex": LATER % "{1,3}"}, "behavior": "Isolated", "invert": False},
                {"type": "ByteLevel", "add_prefix_space": False, "use_regex": False},
            ],
        },
        "model": {
            "type": "BPE", "ignore_merges": True,
            "vocab": {name: i for i, name in enumerate(byte_names + ["ab", "Ġa", "Ġab"])},
            "merges": ["a b", "Ġ a", "Ġ ab"],
        },
    }
    seed("tokenizer", json.dumps(whole, ensure_ascii=False).encode() + "\0 ab abc 12345 <|end|> ä\n".encode())


def gguf_byte_letters():
    return sorted(pre_tokenizers.ByteLevel.alphabet())


def main():
    torch.manual_seed(0)
    expected = {}

    def record(name, model, width=8):
        layer = model.config.num_hidden_layers - 1
        expected[name] = {
            "ids": IDS,
            "places": [3, len(IDS) - 1],
            "logits": rounded(logits(model)[[3, -1]]),
            "off": f"L{layer}H2",
            "offLogits": rounded(logits(model, off=(layer, 2, width))[-1]),
        }

    spm, gpt, qwen = letters(VOCABULARY), byte_level(VOCABULARY), byte_level(VOCABULARY, LATER % "")
    tokenizers = {
        "letters": spm, "gpt2": gpt, "qwen2": qwen, "llama3": byte_level(VOCABULARY, LATER % "{1,3}"),
        "smollm": byte_level(VOCABULARY, "digits"),
    }
    made = make_models()
    own = {"llama": spm, "gpt2": gpt, "qwen2": qwen, "qwen3": qwen}
    for name, model in made.items():
        model = save_folder("safetensors-" + name, model, own[name], shards=name == "qwen2")
        record("safetensors-" + name, model, 16 if name == "qwen3" else 8)
    for name, dtype in [("f16", torch.float16), ("bf16", torch.bfloat16)]:
        model = fill(LlamaForCausalLM(made["llama"].config), 11)
        model = save_folder("safetensors-llama-" + name, model, None, dtype)
        record("safetensors-llama-" + name, model)
    scaled = LlamaConfig(**COMMON, tie_word_embeddings=True)
    scaled.rope_parameters = {
        "rope_type": "llama3", "rope_theta": 50000.0, "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
        "original_max_position_embeddings": 16,
    }
    model = fill(LlamaForCausalLM(scaled), 61)
    model = save_folder("safetensors-llama3", model, None, torch.float16)
    record("safetensors-llama3", model)
    base = 50000.0 ** (-np.arange(0, 8, 2) / 8)
    factors = base / model.model.rotary_emb.inv_freq.numpy()
    save_gguf("llama3-f16.gguf", "llama", model, Q.F16, spm, True, factors)
    record("llama3-f16.gguf", model)
    save_llama_c("llama-c.bin", made["llama"])
    save_llama_c_tokens("tokenizer.bin", spm)
    record("llama-c.bin", made["llama"])
    for family in ["llama", "qwen2", "qwen3", "gpt2"]:
        kind = Q.F32 if family == "llama" else Q.F16
        file = f"{family}-{kind.name.lower()}.gguf"
        model = fill(type(made[family])(made[family].config), 21)
        save_gguf(file, family, model, kind, own[family], family == "llama")
        record(file, model, 16 if family == "qwen3" else 8)
    for kind in [Q.BF16, Q.Q8_0, Q.Q4_0, Q.Q4_1, Q.Q5_0]:
        model = fill(LlamaForCausalLM(made["llama"].config), 31)
        file = f"llama-{kind.name.lower()}.gguf"
        save_gguf(file, "llama", model, kind, spm, True)
        record(file, model)
    wide = dict(COMMON, hidden_size=256, intermediate_size=256, num_hidden_layers=1, num_key_value_heads=1)
    for kind in [Q.Q4_K, Q.Q6_K]:
        model = fill(LlamaForCausalLM(LlamaConfig(**wide, tie_word_embeddings=True)), 41)
        file = f"llama-{kind.name.lower()}.gguf"
        save_gguf(file, "llama", model, kind, spm, True)
        record(file, model, 64)
    with open(path("expected.json"), "w") as out:
        json.dump(expected, out, separators=(",", ":"))
    with open(path("types.json"), "w") as out:
        json.dump(make_types(), out, separators=(",", ":"))
    make_seeds()
    pages = {name: page(tokenizer) for name, tokenizer in tokenizers.items()}
    with open(path("pages.json"), "w") as out:
        json.dump(pages, out, separators=(",", ":"))
    for name in ["llama3", "smollm"]:
        compact(tokenizers[name], path(f"tokenizer-{name}.json"))


main()
