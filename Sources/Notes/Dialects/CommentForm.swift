/// A quiz comment in what other tools take for a comment: Obsidian's `%% quiz %%`, MyST's `% quiz`, MDX'
/// `{/* quiz */}`, and the definition that shows nothing, `[//]: # (quiz)`.
package struct CommentForm {
  /// What stands before its words and behind them, as it was written.
  let opening: Substring
  let closing: Substring
  /// What it says: `quiz id=a`.
  package let words: Substring

  /// Reads a line that is one and nothing else; nil for another line.
  package init?(_ text: Substring) {
    guard text.utf8.count <= QuizComment.longest, let ends = Self.ends(of: text) else { return nil }
    opening = text[..<ends.lowerBound]
    closing = text[ends.upperBound...]
    words = text[ends]
  }

  /// Where the words of a comment stand in a line.
  private static func ends(of text: Substring) -> Range<String.Index>? {
    func between(_ opening: String, _ closing: String) -> Range<String.Index>? {
      let behind = text.dropFirst(opening.count)
      guard text.hasPrefix(opening), behind.hasSuffix(closing) else { return nil }
      return behind.startIndex..<behind.dropLast(closing.count).endIndex
    }
    switch text.first {
    case "%" where text.hasPrefix("%%"): return between("%%", "%%")
    case "%": return text.dropFirst().startIndex..<text.endIndex
    case "{": return between("{/*", "*/}")
    case "[":
      for name in ["[//]:", "[comment]:", "[//] :"] where text.lowercased().hasPrefix(name) {
        let address = text.dropFirst(name.count).drop { $0 == " " }
        let title = address.drop { "#<>".contains($0) }.drop { $0 == " " }
        guard title.startIndex > address.startIndex, let sign = title.first, title.count > 1,
          title.last == (sign == "(" ? ")" : sign), "(\"'".contains(sign)
        else { return nil }
        return title.dropFirst().startIndex..<title.dropLast().endIndex
      }
      return nil
    default: return nil
    }
  }

  /// The comment as Markdown has it, where it asks, or is nearly one that does; nil for another one.
  package var html: String? { Self.html(words) }

  private static func html(_ words: Substring) -> String? {
    let said = String(words).trimmed
    guard !said.contains("--"), !said.isEmpty else { return nil }
    let html = "<!-- \(said) -->"
    let settings = said.dropFirst(4)
    guard said.utf8.starts(with: "quiz".utf8), settings.first.map(\.isWhitespace) ?? true else {
      let isNear = QuizComment.isOfSettings(String(said.drop(while: \.isLetter)))
      return isNear && QuizComment(html) != nil ? html : nil
    }
    // What is said of a quiz elsewhere is no setting.
    var goesOn = false
    for word in settings.split(whereSeparator: \.isWhitespace) {
      guard goesOn || word.contains("=") else { return nil }
      goesOn = word.hasSuffix(",") || goesOn && !word.hasSuffix(")")
    }
    return html
  }

  // MARK: In a text

  /// A line with each quiz comment of another form as Markdown has it; nil for a line without one.
  ///
  /// Obsidian's and MDX' stand among words too, the others only on lines of their own, be it in a list or a
  /// quote.
  static func rewritten(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.count <= QuizComment.longest, mayStand(in: line) else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let start = Self.start(of: text)
    if let form = CommentForm(String(text[start...]).trimmed[...]), let html = form.html {
      return Array((text[..<start] + html).utf8)
    }
    var result = ""
    var rest = text[...]
    var isThere = false
    while let open = rest.firstIndex(where: { "%{`".contains($0) }) {
      result += rest[..<open]
      rest = rest[open...]
      let sign = rest.first == "`" ? String(rest.prefix { $0 == "`" }) : String(rest.prefix(3))
      let closing = rest.first == "`" ? sign : sign == "{/*" ? "*/}" : "%%"
      let opening = sign.hasPrefix("%%") ? "%%" : sign
      let inside = rest.dropFirst(opening.count)
      guard opening != "%", rest.first != "{" || opening == "{/*",
        let end = inside.firstRange(of: closing)
      else {
        result.append(rest.removeFirst())
        continue
      }
      if rest.first != "`", let html = html(inside[..<end.lowerBound]) {
        result += html
        isThere = true
      } else {
        result += rest[..<end.upperBound]
      }
      rest = rest[end.upperBound...]
    }
    return isThere ? Array((result + rest).utf8) : nil
  }

  /// What stands in the quotes that a line is in.
  private static func inside(_ line: Substring) -> String {
    String(line.drop { $0 == ">" || $0 == " " || $0 == "\t" }).trimmed
  }

  /// Where a line's own text begins, behind the quotes and lists that it stands in.
  private static func start(of text: String) -> String.Index {
    let start = text.firstIndex { !" >\t-*+".contains($0) } ?? text.endIndex
    let behind = text[start...].drop { $0.isASCII && $0.isNumber }
    guard behind.startIndex > start, let sign = behind.first, ".)".contains(sign) else {
      return start
    }
    return behind.dropFirst().firstIndex { $0 != " " } ?? text.endIndex
  }

  /// Whether the words of one stand alone between two lines that open and close it.
  static func isSpread(_ opening: Substring, _ words: Substring, _ closing: Substring) -> Bool {
    let ends = (inside(opening), inside(closing))
    guard ends == ("%%", "%%") || ends == ("{/*", "*/}") else { return false }
    return html(inside(words)[...]) != nil
  }

  /// Whether a line may hold one.
  private static func mayStand(in line: ArraySlice<UInt8>) -> Bool {
    line.contains(where: mayBegin) && QuizComment.mayStand(in: line)
  }

  /// Whether a comment of one of these forms may begin with a byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "%") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// What the sign at a place of a text is followed by where a comment of these forms may begin there: words
  /// are looked for behind it; nil where none may.
  static func words<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, behind at: Int
  ) -> Bytes.SubSequence? where Bytes.Index == Int {
    let rest = bytes[(at + 1)...].prefix(40)
    switch bytes[at] {
    case UInt8(ascii: "%"): return rest.drop { $0 <= 0x20 || "%>".utf8.contains($0) }
    case UInt8(ascii: "{"):
      return rest.starts(with: "/*".utf8)
        ? rest.dropFirst(2).drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") } : nil
    case UInt8(ascii: "["):
      guard rest.starts(with: "//".utf8) || rest.starts(with: "comment]".utf8) else { return nil }
      return rest.drop { $0 != UInt8(ascii: ":") }
        .drop { !(0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 }
    default: return nil
    }
  }
}
