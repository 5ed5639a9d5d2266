import Notes
import Pages
import Quiz
import TextUI

/// The weak questions: what they are, how often they went wrong, how strong they are now.
struct WeakLines {
  let report: Report
  let state: AppState
  let width: Int

  /// Columns of the part at the right.
  private static let end = 25

  private var isRoomy: Bool { width >= 50 }

  var heading: [Cell] {
    let title = [Cell]("Weakest", Style(.heading, amount: 2, .bold))
    guard isRoomy else { return title }
    return title.fitted(to: width - Self.end) + [Cell]("       wrong  strength", .muted)
  }

  func line(_ index: Int) -> [Cell] {
    let weak = report.weak[index]
    guard let question = state.bank[weak.question] else { return [] }
    let name =
      [Cell]("\(state.library.number(of: question.lesson))").fitted(to: 5)
      + [Cell](state.listedName(of: question))
    let count = "\(weak.wrong) of \(weak.reviews)"
    guard isRoomy else {
      let end = [Cell]("  \(count)")
      return name.shortenedToWords(in: width - end.count).padded(to: width - end.count) + end
    }
    let chance = Meter.cells(weak.chance, width: 6, ascii: state.ascii)
    let wrong = [Cell](String(repeating: " ", count: max(1, 12 - count.count)) + count + "  ")
    let room = width - Self.end
    return name.shortenedToWords(in: room).padded(to: room) + wrong + chance
      + [Cell](" \(percent(weak.chance))")
  }

  /// The same in words, with the number that opens it.
  func text(_ index: Int) -> String {
    let weak = report.weak[index]
    guard let question = state.bank[weak.question] else { return "" }
    return
      "  \(index + 1)  \(state.library.number(of: question.lesson)) \(state.listedName(of: question)): "
      + "\(weak.wrong) of \(weak.reviews) wrong, \(percent(weak.chance)) strength"
  }
}
