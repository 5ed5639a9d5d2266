import Models

/// Rows of tokens for one step of training, with the token that is right after each place and how
/// much it counts.
package struct Batch: Equatable, Sendable {
  package let rows: Int
  package let length: Int
  package private(set) var tokens: [Int32] = []  // (rows · length)
  package private(set) var targets: [Int32] = []  // (rows · length)
  package private(set) var weights: [Float] = []  // (rows · length)

  package init(rows: Int, length: Int) {
    self.rows = rows
    self.length = length
    tokens.reserveCapacity(rows * length)
    targets.reserveCapacity(rows * length)
    weights.reserveCapacity(rows * length)
  }

  /// Adds a row: each token is to be foretold from those before it, and counts as much as its own
  /// weight says. What is too long is cut; what is too short is filled up with places that do not
  /// count.
  package mutating func add(_ row: some Sequence<WeightedToken>) {
    let row = Array(row.prefix(length + 1))
    for place in 0..<length {
      tokens.append(place < row.count ? row[place].token : 0)
      let next = place + 1 < row.count ? row[place + 1] : nil
      targets.append(
        next.map { $0.weight > 0 ? $0.token : CrossEntropy.ignored } ?? CrossEntropy.ignored)
      weights.append(next?.weight ?? 0)
    }
  }
}

/// A token, and how much it counts that it is foretold.
package struct WeightedToken: Equatable, Sendable {
  package let token: Int32
  package let weight: Float

  package init(_ token: Int, weight: Float = 1) {
    self.token = Int32(token)
    self.weight = weight
  }
}
