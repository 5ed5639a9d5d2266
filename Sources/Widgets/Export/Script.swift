import Numerics

/// Numbers as Python reads them.
enum Script {
  /// Lets NumPy print arrays whole, in lines that a terminal shows; only the terms of very large inputs
  /// are shortened.
  static let printing = "np.set_printoptions(linewidth=120, threshold=300_000)"

  /// One number, exactly; what is not finite by NumPy's name.
  static func number(_ number: Double) -> String {
    if number.isNaN { return "np.nan" }
    if number.isInfinite { return number < 0 ? "-np.inf" : "np.inf" }
    return number.description
  }

  static func vector(_ vector: some Sequence<Double>) -> String {
    "[" + vector.map { number($0) }.joined(separator: ", ") + "]"
  }

  static func matrix(_ matrix: Matrix) -> String {
    "[" + matrix.rowArrays.map { vector($0) }.joined(separator: ", ") + "]"
  }

  /// A string literal: ASCII, and nothing that could end it.
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\" + String(scalar)
      case " "..."~": literal.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        literal += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return literal + "\""
  }
}
