import Formulas
import Numerics
import Quiz

/// Typed numbers, vectors and matrices, and the expressions of questions.
enum NumbersTarget: FuzzTarget {
  static let name = "numbers"
  static let words = [
    "1,5", "1e308", "-1e-320", "0x1p3", "−2", "1/3", "inf", "nan", "; ", ", ", " ", "[", "]",
    "[[1,2],[3,4]]",
    "np.array(", ")", "(", "dot(", "softmax(", "matmul(", "transpose(", "attention(", "norm(",
    "max(",
    "round(", "exp(", "sqrt(", "^", "**", "*", "/", "+", "-", "q", "k", "M", "99999999999999999999",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if let number = try? NumberReader.number(text) {
      try Broken.unless(number.isFinite, "\(text) reads as \(number)")
      try again(number)
    }
    if let vector = try? NumberReader.vector(text) {
      for number in vector { try again(number) }
      _ = try? DotProduct(vector, vector.reversed())
    }
    if let matrix = try? NumberReader.matrix(text) {
      try Broken.unless(
        matrix.elements.count == matrix.rows * matrix.columns, "\(text) is no rectangle")
      if matrix.rows <= 20, matrix.columns <= 20 {
        _ = try? Attention(query: matrix, key: matrix, value: matrix)
      }
      _ = NumberText().aligned(matrix)
    }
    guard let expression = try? Expression(text) else { return }
    let values: [String: Value] = [
      "q": .vector([1, -2, 3]), "k": .vector([0.5, 0, -1e308]),
      "M": .matrix(Matrix(rows: 2, columns: 2) { Double($0 - $1) }), "a": .scalar(3),
    ]
    guard let value = try? expression.value(values) else { return }
    _ = (value.text, value.typed)
  }

  /// A number written in full reads as itself.
  private static func again(_ number: Double) throws(Broken) {
    let text = number.description
    try Broken.unless(
      (try? NumberReader.number(text)) == number, "\(number) is written as \(text)")
    for style in [NumberText(), NumberText(significant: 2, ascii: true)] {
      _ = style.text(number)
      for detail in NumberText.Detail.allCases { _ = style.aligned([number, 0.5], detail: detail) }
    }
  }
}
