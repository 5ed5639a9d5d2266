/// What a text holds, and what is wrong with it.
package struct Markdown: Equatable, Sendable {
  /// The blocks in order.
  package var blocks: [Block]
  /// What was repaired on the way, by line of the text.
  package var diagnostics: [Diagnostic]

  /// Reads Markdown; it never fails.
  ///
  /// - Parameters:
  ///   - definitions: link and footnote definitions that stand elsewhere in the file.
  ///   - isMDX: whether lines of a program may stand in it, which are not shown.
  package static func parse(
    _ bytes: [UInt8], definitions: [[UInt8]] = [], isMDX: Bool = false
  ) -> Markdown {
    parse(
      bytes, definitions: definitions, labels: [:], isMDX: isMDX,
      isOfD2L: D2LMarks.mayStand(in: bytes))
  }

  /// The same of a note in which formulas and figures with a name have numbers.
  static func parse(
    _ bytes: [UInt8], definitions: [[UInt8]], labels: [String: PlaceNames.Number], isMDX: Bool,
    isOfD2L: Bool
  ) -> Markdown {
    var bytes = bytes
    var diagnostics: [Diagnostic] = []
    if let line = firstInvalidLine(bytes) {
      diagnostics.append(
        Diagnostic(
          .warning, line: line, "not UTF-8, and such bytes are shown as \u{FFFD}",
          remedy: "save the file as UTF-8"))
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    if isOfD2L { D2LMarks.rewrite(&bytes, numbers: labels) }
    // Before what takes comments of other tools away.
    QuizComment.mend(&bytes)
    VaultComments.rewrite(&bytes)
    Components.rewrite(&bytes, isMDX: isMDX)
    PandocTables.rewrite(&bytes)
    DefinedLines.rewrite(&bytes)
    LineBlocks.rewrite(&bytes)
    LineMarks.rewrite(&bytes)
    Admonitions.rewrite(&bytes)
    DefinitionLists.rewrite(&bytes)
    var footnotes = Footnotes.extract(from: &bytes)
    diagnostics += Preflight.repair(&bytes)
    for definition in definitions {
      if definition.starts(with: "[^".utf8) {
        var extra = definition
        Admonitions.rewrite(&extra)
        footnotes.merge(Footnotes.extract(from: &extra)) { own, _ in own }
      } else {
        bytes += [0x0A, 0x0A] + definition
      }
    }
    let text = MaskedText(bytes)
    diagnostics += text.diagnostics
    guard var blocks = MarkdownParser.parse(text) else {
      diagnostics.append(
        Diagnostic(
          .error, "a table or list here grows without bound, and is shown as plain text",
          remedy: "split it"))
      return Markdown(
        blocks: [Block(.code(info: "", text: String(decoding: bytes, as: UTF8.self)), line: 1)],
        diagnostics: diagnostics)
    }
    var numbering = FootnoteNumbering(texts: footnotes)
    blocks = blocks.refined(&numbering)
    let notes = numbering.footnotes()
    if !notes.isEmpty { blocks.append(Block(.footnotes(notes))) }
    return Markdown(blocks: blocks.numbered(by: labels), diagnostics: diagnostics)
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
