import Numerics

/// Numbers as inputs write them: exact, and read back as the same number.
package enum Plain {
  package static func text(_ number: Double) -> String {
    if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
    if number == -.infinity { return "-inf" }
    return number.description
  }

  package static func text(_ vector: some Sequence<Double>) -> String {
    var line = ""
    add(vector, to: &line)
    return line
  }

  package static func text(_ matrix: Matrix) -> String {
    var line = ""
    for row in 0..<matrix.rows {
      if row > 0 { line += "; " }
      add(matrix.row(row), to: &line)
    }
    return line
  }

  // Large tables are written down after each change: no array of texts stands between.
  private static func add(_ vector: some Sequence<Double>, to line: inout String) {
    var isFirst = true
    for number in vector {
      if !isFirst { line += " " }
      isFirst = false
      line += text(number)
    }
  }
}
