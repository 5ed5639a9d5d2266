import JSONText
import Lab
import Notes
import Numerics
import TextUI

/// A training told as a table, row by row while it goes on.
struct TrainText {
  private let recipe: LabRecipe
  private let width: Int
  private let columns: [TrainColumn]
  /// Those that find no room.
  private let hidden: [TrainColumn]
  private let title: String
  private let opens: String
  /// A row for every few steps, and for the first that is right enough.
  private let stride: Int
  /// Points of the curve that were seen.
  private var seen = 0
  private var hasReached = false

  init(
    _ recipe: LabRecipe, seed: UInt64, rate: Double? = nil, knob: Knob? = nil, _ run: any LabRun,
    width: Int
  ) {
    self.recipe = recipe
    self.width = width
    let steps = run.steps - run.preparation
    stride = Self.stride(steps)
    title = rate == nil ? recipe.title : recipe.titleAtAnyRate
    var room = width
    let all = TrainColumn.all(of: run)
    columns = all.prefix { column in
      room -= column.width
      return room >= 0
    }
    hidden = Array(all.dropFirst(columns.count))
    let weights =
      "\(LabText.grouped(run.parameterCount)) \(run.parameterCount == 1 ? "weight" : "weights")"
    let length = "\(LabText.grouped(steps)) \(steps == 1 ? "step" : "steps")"
    // Nothing in a descent is random.
    opens =
      "\(weights), \(length)" + (run is DescentRun ? "" : ", seed \(seed)")
      + (rate.map { ", rate \(NumberText().text($0))" } ?? "")
      + (knob.map { ", \($0.phrase)" } ?? "")
      + (run.preparation > 0
        ? "; \(run is HeadStartRun ? "practice" : "the old task") comes first, and takes "
          + "\(run.preparation) steps" : "")
  }

  /// The least of 1, 2, 5, 10, … that makes at most twenty rows.
  static func stride(_ steps: Int) -> Int {
    var unit = 1
    while true {
      for stride in [unit, 2 * unit, 5 * unit] where stride * 20 >= steps { return stride }
      unit *= 10
    }
  }

  /// What is trained, what the columns mean, and their heads.
  var opening: String {
    let notes = columns.compactMap { column in column.note.map { "\(column.title): \($0)" } }
    let paragraphs =
      ["\(recipe.name): \(title)", recipe.note, opens].filter { !$0.isEmpty }
      + notes + (hidden.isEmpty ? [] : [left])
    let lines = paragraphs.flatMap { Wrapping.lines(of: $0, width: width) }
    return (lines + ["", columns.map { $0.padded($0.title) }.joined()])
      .map { $0 + "\n" }.joined()
  }

  /// What a table so narrow leaves out, and how it is seen.
  private var left: String {
    let all = (columns + hidden).map(\.width).reduce(0, +)
    return "left out: \(hidden.map(\.title).joined(separator: ", ")); --width \(all) shows all"
  }

  /// The rows of what is new on the curve, as far as they are to be told.
  mutating func rows(_ run: any LabRun) -> String {
    guard run.step > run.preparation || run.preparation == 0 else { return "" }
    let curve = run.curve
    var text = ""
    for (index, point) in curve.enumerated().dropFirst(seen) {
      let isLast = run.isFinished && index == curve.count - 1
      if isToTell(point, run) || isLast {
        text += columns.map { $0.padded($0.text(point, run)) }.joined() + "\n"
      }
    }
    seen = curve.count
    return text
  }

  private mutating func isToTell(_ point: CurvePoint, _ run: any LabRun) -> Bool {
    if !hasReached, let threshold = run.threshold, (point.accuracy ?? 0) >= threshold {
      hasReached = true
      return true
    }
    return (run.testNames.isEmpty || !point.accuracies.isEmpty) && point.step % stride == 0
  }

