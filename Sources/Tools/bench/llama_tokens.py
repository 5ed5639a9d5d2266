"""Tokens a second of processor time of the same two shapes in llama.cpp (llama-cpp-python, one thread, with the
cache, weights at random) and in the engine, in turn in one run on one core.

python3 llama_tokens.py .build/release/bench    prints for each the median of three runs, and the ratio.
Needs gguf, and llama-cpp-python built from its source with its default flags.
"""
import os, statistics, subprocess, sys, tempfile, time
os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # both on one core
import gguf, llama_cpp, numpy

DRAWS = numpy.random.default_rng(1)
TYPES = {"F32": gguf.GGMLQuantizationType.F32, "Q8_0": gguf.GGMLQuantizationType.Q8_0}


def write(path, family, kind, vocabulary, context, width, layers, heads, units):
    out = gguf.GGUFWriter(path, family)
    out.add_context_length(context)
    out.add_embedding_length(width)
    out.add_block_count(layers)
    out.add_feed_forward_length(units)
    out.add_head_count(heads)
    out.add_vocab_size(vocabulary)
    out.add_string("tokenizer.ggml.model", "none")

    def matrix(name, rows, columns, as_is=False):
        values = (0.02 * DRAWS.standard_normal((rows, columns))).astype(numpy.float32)
        kept = TYPES["F32" if as_is else kind]
        out.add_tensor(name, gguf.quants.quantize(values, kept), raw_dtype=kept)

    def vector(name, count, value):
        out.add_tensor(name, numpy.full(count, value, numpy.float32))

    def norm(name):
        vector(name + ".weight", width, 1)
        if family == "gpt2":
            vector(name + ".bias", width, 0)

    def linear(name, outputs, inputs):
        matrix(name + ".weight", outputs, inputs)
        if family == "gpt2":
            vector(name + ".bias", outputs, 0)

    matrix("token_embd.weight", vocabulary, width)
    if family == "gpt2":
        out.add_layer_norm_eps(1e-5)
        matrix("position_embd.weight", context, width, as_is=True)
    else:
        out.add_layer_norm_rms_eps(1e-5)
        out.add_rope_dimension_count(width // heads)
    for layer in range(layers):
        at = f"blk.{layer}."
        norm(at + "attn_norm")
        if family == "gpt2":
            linear(at + "attn_qkv", 3 * width, width)
        else:
            for part in "qkv":
                linear(at + "attn_" + part, width, width)
        linear(at + "attn_output", width, width)
        norm(at + "ffn_norm")
        for part in ["up"] if family == "gpt2" else ["gate", "up"]:
            linear(at + "ffn_" + part, units, width)
        linear(at + "ffn_down", width, units)
    norm("output_norm")
    out.write_header_to_file()
    out.write_kv_data_to_file()
    out.write_tensors_to_file()
    out.close()


def rate(path):
    model = llama_cpp.Llama(path, n_ctx=256, n_threads=1, n_threads_batch=1, n_batch=128, verbose=False)
    model.eval(list(range(128)))
    start = time.process_time()
    for token in range(32):
        model.eval([token])
    return 32 / (time.process_time() - start)


SHAPES = {
    "llama, 15 M": ("llama", 32_000, 256, 288, 6, 6, 768),
    "gpt2, 124 M": ("gpt2", 50_257, 1_024, 768, 12, 12, 3_072),
}
with tempfile.TemporaryDirectory() as folder:
    paths = {}
    for name, (family, *sizes) in SHAPES.items():
        for kind in TYPES:
            paths[name, kind] = f"{folder}/{family}-{kind}.gguf"
            write(paths[name, kind], family, kind, *sizes)
    theirs, ours = {key: [] for key in paths}, {key: [] for key in paths}
    for _ in range(3):
        for key, path in paths.items():
            theirs[key].append(rate(path))
        run = subprocess.run([sys.argv[1], "--only", "disk"], capture_output=True, text=True, check=True)
        for line in run.stdout.splitlines():
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) > 5 and (cells[1], cells[2]) in ours:
                ours[cells[1], cells[2]].append(float(cells[3].replace(",", "")))
for (name, kind), rates in ours.items():
    here, there = statistics.median(rates), statistics.median(theirs[name, kind])
    print(f"{name} {kind}: {here:.0f} tokens/s, llama.cpp {there:.0f}, ratio {here / there:.2f}")
