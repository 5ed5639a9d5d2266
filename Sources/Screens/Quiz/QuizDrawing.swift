import Notes
import Quiz
import Scheduling
import TextUI

/// The quiz on the canvas: what of its picture is in view.
extension QuizScreen {
  /// Lessons with wrong answers, the most first.
  var readAgain: [(lesson: LessonID, wrong: Int)] {
    var wrong: [LessonID: Int] = [:]
    for answer in session?.answered ?? [] where answer.grade == .again {
      wrong[answer.lesson, default: 0] += 1
    }
    return wrong.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// Columns that the text takes, and where it begins.
  var frame: (column: Int, width: Int) {
    let margin = size.columns >= 44 ? 2 : size.columns >= 20 ? 1 : 0
    let width = max(1, min(LessonPage.widest, size.columns - 2 * margin))
    return (max(margin, (size.columns - width) / 2), width)
  }

  var body: Picture {
    QuizPicture(screen: self, width: frame.width, ascii: world.ascii).picture
  }

  mutating func clampTop() { top = max(0, min(top, body.lines.count - size.rows)) }

  /// Keeps what matters on the screen: the cursor, or the verdict.
  mutating func follow() {
    let picture = QuizPicture(screen: self, width: frame.width, ascii: world.ascii)
    let body = picture.picture
    if let cursor = body.cursor?.row {
      if cursor >= top + size.rows - 1 { top = cursor - size.rows + 2 }
      if cursor < top { top = cursor }
    } else if let line = picture.importantLine, body.lines.count > size.rows {
      top = max(0, line - 2)
    }
    clampTop()
  }

  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    let (column, width) = frame
    let body = body
    for (row, line) in body.lines.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.put(line.prefix(width), column: area.column + column, row: area.row + row)
    }
    if let cursor = body.cursor, cursor.row >= top, cursor.row < top + area.rows {
      canvas.cursor = Point(
        column: area.column + column + cursor.column, row: area.row + cursor.row - top)
    }
    if top + area.rows < body.lines.count, area.rows > 2 {
      let more = [Cell](" more: PgDn ", Style(.accent, .bold))
      canvas.fill(Rect(column: area.column, row: area.endRow - 1, columns: area.columns, rows: 1))
      canvas.put(more, column: area.endColumn - more.count - 1, row: area.endRow - 1)
    }
  }
}
