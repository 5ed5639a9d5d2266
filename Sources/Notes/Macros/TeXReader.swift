/// Reads TeX token by token, as far as definitions and arguments need it.
struct TeXReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place >= bytes.endIndex }
  var isAtLineStart: Bool { place == bytes.startIndex || bytes[place - 1] == 0x0A }
  var isAtLetter: Bool { !isAtEnd && Self.isLetter(bytes[place]) }
  /// Whether a quote begins or goes on here, whose fences end with it.
  var isAtQuote: Bool { bytes[place...].first { $0 != 0x20 } == UInt8(ascii: ">") }
  /// What is left of the line.
  var line: ArraySlice<UInt8> { bytes[place...].prefix { $0 != 0x0A } }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// The name of the command that begins here, without its backslash.
  var peekedCommand: [UInt8]? {
    guard !isAtEnd, bytes[place] == UInt8(ascii: "\\") else { return nil }
    let name = bytes[(place + 1)...].prefix(while: Self.isLetter)
    return name.isEmpty ? nil : Array(name)
  }

  /// Goes past a token: a command, an escaped sign, or one byte.
  @discardableResult
  mutating func skip() -> ArraySlice<UInt8> {
    let start = place
    if let name = peekedCommand {
      place += name.count + 1
    } else {
      place = min(place + (bytes[place] == UInt8(ascii: "\\") ? 2 : 1), bytes.endIndex)
    }
    return bytes[start..<place]
  }

  mutating func skipBlanks() {
    while !isAtEnd, bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x09 {
      place += 1
    }
  }

  /// What stands in braces, whose own are balanced; nil where none begin here or none end.
  mutating func braced() -> ArraySlice<UInt8>? {
    enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"))
  }
  /// The same in brackets.
  mutating func bracketed() -> ArraySlice<UInt8>? {
    enclosed(UInt8(ascii: "["), UInt8(ascii: "]"))
  }

  /// No argument or body is longer.
  private static let longest = 5_000

  private mutating func enclosed(_ open: UInt8, _ close: UInt8) -> ArraySlice<UInt8>? {
    let start = place
    skipBlanks()
    guard !isAtEnd, bytes[place] == open else {
      place = start
      return nil
    }
    let inner = place + 1
    var depth = 0
    let end = min(bytes.endIndex, inner + Self.longest)
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case open: depth += 1
      case close: depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return bytes[inner..<place - 1] }
    }
    place = start
    return nil
  }

  /// One argument: what stands in braces, or the next token.
  mutating func argument() -> ArraySlice<UInt8>? {
    if let inner = braced() { return inner }
    skipBlanks()
    guard !isAtEnd, ![UInt8(ascii: "{"), UInt8(ascii: "}")].contains(bytes[place]) else {
      return nil
    }
    return skip()
  }

  /// The definition that begins here; nil, and nothing read, where none does.
  mutating func definition() -> (name: [UInt8], macro: TeXMacros.Macro)? {
    guard let command = peekedCommand else { return nil }
    let start = place
    skip()
    let found: (name: [UInt8], macro: TeXMacros.Macro)? =
      switch String(decoding: command, as: UTF8.self) {
      case "newcommand", "renewcommand", "providecommand": newCommand()
      case "def", "gdef": plainDefinition()
      case "let": alias()
      case "DeclareMathOperator": mathOperator()
      default: nil
      }
    if found == nil { place = start }
    return found
  }

  private mutating func takeStar() -> Bool {
    guard !isAtEnd, bytes[place] == UInt8(ascii: "*") else { return false }
    place += 1
    return true
  }

  /// `{\name}` or `\name`.
  private mutating func name() -> [UInt8]? {
    if let inner = braced() { return TeXReader(inner).peekedCommand }
    skipBlanks()
    guard let name = peekedCommand else { return nil }
    skip()
    return name
  }

  private mutating func newCommand() -> (name: [UInt8], macro: TeXMacros.Macro)? {
    _ = takeStar()
    guard let name = name() else { return nil }
    var macro = TeXMacros.Macro(body: [])
    if let count = bracketed() {
      guard let number = Int(String(decoding: count, as: UTF8.self)), (0...9).contains(number)
      else {
        return nil
      }
      macro.arguments = number
      macro.otherwise = bracketed().map { Array($0) }
    }
    guard let body = braced() else { return nil }
    macro.body = Array(body)
    return (name, macro)
  }

  /// `\def\name#1#2{…}`
  private mutating func plainDefinition() -> (name: [UInt8], macro: TeXMacros.Macro)? {
    skipBlanks()
    guard let name = peekedCommand else { return nil }
    skip()
    var macro = TeXMacros.Macro(body: [])
    while !isAtEnd, bytes[place] == UInt8(ascii: "#"), place + 1 < bytes.endIndex,
      Int(bytes[place + 1]) == 0x31 + macro.arguments, macro.arguments < 9
    {
      macro.arguments += 1
      place += 2
    }
    guard let body = braced() else { return nil }
    macro.body = Array(body)
    return (name, macro)
  }

  /// `\let\name=\other`
  private mutating func alias() -> (name: [UInt8], macro: TeXMacros.Macro)? {
    skipBlanks()
    guard let name = peekedCommand else { return nil }
    skip()
    skipBlanks()
    if !isAtEnd, bytes[place] == UInt8(ascii: "=") { place += 1 }
    skipBlanks()
    guard let other = peekedCommand, other != name else { return nil }
    skip()
    return (name, TeXMacros.Macro(body: [UInt8(ascii: "\\")] + other))
  }

  private mutating func mathOperator() -> (name: [UInt8], macro: TeXMacros.Macro)? {
    let hasLimits = takeStar()
    guard let name = name(), let text = braced() else { return nil }
    let command = Array("\\operatorname\(hasLimits ? "*" : "")".utf8)
    return (
      name, TeXMacros.Macro(body: command + [UInt8(ascii: "{")] + text + [UInt8(ascii: "}")])
    )
  }
}
