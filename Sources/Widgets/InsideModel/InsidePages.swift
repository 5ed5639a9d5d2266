import Inside
import Lab
import Models
import Numerics
import Plots
import TextUI

extension InsideWidget {
  /// How far a study has come, while it goes on.
  func working(_ what: String) -> [WidgetBlock] {
    guard !isDone else { return [] }
    let share = LabText.percent(record.progress ?? 0)
    return [.text(["\(what): \(share) done"], .muted, rank: 1, hasGap: false)]
  }

  /// Why a page has nothing for a model that others made.
  private func lacking(_ why: String) -> WidgetBlock {
    .text(["\(why): \(model.name) has none. Pages 1 to 4 and 6 are of any model."], rank: 0)
  }

  // MARK: The map of a head

  func mapPage(_ view: View) -> [WidgetBlock] {
    guard case .head(let layer, let head) = parameters.component else {
      return [
        .text(
          [
            "\(parameters.component.name) looks at no other place: \(key(.nextPart, view)) leads to a head."
          ], rank: 0)
      ]
    }
    let count = tokens.count
    let rows = (0..<count).map { place -> [Double] in
      let weights = look.weights(layer: layer, head: head, from: place)
      return weights + Array(repeating: 0, count: count - weights.count)
    }
    let key = rows[place].max().flatMap(rows[place].firstIndex) ?? 0
    var grid = Grid(
      map: "\(parameters.component.name): from each row's token, at each column's",
      Matrix(rows) ?? .row([0]), numbers: NumberText(significant: 3, ascii: view.ascii).ofShares)
    grid.rowNames = tokens.enumerated().map { "\($0) \(visible($1, ascii: view.ascii))" }
    grid.heats = rows.enumerated().map { row, weights in
      weights.enumerated().map { $0 > row ? nil : $1 }
    }
    grid.selected = Point(column: key, row: place)
    grid.isFocused = true
    grid.cut = GridCut(
      rows: Array(0..<count), columns: Array(0..<count), size: GridSize(rows: count, columns: count)
    )
    let legend = HeatLegend.block(from: 0, to: 1, view.numbers)
    let looks = headLines(view)
    let said: [WidgetBlock] =
      view.isWide
      ? []
      : [
        WidgetBlock(
          .drawing(
            rows: 3...5, draw: { looks.lines(columns: $0, rows: $1, ascii: view.ascii) },
            told: { looks.told }), rank: 1)
      ]
    return [.grids(grid, rank: 0)] + said + [legend]
  }

  // MARK: Without each part

  func withoutPage(_ view: View) -> [WidgetBlock] {
    guard let ablation = study(Ablation.self) else {
      return [.text(["Each part is switched off by itself: it begins."], .muted, rank: 0)]
    }
    let answer = visible(ablation.token, ascii: view.ascii)
    let shape = decoder.shape
    let all = Component.all(of: shape)
    let each = all.count / max(shape.layers, 1)
    let texts = (0..<shape.layers).map { layer in
      (0..<each).map { column -> String in
        let part = all[layer * each + column]
        if isOff(part) { return "off" }
        return ablation[part].map { LabText.share($0.probability) } ?? "?"
      }
    }
    var grid = Grid(
      "what \(answer) keeps without", texts: texts,
      rowNames: (0..<shape.layers).map { "L\($0)" },
      columnNames: (0..<shape.heads).map { "H\($0)" } + ["MLP"])
    grid.cover = { row, column in texts[row][column] == "?" ? .later : nil }
    grid.selected = all.firstIndex(of: parameters.component).map {
      Point(column: $0 % each, row: $0 / each)
    }
    grid.isFocused = true
    let worst = ablation.outcomes.sorted { $0.probability < $1.probability }.prefix(5)
    let bars = ShareBars(
      title: "most is lost without",
      bars: worst.map { outcome in
        ShareBars.Bar(
          name: outcome.component.name, share: outcome.probability,
          note: outcome.top.token == ablation.token
            ? "" : ", then \(visible(outcome.top.token, ascii: view.ascii))")
      })
    // What is off may have brought another to the front: then that is the one that is followed.
    let led = whole?.next(after: place, top: 1).first
    let lead = led.flatMap { led in
      led.token == ablation.token
        ? nil
        : " With everything on \(visible(led.token, ascii: view.ascii)) led, with "
          + "\(LabText.share(led.probability))."
    }
    return [
      .text(
        [
          "\(answer) has \(LabText.share(ablation.whole)) after \(visible(at: place, ascii: view.ascii))"
            + (parameters.off.isEmpty ? "." : " as it is.") + (lead ?? "")
        ], rank: 1, hasGap: false),
      .grids(grid, rank: 0),
      WidgetBlock(
        .drawing(
          rows: 2...6, draw: { bars.lines(columns: $0, rows: $1, ascii: view.ascii) },
          told: { bars.told }), rank: 1),
    ] + working("switching off")
  }

