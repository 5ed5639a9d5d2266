import Basics
import Lab
import Models
import Numerics
import Plots
import TextUI

extension TrainWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let title = parameters.recipe.title
    let on = parameters.knob.flatMap(parameters.plain.knobs.firstIndex).map { [$0] } ?? []
    let recipe = parameters.recipe
    let note = recipe.note.isEmpty ? "" : ". \(recipe.note)"
    let changes = [
      recipe.setting.isEmpty ? nil : recipe.setting,
      parameters.rate == nil && recipe.setting.isEmpty
        ? nil : "rate \(NumberText(ascii: view.ascii).text(parameters.typedRate))",
      parameters.knob?.besidesSize,
    ].compactMap(\.self)
    let facts = ([size] + changes).joined(separator: ", ") + note
    guard let moment else {
      return laidOut(
        view, title, facts,
        shown: [.text(["Training begins."], .muted, rank: 0)] + (isAsking ? [asked(view)] : []),
        on: on)
    }
    let order = moment.row.tokens.first.flatMap(names.order)
    let meaning = order.map { "; o, the first token, is the order, here \($0.rawValue)" } ?? ""
    let example = ExampleRow(row: moment.row, said: moment.said, names: names)
    var numbers = moment.numbers(
      beside: parameters.isTurned && !view.isShort ? plain : nil, isShort: view.isShort,
      ascii: view.ascii)
    let maps = maps(moment, view)
    // Maps that are compared have signs, and no shades; a head may have none to be compared with.
    if !isAsking, maps.contains(where: { $0.before == nil }) {
      numbers.seen = HeatLegend.ofWeights(ascii: view.ascii)
    }
    let shown =
      [
        WidgetBlock(
          .drawing(
            rows: (view.isShort && judged == nil ? 3 : 2)...3, wanting: 3, hides: { $1 < 3 },
            draw: { example.lines(columns: $0, rows: $1, ascii: view.ascii) },
            told: { example.told }), rank: 0, hasGap: false),
        .figure(numbers, rank: 1, hasGap: false),
      ]
      + (isAsking
        ? [asked(view)]
        : view.isPage ? pageParts(of: maps, curve, view) : [picture(moment, maps, view)])
    return laidOut(
      view, title, facts + meaning, isCondition: !recipe.setting.isEmpty || parameters.rate != nil,
      shown: shown, said: lines(moment, view), on: on)
  }

  func maps(_ moment: TrainMoment, _ view: View) -> [HeadMap] {
    let tokens = moment.row.tokens.map { names.short($0) }
    let other = moment.other
    return TrainMoment.heads(shape).enumerated().map { index, head in
      let mass = moment.mass(layer: head.layer, head: head.head)
      return HeadMap(
        name: head.name, note: mass.map { "on its line \(LabText.share($0))" } ?? "",
        weights: moment.look.map(layer: head.layer, head: head.head), tokens: tokens,
        before: other.flatMap { $0.counterpart(layer: head.layer, head: head.head) },
        isFocused: view.cursor.area.head == index,
        selected: view.cursor.row(in: Area(head: index)), around: view.cursor.row)
    }
  }

  /// The maps, and beside them the curve with the step on it.
  private func picture(_ moment: TrainMoment, _ maps: [HeadMap], _ view: View) -> WidgetBlock {
    let curve = curve
    let length = moment.row.tokens.count
    let (whole, both) = (length + 2, length + 9)
    let beside: @Sendable (Int) -> Int = { min(30, $0 / 2 + 1) }
    let plain = parameters.isTurned ? plain : nil
    let told = { @Sendable [parameters] in
      moment.table(seen: parameters.seen, beside: plain) + maps.flatMap { [""] + $0.told }
    }
    return WidgetBlock(
      .drawing(
        // A map that finds no room as a whole needs not every row that there is.
        rows: 5...(length + 18),
        wanting: view.isShort ? 5 : (view.room?.rows ?? .max) >= whole + 6 ? whole : 10,
        hides: { columns, rows in
          HeadMap.hides(
            maps, columns: columns, leaving: rows >= both ? 0 : beside(columns), rows: rows)
        },
        draw: { columns, rows in
          // Where there is the height for both, the curve has the whole width below the maps.
          if rows >= both {
            let shown = HeadMap.row(
              maps, columns: columns, leaving: 0, rows: whole, ascii: view.ascii)
            let below = curve.lines(
              columns: min(columns, 76), rows: min(rows - shown.lines.count - 1, 15),
              ascii: view.ascii)
            return shown.lines + [[]] + below
          }
          let shown = HeadMap.row(
            maps, columns: columns, leaving: beside(columns), rows: rows, ascii: view.ascii)
          let left = shown.width + 3
          let curve = curve.lines(
            columns: min(columns - left, 72), rows: min(rows, whole, 16), ascii: view.ascii)
          return shown.lines.beside(curve, at: left)
        }, told: told), rank: view.room.map { $0.rows < 7 } ?? false ? 1 : 0,
      // Where a row of the map is the price of a blank line, it is dearer.
      hasGap: view.room.map { $0.rows >= length + 10 } ?? true)
  }

  private var curve: CurveSlider {
    // Where rows are few, what matters is how far those that are new lag behind.
    if let run, parameters.recipe.source.limit != nil { return CurveSlider(gapOf: run, parameters) }
    let asksForFall = if case .fall = parameters.question { true } else { false }
    return CurveSlider(
      plain, turned: parameters.turned.map { ($0, record[1]) }, parameters,
      asksForFall: asksForFall)
  }

  // MARK: What is said

  private func lines(_ moment: TrainMoment, _ view: View) -> [WidgetBlock] {
    if isAsking { return [] }
    var blocks: [WidgetBlock] = []
    let lost = moment.lost(seen: parameters.seen, ascii: view.ascii)
    if judged != nil {
      blocks += verdict(
        LabVerdict(parameters, moment.run, lost: lost, isShort: view.isShort), view)
    }
    // Why it ended stands once: beside what came of a guess, or alone.
    if let lost, blocks.isEmpty {
      blocks.append(.text([lost], Style(.bad, .bold), rank: 0, hasGap: false))
    }
    if let words = compared(moment, view) {
      blocks.append(.text([words], rank: 1, hasGap: false))
    }
    return blocks + [
      .text(
        [moment.looks(head: view.cursor.area.head, place: view.cursor.row, names)], rank: 2,
        hasGap: false)
    ]
  }

  /// What the signs of two maps that are compared mean, and what ends that.
  private func compared(_ moment: TrainMoment, _ view: View) -> String? {
    guard let with = parameters.with else { return nil }
    let less = view.ascii ? "-" : "−"
    let ends = "\(key(.compare, view)) ends it."
    guard parameters.isTurned else {
      return with == parameters.step
        ? "Step \(with) is kept: at another step the maps show what is different there. \(ends)"
        : "Against step \(with): \"+\" looks there more than then, \"\(less)\" less. \(ends)"
    }
    // A run with other knobs may have fewer heads or layers.
    let others = plain.map { TrainMoment.heads($0.recipe.shape) } ?? []
    let lacking = TrainMoment.heads(shape).filter { head in
      !others.contains { $0.name == head.name }
    }
    let layers = lacking.filter { head in !others.contains { $0.layer == head.layer } }
    let note =
      if let layer = layers.first?.layer {
        " It has no layer L\(layer)."
      } else if !lacking.isEmpty {
        " It has \(counted(plain?.recipe.shape.heads ?? 1, "head")): each is set beside that."
      } else {
        ""
      }
    return "Against the run as it is: \"+\" looks there more, \"\(less)\" less.\(note) \(ends)"
  }
}

extension Look {
  /// What a head is set beside: the map of the head of its place or, where there are fewer, of the last in its
  /// layer; nil where there is no such layer.
  fileprivate func counterpart(layer: Int, head: Int) -> [[Float]]? {
    layer < shape.layers ? map(layer: layer, head: min(head, shape.heads - 1)) : nil
  }
}
