import Basics
import CSQLite
import Notes

/// The SQLite file inside a package, in the form that every Anki since 2.0 reads.
enum NewCollection {
  /// The file's bytes, with all cards as new ones in their order.
  static func image(
    of cards: [NewAnkiPackage.Card], now: Int
  ) throws(StorageProblem) -> [UInt8] {
    let database = try Database(inMemoryNamed: Path("collection"))
    try database.run(tables)
    try database.transaction { () throws(StorageProblem) in
      let decks = numbers(of: cards.map(\.deck))
      try addCollection(decks, to: database, now: now)
      try add(cards, decks, to: database, now: now)
    }
    return try database.image
  }

  /// A number for each deck, from its name: the same one each time.
  private static func numbers(of names: [String]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    var taken: Set<Int> = [1]
    for name in names where numbers[name] == nil {
      var number = 1_000_000_000_000 + Int(StableHash(name.utf8).value % 600_000_000_000)
      while !taken.insert(number).inserted { number += 1 }
      numbers[name] = number
    }
    return numbers
  }

  private static func addCollection(
    _ decks: [String: Int], to database: Database, now: Int
  ) throws(StorageProblem) {
    let seconds = now / 1000
    let all = [(1, "Default")] + decks.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
    let insert = try Statement(
      "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')", on: database)
    insert.bind(seconds / 86_400 * 86_400, at: 1)
    insert.bind(now, at: 2)
    insert.bind(now, at: 3)
    let forms = [
      AnkiForms.settings, AnkiForms.types, AnkiForms.decks(all, seconds), AnkiForms.deckSettings,
    ]
    for (index, form) in forms.enumerated() { try insert.bind(form, at: Int32(4 + index)) }
    try insert.run()
  }

  private static func add(
    _ cards: [NewAnkiPackage.Card], _ decks: [String: Int], to database: Database, now: Int
  ) throws(StorageProblem) {
    // Anki works out the sum of the first field anew where it takes a note in.
    let note = try Statement(
      "INSERT INTO notes VALUES (?1, ?2, \(AnkiForms.type), ?3, -1, ?4, ?5, ?6, 0, 0, '')",
      on: database)
    let card = try Statement(
      "INSERT INTO cards VALUES (?1, ?1, ?2, 0, ?3, -1, 0, 0, ?4, 0, 0, 0, 0, 0, 0, 0, 0, '')",
      on: database)
    for (index, new) in cards.enumerated() {
      note.bind(now + index, at: 1)
      try note.bind(new.guid, at: 2)
      note.bind(now / 1000, at: 3)
      try note.bind(new.tags.isEmpty ? "" : " \(new.tags.joined(separator: " ")) ", at: 4)
      try note.bind("\(new.front)\u{1F}\(new.back)", at: 5)
      try note.bind(new.front, at: 6)
      try note.run()
      card.bind(now + index, at: 1)
      card.bind(decks[new.deck] ?? 1, at: 2)
      card.bind(now / 1000, at: 3)
      card.bind(index + 1, at: 4)
      try card.run()
    }
  }

  private static let tables = """
    CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
      scm integer not null, ver integer not null, dty integer not null, usn integer not null,
      ls integer not null, conf text not null, models text not null, decks text not null,
      dconf text not null, tags text not null);
    CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
      mod integer not null, usn integer not null, tags text not null, flds text not null,
      sfld integer not null, csum integer not null, flags integer not null, data text not null);
    CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
      ord integer not null, mod integer not null, usn integer not null, type integer not null,
      queue integer not null, due integer not null, ivl integer not null, factor integer not null,
      reps integer not null, lapses integer not null, left integer not null, odue integer not null,
      odid integer not null, flags integer not null, data text not null);
    CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
      ease integer not null, ivl integer not null, lastIvl integer not null,
      factor integer not null, time integer not null, type integer not null);
    CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """
}

extension Database {
  /// All of it as the bytes of a file.
  fileprivate var image: [UInt8] {
    get throws(StorageProblem) {
      var size: sqlite3_int64 = 0
      guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
        throw .failed(path: path.description, reason: "out of memory")
      }
      defer { sqlite3_free(start) }
      return Array(UnsafeBufferPointer(start: start, count: Int(size)))
    }
  }
}
