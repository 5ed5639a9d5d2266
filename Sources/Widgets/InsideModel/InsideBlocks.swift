import Inside
import Lab
import Models
import Plots
import TextUI

extension InsideWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    // While digits are answers, they are no pages.
    let strip = WidgetBlock(
      .strip(
        isCovered ? InsidePage.allCases.map(\.rawValue) : InsidePage.names,
        current: parameters.page.number - 1), rank: 1, hasGap: false)
    let text = WidgetBlock.figure(flow(tokens, view), rank: 0)
    let rest = rest(strip, text, view)
    // Asked for last: some of it may have been read just now.
    guard let problem = model.problem else { return rest }
    return [strip, text, .text([problem.message], Style(.warning), rank: 0), size]
  }

  private func rest(_ strip: WidgetBlock, _ text: WidgetBlock, _ view: View) -> [WidgetBlock] {
    if isCovered, let question = question(ascii: view.ascii) {
      return [strip, text] + switched(view) + [asked(question.asked, view)]
        + working("it is computed") + [howToSee(question.asked, view), size]
    }
    if isReading { return [strip, text] + switched(view) + reading() + [size] }
    let shown = [strip, text] + switched(view) + judged(view) + page(view) + [size]
    guard view.isWide else { return shown }
    return shown + guide(view)
  }

  private var size: WidgetBlock {
    let shape = decoder.shape
    return .text(
      [
        "\(shape.layers) layers, \(shape.heads) heads in each, "
          + "\(LabText.grouped(model.parameterCount)) parameters" + (isInside ? "" : ", \(origins)")
      ], isInside ? .muted : .text, rank: BlockLayout.filling)
  }

  /// Where the model comes from.
  private var origins: String {
    switch model {
    case .own: "\(model.name), a model of this program's own"
    case .disk(let disk):
      "\(disk.name), \(disk.family.rawValue) in \(disk.format), "
        + disk.types.map(\.rawValue).joined(separator: ", ")
        + (disk.tokenizerProblem == nil ? "" : ", no tokenizer: type the tokens' numbers")
    }
  }

  /// How far a model on disk has read the text.
  private func reading() -> [WidgetBlock] {
    let share = LabText.percent(record.progress ?? 0)
    return [
      .text(["The model reads the text: \(share) done."], .muted, rank: 0)
    ]
  }

  /// What the page shows beneath the text.
  private func page(_ view: View) -> [WidgetBlock] {
    switch parameters.page {
    case .next: nextPage(view)
    case .map: mapPage(view)
    case .without: withoutPage(view)
    case .patch: patchPage(view)
    case .units: unitsPage(view)
    case .sample: samplePage(view)
    case .answers: answersPage(view)
    case .evidence: evidencePage(view)
    }
  }

  /// Tokens over their numbers; those that were drawn are bold.
  func flow(_ tokens: [Int], _ view: View) -> TokenFlow {
    let first = self.tokens.count - parameters.said.count
    return TokenFlow(
      entries: tokens.enumerated().map { index, token in
        TokenFlow.Entry(
          text: visible(token, ascii: view.ascii), id: "\(token)", isNew: index >= first)
      }, selected: place)
  }

  /// How the answer is guessed, and how it is seen without.
  private func howToSee(_ question: LabQuestion, _ view: View) -> WidgetBlock {
    let numbers = "1\(view.ascii ? "-" : "–")\(question.choices.count)"
    return .text(
      [
        "\(numbers) guesses, \(key(.see, view)) shows it, \(key(turning, view)) turns the page; "
          + "\(key(.ask, view)) shows all from now on"
      ], rank: 0, hasGap: false)
  }

  func asked(_ question: LabQuestion, _ view: View) -> WidgetBlock {
    // All answers are there, whatever else has to go. The last column stays free.
    let columns = view.room.map { $0.columns - 1 }
    let least = max(3, question.leastHeight(columns))
    let most = max(least, question.height(columns))
    return question.block(0, rows: least...most, ascii: view.ascii)
  }

  private func switched(_ view: View) -> [WidgetBlock] {
    guard !parameters.off.isEmpty else { return [] }
    let names = parameters.off.map(\.name).joined(separator: ", ")
    // The cases are read with all parts on, each off by itself.
    let they = parameters.off.count == 1 ? "it is" : "they are"
    let but = isOwn && parameters.page == .evidence ? ", but in these cases \(they) on" : ""
    return [
      .text(
        ["off: \(names)\(but)   \(key(.allOn, view)) switches everything on"], Style(.warning),
        rank: 1, hasGap: false)
    ]
  }

  private func judged(_ view: View) -> [WidgetBlock] {
    guard let guess = parameters.guess.made, let question = question(ascii: view.ascii) else {
      return []
    }
    guard let verdict = verdict(of: question) else {
      let choice = question.asked.choices.indices.contains(guess - 1)
      return choice
        ? [.text(["You said \(question.asked.choices[guess - 1]); it is computed."], rank: 0)] : []
    }
    return [verdict.block(ascii: view.ascii)]
  }

  private func guide(_ view: View) -> [WidgetBlock] {
    var tries: [(key: String, text: String)] =
      question == nil ? [] : [("g", "guess, then see")]
    tries += [
      ("x", "switch this part off: what changes?")
    ]
    if variants.count > 1 { tries.append(("m", "the next model over the same weights")) }
    if isInside { tries.append(("l", "train a copy on your notes")) }
    switch parameters.page {
    case .next: tries.append(("Enter", "the scores in sampling"))
    case .map, .without: tries.append(("Enter", "this head, number by number"))
    case .patch: tries.append(("P", "a second text"))
    case .units: tries.append((">", "the next unit"))
    case .sample: tries.append((">", "draw a token"))
    case .answers: tries.append(("=", "answers = Mia. | Tom."))
    case .evidence: tries.append(("c", "cases of the next kind"))
    }
    let aside = parameters.page == .next || parameters.page == .map ? [headLook(view)] : []
    return Guide(heading: Self.title, why: [parameters.page.why], tries: tries)
      .pane(around: aside)
  }

  // MARK: The next token

  /// What comes after the place, and what would come with everything on.
  func nextBars(_ view: View, top count: Int = 6) -> ShareBars {
    var tokens = look.next(after: place, top: count).map(\.token)
    // What was likeliest with everything on stays in view.
    if let earlier = whole?.next(after: place, top: 2) {
      let lost = earlier.map(\.token).filter { !tokens.contains($0) }
      tokens = Array(tokens.prefix(count - lost.count)) + lost
    }
    return ShareBars(
      title: "next after \(visible(at: place, ascii: view.ascii))",
      beforeTitle: whole == nil ? "" : "with everything on",
      bars: tokens.map { token in
        ShareBars.Bar(
          name: visible(token, ascii: view.ascii),
          share: look.probability(of: token, after: place),
          before: whole?.probability(of: token, after: place))
      })
  }

  private func nextPage(_ view: View) -> [WidgetBlock] {
    let bars = nextBars(view)
    let next = WidgetBlock(
      .drawing(
        rows: 4...7, draw: { bars.lines(columns: $0, rows: $1, ascii: view.ascii) },
        told: { bars.told }), rank: 0)
    let lens = lens(view)
    guard !view.isWide else {
      let block = WidgetBlock(
        .drawing(rows: 2...6, draw: { lens.lines(columns: $0, rows: $1) }, told: { lens.told }),
        rank: 1)
      return [next, block, parts(view)]
    }
    let head = headLines(view)
    let both = WidgetBlock(
      .drawing(
        rows: 6...12,
        draw: { columns, rows in
          guard columns >= 70 else {
            return lens.lines(columns: columns, rows: min(rows, 6))
              + head.lines(columns: columns, rows: max(0, rows - 6), ascii: view.ascii)
          }
          let left = columns / 2 - 2
          return lens.lines(columns: left, rows: rows).beside(
            head.lines(columns: columns - left - 3, rows: rows, ascii: view.ascii), at: left + 3)
        }, told: { lens.told + [""] + head.told }), rank: 1)
    return [next, both, parts(view)]
  }

  private func lens(_ view: View) -> LensLines {
    LensLines(
      rows: lensLayers.map { layer in
        LensLines.Row(
          name: layer == 0 ? "tokens" : "after L\(layer - 1)",
          said: look.lens(layer: layer, after: place, top: 3).map {
            (visible($0.token, ascii: view.ascii), $0.probability)
          })
      })
  }

  /// The layers whose answers are known.
  private var lensLayers: [Int] {
    let all = 0...decoder.shape.layers
    return hasLens ? Array(all) : [decoder.shape.layers]
  }

  // MARK: The part under the cursor

  /// Where the head looks, and what it writes, as far as no page still asks that.
  func headLines(_ view: View) -> HeadLines {
    let component = parameters.component
    let from = visible(at: place, ascii: view.ascii)
    let best = isHidden(.next(place: place)) ? [] : look.next(after: place, top: 2).map(\.token)
    let written = zip(best, look.written(by: component, at: place, for: best)).map {
      (visible($0, ascii: view.ascii), $1)
    }
    guard case .head(let layer, let head) = component else {
      return HeadLines(
        bars: ShareBars(title: "\(component.name) at \(from)", bars: []), written: written,
        isOff: isOff(component))
    }
    let bars = ShareBars(
      title: "\(component.name) from \(from)",
      bars: look.strongestPlaces(layer: layer, head: head, from: place, top: 4).map {
        ShareBars.Bar(
          name: "\(visible(tokens[$0.place], ascii: view.ascii)) @\($0.place)", share: $0.weight)
      })
    return HeadLines(
      bars: bars, isCovered: isHidden(.looks(component, place: place)), written: written,
      isOff: isOff(component))
  }

  func headLook(_ view: View) -> WidgetBlock {
    let head = headLines(view)
    return WidgetBlock(
      .drawing(
        rows: 3...6, draw: { head.lines(columns: $0, rows: $1, ascii: view.ascii) },
        told: { head.told }), rank: 1)
  }

  /// All heads and MLPs, each head with the place that it looks at most.
  private func parts(_ view: View) -> WidgetBlock {
    let shape = decoder.shape
    let all = Component.all(of: shape)
    let each = all.count / max(shape.layers, 1)
    let cells = all.map { part -> PartsGrid.Cell in
      var (looks, told) = ("", "")
      if case .head = part, isHidden(.looks(part, place: place)) {
        looks = "?"
      } else if case .head(let layer, let head) = part,
        let most = look.strongestPlaces(layer: layer, head: head, from: place, top: 1).first
      {
        let share = LabText.percent(most.weight)
        // In its narrow column the share matters more than which of two alike it is.
        looks = "\(visible(tokens[most.place], ascii: view.ascii)) \(share)"
        told = "\(visible(at: most.place, ascii: view.ascii)) \(share)"
      }
      return PartsGrid.Cell(
        name: part.name, looks: looks, told: told, isSelected: part == parameters.component,
        isOff: isOff(part))
    }
    let grid = PartsGrid(
      rows: (0..<shape.layers).map { Array(cells[$0 * each..<($0 + 1) * each]) }, current: layer)
    return WidgetBlock(
      .drawing(
        rows: min(4, shape.layers)...shape.layers,
        draw: { grid.lines(columns: $0, rows: $1, ascii: view.ascii) },
        told: { grid.told }), rank: 2)
  }
}