  // MARK: Patching

  func patchPage(_ view: View) -> [WidgetBlock] {
    guard !parameters.second.isEmpty else {
      return [
        .text(
          [
            "\(key(.swap, view)) makes a second text with two words in each other's place; = second = … takes yours, of as "
              + "many tokens."
          ], rank: 0)
      ]
    }
    let others = others
    guard others.count == tokens.count else {
      return [
        .text(
          [
            "The second text has \(others.count) tokens and this one \(tokens.count): they must have as "
              + "many, place for place."
          ], Style(.warning), rank: 0)
      ]
    }
    let second = WidgetBlock.figure(flow(others, view), rank: 2)
    guard let patching = study(Patching.self) else {
      return [
        second,
        .text(
          [
            isDone
              ? "Both texts have the same answer: there is nothing to bring back."
              : "Place by place is put in: it begins."
          ], .muted, rank: 0),
      ]
    }
    let (own, other) = (
      visible(patching.own, ascii: view.ascii), visible(patching.other, ascii: view.ascii)
    )
    var grid = Grid(
      map: "how much of \(other) it brings back, before each layer",
      Matrix(patching.restored) ?? .row([0]),
      numbers: NumberText(significant: 2, ascii: view.ascii).ofShares)
    grid.rowNames = patching.restored.indices.map {
      $0 < decoder.shape.layers ? "L\($0)" : "end"
    }
    grid.heats = patching.restored.enumerated().map { level, row in
      row.enumerated().map { patching.isKnown(level: level, place: $0) ? $1 : nil }
    }
    grid.selected = Point(column: place, row: layer)
    grid.isFocused = true
    grid.cut = GridCut(
      rows: Array(patching.restored.indices), columns: Array(tokens.indices),
      size: GridSize(rows: patching.restored.count, columns: tokens.count))
    let last = tokens.count - 1
    func share(_ token: Int) -> String {
      LabText.share(look.probability(of: token, after: last))
    }
    let arrow = view.ascii ? "->" : "→"
    let after = patching.shares[layer][place].map { [$0.own, $0.other].map(LabText.share) }
    let (ownAfter, otherAfter) = (after?[0] ?? "?", after?[1] ?? "?")
    let words =
      "Before L\(layer), at \(visible(tokens[place], ascii: view.ascii)) @\(place), put in what the second "
      + "text has: \(own) \(share(patching.own)) \(arrow) \(ownAfter), \(other) "
      + "\(share(patching.other)) \(arrow) \(otherAfter)."
    return [
      second, .grids(grid, rank: 0), HeatLegend.block(from: 0, to: 1, view.numbers),
      said(words, view),
    ] + working("patching")
  }

  /// Words in as many lines wherever the mark stands, so that nothing moves with it.
  private func said(_ words: String, _ view: View) -> WidgetBlock {
    let lines = view.room.map { $0.columns < 76 ? 4 : 2 } ?? 2
    return WidgetBlock(
      .drawing(
        rows: 2...lines,
        draw: { columns, rows in
          let all = Wrapping.lines(of: words, width: max(1, min(columns, BlockPart.widestText)))
          return (0..<rows).map { [Cell](all.indices.contains($0) ? all[$0] : "", .text) }
        }, told: { [words] }), rank: 1)
  }

  // MARK: Units

