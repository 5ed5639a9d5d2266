import Notes

/// Fences named after a widget, or nearly, inside of a list, a quote, a note or a footnote: there they are code and open nothing.
package enum NestedFences {
  /// Those of a lesson's blocks; `before` is the number of the file's lines before it.
  package static func find(in blocks: [Block], linesBefore before: Int) -> [Diagnostic] {
    blocks.flatMap { block -> [Diagnostic] in
      if case .code = block.kind { return [] }
      return inside(block).map { fence, holder in
        told(before + max(1, fence.line - 1), fence.indent + 1, holder)
      }
    }
  }

  /// Those in the footnotes of a file, which hold for all of its lessons, and stand in none of them.
  package static func inFootnotes(of bytes: [UInt8]) -> [Diagnostic] {
    var isNote = false
    var fence = FenceState()
    var found: [Diagnostic] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard isNote || line.starts(with: [0x5B, 0x5E]) else { continue }
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("[^") { isNote = text.contains("]:") }
      let indent = text.prefix { $0 == " " || $0 == "\t" }
      // What stands at the margin ends the note.
      if !text.hasPrefix("[^"), indent.isEmpty, !text.allSatisfy(\.isWhitespace) { isNote = false }
      let wasOpen = fence.isOpen
      guard isNote, !indent.isEmpty, fence.isCode(line), !wasOpen else { continue }
      let info = text[indent.endIndex...].drop { $0 == "`" || $0 == "~" }
      guard isWidget(String(info)) else { continue }
      found.append(told(index + 1, indent.count + 1, "a footnote"))
    }
    return found
  }

  private static func told(_ line: Int, _ column: Int, _ holder: String) -> Diagnostic {
    Diagnostic(
      line: line, column: column,
      "a fence in \(holder) opens no widget, and is shown as code",
      remedy: "write it and all of its lines at the margin, outside of that"
    ).warned
  }

  /// The fences in a block, each with what holds it.
  private static func inside(_ block: Block) -> [(fence: Block, holder: String)] {
    let (blocks, holder): ([Block], String) =
      switch block.kind {
      case .list(let list): (list.items.flatMap(\.blocks), "a list")
      case .quote(let blocks): (blocks, "a quote")
      case .callout(_, let blocks): (blocks, "a note")
      case .definitions(let all): (all.flatMap { $0.texts.flatMap { $0 } }, "a definition")
      case .paragraph, .heading, .code, .maths, .html, .table, .rule, .footnotes: ([], "")
      }
    return blocks.flatMap { inner -> [(fence: Block, holder: String)] in
      guard case .code(let info, _) = inner.kind else { return inside(inner) }
      return isWidget(info) ? [(inner, holder)] : []
    }
  }

  private static func isWidget(_ info: String) -> Bool {
    let name = Block.fenceName(info)
    return allWidgets.contains { $0.name == name } || FenceNames.meant(by: name) != nil
      || FenceNames.spelt(by: info) != nil
  }
}
