import Numerics

extension ShapesWidget {
  enum MemoryColumn: Int, CaseIterable {
    case each, bytes, size

    var title: String {
      switch self {
      case .each: "bytes each"
      case .bytes: "bytes"
      case .size: ""
      }
    }
  }

  /// A use of memory.
  struct Memory: Sendable {
    var name: String
    /// Bytes a number, as it is told.
    var each: String
    var bytes: Int
    /// What is multiplied, in words, and as numbers.
    var formula: (words: String, numbers: String)
    /// What it consists of.
    var parts: [TrainingMemory.Part] = []
  }

  /// The uses of memory.
  static func memory(_ shape: TransformerShape) -> [Memory] {
    let count = shape.parameters
    func weights(_ precision: Precision) -> Memory {
      Memory(
        name: "weights in \(precision.rawValue)", each: "\(precision.bytes)",
        bytes: shape.weightBytes(precision),
        formula: ("\(precision.bytes)·parameters", "\(precision.bytes)·\(text(count))"))
    }
    func weights(_ format: BlockFormat) -> Memory {
      let sixteenths = Int(2 * format.bitsWithScale)
      return Memory(
        name: "weights in \(format.rawValue)", each: "\(format.bitsWithScale / 8)",
        bytes: shape.weightBytes(format),
        formula: (
          "parameters·\(format.bitsWithScale) bits", "\(text(count))·\(sixteenths) ÷ 16"
        ))
    }
    func training(_ method: TrainingMemory.Method, _ name: String) -> Memory {
      let memory = TrainingMemory(shape, method)
      let each = memory.parts.reduce(0) { $0 + $1.bytesEach }
      return Memory(
        name: name, each: "\(each)", bytes: memory.bytes,
        formula: ("\(each)·parameters", "\(each)·\(text(count))"), parts: memory.parts)
    }
    return [weights(.float32), weights(.bfloat16), weights(.int8), weights(.int4), cache(shape)]
      + [training(.float32, "training, float32"), training(.mixed, "training, mixed")]
  }

  /// Keys and values that decoding keeps of one text of full length.
  private static func cache(_ shape: TransformerShape) -> Memory {
    let blocks = shape.decoderLayers > 0 ? 2 * shape.decoderLayers : shape.layers
    let (n, k) = (shape.length, shape.keyValueWidth)
    return Memory(
      name: "KV cache, 16 bits", each: "2", bytes: shape.cacheBytes(),
      formula: ("2·blocks·n·k·2", "2·\(blocks)·\(n)·\(k)·2"))
  }

  /// Bytes in the unit that leaves one to three digits before the point: `548 MB`.
  static func size(_ bytes: Int) -> String {
    if bytes == .max { return "" }
    let units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"]
    var (value, unit) = (Double(bytes), 0)
    while value >= 999.5, unit + 1 < units.count {
      value /= 1000
      unit += 1
    }
    return "\(NumberText(significant: 3).text(value)) \(units[unit])"
  }
}
