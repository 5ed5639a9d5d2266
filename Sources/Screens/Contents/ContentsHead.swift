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

  /// The lines: a label, what it is about, and the key that does it now.
  private var lines: [(label: String, text: String, key: String)] {
    let quiz = ContentsKeys.table.label(.quiz, in: state.keymap)
    var lines: [(String, String, String)] = []
    if let id = outlook.goOn {
      let open = hasKeys && selected == id ? ContentsKeys.table.label(.open, in: state.keymap) : ""
      lines.append(
        (outlook.hasBegun ? "Go on" : "Begin", state.library.name(of: id) + time(id), open))
    } else {
      lines.append(("Read", "every lesson, to the end", ""))
    }
    lines.append(("Due", outlook.dueText, hasKeys && outlook.hasQuiz ? quiz : ""))
    return lines
  }

  private func time(_ id: LessonID) -> String {
    guard let words = words[id] else { return "" }
    let place = state.places[state.library.key(of: id)] ?? 0
    let minutes = counted(StudyTime.minutes(words: max(0, words - place)), "minute")
    return place > 0 ? ", \(minutes) left" : ", \(minutes)"
  }

  func cells(width: Int) -> [[Cell]] {
    lines.map { label, text, key in
      let line = [Cell]("  " + label, Style(.strong, .bold)).fitted(to: 10) + [Cell](text)
      guard !key.isEmpty, width >= 60 else { return line.shortened(to: width - 1) }
      let hint = [Cell]("[\(key)]", Style(.accent, .bold)).fitted(to: 8)
      return line.fitted(to: width - 1 - hint.count) + hint
    }
  }

  /// The same as lines of the plain mode.
  var transcript: [String] { lines.map { "\($0.label): \($0.text)" } }
}
