import Notes
import Quiz
import Storage

/// A package of Anki's, or the collection inside one → its notes → a file of notes.
enum PackageTarget: FuzzTarget {
  static let name = "package"
  static let words = [
    "PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "collection.anki2", "collection.anki21",
    "collection.anki21b", "../collection.anki2", "\u{8}\0", "\0\0\0\0", "\u{1F}", "{{c1::a}}",
    "<br>", "CREATE TABLE notes", "CREATE VIEW notes", "CREATE TABLE cards",
    "meta", "CREATE TABLE notetypes", "CREATE TABLE decks", "\u{8}\u{3}",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    let package: AnkiPackage
    do throws(Diagnostic) {
      package =
        AnkiPackage.isPackage(bytes)
        ? try AnkiPackage(bytes, mostUnpacked: 1_000_000) : try AnkiPackage(collection: bytes)
    } catch {
      try Broken.unless(!error.message.isEmpty, "no words")
      return
    }
    let notes = package.notes.prefix(50).map { note in
      ForeignCards.Note(
        guid: note.guid, deck: note.deck, fields: note.fields, tags: note.tags,
        cards: note.cards.map { ($0.number, $0.card.front, $0.card.back) })
    }
    let most = notes.reduce(0) { $0 + max(1, $1.cards.count) }
    guard let cards = try? ForeignCards(notes: notes, title: "Cards", taken: []) else { return }
    try Broken.unless(cards.count <= most, "\(cards.count) of \(most)")
  }
}
