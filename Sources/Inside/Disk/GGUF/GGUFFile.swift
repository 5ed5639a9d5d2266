import Basics
import Models

/// A file of GGUF, as llama.cpp and its kin have it: settings by name, then the list of tensors, then their
/// numbers. Versions 2 and 3, which differ in nothing that is read here.
struct GGUFFile {
  static let magic = Array("GGUF".utf8)

  /// What a setting is: a value, or where in the file it lies.
  enum Value: Equatable {
    case integer(Int)
    case number(Double)
    case bool(Bool)
    case text(Range<Int>)
    case texts([Range<Int>])
    case integers([Int])
    case numbers([Float])
    case other
  }

  let owner: MappedBytes
  let name: String
  private(set) var settings: [String: Value] = [:]
  private(set) var tensors: [String: Tensor] = [:]
  /// Tensors of types that cannot be read, told where they are needed.
  private var foreign: [String: String] = [:]

  init(_ owner: MappedBytes, name: String) throws(DiskProblem) {
    self.owner = owner
    self.name = name
    var reader = DiskReader(owner, file: name)
    guard owner.copy(0..<4) == Self.magic else { throw .noModel(name) }
    _ = try reader.skip(4, "first bytes")
    let version = try reader.integer("version", as: UInt32.self)
    guard version == 2 || version == 3 else {
      throw .setting("version of GGUF", "\(version)")
    }
    let tensorCount = try reader.count("tensors")
    let settingCount = try reader.count("settings")
    for _ in 0..<settingCount {
      let key = owner.string(try reader.text("settings"))
      let kind = try reader.integer("settings", as: UInt32.self)
      let value = try Self.value(kind, &reader)
      guard settings.updateValue(value, forKey: key) == nil else {
        throw .impossible("\(key) twice", name)
      }
    }
    try readTensors(tensorCount, &reader)
  }

  // MARK: Settings

