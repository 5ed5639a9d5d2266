import Notes

/// What an answer mark asks for, or a short note tells, seen in the same question again: in its heading, in a sentence
/// below it, or in a hint.
enum RepeatedKeys {
  /// Shorter words stand anywhere.
  private static let shortest = 4

  /// Those that may be meant so.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    shown(in: section, source) + hints(in: section)
  }

  // MARK: Hints

  private static func hints(in section: QuestionSection) -> [Diagnostic] {
    guard !section.hints.isEmpty else { return [] }
    let keys = Set(HeadKeys.keys(of: section).map { TypedWords($0).compact })
    let words = KeyWords(section)
    return section.hints.compactMap { hint in
      let text = hint.plainText
      let whole = TypedWords(text).compact
      let isWhole = !whole.isEmpty && keys.contains(whole)
      guard isWhole || words.isTold(by: text) else { return nil }
      return told(
        hint.first?.line ?? section.line, 1,
        isWhole ? "this hint is the answer" : "this hint holds the answer",
        remedy: "write what leads to it, or take the hint away")
    }
  }

  // MARK: Sentences

  private static func shown(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    var words: [String: [[String]]] = [:]
    var numbers: Set<String> = []
    for index in section.blanks {
      guard case .blank(let text) = section.marks.all[index] else { continue }
      for key in BlankSource.alternatives(text.trimmed) {
        let number = key.drop { "= ".contains($0) }
        if !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) {
          numbers.insert(String(number))
        } else if key.allSatisfy({ $0.isLetter || " -".contains($0) }),
          key.count(where: \.isLetter) >= shortest
        {
          let all = pieces(of: key).map(\.text)
          all.first.map { words[$0, default: []].append(all) }
        }
      }
    }
    for key in KeyWords.ofNote(section) where key.count(where: \.isLetter) >= shortest {
      let all = pieces(of: key).map(\.text)
      all.first.map { words[$0, default: []].append(all) }
    }
    let options = section.answers?.list?.isTasks == true ? KeyWords(section) : nil
    guard !words.isEmpty || !numbers.isEmpty || options != nil else { return [] }
    let paragraphs = section.prompt.filter(\.isParagraph)
    let lines =
      source.lines.from(section.line).prefix { $0.number == section.line }
      + paragraphs.flatMap { source.lines.paragraph(from: $0.line) }
    return lines.compactMap { line in
      guard line.text.utf8.count <= ForeignGaps.longest else { return nil }
      if let options {
        // A longer line may give what is asked about.
        guard line.number != section.line, !line.text.contains("?"), isShort(line),
          options.isTold(by: line.text.withoutCode)
        else { return nil }
        return told(
          line.number, 1, "the answer stands in the question",
          remedy: "write other words for it here, or take the line away")
      }
      let text = withoutMarks(line.text.withoutCode)
      guard let offset = place(of: words, in: text) ?? place(of: numbers, in: text) else {
        return nil
      }
      return told(
        line.number, offset + 1, "the answer stands in the question",
        remedy: "write other words for it here, or ask for something else")
    }
  }

  private static func isShort(_ line: QuestionSource.Line) -> Bool {
    line.text.split(separator: " ").count { $0.contains(where: \.isLetter) } <= 4
  }

  private static func told(
    _ line: Int, _ column: Int, _ message: String, remedy: String
  ) -> Diagnostic {
    Diagnostic(line: line, column: column, message, remedy: remedy).warned
  }

  /// The words of a text in small letters, and where each begins and ends.
  private static func pieces(of text: String) -> [(text: String, start: Int, end: Int)] {
    var found: [(text: String, start: Int, end: Int)] = []
    var word = ""
    var offset = 0
    for character in text + " " {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if !word.isEmpty {
        found.append((word.lowercased(), offset - word.count, offset))
        word = ""
      }
      offset += 1
    }
    return found
  }

  /// Where the first of some keys begins that is no word to choose from, and none that is quoted.
  private static func place(of keys: [String: [[String]]], in text: String) -> Int? {
    guard !keys.isEmpty else { return nil }
    let pieces = pieces(of: text)
    let characters = Array(text)
    for (index, piece) in pieces.enumerated() {
      for key in keys[piece.text] ?? [] {
        let end = index + key.count
        guard end <= pieces.count, pieces[index..<end].map(\.text) == key,
          !isListed(characters, piece.start, pieces[end - 1].end),
          !["or", "oder", "ou"].contains(index > 0 ? pieces[index - 1].text : ""),
          !["or", "oder", "ou"].contains(end < pieces.count ? pieces[end].text : "")
        else { continue }
        return piece.start
      }
    }
    return nil
  }

  /// Whether a word stands in a list of them, in a longer name, or in quotation marks.
  private static func isListed(_ text: [Character], _ start: Int, _ end: Int) -> Bool {
    let before = text[..<start].last { $0 != " " } ?? "."
    let behind = text[end...].first { $0 != " " } ?? "."
    if ",/|;\u{3001}\u{FF0C}".contains(before) || ",/|;\u{3001}\u{FF0C}".contains(behind) {
      return true
    }
    let tight = "-_'\u{2019}.@#\"\u{201C}\u{201E}\u{AB}\u{2018}"
    if start > 0, tight.contains(text[start - 1]) { return true }
    if end < text.count, "-_@(".contains(text[end]) { return true }
    return text[..<start].count { $0 == "\"" } % 2 == 1
      || text[..<start].count { $0 == "\u{201C}" } > text[..<start].count { $0 == "\u{201D}" }
  }

  /// Where the first number stands that is what a calculation before it comes to: `3 × 4 = 12`.
  private static func place(of numbers: Set<String>, in text: String) -> Int? {
    guard !numbers.isEmpty else { return nil }
    let characters = Array(text)
    for piece in pieces(of: text) where numbers.contains(piece.text) {
      let before = characters[..<piece.start].reversed().drop { $0 == " " }
      guard before.first == "=",
        let last = before.dropFirst().first(where: { $0 != " " }), last.isNumber || last == ")"
      else { continue }
      let behind = characters[piece.end...].drop { $0 == " " }
      let isDecimal =
        behind.count > 1 && ".,".contains(behind.first ?? " ")
        && behind.dropFirst().first?.isNumber == true
      guard !isDecimal, behind.first.map({ !"+-*/^%=\u{D7}\u{B7}\u{2212}".contains($0) }) ?? true
      else { continue }
      return piece.start
    }
    return nil
  }

  /// A line with all that stands in double brackets or braces made blank, so that columns stay.
  private static func withoutMarks(_ line: String) -> String {
    var text = Array(line)
    for (open, close) in [("[", "]"), ("{", "}")] as [(Character, Character)] {
      var start: Int?
      for index in text.indices.dropLast() {
        if start == nil, text[index] == open, text[index + 1] == open { start = index }
        guard let first = start, index > first + 1, text[index] == close,
          text[index + 1] == close
        else { continue }
        for place in first...index + 1 { text[place] = place == first ? "." : " " }
        start = nil
      }
    }
    return String(text)
  }
}
