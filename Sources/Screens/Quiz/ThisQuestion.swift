import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// One question: what can be decided about it, what was, and how each answer to it went.
struct ThisQuestion: Screen {
  /// A line that is asked for.
  private enum Asking: Equatable { case remark, day }

  private let id: String
  /// Whether a test asks it just now: its lesson and its text would tell the answer.
  private let isInTest: Bool
  private var list = ListView()
  private var asking: (what: Asking, entry: LineEntry)?
  private var size = Size(columns: 80, rows: 20)

  init(_ id: String, inTest: Bool = false, in state: AppState) {
    self.id = id
    isInTest = inTest
    layOut(state)
  }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] { [QuestionKeys.table.all, QuestionKeys.line.all] }
  var looksBack: Bool { true }
  func title(in state: AppState) -> String {
    guard let question = question(state) else { return "This question" }
    return "This question  \(state.shownName(of: question.lesson))"
  }
  func keys(in state: AppState) -> [Shortcut] {
    asking == nil
      ? QuestionKeys.table.shortcuts(given: facts(state)) : QuestionKeys.line.shortcuts()
  }
  var prompt: Prompt? {
    asking.map { asking in
      switch asking.what {
      case .remark:
        Prompt(
          label: "What is wrong with it? ", field: asking.entry.field, note: "may stay empty",
          knowsBack: true)
      case .day:
        Prompt(
          label: "It comes back in days, or on: ", field: asking.entry.field, note: "9, or a date",
          knowsBack: true)
      }
    }
  }

  private func question(_ state: AppState) -> Question? { state.bank[id] }
  private func standing(_ state: AppState) -> Standing {
    state.progress?.standing(of: id) ?? Standing()
  }

  private func facts(_ state: AppState) -> Set<KeyFact> {
    let standing = standing(state)
    return .those([
      .isFlagged: standing.flag != nil, .isHeld: !standing.isAsked(on: state.today),
      .mayRead: !isInTest, .isMatched: match(state) != nil, .canUndo: lastDecision(state) != nil,
      .canMove: true,
    ])
  }

  /// What can be done now.
  private func deeds(_ state: AppState) -> [KeyBinding<QuestionKeys.Action>] {
    let facts = facts(state)
    return QuestionKeys.deeds.filter { $0.when.holds(given: facts) }
  }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line: return nil
    case .stateChanged:
      layOut(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    if case .resized(let size) = event {
      self.size = size
      layOut(state)
      return []
    }
    if let outcome = asking?.entry.update(event, by: QuestionKeys.line) {
      return type(outcome, state, now)
    }
    switch event {
    case .mouse:
      if list.picked(by: event) != nil { return act(.choose, state, now) }
    case .key(let key):
      guard let action = QuestionKeys.table.action(for: key, given: facts(state)) else { return [] }
      return act(action, state, now)
    default: break
    }
    return []
  }

  private mutating func act(
    _ action: QuestionKeys.Action, _ state: AppState, _ now: Moment
  ) -> [Effect] {
    switch action {
    case .move(let motion): list.move(motion)
    case .back: return [.back]
    case .choose:
      let deeds = deeds(state)
      guard deeds.indices.contains(list.selected) else { return [] }
      return act(deeds[list.selected].actions[0], state, now)
    case .flag: asking = (.remark, LineEntry(standing(state).flag ?? ""))
    case .due: asking = (.day, LineEntry())
    case .unflag, .suspend, .resume, .bury, .known: return decide(action, "", state, now)
    case .separate:
      return QuestionDeeds(id: id, state: state, now: now).effects(.separate) ?? []
    case .edit:
      guard let question = question(state) else { return [] }
      return [.edit(document: question.lesson.document, line: question.line)]
    case .lesson: return question(state).map { [.open(.lesson($0.lesson, .top))] } ?? []
    case .undo: return undo(state, now)
    }
    return []
  }

  private mutating func type(
    _ outcome: LineEntry.Outcome, _ state: AppState, _ now: Moment
  ) -> [Effect] {
    switch outcome {
    case .changed, .nothing: return []
    case .cancelled:
      asking = nil
      return []
    case .finished:
      guard let (what, entry) = asking else { return [] }
      let text = entry.field.text.trimmed
      switch what {
      case .remark:
        asking = nil
        return decide(.flag, text, state, now)
      case .day:
        if Decisions.day(named: text, today: now.day) == nil {
          return QuestionDeeds(id: id, state: state, now: now).effects(.due, text) ?? []
        }
        asking = nil
        return decide(.due, text, state, now)
      }
    }
  }

  /// Puts a decision into the log, and goes back.
  private func decide(
    _ action: QuestionKeys.Action, _ text: String, _ state: AppState, _ now: Moment
  ) -> [Effect] {
    (QuestionDeeds(id: id, state: state, now: now).effects(action, text) ?? []) + [.back]
  }

  // MARK: Taking back

  private func lastDecision(_ state: AppState) -> (question: String, decided: History.Decided)? {
    guard let progress = state.progress else { return nil }
    let names = Set(progress.history.sameQuestions(as: id))
    return progress.history.lastDecision(among: names.contains)
  }

  private func undo(_ state: AppState, _ now: Moment) -> [Effect] {
    guard let (name, last) = lastDecision(state) else {
      return [.say("Nothing was decided here that could be taken back")]
    }
    return [
      .record([Review(voiding: last.id, of: name, now)]),
      .say("Taken back: \"\(last.name)\" of \(last.act.date.iso)"),
    ]
  }

  /// The match by which it has the answers of another question.
  private func match(_ state: AppState) -> History.Act? {
    state.progress?.history.matches(of: id).last
  }

  // MARK: Layout

  private var width: Int { max(1, TextFrame(columns: size.columns).width) }

  private mutating func layOut(_ state: AppState) {
    let built = picture(state)
    list.hold(lines: built.lines.count, items: built.deeds)
    list.resize(size.rows)
  }

  private func picture(_ state: AppState) -> (lines: [[Cell]], deeds: [Range<Int>]) {
    guard let question = question(state) else {
      return ([[Cell]("This question is no longer in the notes")], [])
    }
    let room = width
    var lines = [Cell](question.shownTitle(ascii: state.ascii), Style(.strong, .bold)).wrapped(
      to: room)
    let words = facts(of: question, state).joined(separator: " ")
    lines += [Cell](words).wrapped(to: room) + [[]]
    var items: [Range<Int>] = []
    for deed in deeds(state) {
      let key = QuestionKeys.table.label(deed.actions[0], in: state)
      let start = lines.count
      let label = [Cell](key, Style(.accent, .bold)).fitted(to: 4)
      for (index, line) in [Cell](deed.help).wrapped(to: max(8, room - 4)).enumerated() {
        lines.append((index == 0 ? label : [Cell](repeating: .blank, count: 4)) + line)
      }
      items.append(start..<lines.count)
    }
    let past = history(state)
    if !past.isEmpty { lines += [[], [Cell]("What became of it", Style(.strong, .bold))] + past }
    return (lines, items)
  }

  /// What is known of it, a sentence each.
  private func facts(of question: Question, _ state: AppState) -> [String] {
    var words = [question.task.sentence + (question.isGenerated ? ", made from your notes." : ".")]
    guard let progress = state.progress else { return words }
    words += Decisions.words(standing(state), today: state.today)
    if let card = progress.cards[id] {
      let wrong = card.wrong == 0 ? "" : ", \(card.wrong) wrong"
      words.append("\(counted(card.reviews, "answer"))\(wrong).")
      if standing(state).isAsked(on: state.today), standing(state).due == nil {
        words.append(
          card.isDue(at: state.now, on: state.today)
            ? "It is due." : Reasons.comesBack(card, inThisQuiz: false, today: state.today))
      }
      if Leech.isOne(card) { words.append("It slipped \(card.lapses) times after it was learnt.") }
    } else {
      words.append("It was never answered.")
    }
    if let match = match(state) {
      if case .branches = match.action {
        words.append(
          "It was recognised on \(match.date.iso): its words were changed in one of the files that held it. "
            + "What was answered before is of both.")
      } else {
        words.append(
          "It was recognised on \(match.date.iso), after a change of its words or its place.")
      }
    }
    return words
  }

  private func history(_ state: AppState) -> [[Cell]] {
    guard let progress = state.progress else { return [] }
    return QuestionPast.lines(of: id, in: progress.history).map { line in
      [Cell](line.day).fitted(to: 12) + (line.isRight.map { $0 ? Sign.right : Sign.wrong } ?? [])
        + [Cell](line.words)
    }
  }

  // MARK: Showing

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    let lines = picture(state).lines
    let margin = [Cell](repeating: .blank, count: TextFrame(columns: area.columns).column)
    list.draw(on: &canvas, in: area) { $0 < lines.count ? margin + lines[$0] : [] }
  }

  func selection(in state: AppState) -> String? {
    let deeds = deeds(state)
    return deeds.indices.contains(list.selected) ? deeds[list.selected].help : nil
  }

  func transcript(in state: AppState) -> [String] {
    guard let question = question(state) else {
      return ["", "This question is no longer in the notes"]
    }
    return ["", title(in: state), "", question.shownTitle(ascii: state.ascii)]
      + facts(of: question, state)
      + ["", "Type a word:"]
      + deeds(state).map { "  \($0.word): \($0.help)" }
      + (history(state).isEmpty
        ? [] : ["", "What became of it:"] + history(state).map { "  " + $0.text })
  }
}