  func unitsPage(_ view: View) -> [WidgetBlock] {
    guard isOwn else {
      return [lacking("Units are studied over new text in the words of the model inside")]
    }
    let activations = look.activations(layer: layer, at: place)
    let strongest = strongest
    guard let unit, !strongest.isEmpty else {
      return [.text(["This model has no MLP."], rank: 0)]
    }
    let shown = strongest.contains(unit) ? strongest : [unit] + strongest.dropLast()
    let numbers = NumberText(significant: 3, ascii: view.ascii)
    var grid = Grid(
      "units of L\(layer)MLP that write most at \(visible(at: place, ascii: view.ascii))",
      texts: shown.map { unit in
        [numbers.text(activations[unit])]
          + look.written(byUnit: unit, layer: layer, at: place, top: 2).map {
            visible($0.token, ascii: view.ascii)
          }
      }, rowNames: shown.map { "unit \($0)" }, columnNames: ["active", "writes for", "and for"])
    grid.selected = shown.firstIndex(of: unit).map { Point(column: 0, row: $0) }
    grid.isFocused = true
    guard let study = study(UnitStudy.self), !study.moments.isEmpty else {
      return [.grids(grid, rank: 0), .text(["New text is read: it begins."], .muted, rank: 1)]
    }
    let lines = study.moments.prefix(6).map { moment -> [Cell] in
      var line = [Cell](numbers.text(moment.activation).padded(to: 9), .text)
      let before = moment.before.map { visible($0, ascii: view.ascii) }.joined()
      line.append(before, .muted)
      line.append("[\(visible(moment.token, ascii: view.ascii))]", Style(.strong, .bold))
      return line
    }
    let heading =
      "what drives unit \(unit), of \(study.seen) tokens of new text"
      + (parameters.off.isEmpty ? "" : ", with everything on")
    let rare =
      "More than a tenth as active as there: at \(LabText.share(study.share)) of the tokens."
    return [
      .grids(grid, rank: 0),
      WidgetBlock(
        .lines([[Cell](heading, Style(.heading, .bold))] + lines + [[Cell](rare, .text)]), rank: 1),
    ] + working("reading")
  }

  // MARK: Sampling

  func samplePage(_ view: View) -> [WidgetBlock] {
    let choice = choice
    let numbers = NumberText(significant: 3, ascii: view.ascii)
    let temperature = "temperature \(numbers.text(parameters.temperature))"
    // On a low screen the line of settings gives way, and what the bars depend on most does not.
    let title =
      parameters.temperature == 0
      ? "the next token: at 0 the likeliest"
      : view.isShort ? "the next token, \(temperature)" : "the next token"
    let bars = ShareBars(
      title: title,
      // What has no share and was not cut either is nothing that a sampler sees.
      bars: choice.order.prefix(8).filter { token in
        choice.probabilities[token] > 0
          || parameters.temperature > 0 && !choice.kept.contains(token)
      }.map { token in
        ShareBars.Bar(
          name: visible(token, ascii: view.ascii), share: choice.probabilities[token],
          note: choice.kept.contains(token) ? "" : ", cut")
      })
    let settings = [
      temperature,
      parameters.topK == 0 ? "top-k all" : "top-k \(parameters.topK)",
      parameters.topP == 1 ? "top-p all" : "top-p \(numbers.text(parameters.topP))",
      "seed \(parameters.seed)", "\(parameters.said.count) drawn",
    ]
    let shape = decoder.shape
    let kept = tokens.count * 2 * shape.keyHeads * shape.headWidth * shape.layers
    let cache =
      !isOwn
      ? "Each step reads the text again, \(tokens.count) tokens: all of it is kept for the other pages."
      : cached == nil
        ? "With parts off every step reads all \(tokens.count) tokens again: the cache knows of no part."
        : "The cache holds keys and values of \(tokens.count) tokens, "
          + "\(LabText.grouped(kept)) numbers: one more costs one place, without it \(tokens.count + 1)."
    return [
      .figure(PartsLine(parts: settings), rank: 2, hasGap: false),
      WidgetBlock(
        .drawing(
          rows: 3...9, draw: { bars.lines(columns: $0, rows: $1, ascii: view.ascii) },
          told: { bars.told }), rank: 0), .text([cache], rank: 1),
    ]
  }

