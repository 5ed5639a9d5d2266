/// Marks of d2lbook, which *Dive into Deep Learning* is written with, as MyST has the like: places and formulas
/// with names below them, references, tabs, and what its slides show (https://book.d2l.ai/user/markdown.html).
///
/// Each line becomes another one, so that line numbers hold. Code stays as it is.
struct D2LMarks {
  private static let signs = [
    ":label:`", ":numref:`", ":eqref:`", ":eqlabel:`", ":begin_tab:`", ":cite:`", ":citet:`",
    ":citep:`", "\n%%tab ",
  ].compactMap { ByteSearch($0) }

  /// What all of them hold, and hardly any other text.
  private static let common = [":`", "%%tab "].compactMap { ByteSearch($0) }

  /// Whether a note is written with them.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    func holds(_ search: ByteSearch) -> Bool {
      search.first(in: bytes, from: 0, to: bytes.count) != nil
    }
    return common.contains(where: holds) && signs.contains(where: holds)
  }

  /// - Parameter numbers: of what has a name in the note.
  static func rewrite(_ bytes: inout [UInt8], numbers: [String: PlaceNames.Number]) {
    var marks = D2LMarks(numbers: numbers)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) { marks.take(line) }
    bytes = Array(marks.lines.joined(separator: [0x0A]))
  }

  private let numbers: [String: PlaceNames.Number]
  private var lines: [[UInt8]] = []
  private var fence = FenceState()
  /// The last line that is not empty.
  private var last: Int?
  /// Where the fence was opened whose first line comes next, and that line.
  private var opening: Int?
  private var openingLine: [UInt8] = []
  /// What ends the words that slides show, where that is in a line to come.
  private var ending: Character?
  /// Whether these are words that slides alone show.
  private var isLeftOut = false

  private init(numbers: [String: PlaceNames.Number]) { self.numbers = numbers }

  private mutating func take(_ line: ArraySlice<UInt8>) {
    let wasOpen = fence.isOpen
    if fence.isCode(line) {
      let isApart = opening.map { $0 == 0 || lines[$0 - 1][...].trimmedBytes.isEmpty } ?? false
      if isApart, let opening, let names = Self.tab(line) {
        // Its line becomes the fence's, and the fence's says for whom it is.
        let isForAll = names == Self.everyone
        lines[opening] = isForAll ? [] : Array("**\(Self.title(names))**".utf8)
        lines.append(openingLine)
      } else {
        lines.append(Array(line))
      }
      opening = wasOpen ? nil : lines.count - 1
      openingLine = wasOpen ? [] : Array(line)
      last = nil
      return
    }
    opening = nil
    let text = line.trimmedBytes
    // What a paragraph does not close was not opened.
    if text.isEmpty { (ending, isLeftOut) = (nil, false) }
    if text.first == UInt8(ascii: ":"), let option = Option(text) {
      lines.append(Array(shown(option).utf8))
      return
    }
    let isMarked = isLeftOut || line.contains { $0 == 0x60 || $0 == 0x2A || $0 == 0x7E }
    if isMarked {
      let written = String(decoding: line, as: UTF8.self)
      lines.append(Array(Self.referring(withoutSlides(written)).utf8))
    } else {
      lines.append(Array(line))
    }
    if !text.isEmpty { last = lines.count - 1 }
  }

  // MARK: A line of its own

  /// A line that says something of what stands above it, `:label:`name``.
  struct Option {
    enum Kind: String {
      case label, eqlabel, width, bibliography
      case tab = "begin_tab"
      case tabEnd = "end_tab"
    }

    let kind: Kind
    let value: String

    /// Nil for another line.
    init?(_ line: ArraySlice<UInt8>) {
      guard line.first == UInt8(ascii: ":"), line.count < 300 else { return nil }
      let text = String(decoding: line, as: UTF8.self).dropFirst()
      guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon]))
      else { return nil }
      let value = text[colon...].dropFirst()
      if kind == .tabEnd, value.isEmpty {
        self.value = ""
      } else if value.count > 2, value.first == "`", value.last == "`" {
        self.value = String(value.dropFirst().dropLast())
      } else {
        return nil
      }
      self.kind = kind
    }
  }

  private static let frameworks = [
    "mxnet": "MXNet", "pytorch": "PyTorch", "tensorflow": "TensorFlow", "jax": "JAX",
  ]

  /// What a tab of these frameworks is called.
  private static func title(_ names: String) -> String {
    names.split(separator: ",").map { frameworks[$0.trimmed] ?? $0.trimmed }.joined(separator: ", ")
  }

  private static let everyone = "all"

  /// The frameworks that code is for, as its first line says, `%%tab pytorch, jax`; nil for another line.
  private static func tab(_ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "%%tab ".utf8) else { return nil }
    let names = String(decoding: line.dropFirst(6), as: UTF8.self).trimmed
    return !names.isEmpty && names.allSatisfy { $0.isLetter || ", ".contains($0) } ? names : nil
  }

  /// What is shown in place of one; what it names gets its number.
  private mutating func shown(_ option: Option) -> String {
    switch option.kind {
    case .tab:
      return "**\(Self.title(option.value))**  "
    case .label: number(option.value)
    case .eqlabel:
      if FormulaNames.isName(option.value.utf8), let last,
        lines[last][...].trimmedBytes.suffix(2).elementsEqual("$$".utf8)
      {
        while let end = lines[last].last, end <= 0x20 { lines[last].removeLast() }
        lines[last] += " (\(option.value))".utf8
      }
    case .tabEnd, .width, .bibliography: break
    }
    return ""
  }

  /// A figure or a table's caption right above says its number.
  private mutating func number(_ name: String) {
    guard let last, let number = numbers[name]?.text else { return }
    let text = String(decoding: lines[last], as: UTF8.self)
    if let picture = text.firstRange(of: "![") {
      let isUnnamed = text[picture.upperBound...].first == "]"
      lines[last] = Array(
        (text[..<picture.upperBound] + number + (isUnnamed ? "" : ": ")
          + text[picture.upperBound...]).utf8)
    } else if text.hasPrefix(":") {
      lines[last] = Array("*\(number): \(text.dropFirst().trimmed.filter { $0 != "*" })*".utf8)
    }
  }

  // MARK: Among words

  private static let roles = [
    "numref": "numref", "eqref": "eq", "ref": "ref", "cite": "cite", "citet": "cite:t",
    "citep": "cite:p",
  ]

  /// `:numref:`name`` as MyST's `{numref}`name``.
  private static func referring(_ line: String) -> String {
    guard line.holds(":`") else { return line }
    return line.replacingOutsideCode { rest, _ in
      guard rest.first == ":" else { return nil }
      let name = rest.dropFirst().prefix(8).prefix { $0 != ":" }
      let behind = rest[name.endIndex...]
      guard behind.hasPrefix(":`"), let role = roles[String(name)] else { return nil }
      return ("{\(role)}", behind.dropFirst().startIndex)
    }
  }

  /// A line without the brackets around what slides show, `[**words**]` and `(**words**)`, and without what
  /// slides alone show, `(~~words~~)`.
  private mutating func withoutSlides(_ line: String) -> String {
    guard ending != nil || line.holds("[**") || line.holds("(**") || line.holds("~~") else {
      return line
    }
    var result = ""
    var rest = line[...]
    if isLeftOut { leave(&rest) }
    while let first = rest.first {
      if let close = ending, rest.hasPrefix("**\(close)") {
        ending = nil
        result += "**"
        rest = rest.dropFirst(3)
        continue
      }
      if first == "[" || first == "(", ending == nil {
        let close: Character = first == "[" ? "]" : ")"
        let inside = rest.dropFirst(3)
        let signs = rest.dropFirst().prefix(4)
        if signs.hasPrefix("~~") || signs == "**~~" {
          (ending, isLeftOut) = (close, true)
          leave(&rest)
          continue
        }
        if signs.hasPrefix("**") {
          // A link with bold words stays one.
          let end = inside.firstRange(of: "**\(close)")
          let isLink = end.map { "([".contains(inside[$0.upperBound...].first ?? " ") } ?? false
          if !isLink || first == "(" {
            ending = close
            result += "**"
            rest = inside
            continue
          }
        }
      }
      result.append(first)
      rest = rest.dropFirst()
    }
    return result
  }

  /// Goes on behind words that slides alone show, or to the end of the line where they go on.
  private mutating func leave(_ rest: inout Substring) {
    guard let close = ending,
      let end = ["~~\(close)", "~~**\(close)"].compactMap({ rest.firstRange(of: $0) })
        .min(by: { $0.lowerBound < $1.lowerBound })
    else {
      rest = rest[rest.endIndex...]
      return
    }
    (ending, isLeftOut) = (nil, false)
    rest = rest[end.upperBound...]
  }
}
