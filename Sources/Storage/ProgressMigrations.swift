/// One step from a version of the tables to the next.
struct Migration {
  /// The statements that change a file; they run in one transaction with all other steps. They are put
  /// together when a file is changed: each start looks at what is defined, and at no more.
  let sql: @Sendable () -> String
  /// What the file defines again or otherwise afterwards, in the words that SQLite then keeps.
  let objects: [SchemaObject]
}

extension ProgressSchema {
  /// The first leads from version 1 to 2, and so on. A step that has shipped is never changed: add
  /// one at the end, and a file of the version before it to the fixtures of the tests. Queries that
  /// only read may meet a file that is not migrated yet: see `Database.has(table:)`.
  static let migrations = [
    // Bookmarks come; a place no longer counts blocks, for it counts words.
    Migration(
      sql: {
        """
        ALTER TABLE place DROP COLUMN block;
        \(bookmark.sql);
        """
      },
      objects: [
        SchemaObject(
          "table", "place",
          """
          CREATE TABLE place (
            document TEXT NOT NULL, lesson TEXT NOT NULL, word INTEGER NOT NULL,
            updated INTEGER NOT NULL, PRIMARY KEY (document, lesson)
          ) STRICT, WITHOUT ROWID
          """),
        bookmark,
      ]),
    // The log takes in actions: SQLite changes no CHECK, so its rows move to a new table, with their
    // numbers. What the questions of notes were comes, and a summary of what falls due when.
    Migration(
      sql: {
        """
        DROP TRIGGER review_stays;
        DROP TRIGGER review_remains;
        DROP INDEX review_id;
        ALTER TABLE review RENAME TO review_before;
        \(review.map(\.sql).joined(separator: ";\n"));
        INSERT INTO review (row, id, question, kind, grade, voids, time, zone, seed, answer, credit,
          hints, confidence, duration, algorithm, version)
        SELECT row, id, question, kind, grade, voids, time, zone, seed, answer, credit, hints,
          confidence, duration, algorithm, version FROM review_before ORDER BY row;
        DROP TABLE review_before;
        \(question.sql);
        \(due.sql);
        """
      },
      objects: review + [question, due]),
  ]

  /// The version from which on the log holds actions.
  static let firstWithActions = 3

  private static let review = [
    SchemaObject(
      "table", "review",
      """
      CREATE TABLE review (
        row INTEGER PRIMARY KEY,
        id BLOB NOT NULL CHECK (length(id) = 16),
        question TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('answer', 'void', 'skip', 'action')),
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
        action TEXT,
        day INTEGER,
        CHECK ((kind = 'answer') = (grade IS NOT NULL)),
        CHECK ((kind = 'void') = (voids IS NOT NULL)),
        CHECK ((kind = 'action') = (action IS NOT NULL)),
        CHECK (day IS NULL OR action IS NOT NULL)
      ) STRICT
      """),
    SchemaObject("index", "review_id", "CREATE INDEX review_id ON review (id)"),
    SchemaObject("index", "review_question", "CREATE INDEX review_question ON review (question)"),
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
  ]

  private static let question = SchemaObject(
    "table", "question",
    """
    CREATE TABLE question (
      document TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, lesson TEXT NOT NULL,
      kind TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (document, id)
    ) STRICT, WITHOUT ROWID
    """)

  private static let due = SchemaObject(
    "table", "due",
    """
    CREATE TABLE due (
      question TEXT NOT NULL PRIMARY KEY, day INTEGER NOT NULL, time INTEGER NOT NULL,
      first INTEGER NOT NULL, last INTEGER NOT NULL, answers INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """)

  private static let bookmark = SchemaObject(
    "table", "bookmark",
    """
    CREATE TABLE bookmark (
      document TEXT NOT NULL, letter TEXT NOT NULL, lesson TEXT NOT NULL, word INTEGER NOT NULL,
      updated INTEGER NOT NULL, PRIMARY KEY (document, letter)
    ) STRICT, WITHOUT ROWID
    """)
}