  /// What came of it.
  func ending(_ run: any LabRun, seconds: Double) -> String {
    let steps = max(run.step - run.preparation, 0)
    var lines = [
      "parameters  \(LabText.grouped(run.parameterCount))",
      "steps       \(LabText.grouped(steps))\(numbers(run)) in \(LabText.decimals(seconds, 2)) s"
        + (run.isFinished ? "" : "; stopped there"),
    ]
    if let threshold = run.threshold {
      let percent = "\(Int((threshold * 100).rounded())) %"
      let label = percent + String(repeating: " ", count: 12 - percent.count)
      lines.append(
        label + (run.reachedAt.map { "right at step \($0)" } ?? "not reached\(end(of: run))"))
    }
    lines += orders(run)
    if let off = (run as? FineTuningRun)?.withAdaptersOff {
      lines.append(
        "off         with the adapters off: new \(LabText.share(off.new)), old \(LabText.share(off.old))"
      )
    }
    if let step = run.divergedAt {
      lines.append(
        "diverged    at step \(step): there the loss "
          + (run.loss?.isNaN == true ? "was not a number any more" : "grew without bound")
          + ", and the run ended; the learning rate is too high")
    }
    return "\n" + lines.flatMap { Wrapping.lines(of: $0, width: width) }.map { $0 + "\n" }.joined()
  }

  /// What is right of each order in the end, of those that no row of the training gave by themselves.
  private func orders(_ run: any LabRun) -> [String] {
    guard let run = run as? TrainingRun else { return [] }
    let shares = zip(run.testNames, run.accuracies).compactMap { name, share in
      Order(rawValue: name).map { (order: $0, text: "\(name) \(LabText.share(share))") }
    }
    func line(_ label: String, _ isLeftOut: Bool, _ rest: String = "") -> String? {
      let some = shares.filter { run.recipe.leftOut.contains($0.order) == isLeftOut }.map(\.text)
      let name = label + String(repeating: " ", count: 12 - label.count)
      return some.isEmpty ? nil : name + some.joined(separator: ", ") + rest
    }
    return [
      line("right of", false), line("unseen", true, ": given in no row of the training"),
    ].compactMap(\.self)
  }

  /// Where a step is named by its number, the first of them: as a count it would be one more.
  private func numbers(_ run: any LabRun) -> String {
    guard let last = run.divergedAt, last < run.step - run.preparation else { return "" }
    return last == 0 ? ", numbered 0," : ", numbered 0 to \(LabText.grouped(last)),"
  }

  /// How right it was in the end: of a run that was lost there is no such number.
  private func end(of run: any LabRun) -> String {
    if let step = run.divergedAt {
      return run.loss?.isNaN == true
        ? ": not a number since step \(step)" : ": lost at step \(step)"
    }
    return run.accuracy.map { ", \(LabText.share($0)) at the end" } ?? ""
  }

  // MARK: The list

  static func recipes(width: Int) -> String {
    let indent = (LabRecipe.all.map(\.name.count).max() ?? 0) + 2
    let isNarrow = width < indent + 24
    let lines = LabRecipe.all.flatMap { recipe in
      if isNarrow {
        return [recipe.name]
          + Self.lines(of: recipe, width: max(width - 2, 1)).map { "  " + $0 }
      }
      return Self.lines(of: recipe, width: width - indent).enumerated().map { index, line in
        let name = index == 0 ? recipe.name : ""
        return name + String(repeating: " ", count: indent - name.count) + line
      }
    }
    let usage =
      "attend train RECIPE [--seed N] [--steps N] [--rate R] [--knob K] [--json] trains one of these; "
      + "a knob, by its number or name, takes one thing away or changes it:"
    return (Wrapping.lines(of: usage, width: width) + [""] + lines).map { $0 + "\n" }.joined()
  }

  /// What it is, and what can be turned, each knob in one line with its number.
  private static func lines(of recipe: LabRecipe, width: Int) -> [String] {
    let title = Wrapping.lines(of: recipe.title, width: width)
    guard !recipe.knobs.isEmpty else { return title }
    let noBreak: Character = "\u{A0}"
    let knobs = recipe.knobList.split(separator: ",").map { knob in
      String(knob.trimmed.map { $0 == " " ? noBreak : $0 })
    }
    let lines = Wrapping.lines(of: "knobs: " + knobs.joined(separator: ", "), width: width)
    return title + lines.map { line in String(line.map { $0 == noBreak ? " " : $0 }) }
  }

  static var recipesJSON: String {
    let recipes = LabRecipe.all.map { recipe -> JSON in
      [
        "name": .string(recipe.name), "title": .string(recipe.title),
        "knobs": .array(recipe.knobs.map { .string($0.word) }),
      ]
    }
    return Output.json(["recipes": .array(recipes)])
  }
}