  func text(_ key: String) -> String? {
    if case .text(let range) = settings[key] { owner.string(range) } else { nil }
  }
  func integer(_ key: String) -> Int? {
    if case .integer(let value) = settings[key] { value } else { nil }
  }
  func number(_ key: String) -> Double? {
    switch settings[key] {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }
  func bool(_ key: String) -> Bool? {
    if case .bool(let value) = settings[key] { value } else { nil }
  }
  func texts(_ key: String) -> [[UInt8]]? {
    if case .texts(let ranges) = settings[key] { ranges.map(owner.copy) } else { nil }
  }
  func numbers(_ key: String) -> [Float]? {
    if case .numbers(let values) = settings[key] { values } else { nil }
  }
  func integers(_ key: String) -> [Int]? {
    if case .integers(let values) = settings[key] { values } else { nil }
  }

  private static func value(
    _ kind: UInt32, _ reader: inout DiskReader
  ) throws(DiskProblem) -> Value {
    let part = "settings"
    switch kind {
    case 6:
      return .number(
        Double(Float(bitPattern: try reader.integer(part, as: UInt32.self))))
    case 7: return .bool(try reader.integer(part, as: UInt8.self) != 0)
    case 8: return .text(try reader.text(part))
    case 9: return try list(&reader)
    case 12: return .number(Double(bitPattern: try reader.integer(part, as: UInt64.self)))
    default:
      guard let value = try whole(kind, &reader) else {
        throw .impossible("a value of kind \(kind)", reader.file)
      }
      return .integer(value)
    }
  }

  /// A whole number of that kind; nil where the kind is of none.
  private static func whole(
    _ kind: UInt32, _ reader: inout DiskReader
  ) throws(DiskProblem) -> Int? {
    let part = "settings"
    switch kind {
    case 0: return Int(try reader.integer(part, as: UInt8.self))
    case 1: return Int(try reader.integer(part, as: Int8.self))
    case 2: return Int(try reader.integer(part, as: UInt16.self))
    case 3: return Int(try reader.integer(part, as: Int16.self))
    case 4: return Int(try reader.integer(part, as: UInt32.self))
    case 5: return Int(try reader.integer(part, as: Int32.self))
    case 10: return Int(clamping: try reader.integer(part, as: UInt64.self))
    case 11: return Int(try reader.integer(part, as: Int64.self))
    default: return nil
    }
  }

  private static func list(_ reader: inout DiskReader) throws(DiskProblem) -> Value {
    let part = "settings"
    let kind = try reader.integer(part, as: UInt32.self)
    let count = try reader.count("settings")
    switch kind {
    case 6:
      var values: [Float] = []
      values.reserveCapacity(min(count, reader.left / 4))
      for _ in 0..<count {
        values.append(Float(bitPattern: try reader.integer(part, as: UInt32.self)))
      }
      return .numbers(values)
    case 8:
      var texts: [Range<Int>] = []
      texts.reserveCapacity(min(count, reader.left / 8))
      for _ in 0..<count { texts.append(try reader.text(part)) }
      return .texts(texts)
    case 7:
      _ = try reader.skip(count, part)
      return .other
    case 12:
      for _ in 0..<count { _ = try reader.integer(part, as: UInt64.self) }
      return .other
    default:
      var values: [Int] = []
      for _ in 0..<count {
        guard let value = try whole(kind, &reader) else {
          throw .impossible("a list of kind \(kind)", reader.file)
        }
        values.append(value)
      }
      return .integers(values)
    }
  }

  // MARK: Tensors

  private mutating func readTensors(
    _ count: Int, _ reader: inout DiskReader
  ) throws(DiskProblem) {
    let part = "list of tensors"
    struct Entry {
      let name: String
      let sizes: [Int]
      let type: StoredType
      let offset: UInt64
    }
    var entries: [Entry] = []
    for _ in 0..<count {
      let tensor = owner.string(try reader.text(part))
      let dimensions = Int(try reader.integer(part, as: UInt32.self))
      guard (1...4).contains(dimensions) else {
        throw .impossible("\(dimensions) dimensions of \(tensor)", name)
      }
      var sizes: [Int] = []
      for _ in 0..<dimensions {
        let size = try reader.integer(part, as: UInt64.self)
        guard size > 0, size <= 1 << 40 else {
          throw .impossible("a size \(size) of \(tensor)", name)
        }
        // What lies side by side comes first there.
        sizes.insert(Int(size), at: 0)
      }
      let kind = try reader.integer(part, as: UInt32.self)
      let offset = try reader.integer(part, as: UInt64.self)
      if let type = Self.types[kind] {
        entries.append(Entry(name: tensor, sizes: sizes, type: type, offset: offset))
      } else {
        foreign[tensor] = Self.foreignTypes[kind] ?? "type \(kind)"
      }
    }
    let alignment = integer("general.alignment") ?? 32
    guard (1...1 << 20).contains(alignment), alignment.nonzeroBitCount == 1 else {
      throw .impossible("alignment \(alignment)", name)
    }
    let start = (reader.place + alignment - 1) / alignment * alignment
    for entry in entries {
      guard let bytes = Self.byteCount(entry.sizes, entry.type) else {
        throw .impossible(
          "\(entry.sizes.map { String($0) }.joined(separator: " × ")) numbers of "
            + "\(entry.type.rawValue)", entry.name)
      }
      guard start <= owner.count, entry.offset <= UInt64(owner.count - start),
        bytes <= owner.count - start - Int(entry.offset)
      else { throw .cut(entry.name, in: name) }
      let at = start + Int(entry.offset)
      let tensor = Tensor(
        name: entry.name, owner: owner, offset: at, type: entry.type, sizes: entry.sizes)
      guard tensors.updateValue(tensor, forKey: entry.name) == nil else {
        throw .impossible("\(entry.name) twice", name)
      }
    }
    try refuseOverlaps(tensors.values, in: name)
  }

  /// Bytes of a tensor; nil where they cannot be counted.
  static func byteCount(_ sizes: [Int], _ type: StoredType) -> Int? {
    var count = 1
    for size in sizes {
      let (product, isTooMany) = count.multipliedReportingOverflow(by: size)
      if isTooMany { return nil }
      count = product
    }
    guard let row = sizes.last, row.isMultiple(of: type.block) else { return nil }
    return type.byteCount(count)
  }

  private static let types: [UInt32: StoredType] = [
    0: .f32, 1: .f16, 2: .q4_0, 3: .q4_1, 6: .q5_0, 8: .q8_0, 12: .q4_K, 14: .q6_K, 30: .bf16,
  ]
  private static let foreignTypes: [UInt32: String] = [
    7: "Q5_1", 9: "Q8_1", 10: "Q2_K", 11: "Q3_K", 13: "Q5_K", 15: "Q8_K", 16: "IQ2_XXS",
    17: "IQ2_XS", 18: "IQ3_XXS", 19: "IQ1_S", 20: "IQ4_NL", 21: "IQ3_S", 22: "IQ2_S",
    23: "IQ4_XS", 24: "I8", 25: "I16", 26: "I32", 27: "I64", 28: "F64", 29: "IQ1_M",
    34: "TQ1_0", 35: "TQ2_0", 39: "MXFP4",
  ]
}

extension GGUFFile: TensorSource {
  var bytes: Int { owner.count }

  func tensor(_ name: String) throws(DiskProblem) -> Tensor? {
    if let type = foreign[name] { throw .type(type, of: name) }
    return tensors[name]
  }

  func name(of part: DecoderPart, _ family: ModelFamily) -> TensorName {
    let suffix = part.isBias ? "bias" : "weight"
    guard let layer = part.layer else {
      let own =
        ["embedding": "token_embd", "places": "position_embd", "norm": "output_norm"][part.kind]
        ?? "output"
      return TensorName(name: "\(own).\(suffix)")
    }
    func name(_ own: String) -> String { "blk.\(layer).\(own).\(suffix)" }
    let thirds = ["queries": 0, "keys": 1, "values": 2]
    if family == .gpt2, let third = thirds[part.kind] {
      return TensorName(name: name("attn_qkv"), third: third)
    }
    let own = [
      "attentionNorm": "attn_norm", "queries": "attn_q", "keys": "attn_k", "values": "attn_v",
      "output": "attn_output", "queryNorm": "attn_q_norm", "keyNorm": "attn_k_norm",
      "mlpNorm": "ffn_norm", "gate": "ffn_gate", "up": "ffn_up", "down": "ffn_down",
    ]
    return TensorName(name: name(own[part.kind] ?? part.kind))
  }
}