/// What each layer would say if it were the last.
struct LensLines: Sendable {
  struct Row: Sendable {
    let name: String
    let said: [(token: String, share: Double)]
  }
  let rows: [Row]
  private static let title = "what it would say"

  func lines(columns: Int, rows count: Int) -> [[Cell]] {
    guard count > 0 else { return [] }
    // The last layers matter most.
    let shown = rows.suffix(max(0, count - 1))
    return [[Cell](Self.title, Style(.heading, .bold))]
      + shown.map { row in
        var line = [Cell](row.name.padded(to: 9), .muted)
        for (index, one) in row.said.enumerated() {
          let part = "\(one.token) \(LabText.percent(one.share))"
          guard line.count + part.displayWidth + 2 <= columns || index == 0 else { break }
          line.append((index == 0 ? " " : "  ") + part, index == 0 ? Style(.strong, .bold) : .text)
        }
        return line.shortened(to: columns)
      }
  }

  var told: [String] {
    [Self.title]
      + rows.map { row in
        "  \(row.name)  "
          + row.said.map { "\($0.token) \(LabText.percent($0.share))" }.joined(separator: "  ")
      }
  }
}

/// Where a head looks, and what it writes for the likeliest tokens.
struct HeadLines: Sendable {
  let bars: ShareBars
  /// Whether a page still asks where it looks.
  var isCovered = false
  /// Nothing where a page still asks for the tokens.
  let written: [(token: String, score: Double)]
  let isOff: Bool

