import Basics

/// Reads TeX one character at a time; spaces, tabs and line ends all arrive as spaces.
struct MathsScanner {
  private var text: TextScanner<Unicode.Scalar>

  init(_ text: Substring) {
    self.text = TextScanner(text.unicodeScalars.map { Self.isBreak($0) ? " " : $0 })
  }

  /// Whether the character would move the cursor to another row or to a tab stop.
  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  var position: Int {
    get { text.position }
    set { text.position = newValue }
  }

  var next: Unicode.Scalar? { text.next }

  mutating func skip() { text.skip() }

  mutating func skipSpaces() { text.skip { $0 == " " } }

  /// Steps over a character if it is the next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool { text.take(scalar) }

  /// Everything not read yet, as it was written.
  mutating func rest() -> String {
    let start = position
    text.skip { _ in true }
    return read(since: start)
  }

  /// The characters of a number: digits, with points between digits.
  mutating func number() -> String {
    let start = position
    repeat { text.skipDigits() } while text.peek(1)?.isDigit == true && text.take(".")
    return read(since: start)
  }

  /// The name of a command, after its backslash: letters, or one other character.
  mutating func commandName() -> String {
    let start = position
    if text.skip(while: Self.isLetter) == 0 { text.skip() }
    return read(since: start)
  }

  /// What stands between the next balanced braces, unread; nil when no brace is next.
  mutating func bracedText() -> String? {
    guard take("{") else { return nil }
    let start = position
    var depth = 1
    while let scalar = next {
      switch scalar {
      case "\\": text.skip()
      case "{": depth += 1
      case "}": depth -= 1
      default: break
      }
      if depth == 0 {
        defer { text.skip() }
        return read(since: start)
      }
      text.skip()
    }
    return read(since: start)
  }

  /// The groups that follow an unknown command, with their braces, as they were written.
  mutating func groupsAsWritten() -> String {
    let start = position
    while next == "{" { _ = bracedText() }
    return read(since: start)
  }

  /// Steps over an argument in square brackets, if one is next.
  mutating func skipBrackets() {
    guard next == "[",
      let end = text.units[position...].prefix(64).firstIndex(of: "]")
    else { return }
    position = end + 1
  }

  private func read(since start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.read(since: start))
    return String(view)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
