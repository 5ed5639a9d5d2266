import Notes

/// The text of a foreign card as Markdown: what means something in Markdown is escaped, so that a card can
/// make no heading, no answer mark and no other question.
enum CardText {
  /// Lines of Markdown without its form, of HTML where the card is written in it.
  static func markdown(_ text: String, isHTML: Bool) -> [String] {
    read(text, isHTML: isHTML, form: .plain).flatMap(\.lines)
  }

  /// Lists, code and tables of HTML as such, and words that stand out.
  ///
  /// - Parameter tables: whether cells may be parted by bars.
  static func blocks(_ text: String, isHTML: Bool, tables: Bool = true) -> [CardBlock] {
    read(text, isHTML: isHTML, form: tables ? .whole : .withoutTables)
  }

  private static func read(_ text: String, isHTML: Bool, form: CardWriter.Form) -> [CardBlock] {
    var reader = Reader(isHTML: isHTML, writer: CardWriter(form))
    reader.read(Array(text.unicodeScalars))
    return reader.writer.finished
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
    let isHTML: Bool
    var writer: CardWriter
    /// Where what may close something stands next, as it was found last: none of many that open looks through
    /// the whole text for it.
    private var found: [String: Int] = [:]

    init(isHTML: Bool, writer: CardWriter) { (self.isHTML, self.writer) = (isHTML, writer) }

    mutating func read(_ scalars: [Unicode.Scalar]) {
      var at = 0
      while at < scalars.count {
        if !writer.isCode, let end = maths(scalars, at) {
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
      if scalar == "\n", !isHTML { writer.endLine() } else { writer.add(scalar) }
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
        writer.add(formula: tex)
        return end + close.unicodeScalars.count
      }
      return nil
    }

    // MARK: HTML

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
      writer.tag(bare, isClosing: isClosing)
      if ["pre", "code"].contains(bare), !isClosing,
        let language = Self.attribute("class", of: scalars[start..<close]).flatMap(CodeName.of)
      {
        writer.language = language
      }
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
