import Basics
import Models

/// A model that lies on disk: its weights stay there, mapped and not copied.
package struct DiskModel: Sendable {
  /// What it calls itself, or its file's name.
  package let name: String
  package let family: ModelFamily
  /// `GGUF`, `safetensors` or `llama2.c`.
  package let format: String
  package let decoder: Decoder<Float>
  package let tokenizer: DiskTokenizer
  /// Why texts cannot be typed; nil where they can.
  package let tokenizerProblem: String?
  package let fileBytes: Int
  /// The longest text whose activations fit in a quarter of a gigabyte: all of them are kept, for whoever
  /// looks, and those of some texts before it.
  package let longestLook: Int
  /// What its weights lie in.
  private let files: [MappedBytes]

  init(
    name: String, family: ModelFamily, format: String, decoder: Decoder<Float>,
    tokenizer: DiskTokenizer?, tokenizerProblem: String?, fileBytes: Int
  ) {
    self.name = name
    self.family = family
    self.format = format
    self.decoder = decoder
    self.tokenizer = tokenizer ?? .numbers
    self.tokenizerProblem = tokenizerProblem
    self.fileBytes = fileBytes
    longestLook = Self.longestLook(decoder.shape)
    files = decoder.stored.reduce(into: []) { files, matrix in
      if !files.contains(where: { $0 === matrix.owner }) { files.append(matrix.owner) }
    }
  }

  /// What became of it since it was opened; nil where it is as it was. What was read before counts no more.
  package var problem: DiskProblem? {
    files.allSatisfy(\.isWhole) ? nil : .shortened(name)
  }

  /// Opens a file by what it begins with, or a folder by its config.json where there is no name. Without its
  /// tokens, which take longest, it can only be told of.
  package static func open(
    _ file: String?, in folder: some ModelFolder, named name: String, readsTokens: Bool = true
  ) throws(DiskProblem) -> DiskModel {
    let model = try read(file, in: folder, named: name, readsTokens: readsTokens)
    if let problem = model.problem { throw problem }
    return model
  }

  private static func read(
    _ file: String?, in folder: some ModelFolder, named name: String, readsTokens: Bool
  ) throws(DiskProblem) -> DiskModel {
    guard let file else {
      guard folder.has("config.json") else { throw .noModel(name) }
      return try safetensors(folder, name: name, readsTokens: readsTokens)
    }
    if file == "config.json" || file == "model.safetensors"
      || file == "model.safetensors.index.json"
    {
      return try safetensors(folder, name: name, readsTokens: readsTokens)
    }
    let owner = try folder.bytes(of: file)
    guard owner.count <= folder.memory else {
      throw .tooLarge(bytes: owner.count, memory: folder.memory)
    }
    if owner.copy(0..<4) == GGUFFile.magic {
      return try gguf(owner, name: file, readsTokens: readsTokens)
    }
    if let llama = LlamaCFile(owner, name: file) {
      return try llamaC(llama, name: file, folder, readsTokens: readsTokens)
    }
    throw .noModel(name)
  }

  /// What a file of GGUF begins with.
  package static let magic = GGUFFile.magic

  /// Whether a file is one of llama2.c's.
  package static func isLlamaC(_ owner: MappedBytes) -> Bool {
    LlamaCFile(owner, name: "") != nil
  }

  /// How its weights are stored, the most used first.
  package var types: [StoredType] {
    var bytes: [StoredType: Int] = [:]
    for matrix in decoder.stored { bytes[matrix.type, default: 0] += matrix.rows * matrix.columns }
    return bytes.keys.sorted { (bytes[$0] ?? 0, $1.rawValue) > (bytes[$1] ?? 0, $0.rawValue) }
  }

  private static func longestLook(_ shape: DecoderShape) -> Int {
    let most = 1 << 26
    var (low, high) = (1, shape.context)
    while low < high {
      let middle = (low + high + 1) / 2
      // Far too long, it could not even be counted.
      let fits = middle <= 1 << 14 && ForwardSlices.room(for: middle, shape) <= most
      if fits { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
