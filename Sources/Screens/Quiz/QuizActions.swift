import Notes
import Quiz
import Scheduling
import TextUI
import Widgets

/// What each key of the quiz does.
extension QuizScreen {
  mutating func act(_ action: Action, _ world: World, _ now: Moment) -> [Effect] {
    switch action {
    case .answer:
      if let obstacle = session?.obstacle { return [.say(obstacle.sentence)] }
      return graded(session?.answer(now: now.stamp) ?? [], world, now)
    case .next: return next(world, now)
    case .open: return open()
    case .hint:
      _ = session?.hint()
      follow()
    case .skip:
      let rows = session?.skip(now: now.stamp) ?? []
      advance(world, adding: rows, now)
      return rows.isEmpty ? [] : [.record(rows), .say("Skipped; u takes that back")]
    case .reveal: return graded(session?.giveUp(now: now.stamp) ?? [], world, now)
    case .retry:
      session?.retry()
      fresh()
    case .easy: return graded(session?.easy(now: now.stamp) ?? [], world, now)
    case .undo: return undo(world, now)
    case .why: why(world, now)
    case .lesson:
      guard let question = session?.posed?.question else { return [] }
      return [.open(.lesson(question.lesson, .top))]
    case .figure: return figure.map { [.open(.widget($0))] } ?? []
    case .confidence:
      session?.asksConfidence.toggle()
      let asks = session?.asksConfidence == true
      return [
        .set(.confidence, to: asks),
        .say(
          asks ? "You will be asked how sure you are" : "You will not be asked how sure you are"),
      ]
    case .more:
      if session?.answered.isEmpty == true { scope.count = 10 }
      start(world, now)
    case .up: summaryCursor = max(0, summaryCursor - 1)
    case .down: summaryCursor = min(max(0, readAgain.count - 1), summaryCursor + 1)
    case .pageUp, .pageDown: break
    case .leave: return leave()
    }
    return []
  }

  /// Leaves; a quiz in which something was answered shows first what it came to.
  private mutating func leave() -> [Effect] {
    guard let session, session.phase != .finished, !session.answered.isEmpty, scope.question == nil
    else { return [.back] }
    self.session?.end()
    fresh()
    return []
  }

  /// The widget with the question's own numbers.
  var figure: WidgetRoute? {
    guard let posed = session?.posed, session?.phase != .finished, let figure = posed.figure,
      let inputs = try? Inputs(text: figure.inputs)
    else { return nil }
    return WidgetRoute(
      name: figure.widget, inputs: inputs, key: "quiz#\(posed.question.id)", place: "Quiz")
  }

  mutating func graded(_ rows: [Review], _ world: World, _ now: Moment) -> [Effect] {
    guard let posed = session?.posed else { return [] }
    if !rows.isEmpty {
      comesBack = Reasons.comesBack(
        world.progress?.card(of: posed.question.id, adding: rows), today: now.day)
    }
    shown = nil
    isCommanding = false
    if posed.question.isSelfJudged, session?.phase == .revealed, session?.isGivenUp == false {
      advance(world, adding: rows, now)
    } else {
      top = 0
      follow()
    }
    return rows.isEmpty ? [] : [.record(rows)]
  }

  mutating func next(_ world: World, _ now: Moment) -> [Effect] {
    guard let session else { return [] }
    if session.phase == .retry {
      self.session?.reveal()
      follow()
      return []
    }
    if scope.question != nil { return [.back] }
    advance(world, adding: [], now)
    return []
  }

  /// The lesson under the summary's cursor.
  func open() -> [Effect] {
    let lessons = readAgain
    guard lessons.indices.contains(summaryCursor) else { return [] }
    return [.open(.lesson(lessons[summaryCursor].lesson, .top))]
  }

  mutating func advance(_ world: World, adding rows: [Review], _ now: Moment) {
    guard var progress = world.progress else { return }
    if !rows.isEmpty { progress.add(rows) }
    session?.next(bank: world.bank, progress: progress, now: now.stamp)
    doubt = progress.clockDoubt(now: now.utc, today: now.day)
    fresh()
  }

  mutating func undo(_ world: World, _ now: Moment) -> [Effect] {
    guard let progress = world.progress,
      let row = session?.undo(bank: world.bank, progress: progress, now: now.stamp)
    else { return [.say("There is no answer to take back")] }
    fresh()
    return [.record([row]), .say("Taken back: answer it again, with the same numbers")]
  }

  mutating func why(_ world: World, _ now: Moment) {
    guard shown == nil, let question = session?.posed?.question, let progress = world.progress
    else {
      shown = nil
      return
    }
    shown = Reasons.why(question, progress: progress, now: now.utc, today: now.day)
  }
}

extension String {
  /// With a capital at its beginning.
  var sentence: String { prefix(1).uppercased() + dropFirst() }
}
