import Basics
import Numerics

extension ShapesWidget {
  /// The columns of the parts.
  enum Column: Int, CaseIterable {
    case parameters, multiplyAdds, shape

    var title: String {
      switch self {
      case .shape: "shape"
      case .parameters: "parameters"
      case .multiplyAdds: "multiply-adds"
      }
    }
  }

  struct Row: Sendable {
    var name: String
    var shape: String
    var parameters: Int
    var work: Int
    /// How the parameters and the work are counted.
    var formula: (parameters: String, work: String)
    var isSum = false
  }

  /// The parts of a block, what blocks come to, what stands outside them, and all of it.
  static func rows(_ shape: TransformerShape) -> [Row] {
    let parts = shape.parts
    func rows(_ place: TransformerPart.Place) -> [Row] {
      parts.filter { $0.place == place }.map { row($0, shape) }
    }
    let (block, decoder) = (rows(.block), rows(.decoderBlock))
    var sums = [sum("", block, shape.layers, shape)]
    if shape.decoderLayers > 0 {
      sums.append(sum("decoder ", decoder, shape.decoderLayers, shape))
    }
    let outside = rows(.once)
    let wholes = sums.map(\.all) + outside
    func added(_ count: (Row) -> Int) -> (Int, String) {
      let counts = wholes.map(count).filter { $0 > 0 }
      let names = "all blocks and what stands apart"
      return (
        wholes.reduce(0) { cappedSum($0, count($1)) },
        "\(names) = " + counts.map(text).joined(separator: " + ")
      )
    }
    let (parameters, work) = (added(\.parameters), added(\.work))
    let total = Row(
      name: "in all", shape: "", parameters: parameters.0, work: work.0,
      formula: (parameters.1, work.1), isSum: true)
    return block + decoder + sums.flatMap { [$0.one, $0.all] }
      + outside.map {
        var row = $0
        row.isSum = true
        return row
      } + [total]
  }

  private static func row(_ part: TransformerPart, _ shape: TransformerShape) -> Row {
    Row(
      name: part.name, shape: part.shape, parameters: part.parameters, work: part.multiplyAdds,
      formula: (told(part.parametersFormula, shape), told(part.multiplyAddsFormula, shape)))
  }

  /// One block of a kind, and all of that kind.
  private static func sum(
    _ kind: String, _ parts: [Row], _ count: Int, _ shape: TransformerShape
  ) -> (one: Row, all: Row) {
    let size = "\(shape.length)×\(shape.width)"
    let parameters = parts.reduce(0) { cappedSum($0, $1.parameters) }
    let work = parts.reduce(0) { cappedSum($0, $1.work) }
    let one = "one \(kind)block"
    return (
      Row(
        name: one, shape: size, parameters: parameters, work: work,
        formula: ("the lines above", "the lines above"), isSum: true),
      Row(
        name: "all \(counted(count, "\(kind)block"))", shape: size,
        parameters: cappedProduct(count, parameters), work: cappedProduct(count, work),
        formula: (
          "layers · one block = \(count)·\(text(parameters))",
          "layers · one block = \(count)·\(text(work))"
        ), isSum: true)
    )
  }

  /// A formula, and the same with its numbers.
  private static func told(_ formula: SizeFormula, _ shape: TransformerShape) -> String {
    formula.terms.isEmpty ? "" : "\(formula.text) = \(formula.text(shape))"
  }
}
