import Basics
import Notes
import TextUI

/// The two lines above the list that answer "what now?": where to go on reading, and what is due.
struct ContentsHead {
  /// Rows that it takes, a blank one below it among them; none where room is short.
  static func rows(height: Int) -> Int { height < 8 ? 0 : 3 }

  let outlook: Outlook
  /// Words of lessons, as far as they were counted.
  let words: [LessonID: Int]
  /// The lesson under the cursor.
  let selected: LessonID?
  /// Whether keys do what they are named for: not while a filter is typed.
  let hasKeys: Bool
  let state: AppState

  /// A line: a label, what it is about and how long that takes, and the key that does it now.
  private struct Line {
    var label: String
    var what: String
    var time = ""
    /// What is left out where there is no room for all of it.
    var more = ""
    var key = ""
  }

  private var lines: [Line] {
    let quiz = ContentsKeys.table.label(.quiz, in: state)
    let due = outlook.dueParts
    return [
      goOn,
      Line(
        label: outlook.asksOnlyNew ? "Quiz" : "Due", what: due.what, time: due.time,
        more: outlook.trouble,
        key: hasKeys && outlook.hasQuiz ? quiz : ""),
    ]
  }

  private var goOn: Line {
    guard let id = outlook.goOn else {
      return Line(label: "Read", what: "every lesson, to the end")
    }
    return Line(
      label: outlook.hasBegun ? "Go on" : "Begin", what: state.shownName(of: id), time: time(id),
      key: hasKeys && selected == id ? ContentsKeys.table.label(.open, in: state) : "")
  }

  private func time(_ id: LessonID) -> String {
    guard let words = words[id] else { return "" }
    let read = state.wordsRead(id)
    let minutes = counted(StudyTime.minutes(words: max(0, words - read)), "minute")
    return read > 0 ? ", \(minutes) left" : ", \(minutes)"
  }

  func cells(width: Int) -> [[Cell]] {
    lines.map { line in
      let label = [Cell]("  " + line.label, Style(.strong, .bold)).fitted(to: 10)
      let isWide = width >= 60
      let hint = line.key.isEmpty || !isWide ? [] : [Cell]("[\(line.key)]", Style(.accent, .bold))
      let room = width - 1 - label.count - (hint.isEmpty ? 0 : 9)
      let (what, time) = ([Cell](line.what), [Cell](line.time))
      // A long title gives way to how long it takes; where room is short, that goes.
      let more = [Cell](line.more)
      let text =
        what.count + time.count <= room
        ? what + time + (what.count + time.count + more.count <= room ? more : [])
        : isWide ? what.shortened(to: room - time.count) + time : what.shortened(to: room)
      guard !hint.isEmpty else { return label + text }
      return label + text.fitted(to: room + 1) + hint.fitted(to: 8)
    }
  }

  /// The same as lines of the plain mode.
  var transcript: [String] {
    lines.map { line in
      "\(line.label): \(line.what)\(line.time)\(line.more)"
        + (line.more.isEmpty ? "" : ": attend check tells why")
    }
  }
}
