import Basics

/// Why two arrays cannot be multiplied.
package struct ProductProblem: Error, Equatable, Sendable {
  /// What was to multiply them.
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

  /// The second's shape as the product sees it: `inner` turns it first.
  private var seen: [Int] { function == .inner ? b.reversed() : b }

  /// What NumPy says.
  package var numpyWords: String {
    let (left, right) = (a.last ?? 1, seen.first ?? 1)
    if function == .matmul {
      return
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
        + "(n?,k),(k,m?)->(n?,m?) (size \(right) is different from \(left))"
    }
    return "shapes \(Self.tight(a)) and \(Self.tight(seen)) not aligned: "
      + "\(left) (dim \(max(a.count - 1, 0))) != \(right) (dim 0)"
  }

  /// What does not fit, with both sizes and a remedy, in one line for the reader.
  package var message: String {
    if a.isEmpty || b.isEmpty {
      return "one of them is a single number: multiply by it with *, or write a vector such as 1, 2"
    }
    let isInner = function == .inner
    let (left, right) = (a.last ?? 1, (isInner ? b.last : b.first) ?? 1)
    let first =
      a.count == 1 ? "the first, \(Self.text(a))," : "a row of the first, \(Self.text(a)),"
    let second =
      b.count == 1
      ? "the second, \(Self.text(b)),"
      : "a \(isInner ? "row" : "column") of the second, \(Self.text(b)),"
    return "\(first) has \(counted(left, "number")) and \(second) \(right): they meet one by one; "
      + remedy(left)
  }

  private func remedy(_ needed: Int) -> String {
    let inner = function == .inner ? b.last : b.first
    let outer = function == .inner ? b.first : b.last
    if b.count == 2, outer == needed { return "turn the second with .T" }
    if a.count == 2, a.first == inner { return "turn the first with .T" }
    if function != .inner, b.last == a.first, a.count + b.count > 2 { return "exchange the two" }
    return b.count == 1
      ? "give the second \(counted(needed, "number"))"
      : "give the second \(counted(needed, function == .inner ? "column" : "row"))"
  }

  private static func text(_ shape: [Int]) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : shape.map { "\($0)" }.joined(separator: "×")
  }

  private static func tight(_ shape: [Int]) -> String {
    "(\(shape.map { "\($0)" }.joined(separator: ","))\(shape.count == 1 ? "," : ""))"
  }
}
