import Notes

/// Fences named after a widget, or nearly, inside of a list, a quote, a note or a footnote: there they are code and open nothing.
package enum NestedFences {
  /// Those of a lesson's blocks; `before` is the number of the file's lines before it.
  package static func find(in blocks: [Block], linesBefore before: Int) -> [Diagnostic] {
    blocks.flatMap { block -> [Diagnostic] in
      if case .code = block.kind { return [] }
      return inside(block).map { fence, holder in
        return Diagnostic(
          line: before + max(1, fence.line - 1), column: fence.indent + 1,
          "a fence in \(holder) opens no widget, and is shown as code",
          remedy: "write it and all of its lines at the margin, outside of that"
        ).warned
      }
    }
  }

  /// The fences in a block, each with what holds it.
  private static func inside(_ block: Block) -> [(fence: Block, holder: String)] {
    let (blocks, holder): ([Block], String) =
      switch block.kind {
      case .list(let list): (list.items.flatMap(\.blocks), "a list")
      case .quote(let blocks): (blocks, "a quote")
      case .callout(_, let blocks): (blocks, "a note")
      case .definitions(let all): (all.flatMap { $0.texts.flatMap { $0 } }, "a definition")
      case .footnotes(let notes): (notes.flatMap(\.blocks), "a footnote")
      case .paragraph, .heading, .code, .maths, .html, .table, .rule: ([], "")
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
