import JSONText
import Lab
import Models
import Numerics
import TextUI

extension FineTuningWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let title = "From reversing to shifting"
    let facts = "right is counted in rows that it never saw"
    let on = [parameters.method.rawValue]
    guard run(.full)?.tuned != nil else {
      let step = run(.full)?.step ?? 0
      let begun = WidgetBlock.text(["It learns the old task: step \(step)."], .muted, rank: 0)
      let shown = isAsking ? [asked(view, rows: 5...7)] : []
      return laidOut(view, title, facts, shown: [begun] + shown, on: on)
    }
    let table = table(view)
    // On a low screen its rows are the curve's, beside what came of a guess.
    let isLow = view.isShort && judged != nil
    let whole = table.count + 1
    let rows = isLow ? 2...max(2, (view.room?.rows ?? 9) - 7) : 3...whole
    let shown =
      [
        WidgetBlock(
          .drawing(
            rows: rows, wanting: whole, hides: { $1 < whole },
            draw: { columns, rows in Self.lines(table, columns, rows, view.ascii) },
            told: { Self.lines(table, 100, whole, false).map { $0.text.trimmedEnd } }),
          rank: isAsking ? 2 : 0, hasGap: false)
      ]
      + (isAsking
        ? [asked(view, rows: 6...7)]
        : (view.isPage ? pageParts(view) : [picture(view)]) + example(view))
    return laidOut(view, title, facts, shown: shown, said: words(view), on: on)
  }

  // MARK: The table of methods

  /// A line of it: what it is, how many numbers move, and how right both tasks are.
  private struct Row: Sendable {
    let name: String
    var moved: Int?
    var old: Double?
    var new: Double?
    var isShown = false
  }

  /// Whether the end of a method may be told: nothing is guessed, or that of it was judged.
  private func isTold(_ choice: FineTuningChoice) -> Bool {
    parameters.guess == .skipped || parameters.guesses[choice] != nil
      || choice == parameters.method && !isAsking && isSeenWhole
  }

  /// What each method made of both tasks, as far as that may be told.
  private func table(_ view: View) -> [Row] {
    let first = run(.full)?.tuned?.curve.first?.accuracies ?? []
    func share(_ shares: [Double], _ index: Int) -> Double? {
      shares.indices.contains(index) ? shares[index] : nil
    }
    let before = Row(name: "before", moved: 0, old: share(first, 1), new: share(first, 0))
    let rows = FineTuningChoice.allCases.flatMap { choice -> [Row] in
      let run = run(choice)
      let shares = run?.tuned?.accuracies ?? []
      let isKnown = run?.tuned?.isFinished == true && isTold(choice)
      var name = choice.word
      if choice == .replay { name += " \(Int((parameters.share * 100).rounded())) %" }
      if choice == .lora { name += " r\(parameters.rank), on" }
      let row = Row(
        name: name, moved: run?.parameterCount, old: isKnown ? share(shares, 1) : nil,
        new: isKnown ? share(shares, 0) : nil, isShown: choice == parameters.method)
      guard choice == .lora else { return [row] }
      // Without its adapters it is, bit for bit, what it was before.
      let off = Row(
        name: "LoRA r\(parameters.rank), off", moved: 0, old: isKnown ? before.old : nil,
        new: isKnown ? before.new : nil)
      return [row, off]
    }
    return [before] + rows
  }

  private static func lines(
    _ rows: [Row], _ columns: Int, _ most: Int, _ ascii: Bool
  ) -> [[Cell]] {
    let bar = columns >= 70 ? 14 : 0
    func share(_ share: Double?, _ style: Style) -> [Cell] {
      let text = share.map { LabText.share($0) } ?? (ascii ? "..." : "…")
      let filled = Int(((share ?? 0) * Double(bar)).rounded())
      var cells = [Cell](
        (bar > 0 ? String(repeating: ascii ? "#" : "█", count: filled).padded(to: bar + 1) : ""),
        style)
      cells.append(String(repeating: " ", count: max(0, 8 - text.count)) + text, .text)
      return cells
    }
    func head(_ text: String) -> String { text.padded(to: bar > 0 ? bar + 11 : 10) }
    let wide = columns >= 70
    var lines = [
      [Cell](
        " in the end".padded(to: wide ? 18 : 14) + (wide ? "weights   " : "")
          + head(wide ? "old: reverse" : "     old")
          + (wide ? "new: shift" : "     new"), .muted)
    ]
    for row in rows {
      let name = (row.isShown ? (ascii ? ">" : "▸") : " ") + row.name
      var line = [Cell](
        name.padded(to: wide ? 18 : 14), row.isShown ? Style(.accent, .bold) : .text)
      if wide {
        let moved = row.moved.map { LabText.grouped($0) } ?? (ascii ? "..." : "…")
        line.append(String(repeating: " ", count: max(0, 7 - moved.count)) + moved + "   ", .text)
      }
      line += share(row.old, Style(.series, amount: 0)) + [Cell]("  ", .text)
      line += share(row.new, Style(.series, amount: 1))
      lines.append(line)
    }
    // Where there is no room for all, the one that is looked at stays.
    guard lines.count > most else { return lines }
    let at = rows.firstIndex(where: \.isShown).map { $0 + 1 } ?? 1
    let kept = Set([0, 1, at] + Array(2..<lines.count)).sorted()
      .filter { $0 < most - 1 || $0 == at }
    return kept.prefix(most).map { lines[$0] }
  }

  // MARK: The curves

  /// What of it is known at its end: how the weights have changed.
  private var change: FineTuningRun.Change? {
    isSeenWhole
      ? run(parameters.method)?.change(layer: 1, .queries) : nil
  }

  private var curve: CurveSlider {
    slider(
      "right, %",
      [
        .init(name: "old", values: values(1, of: parameters.method), series: 0),
        .init(name: "new", values: values(0, of: parameters.method), series: 1),
      ], steps: parameters.steps)
  }

  private func slider(
    _ title: String, _ curves: [CurveSlider.Curve], steps: Int
  ) -> CurveSlider {
    CurveSlider(
      title: title, curves: curves, steps: steps, top: 100,
      marks: [.init(kind: .cursor, step: min(parameters.step, reached ?? 0))],
      hint: parameters.hint)
  }

  /// One of the tests of a method in percent, as far as that was seen.
  private func values(_ test: Int, of choice: FineTuningChoice) -> [Double] {
    // Of another method that was not guessed and seen yet, only what all of them begin with.
    let seen =
      choice == parameters.method
      ? parameters.seen : isTold(choice) ? parameters.key(choice).steps : 0
    return (run(choice)?.tuned?.curve ?? []).percent(test, through: seen)
  }

  /// The method that stands beside the one that is looked at.
  private var beside: FineTuningChoice? {
    parameters.beside == parameters.method ? nil : parameters.beside
  }

  /// Both methods' curves, the old task's and then the new one's, on one axis.
  private func compared(with other: FineTuningChoice) -> [CurveSlider] {
    let steps = max(parameters.steps, parameters.key(other).steps)
    return [("old", 1), ("new", 0)].map { name, test in
      slider(
        "\(name), %",
        [
          .init(name: other.word, values: values(test, of: other), series: 0),
          .init(
            name: parameters.method.word, values: values(test, of: parameters.method), series: 1),
        ], steps: steps)
    }
  }

  /// The curves, and what they come to in the weights, each for a page.
  private func pageParts(_ view: View) -> [WidgetBlock] {
    if let beside { return compared(with: beside).map { pagePart(of: $0, widest: 72, view) } }
    let shown = pagePart(of: curve, widest: 72, view)
    guard let change else { return [shown] }
    return [
      shown, pagePart(of: 8, view) { _, rows in Self.spectrum(change, rows, ascii: view.ascii) },
    ]
  }

  private func picture(_ view: View) -> WidgetBlock {
    let (tuned, curve, change) = (tuned, curve, beside == nil ? change : nil)
    let both = beside.map(compared) ?? []
    // With its names and its axis it has six rows, or five where words take a line more on a low screen.
    let roomy = 70
    return WidgetBlock(
      .drawing(
        rows: (view.isShort ? 5 : 4)...12, wanting: 6,
        hides: { columns, _ in columns < roomy && (change != nil || both.count == 2) },
        draw: { columns, rows in
          if both.count == 2 {
            let left = columns >= roomy ? min(columns / 2 - 2, 60) : columns
            let old = both[0].lines(columns: left, rows: rows, ascii: view.ascii)
            guard left < columns else { return old }
            return old.beside(
              both[1].lines(columns: left, rows: rows, ascii: view.ascii), at: left + 3)
          }
          let right = columns >= roomy && change != nil ? 26 : 0
          let lines = curve.lines(
            columns: min(columns - right, 72), rows: rows, ascii: view.ascii)
          guard let change, right > 0 else { return lines }
          return lines.beside(
            Self.spectrum(change, rows, ascii: view.ascii), at: min(columns - right, 72) + 2)
        },
        told: { @Sendable [parameters] in
          guard let tuned else { return [] }
          if both.count == 2 { return toldBeside }
          let last = min(parameters.seen, tuned.curve.last?.step ?? 0)
          let tested = tuned.curve[...last].filter { !$0.accuracies.isEmpty }.map(\.step)
          return LabTable.lines(
            [["step", "loss", "new", "old"]]
              + LabTable.some(tested).map { step in
                [String(step), LabText.loss(tuned.curve[step].loss)]
                  + tuned.curve[step].accuracies.map { LabText.share($0) }
              }) + (change.map { [Self.told($0)] } ?? [])
        }), rank: 1, hasGap: !view.isShort)
  }

  /// Both methods' curves as a table.
  private var toldBeside: [String] {
    guard let beside else { return [] }
    let (other, own) = (beside, parameters.method)
    let curves = [
      values(1, of: other), values(1, of: own), values(0, of: other), values(0, of: own),
    ]
    let last = (curves.map(\.count).max() ?? 1) - 1
    let steps = Set(LabTable.some(Array(stride(from: 0, through: last, by: 10)))).union([last])
    return LabTable.lines(
      [["step"] + ["old", "new"].flatMap { task in [other, own].map { "\(task): \($0.word)" } }]
        + steps.sorted().map { step in
          [String(step)]
            + curves.map { $0.indices.contains(step) ? LabText.share($0[step] / 100) : "·" }
        })
  }

  /// One row under both orders, with what the model says of it at this step.
  private func example(_ view: View) -> [WidgetBlock] {
    guard let moment else { return [] }
    let example = TwoTaskRow(moment)
    return [
      WidgetBlock(
        .drawing(
          rows: 3...5, hides: { $1 < 5 },
          draw: { columns, rows in
            Array(example.lines(columns: columns, rows: rows, ascii: view.ascii).prefix(rows))
          },
          told: { example.lines(columns: 100, rows: 5, ascii: false).map { $0.text.trimmedEnd } }),
        rank: 2, hasGap: false)
    ]
  }

  /// The same in a line.
  private static func told(_ change: FineTuningRun.Change) -> String {
    let values = change.singularValues
    let sizes = values.prefix(5).map { NumberText().text($0) }.joined(separator: ", ")
    return "Change of Q in L1: rank \(rank(values)) of \(values.count); how far it goes in its "
      + "largest directions: \(sizes)."
  }

  private static func rank(_ values: [Double]) -> Int {
    let largest = values.first ?? 0
    return largest == 0 ? 0 : values.count { $0 > 1e-5 * max(largest, 1e-12) }
  }

  /// How many directions a change of the weights has: the sizes of the largest.
  private static func spectrum(
    _ change: FineTuningRun.Change, _ rows: Int, ascii: Bool
  ) -> [[Cell]] {
    let values = change.singularValues
    let largest = values.first ?? 0
    var lines = [
      [Cell]("change of Q in L1", Style(.heading, .bold)),
      [Cell]("rank \(rank(values)) of \(values.count)", .text),
    ]
    // With hardly any bars there is nothing to explain: a rank is seen by those that there are.
    if rows > 7 { lines.append([Cell]("a bar: how far it goes in", .muted)) }
    if rows > 7 { lines.append([Cell]("one of its directions", .muted)) }
    for value in values.prefix(max(0, rows - lines.count)) where largest > 0 {
      let width = Int((value / largest * 22).rounded())
      lines.append(
        [Cell](
          width > 0 ? String(repeating: ascii ? "#" : "▀", count: width) : ascii ? "." : "·",
          Style(.series, amount: 2)))
    }
    return lines
  }

  private func words(_ view: View) -> [WidgetBlock] {
    guard !isAsking, let tuned else { return [] }
    var blocks: [WidgetBlock] = []
    if let guess = judged,
      let verdict = FineTuningQuestion(parameters)
        .verdict(guess, tuned, isShort: view.isShort)
    {
      blocks += self.verdict(verdict, view)
    }
    let step = min(parameters.step, tuned.curve.last?.step ?? 0)
    let shares = tuned.curve[...step].last { !$0.accuracies.isEmpty }?.accuracies ?? []
    if shares.count == 2 {
      blocks.append(
        .text(
          [
            "\(parameters.method.word), step \(step): loss \(LabText.loss(tuned.curve[step].loss)), "
              + "new \(LabText.share(shares[0])), old \(LabText.share(shares[1]))"
              + tuned.curve.whenTested(step)
          ], rank: 1, hasGap: false))
    }
    if let words = besides(view) {
      blocks.append(.text([words], rank: 1, hasGap: false))
    } else if let moment {
      let index = moment.clearestHead
      let head = TrainMoment.heads(moment.look.shape)[index]
      let share = moment.mass(layer: head.layer, head: head.head) ?? 0
      blocks.append(
        .text(
          [
            "\(view.isTold ? "open shows" : "Enter opens") \(head.name): \(LabText.percent(share)) of its "
              + "weight is on the line of the new task."
          ], rank: 4, hasGap: false))
    }
    return blocks
  }

  /// What stands beside the curves, and what ends that.
  private func besides(_ view: View) -> String? {
    guard let pinned = parameters.beside else { return nil }
    let ends = "\(key(.compare, view)) ends it."
    guard beside != nil else {
      return "\(pinned.word) is kept: choose another method, and its curves stand beside these. "
        + ends
    }
    let isKnown = isTold(pinned)
    return "\(parameters.method.word) beside \(pinned.word)"
      + (isKnown ? "" : ", which is seen once you have guessed it") + ". " + ends
  }

  // MARK: Export

  package var resultsJSON: JSON {
    let methods = FineTuningChoice.allCases.compactMap { choice -> JSON? in
      guard let run = run(choice), let tuned = run.tuned else { return nil }
      return [
        "method": .string(run.method.name), "moved": .integer(run.parameterCount),
        "steps": .integer(tuned.step), "loss": .optional(tuned.loss),
        "new": .optional(tuned.accuracies.first), "old": .optional(tuned.accuracies.last),
        "singularValues": .numbers(run.change(layer: 1, .queries)?.singularValues ?? []),
      ]
    }
    return ["methods": .array(methods)]
  }

  package var script: String {
    var run = FineTuningKey(
      method: parameters.method.method(share: parameters.share, rank: parameters.rank),
      seed: UInt64(parameters.seed), limit: parameters.limit == 0 ? nil : parameters.limit
    ).start(after: run(parameters.method).map { [$0] } ?? [])
    while run.tuned == nil { run.takeStep() }
    guard let tuned = run.tuned else { return "" }
    return TrainScript(
      tuned.recipe, seed: UInt64(parameters.seed), from: tuned.snapshot(at: 0).decoder,
      moving: run.method
    ).text
  }
}
