import Formulas
import Numerics
import TextUI

/// A step as it is looked at: what goes in, what comes out, and how the number under the cursor comes
/// about.
extension ChainFigure {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let listed = listed
    let names = listed.map { "\($0 + 1) \(chain.tables[$0].name)" }
    var strip = WidgetBlock(.strip(names, current: step - 1 - listed.lowerBound), rank: 2)
    strip.hasGap = false
    let picture = picture(view)
    let main =
      [strip, .text([shown.formula], Style(.maths), rank: 3), picture] + apart(view)
    let notes: [WidgetBlock] =
      (shown.notes.isEmpty ? [] : [.text(shown.notes, rank: 2)]) + marksTold(view)
    let last = extras(view) + wholeFactors(view, picture)
    guard view.isWide else { return main + explained(view) + notes + last }
    return main + last + guide(view).pane(around: explained(view) + notes)
  }

  private func guide(_ view: View) -> Guide {
    let next = step < chain.tables.count ? [("n", "the next step")] : [("p", "the step before")]
    return Guide(
      heading: shown.name.prefix(1).uppercased() + shown.name.dropFirst(),
      why: shown.why.isEmpty ? [] : [shown.why],
      tries: next + [
        ("Tab", "to a table that can be typed over"), Guide.guess(isOn: view.isGuessing),
      ])
  }

  // MARK: Words

  private func explained(_ view: View) -> [WidgetBlock] {
    guard view.cursor.area == .result, !view.isHidden else { return [] }
    let (row, column) = (view.cursor.row, view.cursor.column)
    let isTold = !shown.sources(row, column).contains { cell in
      guard case .table(let index) = cell.ref else { return false }
      return view.hides(Cursor(.result, row: cell.row, column: cell.column), ofStage: index + 1)
    }
    let title = cellName(row, column)
    guard isTold else { return [.text([title], Style(.strong, .bold), rank: 0)] }
    return [
      .derivation(
        title,
        Equation.derivation(view.numbers) { shown.equations(row, column, $0) },
        rank: 0, ascii: view.ascii)
    ]
  }

  private func cellName(_ row: Int, _ column: Int) -> String {
    let table = shown.table
    func name(_ names: [String], _ at: Int, _ noun: String) -> String {
      names.indices.contains(at) && Int(names[at]) == nil ? names[at] : "\(noun) \(at + 1)"
    }
    return "\(table.symbol): \(name(table.rowNames, row, "row")), "
      + name(table.columnNames, column, "column")
  }
}
