/// Copies what can still be read of a damaged file into a new one; the number of reviews copied.
func rescue(from name: String, into new: Database) throws(StorageProblem) -> Int {
  let tables = [
    ("review", 16, "ORDER BY row"), ("review", 16, "ORDER BY row DESC"), ("place", 5, ""),
    ("lesson_read", 3, ""), ("draft", 3, ""), ("setting", 2, ""),
  ]
  guard let old = try? Database(path: name, access: .reading) else { return 0 }
  old.leaveUntouched()
  for (table, columns, order) in tables {
    let places = Array(repeating: "?", count: columns).joined(separator: ", ")
    let insert = try Statement("INSERT OR IGNORE INTO \(table) VALUES (\(places))", on: new)
    // A page that cannot be read ends this pass; the pass from the other end takes up behind it.
    do throws(StorageProblem) {
      let select = try Statement("SELECT * FROM \(table) \(order)", on: old)
      while try select.step() {
        select.copyRow(into: insert)
        try? insert.run()
      }
    } catch {
      continue
    }
  }
  return try new.number("SELECT count(*) FROM review")
}
