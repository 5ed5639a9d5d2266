import Notes

/// The tables of `progress.sqlite`, and how a file is known to hold them.
enum ProgressSchema {
  /// "attd", written in the header of every file of ours.
  static let application = 0x6174_7464
  /// The version of the tables that this program writes. It reads every version before, and
  /// migrates such a file with the first thing that it writes.
  static let version = 1 + migrations.count

  /// What a file turned out to be.
  enum State: Equatable {
    case empty
    /// A file of ours, and its version.
    case version(Int)
  }

  /// Tells our file from an empty one; a newer or a foreign one throws and is left untouched.
  static func state(of database: Database) throws(StorageProblem) -> State {
    // One look, for another program may be making the tables at this very moment.
    try database.run("SAVEPOINT look")
    let version = try database.number("PRAGMA user_version")
    let application = try database.number("PRAGMA application_id")
    let objects = try SchemaObject.all(in: database)
    try database.run("RELEASE look")
    let path = database.path.description
    if application == Self.application && (1...Self.version).contains(version) {
      let expected = Self.objects(ofVersion: version)
      guard let odd = SchemaObject.difference(objects, expected) else { return .version(version) }
      database.leaveUntouched()
      throw .altered(path: path, what: odd)
    }
    if application == 0 && version == 0 && objects.isEmpty { return .empty }
    database.leaveUntouched()
    throw application == Self.application && version > Self.version
      ? .newer(path: path, found: version, known: Self.version) : .foreign(path: path)
  }

  /// Throws where a later version of the program has migrated the file since it was opened: what
  /// a statement then misses is not damage.
  static func refuseNewer(_ database: Database) throws(StorageProblem) {
    let version = try database.number("PRAGMA user_version")
    guard version > Self.version else { return }
    throw .newer(path: database.path.description, found: version, known: Self.version)
  }

  /// Whether the first bytes of a file say that it is ours.
  static func isInHeader(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 72, bytes.starts(with: "SQLite format 3\0".utf8) else { return false }
    return bytes[68..<72].reduce(0) { $0 << 8 | Int($1) } == application
  }

  /// Makes the tables, or brings those of an earlier version up to date, unless another program has
  /// just done so, and turns on safe, shared writing.
  static func prepare(_ database: Database) throws(StorageProblem) {
    // More than FULL where there is no write-ahead log: the folder is synced once the journal is
    // gone, which else could come back after a power loss and undo the last answer.
    try database.run("PRAGMA synchronous = EXTRA")
    if try state(of: database) != .version(version) {
      try database.transaction { () throws(StorageProblem) in
        try update(database, from: try state(of: database))
      }
    }
    if database.access == .unshared { return }
    // Another program opening the file at this very moment can be in the way: then SQLite stays
    // with its older journal, which is as safe.
    try? database.run("PRAGMA journal_mode = WAL")
    // Where programs share no memory the new mode is taken, and fails at the first look.
    _ = try state(of: database)
  }

  private static func update(_ database: Database, from state: State) throws(StorageProblem) {
    switch state {
    case .empty:
      for object in objects { try database.run(object.sql) }
      try database.run("PRAGMA application_id = \(application)")
    case .version(let old):
      for migration in migrations.dropFirst(old - 1) { try database.run(migration.sql()) }
    }
    try database.run("PRAGMA user_version = \(version)")
  }

  /// All that a file of ours defines; SQLite keeps these very words, by which a file is known.
  static let objects = objects(ofVersion: version)

  /// What a file of that version defines.
  static func objects(ofVersion version: Int) -> [SchemaObject] {
    var objects = first
    for new in migrations.prefix(version - 1).flatMap(\.objects) {
      if let place = objects.firstIndex(where: { $0.name == new.name }) {
        objects[place] = new
      } else {
        objects.append(new)
      }
    }
    return objects
  }

  /// What the first version defined.
  private static let first = [
    SchemaObject(
      "table", "review",
      """
      CREATE TABLE review (
        row INTEGER PRIMARY KEY,
        id BLOB NOT NULL CHECK (length(id) = 16),
        question TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('answer', 'void', 'skip')),
        grade INTEGER CHECK (grade BETWEEN 1 AND 4),
        voids BLOB CHECK (length(voids) = 16),
        time INTEGER NOT NULL,
        zone INTEGER NOT NULL,
        seed INTEGER NOT NULL,
        answer TEXT NOT NULL,
        credit REAL NOT NULL,
        hints INTEGER NOT NULL,
        confidence INTEGER,
        duration INTEGER NOT NULL,
        algorithm TEXT NOT NULL,
        version TEXT NOT NULL,
        CHECK ((kind = 'answer') = (grade IS NOT NULL)),
        CHECK ((kind = 'void') = (voids IS NOT NULL))
      ) STRICT
      """),
    SchemaObject("index", "review_id", "CREATE INDEX review_id ON review (id)"),
    SchemaObject(
      "trigger", "review_stays",
      """
      CREATE TRIGGER review_stays BEFORE UPDATE ON review
        BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END
      """),
    SchemaObject(
      "trigger", "review_remains",
      """
      CREATE TRIGGER review_remains BEFORE DELETE ON review
        BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END
      """),
    SchemaObject(
      "table", "place",
      """
      CREATE TABLE place (
        document TEXT NOT NULL, lesson TEXT NOT NULL, block INTEGER NOT NULL, word INTEGER NOT NULL,
        updated INTEGER NOT NULL, PRIMARY KEY (document, lesson)
      ) STRICT, WITHOUT ROWID
      """),
    SchemaObject(
      "table", "lesson_read",
      """
      CREATE TABLE lesson_read (
        document TEXT NOT NULL, lesson TEXT NOT NULL, time INTEGER NOT NULL,
        PRIMARY KEY (document, lesson)
      ) STRICT, WITHOUT ROWID
      """),
    SchemaObject(
      "table", "draft",
      """
      CREATE TABLE draft (
        document TEXT NOT NULL, widget TEXT NOT NULL, state TEXT NOT NULL,
        PRIMARY KEY (document, widget)
      ) STRICT, WITHOUT ROWID
      """),
    SchemaObject(
      "table", "setting",
      """
      CREATE TABLE setting (
        name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID
      """),
  ]
}
