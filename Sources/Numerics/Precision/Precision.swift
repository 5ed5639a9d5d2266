/// A format of floating-point numbers, and how a CPU calculates in it.
///
/// As torch does on a CPU: each operation is carried out in float32 and its result rounded to the
/// format, to nearest, ties to even; sums of products are added up in float32, from left to right,
/// and rounded once. `double` is what all else here is computed in.
package enum Precision: String, CaseIterable, Sendable {
  /// IEEE 754 binary64: 53 bits, numbers up to about 1.8e308.
  case double
  /// IEEE 754 binary32: 24 bits, numbers up to about 3.4e38.
  case float32
  /// The upper half of a float32: 8 bits, numbers up to about 3.4e38.
  case bfloat16
  /// IEEE 754 binary16: 11 bits, numbers up to 65,504.
  case float16

  /// The format that a name stands for, as programs write it: `fp16`, `half`, `torch.bfloat16`.
  package init?(named text: String) {
    let name = text.lowercased().split(separator: ".").last ?? ""
    switch name {
    case "double", "float64", "fp64", "f64": self = .double
    case "float32", "float", "single", "fp32", "f32": self = .float32
    case "bfloat16", "bf16": self = .bfloat16
    case "float16", "half", "fp16", "f16": self = .float16
    default: return nil
    }
  }

  /// The bits after the leading one of a normal number's significand.
  package var significandBits: Int {
    switch self {
    case .double: Double.significandBitCount
    case .float32: Float.significandBitCount
    case .bfloat16: 7
    case .float16: 10
    }
  }

  /// The largest finite number.
  package var greatest: Double {
    switch self {
    case .double: .greatestFiniteMagnitude
    case .float32: Double(Float.greatestFiniteMagnitude)
    case .bfloat16: 0x1.fep127
    case .float16: 65_504
    }
  }

  /// The distance from 1 to the next larger number.
  package var epsilon: Double {
    Double(sign: .plus, exponent: -significandBits, significand: 1)
  }

  /// The bytes that a number takes.
  package var bytes: Int {
    switch self {
    case .double: 8
    case .float32: 4
    case .bfloat16, .float16: 2
    }
  }

  /// The exponent of the smallest normal number.
  private var leastExponent: Int { self == .float16 ? -14 : -126 }

  /// The nearest number of the format, of two equally near ones the even one; infinite where the
  /// number is beyond the largest. Formats of 16 bits are reached by way of float32, as torch does.
  package func round(_ x: Double) -> Double {
    if self == .double { return x }
    let single = Double(Float(x))
    if self == .float32 || !single.isFinite || single == 0 { return single }
    let exponent = max(single.exponent, leastExponent) - significandBits
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let rounded = (single / unit).rounded(.toNearestOrEven) * unit
    return rounded.magnitude > greatest ? (x < 0 ? -.infinity : .infinity) : rounded
  }

  /// A constant such as the scale, which is held in float32, not rounded to the format.
  package func factor(_ x: Double) -> Double {
    self == .double ? x : Double(Float(x))
  }

  /// The sum from left to right.
  package func total(_ numbers: some Sequence<Double>) -> Double {
    if self == .double { return numbers.reduce(0, +) }
    return round(Double(numbers.reduce(Float(0)) { $0 + Float($1) }))
  }
}

extension Matrix {
  /// The matrix with every entry rounded to a format.
  package func rounded(to precision: Precision) -> Matrix {
    precision == .double
      ? self : Matrix(rows: rows, columns: columns) { precision.round(self[$0, $1]) }
  }
}
