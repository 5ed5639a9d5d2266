import Notes

/// The text of a foreign card as Markdown: what means something in Markdown is escaped, so that a card can
/// make no heading, no answer mark and no other question.
enum CardText {
  /// Lines of Markdown, of HTML where the card is written in it.
  static func markdown(_ text: String, isHTML: Bool) -> [String] {
    var reader = Reader(isHTML: isHTML)
    reader.read(Array(text.unicodeScalars))
    return reader.lines
  }

  /// How many pictures a text in HTML shows.
  static func pictures(in text: String) -> Int { text.lowercased().allRanges(of: "<img").count }

  /// The text of lines that hold nothing but escapes and formulas; a formula keeps its backslashes.
  static func plain(_ lines: [String]) -> String {
    var result = ""
    var isEscaped = false
    var isFormula = false
    for character in lines.joined(separator: " ") {
      if character == "\\", !isEscaped, !isFormula {
        isEscaped = true
        continue
      }
      if character == "$", !isEscaped { isFormula.toggle() }
      isEscaped = false
      result.append(character)
    }
    return result
  }

  /// Whether a formula stands in lines: any other dollar is escaped.
  static func holdsFormula(_ lines: [String]) -> Bool {
    var isEscaped = false
    for character in lines.joined(separator: " ") {
      if character == "$", !isEscaped { return true }
      isEscaped = character == "\\" && !isEscaped
    }
    return false
  }

  private struct Reader {
    /// Stands for a space at the beginning of a line of code, until lines are trimmed: no card holds it.
    private static let indent: Character = "\u{E000}"

    let isHTML: Bool
    private var text = ""
    /// Whether lines and spaces are kept as they are.
    private var isPreformatted = false
    /// Where what may close something stands next, as it was found last: none of many that open looks through
    /// the whole text for it.
    private var found: [String: Int] = [:]

    init(isHTML: Bool) { self.isHTML = isHTML }

    var lines: [String] {
      text.split(separator: "\n").map { Self.apart(String($0)).trimmed }
        .filter { !$0.allSatisfy { $0 == Self.indent } }.map(Self.harmlessStart)
        .map { $0.replacing(String(Self.indent), with: "\u{A0}") }
    }

    /// What begins a block at the beginning of a line begins none.
    private static func harmlessStart(_ line: String) -> String {
      guard let first = line.first else { return line }
      if "-+:".contains(first) { return "\\" + line }
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")"
      {
        return digits + "\\" + line.dropFirst(digits.count)
      }
      return line
    }

    /// Of two signs that hide what stands between them, each stands alone.
    private static func apart(_ text: String) -> String {
      var result = ""
      for character in text {
        if character == "%", result.hasSuffix("%") { result += " " }
        result.append(character)
      }
      return result
    }