  private func words(ascii: Bool) -> String {
    if isOff { return "It is off, and writes nothing." }
    guard !written.isEmpty else {
      return "What it writes, and for which token: page \(InsidePage.next.number) asks first."
    }
    return "writes "
      + written.map { one in
        let sign = one.score < 0 ? (ascii ? "-" : "−") : "+"
        return "\(sign)\(LabText.decimals(one.score.magnitude, 2)) for \(one.token)"
      }.joined(separator: ", ")
  }

  func lines(columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    guard rows > 0 else { return [] }
    var lines = bars.lines(columns: columns, rows: isCovered ? 1 : max(1, rows - 1), ascii: ascii)
    if isCovered, rows > 2 { lines.append([Cell](cover, .muted).shortened(to: columns)) }
    if rows > 1 { lines.append([Cell](words(ascii: ascii), .text).shortened(to: columns)) }
    return lines
  }

  private var cover: String { "Where it looks: page \(InsidePage.map.number) asks first." }

  var told: [String] {
    (isCovered ? [bars.title, "  " + cover] : bars.told) + ["  " + words(ascii: false)]
  }
}

/// Heads and MLPs, a row for each layer.
struct PartsGrid: Sendable {
  struct Cell: Sendable {
    let name: String
    /// The place that it looks at most; nothing for an MLP.
    let looks: String
    /// The same where there is room for more.
    let told: String
    let isSelected: Bool
    let isOff: Bool
  }
  let rows: [[Cell]]
  /// The row that stays in view.
  let current: Int

