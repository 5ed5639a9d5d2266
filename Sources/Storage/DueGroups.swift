/// The questions that are known by several names, as they stand beside the summary of what falls due: what a new row
/// changes is worked out from the rows of all names.
struct DueGroups {
  /// The setting that holds them.
  static let setting = "due.groups"

  private var members: [String: [String]] = [:]

  /// None.
  init() {}

  /// Nil where a name cannot be written so that it is read again.
  static func text(_ groups: [[String]]) -> String? {
    let isPlain = groups.allSatisfy { group in
      group.allSatisfy { !$0.utf8.contains { $0 < 0x20 } }
    }
    return isPlain ? groups.map { $0.joined(separator: "\t") }.joined(separator: "\n") : nil
  }

  /// Reads what `text` wrote.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let group = line.split(separator: "\t").map(String.init)
      for name in group { members[name] = group }
    }
  }

  /// These questions under all their names.
  func all(_ questions: Set<String>) -> Set<String> {
    questions.reduce(into: questions) { $0.formUnion(members[$1] ?? []) }
  }
}
