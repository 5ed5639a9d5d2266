extension Library {
  /// A lesson's Markdown, read with the definitions that its file holds elsewhere.
  ///
  /// - Parameter rewriting: changes the text before it is read, line by line in place, with what it pulls in;
  ///   it is told which line of the lesson each of its lines comes from.
  package func markdown(
    of id: LessonID, rewriting: ([UInt8], _ origin: (Int) -> Int) -> [UInt8] = { text, _ in text }
  ) -> Markdown {
    guard let lesson = self[id] else { return Markdown(blocks: [], diagnostics: []) }
    let document = documents[id.document]
    var bytes = Array(document.bytes[lesson.range])
    let pulling = PullingIn.text(
      of: bytes, in: document.path, document.pulled, isInBook: document.section != nil)
    var made = pulling?.0
    if let made { bytes = made.bytes }
    let components = ComponentQuestions.text(of: bytes)
    if let (text, _) = components {
      made = text.following(made)
      bytes = text.bytes
    }
    for change in [VaultEmbeds.text, ContentsDirective.text, HeadMatter.text, HiddenLines.text] {
      guard let text = change(bytes, self, id) else { continue }
      made = text.following(made)
      bytes = text.bytes
    }
    bytes = document.head.substituted(in: bytes)
    bytes = rewriting(bytes) { made?.origin(of: $0) ?? $0 }
    var elsewhere: NotesNaming?
    var placesElsewhere: Set<String>?
    let names = QuartoText.text(
      of: bytes, in: document, from: lesson.range.lowerBound,
      elsewhere: { label in
        let others = elsewhere ?? NotesNaming(self, but: id.document)
        elsewhere = others
        return others.note(naming: label, in: self)
      },
      isNamed: { name in
        let places = placesElsewhere ?? PlaceNames.names(in: self, but: id.document)
        placesElsewhere = places
        return places.contains(String(name))
      })
    if let text = names {
      made = text.following(made)
      bytes = text.bytes
    }
    var markdown = Markdown.parse(
      bytes, definitions: document.definitions(neededBy: bytes), labels: document.labels,
      isMDX: document.isMDX, isOfD2L: document.isOfD2L)
    if let made { markdown = markdown.moved(by: made) }
    markdown.diagnostics += pulling?.1 ?? []
    markdown.diagnostics += (components?.1 ?? []).map { told in
      var told = told
      told.line = pulling?.0.origin(of: told.line) ?? told.line
      return told
    }
    markdown.blocks = linkingNumbers(in: markdown.blocks, of: bytes)
    if keepsLines { markdown.blocks = markdown.blocks.keepingLines }
    if !document.macros.isEmpty { markdown.blocks = markdown.blocks.expanding(document.macros) }
    for index in markdown.diagnostics.indices {
      markdown.diagnostics[index].path = document.path
      if markdown.diagnostics[index].line > 0 {
        markdown.diagnostics[index].line += lesson.line - 1
      }
    }
    return markdown
  }

  /// Words of a lesson: runs of what is not white space, as `wc -w` counts them.
  package func wordCount(of id: LessonID) -> Int {
    guard let lesson = self[id] else { return 0 }
    var count = 0
    var inWord = false
    for byte in documents[id.document].bytes[lesson.range] {
      let isSpace = DefinitionScanner.isSpace(byte)
      if !isSpace, !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }
}

extension Document {
  /// The definitions that a part of the file may refer to, as they were written.
  func definitions(neededBy text: [UInt8]) -> [[UInt8]] {
    guard !holding.isEmpty else { return [] }
    return Document.bracketed(text).flatMap { holding[$0] ?? [] }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { definition in
        guard bytes[definition.label].first == UInt8(ascii: "^") else {
          return Array(bytes[definition.range])
        }
        let end = Footnotes.end(in: bytes, from: definition.range.upperBound)
        return Array(bytes[definition.range.lowerBound..<end])
      }
  }

  /// What stands between brackets, folded as link labels are.
  private static func bracketed(_ text: [UInt8]) -> Set<[UInt8]> {
    var labels: Set<[UInt8]> = []
    var open: Int?
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "[") {
        open = index + 1
      } else if byte == UInt8(ascii: "]"), let start = open {
        if index - start < 1000 { labels.insert(folded(text[start..<index])) }
        open = nil
      }
    }
    return labels
  }

  static func folded(_ label: ArraySlice<UInt8>) -> [UInt8] {
    label.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 == 0x0A ? 0x20 : $0 }
  }
}
