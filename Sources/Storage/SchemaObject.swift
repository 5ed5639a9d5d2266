/// A table, index, trigger or view that a database defines.
struct SchemaObject: Equatable {
  let type: String
  let name: String
  /// The statement that made it.
  let sql: String
  /// Whether rows of its own stand in the file, as those of a view or a virtual table do not.
  var isStored = true

  init(_ type: String, _ name: String, _ sql: String) {
    self.type = type
    self.name = name
    self.sql = sql
  }

  /// More than these are not a file of ours; they are not looked at.
  private static let most = 100

  /// What a database defines. What SQLite adds by itself for its own use is left out.
  static func all(in database: Database) throws(StorageProblem) -> [SchemaObject] {
    let select = try Statement(
      "SELECT type, name, sql, rootpage FROM sqlite_schema LIMIT \(most)", on: database)
    var objects: [SchemaObject] = []
    while try select.step() {
      var object = SchemaObject(select.text(0), select.text(1), select.text(2))
      object.isStored = select.int(3) > 0 || object.type == "trigger"
      // What ANALYZE counts.
      let isStatistics = object.name.hasPrefix("sqlite_stat") && object.type == "table"
      if !(isStatistics && object.isStored) { objects.append(object) }
    }
    return objects
  }

  /// The first difference between what a file defines and what it should, in words; nil if there is
  /// none. Blanks do not count.
  static func difference(_ found: [SchemaObject], _ expected: [SchemaObject]) -> String? {
    for object in found {
      guard let own = expected.first(where: { $0.name == object.name }) else {
        return "a foreign \(object.type), \"\(object.name.prefix(40))\""
      }
      let isAlike = object.sql == own.sql || object.words == own.words
      if object.type != own.type || !object.isStored || !isAlike {
        return "another \(own.type) \"\(own.name)\""
      }
    }
    // Names are unique in a file, so what is missing shows in the count.
    let missing = expected.first { own in !found.contains { $0.name == own.name } }
    return missing.map { "no \($0.type) \"\($0.name)\"" }
      ?? (found.count == expected.count ? nil : "two things of one name")
  }

  private var words: [Substring] { sql.split(whereSeparator: \.isWhitespace) }
}
