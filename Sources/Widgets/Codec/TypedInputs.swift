import Notes

/// Inputs that were typed or pasted in one go: `Q = 1 0; 0 1  K = 1 1`, a program's assignments, or
/// the arrays that it prints, one after another.
struct TypedInputs: Equatable {
  struct Input: Equatable {
    var key: String
    var value: String
  }

  private(set) var inputs: [Input] = []
  /// Long printouts are read too: what combines to one character does not matter here.
  private let text: [Unicode.Scalar]

  /// Takes a text apart where a key is followed by `=` or `:`; nothing where none is. In a text of
  /// several lines, lines that assign other names are left out.
  init(_ text: String, keys: [String], synonyms: [String: String] = [:]) {
    self.text = Array(Self.withoutPrompts(text, keys).unicodeScalars)
    var starts: [(key: String?, at: Int, value: Int)] = []
    var depth = 0
    for at in self.text.indices {
      depth += Self.opened(by: self.text[at])
      guard depth <= 0, let name = name(at),
        let value = valueStart(after: at + name.unicodeScalars.count)
      else { continue }
      let key =
        keys.first { $0 == name } ?? keys.first { $0.lowercased() == name.lowercased() }
        ?? synonyms[name.lowercased()]
      if key != nil || isLineStart(at) || isQuoted(at) { starts.append((key, at, value)) }
    }
    for (index, start) in starts.enumerated() {
      guard let key = start.key else { continue }
      let end = index + 1 < starts.count ? starts[index + 1].at : self.text.count
      let value = self.value(start.value..<max(start.value, end))
      // As JSON and Python say that there is none.
      if ["null", "None"].contains(value) { continue }
      inputs.removeAll { $0.key == key }
      inputs.append(Input(key: key, value: value))
    }
  }