  // MARK: Answers

  func answersPage(_ view: View) -> [WidgetBlock] {
    guard isOwn else {
      return [lacking("Answers are compared between models over the same weights")]
    }
    guard let odds = study(AnswerOdds.self), !odds.answers.isEmpty else {
      return [.text(["The models are asked: it begins."], .muted, rank: 0)]
    }
    let texts = odds.answers.indices.map { answer in
      odds.models.indices.map { model in
        odds.cells[model][answer].map { LabText.share($0.probability) } ?? "?"
      }
    }
    let title = "would say exactly this next"
    let answers = odds.answers.map { TokenText.visible(Array($0.utf8), ascii: view.ascii) }
    let names = odds.models.map { model.name(with: $0) }
    let widest = 26
    let width =
      min(widest, answers.map(\.displayWidth).max() ?? 0)
      + names.map { max($0.displayWidth, 8) + 2 }.total + 4
    // Where the table would be cut, each answer has a line for all models.
    let isLong = names.contains { $0.displayWidth > 20 }
    if let columns = view.room?.columns, isLong || width > columns {
      let current = variants.firstIndex(of: parameters.model)
      // The one that was asked about comes first, beside what came of the guess.
      let asked = parameters.guess.made == nil ? nil : odds.askedAbout
      let order = answers.indices.sorted { ($0 == asked ? 0 : 1, $0) < ($1 == asked ? 0 : 1, $1) }
      let lists = order.flatMap { answer -> [WidgetBlock] in
        // The first stays, whatever else has to go.
        let rank = answer == order.first ? 0 : 2
        let shares = names.enumerated().map { at, name in
          [Cell](
            "\(name) \(texts[answer][at])", at == current ? Style(.accent, .bold) : .text)
        }
        let isTooLong = shares.contains { $0.count + 1 > columns }
        return [
          .text(
            [answers[answer]], Style(.strong, .bold), rank: rank,
            hasGap: answer != order.first),
          isTooLong
            ? WidgetBlock(.lines(shares), rank: rank, hasGap: false)
            : .figure(PartsLine(parts: shares, gap: 2), rank: rank, hasGap: false),
        ]
      }
      return [.text([title], Style(.heading, .bold), rank: 2, hasGap: false)] + lists
        + working("asking")
    }
    var grid = Grid(title, texts: texts, rowNames: answers, columnNames: names)
    grid.nameLimit = widest
    grid.cover = { row, column in texts[row][column] == "?" ? .later : nil }
    grid.lit = [
      LitCells(
        place: .column(variants.firstIndex(of: parameters.model) ?? 0), role: .accent)
    ]
    let format =
      "\(model.name(with: "base")) reads the text and goes on"
      + (variants.count > 1
        ? "; the others are asked it: <user> before it, <bot> before the answer." : ".")
    return [.grids(grid, rank: 0), .text([format], rank: 2)] + working("asking")
  }

  // MARK: Evidence

  func evidencePage(_ view: View) -> [WidgetBlock] {
    guard isOwn else { return [lacking("Evidence is of cases in the words of the model inside")] }
    guard let evidence = study(Evidence.self) else {
      return [
        .text(
          ["\(Evidence.cases) cases of \(parameters.subject.rawValue): it begins."], .muted, rank: 0
        )
      ]
    }
    let table = EvidenceTable(evidence)
    var grid = Grid(
      table.title, texts: table.rows, rowNames: evidence.rows.map(\.component.name),
      columnNames: EvidenceTable.columns)
    grid.cover = { [rows = table.rows] row, column in rows[row][column] == "?" ? .later : nil }
    grid.selected = evidence.rows.firstIndex { $0.component == parameters.component }.map {
      Point(column: 0, row: $0)
    }
    grid.isFocused = true
    grid.cut = GridCut(
      rows: Array(table.rows.indices), columns: Array(EvidenceTable.columns.indices),
      size: GridSize(rows: table.rows.count, columns: EvidenceTable.columns.count))
    return [.grids(grid, rank: 0), .text([table.whole + " " + EvidenceTable.legend], rank: 2)]
      + working("trying")
  }
}
