import JSONText
import Lab
import Models
import TextUI

extension InstructionsWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let title = "One row, four orders"
    let chance = LabText.percent(1 / Double(Self.length + 1))
    let facts =
      "o says which; % is a head's weight on the places that answers come from, by chance \(chance)"
    let on = parameters.knob.flatMap(Self.offered.firstIndex).map { [$0] } ?? []
    guard let moments else {
      return laidOut(
        view, title, facts,
        shown: [.text(["Training begins."], .muted, rank: 0)]
          + (isAsking ? [asked(view, rows: 6...7)] : []), on: on)
    }
    let moment = moments[view.cursor.area.order]
    let shown =
      [
        .figure(numbers(moments[0], view), rank: isAsking ? 2 : 1, hasGap: false)
      ]
      + (isAsking
        ? [asked(view, rows: 6...7)]
        : view.isPage ? pageParts(of: maps(moments, view), curve, view) : [picture(moments, view)])
    var said: [WidgetBlock] = []
    if !isAsking {
      if let lost = moment.lost(seen: parameters.seen, ascii: view.ascii) {
        said.append(.text([lost], Style(.bad, .bold), rank: 0, hasGap: false))
      }
      said += verdict(verdict(moments, isShort: view.isShort), view)
      let words =
        "\(Order.allCases[view.cursor.area.order].rawValue), "
        + moment.looks(head: head(moment), place: view.cursor.row, names)
      said.append(.text([words], rank: 2, hasGap: false))
      said.append(.text([place(moment)], rank: 4, hasGap: false))
      // Where it costs the maps a row, only of a row of which one could think that it is counted.
      if parameters.row != nil || view.isWide || view.isPage || view.isTold {
        said.append(
          .text(
            [
              (parameters.row == nil ? "" : "This row is yours. ")
                + "The shares above are of new rows, which no training gave."
            ], rank: 4, hasGap: false))
      }
      if let words = unseen(moments, at: view.cursor.area.order) {
        said.append(.text([words], rank: 1, hasGap: false))
      }
    }
    return laidOut(view, title, facts, shown: shown, said: said, on: on)
  }

  /// How much of its weight the head that is shown has on its line, and what follows from that.
  private func place(_ moment: TrainMoment) -> String {
    let masses = TrainMoment.heads(shape).map { head in
      (name: head.name, mass: moment.mass(layer: head.layer, head: head.head))
    }
    let isRight = ExampleRow(row: moment.row, said: moment.said, names: names).marks
      .allSatisfy { $0 != .wrong }
    return Self.place(of: head(moment), masses, isLearnt: moment.step > 0 && isRight)
  }

  /// The same in words, one line whatever the step is: the maps keep their room while it plays. Chance
  /// has its number there: what is more than it, and what less, can be seen.
  static func place(
    of head: Int, _ heads: [(name: String, mass: Double?)], isLearnt: Bool
  ) -> String {
    guard let own = heads[head].mass else { return "This order has no line: the row decides." }
    let chance = 1 / Double(length + 1)
    let seen = "\(LabText.percent(own)) on its line"
    // With less than twice what chance gives, the answers do not come from there.
    guard isLearnt, own < 2 * chance else { return seen + "." }
    let both = seen + ", by chance \(LabText.percent(chance)): "
    // As much as most of the weight: what is looked up there comes from there.
    guard let other = heads.max(by: { ($0.mass ?? 0) < ($1.mass ?? 0) }), let most = other.mass,
      most >= 0.5
    else { return both + "no head does it by looking there." }
    return both + "another head, \(other.name), has it (\(LabText.percent(most)))."
  }

  /// What it does with the row of an order that it never saw, the one under the cursor if that is one: of
  /// which orders its answers are.
  private func unseen(_ moments: [TrainMoment], at cursor: Int) -> String? {
    let orders = Order.allCases
    let all = orders.indices.filter { !trained.contains(orders[$0]) }
    guard let index = all.contains(cursor) ? cursor : all.first else { return nil }
    let (tokens, said) = (moments[index].row.tokens.dropFirst(), moments[index].said.dropFirst())
    let alike = trained.map { order -> String in
      let count = zip(order.answer(Array(tokens)), said).count { $0 == $1 }
      return "\(order.rawValue)'s in \(count)"
    }
    return "\(orders[index].rawValue): an order it never saw. Its answers are "
      + alike.joined(separator: ", ") + " of \(Self.length) places."
  }

  /// The loss, and how right each order is on rows that were never seen.
  private func numbers(_ moment: TrainMoment, _ view: View) -> PartsLine {
    var parts = moment.numbers(
      beside: parameters.knob == nil || view.isShort ? nil : plain, ascii: view.ascii)
    // The first test is of all orders together.
    if parts.parts.count > 1 { parts.parts.remove(at: 1) }
    parts.gap = 2
    if !isAsking { parts.seen = HeatLegend.ofWeights(ascii: view.ascii) }
    return parts
  }

  private func picture(_ moments: [TrainMoment], _ view: View) -> WidgetBlock {
    let (curve, maps) = (curve, maps(moments, view))
    let plain = parameters.knob == nil ? nil : plain
    let examples = zip(moments, Order.allCases).map { moment, order in
      (order, ExampleRow(row: moment.row, said: moment.said, names: names))
    }
    let whole = Self.length + 5
    let (both, beside) = (whole + 7, 17)
    return WidgetBlock(
      .drawing(
        rows: 5...(Self.length + 21),
        wanting: view.isShort ? 5 : (view.room?.rows ?? .max) >= whole + 5 ? whole : 10,
        hides: { columns, rows in
          HeadMap.hides(maps, columns: columns, leaving: rows >= both ? 0 : beside, rows: rows)
        },
        draw: { columns, rows in
          if rows >= both {
            let shown = HeadMap.row(
              maps, columns: columns, leaving: 0, rows: whole, ascii: view.ascii)
            let below = curve.lines(
              columns: min(columns, 76), rows: min(rows - shown.lines.count - 1, 15),
              ascii: view.ascii)
            return shown.lines + [[]] + below
          }
          let shown = HeadMap.row(
            maps, columns: columns, leaving: beside, rows: rows, ascii: view.ascii)
          let left = shown.width + 3
          return shown.lines.beside(
            curve.lines(
              columns: min(columns - left, 60), rows: min(rows, 15), ascii: view.ascii),
            at: left)
        },
        told: { @Sendable [parameters] in
          moments[0].table(seen: parameters.seen, beside: plain)
            + examples.flatMap { ["", "\($0.0.rawValue):"] + $0.1.told }
            + maps.flatMap { [""] + $0.told }
        }), rank: 0)
  }

  private var curve: CurveSlider {
    CurveSlider(
      plain, turned: parameters.knob.map { ($0.shown, record[1]) }, parameters, asksForFall: false)
  }

  private func maps(_ moments: [TrainMoment], _ view: View) -> [HeadMap] {
    zip(moments, Order.allCases).enumerated().map { index, each in
      map(each.0, each.1, isFocused: view.cursor.area.order == index, view)
    }
  }

  /// How many answers of a row are right, so short that it has room beside the longest name of an order.
  static func note(right: Int) -> String { right == length ? "all" : "\(right)/\(length)" }

  /// An order's map, over it what was asked and what the model says, wrong places underlined.
  private func map(
    _ moment: TrainMoment, _ order: Order, isFocused: Bool, _ view: View
  ) -> HeadMap {
    let index = head(moment)
    let head = TrainMoment.heads(shape)[index]
    let mass = moment.mass(layer: head.layer, head: head.head)
    let example = ExampleRow(row: moment.row, said: moment.said, names: names)
    var says = [Cell](view.ascii ? "> " : "→ ", .muted)
    for (token, mark) in zip(moment.said, example.marks).dropFirst() {
      says.append(
        names.short(token), mark == .right ? Style(.good, .bold) : Style(.bad, .underline))
    }
    let right = example.marks.count { $0 == .right }
    return HeadMap(
      name: order.rawValue, note: Self.note(right: right),
      toldName: "\(order.rawValue), \(head.name)"
        + (mass.map { ", \(LabText.percent($0)) on its line" } ?? ", no line of its own"),
      // The head where it finds room whatever part of the map is seen.
      above: [
        says, [Cell]("\(head.name) " + (mass.map(LabText.percent) ?? "no line"), .muted),
      ],
      weights: moment.look.map(layer: head.layer, head: head.head),
      tokens: moment.row.tokens.map { names.short($0) }, isFocused: isFocused,
      selected: isFocused ? view.cursor.row : nil, around: view.cursor.row)
  }

  /// How many numbers of the model that reversed the row differ from those of the one that sorted it:
  /// they are counted.
  private func verdict(_ moments: [TrainMoment], isShort: Bool) -> LabVerdict? {
    guard let guess = judged, let first = moments.first else { return nil }
    let changed =
      moments.dropFirst().map { other in
        zip(first.parameters, other.parameters).count { $0.bitPattern != $1.bitPattern }
      }.max() ?? 0
    let count = LabText.grouped(first.parameters.count)
    let said = question.choices[guess - 1]
    let truth = "Of \(count) parameters \(changed == 0 ? "none" : "\(changed)") differ"
    return LabVerdict(
      isRight: (guess == 1) == (changed == 0),
      words: isShort
        ? truth + "." : "You said \(said). \(truth): the order is read like the row.")
  }

  package var resultsJSON: JSON {
    guard let moments, let first = moments.first else { return [:] }
    let orders = zip(moments, Order.allCases).map { moment, order -> JSON in
      let head = TrainMoment.heads(shape)[head(moment)]
      return [
        "order": .string(order.rawValue), "head": .string(head.name),
        "row": .array(moment.row.tokens.map { .integer(Int($0)) }),
        "said": .array(moment.said.map { .integer(Int($0)) }),
        "onItsLine": .optional(moment.mass(layer: head.layer, head: head.head)),
        "weights": .array(
          moment.look.map(layer: head.layer, head: head.head).map { .numbers($0.map(Double.init)) }),
      ]
    }
    return first.runJSON(orders: orders)
  }
  package var script: String { TrainScript(parameters.recipe, seed: UInt64(parameters.seed)).text }
}
