import Basics
import Inside
import JSONText
import Models

/// Files of a model that are nowhere but in an input.
struct FuzzFolder: ModelFolder {
  let files: [String: [UInt8]]
  var memory: Int { 1 << 40 }

  func has(_ name: String) -> Bool { files[name] != nil }
  func bytes(of name: String) throws(DiskProblem) -> MappedBytes {
    guard let bytes = files[name] else { throw .unreadable(name, "it is not there") }
    return MappedBytes(bytes)
  }

  /// Opens the model; where that can be done, it reads a little, and every number of it has its place.
  func open(_ name: String?, bytes: Int) throws(Broken) {
    let model: DiskModel
    do throws(DiskProblem) {
      model = try DiskModel.open(name, in: self, named: "model")
    } catch {
      try Broken.unless(!error.message.isEmpty, "no words")
      return
    }
    let count = model.decoder.parameterCount
    try Broken.unless(count <= 4 * bytes, "\(count) parameters from \(bytes) bytes")
    let vocabulary = model.decoder.shape.vocabulary
    for text in ["ab abc <s> 12 ä\n", "1, 2"] {
      let tokens = model.tokenizer.tokens(of: text)
      if model.tokenizerProblem == nil {
        try Broken.unless(tokens.allSatisfy { (0..<vocabulary).contains($0) }, "\(tokens)")
      }
      for token in tokens { _ = model.tokenizer.bytes(of: token) }
    }
    guard count < 20_000, model.longestLook > 1 else { return }
    let tokens = [0, vocabulary - 1]
    let look = Look(tokens, in: model.decoder)
    let scores = look.logits(after: 1)
    try Broken.unless(scores.count == vocabulary, "\(scores.count) scores")
    _ = look.written(by: .layer(0), at: 1, for: [0])
    let known = LookedModel.disk(model)
    _ = known.continuation(of: tokens, in: model.decoder, count: 3, temperature: 1, seed: 1)
  }
}

/// Files of GGUF.
enum GGUFTarget: FuzzTarget {
  static let name = "gguf"
  static let words = [
    "GGUF", "llama", "gpt2", "qwen3", "general.architecture", "general.alignment",
    "llama.block_count", "llama.attention.head_count", "tokenizer.ggml.tokens",
    "tokenizer.ggml.merges", "blk.0.attn_q.weight", "output.weight", "\u{3}\0\0\0",
    "\u{8}\0\0\0\0\0\0\0", "\u{1}\0\0\0\0\0\0\0", "\0\0\0\0\0\0\0\u{1}",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    try FuzzFolder(files: ["model.gguf": Array("GGUF".utf8) + bytes.dropFirst(4)])
      .open("model.gguf", bytes: bytes.count)
  }
}

/// config.json, tokenizer.json and safetensors, each behind a zero.
enum SafetensorsTarget: FuzzTarget {
  static let name = "safetensors"
  static let words = [
    "\"dtype\":\"F32\"", "\"BF16\"", "\"shape\":[8,8]", "\"data_offsets\":[0,256]", "llama", "gpt2",
    "qwen2", "model.layers.0.self_attn.q_proj.weight", "num_hidden_layers", "hidden_size", "\0",
    "null", "-1", "9223372036854775807", "1e999", "head_dim", "rope_scaling",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return }
    try FuzzFolder(files: [
      "config.json": Array(parts[0]), "tokenizer.json": Array(parts[1]),
      "model.safetensors": Array(parts[2]),
    ]).open(nil, bytes: bytes.count)
  }
}

/// A length, weights of llama2.c that long, then its tokens.
enum LlamaCTarget: FuzzTarget {
  static let name = "llama2c"
  static let words = ["\u{8}\0\0\0", "\u{1}\0\0\0", "\0\0\0\0", "<s>", "<0x41>", "\u{7f}"]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    guard bytes.count > 4 else { return }
    let length = bytes[..<4].reversed().reduce(0) { $0 << 8 | Int($1) }
    let rest = bytes.dropFirst(4)
    try FuzzFolder(files: [
      "model.bin": Array(rest.prefix(length)), "tokenizer.bin": Array(rest.dropFirst(length)),
    ]).open("model.bin", bytes: bytes.count)
  }
}

/// A tokenizer.json, a zero, and a text.
enum TokenizerTarget: FuzzTarget {
  static let name = "tokenizer"
  static let words = [
    "\"merges\":", "\"vocab\":", "\"added_tokens\":", "ByteLevel", "Metaspace", "Digits",
    "Sequence",
    "TemplateProcessing", "\"id\":", "<|end|>", "Ġ", "▁", "'re", "\0", "\u{3000}", "½",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let json = try? JSON.parse(utf8: Array(parts[0])) else { return }
    let tokenizer: DiskTokenizer
    do throws(DiskProblem) { tokenizer = try DiskTokenizer.json(json, count: 300) } catch {
      try Broken.unless(!error.message.isEmpty, "no words")
      return
    }
    let tokens = tokenizer.tokens(of: String(decoding: parts[1], as: UTF8.self))
    try Broken.unless(tokens.allSatisfy { (0..<300).contains($0) }, "\(tokens)")
    for token in tokens { _ = tokenizer.bytes(of: token) }
  }
}
