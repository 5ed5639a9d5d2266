import Basics
import Models
import Numerics

extension DiskModel {
  /// A model of a file of GGUF.
  static func gguf(
    _ owner: MappedBytes, name: String, readsTokens: Bool
  ) throws(DiskProblem) -> DiskModel {
    let file = try GGUFFile(owner, name: name)
    guard let architecture = file.text("general.architecture") else {
      throw .missing("general.architecture in its settings")
    }
    guard let family = ModelFamily(rawValue: architecture) else { throw .family(architecture) }
    let sizes = try sizes(file, family)
    let shape = try sizes.shape(in: name)
    let decoder = try loadDecoder(shape, family, from: file)
    let (tokenizer, problem) = DiskTokenizer.reading { () throws(DiskProblem) in
      if !readsTokens, file.text("tokenizer.ggml.model") != nil { return .numbers }
      return try DiskTokenizer.gguf(file, count: shape.vocabulary)
    }
    return DiskModel(
      name: file.text("general.name").flatMap { $0.isEmpty ? nil : $0 } ?? name, family: family,
      format: "GGUF", decoder: decoder, tokenizer: tokenizer, tokenizerProblem: problem,
      fileBytes: owner.count)
  }

  private static func sizes(
    _ file: GGUFFile, _ family: ModelFamily
  ) throws(DiskProblem) -> ModelSizes {
    let prefix = family.rawValue + "."
    func integer(_ key: String) throws(DiskProblem) -> Int {
      guard let value = file.integer(prefix + key) else {
        throw .missing("\(prefix)\(key) in its settings")
      }
      return value
    }
    var sizes = ModelSizes(family: family)
    guard let table = try file.tensor("token_embd.weight") else {
      throw .missing("token_embd.weight")
    }
    sizes.vocabulary = table.sizes.first ?? 0
    sizes.context = try integer("context_length")
    sizes.width = try integer("embedding_length")
    sizes.layers = try integer("block_count")
    sizes.heads = try integer("attention.head_count")
    sizes.keyHeads = file.integer(prefix + "attention.head_count_kv") ?? sizes.heads
    sizes.units = try integer("feed_forward_length")
    guard sizes.heads > 0 else { throw .impossible("0 heads", file.name) }
    sizes.headWidth =
      file.integer(prefix + "attention.key_length") ?? sizes.width / sizes.heads
    let norm =
      family == .gpt2 ? "attention.layer_norm_epsilon" : "attention.layer_norm_rms_epsilon"
    sizes.epsilon = file.number(prefix + norm) ?? 1e-5
    sizes.rotaryBase = file.number(prefix + "rope.freq_base") ?? 10_000
    // Rows of queries and keys are stored so that pairs of neighbours are turned.
    sizes.layout = family == .llama ? .interleaved : .halves
    sizes.isTied = try file.tensor("output.weight") == nil
    sizes.hasAttentionBias = file.tensors["blk.0.attn_q.bias"] != nil
    if let turned = file.integer(prefix + "rope.dimension_count"), family != .gpt2,
      turned != sizes.headWidth
    {
      throw .setting("rope.dimension_count", "\(turned) of \(sizes.headWidth)")
    }
    if let scaling = file.text(prefix + "rope.scaling.type"), scaling != "none" {
      guard scaling == "linear", let factor = file.number(prefix + "rope.scaling.factor") else {
        throw .setting("rope.scaling.type", scaling)
      }
      sizes.rotaryFactors = Array(repeating: factor, count: max(0, min(sizes.headWidth, 4_096)) / 2)
    }
    if let factors = try file.tensor("rope_freqs.weight") {
      let matrix = StoredMatrix(
        factors.owner, offset: factors.offset, factors.type, rows: 1, columns: factors.count)
      sizes.rotaryFactors = matrix?.row(0).map { Double($0) } ?? []
    }
    if let experts = file.integer(prefix + "expert_count"), experts > 0 {
      throw .setting("expert_count", "\(experts)")
    }
    return sizes
  }
}
