import TextUI

/// How a figure of the lab is laid out, and what its keys choose.
extension LabFigure {
  /// What is shown over what is said of it; where the screen has two panes, that stands at the side,
  /// with what may be tried. A condition, without which the numbers mean nothing, is no note.
  func laidOut(
    _ view: View, _ title: String, _ facts: String, isCondition: Bool = false,
    shown: [WidgetBlock], said: [WidgetBlock] = [], on: [Int]
  ) -> [WidgetBlock] {
    let said = sameQuestion(view) + said
    let rank = isCondition ? (view.isShort ? 3 : 1) : 4
    let opening = facts.isEmpty ? [] : [WidgetBlock.text(["\(title): \(facts)"], rank: rank)]
    // On its pages all has room, what may be tried too: the figure comes first.
    if view.isPage {
      return shown + said.map(\.withGap) + opening
        + (isAsking
          ? [howToAnswer(view)] : (knobs.isEmpty ? [] : [knobList(on: on, view)]) + [tries(view)])
    }
    guard view.isWide else {
      return opening + shown + said
        + (isAsking ? [howToAnswer(view)] : knobs.isEmpty ? [] : [knobLine(on: on, view)])
        + invitation(view)
    }
    let side =
      [WidgetBlock.text([title], Style(.heading, .bold), rank: 0, hasGap: false)]
      + (facts.isEmpty ? [] : [.text([facts], rank: 2, hasGap: false)]) + said.map(\.withGap)
      + (isAsking ? [] : (knobs.isEmpty ? [] : [knobList(on: on, view)]) + [tries(view)])
    return shown + (isAsking ? [howToAnswer(view)] : []) + side.map(\.atSide)
  }

  /// That a question stands no more, where it was answered before of what is another run of the same.
  private func sameQuestion(_ view: View) -> [WidgetBlock] {
    guard parameters.guess == .known, isAsAsked else { return [] }
    return [
      .text(
        [
          "\(Self.others), the same question: you have answered it. "
            + "\(view.isTold ? "guess" : "g") asks it again."
        ], rank: 2,
        hasGap: false)
    ]
  }

  /// Where there is no picture to say so in: that a guess comes first, and how it is made.
  func invitation(_ view: View) -> [WidgetBlock] {
    guard view.isTold, !view.isExact, asksFirst, !isAsking, canPlay else { return [] }
    return [.text(["Guess first what comes of it: type guess, and then your answer."], rank: 0)]
  }

  /// A part of the picture for a page of its own, if it is gone through page by page.
  func pagePart(
    of rows: Int, _ view: View,
    draw: @escaping @Sendable (_ columns: Int, _ rows: Int) -> [[Cell]]
  ) -> WidgetBlock {
    // As much less than a page as lets it stand below a line or two.
    let most = max(3, min(rows, view.pageRows - 2))
    return WidgetBlock(
      .drawing(rows: most...most, draw: draw, told: { [] }), rank: 0)
  }

  /// Maps for its pages: as many side by side as find room, strip by strip of their rows.
  func pageParts(of maps: [HeadMap], _ view: View) -> [WidgetBlock] {
    guard let first = maps.first else { return [] }
    let together = HeadMap.count(of: maps, columns: (view.room?.columns ?? 80) - 1)
    let head = first.above.count + 2
    let rows = first.tokens.count
    let most = max(1, view.pageRows - head)
    let strips = (rows + most - 1) / most
    return stride(from: 0, to: maps.count, by: together).flatMap { start in
      (0..<strips).map { strip in
        let shown = strip * rows / strips..<(strip + 1) * rows / strips
        let part = maps[start..<min(start + together, maps.count)].map {
          var map = $0
          map.strip = shown
          return map
        }
        return WidgetBlock(
          .drawing(
            rows: shown.count + head...shown.count + head,
            draw: { columns, rows in
              HeadMap.row(part, columns: columns, leaving: 0, rows: rows, ascii: view.ascii).lines
            }, told: { [] }), rank: 0)
      }
    }
  }

  /// The maps, and then the curve, for their pages.
  func pageParts(of maps: [HeadMap], _ curve: CurveSlider, _ view: View) -> [WidgetBlock] {
    pageParts(of: maps, view) + [pagePart(of: curve, view)]
  }

  /// A curve for a page of its own.
  func pagePart(of curve: CurveSlider, widest: Int = 76, _ view: View) -> WidgetBlock {
    pagePart(of: 12, view) { columns, rows in
      curve.lines(columns: min(columns, widest), rows: rows, ascii: view.ascii)
    }
  }

  /// The question that stands.
  func asked(_ view: View, rows: ClosedRange<Int>) -> WidgetBlock {
    // All answers are there, whatever else has to go.
    let least = question.choices.isEmpty ? 0 : question.height(view.room?.columns)
    return question.block(
      parameters.guess.mark ?? question.start,
      rows: max(rows.lowerBound, least)...max(rows.upperBound, least), ascii: view.ascii)
  }

  private func howToAnswer(_ view: View) -> WidgetBlock {
    let numbers = "1\(view.ascii ? "-" : "–")\(question.choices.count)"
    let words =
      if view.isTold {
        question.choices.isEmpty ? "Type a number; esc skips." : "Type \(numbers); esc skips."
      } else if question.choices.isEmpty {
        (view.ascii ? "<- -> move" : "←→ move") + " the mark, Enter takes it, Esc skips"
      } else {
        "\(numbers) chooses at once, Esc skips"
      }
    return WidgetBlock(.lines([[Cell](words, .text)]), rank: 0, hasGap: false)
  }

  private func knobLine(on: [Int], _ view: View) -> WidgetBlock {
    // In words alone numbers stand under what they choose: they are no answers.
    let title = view.isTold ? [[Cell]("\(Self.knobsTitle), by number:")] : []
    let parts = title + knobs.indices.map { knob($0, on: on, view) }
    // What the digits choose is no note that a picture is worth.
    return .figure(PartsLine(parts: parts, gap: 3), rank: view.isShort ? 3 : 1, hasGap: false)
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
    guard let verdict, !isAsking, !view.isShort || parameters.step >= end else {
      return []
    }
    return [verdict.block(ascii: view.ascii)]
  }

  package func preview(_ view: View) -> [WidgetBlock] {
    [.text(summary.map { $0.joined(separator: "   ") }, rank: 0)]
  }
}

extension LabFigure {
  /// The key of something that this figure alone does: see `key(_:_:)`.
  func key(_ own: Own, _ view: View) -> String { key(.own(own), view) }
}

extension WidgetView {
  /// Whether there is little room, and no page that has it all.
  var isShort: Bool { !isPage && room.map { $0.rows < 14 } ?? false }
}

extension WidgetBlock {
  /// The same with a blank line above it where there is room.
  fileprivate var withGap: WidgetBlock {
    var block = self
    block.hasGap = true
    return block
  }
}