  func lines(columns: Int, rows count: Int, ascii: Bool) -> [[TextUI.Cell]] {
    let heads = max(1, (rows.first?.count ?? 1) - 1)
    // An MLP looks nowhere: its column is as wide as its name.
    let width = min(22, max(6, (columns - 6) / heads))
    let first = max(0, min(current - count / 2, rows.count - count))
    let selected = rows[min(current, rows.count - 1)].firstIndex(where: \.isSelected) ?? 0
    // Of many heads those around the cursor.
    let room = max(1, (columns - 6) / width)
    let start = max(0, min(selected - room / 2, heads - room))
    return rows.dropFirst(first).prefix(count).map { row in
      var line: [TextUI.Cell] = []
      if rows.count > count || heads > room {
        line.append(
          (row.first.map { String($0.name.prefix { $0 != "H" }) } ?? "").padded(to: 4), .muted)
      }
      for cell in row.dropFirst(start) {
        let own = cell.looks.isEmpty ? 6 : width
        line += one(cell, own, ascii: ascii)
      }
      return line.shortened(to: columns)
    }
  }

  private func one(_ cell: Cell, _ width: Int, ascii: Bool) -> [TextUI.Cell] {
    let bracket = Style(.accent, .bold)
    let style =
      cell.isOff
      ? Style(.muted, .struck) : cell.isSelected ? Style(.strong, [.bold, .selected]) : .text
    var text = [TextUI.Cell](cell.isSelected ? "[" : " ", bracket)
    let isNarrow = width < 14
    let name = isNarrow ? String(cell.name.drop { $0 != "H" && $0 != "M" }) : cell.name
    text.append(name + (cell.isOff ? (ascii ? "x" : "×") : ""), style)
    text.append(cell.isSelected ? "]" : " ", bracket)
    if !isNarrow {
      text += [TextUI.Cell](cell.isOff ? "off" : cell.looks, .muted).shortened(
        to: max(0, width - text.count - 1))
    }
    return text.fitted(to: width)
  }

  var told: [String] {
    rows.flatMap { $0 }.filter { !$0.told.isEmpty || $0.isOff }.map { cell in
      "\(cell.name): " + (cell.isOff ? "off" : "looks most at \(cell.told)")
    }
  }
}
