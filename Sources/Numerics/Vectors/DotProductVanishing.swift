/// Which zeros on the way to a dot product stand for numbers smaller than any double.
extension DotProduct {
  /// Whether a product is 0 although neither of its factors is.
  package func productVanishes(_ index: Int) -> Bool {
    products[index] == 0 && u[index] != 0 && v[index] != 0
  }

  /// Whether a partial sum is 0 only because a product vanished.
  package func partialSumVanishes(_ index: Int) -> Bool {
    partialSums[index] == 0 && (0...index).contains(where: productVanishes)
  }

  /// Whether the dot product is 0 only because a product vanished.
  package var dotVanishes: Bool {
    !partialSums.isEmpty && partialSumVanishes(partialSums.count - 1)
  }

  /// Whether any number on the way is 0 only because it is smaller than any double.
  package var underflows: Bool {
    u.indices.contains { productVanishes($0) || projectionVanishes($0) } || cosineVanishes
  }

  /// Whether the cosine is 0 only because it is smaller than any double.
  package var cosineVanishes: Bool { cosine == 0 && dotVanishes && !areOrthogonal(u, v) }

  /// Whether an entry of the projection is 0 although u and v are not at right angles.
  package func projectionVanishes(_ index: Int) -> Bool {
    projection?[index] == 0 && v[index] != 0 && (dot != 0 || dotVanishes) && !areOrthogonal(u, v)
  }
}

/// Whether one of the products of two vectors' entries is 0 although its factors are not.
func anyProductVanishes(_ left: some Collection<Double>, _ right: some Collection<Double>) -> Bool {
  zip(left, right).contains { $0 != 0 && $1 != 0 && $0 * $1 == 0 }
}
