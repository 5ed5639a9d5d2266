import Notes
import Numerics

extension Matrix {
  /// A matrix of one row.
  static func row(_ vector: Vector) -> Matrix {
    Matrix([vector]) ?? Matrix(rows: 0, columns: 0)
  }
}

extension Inputs {
  /// The inputs with an entry of a vector more or less, and its word with it.
  func resizing(
    _ key: String, _ vector: Vector, _ words: [String], most: Int, _ change: Resizing, at index: Int
  ) throws(Diagnostic) -> Inputs {
    var (vector, words) = (vector, words)
    switch change {
    case .addRow, .addColumn:
      guard vector.count < most else { throw Diagnostic(.error, "\(most) entries are the most") }
      let at = min(index + 1, vector.count)
      vector.insert(0, at: at)
      if words.count >= at, !words.isEmpty { words.insert("new", at: at) }
    case .removeRow, .removeColumn:
      guard vector.count > 1 else { throw Diagnostic(.error, "One entry stays at least") }
      let at = min(index, vector.count - 1)
      vector.remove(at: at)
      if words.indices.contains(at) { words.remove(at: at) }
    }
    return with(key, Plain.text(vector))
      .with("words", words.isEmpty ? nil : words.joined(separator: ", "))
  }
}
