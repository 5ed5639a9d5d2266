/// A count as a sum of products, such as 3·d·d + 3·d, that can be both read and computed.
package struct SizeFormula: Equatable, Sendable {
  /// A size of a Transformer, named as formulas name it.
  package enum Size: String, CaseIterable, Sendable {
    /// The length of a sequence.
    case n
    /// The width of the residual stream.
    case d
    /// The width of keys and of values: the width of a head times the key-value heads.
    case k
    /// The width of the hidden layer.
    case m
    /// The number of tokens that can be told apart.
    case vocabulary
  }

  /// A number times some sizes.
  package struct Term: Equatable, Sendable {
    package let coefficient: Int
    package let sizes: [Size]
  }

  /// The products that are added up; terms of 0 are left out.
  package let terms: [Term]

  init(_ terms: (Int, [Size])...) {
    self.terms = terms.filter { $0.0 != 0 }.map { Term(coefficient: $0.0, sizes: $0.1) }
  }

  /// The count for a shape; the largest number where it does not fit.
  package func value(_ shape: TransformerShape) -> Int {
    terms.reduce(0) { sum, term in
      let product = term.sizes.reduce(term.coefficient) { cappedProduct($0, shape[$1]) }
      return cappedSum(sum, product)
    }
  }

  /// The formula in names: `3·d·d + 3·d`; empty where there is nothing to count.
  package var text: String { text { $0.rawValue } }

  /// The formula with a shape's numbers: `3·64·64 + 3·64`.
  package func text(_ shape: TransformerShape) -> String { text { "\(shape[$0])" } }

  /// The formula with signs and names of one's own, as a program writes it.
  package func text(times: String = "·", _ name: (Size) -> String) -> String {
    terms.map { term in
      let coefficient = term.coefficient == 1 && !term.sizes.isEmpty ? [] : ["\(term.coefficient)"]
      return (coefficient + term.sizes.map(name)).joined(separator: times)
    }.joined(separator: " + ")
  }
}

extension TransformerShape {
  /// One of its sizes.
  package subscript(size: SizeFormula.Size) -> Int {
    switch size {
    case .n: length
    case .d: width
    case .k: keyValueWidth
    case .m: hidden
    case .vocabulary: vocabulary
    }
  }
}
