import Notes

/// Copies what can still be read of a damaged file into a new one; the number of reviews copied.
func rescue(from name: Path, into new: Database) throws(StorageProblem) -> Int {
  guard let old = try? Database(path: name, access: .reading) else { return 0 }
  old.leaveUntouched()
  old.limitSteps()
  for table in ProgressSchema.objects where table.type == "table" {
    // Another view or table of that name may hold anything, without end.
    // A file of an earlier version has columns that are no longer known, and lacks others.
    guard let stored = try? storedColumns(of: table.name, in: old), !stored.isEmpty else {
      continue
    }
    let columns = try columns(of: table.name, in: new).filter(Set(stored).contains)
    guard !columns.isEmpty else { continue }
    let names = columns.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try Statement(
      "INSERT OR IGNORE INTO \(table.name) (\(names)) VALUES (\(places))", on: new)
    for order in table.name == "review" ? ["ORDER BY row", "ORDER BY row DESC"] : [""] {
      // A page that cannot be read ends this pass; the pass from the other end takes up behind it.
      do throws(StorageProblem) {
        let select = try Statement(
          "SELECT \(names) FROM \(table.name) NOT INDEXED \(order)", on: old)
        while try select.step() {
          select.copyRow(into: insert)
          try? insert.run()
        }
      } catch {
        continue
      }
    }
  }
  // Rows have other numbers now.
  try new.setSetting(MergedRows.setting, to: nil)
  try new.setSetting(DueStamp.setting, to: nil)
  return try new.number("SELECT count(*) FROM review")
}

private func columns(of table: String, in database: Database) throws(StorageProblem) -> [String] {
  let select = try Statement("SELECT name FROM pragma_table_xinfo(?)", on: database)
  try select.bind(table, at: 1)
  var names: [String] = []
  while try select.step() { names.append(select.text(0)) }
  return names
}

/// The columns of a table whose rows stand in the file; none where it computes them.
private func storedColumns(
  of table: String, in database: Database
) throws(StorageProblem) -> [String] {
  let computed = try Statement(
    "SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden <> 0", on: database)
  try computed.bind(table, at: 1)
  let isStored = try SchemaObject.all(in: database).contains {
    $0.name == table && $0.type == "table" && $0.isStored
  }
  return try computed.step() || !isStored ? [] : columns(of: table, in: database)
}
