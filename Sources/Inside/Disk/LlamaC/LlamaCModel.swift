import Basics
import Models
import Numerics

/// The first numbers of a file of llama2.c: seven sizes, then all weights as floats, one after the other.
struct LlamaCFile: TensorSource {
  private static let header = 28
  let owner: MappedBytes
  let name: String
  let sizes: ModelSizes
  private var starts: [String: (offset: Int, sizes: [Int])] = [:]

  /// Nil where the sizes are not those of a file that long: it has no name of its own at its beginning.
  init?(_ owner: MappedBytes, name: String) {
    guard owner.count > Self.header else { return nil }
    let numbers = owner.withBytes { bytes in
      (0..<7).map {
        Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Int32.self)))
      }
    }
    var sizes = ModelSizes(family: .llama)
    (sizes.width, sizes.units, sizes.layers) = (numbers[0], numbers[1], numbers[2])
    (sizes.heads, sizes.keyHeads) = (numbers[3], numbers[4])
    guard numbers[5] != 0, numbers[5] != .min else { return nil }
    sizes.vocabulary = abs(numbers[5])
    // A vocabulary below 0 says that the way out has weights of its own.
    sizes.isTied = numbers[5] > 0
    sizes.context = numbers[6]
    guard sizes.heads > 0, sizes.width.isMultiple(of: sizes.heads) else { return nil }
    sizes.headWidth = sizes.width / sizes.heads
    sizes.layout = .interleaved
    guard (try? sizes.shape(in: name)) != nil else { return nil }
    self.owner = owner
    self.name = name
    self.sizes = sizes
    guard let end = place(), end == owner.count else { return nil }
  }

  /// Gives each weight its place; where the last one ends, nil where that is too far to count.
  private mutating func place() -> Int? {
    let (width, inner) = (sizes.width, sizes.heads * sizes.headWidth)
    let shared = sizes.keyHeads * sizes.headWidth
    var at = Self.header
    var isTooFar = false
    func take(_ count: Int, _ each: Int) -> Int {
      defer {
        let (numbers, one) = count.multipliedReportingOverflow(by: each)
        let (bytes, two) = numbers.multipliedReportingOverflow(by: 4)
        let (end, three) = at.addingReportingOverflow(bytes)
        isTooFar = isTooFar || one || two || three || end > owner.count
        at = isTooFar ? at : end
      }
      return at
    }
    func layers(_ kind: String, _ own: [Int]) {
      for layer in 0..<sizes.layers {
        starts["L\(layer).\(kind)"] = (take(own[0], own.count > 1 ? own[1] : 1), own)
      }
    }
    starts["embedding"] = (take(sizes.vocabulary, width), [sizes.vocabulary, width])
    layers("attentionNorm", [width])
    layers("queries", [inner, width])
    layers("keys", [shared, width])
    layers("values", [shared, width])
    layers("output", [width, inner])
    layers("mlpNorm", [width])
    layers("gate", [sizes.units, width])
    layers("down", [width, sizes.units])
    layers("up", [sizes.units, width])
    starts["norm"] = (take(width, 1), [width])
    // The cosines and sines of the positions, which are computed here.
    _ = take(sizes.context, sizes.headWidth)
    if !sizes.isTied {
      starts["head"] = (take(sizes.vocabulary, width), [sizes.vocabulary, width])
    }
    return isTooFar ? nil : at
  }

  var bytes: Int { owner.count }

  func tensor(_ name: String) throws(DiskProblem) -> Tensor? {
    starts[name].map {
      Tensor(name: name, owner: owner, offset: $0.offset, type: .f32, sizes: $0.sizes)
    }
  }

  func name(of part: DecoderPart, _ family: ModelFamily) -> TensorName {
    let name = part.name.hasSuffix(".gain") ? String(part.name.dropLast(5)) : part.name
    return TensorName(name: name)
  }
}

extension DiskModel {
  /// A model of llama2.c, its tokens in a file beside it.
  static func llamaC(
    _ file: LlamaCFile, name: String, _ folder: some ModelFolder, readsTokens: Bool
  ) throws(DiskProblem) -> DiskModel {
    let shape = try file.sizes.shape(in: name)
    let decoder = try loadDecoder(shape, .llama, from: file)
    let (tokenizer, problem) = DiskTokenizer.reading { () throws(DiskProblem) in
      guard folder.has("tokenizer.bin") else { throw .missing("tokenizer.bin beside it") }
      if !readsTokens { return .numbers }
      return try DiskTokenizer.llamaC(
        try folder.bytes(of: "tokenizer.bin"), count: shape.vocabulary)
    }
    return DiskModel(
      name: name, family: .llama, format: "llama2.c", decoder: decoder, tokenizer: tokenizer,
      tokenizerProblem: problem, fileBytes: file.owner.count)
  }
}
