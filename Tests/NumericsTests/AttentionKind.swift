import JSONText
import Testing

@testable import Numerics

/// One row of `kinds.json`: several heads with masks, softcap and rotation, and what torch computed.
struct AttentionKind {
  let json: JSON
  let seed: UInt64
  let heads, groups: Int
  /// Queries, keys, width of a head, and of its values.
  let n, m, d, w: Int

  static func all() throws -> [AttentionKind] {
    try Fixture.load("kinds.json").map(AttentionKind.init)
  }

  private init(_ json: JSON) throws {
    self.json = json
    seed = try json.seed
    (heads, groups) = (try json.int("heads"), try json.int("groups"))
    (n, m, d, w) = (try json.int("n"), try json.int("m"), try json.int("d"), try json.int("w"))
  }

  struct Inputs {
    let query, key, value, gradient: Matrix
  }

  var inputs: Inputs {
    var generator = SeededGenerator(seed: seed)
    return Inputs(
      query: generator.matrix(n, heads * d), key: generator.matrix(m, groups * d),
      value: generator.matrix(m, groups * w), gradient: generator.matrix(n, heads * w))
  }

  var options: AttentionOptions {
    get throws {
      let layout = json["layout"]?.string.flatMap(RotaryPositions.Layout.init)
      let alignment = json["alignment"]?.string.flatMap(MaskAlignment.init) ?? .topLeft
      let base = try json.number("base")
      return AttentionOptions(
        mask: AttentionMask(try (json["masks"]?.array ?? []).map(mask)), scale: scale,
        softcap: json["softcap"]?.double,
        rotation: layout.map { RotaryPositions($0, base: base, alignment: alignment) })
    }
  }

  private var scale: AttentionScale {
    switch json["scale"] {
    case .string?: .none
    case let factor?: factor.double.map { .value($0) } ?? .auto
    case nil: .auto
    }
  }

  private func mask(_ json: JSON) throws -> AttentionMask {
    let rows = (json["rows"]?.array ?? []).map { ($0.string ?? "").map { $0 == "1" } }
    let alignment = json["alignment"]?.string.flatMap(MaskAlignment.init) ?? .topLeft
    switch try #require(json["kind"]?.string) {
    case "causal": return .causal
    case "causal bottom-right": return .causalBottomRight
    case "padding": return .padding(try #require(rows.first))
    case "window": return .window(try json.int("size"), alignment)
    case "alibi": return .alibi(slope: json["slope"]?.double, alignment)
    case "free": return .free(rows)
    case "hiding": return .hiding(rows)
    default:
      return .additive(
        try #require(Matrix(rows: n, columns: m, elements: json.numbers("numbers"))))
    }
  }

  func attention() throws -> MultiHeadAttention {
    let inputs = inputs
    return try MultiHeadAttention(
      query: inputs.query, key: inputs.key, value: inputs.value, heads: heads,
      keyValueHeads: groups, options)
  }
}
