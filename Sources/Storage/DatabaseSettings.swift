extension Database {
  /// A setting's value; nil if it was never set.
  func setting(_ name: String) throws(StorageProblem) -> String? {
    let select = try Statement("SELECT value FROM setting WHERE name = ?", on: self)
    try select.bind(name, at: 1)
    return try select.step() ? select.text(0) : nil
  }

  /// Keeps a setting; nil takes it away.
  func setSetting(_ name: String, to value: String?) throws(StorageProblem) {
    let sql =
      value == nil
      ? "DELETE FROM setting WHERE name = ?" : "INSERT OR REPLACE INTO setting VALUES (?, ?)"
    let statement = try Statement(sql, on: self)
    try statement.bind(name, at: 1)
    if let value { try statement.bind(value, at: 2) }
    try statement.run()
  }
}
