/// A part of a Transformer and what it costs; counts too large for 64 bits stop at the largest.
package struct TransformerPart: Equatable, Sendable {
  /// What holds a part, and so how many times there is one.
  package enum Place: Sendable {
    /// The stack as a whole, once.
    case once
    /// Each block.
    case block
    /// Each block of a decoder that looks at an encoder's output.
    case decoderBlock
  }

  /// Which part, such as `query, key, value`.
  package let name: String
  /// The shape of what it computes, such as `12×64`.
  package let shape: String
  /// What holds it.
  package let place: Place
  /// How many times the stack holds it.
  package let copies: Int
  /// The numbers learnt in one copy, and how they are counted.
  package let parameters: Int
  package let parametersFormula: SizeFormula
  /// The multiplications, each with an addition, of one copy in one pass, and how they are counted.
  package let multiplyAdds: Int
  package let multiplyAddsFormula: SizeFormula

  /// The numbers learnt in all copies.
  package var totalParameters: Int { cappedProduct(copies, parameters) }
  /// The multiply-adds of all copies.
  package var totalMultiplyAdds: Int { cappedProduct(copies, multiplyAdds) }
}

/// The product, or the largest number where it does not fit; negative factors count as 0.
package func cappedProduct(_ factors: Int...) -> Int {
  if factors.contains(where: { $0 <= 0 }) { return 0 }
  var product = 1
  for factor in factors {
    let (next, overflow) = product.multipliedReportingOverflow(by: factor)
    if overflow { return .max }
    product = next
  }
  return product
}

/// The sum of two counts, or the largest number where it does not fit.
package func cappedSum(_ first: Int, _ second: Int) -> Int {
  let (sum, overflow) = first.addingReportingOverflow(second)
  return overflow ? .max : sum
}
