/// Reads TeX one character at a time; spaces, tabs and line ends all arrive as spaces.
struct MathsScanner {
  private var scalars: [Unicode.Scalar] = []
  var position = 0

  init(_ text: Substring) {
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(Self.isBreak(scalar) ? " " : scalar) }
  }

  /// Whether the character would move the cursor to another row or to a tab stop.
  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func skipSpaces() {
    while next == " " { position += 1 }
  }

  /// Steps over a character if it is the next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  /// Everything not read yet, as it was written.
  mutating func rest() -> String {
    defer { position = scalars.count }
    return text(from: position, to: scalars.count)
  }

  /// The characters of a number: digits, with points between digits.
  mutating func number() -> String {
    let start = position
    while let scalar = next {
      let continues = position + 1 < scalars.count && Self.isDigit(scalars[position + 1])
      guard Self.isDigit(scalar) || (scalar == "." && continues) else { break }
      position += 1
    }
    return text(from: start, to: position)
  }

  /// The name of a command, after its backslash: letters, or one other character.
  mutating func commandName() -> String {
    let start = position
    while let scalar = next, Self.isLetter(scalar) { position += 1 }
    if position == start, position < scalars.count { position += 1 }
    return text(from: start, to: position)
  }

  /// What stands between the next balanced braces, unread; nil when no brace is next.
  mutating func bracedText() -> String? {
    guard take("{") else { return nil }
    let start = position
    var depth = 1
    while let scalar = next {
      switch scalar {
      case "\\": position += 1
      case "{": depth += 1
      case "}": depth -= 1
      default: break
      }
      if depth == 0 {
        defer { position += 1 }
        return text(from: start, to: position)
      }
      position += 1
    }
    position = scalars.count
    return text(from: start, to: position)
  }

  /// The groups that follow an unknown command, with their braces, as they were written.
  mutating func groupsAsWritten() -> String {
    let start = position
    while next == "{" { _ = bracedText() }
    return text(from: start, to: min(position, scalars.count))
  }

  /// Steps over an argument in square brackets, if one is next.
  mutating func skipBrackets() {
    guard next == "[", let end = scalars[position...].prefix(64).firstIndex(of: "]") else { return }
    position = end + 1
  }

  func text(from start: Int, to end: Int) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars[start..<min(end, scalars.count)] { view.append(scalar) }
    return String(view)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
