/// Text that a note shows and does not hold, as those who search it see it.
extension Document {
  /// Whether a file that it pulls in holds a text.
  package func pullsIn(_ search: SourceFinder) -> Bool {
    pulled?.texts.values.contains { search.first(in: $0, from: 0, to: $0.count) != nil } ?? false
  }
}

extension Library {
  /// The other notes of which parts may stand in a note, in their order.
  package func notes(embeddedIn document: Int) -> [Int] {
    VaultEmbeds.files(namedIn: documents[document].bytes, in: self, from: document)
      .filter { $0 != document }
  }

  /// Whether a lesson may pull in files: then what it shows is not in its own text alone.
  package func pullsIn(_ id: LessonID) -> Bool {
    guard let lesson = self[id] else { return false }
    let bytes = Array(documents[id.document].bytes[lesson.range])
    return InclusionLines.mayStand(in: bytes) || VaultEmbeds.mayStand(in: bytes)
  }
}
