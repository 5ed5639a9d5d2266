import Basics
import JSONText
import Models

/// The weights of a folder as Hugging Face has them: one file, or several behind an index.
struct SafetensorsFolder: TensorSource {
  private var tensors: [String: Tensor] = [:]
  private var foreign: [String: String] = [:]
  private(set) var bytes = 0
  /// What stands before all names, such as `transformer.`.
  private var prefix = ""

  init(_ folder: some ModelFolder, _ family: ModelFamily) throws(DiskProblem) {
    for name in try Self.files(folder) {
      let owner = try folder.bytes(of: name)
      let file = try SafetensorsFile(owner, name: name)
      bytes += owner.count
      guard bytes <= folder.memory else {
        throw .tooLarge(bytes: bytes, memory: folder.memory)
      }
      for (key, tensor) in file.tensors {
        guard tensors.updateValue(tensor, forKey: key) == nil else {
          throw .impossible("\(key) twice", name)
        }
      }
      foreign.merge(file.foreign) { one, _ in one }
    }
    let first = family == .gpt2 ? "wte.weight" : "embed_tokens.weight"
    for prefix in ["", "model.", "transformer."]
    where tensors[prefix + first] != nil || foreign[prefix + first] != nil {
      self.prefix = prefix
    }
  }

  private static func files(_ folder: some ModelFolder) throws(DiskProblem) -> [String] {
    let single = "model.safetensors"
    if folder.has(single) { return [single] }
    let index = single + ".index.json"
    guard folder.has(index) else { throw .missing("\(single) beside its config.json") }
    let json = try folder.json(index)
    guard case .object(let members)? = json["weight_map"] else {
      throw .impossible("no weight_map", index)
    }
    let names = Set(members.compactMap(\.value.string)).sorted()
    guard !names.isEmpty, names.count <= 1_000,
      names.allSatisfy({ !$0.contains("/") && $0.hasSuffix(".safetensors") })
    else { throw .impossible("a file that is none of the folder", index) }
    return names
  }

  func tensor(_ name: String) throws(DiskProblem) -> Tensor? {
    if let type = foreign[name] { throw .type(type, of: name) }
    return tensors[name]
  }

  var hasHead: Bool { tensors["lm_head.weight"] != nil || foreign["lm_head.weight"] != nil }
  func has(_ name: String) -> Bool { tensors[prefix + name] != nil }

  func name(of part: DecoderPart, _ family: ModelFamily) -> TensorName {
    let suffix = part.isBias ? "bias" : "weight"
    let isGPT2 = family == .gpt2
    guard let layer = part.layer else {
      if part.kind == "head" { return TensorName(name: "lm_head.weight") }
      let own =
        isGPT2
        ? ["embedding": "wte", "places": "wpe", "norm": "ln_f"]
        : ["embedding": "embed_tokens", "norm": "norm"]
      return TensorName(name: "\(prefix)\(own[part.kind] ?? part.kind).\(suffix)")
    }
    func name(_ own: String) -> String {
      "\(prefix)\(isGPT2 ? "h" : "layers").\(layer).\(own).\(suffix)"
    }
    guard isGPT2 else {
      let own = [
        "attentionNorm": "input_layernorm", "queries": "self_attn.q_proj",
        "keys": "self_attn.k_proj", "values": "self_attn.v_proj", "output": "self_attn.o_proj",
        "queryNorm": "self_attn.q_norm", "keyNorm": "self_attn.k_norm",
        "mlpNorm": "post_attention_layernorm", "gate": "mlp.gate_proj", "up": "mlp.up_proj",
        "down": "mlp.down_proj",
      ]
      return TensorName(name: name(own[part.kind] ?? part.kind))
    }
    let thirds = ["queries": 0, "keys": 1, "values": 2]
    let own = [
      "attentionNorm": "ln_1", "output": "attn.c_proj", "mlpNorm": "ln_2", "up": "mlp.c_fc",
      "down": "mlp.c_proj",
    ]
    return TensorName(
      name: name(own[part.kind] ?? "attn.c_attn"), third: thirds[part.kind], isByInput: true)
  }
}

extension ModelFolder {
  /// A file of JSON.
  func json(_ name: String) throws(DiskProblem) -> JSON {
    let owner = try bytes(of: name)
    do throws(JSONProblem) {
      return try JSON.parse(utf8: owner.copy(0..<owner.count))
    } catch { throw .noJSON(name, error.message) }
  }
}
