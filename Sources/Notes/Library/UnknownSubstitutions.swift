extension Losses {
  /// Substitutions of MyST, `{{ name }}`, that nothing says the meaning of: they stand there as they are written.
  ///
  /// - Parameter questions: the lines of the file that are a question's, where such names are its numbers.
  package static func substitutions(
    in document: Document, questions: [Range<Int>] = []
  ) -> [Diagnostic] {
    let names = document.head.substitutions.keys.filter { !$0.hasPrefix("\\") }.sorted()
    let bytes = document.bytes
    // Of other programs such braces mean other things.
    guard !names.isEmpty || Admonitions.isMyST(bytes), NoteName.ending(of: document.path) != ".qmd",
      braces?.first(in: bytes, from: 0, to: bytes.count) != nil
    else { return [] }
    var found: [Diagnostic] = []
    var fence = FenceState()
    let start = FrontMatter.end(of: bytes) ?? 0
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.startIndex >= start {
      guard !fence.isCode(line), line.contains(UInt8(ascii: "{")),
        !questions.contains(where: { $0.contains(index + 1) })
      else { continue }
      _ = String(decoding: line, as: UTF8.self).replacingOutsideCode(orFormulas: true) { rest, _ in
        guard rest.hasPrefix("{{"), let end = rest.prefix(200).firstRange(of: "}}") else {
          return nil
        }
        let name = rest[..<end.lowerBound].dropFirst(2).trimmed
        guard !name.isEmpty, document.head.substitutions[name] == nil,
          name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
        else { return nil }
        let near = NearestWord.nearest(to: name, among: names)
        let remedy =
          near.map { "did you mean {{ \($0) }}?" }
          ?? "say it under substitutions: in the front matter"
        found.append(
          Diagnostic(
            .warning, line: index + 1,
            "{{ \(name) }} stands for nothing, so it is shown as it is written", remedy: remedy))
        return ("", end.upperBound)
      }
    }
    return found
  }

  private static let braces = ByteSearch("{{")
}
