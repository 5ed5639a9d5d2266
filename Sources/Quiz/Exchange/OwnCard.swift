import Basics
import Notes

/// What a card of attend's own carries along behind its answer, so that it comes back as the question that it
/// was: the question's Markdown and where it stood, in a comment of HTML that no program shows, with the
/// fingerprint of what is shown. A card that was changed elsewhere is taken as it is then.
struct OwnCard {
  private static let open = "<!--attend:"
  private static let close = "-->"
  /// Longer questions are not carried along.
  private static let longest = 16_000

  /// Where a question stood: the two titles as Markdown.
  struct Home: Hashable {
    let chapter: String
    let lesson: String
  }

  /// The question, from its heading on.
  private let markdown: String
  /// Where it stood; nil where the card does not say.
  private(set) var home: Home?

  /// The card of a question; nil where its own lines are not all of it, as in a file that pulls others in.
  ///
  /// - Parameters:
  ///   - text: the question's own lines, or such as say the same.
  ///   - home: where it stands.
  ///   - seed: of the card that is shown.
  init?(_ question: Question, _ text: String, home: Home? = nil, seed: UInt64) {
    guard text.utf8.count <= Self.longest, let alone = Self.question(text),
      alone.task == question.task,
      let here = try? PresentedQuestion(question, seed: seed),
      let there = try? PresentedQuestion(alone, seed: seed),
      AnkiCard.front(here) == AnkiCard.front(there), AnkiCard.back(here) == AnkiCard.back(there)
    else { return nil }
    (markdown, self.home) = (text, home)
  }

  /// Some lines of a file as a text.
  static func source(_ lines: [ArraySlice<UInt8>], _ range: Range<Int>) -> String {
    let own = (range.lowerBound - 1)..<(range.upperBound - 1)
    return lines[own.clamped(to: lines.indices)]
      .map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
      .joined(separator: "\n")
  }

  /// What stands behind the back of a card.
  func remark(front: String, back: String) -> String {
    Self.remark(for: markdown, home: home, front: front, back: back)
  }

  static func remark(
    for markdown: String, home: Home? = nil, front: String, back: String
  ) -> String {
    let parts = [markdown] + (home.map { ["\($0.chapter)\n\($0.lesson)"] } ?? [])
    let packed = parts.map { Base64.text(of: $0.utf8) }.joined(separator: ":")
    return "\(open)\(packed):\(fingerprint(front, back))\(close)"
  }

  // MARK: Reading

  /// A field without such a remark.
  static func shown(_ field: String) -> String {
    guard let parts = parted(field) else { return field }
    return parts.shown
  }

  /// The question that a card carries along; nil where it carries none, or was changed.
  init?(_ fields: [String]) {
    guard let front = fields.first, let last = fields.last(where: { !$0.isEmpty }),
      let (back, packed, print) = Self.parted(last), print == Self.fingerprint(front, back),
      packed.utf8.count <= 2 * Self.longest
    else { return nil }
    let texts = packed.split(separator: ":", omittingEmptySubsequences: false).map { part in
      Base64.bytes(of: String(part)).flatMap { String(validating: $0, as: UTF8.self) }
    }
    guard texts.count <= 2, let text = texts[0], Self.question(text) != nil else { return nil }
    markdown = text
    let names = (texts.last.flatMap(\.self) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    if texts.count == 2, names.count == 2 {
      home = Home(chapter: String(names[0]), lesson: String(names[1]))
    }
  }

  /// The question with that identity, to stand in a file; links to notes that it was among, and is no more, are
  /// their words.
  ///
  /// - Parameter isFile: whether a link leads to a file from where it will stand.
  func question(id: String, isFile: (String) -> Bool) -> String? {
    let alone = Unlinked.text(of: markdown, keeping: isFile)
    let isSame =
      alone == markdown
      || Self.question(alone).flatMap { Self.question(markdown)?.reads(as: $0) } == true
    let text = isSame ? alone : markdown
    return Self.written(text, id: id).map { "\n\($0)\n" }
  }

  private static func parted(_ field: String) -> (shown: String, packed: String, print: String)? {
    guard let start = field.firstRange(of: open),
      let end = field[start.upperBound...].firstRange(of: close),
      let colon = field[start.upperBound..<end.lowerBound].lastIndex(of: ":")
    else { return nil }
    return (
      String(field[..<start.lowerBound]), String(field[start.upperBound..<colon]),
      String(field[field.index(after: colon)..<end.lowerBound])
    )
  }

  /// Of what is shown; programs take spaces at the ends away.
  private static func fingerprint(_ front: String, _ back: String) -> String {
    String(StableHash("\(front.trimmed)\u{1F}\(back.trimmed)".utf8).value, radix: 16)
  }

  /// A question under a heading of the third level, with that identity; nil where it does not begin as one.
  private static func written(_ text: String, id: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
    guard let heading = lines.first, heading.hasPrefix("#"),
      let comment = lines.firstIndex(where: Directive.isQuiz),
      lines[1..<max(1, comment)].allSatisfy({ $0.trimmed.isEmpty })
    else { return nil }
    lines[0] = "### " + heading.drop { $0 == "#" }.trimmed
    let parts = id.split(separator: "~")
    let names = ["id=\(parts.first ?? "")"] + parts.dropFirst().map { "rev=\($0)" }
    let settings = (names + Directive.otherSettings(lines[comment])).joined(separator: " ")
    lines[comment] = "<!-- quiz \(settings) -->"
    return lines.joined(separator: "\n")
  }

  /// A question by itself: what comes behind it in a file is not part of it, and nothing of it is left open.
  private static func question(_ text: String) -> Question? {
    guard let text = written(text, id: "a1") else { return nil }
    let next = "\n\n### Next\n<!-- quiz id=a2 -->\nIt is [[one]].\n"
    let bank = QuestionBank(text: "# T\n\n## L\n\n\(text)\(next)")
    guard !bank.diagnostics.contains(where: { $0.severity == .error }),
      bank.questions.map(\.id) == ["a1", "a2"]
    else { return nil }
    return bank.questions[0]
  }
}
