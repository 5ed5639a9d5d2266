import Formulas
import Basics
import Notes
import Numerics

extension Inputs {
  /// Refuses keys that the widget does not know.
  func check(_ widget: String, keys: [String]) throws(Diagnostic) {
    for entry in entries where !keys.contains(entry.key) {
      let near = NearestWord.nearest(to: entry.key, among: keys)
      let remedy = near.map { "did you mean \($0)?" } ?? "it takes \(keys.joined(separator: ", "))"
      throw Diagnostic(
        .error, line: entry.line, "\(widget) has no input \"\(entry.key.prefix(24))\": \(remedy)")
    }
  }

  /// The problem of one input, at its line.
  func problem(_ key: String, _ message: String) -> Diagnostic {
    Diagnostic(.error, line: line(of: key), "\(key): \(message)")
  }

  /// The numbers of a vector of 1 to `most` entries; the default where it is not given.
  func vector(_ key: String, most: Int, default: Vector? = nil) throws(Diagnostic) -> Vector {
    guard let text = self[key] else {
      if let `default` { return `default` }
      throw Diagnostic(.error, line: line, "\(key) is missing: write \(key) = 1 2 3")
    }
    let vector: Vector
    do { vector = try NumberReader.vector(text) } catch { throw problem(key, error.message) }
    guard vector.count <= most else {
      throw problem(key, "\(vector.count) numbers, and \(most) fit on the screen: take some away")
    }
    return vector
  }

  /// The numbers of a matrix of at most `most` rows and columns.
  func matrix(_ key: String, most: Int) throws(Diagnostic) -> Matrix {
    guard let text = self[key] else {
      throw Diagnostic(.error, line: line, "\(key) is missing: write \(key) = 1 0; 0 1")
    }
    let matrix: Matrix
    do { matrix = try NumberReader.matrix(text) } catch { throw problem(key, error.message) }
    guard matrix.rows <= most, matrix.columns <= most else {
      throw problem(
        key,
        "\(matrix.rows)×\(matrix.columns), and \(most)×\(most) fit on the screen: "
          + "make it smaller, or use the command line")
    }
    return matrix
  }

  /// A number within bounds.
  func number(
    _ key: String, default: Double, in range: ClosedRange<Double>
  ) throws(Diagnostic) -> Double {
    guard let text = self[key] else { return `default` }
    let number: Double
    do { number = try NumberReader.number(text) } catch { throw problem(key, error.message) }
    guard range.contains(number) else {
      let (low, high) = (Plain.text(range.lowerBound), Plain.text(range.upperBound))
      throw problem(key, "\(Plain.text(number)) is not between \(low) and \(high)")
    }
    return number
  }

  /// A whole number within bounds.
  func whole(_ key: String, default: Int, in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
    let number = try number(
      key, default: Double(`default`), in: Double(range.lowerBound)...Double(range.upperBound))
    guard number == number.rounded() else {
      throw problem(key, "\(Plain.text(number)) is no whole number")
    }
    return Int(number)
  }

  /// Words parted by commas, at most `most` of them; none where they are not given.
  func words(most: Int) throws(Diagnostic) -> [String] {
    guard let text = self["words"], !text.isEmpty else { return [] }
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    guard words.count <= most else {
      throw problem("words", "\(words.count) words for \(counted(most, "row")): take some away")
    }
    if let long = words.first(where: { $0.count > 20 }) {
      throw problem("words", "\"\(long.prefix(20))…\" is too long for a row's name: shorten it")
    }
    return words
  }
}

/// Numbers as inputs write them: exact, and read back as the same number.
enum Plain {
  static func text(_ number: Double) -> String {
    if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
    if number == -.infinity { return "-inf" }
    return number.description
  }

  static func text(_ vector: some Sequence<Double>) -> String {
    vector.map { text($0) }.joined(separator: " ")
  }

  static func text(_ matrix: Matrix) -> String {
    matrix.rowArrays.map { text($0) }.joined(separator: "; ")
  }
}
