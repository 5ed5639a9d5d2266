import Formulas
import JSONText
import Lab
import Models
import TextUI

extension PreTrainingWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let title = "2,000 rows of 3 hidden topics"
    let on = Self.objectives.firstIndex(of: parameters.objective).map { [$0] } ?? []
    guard let first = record[0] else {
      return laidOut(
        view, title, "all without labels",
        shown: [.text(["Training begins."], .muted, rank: 0)]
          + (isAsking ? [asked(view, rows: 6...7)] : []),
        on: on)
    }
    let row = first.run.topics.sample(seed: UInt64(parameters.seed)).map {
      String(Character(Unicode.Scalar(97 + UInt8(clamping: $0))))
    }
    let facts = "such as \(row.joined(separator: " "))"
    let shown =
      [bars(view)]
      + (isAsking
        ? [asked(view, rows: 6...7)]
        // In lines there is no picture of what was not trained.
        : (view.isTold && table.isEmpty ? [] : [picture(view)])
          + (rowBlock(view).map { [$0] } ?? [probes(view)]))
    return laidOut(view, title, facts, shown: shown, said: words(view), on: on)
  }

  /// Whether what is asked is still to be seen.
  private var isHidden: Bool { isAsking || asksFirst }

  /// The last step up to the one that is looked at with a test of an objective.
  private var testedStep: Int? {
    (trial(.nextToken) ?? trial)?.tested(upTo: parameters.step)?.step
  }

  /// How many rows a probe tells apart at a step, objective by objective, and what the exact rule does.
  private func bars(_ view: View) -> WidgetBlock {
    let rows = Self.objectives.map { objective -> (String, Double?, Double?, Bool) in
      let trial = trial(objective)
      let probes = trial?.probes(at: parameters.step) ?? []
      let probe = probes.count > labelsIndex ? probes[labelsIndex] : nil
      let isShown = objective == .none || !isHidden
      let loss = trial?.curve.prefix(parameters.step + 1).last?.loss
      return (
        objective.word, isShown ? probe : nil, objective == .none || !isShown ? nil : loss,
        objective == parameters.objective
      )
    }
    let when = testedStep.map { "at step \($0), " } ?? ""
    let exact = record[0]?.bayes
    let (ascii, labels) = (view.ascii, parameters.labels)
    let lines: @Sendable (Int) -> [[Cell]] = { columns in
      let width = columns < 56 ? 0 : min(32, columns - 38)
      func line(_ name: String, _ share: Double?, _ loss: Double?, _ isOn: Bool) -> [Cell] {
        var line = [Cell](
          ((isOn ? (ascii ? ">" : "▸") : " ") + name).padded(to: 17),
          isOn ? Style(.accent, .bold) : .text)
        let filled = Int(((share ?? 0) * Double(width)).rounded())
        line.append(
          String(repeating: ascii ? "#" : "█", count: filled).padded(to: width > 0 ? width + 1 : 0),
          Style(.warning)
        )
        line.append((share.map { LabText.share($0) } ?? (ascii ? "..." : "…")).padded(to: 9), .text)
        if let loss { line.append("loss \(LabText.loss(loss, ascii: ascii))", .muted) }
        return line
      }
      let head = when + (columns < 50 ? "" : "new rows told apart ") + "with \(labels) labels"
      return [[Cell](" \(head)", .muted).shortened(to: columns)]
        + rows.map { line($0.0, $0.1, $0.2, $0.3) } + [line("exact rule", exact, nil, false)]
    }
    return WidgetBlock(
      .drawing(
        rows: 5...5, draw: { columns, rows in Array(lines(columns).prefix(rows)) },
        told: { lines(100).map { $0.text.trimmedEnd } }), rank: isAsking ? 2 : 0, hasGap: false)
  }

  private func picture(_ view: View) -> WidgetBlock {
    let curves = Self.objectives.enumerated().compactMap { index, objective in
      objective == .none
        ? nil
        : CurveSlider.Curve(
          name: objective.word,
          values: (trial(objective)?.curve ?? []).prefix(parameters.seen + 1).map(\.loss),
          series: index - 1)
    }
    let top = curves.flatMap { $0.values.prefix(1) }.filter(\.isFinite).max() ?? 3
    let curve = CurveSlider(
      curves: curves, steps: parameters.steps, top: top * 1.1,
      marks: [.init(kind: .cursor, step: min(parameters.step, reached ?? parameters.step))],
      hint: parameters.hint)
    return WidgetBlock(
      .drawing(
        rows: 4...(view.isPage ? max(4, min(10, view.pageRows)) : 10),
        wanting: view.isShort ? 4 : 6,
        draw: { columns, rows in
          curve.lines(columns: min(columns, 76), rows: rows, ascii: view.ascii)
        }, told: { [self] in table }), rank: 1)
  }

  /// The objective that is looked at, test by test as far as they were seen.
  private var table: [String] {
    guard let trial, parameters.objective != .none, !isHidden else { return [] }
    let tests = trial.curve.prefix(parameters.seen + 1).filter { !$0.accuracies.isEmpty }
    return LabTable.lines(
      [["step", "loss", "told apart"]]
        + tests.map { point in
          let probes = trial.probes(at: point.step)
          return [
            "\(point.step)", LabText.loss(point.loss),
            probes.count > labelsIndex ? LabText.share(probes[labelsIndex]) : "·",
          ]
        })
  }

  /// One row on its way through the model that is looked at, where that is asked for.
  private func rowBlock(_ view: View) -> WidgetBlock? {
    guard parameters.showsRow, let trial, let reached else { return nil }
    let step = min(parameters.step, reached)
    let reading = PreTrainingRow(
      trial.reading(at: step, labels: parameters.labels), parameters, step: step)
    return WidgetBlock(
      .drawing(
        rows: 5...6,
        draw: { columns, rows in
          Array(reading.lines(columns: columns, ascii: view.ascii).prefix(rows))
        }, told: { reading.lines(columns: 100, ascii: false).map { $0.text.trimmedEnd } }),
      rank: 0)
  }

  /// What more labels bring.
  private func probes(_ view: View) -> WidgetBlock {
    let shown = isHidden ? [PreTraining.Objective.none] : Self.objectives
    let rows = shown.map { objective in
      let probes = trial(objective)?.probes(at: parameters.step) ?? []
      return PreTraining.labelCounts.indices.map { index in
        probes.indices.contains(index) ? LabText.share(probes[index]) : view.ascii ? "..." : "…"
      }
    }
    let counts = PreTraining.labelCounts.enumerated().map { index, count in
      // The first of them says what they are.
      (index == 0 ? "labels " : "") + (index == labelsIndex ? "[\(count)]" : "\(count)")
    }
    // Where columns are few, each count has a row.
    let isNarrow = view.room.map { $0.columns < 60 } ?? false
    var grid =
      isNarrow
      ? Grid(
        "", texts: counts.indices.map { index in rows.map { $0[index] } }, rowNames: counts,
        columnNames: shown.map(\.shortWord))
      : Grid("", texts: rows, rowNames: shown.map(\.word), columnNames: counts)
    grid.nameLimit = 16
    return WidgetBlock(.grids([grid]), rank: 2)
  }

  private func words(_ view: View) -> [WidgetBlock] {
    guard !isHidden else { return [] }
    var blocks: [WidgetBlock] = []
    if let guess = judged, let probes = trial?.probes,
      probes.count > labelsIndex
    {
      let truth = Int((probes[labelsIndex] * 100).rounded())
      blocks += verdict(
        LabVerdict(
          isRight: LabVerdict.isNear(guess, truth),
          words: view.isShort
            ? "You said \(guess); it is \(truth) of 100."
            : "You said \(guess) of 100 with \(parameters.labels) labels. It is \(truth) in the "
              + "end\(LabVerdict.nearness(guess, truth))."), view)
    }
    if let said = trial(.autoencoder)?.saidRightly {
      let length = parameters.isShort ? 8 : 16
      blocks.append(
        .text(
          [
            "In the end the autoencoder repeats \(LabText.share(said)) of a row of \(length)"
              + (parameters.isShort
                ? ": to repeat it word for word needs no topic."
                : "; \(key(.length, view)) tries rows of 8.")
          ], rank: 2, hasGap: false))
    }
    return blocks
  }

  package var resultsJSON: JSON {
    let trials = Self.objectives.compactMap { objective -> JSON? in
      guard let trial = trial(objective) else { return nil }
      return [
        "objective": .string(objective.word), "parameters": .integer(trial.parameterCount),
        "steps": .integer(trial.run.step), "loss": .optional(trial.run.loss),
        "losses": .numbers(trial.curve.map(\.loss)), "saidRightly": .optional(trial.saidRightly),
        "probes": .numbers(trial.probes), "exactRule": .number(trial.bayes),
      ]
    }
    return [
      "labels": .array(PreTraining.labelCounts.map { .integer($0) }), "trials": .array(trials),
    ]
  }
  package var script: String {
    let objective =
      parameters.objective == .none ? PreTraining.Objective.nextToken : parameters.objective
    return PreTrainingScript(
      PreTrainingKey(
        objective: objective, isShort: parameters.isShort, seed: UInt64(parameters.seed),
        steps: parameters.steps)
    ).text
  }
}
