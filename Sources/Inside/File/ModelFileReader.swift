import Models
import Numerics

extension ModelFile {
  /// Reads a file. Its bytes may come from anywhere: sizes are looked at before anything is made of them.
  package init(_ bytes: UnsafeRawBufferPointer) throws(ModelFileProblem) {
    var reader = ByteReader(bytes)
    guard try reader.take(Self.magic.count, "first bytes").elementsEqual(Self.magic) else {
      throw .otherFormat
    }
    let version = Int(try reader.integer("version", as: UInt32.self))
    guard version == Self.version else { throw .version(version) }
    let shape = try Self.shape(&reader)
    let vocabulary = try Self.vocabulary(&reader, count: shape.vocabulary)
    let base = try Self.base(&reader, shape)
    let count = try reader.size("number of adapters", in: 0...64)
    var adaptations: [Adaptation] = []
    for _ in 0..<count { adaptations.append(try Self.adaptation(&reader, base)) }
    var gate: [GateTable] = []
    for _ in 0..<(try reader.size("number of gate tables", in: 0...64)) {
      gate.append(try Self.table(&reader))
    }
    guard reader.left == 0 else { throw .left(reader.left) }
    self.init(vocabulary: vocabulary, base: base, adaptations: adaptations, gate: gate)
  }

  package init(_ bytes: [UInt8]) throws(ModelFileProblem) {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ModelFileProblem) in try ModelFile(buffer) }
    }
    self = try result.get()
  }

  private static func shape(_ reader: inout ByteReader) throws(ModelFileProblem) -> DecoderShape {
    let vocabulary = try reader.size("vocabulary", in: 258...65_535)
    let context = try reader.size("context", in: 1...4_096)
    let width = try reader.size("width", in: 1...4_096)
    let layers = try reader.size("layers", in: 1...128)
    let heads = try reader.size("heads", in: 1...128)
    let units = try reader.size("units", in: 1...16_384)
    let base = try reader.double("rotary base")
    guard width.isMultiple(of: 2 * heads) else { throw .impossible("heads", heads) }
    guard base.isFinite, base > 0 else { throw .impossible("rotary base", 0) }
    var shape = InsideShape.shape(vocabulary: vocabulary)
    shape.context = context
    shape.width = width
    shape.layers = layers
    (shape.heads, shape.keyHeads, shape.headWidth) = (heads, heads, width / heads)
    shape.mlp = .swiglu(units)
    shape.positions = .rotary(RotaryPositions(base: base))
    shape.embeddingScale = Double(width).squareRoot()
    return shape
  }

  private static func vocabulary(
    _ reader: inout ByteReader, count: Int
  ) throws(ModelFileProblem) -> Vocabulary {
    let merges = try reader.size("number of merges", in: count - 258...count - 258)
    var pairs: [BytePairEncoding.Pair] = []
    // No token is longer than a word can be: doubled each time, one would fill the memory.
    var lengths = [Int](repeating: 1, count: 256)
    for _ in 0..<merges {
      let left = Int(try reader.integer("merges", as: UInt16.self))
      let right = Int(try reader.integer("merges", as: UInt16.self))
      guard left < lengths.count, right < lengths.count else {
        throw .impossible("a merge of token", max(left, right))
      }
      guard lengths[left] + lengths[right] <= 256 else {
        throw .impossible("a token of bytes", lengths[left] + lengths[right])
      }
      lengths.append(lengths[left] + lengths[right])
      pairs.append(BytePairEncoding.Pair(left, right))
    }
    guard let encoding = BytePairEncoding(merges: pairs) else {
      throw .impossible("number of merges", merges)
    }
    return Vocabulary(encoding)
  }

  private static func base(
    _ reader: inout ByteReader, _ shape: DecoderShape
  ) throws(ModelFileProblem) -> Decoder<Float> {
    // Every parameter takes a byte at least, so a file that says too much is found before memory is asked for.
    let block = 4 * shape.width * shape.width + 3 * shape.width * (shape.mlp?.units ?? 0)
    guard shape.vocabulary * shape.width + shape.layers * block <= reader.left else {
      throw .cut("parameters")
    }
    var decoder = Decoder<Float>(shape)
    for named in decoder.named {
      let count = named.slot.count
      let values: [Float]
      if named.slot.rows > 1 {
        values = Quantised.values(
          try reader.take(Quantised.byteCount(count), named.name), count: count)
      } else {
        let raw = try reader.take(4 * count, named.name)
        values = (0..<count).map {
          Float(
            bitPattern: UInt32(
              littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
        }
      }
      guard values.allSatisfy(\.isFinite) else { throw .impossible(named.name, 0) }
      decoder.parameters.replaceSubrange(named.slot.range, with: values)
    }
    return decoder
  }

  private static func adaptation(
    _ reader: inout ByteReader, _ base: Decoder<Float>
  ) throws(ModelFileProblem) -> Adaptation {
    let name = try reader.text("adapter's name")
    let rank = try reader.size("rank", in: 1...256)
    let alpha = try reader.double("alpha")
    guard alpha.isFinite else { throw .impossible("alpha", 0) }
    let count = base.matrices.reduce(0) { $0 + rank * ($1.rows + $1.columns) }
    let parameters = Quantised.values(
      try reader.take(Quantised.byteCount(count), "adapter"), count: count)
    let roles = Quantised.values(
      try reader.take(Quantised.byteCount(2 * base.shape.width), "rows of the roles"),
      count: 2 * base.shape.width)
    guard (parameters + roles).allSatisfy(\.isFinite) else { throw .impossible("adapter", 0) }
    return Adaptation(name: name, rank: rank, alpha: alpha, parameters: parameters, roles: roles)
  }

  private static func table(_ reader: inout ByteReader) throws(ModelFileProblem) -> GateTable {
    let model = try reader.text("gate's model")
    let loss = try reader.double("loss on stories")
    var scores: [GateScore] = []
    for _ in 0..<(try reader.size("number of scores", in: 0...10_000)) {
      let task = try reader.text("gate's task")
      let right = Int(try reader.integer("score", as: UInt32.self))
      let count = Int(try reader.integer("score", as: UInt32.self))
      guard right <= count else { throw .impossible("right answers", right) }
      scores.append(GateScore(task: task, right: right, count: count))
    }
    return GateTable(model: model, storyLoss: loss, scores: scores)
  }
}
