import CSystem
import Libc

/// The largest screen that is drawn. The environment and the terminal may claim any size, and every
/// cell takes memory in each of some five pictures of the screen.
enum ScreenLimit {
  /// Over a hundred screens of 80x24.
  static let cells = 300_000

  /// A size as it is claimed, or the part of it at the top left that stays within the limit.
  static func fitting(columns: Int32, rows: Int32) -> (columns: Int32, rows: Int32) {
    guard Int(columns) * Int(rows) > cells else { return (columns, rows) }
    let columns = min(columns, 1_000)
    return (columns, min(rows, Int32(cells) / columns))
  }

  /// Has ncurses, which asks the environment before the terminal, begin within the limit.
  static func apply() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    _ = system_window_size(STDOUT_FILENO, &columns, &rows)
    let claimed = (number("COLUMNS") ?? columns, number("LINES") ?? rows)
    let fitting = fitting(columns: claimed.0, rows: claimed.1)
    if fitting == claimed { return }
    setenv("COLUMNS", String(fitting.columns), 1)
    setenv("LINES", String(fitting.rows), 1)
  }

  private static func number(_ name: String) -> Int32? {
    getenv(name).flatMap { Int32(String(cString: $0)) }.flatMap { $0 > 0 ? $0 : nil }
  }
}
