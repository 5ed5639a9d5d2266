import TextUI

/// What all screens share: the title line above the body, the footer below it.
enum Chrome {
  /// Rules part title and footer from the body where there is room for them.
  private static func hasRules(_ size: Size) -> Bool { size.rows >= 16 }

  /// Messages have a line of their own where there is room for one.
  private static func hasMessageLine(_ size: Size) -> Bool { size.rows >= 3 }

  /// The rectangle that is left for the body.
  static func body(of size: Size) -> Rect {
    let top = hasRules(size) ? 2 : size.rows >= 4 ? 1 : 0
    let bottom = hasMessageLine(size) ? 2 : size.rows >= 2 ? 1 : 0
    return Rect(column: 0, row: top, columns: size.columns, rows: size.rows - top - bottom)
  }

  static func draw(
    _ screen: any Screen, of state: AppState, message: String?, footer: Footer,
    on canvas: inout Canvas
  ) {
    let size = canvas.size
    let body = body(of: size)
    canvas.clipped(to: body) { screen.draw(on: &$0, in: body, of: state) }
    if body.row > 0 { drawTitle(screen.title(in: state), screen.status(in: state), on: &canvas) }
    if hasRules(size) { canvas.rule(row: 1, in: canvas.bounds) }
    guard size.rows >= 2 else { return }
    // What is asked stands over the body, in full.
    let isAsked = screen.prompt?.isYesOrNo == true
    MessageLine(prompt: screen.prompt, message: isAsked ? nil : message).draw(on: &canvas)
    canvas.put(footer.line(width: size.columns), column: 0, row: size.rows - 1)
  }

  /// Titles begin with it where there is room.
  static let name = "Attend   "

  static func withoutName(_ title: String) -> String {
    title.hasPrefix(name) ? String(title.dropFirst(name.count)) : title
  }

  /// The title matters more than what stands at its right: that goes first, then the name.
  private static func drawTitle(_ title: String, _ status: String, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let status = [Cell](status, .muted)
    // A title may be as long as its file: no more of it is made ready than can be seen.
    let long = [Cell](" " + title.prefix(2 * width + 2), Style(.title, .bold))
    let short = [Cell](" " + withoutName(title).prefix(2 * width + 2), Style(.title, .bold))
    let room = width - status.count - 3
    let hasStatus = !status.isEmpty && room >= min(short.count, 16)
    let left = hasStatus ? room : width - 1
    canvas.put((long.count <= left ? long : short).shortened(to: max(0, left)), column: 0, row: 0)
    if hasStatus { canvas.put(status, column: width - status.count - 1, row: 0) }
  }
}
