import Formulas
import Numerics
import TextUI

extension AttentionWidget {
  /// The table of the step that it stands at: what the steps after it come to is still to be found
  /// out.
  package func preview(_ view: View) -> [WidgetBlock] {
    var view = view
    (view.cursor, view.before) = (firstCursor, nil)
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
