import TextUI

/// How a figure of the lab is laid out, and what its keys choose.
extension LabFigure {
  /// What is shown over what is said of it; where the screen has two panes, that stands at the side,
  /// with what may be tried.
  func laidOut(
    _ view: View, _ title: String, _ facts: String, shown: [WidgetBlock], said: [WidgetBlock] = [],
    on: [Int]
  ) -> [WidgetBlock] {
    guard view.isWide else {
      return (facts.isEmpty ? [] : [.text(["\(title): \(facts)"], rank: 3)]) + shown + said
        + (isAsking ? [howToAnswer(view)] : knobs.isEmpty ? [] : [knobLine(on: on, view)])
    }
    let side =
      [WidgetBlock.text([title], Style(.heading, .bold), rank: 0, hasGap: false)]
      + (facts.isEmpty ? [] : [.text([facts], rank: 2, hasGap: false)]) + said.map(\.withGap)
      + (isAsking ? [] : (knobs.isEmpty ? [] : [knobList(on: on, view)]) + [tries(view)])
    return shown + (isAsking ? [howToAnswer(view)] : []) + side.map(\.atSide)
  }

  /// The question that stands.
  func asked(_ view: View, rows: ClosedRange<Int>) -> WidgetBlock {
    let (question, mark) = (question, parameters.guess.mark ?? question.start)
    return WidgetBlock(
      .drawing(
        rows: rows,
        draw: { columns, rows in
          question.lines(mark, columns: columns, rows: rows, ascii: view.ascii)
        }, told: { question.told(mark) }), rank: 0)
  }

  private func howToAnswer(_ view: View) -> WidgetBlock {
    let words =
      question.choices.isEmpty
      ? (view.ascii ? "<- -> move" : "←→ move") + " the mark, Enter takes it, Esc skips"
      : "1\(view.ascii ? "-" : "–")\(question.choices.count) chooses, Esc skips"
    return WidgetBlock(.lines([[Cell](words, .text)]), rank: 0, hasGap: false)
  }

  private func knobLine(on: [Int], _ view: View) -> WidgetBlock {
    let parts = knobs.indices.map { knob($0, on: on, view) }
    return .figure(PartsLine(parts: parts, gap: 3), rank: 3, hasGap: false)
  }

  private func knobList(on: [Int], _ view: View) -> WidgetBlock {
    let lines = knobs.indices.map { [Cell]("  ", .text) + knob($0, on: on, view) }
    return WidgetBlock(.lines([[Cell](Self.knobsTitle, Style(.heading, .bold))] + lines), rank: 3)
  }

  private func knob(_ index: Int, on: [Int], _ view: View) -> [Cell] {
    let isOn = on.contains(index)
    let name = view.ascii ? ASCIISpelling.text(knobs[index]) : knobs[index]
    return [Cell]("\(index + 1) ", Style(.accent, .bold))
      + [Cell](isOn ? "[\(name)]" : name, isOn ? Style(.accent, .bold) : .text)
  }

  private func tries(_ view: View) -> WidgetBlock {
    let lines = Self.tries.map { key, words in
      [Cell]("  \(key)".padded(to: 9), Style(.accent, .bold)) + [Cell](words, .text)
    }
    return WidgetBlock(.lines([[Cell]("Try", Style(.heading, .bold))] + lines), rank: 3)
  }

  /// A guess beside the truth, once that was seen. On a low screen it leaves its room to the picture as
  /// soon as one looks at another step.
  func verdict(_ verdict: LabVerdict?, _ view: View) -> [WidgetBlock] {
    let isLow = view.room.map { $0.rows < 14 } ?? false
    guard let verdict, !isAsking, !isLow || parameters.step >= parameters.steps else { return [] }
    let ascii = view.ascii
    let sign = ascii ? (verdict.isRight ? "Right. " : "") : verdict.isRight ? "✓ " : "✗ "
    return [
      .text(
        [sign + verdict.words], Style(verdict.isRight ? .good : .bad, .bold), rank: 0,
        hasGap: false)
    ]
  }

  package func preview(_ view: View) -> [WidgetBlock] {
    [.text(summary.map { $0.joined(separator: "   ") }, rank: 0)]
  }
}

extension WidgetBlock {
  /// The same with a blank line above it where there is room.
  fileprivate var withGap: WidgetBlock {
    var block = self
    block.hasGap = true
    return block
  }
}
