import Formulas
import Numerics
import TextUI

extension AttentionWidget {
  /// The table of the step that it stands at: what the steps after it come to is still to be found
  /// out.
  package func preview(_ view: View) -> [WidgetBlock] {
    var view = view
    (view.cursor, view.before) = (firstCursor, nil)
    view = deciding(view)
    let grids = trace.heads.indices.map { head in
      let suffix = trace.heads.count > 1 ? "   head \(head + 1)" : ""
      let grid = table(step, step.formula + suffix, head: head, view)
      var shown = parameters.isTransposed ? grid.transposed : grid
      (shown.selected, shown.isFocused, shown.mark) = (nil, false, { _, _ in nil })
      return shown
    }
    return [WidgetBlock(.grids(grids), rank: 0)]
  }
}

extension AttentionWidget {
  /// How much a word looks at another one.
  package struct Look: Sendable {
    package let key: String
    package let weight: Double
    /// The weight as the figure writes it.
    package let text: String
  }

  /// The last query of the example that it opens with, and where it looks.
  package static var exampleLooks: (query: String, looks: [Look]) {
    guard let widget = try? AttentionWidget(initial), let head = widget.trace.heads.first else {
      return ("", [])
    }
    let digits = widget.digits(View(cursor: widget.firstCursor))
    let query = widget.query.rows - 1
    return (
      widget.queryName(query),
      head.weights.row(query).enumerated().map {
        Look(key: widget.keyName($0), weight: $1, text: digits.shares.text($1))
      }
    )
  }
}
