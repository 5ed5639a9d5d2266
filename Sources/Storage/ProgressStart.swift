extension ProgressStore {
  /// Whether nothing was ever read or answered, in whatever notes.
  package func isUntouched() throws(StorageProblem) -> Bool {
    try reading(else: true) { (database) throws(StorageProblem) in
      let traces = ["review", "place", "lesson_read"].map { "EXISTS (SELECT 1 FROM \($0))" }
      return try database.number("SELECT \(traces.joined(separator: " OR "))") == 0
    }
  }
}
