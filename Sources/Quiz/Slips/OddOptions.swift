import Notes

/// Options where none is read, so that their boxes would be shown: in a quote, which is a hint, and in the cells of
/// a table.
enum OddOptions {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard !section.hasAnswers else { return [] }
    return section.hints.flatMap { $0.flatMap { quoted($0, source) } }
      + section.prompt.compactMap { block in
        switch block.kind {
        case .table(let table): boxes(in: table, block.line)
        case .code(let info, let text): fenced(text, info, block.line)
        default: nil
        }
      }
  }

  private static func quoted(_ block: Block, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = block.list, list.isTasks else { return [] }
    return list.items.compactMap { item in
      guard let line = item.blocks.first?.line, let text = source[line] else { return nil }
      return Diagnostic(
        line: line, column: 1, "options in a quote are a hint, and ask nothing",
        remedy: "write \(text.drop { $0 == ">" || $0 == " " })")
    }
  }

  private static func fenced(_ text: String, _ info: String, _ line: Int) -> Diagnostic? {
    let items = text.split(separator: "\n").prefix(60).map { ItemLine(String($0)) }
    guard ["", "md", "markdown", "text"].contains(Block.fenceName(info)), items.count > 1,
      items.allSatisfy({ $0?.hasBox == true }),
      items.contains(where: { $0?.text.lowercased().hasPrefix("[x]") == true })
    else { return nil }
    return Diagnostic(
      line: line, column: 1, "options in code are shown as they stand, and ask nothing",
      remedy: "write them at the margin, without the lines of a fence around them")
  }

  private static func boxes(in table: Block.Table, _ line: Int) -> Diagnostic? {
    let options = ([table.head] + table.rows).compactMap {
      row -> (isTicked: Bool, label: String)? in
      let cells = row.map { $0.plainText.trimmed }
      if let place = cells.firstIndex(where: { boxes[$0.lowercased()] != nil }),
        let isTicked = boxes[cells[place].lowercased()]
      {
        let others = cells.indices.filter { $0 != place && !cells[$0].isEmpty }.map { cells[$0] }
        return (isTicked, others.joined(separator: ": "))
      }
      return cells.lazy.compactMap { ForeignTicks.box($0[...]) }.first.map {
        ($0.isTicked, $0.label)
      }
    }
    guard options.count > 1, options.contains(where: \.isTicked) else { return nil }
    let list = ForeignTicks.options(options)
    return Diagnostic(
      line: line, column: 1, "boxes in a table are no options, and would be shown",
      remedy:
        "write \(list.joined(separator: ", ")), each on a line of its own in place of the table")
  }

  private static let boxes = ["[x]": true, "[ ]": false, "[]": false, "(x)": true, "( )": false]
}
