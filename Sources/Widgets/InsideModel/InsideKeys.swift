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
  /// Whether tokens are drawn.
  static let isSampling = KeyFact("isSampling")
  /// Whether units are gone through.
  static let isOfUnits = KeyFact("isOfUnits")
  /// Whether Space shows what is covered, or stops what is computed.
  static let hasToSee = KeyFact("hasToSee")
  /// Whether a covered page has none behind it.
  static let onlyTurnsBack = KeyFact("onlyTurnsBack")
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
    KeyBinding(
      [.character("n")], "next-page", "the next page",
      footer: .at(4, "page", when: .when(.isAsking)), .nextPage),
    KeyBinding(
      [.character("p")], "page-before", "the page before",
      footer: .at(4, "page", when: .when(.onlyTurnsBack)), .previousPage),
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
      footer: .at(2, "draw", when: .when(.goesOn)).saying("unit", when: .isOfUnits), .on),
    KeyBinding(
      [.character("<")], "take-back", "take the last token back; of units, the one before",
      footer: .at(2, "take back", when: .when(.goesOn)).saying("unit before", when: .isOfUnits),
      .back),
    KeyBinding(
      [.character("+")], "hotter", "twice the temperature",
      footer: .at(3, "temperature", when: .when(.isSampling)).beside(.colder).short("heat"),
      .hotter),
    KeyBinding([.character("-")], "colder", "half the temperature", .colder),
    KeyBinding(
      [.character("l")], "learn",
      "train a copy on the notes that are open: what it learns and forgets",
      .notes),
  ]

  package var facts: Set<KeyFact> {
    .those([
      .isAsking: isCovered, .onlyTurnsBack: isCovered && turning == .previousPage,
      .hasToSee: isCovered || !record.isComplete,
      .isPartOff: parameters.off.contains(parameters.component),
      .isSampling: parameters.page == .sample,
      .goesOn: [.sample, .units].contains(parameters.page),
      .isOfUnits: parameters.page == .units, .opensHead: opensHead,
    ])
  }
  package var choiceCount: Int? { isCovered ? answerCount : InsidePage.allCases.count }

  /// Whether Enter is for the head and not for the next token.
  var opensHead: Bool { isHead && ![.sample, .answers].contains(parameters.page) }

  package func offers(_ action: Action, at cursor: Cursor) -> Bool {
    switch action {
    case .digit(let digit):
      return isCovered ? digit <= choiceCount ?? 0 : digit != parameters.page.number
    case .open, .draws: return whyWaits(action) == nil
    case .see: return true
    case .notes: return isInside
    case .stepper, .row: return isHead && whyWaits(action) == nil
    default:
      do { return try changed(by: action, at: cursor) != parameters } catch { return false }
    }
  }

  package func effects(of action: Action, at cursor: Cursor) -> [WidgetEffect] {
    let effects: [WidgetEffect]
    switch action {
    case .ask where isCovered:
      return [.say("Nothing is covered from now on: \(Self.mention(.ask)) covers again")]
    case .ask where parameters.guess == .skipped:
      return [.say("What a page answers is covered again, until you have guessed")]
    case .open where isReading, .draws where isReading, .stepper where isReading,
      .row where isReading:
      effects = [.say("The model still reads the text")]
    case .open, .draws, .row, .stepper:
      effects = whyWaits(action).map { [.say($0)] } ?? opened(by: action)
    case .notes where isInside:
      effects = [
        .openOnNotes(
          OwnNotesWidget.name, key: OwnNotesWidget.textKey, most: OwnNotesWidget.mostLearnt)
      ]
    default: return []
    }
    // Asked for last: some of it may have been read just now.
    return model.problem.map { [.say($0.message)] } ?? effects
  }

  private func opened(by action: Action) -> [WidgetEffect] {
    switch action {
    case .row: softmax
    case .stepper: stepper
    case .open where opensHead: stepper
    default: sampling
    }
  }

  /// Why a key waits on a covered page.
  var guessFirst: String {
    "A guess first, 1–\(choiceCount ?? 0): \(Self.mention(.see)) shows it without one"
  }
  /// Files hold the page: it is guessed, or shown, before they do.
  package var whyNotExported: String? { isCovered ? guessFirst : nil }

  package var asksNow: Bool { isCovered }
  package func standingQuestion(ascii: Bool) -> LabQuestion? {
    isCovered ? question(ascii: ascii)?.asked : nil
  }
  package func pauses(after action: Action) -> Bool { action == .see && !isCovered }

  package var withQuestion: Parameters? {
    guard question != nil else { return nil }
    var changed = parameters
    changed.guess = .asking(1)
    return changed
  }
  package static let insteadOfCursor = "; place = 4 is a token, head = L1H0 a part"
}
