import Libc
import Widgets

/// Reads the calculations that widgets print, by a grammar of its own, and says what they come to.
struct EquationReader {
  private let characters: [Character]
  private var at = 0

  /// What an expression comes to; nil where it holds more than numbers.
  static func value(_ text: String) -> Double? {
    var reader = EquationReader(
      characters: Array(text.replacing(", ", with: ";").filter { $0 != " " }))
    guard let value = reader.sum(), reader.at == reader.characters.count else { return nil }
    return value
  }

  private init(characters: [Character]) { self.characters = characters }

  private var next: Character? { at < characters.count ? characters[at] : nil }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text)
    guard characters.count - at >= wanted.count,
      Array(characters[at..<at + wanted.count]) == wanted
    else { return false }
    at += wanted.count
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while let sign = next, "+−-".contains(sign) {
      at += 1
      guard let other = product() else { return nil }
      value = sign == "+" ? value + other : value - other
    }
    return value
  }

  private mutating func product() -> Double? {
    guard var value = signed() else { return nil }
    while let sign = next, "·*÷/".contains(sign) {
      at += 1
      guard let other = signed() else { return nil }
      value = "·*".contains(sign) ? value * other : value / other
    }
    return value
  }

  private mutating func signed() -> Double? {
    if take("−") || take("-") { return signed().map { -$0 } }
    return power()
  }

  private mutating func power() -> Double? {
    guard let base = atom() else { return nil }
    guard take("^") else { return base }
    return signed().map { pow(base, $0) }
  }

  private mutating func atom() -> Double? {
    if take("(") { return closing(sum()) }
    if take("√") { return atom().map { $0.squareRoot() } }
    if take("sqrt(") { return closing(sum()).map { $0.squareRoot() } }
    if take("sin(") { return closing(sum()).map { sin($0) } }
    if take("cos(") { return closing(sum()).map { cos($0) } }
    if take("max(") { return maximum() }
    if take("e^") { return signed().map { exp($0) } }
    // What counts as 0 because no double is as small.
    if take("<5e-324") || take(">−5e-324") || take(">-5e-324") { return 0 }
    if take("∞") || take("inf") { return .infinity }
    if take("undefined") { return .nan }
    return number()
  }

  private mutating func maximum() -> Double? {
    guard var largest = sum() else { return nil }
    while take(";") {
      guard let other = sum() else { return nil }
      if other > largest || other.isNaN { largest = other }
    }
    return closing(largest)
  }

  private mutating func closing(_ value: Double?) -> Double? { take(")") ? value : nil }

  /// Whether a comma stands before three digits and no more; between numbers a blank follows it.
  private func partsThousands(_ before: String) -> Bool {
    let digits = characters[at...].dropFirst().prefix { $0.isNumber }
    return next == "," && digits.count == 3 && !before.isEmpty && !before.contains(".")
  }

  private mutating func number() -> Double? {
    var text = ""
    func isDigit(_ character: Character?) -> Bool { character.map { "0"..."9" ~= $0 } ?? false }
    while let character = next, isDigit(character) || character == "." || partsThousands(text) {
      if character != "," { text.append(character) }
      at += 1
    }
    guard !text.isEmpty else { return nil }
    if next == "e", at + 1 < characters.count,
      isDigit(characters[at + 1]) || "-−".contains(characters[at + 1])
    {
      text += "e"
      at += 1
      if take("-") || take("−") { text += "-" }
      while let character = next, isDigit(character) {
        text.append(character)
        at += 1
      }
    }
    return Double(text)
  }
}

/// What is wrong with a printed line `label  a op b = c`; nil where it is true to its digits, after `≈`
/// to within one of the last of them, or where it holds no equation.
func falsehood(_ line: String) -> String? {
  let isNear = ["≈", "~"].contains { line.contains(" \($0) ") }
  let sides = line.split(separator: isNear ? (line.contains("≈") ? " ≈ " : " ~ ") : " = ")
    .map(String.init)
  guard sides.count >= 2, let last = sides.last else { return nil }
  var printed = last
  for word in [" (overflow)", " (underflow)"] where printed.hasSuffix(word) {
    printed = String(printed.dropLast(word.count))
  }
  guard let right = EquationReader.value(printed) else { return nil }
  // Two blanks part the label from the calculation; in a sentence, words stand before it.
  let side = sides[sides.count - 2].trimmedEnd
  var words = side.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  if let gap = words.indices.dropFirst(3).last(where: { words[$0].isEmpty && $0 + 1 < words.count }
  ),
    words[..<gap].contains(where: { !$0.isEmpty }), !words[(gap + 1)...].allSatisfy(\.isEmpty)
  {
    words = [words[(gap + 1)...].joined(separator: " ")]
  } else {
    words = words.indices.map { words[$0...].joined(separator: " ") }
  }
  guard let left = words.lazy.compactMap({ EquationReader.value($0) }).first else {
    return isSymbolic(side) ? nil : "cannot be read: \(line)"
  }
  if left.isNaN || right.isNaN { return left.isNaN && right.isNaN ? nil : "\(left): \(line)" }
  if left.isInfinite || right.isInfinite { return left == right ? nil : "\(left): \(line)" }
  let half = halfOfTheLastDigit(printed)
  let slack = max(isNear ? 2 * half : half, 1e-12 * right.magnitude) * (1 + 1e-7)
  return (left - right).magnitude <= slack ? nil : "\(left): \(line)"
}

/// Whether a side names things and holds no numbers: `u·v ÷ (‖u‖·‖v‖)`, `layers · one block`.
private func isSymbolic(_ side: String) -> Bool {
  ["‖", "|", " lines above", " one block", "of u onto v"].contains { word in
    side.indices.contains { side[$0...].hasPrefix(word) }
  }
}

/// Half of what the last digit of a printed number counts.
func halfOfTheLastDigit(_ text: String) -> Double {
  let parts = text.split(separator: "e").map(String.init)
  let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
  let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  return 0.5 * pow(10, Double(power - decimals))
}
