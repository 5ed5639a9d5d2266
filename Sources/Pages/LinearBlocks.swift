import Notes
import TextUI
import Typesetting

/// Blocks as they are listened to, line by line: a word stands for each bar, rule and sign that speaks
/// to the eye alone, and formulas stand in one line.
extension PageComposer {
  /// Adds a block that the ear takes in differently; false for one that it does not.
  mutating func addLinear(_ block: Block, _ margin: Margin) -> Bool {
    var margin = margin
    switch block.kind {
    case .maths(let tex):
      addInlines([.displayMaths(tex)], margin)
    case .quote(let blocks):
      addInlines([.text("Quote:")], margin)
      add(blocks, margin.after)
    case .callout(let callout, _) where isClosed(callout):
      let (line, start) = (source, page.lines.count)
      addInlines(callout.spokenHeading + [.text(" folded, its number opens it")], margin)
      addFold(line, from: start, isOpen: false)
    case .callout(let callout, let blocks):
      let line = source
      addInlines(callout.spokenHeading, margin)
      let body = page.lines.count
      add(blocks, margin.after)
      addBlank(margin.after)
      if callout.fold != nil, folds != nil { endFold(line, from: body) }
      return true
    case .code(let info, let text):
      let language = Block.fenceName(info)
      let words = ["Code", language, Block.fenceTitle(info) ?? ""].filter { !$0.isEmpty }
      addInlines([.text(words.joined(separator: ", ") + ":")], margin)
      margin = margin.after
      addCodeLines(info, text, &margin)
      addInlines([.text("End of code.")], margin.after)
    case .table(let table): addRecords(table, margin)
    case .footnotes(let notes):
      addInlines([.text("Footnotes:")], margin)
      addFootnoteTexts(notes, margin.after)
    case .rule: break
    default: return false
    }
    addBlank(margin.after)
    return true
  }

  /// The box of a task as it is said.
  static func spokenBox(_ item: Block.List.Item) -> String? {
    guard let isDone = item.task else { return nil }
    switch item.mark {
    case "/": return "half done:"
    case "-": return "dropped:"
    case ">", "<": return "put off:"
    case "!": return "urgent:"
    case "?": return "to be asked:"
    case let mark?: return "[\(mark)]"
    case nil: return isDone ? "done:" : "to do:"
    }
  }

  /// Each row as one line: what its columns are called, and what stands there.
  private mutating func addRecords(_ table: Block.Table, _ margin: Margin) {
    var margin = margin
    if table.rows.isEmpty { addInlines(Array(table.head.joined(separator: [.text(", ")])), margin) }
    for row in table.rows {
      let parts = row.enumerated().map { index, cell -> [Inline] in
        let head = table.head.indices.contains(index) ? table.head[index] : []
        return head.isEmpty ? cell : head + [.text(": ")] + cell
      }
      addInlines(Array(parts.joined(separator: [.text("; ")])), margin)
      margin = margin.after
    }
  }
}

extension Callout {
  /// Its kind and title as one line; a title that begins with the kind says it.
  fileprivate var spokenHeading: [Inline] {
    let said = title.plainText
    if title.isEmpty || said.lowercased().hasPrefix(name) {
      return heading + [.text(":")]
    }
    let end = said.last.map { ".:!?".contains($0) } ?? false
    return [.text("\(word): ")] + title + (end ? [] : [.text(":")])
  }
}
