package struct MathsBox: Equatable, Sendable {
  package var rows: [String]; package var width: Int; package var baseline: Int
}
package enum Maths {
  package static func inline(_ tex: String, ascii: Bool = false) -> String { tex }
  package static func display(_ tex: String, width: Int, ascii: Bool = false) -> MathsBox {
    MathsBox(rows: [tex], width: tex.count, baseline: 0)
  }
}
