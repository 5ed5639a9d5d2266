import Inside
import Lab
import Models
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
      // What is asked of a second text is asked beside it.
      let second =
        parameters.page == .patch ? [WidgetBlock.figure(flow(others, view), rank: 2)] : []
      return [strip, text] + second + switched(view) + [asked(question.asked, view)]
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
    guard !isUntold else { return [.text([whyUntold(view)], rank: 0)] }
    return switch parameters.page {
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

  /// How far a study has come, while it goes on.
  func working(_ what: String) -> [WidgetBlock] {
    guard !isDone else { return [] }
    let share = LabText.percent(record.progress ?? 0)
    return [.text(["\(what): \(share) done"], .muted, rank: 1, hasGap: false)]
  }

  /// Why a page has nothing for a model that others made.
  func lacking(_ why: String) -> WidgetBlock {
    .text(["\(why): \(model.name) has none. Pages 1 to 4 and 6 are of any model."], rank: 0)
  }
}
