import Notes
import Quiz
import TextUI

/// What is said of an answer: how good it is, and why.
struct OutcomePicture {
  let posed: PresentedQuestion
  /// Nil where nothing was answered yet.
  let verdict: Verdict?
  let isGivenUp: Bool
  /// What is said of an answer that is right.
  var praise = "Right."
  /// Whether it may be answered again, so that what is right is not told.
  var isOpen = false
  let width: Int
  let ascii: Bool
  var isPlain = false

  private func text(_ text: String, _ style: Style = .text) -> [[Cell]] {
    [Cell](text, style).wrapped(to: width)
  }

  /// Adds it; the end of the first wrong cell, which is compared with the question, or 0 where there is none.
  func add(to picture: inout Picture, isBesideEachOther: Bool) -> Int {
    picture.add(verdictLines)
    for remark in verdict?.remarks ?? [] { picture.add(text(remark)) }
    if !isGivenUp {
      for reason in verdict?.reasons ?? [] { add(reason, .warning, to: &picture) }
    }
    guard !isOpen else { return 0 }
    // Options that stand beside each other show by a sign which one is right.
    if verdict?.isRight == false, !isGivenUp, !isBesideEachOther,
      let correction = posed.form.correction
    {
      picture.add(text(correction, Style(.strong, .bold)))
    }
    for reason in rightReasons { add(reason, .good, to: &picture) }
    var end = 0
    if !isGivenUp, let cell = verdict?.wrongCell {
      picture.add([[]] + cell.lines(width: width))
      end = picture.lines.count
    }
    if !posed.explanation.isEmpty {
      picture.add([[]])
      addNote(to: &picture)
    }
    return end
  }

  /// What is told after every answer, with a bar at its left; in plain mode a bar would be read aloud.
  func addNote(to picture: inout Picture) {
    let bar = isPlain ? [] : [Cell]("▌ ", Style(.accent, .bold))
    for line in posed.explanation.lines(
      width: width - bar.count, ascii: ascii, isLinear: isPlain)
    {
      picture.add([bar + line])
    }
  }

  private func add(_ reason: [Block], _ color: Role, to picture: inout Picture) {
    picture.add(reason, marker: [Cell]("→ ", Style(color, .bold)), width: width, ascii: ascii)
  }

  /// Why what is right is so, where it was not chosen.
  private var rightReasons: [[Block]] {
    isGivenUp
      ? posed.form.reasons.filter { $0.isRight && !$0.reason.isEmpty }.map(\.reason)
      : verdict?.rightReasons ?? []
  }

  private var verdictLines: [[Cell]] {
    guard let verdict else { return [] }
    if isGivenUp { return text("The answer, without a try.", Style(.warning, .bold)) }
    if verdict.isRight {
      return (Sign.right + [Cell](praise, Style(.good, .bold))).wrapped(to: width)
    }
    if verdict.credit > 0, let part = verdict.part {
      return (Sign.partly + [Cell]("Partly: \(part).", Style(.warning, .bold))).wrapped(to: width)
    }
    return [Sign.wrong + [Cell]("Not right.", Style(.bad, .bold))]
  }
}
