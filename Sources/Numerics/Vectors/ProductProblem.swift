import Basics

/// Why two arrays cannot be multiplied.
package struct ProductProblem: Error, Equatable, Sendable {
  /// The product that was attempted.
  package let function: MatrixProduct.Function
  /// The sizes of the first.
  package let a: [Int]
  /// The sizes of the second.
  package let b: [Int]

  init(_ function: MatrixProduct.Function, _ a: [Int], _ b: [Int]) {
    self.function = function
    self.a = a
    self.b = b
  }

  /// What does not fit, with both sizes and a remedy, in one line for the reader.
  package var message: String { advice.text }

  /// The same, and apart from each other.
  package var advice: Advice {
    if a.isEmpty || b.isEmpty {
      return Advice(
        "one of them is a single number",
        remedy: "multiply by it with *, or write a vector such as 1, 2")
    }
    let isInner = function == .inner
    let (left, right) = (a.last ?? 1, (isInner ? b.last : b.first) ?? 1)
    let first =
      a.count == 1 ? "the first, \(Self.text(a))," : "a row of the first, \(Self.text(a)),"
    let second =
      b.count == 1
      ? "the second, \(Self.text(b)),"
      : "a \(isInner ? "row" : "column") of the second, \(Self.text(b)),"
    return Advice(
      "\(first) has \(counted(left, "number")) and \(second) \(right)",
      remedy: "each needs a counterpart; " + remedy(left))
  }

  private func remedy(_ needed: Int) -> String {
    let inner = function == .inner ? b.last : b.first
    let outer = function == .inner ? b.first : b.last
    if b.count == 2, outer == needed { return "transpose the second with .T" }
    if a.count == 2, a.first == inner { return "transpose the first with .T" }
    if function != .inner, b.last == a.first, a.count + b.count > 2 { return "swap the two" }
    guard b.count > 1 else {
      return "give the second \(counted(needed, "number"))" + form(rows: 1, columns: needed)
    }
    let isInner = function == .inner
    return "give the second \(counted(needed, isInner ? "column" : "row"))"
      + form(rows: isInner ? b[0] : needed, columns: isInner ? needed : b[1])
  }

  /// An array of a size that would do, where it is short.
  private func form(rows: Int, columns: Int) -> String {
    guard rows * columns <= 12 else { return rows > 1 ? ", as \(rows)×\(columns)" : "" }
    let numbers = (0..<rows).map { row in
      (0..<columns).map { $0 == row % columns ? "1" : "0" }.joined(separator: " ")
    }
    return ", such as " + numbers.joined(separator: "; ")
  }

  private static func text(_ shape: [Int]) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : shape.map { "\($0)" }.joined(separator: "×")
  }
}
