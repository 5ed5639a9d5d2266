/// The commands that a file defines for its formulas: `\newcommand`, `\renewcommand`,
/// `\providecommand`, `\def`, `\gdef`, `\let` and `\DeclareMathOperator`, wherever they stand in it.
struct TeXMacros: Equatable, Sendable {
  /// A command's meaning.
  struct Macro: Equatable {
    var arguments = 0
    /// What stands for the first argument where none is given in brackets.
    var otherwise: [UInt8]?
    var body: [UInt8]
  }

  /// By name, without the backslash.
  private var macros: [[UInt8]: Macro] = [:]

  /// Commands inside commands, so deep at most: one that means itself would never end.
  private static let deepest = 20
  /// A formula does not grow beyond that.
  private static let longest = 20_000

  var isEmpty: Bool { macros.isEmpty }

  /// What a definition begins with.
  private static let starts = [
    "\\newcommand", "\\renewcommand", "\\providecommand", "\\def\\", "\\gdef\\",
    "\\let\\", "\\DeclareMathOperator",
  ].compactMap { ByteSearch($0) }

  private static let backslash = ByteSearch("\\")

  /// Whether any may stand in a text.
  static func mayBeDefined(in bytes: [UInt8]) -> Bool {
    backslash?.first(in: bytes, from: 0, to: bytes.count) != nil
      && starts.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
  }

  /// Those that a file defines outside its fences.
  init(_ bytes: [UInt8]) {
    guard Self.mayBeDefined(in: bytes) else { return }
    var reader = TeXReader(bytes[...])
    var fence = FenceState()
    var isFenced = false
    var line = -1
    while !reader.isAtEnd {
      if reader.isAtLineStart, reader.place != line {
        line = reader.place
        if !reader.isAtQuote { isFenced = fence.isCode(reader.line) }
      }
      if !isFenced, let definition = reader.definition() {
        macros[definition.name] = definition.macro
      } else {
        reader.skip()
      }
    }
  }

  /// Takes in commands that stand outside of the notes' text, with their backslash: of those of one name, those of the
  /// text hold. One takes as many arguments as it names, `#2`.
  mutating func add(_ commands: [String: String]) {
    for (command, body) in commands {
      let name = Array(command.utf8.dropFirst())
      guard !name.isEmpty, name.allSatisfy(TeXReader.isLetter), macros[name] == nil else {
        continue
      }
      let body = Array(body.utf8)
      let arguments = body.indices.dropLast().compactMap { index in
        let digit = Int(body[index + 1]) - 0x30
        return body[index] == UInt8(ascii: "#") && (1...9).contains(digit) ? digit : nil
      }
      macros[name] = Macro(arguments: arguments.max() ?? 0, body: body)
    }
  }

  /// A formula with what was defined in the place of its commands, and without definitions of its own;
  /// as it was where that does not end.
  func expanded(_ tex: String) -> String {
    guard !isEmpty, tex.utf8.contains(UInt8(ascii: "\\")) else { return tex }
    var result: [UInt8] = []
    guard expand(Array(tex.utf8)[...], into: &result, depth: 0) else { return tex }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text holds definitions and nothing else.
  static func areAll(of text: String) -> Bool {
    var reader = TeXReader(Array(text.utf8)[...])
    var count = 0
    while true {
      reader.skipBlanks()
      if reader.isAtEnd { return count > 0 }
      guard reader.definition() != nil else { return false }
      count += 1
    }
  }

  private func expand(_ tex: ArraySlice<UInt8>, into result: inout [UInt8], depth: Int) -> Bool {
    guard depth < Self.deepest else { return false }
    var reader = TeXReader(tex)
    while !reader.isAtEnd {
      guard result.count < Self.longest else { return false }
      if reader.definition() != nil { continue }
      guard let name = reader.peekedCommand, let macro = macros[name] else {
        result += reader.skip()
        continue
      }
      reader.skip()
      var arguments: [ArraySlice<UInt8>] = []
      if let otherwise = macro.otherwise, macro.arguments > 0 {
        arguments.append(reader.bracketed() ?? otherwise[...])
      }
      while arguments.count < macro.arguments, let argument = reader.argument() {
        arguments.append(argument)
      }
      // What is missing is left for the formula's own reader to complain about.
      guard arguments.count == macro.arguments else {
        result += [UInt8(ascii: "\\")] + name
        for argument in arguments { result += [UInt8(ascii: "{")] + argument + [UInt8(ascii: "}")] }
        continue
      }
      let body = Self.filled(macro.body, arguments)
      guard expand(body[...], into: &result, depth: depth + 1) else { return false }
      // A command must not run into the letters behind it.
      if reader.isAtLetter, Self.endsInCommand(result) { result.append(0x20) }
    }
    return true
  }

  /// The body with arguments in the place of `#1` and so on.
  private static func filled(_ body: [UInt8], _ arguments: [ArraySlice<UInt8>]) -> [UInt8] {
    guard !arguments.isEmpty else { return body }
    var result: [UInt8] = []
    var index = 0
    while index < body.count, result.count < longest {
      let next = index + 1 < body.count ? Int(body[index + 1]) - 0x30 : 0
      if body[index] == UInt8(ascii: "#"), (1...arguments.count).contains(next) {
        result += arguments[next - 1]
        index += 2
      } else {
        result.append(body[index])
        index += 1
      }
    }
    return result
  }

  private static func endsInCommand(_ bytes: [UInt8]) -> Bool {
    let letters = bytes.reversed().prefix(while: TeXReader.isLetter).count
    return letters > 0 && letters < bytes.count
      && bytes[bytes.count - letters - 1] == UInt8(ascii: "\\")
  }
}
