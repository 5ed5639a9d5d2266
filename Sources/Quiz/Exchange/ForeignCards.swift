import Basics
import Notes
import Scheduling

/// Cards of other programs as a file of notes: Anki's packages and text export, CSV, and quizdown. Each becomes a
/// question with an identity; what cannot be one is left out, and said.
package struct ForeignCards: Sendable {
  /// Larger files are no sets of cards.
  package static let mostBytes = 64_000_000

  /// The text of the new file.
  package internal(set) var text = ""
  /// How many questions it holds.
  package internal(set) var count = 0
  /// What was left out, by the line or the row of the file that was read, or by the number of the note.
  package private(set) var leftOut: [Diagnostic] = []
  /// How many pictures, and how many sounds, stood in cards that were taken: names stand for pictures.
  package private(set) var pictures = 0
  package private(set) var sounds = 0
  /// How many cards stood above in the file word by word, and were left out for that.
  package internal(set) var repeated = 0
  /// How many cards are questions that the notes have, and were left out for that.
  package var alreadyThere: Int { found.count }
  /// Of them those that may read otherwise by now: what each question is known by, and its card as one.
  private var standing: [(question: String, card: String)] = []
  /// The identities of the cards that are questions of the notes.
  var found: Set<String> = []
  /// How those of its questions were answered that are taken, or are there already, where that is known.
  package private(set) var answers: [(question: String, answers: [Answer])] = []

  /// - Parameters:
  ///   - title: of the new chapter.
  ///   - taken: identities that the notes have already.
  ///   - isFile: whether a link of a card leads to a file where the cards will stand.
  package init(
    _ bytes: [UInt8], name: String, title: String, taken: Set<String>,
    isFile: (String) -> Bool = { _ in false }
  ) throws(Diagnostic) {
    let lower = name.lowercased()
    let ending = lower.split(separator: ".").last.map(String.init) ?? ""
    guard !bytes.isEmpty else {
      throw Diagnostic(
        .error, "is empty, so it holds no card: export it again from where the cards are")
    }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      throw Diagnostic(.error, "is a package, and no text with cards")
    }
    if Self.isPackage(named: name) {
      throw Diagnostic(
        .error,
        "is no package, for all its name: in Anki choose File, Export, \"Anki Deck Package (.apkg)\"; a text "
          + "with cards needs a name that ends in .txt or .csv")
    }
    guard bytes.count <= Self.mostBytes else {
      throw Diagnostic(.error, "is larger than \(Self.mostBytes / 1_000_000) MB: split it")
    }
    guard let written = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(.error, "is not UTF-8: save it as UTF-8, and import that")
    }
    var taken = Taken(taken)
    let isMarkdown = ["md", "markdown", "quizdown"].contains(ending)
    if isMarkdown {
      quizdown(written, title: title, &taken)
    } else {
      let table = try CardTable(written)
      cards(table, title: title, &taken, isFile)
    }
    try demandCards(
      "holds no card: a row is a question and its answer, parted by a tab, a comma or a semicolon")
  }

  /// Whether a file is by its name a package of Anki's.
  package static func isPackage(named name: String) -> Bool {
    ["apkg", "colpkg"].contains(name.lowercased().split(separator: ".").last.map(String.init))
  }

  /// A note of a package: its fields, in HTML.
  package struct Note: Sendable {
    package let guid: String
    /// The deck that it stands in, `A::B` below another.
    package let deck: String
    package let fields: [String]
    package let tags: [String]
    /// What its cards show, where it makes any by templates: which of them it is, and its two sides.
    package let cards: [(number: Int, front: String, back: String)]
    /// How each of its cards was answered, by their numbers.
    package let answers: [Int: [Answer]]

    package init(
      guid: String, deck: String, fields: [String], tags: [String] = [],
      cards: [(number: Int, front: String, back: String)] = [], answers: [Int: [Answer]] = [:]
    ) {
      (self.guid, self.deck, self.fields) = (guid, deck, fields)
      (self.tags, self.cards, self.answers) = (tags, cards, answers)
    }

    /// As rows of a table, each with its answers.
    fileprivate var rows: [(cells: [String], answers: [Answer])] {
      let tags = tags.joined(separator: " ")
      // A text with gaps is one question, though it makes a card of each: the first one stands for it.
      if cards.isEmpty {
        let first = answers.keys.min().flatMap { answers[$0] } ?? []
        return [([guid, deck, tags] + fields, first)]
      }
      // The first card is known by what the note is.
      return cards.map { number, front, back in
        let name = number == 0 ? guid : "\(guid)\u{1F}\(number)"
        return ([name, deck, tags, front, back], answers[number] ?? [])
      }
    }
  }

  /// An answer that was given elsewhere.
  package struct Answer: Equatable, Sendable {
    /// In milliseconds since 1970.
    package let time: Int
    package let grade: Grade
    /// In milliseconds.
    package let duration: Int

    package init(time: Int, grade: Grade, duration: Int) {
      (self.time, self.grade, self.duration) = (time, grade, duration)
    }
  }

  /// The notes of a package, as its text export would have them.
  ///
  /// - Parameters:
  ///   - title: of the new chapter.
  ///   - taken: identities that the notes have already.
  ///   - isFile: whether a link of a card leads to a file where the cards will stand.
  package init(
    notes: [Note], title: String, taken: Set<String>, isFile: (String) -> Bool = { _ in false }
  ) throws(Diagnostic) {
    var taken = Taken(taken)
    let rows = notes.enumerated().flatMap { index, note in
      note.rows.map { (number: index + 1, cells: $0.cells, answers: $0.answers) }
    }
    cards(
      CardTable(ofPackage: rows.map { ($0.number, $0.cells) }), title: title,
      answers: rows.map(\.answers), &taken, isFile)
    try demandCards("holds no note")
  }

  /// The questions of the notes whose card reads otherwise than they do.
  package func changed(from bank: QuestionBank) -> [Question] {
    guard !standing.isEmpty else { return [] }
    let text = "# T\n\n## L\n" + standing.map(\.card).joined()
    let cards = QuestionBank(text: text)
    return standing.indices.compactMap { index in
      guard let card = cards[Self.name(ofStanding: index)],
        let question = bank[standing[index].question]
      else { return nil }
      return question.reads(as: card) ? nil : question
    }
  }

  /// The questions of the notes beside which a new one asks the same: where a card has no name, a change
  /// of its answer makes it another.
  package func besides(in bank: QuestionBank) -> [Question] {
    guard count > 0, !bank.questions.isEmpty else { return [] }
    let cards = QuestionBank(text: text)
    let asked = Set(cards.questions.filter { !$0.isGenerated }.map(\.askedWords))
    return bank.questions.filter {
      !$0.isGenerated && !found.contains($0.id) && asked.contains($0.askedWords)
    }
  }

  private static func name(ofStanding index: Int) -> String { "card\(index)" }

  private func demandCards(_ problem: String) throws(Diagnostic) {
    guard count + alreadyThere == 0 else { return }
    throw Diagnostic(
      .error,
      leftOut.first.map { "holds no card that can be asked: \($0.message)" } ?? problem)
  }

  // MARK: Rows

  private static let heads: Set<String> = [
    "front", "back", "question", "answer", "term", "definition", "text", "extra", "word", "meaning",
  ]
  private static let tagHeads: Set<String> = ["tag", "tags"]

  /// What the first row of a spreadsheet says of the columns: nil where it is a card, otherwise the column
  /// of tags, if there is one.
  private static func head(of table: CardTable) -> (isThere: Bool, tags: Int?) {
    guard table.settings.isEmpty, let row = table.rows.first?.map({ $0.trimmed.lowercased() })
    else {
      return (false, nil)
    }
    let others = row.filter { !tagHeads.contains($0) }
    guard others.count >= 2, others.prefix(2).allSatisfy(heads.contains) else {
      return (false, nil)
    }
    return (true, row.firstIndex(where: tagHeads.contains))
  }

  /// Tags that nobody writes in cards of plain text.
  private static let signsOfHTML = ["<br", "<div", "<ul>", "<ol>", "<pre>", "<table"]

  private mutating func cards(
    _ table: CardTable, title: String, answers: [[Answer]] = [], _ taken: inout Taken,
    _ isFile: (String) -> Bool
  ) {
    let settings = table.settings
    func column(_ name: String) -> Int? {
      settings[name].flatMap { Int($0.trimmed) }.map { $0 - 1 }
    }
    let head = Self.head(of: table)
    let tagColumn = column("tags column") ?? head.tags
    let special =
      ["guid column", "tags column", "notetype column", "deck column"].compactMap(
        column) + (head.tags.map { [$0] } ?? [])
    let isHTML =
      settings["html"].map { $0.lowercased() == "true" }
      ?? table.rows.prefix(50).contains {
        $0.contains { cell in Self.signsOfHTML.contains { cell.contains($0) } }
      }
    func keep(_ row: Int, for question: String) {
      guard answers.indices.contains(row), !answers[row].isEmpty else { return }
      self.answers.append((question, answers[row]))
    }
    var written = WrittenCards()
    for (number, row) in table.rows.enumerated() {
      let fields = row.enumerated().filter { !special.contains($0.offset) }.map(\.element)
      if number == 0, head.isThere { continue }
      let guid = column("guid column").flatMap { row.indices.contains($0) ? row[$0] : nil }
      let deck =
        column("deck column").flatMap { row.indices.contains($0) ? row[$0] : nil }
        ?? settings["deck"] ?? "Cards"
      let tags = Self.tags(tagColumn.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? "")
      let own = isHTML ? OwnCard(fields) : nil
      let id = Identity(guid, fields, isOwn: own != nil, &taken)
      if id.standing == .repeated {
        repeated += 1
        continue
      }
      if own != nil, id.standing == .there {
        // The notes have this very question, and are what the card was made of.
        found.insert(id.text)
        keep(number, for: id.text)
        continue
      }
      // What is compared alone has its number for a name.
      let name = id.standing == .there ? Self.name(ofStanding: standing.count) : id.text
      let comment = "<!-- quiz id=\(name)\(tags) -->"
      let card: String
      do throws(ClozeCard.Problem) {
        if let own = own?.question(id: id.text, isFile: isFile) {
          card = own
        } else {
          card = try Self.card(fields.map(OwnCard.shown), isHTML: isHTML, comment: comment)
        }
      } catch {
        let start = table.isOfPackage ? Self.start(of: fields) : ""
        leave(table.number(ofRow: number), "\(start)\(error.reason)")
        continue
      }
      keep(number, for: id.text)
      if id.standing == .there {
        found.insert(id.text)
        standing.append((id.text, card))
        continue
      }
      let parts = deck.split(separator: ":").map(String.init).joined(separator: ", ")
      written.add(card, to: own?.home ?? .init(chapter: "", lesson: parts))
      count += 1
      if isHTML { pictures += fields.reduce(0) { $0 + CardText.pictures(in: $1) } }
      sounds += fields.reduce(0) { $0 + $1.allRanges(of: "[sound:").count }
    }
    text = written.text(title: title)
  }

  /// Tags as a setting of a question: each of letters, digits, hyphens and underscores.
  private static func tags(_ text: String) -> String {
    var tags: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      var tag = ""
      for character in word {
        let isPlain =
          character.isASCII && (character.isLetter || character.isNumber || character == "_")
        if isPlain || !tag.hasSuffix("-") { tag.append(isPlain ? character : "-") }
      }
      while tag.hasSuffix("-") { tag.removeLast() }
      tag = String(tag.prefix(64))
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags.isEmpty ? "" : " tags=\(tags.joined(separator: ","))"
  }

  mutating func leave(_ line: Int, _ message: String) {
    leftOut.append(Diagnostic(.warning, line: line, message))
  }

  /// The first words of a note.
  private static func start(of fields: [String]) -> String {
    let words = fields.lazy.map {
      CardText.plain(CardText.markdown($0, isHTML: true))
    }
    .first { !$0.isEmpty }
    guard let words else { return "" }
    return "\"\(words.prefix(40))\(words.count > 40 ? "…" : "")\": "
  }

  static func line(_ text: String) -> String {
    CardText.markdown(text, isHTML: false).joined(separator: " ").trimmed
  }

  /// A card as a question that is said, or whose gaps are filled.
  private static func card(
    _ fields: [String], isHTML: Bool, comment: String
  ) throws(ClozeCard.Problem) -> String {
    let none = ClozeCard.Problem(
      reason: "it needs a question and an answer, or a gap {{c1::…}}")
    // What is asked on a picture cannot be shown.
    guard let first = fields.first, !first.contains("::image-occlusion:") else { throw none }
    let back = fields.dropFirst().map { CardText.blocks($0, isHTML: isHTML) }.filter {
      !$0.isEmpty
    }
    if let cloze = try ClozeCard(first, isHTML: isHTML) {
      return cloze.question(comment) + (back.isEmpty ? "" : note(back))
    }
    var front = CardText.blocks(first, isHTML: isHTML).map(\.asked)
    guard !front.isEmpty, !back.isEmpty else { throw none }
    let heading = front.takeHeading() ?? "What is on the back of this card?"
    var text = "\n### \(heading)\n\(comment)\n"
    if !front.isEmpty { text += "\n" + front.fileLines.joined(separator: "\n") + "\n" }
    return text + note(back)
  }

  /// What is told after the answer, as a note.
  private static func note(_ told: [[CardBlock]]) -> String {
    let lines = Array(told.map(\.fileLines).joined(separator: [""]))
    return "\n> [!NOTE]\n" + lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
      + "\n"
  }
}
