extension ProgressStore {
  /// What was typed into a widget; nil if nothing was.
  package func draft(document: String, widget: String) throws(StorageProblem) -> String? {
    try value(
      "SELECT state FROM draft WHERE document = ? AND widget = ?", [document, widget])
  }

  /// What was typed into all widgets of a document, by widget.
  package func drafts(document: String) throws(StorageProblem) -> [String: String] {
    try reading(else: [:]) { (database) throws(StorageProblem) in
      let select = try Statement("SELECT widget, state FROM draft WHERE document = ?", on: database)
      try select.bind(document, at: 1)
      var drafts: [String: String] = [:]
      while try select.step() {
        drafts[select.text(0)] = select.text(1)
      }
      return drafts
    }
  }

  /// Keeps what was typed into a widget.
  package func setDraft(
    _ state: String, document: String, widget: String
  ) throws(StorageProblem) {
    try change("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", [document, widget, state])
  }

  /// Forgets what was typed into a widget.
  package func deleteDraft(document: String, widget: String) throws(StorageProblem) {
    try change("DELETE FROM draft WHERE document = ? AND widget = ?", [document, widget])
  }

  /// A setting's value; nil if it was never set.
  package func setting(_ name: String) throws(StorageProblem) -> String? {
    try reading(else: nil) { (database) throws(StorageProblem) in try database.setting(name) }
  }

  /// Keeps a setting; nil takes it away.
  package func setSetting(_ name: String, to value: String?) throws(StorageProblem) {
    try writing { (database) throws(StorageProblem) in try database.setSetting(name, to: value) }
  }

  private func value(_ sql: String, _ parameters: [String]) throws(StorageProblem) -> String? {
    try reading(else: nil) { (database) throws(StorageProblem) in
      let select = try Statement(sql, on: database)
      for (index, parameter) in parameters.enumerated() {
        try select.bind(parameter, at: Int32(index + 1))
      }
      return try select.step() ? select.text(0) : nil
    }
  }
}
