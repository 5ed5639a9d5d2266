import Inside
import JSONText
import Lab
import Models
import TextUI

extension OwnNotesWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let title = "A copy of the model learns"
    let on = [OwnNotesMethod.allCases.firstIndex(of: parameters.method) ?? 0]
    let shown = isAsking ? [asked(view, rows: 4...7)] : figures(view)
    return laidOut(view, title, amount, shown: shown, said: words(view), on: on)
  }

  /// How much there is to learn, and how well it fits the model's tokens.
  private var amount: String {
    let kept = LabText.percent(
      Double(text.kept.count) / Double(text.kept.count + text.learnt.count))
    return "\(LabText.grouped(text.tokens.count)) tokens of \(source), \(kept) kept back"
  }

  private var vocabularyWords: String {
    "\(LabText.decimals(text.bytesPerToken, 1)) bytes a token, and \(LabText.percent(text.bytewise)) of the "
      + "tokens are single letters or bytes: words that its vocabulary does not know."
  }

  private func figures(_ view: View) -> [WidgetBlock] {
    let curve = curve
    let picture = WidgetBlock(
      .drawing(
        rows: 6...12,
        draw: { columns, rows in
          curve.lines(columns: min(columns, 72), rows: rows, ascii: view.ascii)
        },
        told: { table }), rank: 0)
    let sayings = sayings(view)
    let said = WidgetBlock(
      .drawing(
        rows: 5...9, hides: { !sayings.isWhole(columns: $0, rows: $1) },
        draw: { columns, rows in sayings.lines(columns: columns, rows: rows) },
        told: { sayings.told }), rank: 1)
    let ends = ends
    return [picture, said]
      + (ends.count > 1
        ? [
          WidgetBlock(
            .lines(LabTable.lines(ends).map { [Cell]($0, .text) }), rank: 3)
        ] : [])
  }

  // MARK: The curves

  /// The points that may be told.
  private var told: [OwnTextRun.Point] {
    (run?.points ?? []).filter { $0.step <= parameters.seen }
  }
  /// The one at the step that is looked at, or the last before it.
  private var now: OwnTextRun.Point? { told.last { $0.step <= parameters.step } }

  private var curve: CurveSlider {
    let points = told
    func values(_ value: (OwnTextRun.Point) -> Double?) -> [Double] {
      points.joined(value, through: min(parameters.seen, reached ?? 0))
    }
    let top = (run?.points.prefix(2) ?? []).reduce(1) {
      max($0, $1.kept, $1.stories, $1.learnt ?? 0)
    }
    let learnt = values(\.learnt)
    var curves = [
      CurveSlider.Curve(name: "notes kept back", values: values(\.kept), series: 0),
      CurveSlider.Curve(name: "stories", values: values(\.stories), series: 1),
    ]
    if !learnt.isEmpty {
      curves.append(CurveSlider.Curve(name: "notes learnt", values: learnt, series: 2))
    }
    return CurveSlider(
      title: "loss", curves: curves, steps: parameters.steps,
      top: top.isFinite ? (top * 1.02).rounded(.up) : 10,
      marks: [.init(kind: .cursor, step: min(parameters.step, reached ?? 0))],
      hint: parameters.hint)
  }

  private var table: [String] {
    guard !told.isEmpty else { return [] }
    return LabTable.lines(
      [["step", "learnt", "kept back", "stories"]]
        + told.map { point in
          [
            String(point.step), point.learnt.map { OwnNotesText.cost($0) } ?? "",
            OwnNotesText.cost(point.kept), OwnNotesText.cost(point.stories),
          ]
        })
  }

  /// What the trainings came to that were seen to their end.
  private var ends: [[String]] {
    guard isSeenWhole else { return [] }
    let runs = record.finished
    guard let first = runs.first?.points.first else { return [] }
    // Trainings of other seeds are told apart by these.
    let hasSeeds = Set(runs.map(\.recipe.seed)).count > 1
    func name(_ run: OwnTextRun) -> String {
      OwnNotesText.name(of: run.recipe) + (hasSeeds ? ", seed \(run.recipe.seed)" : "")
    }
    func row(_ name: String, _ moved: Int, _ point: OwnTextRun.Point) -> [String] {
      [
        name, LabText.grouped(moved), point.learnt.map { OwnNotesText.cost($0) } ?? "",
        OwnNotesText.cost(point.kept), OwnNotesText.cost(point.stories),
      ]
    }
    return [
      ["in the end", "moved", "learnt", "kept back", "stories"], row("before", 0, first),
    ]
      + runs.compactMap { run in
        run.points.last.map { row(name(run), run.parameterCount, $0) }
      }
  }

  // MARK: What it says

  private func sayings(_ view: View) -> Sayings {
    let all = run?.sayings.filter { $0.step <= parameters.seen } ?? []
    let now = all.last { $0.step <= parameters.step }
    return Sayings(
      step: now?.step ?? 0,
      rows: prompts.indices.map { index in
        func said(_ saying: OwnTextRun.Saying?) -> String? {
          guard let saying, saying.tokens.indices.contains(index) else { return nil }
          return visible(saying.tokens[index], ascii: view.ascii)
        }
        return Sayings.Row(
          prompt: visible(prompts[index].dropFirst(), ascii: view.ascii), before: said(all.first),
          after: (now?.step ?? 0) > 0 ? said(now) : nil)
      })
  }

  private func visible(_ tokens: some Sequence<Int>, ascii: Bool) -> String {
    OwnNotesText.visible(tokens, file.vocabulary, ascii: ascii)
  }

  private func words(_ view: View) -> [WidgetBlock] {
    guard !isAsking else { return [] }
    var blocks: [WidgetBlock] = []
    if let guess = judged, let run,
      let verdict = OwnNotesQuestion(parameters.method, parameters.limit).verdict(guess, run)
    {
      blocks += self.verdict(verdict, view)
    }
    if let run, let at = run.divergedAt, parameters.seen >= (reached ?? 0) {
      blocks.append(
        .text(
          [
            "At step \(at) the loss is lost, \(OwnNotesText.lost(run)): the rate is too high. "
              + "= rate = 0.001 is a smaller one."
          ], Style(.warning), rank: 0, hasGap: false))
    } else if let now, let run {
      blocks.append(
        .text(
          [OwnNotesText.words(run, now, isOver: now.step == parameters.steps)], rank: 1,
          hasGap: false))
    } else if !isDone {
      let share = LabText.percent(record.run?.progress ?? 0)
      blocks.append(
        .text(
          ["It learns: \(share) done. Nothing of it is kept unless you ask: \(key(.keep, view))."],
          rank: 1,
          hasGap: false))
    }
    return blocks + [.text([vocabularyWords, OwnNotesText.measure(text)], rank: 4, hasGap: false)]
  }

  // MARK: Export

  package var resultsJSON: JSON {
    guard let run else { return .object([]) }
    return .object(OwnNotesText.members(run, text, file.vocabulary))
  }

  /// The numbers of the curve, and what they come to.
  package var script: String {
    let points = run?.points ?? []
    func array(_ values: [Double]) -> String { "np.array(\(Script.vector(values)))" }
    return """
      import numpy as np

      # A copy of the model inside attend learns a text, \(OwnNotesText.name(of: parameters.recipe)), seed \(parameters.seed).
      steps = \(array(points.map { Double($0.step) }))
      kept = \(array(points.map(\.kept)))
      stories = \(array(points.map(\.stories)))
      if len(steps):
          best = int(np.argmin(kept))
          print("kept back: least", kept[best], "at step", int(steps[best]), "and", kept[-1], "at the end")
          print("stories:", stories[0], "before,", stories[-1], "after, times", stories[-1] / stories[0])

      """
  }
}

