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

  func claims(_ line: String) -> Bool { folding(line) != nil }

  mutating func choose(_ line: String, _ state: AppState) -> [Effect]? {
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
      return []
    }
    do {
      return [.open(.lesson(try LessonName.find(line, in: state.library), .lastPlace))]
    } catch { return [.say(error.message)] }
  }

  func selection(in state: AppState) -> String? {
    selectedRow.map { line($0, state).left.text.trimmed }
  }

  func transcript(in state: AppState) -> [String] {
    var lines = ["", "\(state.library.title)   (\(status(in: state)))", ""]
    if let emptyText { return lines + [emptyText] + state.library.problems }
    lines += head(state).transcript + [""]
    return lines + rows.rows.map { line($0, state).text } + state.library.problems
  }
}
