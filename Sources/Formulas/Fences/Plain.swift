import Numerics

/// Numbers as inputs write them: exact, and read back as the same number.
package enum Plain {
  package static func text(_ number: Double) -> String {
    if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
    if number == -.infinity { return "-inf" }
    return number.description
  }

  package static func text(_ vector: some Sequence<Double>) -> String {
    vector.map { text($0) }.joined(separator: " ")
  }

  package static func text(_ matrix: Matrix) -> String {
    matrix.rowArrays.map { text($0) }.joined(separator: "; ")
  }
}