    mutating func read(_ scalars: [Unicode.Scalar]) {
      var at = 0
      while at < scalars.count {
        if let end = maths(scalars, at) {
          at = end
          continue
        }
        let scalar = scalars[at]
        if isHTML, scalar == "<", let end = tag(scalars, at) {
          at = end
          continue
        }
        if isHTML, scalar == "&", let end = entity(scalars, at) {
          at = end
          continue
        }
        if scalar == "[", scalars[at...].prefix(7).elementsEqual("[sound:".unicodeScalars),
          case let close = next("]", in: scalars, from: at), close < scalars.count
        {
          at = close + 1
          continue
        }
        add(scalar)
        at += 1
      }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        if isPreformatted, scalar == "\t" {
          for _ in 0..<4 { add(" ") }
          return
        }
        text += scalar == "\n" && (!isHTML || isPreformatted) ? "\n" : " "
      case .spaceSeparator where isPreformatted && (text.last ?? "\n").isLineStart:
        text.append(Self.indent)
      case .format, .surrogate, .privateUse: break
      default:
        if "\\`*_{}[]<>#|~=$^!&".unicodeScalars.contains(scalar) { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
    }

    /// Where a sign stands next; behind the end where it does not.
    private mutating func next(_ sign: String, in scalars: [Unicode.Scalar], from start: Int) -> Int
    {
      if let known = found[sign], known >= start { return known }
      let wanted = Array(sign.unicodeScalars)
      var at = start
      while at < scalars.count, !scalars[at...].starts(with: wanted) { at += 1 }
      found[sign] = at
      return at
    }

    // MARK: Maths

    private static let signs: [(open: String, close: String)] = [
      ("\\(", "\\)"), ("\\[", "\\]"), ("[$$]", "[/$$]"), ("[$]", "[/$]"),
      ("[latex]", "[/latex]"),
    ]

    /// Takes a formula over as it is; where it ends, nil where none begins there.
    private mutating func maths(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
      guard scalars[start] == "\\" || scalars[start] == "[" else { return nil }
      for (open, close) in Self.signs
      where scalars[start...].prefix(open.unicodeScalars.count).elementsEqual(open.unicodeScalars) {
        let from = start + open.unicodeScalars.count
        let end = next(close, in: scalars, from: from)
        guard end < scalars.count, end - from < 2000 else { return nil }
        var tex = ""
        tex.unicodeScalars.append(contentsOf: scalars[from..<end])
        if isHTML {
          tex = tex.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&").replacing("&nbsp;", with: " ")
        }
        tex = tex.map { $0.isNewline ? " " : String($0) }.joined().trimmed
        // What would be an answer mark or a value of a question is none; of three signs in a row the
        // last two are still a pair.
        for (pair, apart) in [("[[", "[ ["), ("]]", "] ]"), ("{{", "{ {"), ("}}", "} }")] {
          while tex.contains(pair) { tex = tex.replacing(pair, with: apart) }
        }
        if tex.isEmpty || tex.contains("$") || tex.contains("`") { return nil }
        text += "$\(tex)$"
        return end + close.unicodeScalars.count
      }
      return nil
    }

    // MARK: HTML

    private static let breaks: Set<String> = [
      "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
      "blockquote", "hr", "dt", "dd",
    ]

    /// What a tag means; where it ends, nil where it is none.
    private mutating func tag(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
      let close = next(">", in: scalars, from: start)
      guard close < scalars.count, close - start < 4000 else { return nil }
      var name = ""
      for scalar in scalars[(start + 1)..<close] {
        guard scalar.isASCII,
          scalar.properties.isAlphabetic || scalar == "/" || ("0"..."9" ~= scalar)
        else { break }
        name.unicodeScalars.append(scalar)
      }
      let isClosing = name.hasPrefix("/")
      let bare = name.filter { $0 != "/" }.lowercased()
      guard !bare.isEmpty else {
        // A comment.
        return scalars[start...].prefix(4).elementsEqual("<!--".unicodeScalars) ? close + 1 : nil
      }
      if ["script", "style"].contains(bare), !isClosing {
        let end = next("</\(bare)", in: scalars, from: close)
        return min(scalars.count, next(">", in: scalars, from: end) + 1)
      }
      if bare == "img", !isClosing { picture(scalars[start..<close]) }
      if ["td", "th"].contains(bare), !isClosing, !(text.last ?? "\n").isLineStart {
        for scalar in " | ".unicodeScalars { add(scalar) }
      }
      if Self.breaks.contains(bare) { text += "\n" }
      if bare == "pre" { isPreformatted = !isClosing }
      return close + 1
    }

    /// What stands for a picture: what its author says of it, or the name of its file.
    private mutating func picture(_ tag: ArraySlice<Unicode.Scalar>) {
      let written = Self.attribute("alt", of: tag) ?? ""
      let source = Self.attribute("src", of: tag) ?? ""
      let file = source.hasPrefix("data:") ? "" : source.split(separator: "/").last ?? ""
      let name = String((written.trimmed.isEmpty ? String(file) : written).prefix(100)).trimmed
      for scalar in "(picture\(name.isEmpty ? "" : ": ")".unicodeScalars { add(scalar) }
      let scalars = Array(name.unicodeScalars)
      var at = 0
      while at < scalars.count {
        if scalars[at] == "&", let end = entity(scalars, at) {
          at = end
        } else {
          add(scalars[at])
          at += 1
        }
      }
      add(")")
    }

    /// The value of an attribute; nil where it has none.
    private static func attribute(_ name: String, of tag: ArraySlice<Unicode.Scalar>) -> String? {
      var text = ""
      text.unicodeScalars.append(contentsOf: tag)
      for start in text.allRanges(of: name + "=") {
        // Not within the name of another one.
        guard start.lowerBound > text.startIndex,
          text[text.index(before: start.lowerBound)].isWhitespace
        else { continue }
        let value = text[start.upperBound...]
        guard let quote = value.first, quote == "\"" || quote == "'" else {
          return String(value.prefix { !$0.isWhitespace })
        }
        return String(value.dropFirst().prefix { $0 != quote })
      }
      return nil
    }

    private static let entities = [
      "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "nbsp": " ", "apos": "'",
    ]

    private mutating func entity(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
      guard let end = scalars[start...].prefix(12).firstIndex(of: ";") else { return nil }
      var name = ""
      name.unicodeScalars.append(contentsOf: scalars[(start + 1)..<end])
      if let text = Self.entities[name], let scalar = text.unicodeScalars.first {
        add(scalar)
        return end + 1
      }
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let number =
        digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let number, let scalar = Unicode.Scalar(number) else { return nil }
      add(scalar)
      return end + 1
    }
  }
}

extension Character {
  /// Whether nothing but indentation stands before what comes next.
  fileprivate var isLineStart: Bool { self == "\n" || self == "\u{E000}" }
}
