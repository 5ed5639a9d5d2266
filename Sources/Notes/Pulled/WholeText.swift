/// All of a note with what it pulls in, and where in the note itself each byte of that stands: what is named in a
/// file that is pulled in is a place of the note. What pulls it in is not there, so its name is in the note alone.
struct WholeText {
  let bytes: [UInt8]
  /// The note alone.
  let note: [UInt8]
  /// For each line of it, where it begins, and where the line of the note begins that it comes from; nil where
  /// nothing is pulled in.
  private var starts: [(own: Int, note: Int)]?

  init(of document: Document) {
    self.init(
      document.bytes, at: document.path, pulled: document.pulled,
      isInBook: document.section != nil)
  }

  /// The text of a file, with what it pulls in.
  init(_ bytes: [UInt8], at path: String, pulled: PulledFiles?, isInBook: Bool) {
    let traced = pulled.flatMap { files -> TracedText? in
      guard !files.texts.isEmpty else { return nil }
      return PullingIn.text(of: bytes, in: path, files, isInBook: isInBook)?.0
    }
    note = bytes
    self.bytes = traced?.bytes ?? note
    guard let traced else { return }
    let lines = Self.lineStarts(note)
    starts = Self.lineStarts(self.bytes).enumerated().map { line, start in
      (start, lines[min(traced.origin(of: line + 1), lines.count) - 1])
    }
  }

  /// Whether anything is pulled in.
  var isMade: Bool { starts != nil }

  /// The byte of the note where a byte of the whole stands.
  func byte(inNote byte: Int) -> Int {
    guard let starts, !starts.isEmpty else { return byte }
    var (low, high) = (0, starts.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle].own <= byte { low = middle } else { high = middle }
    }
    return starts[low].note
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }
}
