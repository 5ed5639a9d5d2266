import JSONText
import Models
import Numerics

extension DiskModel {
  /// A model of a folder with `config.json`, safetensors and `tokenizer.json`.
  static func safetensors(
    _ folder: some ModelFolder, name: String, readsTokens: Bool
  ) throws(DiskProblem) -> DiskModel {
    let config = try folder.json("config.json")
    let type = config["model_type"]?.string ?? "none"
    guard let family = ModelFamily(rawValue: type) else { throw .family(type) }
    let source = try SafetensorsFolder(folder, family)
    let sizes = try sizes(config, family, source)
    let shape = try sizes.shape(in: "config.json")
    let decoder = try loadDecoder(shape, family, from: source)
    let (tokenizer, problem) = DiskTokenizer.reading { () throws(DiskProblem) in
      guard folder.has("tokenizer.json") else { throw .missing("tokenizer.json") }
      if !readsTokens { return .numbers }
      return try DiskTokenizer.json(try folder.json("tokenizer.json"), count: shape.vocabulary)
    }
    return DiskModel(
      name: name, family: family, format: "safetensors", decoder: decoder, tokenizer: tokenizer,
      tokenizerProblem: problem, fileBytes: source.bytes)
  }

  private static func sizes(
    _ config: JSON, _ family: ModelFamily, _ source: SafetensorsFolder
  ) throws(DiskProblem) -> ModelSizes {
    func integer(_ keys: String...) throws(DiskProblem) -> Int {
      for key in keys { if let value = config[key]?.int { return value } }
      throw .missing("\(keys[0]) in its config.json")
    }
    var sizes = ModelSizes(family: family)
    sizes.vocabulary = try integer("vocab_size")
    if family == .gpt2 {
      sizes.context = try integer("n_positions", "n_ctx")
      sizes.width = try integer("n_embd")
      sizes.layers = try integer("n_layer")
      sizes.heads = try integer("n_head")
      sizes.keyHeads = sizes.heads
      guard sizes.heads > 0, sizes.width <= 65_536 else {
        throw .impossible("\(sizes.heads) heads of \(sizes.width)", "config.json")
      }
      sizes.headWidth = sizes.width / sizes.heads
      sizes.units = config["n_inner"]?.int ?? 4 * sizes.width
      sizes.epsilon = config["layer_norm_epsilon"]?.double ?? 1e-5
      sizes.isTied = config["tie_word_embeddings"]?.bool ?? true
      let bend = config["activation_function"]?.string ?? "gelu_new"
      guard ["gelu_new", "gelu_pytorch_tanh", "gelu_fast"].contains(bend) else {
        throw .setting("activation_function", bend)
      }
      for key in ["scale_attn_by_inverse_layer_idx", "add_cross_attention"]
      where config[key]?.bool == true { throw .setting(key, "true") }
      if config["scale_attn_weights"]?.bool == false {
        throw .setting("scale_attn_weights", "false")
      }
      return sizes
    }
    sizes.context = try integer("max_position_embeddings")
    sizes.width = try integer("hidden_size")
    sizes.layers = try integer("num_hidden_layers")
    sizes.heads = try integer("num_attention_heads")
    guard sizes.heads > 0 else { throw .impossible("0 heads", "config.json") }
    sizes.keyHeads = config["num_key_value_heads"]?.int ?? sizes.heads
    sizes.headWidth = config["head_dim"]?.int ?? sizes.width / sizes.heads
    sizes.units = try integer("intermediate_size")
    sizes.epsilon = config["rms_norm_eps"]?.double ?? 1e-6
    let rotary = config["rope_parameters"]
    sizes.rotaryBase =
      config["rope_theta"]?.double ?? rotary?["rope_theta"]?.double ?? 10_000
    sizes.isTied = config["tie_word_embeddings"]?.bool ?? !source.hasHead
    sizes.hasAttentionBias =
      config["attention_bias"]?.bool ?? false || source.has("layers.0.self_attn.q_proj.bias")
    for scaling in [config["rope_scaling"], rotary] {
      guard let scaling, let kind = scaling["rope_type"]?.string ?? scaling["type"]?.string,
        kind != "default"
      else { continue }
      guard let scale = RotaryScale(kind, scaling) else { throw .setting("rope_scaling", kind) }
      let pairs = max(0, min(sizes.headWidth, 4_096)) / 2
      let positions = RotaryPositions(base: sizes.rotaryBase)
      sizes.rotaryFactors = (0..<pairs).map {
        scale.factor(positions.frequency(pair: $0, width: 2 * pairs))
      }
    }
    if config["use_sliding_window"]?.bool == true {
      throw .setting("use_sliding_window", "true")
    }
    let bend = config["hidden_act"]?.string ?? "silu"
    guard bend == "silu" else { throw .setting("hidden_act", bend) }
    return sizes
  }
}
