/// Whether a line of a fence belongs to the value above it, as the rows of a printout do.
enum InputLine {
  static func goesOn(_ value: String, _ line: String) -> Bool {
    let open = balance(value)
    if beginsInput(line), balance(line) >= 0 { return false }
    return open > 0 || (value.isEmpty || isOfNumbers(value)) && isOfNumbers(line)
  }

  /// Whether a name and `=` stand at its beginning.
  private static func beginsInput(_ line: String) -> Bool {
    guard let equals = line.firstIndex(of: "=") else { return false }
    return Inputs.isKey(line[..<equals].trimmed)
  }

  /// How many brackets and environments it opens more than it closes.
  private static func balance(_ text: String) -> Int {
    var balance = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("): balance += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): balance -= 1
      default: break
      }
    }
    let words = text.split(separator: "\\")
    return balance + words.count { $0.hasPrefix("begin{") } - words.count { $0.hasPrefix("end{") }
  }

  private static func isOfNumbers(_ text: String) -> Bool {
    text.first.map { $0.isNumber || "+-.[(\u{2212}\\".contains($0) } ?? false
  }
}
