import Notes
import Quiz
import TextUI

/// Contents line by line.
extension Contents {
  /// The number of the chapter that `unfold 3` or `fold 3` names, and whether it is to stand open.
  private func folding(_ line: String) -> (number: Int, opens: Bool)? {
    let words = line.split(separator: " ")
    guard words.count == 2, ["unfold", "fold"].contains(words[0]), let number = Int(words[1])
    else { return nil }
    return (number, words[0] == "unfold")
  }

  /// What of the list is printed: all of it only where that is asked for, for it is long to listen to.
  enum Printed: Equatable { case head, all, chapter(ContentsRows.Row) }

  private static let listing = "list"
  /// A list of no more rows than that is printed at once.
  private static let fewRows = 12

  func claims(_ line: String) -> Bool { folding(line) != nil || line == Self.listing }

  mutating func choose(_ line: String, _ state: AppState) -> [Effect]? {
    printed = .head
    if line.isEmpty {
      return outlook.goOn.map { [.open(.lesson($0, .lastPlace))] }
        ?? [.say("Every lesson is read, to the end")]
    }
    if line == Self.listing {
      printed = .all
      return []
    }
    if let (number, opens) = folding(line) {
      let found = state.library.chapter(numbered: number)
      if let found { unfoldParts(around: found.document) }
      let wanted = found.map {
        ContentsRows.Row.chapter(document: $0.document, chapter: $0.chapter)
      }
      guard let wanted, let row = rows.row(like: wanted) else {
        return [.say("There is no chapter \(number) to fold or unfold")]
      }
      select(row)
      if rows.isOpen(wanted) != opens { turn(row, state) }
      printed = .chapter(wanted)
      return []
    }
    do {
      return [.open(.lesson(try LessonName.find(line, in: state.library), .lastPlace))]
    } catch {
      let message = error.message(listedBy: "The word \(Self.listing)")
      // A word of these screens may have been meant, such as statistics by stats.
      guard case .noneCalled(_, nil) = error, line.count > 3 else { return [.say(message)] }
      let words = ContentsKeys.table.all.flatMap(\.words)
      let meant =
        words.first { $0.hasPrefix(line.prefix(4)) } ?? NearestWord.nearest(to: line, among: words)
      return [.say(message + (meant.map { "; did you mean the word \($0)?" } ?? ""))]
    }
  }

  /// On: the lesson where reading goes on.
  var emptyLine: EmptyLine { .isAnswer }

  func selection(in state: AppState) -> String? {
    selectedRow.map { line($0, state).left.text.trimmed }
  }

  func transcript(in state: AppState) -> [String] {
    var lines = ["", "\(state.library.title)   (\(status(in: state)))", ""]
    if let emptyText { return lines + [emptyText] + state.library.problems }
    lines += head(state).transcript + [""]
    guard state.isLinear, rows.filter.isEmpty, rows.rows.count > Self.fewRows else {
      return lines + rows.rows.map { line($0, state).text } + state.library.problems
    }
    switch printed {
    case .all: lines += rows.rows.map { line($0, state).text }
    case .chapter(let row): lines += chapter(row).map { line($0, state).text }
    case .head:
      lines.append(
        "Type \(Self.listing) for the chapters, or a lesson's number or title.")
    }
    return lines + state.library.problems
  }

  /// A chapter's row, and those of its lessons that show.
  private func chapter(_ row: ContentsRows.Row) -> [ContentsRows.Row] {
    guard let start = rows.row(like: row) else { return [] }
    let lessons = (start + 1..<max(start + 1, rows.rows.count)).lazy.map { rows.rows[$0] }
    return [row] + lessons.prefix { if case .lesson = $0 { true } else { false } }
  }
}
