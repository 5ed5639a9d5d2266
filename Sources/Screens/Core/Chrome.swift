import Notes
import TextUI

/// What all screens share: the header above the body, the footer below it.
enum Chrome {
  /// Rules part title and footer from the body where there is room for them.
  private static func hasRules(_ size: Size) -> Bool { size.rows >= 16 }

  /// Messages have a line of their own where there is room for one; what the footer has no room for
  /// stands there while there is none.
  private static func hasMessageLine(_ size: Size) -> Bool { size.rows >= 3 }

  /// The rectangle that is left for the body of a screen.
  static func body(of size: Size, for screen: any Screen) -> Rect {
    let top = hasRules(size) ? screen.fillsBody ? 2 : 3 : size.rows >= 4 ? 1 : 0
    let bottom = hasMessageLine(size) ? 2 : size.rows >= 2 ? 1 : 0
    return Rect(column: 0, row: top, columns: size.columns, rows: size.rows - top - bottom)
  }

  static func draw(
    _ screen: any Screen, of state: AppState, message: String?, footer: Footer,
    on canvas: inout Canvas
  ) {
    let size = canvas.size
    let body = body(of: size, for: screen)
    canvas.clipped(to: body) { screen.draw(on: &$0, in: body, of: state) }
    if body.row > 0 {
      let (title, status) = (screen.title(in: state), screen.status(in: state))
      // Spelled out, not letter by letter: `sqrt(dk)`, `2x3`.
      func told(_ text: String) -> String {
        // What parts a chapter from its lesson is looked for in it.
        state.ascii ? ASCIISpelling.text(text).replacing(" > ", with: parting) : text
      }
      Header.drawTitle(told(title), told(status), on: &canvas)
    }
    if hasRules(size) { Header.drawRule(screen.progress(in: state), on: &canvas) }
    guard size.rows >= 2 else { return }
    // What is asked stands over the body, in full.
    let isAsked = screen.prompt?.isYesOrNo == true
    MessageLine(prompt: screen.prompt, message: isAsked ? nil : message).draw(on: &canvas)
    let lines = footer.lines(width: size.columns)
    canvas.put(lines.last, column: 0, row: size.rows - 1)
    if hasMessageLine(size), screen.prompt == nil, message == nil {
      canvas.put(lines.above, column: 0, row: size.rows - 2)
    }
  }

  /// Titles begin with it where there is room.
  static let name = "Attend  "
  /// Stands between the title of a chapter and that of its lesson.
  static let parting = " › "

  static func withoutName(_ title: String) -> String {
    title.hasPrefix(name) ? String(title.dropFirst(name.count)) : title
  }

  /// The title without the program's name and the chapter's.
  static func withoutChapter(_ title: String) -> String {
    let title = withoutName(title)
    return title.firstRange(of: parting).map { String(title[$0.upperBound...]) } ?? title
  }
}