  /// The name that a text begins with, before its `=`, where it is a matrix's capital and none of these
  /// keys.
  static func otherName(in text: String, than keys: [String]) -> String? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let name = text[..<equals].trimmed
    guard ["Q", "K", "V", "X", "W_Q", "W_K", "W_V", "W_O"].contains(name), !keys.contains(name)
    else { return nil }
    return name
  }

  /// A session that begins with `>>> Q` or `In [2]: print(Q)`, below which Q is printed, as `Q =`.
  private static func withoutPrompts(_ text: String, _ keys: [String]) -> String {
    let begin = text.prefix(200).trimmed
    guard begin.hasPrefix(">>>") || begin.hasPrefix("In [") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var rest = line.trimmed
      if rest.hasPrefix(">>>") {
        rest = rest.dropFirst(3).trimmed
      } else if rest.hasPrefix("In [") || rest.hasPrefix("Out["),
        let colon = rest.firstIndex(of: ":")
      {
        rest = rest[rest.index(after: colon)...].trimmed
      } else {
        return String(line)
      }
      let name = rest.hasPrefix("print(") ? String(rest.dropFirst(6).dropLast()) : rest
      return keys.contains(name) ? name + " =" : rest
    }
    return lines.joined(separator: "\n")
  }

  /// Arrays without names go to keys in their order, where there are at least two of them.
  init(arrays text: String, depth least: Int, keys: [String]) {
    self.text = Array(text.unicodeScalars)
    let arrays = areNamed ? [] : Self.arrays(in: self.text, depth: least)
    guard arrays.count > 1, arrays.count <= keys.count else { return }
    inputs = zip(keys, arrays).map { Input(key: $0, value: $1) }
  }

  /// Whether a name is given to any of its arrays: it is none of the inputs, so what it is meant for is
  /// not known. What a session prints before a result is no name.
  private var areNamed: Bool {
    var depth = 0
    for at in text.indices {
      defer { depth += Self.opened(by: text[at]) }
      guard depth == 0 || depth == 1, text[at] == "[" || text[at] == "{" else { continue }
      let before = text[..<at].reversed().drop {
        $0 == " " || $0 == "(" || $0 == "." || isInName($0)
      }
      guard let sign = before.first, sign == "=" || sign == ":" else { continue }
      let line = Self.string(text[..<at].reversed().prefix { !isNewline($0) }.reversed())
      if !line.trimmed.hasPrefix("Out["), !line.trimmed.hasPrefix(">>>") { return true }
    }
    return false
  }

  /// The arrays of a text, one after another, with so many levels of brackets at least.
  static func arrays(in text: [Unicode.Scalar], depth least: Int) -> [String] {
    var depth = 0
    var deepest = 0
    var start: Int?
    var arrays: [String] = []
    for (at, scalar) in text.enumerated() {
      if scalar == "[" {
        if depth == 0 { start = at }
        depth += 1
        deepest = max(deepest, depth)
      } else if scalar == "]" {
        depth -= 1
        if depth == 0, let first = start, deepest >= least {
          arrays.append(string(text[first...at]))
          (start, deepest) = (nil, 0)
        }
      }
    }
    return arrays
  }

  /// How many brackets a scalar opens; −1 where it closes one.
  private static func opened(by scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "[", "(": 1
    case "]", ")": -1
    default: 0
    }
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z": true
    default: !scalar.isASCII && scalar.properties.isAlphabetic
    }
  }

  private func isInName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "_", "-", ".": true
    default: isLetter(scalar) || !scalar.isASCII && scalar.properties.numericType != nil
    }
  }

  private func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// The name that begins here.
  private func name(_ at: Int) -> String? {
    guard isLetter(text[at]), at == 0 || !isInName(text[at - 1]) else { return nil }
    return Self.string(text[at...].prefix(40).prefix(while: isInName))
  }

  /// Where the value begins behind a name: after `=` or `:`, and a closing quote before it.
  private func valueStart(after end: Int) -> Int? {
    var at = end
    if at < text.count, text[at] == "\"" || text[at] == "'" { at += 1 }
    while at < text.count, text[at] == " " { at += 1 }
    guard at < text.count, text[at] == "=" || text[at] == ":" else { return nil }
    return at + 1 < text.count && text[at + 1] == "=" ? nil : at + 1
  }

  /// Whether a quote stands before it, as before the names of JSON.
  private func isQuoted(_ at: Int) -> Bool { at > 0 && text[at - 1] == "\"" }

  /// Whether nothing but blanks stands before it on its line.
  private func isLineStart(_ at: Int) -> Bool {
    text[..<at].last { $0 != " " && $0 != "\t" }.map(isNewline) == true
  }

  /// The value without what follows its brackets, comments, and what parts it from the next.
  private func value(_ range: Range<Int>) -> String {
    var lines: [String] = []
    var depth = 0
    var hadBrackets = false
    let isProgram = text[range].contains(where: isNewline)
    for line in text[range].split(omittingEmptySubsequences: false, whereSeparator: isNewline) {
      let line = isProgram ? line.prefix { $0 != "#" } : line
      if hadBrackets, depth <= 0, !line.allSatisfy({ $0 == " " }) { break }
      for scalar in line {
        let opened = Self.opened(by: scalar)
        depth += opened
        hadBrackets = hadBrackets || opened > 0
      }
      lines.append(Self.string(line))
    }
    var value = lines.joined(separator: "\n")[...]
    // A quote behind a bracket turns a matrix over.
    let isQuoted = value.first { !$0.isWhitespace } == "'"
    // A brace that it does not open itself is JSON's.
    func isForeign(_ sign: Character) -> Bool {
      "{}".contains(sign) && value.count { $0 == "{" } != value.count { $0 == "}" }
    }
    while let last = value.last,
      last.isWhitespace || ",;\"'".contains(last) || isForeign(last),
      isQuoted || last != "'" || value.dropLast().last != "]"
    {
      value = value.dropLast()
    }
    while let first = value.first, first.isWhitespace || "\"'".contains(first) {
      value = value.dropFirst()
    }
    return String(value)
  }
}
