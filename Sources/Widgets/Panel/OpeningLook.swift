import Basics
import Formulas
import Notes

/// How a widget opens, beside what it computes: `view = guess` hides the results until they are guessed,
/// `cursor = row column` stands on one of them, `cursor = W_Q 2 1` on a number of a table.
struct OpeningLook {
  /// The inputs that say so; they are none of the widget's own.
  static let keys = ["view", "cursor"]

  let isGuessing: Bool
  /// The place as it is typed: which places there are tells the widget.
  private let place: String?

  init(_ inputs: Inputs) throws(InputProblem) {
    let view = inputs["view"]
    guard view.map({ $0 == "guess" }) ?? true else {
      throw InputProblem(
        "view", "\"\((view ?? "").prefix(20))\" is none",
        remedy: "write view = guess, or leave it out")
    }
    isGuessing = view != nil
    place = inputs["cursor"]
  }

  /// A widget as it opens: with its question, where it hides nothing and asks instead.
  func opened<W: Widget>(_ widget: W) throws(InputProblem) -> W {
    guard isGuessing, !W.hasGuesses else { return widget }
    guard let asking = widget.withQuestion else {
      throw InputProblem("view", "nothing is asked here", remedy: "leave view = guess out")
    }
    return try W(asking)
  }

  /// Where the cursor stands in a widget; nil where that is not said.
  func cursor<W: Widget>(in widget: W) throws(InputProblem) -> W.Cursor? {
    guard let place else { return nil }
    let isOneCell = widget.areas.allSatisfy { area in
      let size = widget.size(of: area)
      return size.rows * size.columns <= 1
    }
    guard !isOneCell else {
      throw InputProblem(
        "cursor", "\(W.name) has no cells to stand on", remedy: "leave it out" + W.insteadOfCursor)
    }
    guard case .go(let cursor)? = PanelLine("cell \(place)", widget) else {
      throw InputProblem(
        unread: "cursor",
        remedy: "write a row and a column, such as cursor = 2 1, or a table's: cursor = X 2 1")
    }
    guard Moving(widget).clamped(cursor) == cursor else {
      let size = widget.size(of: cursor.area)
      throw InputProblem(
        "cursor",
        "there are \(counted(size.rows, "row")) and \(counted(size.columns, "column")), counted from 1",
        remedy: "write the last cell, \(size.rows) \(size.columns), or one before it"
      )
    }
    return cursor
  }
}

extension Inputs {
  /// Those that are the widget's own.
  var withoutLook: Inputs { OpeningLook.keys.reduce(self) { $0.with($1, nil) } }
}