/// What it goes on with, before and after, side by side where there is room.
struct Sayings: Sendable {
  struct Row: Sendable {
    let prompt: String
    let before: String?
    let after: String?
  }
  /// Of what step the later ones are.
  let step: Int
  let rows: [Row]

  /// From so many columns on before and after stand side by side.
  private static let wide = 64
  private var heading: String { step > 0 ? "after step \(step)" : "after learning" }

  func lines(columns: Int, rows count: Int) -> [[Cell]] {
    guard count > 0, columns > 4 else { return [] }
    let isWide = columns >= Self.wide
    let half = isWide ? columns / 2 - 1 : columns
    let rows = rows.prefix(max(1, (count - 1) / 2))
    let each = max(1, (count - 1) / max(rows.count, 1) - 1)
    var lines: [[Cell]] = [
      isWide
        ? [Cell]("before".padded(to: half + 2) + heading, Style(.heading, .bold))
        : [Cell]("before and \(heading)", Style(.heading, .bold))
    ]
    for row in rows {
      lines.append([Cell](row.prompt + " …", Style(.strong)).shortened(to: columns))
      if isWide {
        let left = wrapped(row.before, half, each)
        let right = wrapped(row.after, half, each)
        lines += left.beside(right, at: half + 2)
      } else {
        lines += wrapped(row.before, half, max(1, each / 2))
        lines += wrapped(row.after, half, max(1, each / 2))
      }
    }
    return Array(lines.prefix(count))
  }

  /// Whether so many lines have all that it says.
  func isWhole(columns: Int, rows count: Int) -> Bool {
    let most =
      rows.flatMap { [$0.before, $0.after] }.map {
        wrapped($0, columns >= Self.wide ? columns / 2 - 1 : columns, .max).count
      }.max() ?? 0
    let each = columns >= Self.wide ? 1 + most : 1 + 2 * most
    return count >= 1 + rows.count * each
  }

  private func wrapped(_ text: String?, _ width: Int, _ most: Int) -> [[Cell]] {
    guard let text else { return [[Cell]("…", .muted)] }
    if most == 1 { return [[Cell]("… " + text, .text).shortened(to: width)] }
    return Array([Cell]("… " + text, .text).wrapped(to: max(1, width)).prefix(most))
  }

  var told: [String] {
    rows.flatMap { row in
      wrapped("\(row.prompt) …", 2) + wrapped("before: \(row.before ?? "…")", 4)
        + wrapped("\(heading): \(row.after ?? "…")", 4)
    }
  }

  /// Lines that a terminal shows whole.
  private func wrapped(_ text: String, _ indent: Int) -> [String] {
    Wrapping.lines(of: text, width: 76 - indent).map {
      String(repeating: " ", count: indent) + $0
    }
  }
}

extension [OwnTextRun.Point] {
  /// A value at each step, on straight lines between the points.
  fileprivate func joined(
    _ value: (OwnTextRun.Point) -> Double?, through last: Int
  ) -> [Double] {
    let known = compactMap { point in value(point).map { (step: point.step, value: $0) } }
    guard let first = known.first, last >= first.step else { return [] }
    var values = [Double](repeating: first.value, count: first.step)
    for (one, next) in zip(known, known.dropFirst()) {
      for step in one.step..<next.step {
        let share = Double(step - one.step) / Double(next.step - one.step)
        values.append(one.value + share * (next.value - one.value))
      }
    }
    if let end = known.last { values.append(end.value) }
    return Array<Double>(values.prefix(last + 1))
  }
}
