/// One step from a version of the tables to the next.
struct Migration {
  /// The statements that change a file; they run in one transaction with all other steps.
  let sql: String
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
      sql: """
        ALTER TABLE place DROP COLUMN block;
        \(bookmark.sql);
        """,
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
      ])
  ]

  private static let bookmark = SchemaObject(
    "table", "bookmark",
    """
    CREATE TABLE bookmark (
      document TEXT NOT NULL, letter TEXT NOT NULL, lesson TEXT NOT NULL, word INTEGER NOT NULL,
      updated INTEGER NOT NULL, PRIMARY KEY (document, letter)
    ) STRICT, WITHOUT ROWID
    """)
}
