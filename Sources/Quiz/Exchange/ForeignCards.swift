import Basics
import Notes
import Scheduling

/// Cards of other programs as a file of notes: Anki's packages and text export, CSV, and quizdown. Each becomes a
/// question with an identity; what cannot be one is left out, and said.
package struct ForeignCards: Sendable {
  /// Larger files are no sets of cards.
  package static let mostBytes = 64_000_000

  /// The text of the new file.
  package private(set) var text = ""
  /// How many questions it holds.
  package var count: Int { cards.count }
  /// What they are known by.
  package var identities: Set<String> { Set(cards.map(\.id)) }
  private let title: String
  /// Those that are taken.
  private var cards: [Card] = []
  /// What was left out, by the line or the row of the file that was read, or by the number of the note.
  package private(set) var leftOut: [Diagnostic] = []
  /// How many pictures, and how many sounds, stood in cards that were taken: names stand for pictures.
  package var pictures: Int { cards.reduce(0) { $0 + $1.pictures } }
  package var sounds: Int { cards.reduce(0) { $0 + $1.sounds } }
  /// How many cards stood above in the file word by word, and were left out for that.
  package internal(set) var repeated = 0
  /// How many cards are questions that the notes have, and were left out for that.
  package var alreadyThere: Int { found.count }
  /// Of them those that may read otherwise by now: what each question is known by, and its card as one.
  private(set) var standing: [(question: String, card: String)] = []
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
        .error, "is empty, so it holds no card", remedy: "export it again from where the cards are")
    }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      throw Diagnostic(.error, "is a package, and no text with cards")
    }
    if Self.isPackage(named: name) {
      throw Diagnostic(
        .error,
        "is no package, for all its name",
        remedy: "in Anki choose File, Export, \"Anki Deck Package (.apkg)\"; a text "
          + "with cards needs a name that ends in .txt or .csv")
    }
    guard bytes.count <= Self.mostBytes else {
      throw Diagnostic(
        .error, "is larger than \(Self.mostBytes / 1_000_000) MB", remedy: "split it")
    }
    guard let written = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(.error, "is not UTF-8", remedy: "save it as UTF-8, and import that")
    }
    self.title = title
    var taken = Taken(taken)
    let isMarkdown = ["md", "markdown", "quizdown"].contains(ending)
    if isMarkdown {
      quizdown(written, &taken)
    } else {
      let table = try CardTable(written)
      read(table, &taken, isFile)
    }
    write()
    try demandCards(
      "holds no card: a row is a question and its answer, parted by a tab, a comma or a semicolon")
  }

  /// Whether a file is by its name a package of Anki's.
  package static func isPackage(named name: String) -> Bool {
    ["apkg", "colpkg"].contains(name.lowercased().split(separator: ".").last.map(String.init))
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
    self.title = title
    var taken = Taken(taken)
    let rows = notes.enumerated().flatMap { index, note in
      note.rows.map { (number: index + 1, cells: $0.cells, beside: $0.beside) }
    }
    read(
      CardTable(ofPackage: rows.map { ($0.number, $0.cells) }), beside: rows.map(\.beside), &taken,
      isFile)
    write()
    try demandCards("holds no note")
  }

  static func name(ofStanding index: Int) -> String { "card\(index)" }

  private func demandCards(_ problem: String) throws(Diagnostic) {
    guard count + alreadyThere == 0 else { return }
    throw Diagnostic(
      .error,
      leftOut.first.map { "holds no card that can be asked: \($0.advice)" } ?? problem)
  }

  // MARK: Cards

  /// A card that is taken, on its way into the file.
  private struct Card {
    let id: String
    let text: String
    let home: OwnCard.Home
    var pictures = 0
    var sounds = 0
  }

  /// Takes a question that no table holds, under a heading for all of its file.
  mutating func take(_ question: String, id: String) {
    cards.append(Card(id: id, text: question, home: .init(chapter: "", lesson: "Questions")))
  }

  private mutating func write() {
    var written = WrittenCards()
    for card in cards { written.add(card.text, to: card.home) }
    text = written.text(title: title)
  }

  /// Leaves out cards that are questions of the notes under other names, by which their answers count; those that
  /// are nil are there once more than the notes have them.
  mutating func leaveOut(_ questions: [String: String?]) {
    guard !questions.isEmpty else { return }
    cards.removeAll { questions[$0.id] != nil }
    for case let question? in questions.values { found.insert(question) }
    repeated += questions.values.count { $0 == nil }
    answers = answers.compactMap { answer in
      guard let other = questions[answer.question] else { return answer }
      return other.map { ($0, answer.answers) }
    }
    write()
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

  private mutating func read(
    _ table: CardTable, beside: [Beside] = [], _ taken: inout Taken,
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
      guard beside.indices.contains(row), !beside[row].answers.isEmpty else { return }
      answers.append((question, beside[row].answers))
    }
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
          card = try Self.card(
            fields.map(OwnCard.shown), isHTML: isHTML,
            typed: beside.indices.contains(number) ? beside[number].typed : nil, comment: comment)
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
      cards.append(
        Card(
          id: id.text, text: card, home: own?.home ?? .init(chapter: "", lesson: parts),
          pictures: isHTML ? fields.reduce(0) { $0 + CardText.pictures(in: $1) } : 0,
          sounds: fields.reduce(0) { $0 + $1.allRanges(of: "[sound:").count }))
    }
  }

  mutating func leave(_ line: Int, _ message: String) {
    leftOut.append(Diagnostic(.warning, line: line, message))
  }
}
