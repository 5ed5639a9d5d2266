import Notes
import TestSupport
import Testing

@testable import Storage

/// Packages as they are written, read by the reader of foreign ones. `Tests/Fixtures/anki/take.py` shows them to
/// Anki itself.
@Suite struct NewAnkiPackageTests {
  private static let cards = [
    NewAnkiPackage.Card(
      guid: "q1", deck: "Attend::Notes::Heads", front: "<b>Is \\(q\\) {{one}}?</b>",
      back: "<p>Yes &amp; no</p>", tags: ["attend", "number"]),
    NewAnkiPackage.Card(
      guid: "q2", deck: "Attend::Notes::\"Größe\" \\ 2", front: "<pre><code>x = 1</code></pre>",
      back: "",
      tags: []),
    NewAnkiPackage.Card(
      guid: "q3", deck: "Attend::Notes::Heads", front: "Long",
      back: String(repeating: "ab ", count: 50_000),
      tags: ["attend"]),
  ]
  private static let now = 1_764_288_000_123

  private func bytes(_ cards: [NewAnkiPackage.Card] = cards) throws -> [UInt8] {
    try NewAnkiPackage.bytes(of: cards, now: Self.now)
  }

  @Test func whatIsWrittenIsRead() throws {
    let bytes = try bytes()
    #expect(AnkiPackage.isPackage(bytes))
    #expect(bytes.count < 20_000)
    let notes = try AnkiPackage(bytes).notes
    #expect(notes.map(\.guid) == ["q1", "q2", "q3"])
    #expect(notes.map(\.deck) == Self.cards.map(\.deck))
    #expect(notes.map(\.fields) == Self.cards.map { [$0.front, $0.back] })
    #expect(notes.map(\.tags) == Self.cards.map(\.tags))
    for (note, card) in zip(notes, Self.cards) {
      #expect(note.cards.map(\.number) == [0])
      #expect(note.cards[0].card.front == card.front)
      #expect(note.cards[0].card.back.trimmed == card.back.trimmed)
    }
  }

  /// The file inside is whole, and says what Anki asks of it.
  @Test func theCollectionIsWhole() throws {
    var image = try ZipFile(bytes()).contents(of: "collection.anki2", most: 10_000_000)
    #expect(try ZipFile(bytes()).contents(of: "media", most: 10) == Array("{}".utf8))
    try image.withUnsafeMutableBufferPointer { bytes in
      let database = try Database(image: bytes, named: Path("collection"))
      let check = try Statement("PRAGMA integrity_check", on: database)
      #expect(try check.step() && check.text(0) == "ok")
      for (query, number) in [
        ("SELECT ver FROM col", 11), ("SELECT count(*) FROM notes", 3),
        ("SELECT count(*) FROM cards AS c JOIN notes AS n ON n.id = c.nid", 3),
        ("SELECT count(DISTINCT mid) FROM notes", 1), ("SELECT count(DISTINCT did) FROM cards", 2),
        ("SELECT max(due) FROM cards WHERE queue = 0", 3), ("SELECT count(*) FROM revlog", 0),
        ("SELECT count(*) FROM cards, col WHERE decks ->> ('$.\"' || did || '\".id') = did", 3),
        ("SELECT count(*) FROM notes, col WHERE models ->> ('$.\"' || mid || '\".id') = mid", 3),
        ("SELECT json_valid(conf) + json_valid(dconf) FROM col", 2),
      ] {
        #expect(try database.number(query) == number, "\(query)")
      }
    }
  }

  /// The type of notes and the decks have the numbers that they had, so that a second import finds them.
  @Test func numbersStay() throws {
    func numbers(_ cards: [NewAnkiPackage.Card], _ now: Int) throws -> [Int] {
      var image = try ZipFile(NewAnkiPackage.bytes(of: cards, now: now))
        .contents(of: "collection.anki2", most: 10_000_000)
      return try image.withUnsafeMutableBufferPointer { bytes in
        let database = try Database(image: bytes, named: Path("collection"))
        return [
          try database.number("SELECT mid FROM notes WHERE guid = 'q3'"),
          try database.number(
            "SELECT did FROM cards JOIN notes ON notes.id = nid WHERE guid = 'q3'"),
        ]
      }
    }
    let later = try numbers(Self.cards.reversed(), Self.now + 86_400_000)
    #expect(try numbers(Self.cards, Self.now) == later)
  }

  /// A file that somebody has changed since is theirs.
  @Test func onlyWhatWasWrittenToTheLastByteIsOurs() throws {
    let bytes = try bytes(Array(Self.cards.prefix(1)))
    #expect(NewAnkiPackage.isOurs(bytes))
    for at in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[at] ^= 1
      #expect(!NewAnkiPackage.isOurs(changed), "byte \(at)")
    }
    #expect(!NewAnkiPackage.isOurs(bytes + [0x30]) && !NewAnkiPackage.isOurs(bytes.dropLast()))
    #expect(!NewAnkiPackage.isOurs([]) && !NewAnkiPackage.isOurs(Array("PK\u{3}\u{4}".utf8)))
  }

  @Test func nothingIsAPackageToo() throws {
    #expect(try AnkiPackage(bytes([])).notes.isEmpty)
  }
}
