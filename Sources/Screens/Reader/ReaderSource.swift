import Basics
import Notes
import Pages
import TextUI

/// The lesson as the text of a file: its lines, its code, its place in the reader's editor.
extension Reader {
  /// The line of the file at which the block begins that is on top.
  func sourceLine(_ state: AppState) -> Int {
    let first = state.library[id]?.line ?? 1
    guard page.lines.indices.contains(window.top) else { return first }
    return first + max(1, page.lines[window.top].source) - 1
  }

  func edit(_ state: AppState) -> [Effect] {
    guard let document = state.library.document(of: id) else { return [] }
    if document.isNotebook {
      return [.say("A notebook is edited in Jupyter")]
    }
    return leaving(state) + [.edit(document: id.document, line: sourceLine(state))]
  }

  /// Goes to a line of the file, in whatever lesson that is.
  mutating func goToLine(_ outcome: LineEntry.Outcome, _ state: AppState) -> [Effect] {
    guard case .finished = outcome, case .line(let entry) = overlay else {
      if case .cancelled = outcome { overlay = nil }
      return []
    }
    overlay = nil
    let text = entry.field.text
    guard !text.isEmpty else { return [] }
    // As vim and `less` know it.
    switch text {
    case "q", "q!", "quit", "x", "wq": return [.leave]
    case "n": return ReaderKeys.Action.next.effects(from: id, searching: "", in: state) ?? []
    case "p": return ReaderKeys.Action.previous.effects(from: id, searching: "", in: state) ?? []
    default: break
    }
    let last = Int.max / 2
    guard let number = text == "$" ? last : Int(text).map({ Swift.min($0, last) }), number >= 0
    else {
      return [
        .say("\(text) is not the number of a line: 12 is one, $ is the last, q leaves")
      ]
    }
    guard let target = state.library.lesson(atLine: number, ofDocument: id.document),
      let first = state.library[target]?.line
    else { return [] }
    let line = max(1, number - first + 1)
    if target == id { return jump { $0.scroll(toSource: line) } }
    return [.jumped(from: place), .open(.lesson(target, .source(line)))]
  }

  func copy() -> [Effect] {
    if case .link(let address)? = window.selected?.kind {
      return [.copy(address, said: "Copied \(address)")]
    }
    let sight = window.top..<window.top + window.size.rows
    guard let code = page.codes.first(where: { $0.lines.overlaps(sight) }) else {
      return [.say("Nothing to copy here: no code is in sight, and no link is selected")]
    }
    let lines = counted(
      code.text.split(separator: "\n", omittingEmptySubsequences: false).count, "line")
    let language = code.language.isEmpty ? "" : " of \(code.language)"
    return [.copy(code.text, said: "Copied \(lines)\(language)")]
  }
}
