/// How much there is to read.
enum Size: Equatable {
  /// Short notes written by a person, or as long as those.
  case notes
  /// A generated document of that many bytes.
  case document(Int)
  /// A folder of that many short notes.
  case folder(Int)

  /// Reads `real`, `10M`, `200k`, `folder:1000`.
  init?(_ word: some StringProtocol) {
    if word == "real" {
      self = .notes
    } else if word.hasPrefix("folder:") {
      guard let count = Int(word.dropFirst(7)), (1...100_000).contains(count) else { return nil }
      self = .folder(count)
    } else {
      let units: [Character: Int] = ["k": 1000, "M": 1_000_000]
      guard let last = word.last, let unit = units[last], let count = Int(word.dropLast()),
        (1...100_000).contains(count)
      else { return nil }
      self = .document(count * unit)
    }
  }

  /// Puts it on disk, in a folder for the purpose.
  func make(in folder: WorkFolder, notes: String?) throws(BenchFailure) -> Subject {
    switch self {
    case .notes:
      if let notes {
        return try Subject(
          title: "Notes", path: absolute(notes), awaited: Subject.heading(of: notes))
      }
      return try document(11_000, title: "Notes, 11 kB", in: folder)
    case .document(let bytes):
      let large = bytes % 1_000_000 == 0
      let title = large ? "\(bytes / 1_000_000) MB" : "\(bytes / 1000) kB"
      return try document(bytes, title: title, in: folder)
    case .folder(let count):
      let path = folder.path + "/notes"
      try SampleDocument.writeFolder(path, count: count)
      return Subject(
        title: "A folder of \(count) notes", path: path, awaited: SampleDocument.start,
        isFolder: true,
        isOurs: true)
    }
  }

  private func document(
    _ bytes: Int, title: String, in folder: WorkFolder
  ) throws(BenchFailure) -> Subject {
    let path = folder.path + "/document.md"
    try SampleDocument.write(path, bytes: bytes)
    return Subject(
      title: title, path: path, awaited: SampleDocument.start, grows: true, isOurs: true)
  }
}
