import TextUI

/// The top of every screen: where the reader is, at the left; how far along, at the right; and under
/// both a rule that is the progress bar.
enum Header {
  /// The first title that fits stands; what stands at its right goes, its last part first, before the
  /// shortest is cut.
  static func drawTitle(_ title: String, _ status: String, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let titles = forms(of: title).map {
      [Cell](" " + $0.prefix(2 * width + 2), Style(.title, .bold))
    }
    let shortest = titles.last?.count ?? 0
    let whole = [Cell](status, .muted)
    let status =
      width - whole.count - 3 >= min(shortest, 16)
      ? whole : parts(of: status).first { width - $0.count - 3 >= shortest } ?? whole
    let room = width - status.count - 3
    let hasStatus = !status.isEmpty && room >= min(shortest, 16)
    let left = hasStatus ? room : width - 1
    let shown = titles.first { $0.count <= left } ?? titles.last ?? []
    canvas.put(shown.shortened(to: max(0, left)), column: 0, row: 0)
    if hasStatus { canvas.put(status, column: width - status.count - 1, row: 0) }
  }

  /// What is left of a status, part by part from its end; its parts stand three blanks apart.
  private static func parts(of status: String) -> [[Cell]] {
    let signs = Array(status)
    let ends = signs.indices.filter { at in
      at > 0 && signs[at - 1] != " " && signs[at...].prefix(3).elementsEqual("   ")
    }
    return ends.reversed().map { [Cell](String(signs[..<$0]), .muted) }
  }

  /// A title, and what is left of it where room is short: the name goes first, then the chapter.
  private static func forms(of title: String) -> [String] {
    let nameless = Chrome.withoutName(title)
    let last = Chrome.withoutChapter(title)
    return [title, nameless] + (last == nameless ? [] : [Chrome.name + last, last])
  }

  /// Heavy for what is done, light for the rest; all light where there is no progress.
  static func drawRule(_ progress: Double?, on canvas: inout Canvas) {
    let columns = canvas.size.columns
    let part = min(max(progress ?? 0, 0), 1)
    var heavy = Int((part * Double(columns)).rounded())
    // A started bar never rounds to empty, an unfinished one never to full.
    if part > 0 { heavy = max(1, heavy) }
    if part < 1 { heavy = min(heavy, columns - 1) }
    heavy = max(0, heavy)
    let rule = [Cell](String(repeating: "━", count: heavy), Style(.title, .bold))
    canvas.put(
      rule + [Cell](String(repeating: "─", count: max(0, columns - heavy)), .muted), column: 0,
      row: 1)
  }
}
