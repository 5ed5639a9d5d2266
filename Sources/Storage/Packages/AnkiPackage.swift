import CSQLite
import Notes

/// The notes of an Anki package (`.apkg`): a zip file that holds a collection, which is an SQLite file. All is
/// read in memory.
package struct AnkiPackage: Sendable {
  /// Larger collections are exported deck by deck.
  package static let mostUnpacked = 256_000_000
  /// A collection with more is none that somebody learns by.
  private static let mostNotes = 100_000
  private static let mostCards = 1_000_000
  private static let mostAnswers = 2_000_000
  private static let mostText = 64_000_000
  /// Fields of a note; what comes behind stays in the last one.
  private static let mostFields = 64
  /// Pieces of templates, a note's each time it is made into cards: no real set of cards comes near.
  private static let mostPieces = 20_000_000

  /// A note: the fields that somebody filled in.
  package struct Note: Equatable, Sendable {
    package let guid: String
    /// The deck of its first card, `A::B` below another.
    package let deck: String
    package let fields: [String]
    package let tags: [String]
    /// The cards that its templates make; none where they are not known, and of a text with gaps.
    package let cards: [NumberedCard]
    /// How its cards were answered, in the order of time.
    package let answers: [Answer]
  }

  /// An answer to a card.
  package struct Answer: Equatable, Sendable {
    /// Which card of its note it was to, from 0.
    package let number: Int
    /// In milliseconds since 1970.
    package let time: Int
    /// From 1, forgotten, to 4, easy.
    package let grade: Int
    /// In milliseconds.
    package let duration: Int
  }

  /// The sides of a card, in HTML.
  package struct Card: Equatable, Sendable {
    package let front: String
    package let back: String
    /// What is to be typed, where the front asks for that.
    package let typed: String?
  }

  /// A card, and which of its note's it is, from 0.
  package struct NumberedCard: Equatable, Sendable {
    package let number: Int
    package let card: Card
  }

  /// In the order in which they were made.
  package private(set) var notes: [Note] = []

  /// Whether bytes begin as a zip file does.
  package static func isPackage(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "PK\u{3}\u{4}".utf8)
  }

  /// Reads a package; what speaks against it, else.
  package init(_ bytes: [UInt8], mostUnpacked: Int = Self.mostUnpacked) throws(Diagnostic) {
    let zip = try ZipFile(bytes)
    let form = try AnkiForm(of: zip)
    // Beside a newer collection stands an older one that says no more than that.
    guard zip.has(form.collection) else {
      throw Diagnostic(.error, "is a zip file without a collection of Anki's")
    }
    let contents = try zip.contents(of: form.collection, most: mostUnpacked)
    try self.init(
      collection: form.isPacked ? ZstdFrame.contents(of: contents, most: mostUnpacked) : contents)
  }

  /// Reads the SQLite file inside one.
  package init(collection image: [UInt8]) throws(Diagnostic) {
    var image = image
    guard image.starts(with: "SQLite format 3\0".utf8), image.count >= 512 else {
      throw Self.damage
    }
    // A log that would stand beside the file is not in the package: all is in the file.
    for place in [18, 19] where image[place] == 2 { image[place] = 1 }
    let isDone: Bool
    do throws(StorageProblem) {
      (notes, isDone) = try image.withUnsafeMutableBufferPointer {
        (bytes) throws(StorageProblem) in
        try Self.notes(in: Database(image: bytes, named: Path("collection")))
      }
    } catch { throw Self.damage }
    guard isDone else {
      throw Diagnostic(
        .error, "has templates that are too long for so many notes",
        remedy: "export it deck by deck")
    }
    guard notes.count <= Self.mostNotes else {
      throw Diagnostic(
        .error, "holds more than \(Self.mostNotes) notes", remedy: "export it deck by deck")
    }
    guard notes.reduce(0, { $0 + Self.size(of: $1) }) <= Self.mostText else {
      throw Diagnostic(
        .error, "holds more than \(Self.mostText / 1_000_000) MB of text",
        remedy: "export it deck by deck")
    }
  }

  private static let damage = Diagnostic(
    .error,
    "holds a collection that cannot be read",
    remedy: "in Anki choose Tools, Check Database, and export again"
  )

  private static func size(of note: Note) -> Int {
    note.fields.reduce(0) { $0 + $1.utf8.count }
      + note.cards.reduce(0) {
        $0 + $1.card.front.utf8.count + $1.card.back.utf8.count + ($1.card.typed?.utf8.count ?? 0)
      }
  }

  /// The notes, and whether their templates were not too much.
  private static func notes(
    in database: Database
  ) throws(StorageProblem) -> (notes: [Note], isDone: Bool) {
    try database.run("PRAGMA temp_store = MEMORY")
    let names = try AnkiDecks.names(in: database)
    let decks = try decksOfNotes(in: database)
    let types = try AnkiNoteType.all(in: database)
    let answers = try answers(in: database)
    let select = try Statement(
      "SELECT id, guid, flds, tags, mid FROM notes ORDER BY id LIMIT \(mostNotes + 1)", on: database
    )
    var notes: [Note] = []
    var (text, pieces) = (0, 0)
    while try select.step() {
      let type = types[select.int(4)]
      pieces += type?.size ?? 0
      guard pieces <= mostPieces else { return (notes, false) }
      let fields = select.text(2).split(
        separator: "\u{1F}", maxSplits: mostFields - 1, omittingEmptySubsequences: false
      ).map(String.init)
      let note = Note(
        guid: select.text(1), deck: decks[select.int(0)].flatMap { names[$0] } ?? "Cards",
        fields: fields, tags: select.text(3).split(separator: " ").map(String.init),
        cards: type?.cards(of: fields) ?? [], answers: answers[select.int(0)] ?? [])
      notes.append(note)
      text += size(of: note)
      if text > mostText { break }
    }
    return (notes, true)
  }

  /// The answers to the cards of each note; those that were given in a filtered deck, and what was set by hand,
  /// say nothing of when a card was remembered.
  private static func answers(
    in database: Database
  ) throws(StorageProblem) -> [Int: [Answer]] {
    guard try database.has(table: "revlog") else { return [:] }
    var places: [Int: (note: Int, number: Int)] = [:]
    let cards = try Statement("SELECT id, nid, ord FROM cards LIMIT \(mostCards)", on: database)
    while try cards.step() { places[cards.int(0)] = (cards.int(1), cards.int(2)) }
    // Nothing is joined or sorted by SQLite: a package may leave its keys out.
    let select = try Statement(
      """
      SELECT id, cid, ease, time FROM revlog
      WHERE ease BETWEEN 1 AND 4 AND type BETWEEN 0 AND 2 LIMIT \(mostAnswers)
      """, on: database)
    var answers: [Int: [Answer]] = [:]
    while try select.step() {
      guard let (note, number) = places[select.int(1)] else { continue }
      answers[note, default: []].append(
        Answer(
          number: number, time: select.int(0), grade: select.int(2), duration: select.int(3)))
    }
    return answers.mapValues { $0.sorted { $0.time < $1.time } }
  }

  /// The deck of each note's first card; one that is studied by a filter counts for its own.
  private static func decksOfNotes(in database: Database) throws(StorageProblem) -> [Int: Int] {
    let select = try Statement(
      "SELECT nid, CASE WHEN odid <> 0 THEN odid ELSE did END, ord FROM cards LIMIT \(mostCards)",
      on: database)
    var first: [Int: (deck: Int, place: Int)] = [:]
    while try select.step() {
      let (note, place) = (select.int(0), select.int(2))
      if first[note].map({ $0.place <= place }) ?? false { continue }
      first[note] = (select.int(1), place)
    }
    return first.mapValues(\.deck)
  }
}
