import Notes
import Typesetting

/// What formulas say and no screen shows as it is meant.
package enum FormulaLosses {
  /// What a lesson's formulas lose, by line of the lesson.
  package static func diagnostics(in blocks: [Block]) -> [Diagnostic] {
    blocks.flatMap { block -> [Diagnostic] in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines):
        inlines.flatMap { losses($0, block.line) }
      case .maths(let tex): losses(tex, block.line)
      case .quote(let blocks), .callout(_, let blocks): diagnostics(in: blocks)
      case .list(let list): list.items.flatMap { diagnostics(in: $0.blocks) }
      case .table(let table):
        (table.head + table.rows.flatMap { $0 }).joined().flatMap { losses($0, block.line) }
      case .footnotes(let notes): notes.flatMap { diagnostics(in: $0.blocks) }
      case .definitions(let definitions):
        definitions.flatMap { definition in
          definition.term.flatMap { losses($0, block.line) }
            + definition.texts.flatMap(diagnostics)
        }
      case .code, .html, .rule: []
      }
    }
  }

  private static func losses(_ inline: Inline, _ line: Int) -> [Diagnostic] {
    switch inline {
    case .maths(let tex), .displayMaths(let tex): losses(tex, line)
    case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
      .link(_, let inner):
      inner.flatMap { losses($0, line) }
    default: []
    }
  }

  private static func losses(_ tex: String, _ line: Int) -> [Diagnostic] {
    let names = Maths.unsetCommands(in: tex)
    var found: [Diagnostic] = []
    if !names.isEmpty {
      found.append(
        Diagnostic(
          .warning, line: line,
          "a formula has \(names.prefix(5).joined(separator: ", ")), which stands there as it is "
            + "written", remedy: "say it in other commands"))
    }
    if Maths.isTooLong(tex) {
      found.append(
        Diagnostic(
          .warning, line: line,
          "a formula is too long to be set to its end, and the rest stands there as it is written",
          remedy: "part it"))
    }
    return found
  }
}
