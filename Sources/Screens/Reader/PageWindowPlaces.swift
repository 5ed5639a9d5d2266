import Pages
import Quiz
import TextUI

/// What stands where in the window: its figure, its question, what the mouse points at.
extension PageWindow {
  /// The number of the figure that belongs to what is being read: the last one down to two thirds of
  /// the window, or to its end where nothing follows; else the first of all.
  var figure: Int? {
    let figures = page.targets.compactMap { target -> (number: Int, line: Int)? in
      guard case .insert(let number) = target.kind, lesson.inserts.indices.contains(number),
        lesson.inserts[number].isFigure, let line = target.spans.first?.line
      else { return nil }
      return (number, line)
    }
    let end = top + (isAtEnd ? size.rows : size.rows * 2 / 3)
    return (figures.last { $0.line < end } ?? figures.first)?.number
  }

  /// What opens that figure.
  var figureRoute: WidgetRoute? {
    guard let figure, case .widget(let route)? = lesson.inserts[figure].route else { return nil }
    return route
  }

  /// The question that is selected, or the first from the top line on; else the last one.
  var question: String? {
    func question(_ target: Page.Target) -> String? {
      guard case .insert(let number) = target.kind, lesson.inserts.indices.contains(number),
        case .quiz(let scope)? = lesson.inserts[number].route
      else { return nil }
      return scope.question
    }
    if let selected, let found = question(selected) { return found }
    let all = page.targets.filter { question($0) != nil }
    return (all.first { ($0.spans.first?.line ?? 0) >= top } ?? all.last).flatMap(question)
  }

  /// What stands at a point of the window.
  func target(at point: Point) -> Int? {
    let line = point.row + top
    let column = point.column - frame.column
    return page.targets.firstIndex { target in
      target.spans.contains { $0.line == line && $0.columns.contains(column) }
    }
  }
}
