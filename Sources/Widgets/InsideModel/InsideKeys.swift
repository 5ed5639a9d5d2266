import Basics
import Formulas
import Inside
import Models
import Numerics
import TextUI

extension KeyFact {
  /// Whether the part under the cursor is switched off.
  static let isPartOff = KeyFact("isPartOff")
  /// Whether tokens are drawn one by one, or units gone through.
  static let goesOn = KeyFact("goesOn")
  /// Whether the line that is drawn has ended: nothing more is drawn.
  static let hasEnded = KeyFact("hasEnded")
  /// Whether units are gone through.
  static let isOfUnits = KeyFact("isOfUnits")
  /// Whether Space shows what is covered, or stops what is computed.
  static let hasToSee = KeyFact("hasToSee")
  /// Whether Enter opens a head.
  static let opensHead = KeyFact("opensHead")
}

extension InsideWidget {
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding(
      [.character("g")], "ask",
      "guess what the page answers once more; while it is covered, show all from now on, or cover it again",
      footer: .at(9, "guess").saying("show all", when: .isAsking, at: 3), .ask),
    KeyBinding(
      [.character(" ")], "see", "see what is asked without a guess; else stop computing, or go on",
      footer: .at(5, "stop", when: .when(.hasToSee)).saying("see", when: .isAsking, at: 1)
        .saying("go on", when: .isPaused), or: "pause", .see),
    .numbers(
      through: InsidePage.allCases.count, "look",
      "the page of that number; while its answer is covered, a guess at it",
      footer: .at(3, "page").saying("guess", when: .isAsking, at: 2)
    ) { .digit($0) },
    KeyBinding([.character("n")], "next-page", "the next page", .nextPage),
    KeyBinding([.character("p")], "page-before", "the page before", .previousPage),
    KeyBinding(
      [.left], "earlier", "the token before",
      footer: .at(4, "token").beside(.later), .earlier),
    KeyBinding([.right], "later", "the next token", .later),
    KeyBinding([.home], "first", "the first token", .first),
    KeyBinding([.end], "last", "the last token", .last),
    KeyBinding([.up], "layer-before", "the same part of the layer before", .layerUp),
    KeyBinding([.down], "layer", "the same part of the next layer", .layerDown),
    KeyBinding(
      [.tab], "part", "the next head, or MLP", footer: .at(5, "head"), .nextPart),
    KeyBinding([.backTab], "part-back", "the head or MLP before", .previousPart),
    KeyBinding(
      [.character("x")], "off", "switch the head or MLP under the cursor off, or on again",
      footer: .at(6, "switch off").saying("switch on", when: .isPartOff).short("off"), .off),
    KeyBinding(
      [.character("X")], "layer-off", "switch its whole layer off, or on again", .layerOff),
    KeyBinding([.character("z")], "all-on", "switch everything on again", .allOn),
    KeyBinding(
      [.character("m")], "model",
      "the next model over the same weights: base, instruct, prefer, "
        + "overprefer", footer: .at(7, "model"), .model),
    KeyBinding(
      [.enter], "open",
      "the head under the cursor in the attention stepper; where none is looked at, the scores of the next "
        + "token in sampling",
      footer: .at(8, "sampling", when: .unless(.isAsking)).saying("stepper", when: .opensHead),
      .open),
    KeyBinding(
      [.character("d")], "draw", "the scores of the next token in sampling", .draws),
    KeyBinding([.character("i")], "stepper", "the head in the attention stepper", .stepper),
    KeyBinding([.character("O")], "row", "where the head looks from here, in softmax", .row),
    KeyBinding(
      [.character("P")], "patch",
      "a second text with two words in each other's place, to patch from",
      .swap),
    KeyBinding([.character("c")], "cases", "evidence from cases of the next kind", .subject),
    KeyBinding(
      [.character(">")], "on", "draw a token more; of units, the next one",
      footer: .at(2, "draw", when: .when(.goesOn)).beside(.back).saying("unit", when: .isOfUnits),
      .on),
    KeyBinding(
      [.character("<")], "take-back", "take the last token back; of units, the one before",
      footer: .at(2, "take back", when: .when(.hasEnded)), .back),
    KeyBinding([.character("+")], "hotter", "twice the temperature", .hotter),
    KeyBinding([.character("-")], "colder", "half the temperature", .colder),
    KeyBinding(
      [.character("l")], "learn",
      "train a copy on the notes that are open: what it learns and forgets",
      .notes),
  ]

  package var facts: Set<KeyFact> {
    .those([
      .isAsking: isCovered, .hasToSee: isCovered || !record.isComplete,
      .isPartOff: parameters.off.contains(parameters.component),
      .hasEnded: parameters.page == .sample && hasEnded,
      .goesOn: [.sample, .units].contains(parameters.page),
      .isOfUnits: parameters.page == .units, .opensHead: opensHead,
    ])
  }
  package var choiceCount: Int? {
    isCovered ? question?.asked.choices.count : InsidePage.allCases.count
  }

  /// Whether Enter is for the head and not for the next token.
  private var opensHead: Bool {
    guard case .head = parameters.component else { return false }
    return ![.sample, .answers].contains(parameters.page)
  }

  package func offers(_ action: Action, at cursor: Cursor) -> Bool {
    switch action {
    case .digit(let digit):
      return isCovered && digit <= choiceCount ?? 0 || digit != parameters.page.number
    case .open, .see, .draws: return true
    case .notes: return isInside
    case .stepper, .row:
      if case .head = parameters.component { return true } else { return false }
    default:
      do { return try changed(by: action, at: cursor) != parameters } catch { return false }
    }
  }

  package func effects(of action: Action, at cursor: Cursor) -> [WidgetEffect] {
    let effects: [WidgetEffect]
    switch action {
    case .open where isCovered: return []
    case .ask where isCovered:
      return [.say("Nothing is covered from now on: \(Self.mention(.ask)) covers again")]
    case .ask where parameters.guess == .skipped:
      return [.say("What a page answers is covered again, until you have guessed")]
    case .open where isReading, .draws where isReading, .stepper where isReading,
      .row where isReading:
      effects = [.say("The model still reads the text")]
    case .open: effects = opensHead ? stepper : sampling
    case .draws: effects = sampling
    case .stepper: effects = stepper
    case .row: effects = softmax
    case .notes where isInside:
      effects = [.openOnNotes(OwnNotesWidget.name, key: "learn", most: OwnNotesWidget.mostLearnt)]
    default: return []
    }
    // Asked for last: some of it may have been read just now.
    return model.problem.map { [.say($0.message)] } ?? effects
  }

  package var asksNow: Bool { isCovered }
  package func pauses(after action: Action) -> Bool { action == .see && !isCovered }

  package var withQuestion: Parameters? {
    guard question != nil else { return nil }
    var changed = parameters
    changed.guess = .asking(1)
    return changed
  }
  package static let insteadOfCursor = "; place = 4 is a token, head = L1H0 a part"

  // MARK: Changes

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    if isCovered {
      switch action {
      // Digits that are no answer lead to their pages.
      case .digit(let digit) where digit <= choiceCount ?? 0:
        return uncovered(guess: .made(digit))
      case .see, .open: return uncovered()
      case .ask: return uncovered(guess: .skipped)
      default: break
      }
    }
    var changed = parameters
    switch action {
    case .open, .see, .draws, .stepper, .row: return parameters
    case .notes:
      guard isInside else {
        throw InputProblem(
          "\(Self.mention(.notes)) trains a copy of the model inside, and no other: not of \(model.name)"
        )
      }
      return parameters
    case .digit(let digit): changed.page = InsidePage.allCases[digit - 1]
    case .nextPage, .previousPage:
      let next = parameters.page.number - 1 + (action == .nextPage ? 1 : -1)
      guard InsidePage.allCases.indices.contains(next) else { return parameters }
      changed.page = InsidePage.allCases[next]
    case .earlier: changed.place = max(0, place - 1)
    case .later: changed.place = min(tokens.count - 1, place + 1)
    case .first: changed.place = 0
    case .last: changed.place = tokens.count - 1
    case .layerUp: changed.component = parameters.component.moved(by: -1, in: decoder.shape)
    case .layerDown: changed.component = parameters.component.moved(by: 1, in: decoder.shape)
    case .nextPart: changed.component = part(after: 1)
    case .previousPart: changed.component = part(after: -1)
    case .off:
      guard !parameters.off.contains(.layer(layer)) else {
        throw InputProblem(
          "All of L\(layer) is off, and this with it: \(Self.mention(.layerOff)) switches it on again"
        )
      }
      changed.toggle(parameters.component)
    case .layerOff: changed.toggle(.layer(layer))
    case .allOn: changed.off = []
    case .model:
      let variants = variants
      guard variants.count > 1, let at = variants.firstIndex(of: parameters.model) else {
        throw InputProblem("There is one model over these weights: \(model.name)")
      }
      (changed.model, changed.said) = (variants[(at + 1) % variants.count], [])
    case .ask:
      // Whoever looked without guessing guesses again, wherever something is asked.
      if parameters.guess == .skipped { return withQuestion ?? changed.asking }
      guard let asking = withQuestion else {
        throw InputProblem(whyNothingIsAsked)
      }
      return asking
    case .swap: try swap(&changed)
    case .subject:
      guard parameters.page == .evidence else {
        throw InputProblem("\(Self.mention(.subject)) is for the evidence, page 8")
      }
      changed.subject = parameters.subject.following
    case .on: try goOn(&changed)
    case .back: try goBack(&changed)
    case .hotter, .colder:
      guard parameters.page == .sample else {
        throw InputProblem("The temperature is for sampling, page 6")
      }
      changed.temperature =
        action == .hotter
        ? Temperature.hotter(parameters.temperature) : parameters.temperature / 2
    }
    // A guess is of what was asked.
    if changed != parameters, changed.guess != .skipped { changed.guess = .none }
    // Each layer has its own strongest unit.
    if changed.component.layer != layer || changed.place != parameters.place { changed.unit = nil }
    return changed
  }

  private func part(after step: Int) -> Component {
    let all = Component.all(of: decoder.shape)
    let at = all.firstIndex(of: parameters.component) ?? 0
    return all[(at + step + all.count) % all.count]
  }

  /// Whether what was drawn has come to its end.
  private var hasEnded: Bool {
    tokens.last.map(model.isEnd) == true && !parameters.said.isEmpty
  }

  private func swap(_ changed: inout Parameters) throws(InputProblem) {
    changed.page = .patch
    guard parameters.second.isEmpty else {
      // Where one is there that nothing is patched from, another has to be typed.
      guard parameters.page != .patch || study(Patching.self) != nil || !isDone else {
        throw InputProblem(anotherSecond)
      }
      return
    }
    guard let other = SwappedText.of(parameters.text) else {
      throw InputProblem("Type a text to patch from, of as many tokens: = second = …")
    }
    changed.second = other
  }

  private func goOn(_ changed: inout Parameters) throws(InputProblem) {
    switch parameters.page {
    case .units:
      let all = strongest
      guard let unit, let at = all.firstIndex(of: unit), at + 1 < all.count else {
        throw InputProblem("These are the strongest; = unit = 17 opens any other")
      }
      changed.unit = all[at + 1]
    case .sample:
      guard !hasEnded else {
        throw InputProblem("The line has ended; \(Self.mention(.back)) takes a token back")
      }
      guard tokens.count < model.longest else {
        throw InputProblem(
          "\(model.whyFull(at: tokens.count)): \(Self.mention(.back)) takes a token back")
      }
      guard !isReading else { throw InputProblem("The model still reads the text") }
      guard let token = drawn else { throw InputProblem("No token has a share") }
      changed.said.append(token)
      changed.place = nil
    default:
      throw InputProblem(
        "\(Self.mention(.on)) draws a token on page 6, and leads to the next unit on page 5")
    }
  }

  private func goBack(_ changed: inout Parameters) throws(InputProblem) {
    switch parameters.page {
    case .units:
      let all = strongest
      guard let unit, let at = all.firstIndex(of: unit), at > 0 else {
        throw InputProblem("This is the strongest unit")
      }
      changed.unit = all[at - 1]
    case .sample:
      guard !parameters.said.isEmpty else {
        throw InputProblem("Nothing was drawn yet: \(Self.mention(.on)) draws")
      }
      changed.said.removeLast()
      changed.place = nil
    default:
      throw InputProblem(
        "\(Self.mention(.back)) takes a token back on page 6, and leads to the unit before on page 5"
      )
    }
  }

  // MARK: Sampling

  /// How the token after the last is chosen.
  var choice: Sampling {
    Sampling(
      cached?.logits ?? look.logits(after: tokens.count - 1), temperature: parameters.temperature,
      topK: parameters.topK == 0 ? nil : parameters.topK,
      topP: parameters.topP == 1 ? nil : parameters.topP)
  }

  /// The token that is drawn next: each place has its own random number, whatever came before.
  private var drawn: Int? {
    var draws = SeededGenerator(seed: UInt64(parameters.seed))
    for _ in parameters.said { _ = draws.unit() }
    return choice.draw(using: &draws)
  }
}

extension InsideWidget.Parameters {
  /// The same where one guesses first.
  fileprivate var asking: Self {
    var changed = self
    changed.guess = .none
    return changed
  }

  fileprivate mutating func toggle(_ component: Component) {
    if let at = off.firstIndex(of: component) { off.remove(at: at) } else { off.append(component) }
  }
}

extension Component {
  /// The same part of a layer so many on, as far as there is one.
  fileprivate func moved(by step: Int, in shape: DecoderShape) -> Component {
    let next = layer + step
    guard (0..<shape.layers).contains(next) else { return self }
    switch self {
    case .head(_, let head): return .head(layer: next, head: head)
    case .mlp: return .mlp(layer: next)
    case .layer: return .layer(next)
    }
  }
}
