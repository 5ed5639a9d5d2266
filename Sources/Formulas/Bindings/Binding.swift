import Notes
import Numerics

/// Numbers that a block of a note binds to be computed with. It is read here alone, so that the widget
/// that opens and the question that is made from it never contradict each other.
package enum Binding: Equatable, Sendable {
  case dotProduct(CodeVectors.NamedVector, CodeVectors.NamedVector)
  case attention(query: Matrix, key: Matrix, value: Matrix)
  /// `A @ B`, where one of them is a matrix.
  case matrixProduct(NumberArray, NumberArray)

  /// Entries of a vector that a screen has room for.
  package static let most = 16

  /// What a block binds, in the order in which it is to be tried; nothing where it says itself what
  /// it is for, as a fence named after a widget does.
  package static func all(in block: Block) -> [Binding] {
    if case .code(_, let code) = block.kind { return inCode(code) }
    return inFormulas([block].leafTexts).map { [$0] } ?? []
  }

  /// Queries, keys and values, or the vectors of a dot product, in any language.
  private static func inCode(_ code: String) -> [Binding] {
    guard code.utf8.contains(UInt8(ascii: "[")) else { return [] }
    let vectors = CodeVectors(code)
    var found: [Binding] = []
    if let (query, key, value) = vectors.attention {
      found.append(.attention(query: query, key: key, value: value))
    }
    if let (u, v) = vectors.dotProduct(most: most) { found.append(.dotProduct(u, v)) }
    if let (a, b) = vectors.matrixProduct { found.append(.matrixProduct(a, b)) }
    return found
  }

  /// The first `[1, 2] · [3, 4]` of a text or its formulas.
  private static func inFormulas(_ texts: [LeafText]) -> Binding? {
    for text in texts where text.text.utf8.contains(UInt8(ascii: "[")) {
      let tokens = FormulaToken.tokens(Array(text.text.prefix(20_000)), inSentence: true)
      for at in tokens.indices.dropFirst(2) {
        guard case .vector(let u) = tokens[at - 2].kind, tokens[at - 1].kind == .times,
          case .vector(let v) = tokens[at].kind, u.count == v.count, u.count <= most
        else { continue }
        return .dotProduct(.init(nil, u), .init(nil, v))
      }
    }
    return nil
  }
}
