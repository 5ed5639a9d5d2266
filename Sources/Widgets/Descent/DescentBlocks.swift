import Lab
import Numerics
import Plots
import TextUI

extension DescentWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let shape = parameters.shape
    let on =
      shape.rates.indices.filter { shape.rates[$0] == parameters.rate }
      + (parameters.momentum > 0 ? [3] : [])
    let said = verdictBlocks(view)
    let step = DescentStep(self, view.numbers)
    // The picture leaves its room to the numbers of a step, all of which matter.
    let others = step.lines.count + (view.isWide ? 3 : 5 + 2 * said.count)
    let rows = min(max((view.room?.rows ?? 16 + others) - others, 5), 16)
    let shown =
      isAsking
      ? [asked(view, rows: 5...8)]
      : (view.isPage ? pageParts(view) : [picture(view, rows: rows)]) + [derivation(step, view)]
    return laidOut(
      view, shape.title, shape.facts, isCondition: true, shown: shown, said: said, on: on)
  }

  private func verdictBlocks(_ view: View) -> [WidgetBlock] {
    guard isSeenWhole, !isAsking else { return [] }
    let words = DescentOutcome.words(run)
    guard let guess = judged.flatMap(DescentOutcome.init) else {
      return [.text([words], rank: 1, hasGap: false)]
    }
    return verdict(
      LabVerdict(
        isRight: guess == DescentOutcome(run),
        words: view.isShort
          ? "You said \(guess.name); it is \(DescentOutcome(run).name)."
          : "You said \(guess.name). \(words)"), view)
  }

  // MARK: Pictures

  private var curve: CurveSlider {
    CurveSlider(
      curves: [
        .init(
          name: lossesBefore.isEmpty ? "" : "now",
          values: run.curve.prefix(parameters.seen + 1).map(\.loss), series: 0)
      ] + (lossesBefore.isEmpty ? [] : [.init(name: "before", values: lossesBefore, series: 1)]),
      steps: parameters.steps, top: max(run.curve[0].loss * 1.1, 1e-9),
      marks: [.init(kind: .cursor, step: step)],
      hint: parameters.hint)
  }

  private func ground(_ columns: Int, _ rows: Int, ascii: Bool) -> [[Cell]] {
    landscape.weights == 1
      ? slopes(columns, rows, ascii: ascii) : contour(columns, rows, ascii: ascii)
  }

  /// The ground and the curve, each for a page.
  private func pageParts(_ view: View) -> [WidgetBlock] {
    [
      pagePart(of: 16, view) { [self] columns, rows in
        ground(min(columns, 56), rows, ascii: view.ascii)
      },
      pagePart(of: curve, widest: 60, view),
    ]
  }

  private func picture(_ view: View, rows: Int) -> WidgetBlock {
    let (ascii, curve) = (view.ascii, curve)
    return WidgetBlock(
      .drawing(
        rows: 4...rows,
        draw: { [self] columns, rows in
          let left = columns >= 40 ? min(columns / 2 - 1, 56) : columns
          let ground = ground(left, rows, ascii: ascii)
          guard left < columns else { return ground }
          return ground.beside(
            curve.lines(columns: min(columns - left - 3, 60), rows: rows, ascii: ascii),
            at: left + 3)
        }, told: { @Sendable in table }), rank: isTiny(view) ? 1 : 0)
  }

  /// Places that were seen, from the first to the one that is shown.
  private var walked: ArraySlice<[Double]> { run.path[...step] }

  /// The loss over one weight, with the ball on it.
  private func slopes(_ columns: Int, _ rows: Int, ascii: Bool) -> [[Cell]] {
    guard columns > 8, rows > 2 else { return [] }
    let range = parameters.shape.view[0]
    let top = max(landscape.loss([range.lowerBound]), landscape.loss([range.upperBound]))
    var raster = BraillePlot(columns: columns, rows: rows - 1, ascii: ascii)
    func dot(_ w: Double) -> PlotPoint {
      PlotPoint(
        x: (w - range.lowerBound) / (range.upperBound - range.lowerBound)
          * Double(2 * columns - 1),
        y: (1 - landscape.loss([w]) / top) * Double(4 * (rows - 1) - 1))
    }
    let steps = 2 * columns
    raster.polyline(
      (0...steps).map {
        dot(range.lowerBound + Double($0) / Double(steps) * (range.upperBound - range.lowerBound))
      }, series: 2, stroke: .solid, mark: ".")
    for place in walked { raster.point(dot(place[0]), series: 0, mark: "*") }
    let ground = BallGround(columns: columns, rows: rows - 1, ascii: ascii)
    let path = walked.map { place -> PlotPoint in
      let dot = dot(place[0])
      return PlotPoint(x: dot.x / 2, y: dot.y / 4)
    }
    var lines = ground.balls([[Cell]](raster.picture), path, numbers: told(walked.last, ascii))
    let (low, high) = (
      NumberText(ascii: ascii).text(range.lowerBound), NumberText().text(range.upperBound)
    )
    lines.append([Cell]("w \(low)".padded(to: columns - high.count) + high, .muted))
    return lines
  }

  /// Where a place is, for the edge of a picture that it has left: `w 14.2`.
  private func told(_ place: [Double]?, _ ascii: Bool) -> String {
    let numbers = NumberText(significant: 3, ascii: ascii)
    return zip(parameters.shape.names, place ?? []).map { "\($0) \(numbers.text($1))" }
      .joined(separator: ", ")
  }

  /// Two weights seen from above: the darker, the higher the loss; a dot for each step.
  private func contour(_ columns: Int, _ rows: Int, ascii: Bool) -> [[Cell]] {
    guard columns > 8, rows > 2 else { return [] }
    let (across, up) = (parameters.shape.view[0], parameters.shape.view[1])
    let height = rows - 1
    /// In columns and rows.
    func point(_ place: [Double]) -> PlotPoint {
      let x = (place[0] - across.lowerBound) / (across.upperBound - across.lowerBound)
      let y = (up.upperBound - place[1]) / (up.upperBound - up.lowerBound)
      return PlotPoint(x: x * Double(columns - 1) + 0.5, y: y * Double(height - 1) + 0.5)
    }
    func place(_ column: Int, _ row: Int) -> [Double] {
      [
        across.lowerBound
          + Double(column) / Double(max(columns - 1, 1)) * (across.upperBound - across.lowerBound),
        up.upperBound - Double(row) / Double(max(height - 1, 1)) * (up.upperBound - up.lowerBound),
      ]
    }
    let corner = landscape.loss([across.lowerBound, up.lowerBound])
    var lines = (0..<height).map { row in
      (0..<columns).flatMap { column in
        // The root spreads what lies near the bottom.
        let level = (landscape.loss(place(column, row)) / corner).squareRoot()
        let glyph = HeatScale.glyph(level, ascii: ascii)
        return [Cell](String(glyph), Style.heat(level))
      }
    }
    let ground = BallGround(columns: columns, rows: height, ascii: ascii)
    let path = walked.map(point)
    for point in path {
      guard let at = ground.cell(point) else { continue }
      lines[at.row][at.column] = [Cell](ascii ? "o" : "∙", Style(.strong, .bold)).first ?? .blank
    }
    lines = ground.balls(lines, path, numbers: told(walked.last, ascii))
    let names = parameters.shape.names
    let label = "\(names[0]) across, \(names[1]) up; "
    // The sign as it looks in the picture.
    let sign = [Cell](String(HeatScale.glyph(1, ascii: ascii)), Style.heat(1))
    let legend =
      [Cell](ascii ? ASCIISpelling.text(label) : label, .muted) + sign
      + [Cell](" high loss", .muted)
    lines.append(legend.shortened(to: columns))
    return lines
  }

  // MARK: The step in numbers

  private func derivation(_ step: DescentStep, _ view: View) -> WidgetBlock {
    .derivation(
      step.title, step.lines, rank: isTiny(view) ? 0 : 1, ascii: view.ascii)
  }

  /// Whether there is room for numbers, and none for a picture.
  private func isTiny(_ view: View) -> Bool { view.room.map { $0.rows < 6 } ?? false }

  /// The walk as a table, as far as it was seen.
  private var table: [String] {
    let numbers = NumberText()
    let last = min(parameters.seen, run.step)
    let stride = max(1, (last + 11) / 12)
    let steps = Set(Swift.stride(from: 0, through: last, by: stride)).union([last, step])
    return LabTable.lines(
      [
        ["step"] + parameters.shape.names + ["loss"]
          + (lossesBefore.isEmpty ? [] : ["before: loss"])
      ]
        + steps.sorted().map { step in
          [String(step)] + run.path[step].map { numbers.text($0) }
            + [numbers.text(run.curve[step].loss)]
            + (lossesBefore.isEmpty
              ? [] : [lossesBefore.indices.contains(step) ? numbers.text(lossesBefore[step]) : "·"])
        })
  }
}
