import Basics
import Libc
import Models
import Numerics

/// What a model on disk does in a second of processor time, with weights at random: tokens after one another
/// with the cache, and sixteen tokens looked into with what each layer would say. `torch_tokens.py` takes the same
/// beside torch.
enum DiskSpeed {
  /// The shapes that are usual at that size.
  private static let shapes: [(name: String, shape: DecoderShape)] = {
    var small = DecoderShape(
      vocabulary: 32_000, context: 256, width: 288, layers: 6, heads: 6, mlp: .swiglu(768))
    small.positions = .rotary(RotaryPositions())
    small.norm = .rms
    var large = DecoderShape(
      vocabulary: 50_257, context: 1_024, width: 768, layers: 12, heads: 12, mlp: .gelu(3_072))
    large.norm = .layer
    large.hasBiases = true
    (small.isTied, large.isTied) = (true, true)
    return [("llama, 15 M", small), ("gpt2, 124 M", large)]
  }()

  static func run() {
    print("\n### A model on disk: tokens a second after 128, and 16 tokens looked into\n")
    print(
      "| model | stored as | tokens a second | look, ms | longest slice, ms |\n|---|---|---|---|---|"
    )
    for (name, shape) in shapes {
      for type in [StoredType.f32, .q8_0, .q4_K, .q6_K] {
        guard let decoder = decoder(shape, type) else { continue }
        let tokens = tokensPerSecond(decoder)
        let (look, slice) = look(decoder)
        print(
          "| \(name) | \(type.rawValue) | \(number(tokens)) | \(number(look * 1e3)) | "
            + "\(number(slice * 1e3)) |")
      }
    }
  }

  /// Nil where a row fills no blocks of that type.
  private static func decoder(_ shape: DecoderShape, _ type: StoredType) -> Decoder<Float>? {
    var decoder = Decoder<Float>(storing: shape)
    var draws = SeededGenerator(seed: 1)
    for index in decoder.parameters.indices { decoder.parameters[index] = Float(draws.unit()) }
    let stored = decoder.named.map(\.slot).filter { $0.stored != nil }
      .sorted { ($0.stored ?? 0) < ($1.stored ?? 0) }
    for slot in stored {
      let isTable = slot == decoder.embedding.table
      let (rows, columns) =
        isTable ? (slot.rows, slot.columns) : (slot.columns, slot.rows)
      guard let row = type.byteCount(columns) else { return nil }
      // Small numbers in any type: no scale has its highest bits.
      let bytes = [UInt8](unsafeUninitializedCapacity: rows * row) { buffer, count in
        for index in 0..<rows * row {
          buffer[index] = UInt8(truncatingIfNeeded: index &* 37) & 0x2F
        }
        count = rows * row
      }
      let matrix = StoredMatrix(
        MappedBytes(bytes), offset: 0, type, rows: rows, columns: columns)
      guard let matrix, decoder.store(matrix, for: slot) else { return nil }
    }
    return decoder
  }

  private static func tokensPerSecond(_ decoder: Decoder<Float>) -> Double {
    let (before, count) = (128, 32)
    var cache = KeyValueCache<Float>(decoder.shape, room: before + count)
    for token in 0..<before { _ = decoder.next(after: Int32(token), &cache) }
    let start = ModelSpeed.processorTime()
    for token in 0..<count { _ = decoder.next(after: Int32(token), &cache) }
    return Double(count) / (ModelSpeed.processorTime() - start)
  }

  private static func look(_ decoder: Decoder<Float>) -> (all: Double, longest: Double) {
    let wanted = (0...decoder.shape.layers).map { ForwardSlices.Wanted(layer: $0, place: 15) }
    var slices = ForwardSlices((0..<16).map { Int32($0) }, in: decoder, scoring: wanted)
    var (all, longest) = (0.0, 0.0)
    while !slices.isComplete {
      let start = ModelSpeed.processorTime()
      slices.advance()
      let time = ModelSpeed.processorTime() - start
      (all, longest) = (all + time, max(longest, time))
    }
    return (all, longest)
  }
}
