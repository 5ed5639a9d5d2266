import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// What stands beside the statistics where there is room: chapter by chapter, and what to do about it.
struct StatisticsAside {
  let report: Report
  let outlook: Outlook
  let state: AppState
  let width: Int
  /// The weak question under the cursor.
  let selected: Int

  private static let bar = 6
  /// A chapter with fewer answered questions says nothing yet.
  private static let fewest = 3

  private var library: Library { state.library }

  func lines(height: Int) -> [[Cell]] {
    let advice = advice
    let room = height - (advice.isEmpty ? 0 : advice.count + 1)
    var table = table
    if table.count > room { table = Array(table.prefix(max(0, room))) }
    return table + (advice.isEmpty ? [] : [[]] + advice)
  }

  private var chapters: [LessonID] {
    library.documents.indices.flatMap { document in
      library.documents[document].chapters.indices.map {
        LessonID(document: document, chapter: $0, lesson: 0)
      }
    }.filter { library[$0] != nil }
  }

  private var table: [[Cell]] {
    let end = 6 + Self.bar + 7
    let head = [Cell]("Chapter", Style(.heading, amount: 2, .bold)).fitted(to: width - end)
    var lines = [head + [Cell](" read  remembered", .muted)]
    for id in chapters.prefix(40) {
      let lessons = library.chapter(of: id)?.lessons.count ?? 0
      let read = (0..<lessons).count {
        state.hasRead(LessonID(document: id.document, chapter: id.chapter, lesson: $0))
      }
      let number = library.chapterNumber(document: id.document, chapter: id.chapter)
      let name = [Cell]("\(number)  \(library.chapter(of: id)?.title ?? "")")
      let count = "\(read)/\(lessons)"
      var line = name.fitted(to: width - end - 1)
      line += [Cell](String(repeating: " ", count: max(1, 6 - count.count)) + count + "  ")
      if let part = outlook.chapter(of: id).remembered {
        line += Meter.cells(part, width: Self.bar, ascii: state.ascii) + [Cell](" \(percent(part))")
      } else {
        line += [Cell]("–", .muted)
      }
      lines.append(line)
    }
    return lines
  }

  private var advice: [[Cell]] {
    let judged = chapters.compactMap { id -> (id: LessonID, part: Double)? in
      let chapter = outlook.chapter(of: id)
      guard chapter.asked >= Self.fewest, let part = chapter.remembered else { return nil }
      return (id, part)
    }
    guard let weakest = judged.min(by: { $0.part < $1.part }) else { return [] }
    let title = library.chapter(of: weakest.id)?.title ?? ""
    let aim = report.promised
    let sentence =
      weakest.part < aim
      ? "\"\(title)\" is the weakest chapter: \(percent(weakest.part)) of the \(percent(aim)) aimed "
        + "at."
      : "Every chapter is remembered as well as is aimed at, \(percent(aim)) or more."
    var lines =
      [[Cell]("What to do about it", Style(.heading, amount: 2, .bold))]
      + [Cell](sentence).wrapped(to: width)
    if report.weak.indices.contains(selected),
      let question = state.bank[report.weak[selected].question]
    {
      lines.append(
        key(.open) + [Cell]("read \(library.number(of: question.lesson)) again"))
    }
    if outlook.hasQuiz {
      let key = key(.quiz)
      let margin = [Cell](repeating: .blank, count: key.count)
      for (row, line) in [Cell](outlook.dueText).wrapped(to: max(8, width - key.count)).enumerated()
      {
        lines.append((row == 0 ? key : margin) + line)
      }
    }
    return lines.map { $0.shortened(to: width) }
  }

  private func key(_ action: StatisticsKeys.Action) -> [Cell] {
    [Cell]("  " + StatisticsKeys.table.label(action, in: state), Style(.accent, .bold))
      .fitted(to: 9)
  }
}
