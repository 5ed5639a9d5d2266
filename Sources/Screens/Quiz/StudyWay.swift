import Basics
import Notes
import Quiz

/// A way to study, as a line of the list.
struct StudyWay: Equatable {
  /// What it is for.
  enum Kind: Equatable {
    case quiz(Plan.Scope)
    case list
    case limit(Limit)
  }

  /// What a day holds at most.
  enum Limit: String {
    case new, due

    /// As it begins a line.
    var title: String { self == .new ? "New" : "Due" }
    var setting: Setting<Int> { self == .new ? .newADay : .dueADay }
    var place: WritableKeyPath<Plan.Limits, Int> { self == .new ? \.new : \.due }

    /// How it is changed.
    func changes(_ state: AppState) -> String {
      "\(Study.table.label(.more, in: state)) and \(Study.table.label(.less, in: state)) change it"
        + (state.isLinear ? ", \(rawValue) 20 makes it 20" : "")
    }
  }

  let kind: Kind
  let title: String
  let note: String

  /// What there is to choose from.
  /// - Parameters:
  ///   - place: a lesson whose chapter is offered.
  ///   - tried: a limit that is shown and not taken yet.
  static func all(
    _ place: LessonID?, _ tried: (limit: Limit, value: Int)?, _ state: AppState
  ) -> [StudyWay] {
    let outlook = Outlook(state)
    var lines = [
      StudyWay(
        kind: .quiz(Plan.Scope()), title: "What is due, then what is new", note: outlook.dueText)
    ]
    var new = Plan.Scope()
    new.isNewOnly = true
    let asked = state.bank.questions.filter {
      state.progress?.isAsked($0.id, on: state.today) ?? true
    }
    let unseen = asked.count { state.progress?.cards[$0.id] == nil }
    lines.append(
      StudyWay(
        kind: .quiz(new), title: "New questions alone",
        note: unseen <= Plan.inASitting
          ? counted(unseen, "was never asked", "were never asked")
          : "the first \(Plan.inASitting) of \(unseen)"))
    if let place {
      let chapter = state.library.chapterName(of: place)
      let here = asked.filter { $0.lesson.chapterStart == place.chapterStart }
      if !here.isEmpty {
        lines.append(
          StudyWay(
            kind: .quiz(Plan.Scope(.cram, lesson: place, isChapter: true)),
            title: "Cram \(chapter)",
            note: "\(here.count), until each was right"))
      }
      let count = min(10, here.count { !$0.isSelfJudged })
      if count > 0 {
        lines.append(
          StudyWay(
            kind: .quiz(Plan.Scope(.test, lesson: place, isChapter: true, count: count)),
            title: "A test of \(chapter)", note: "\(count), with a score"))
      }
    }
    lines.append(
      StudyWay(
        kind: .quiz(Plan.Scope(.cram)), title: "Cram all of it",
        note: "\(asked.count), until each was right"))
    // What readers judge themselves has no score.
    let judged = asked.filter { !$0.isSelfJudged }
    lines += judged.isEmpty && !asked.isEmpty ? [] : tests(of: judged)
    return lines + [
      StudyWay(
        kind: .list, title: "All questions",
        note: "what became of each"),
      line(.new, tried, state), line(.due, tried, state),
    ]
  }

  /// What asks so many questions that tell by themselves what is right.
  private static func tests(of questions: [Question]) -> [StudyWay] {
    let all = questions.count
    let most = all == 0 ? Placement.most : Placement.most(asking: questions)
    return [
      StudyWay(
        kind: .quiz(Plan.Scope(.test)), title: "A test over all chapters",
        note: "\(min(Plan.inATest, all)), a score by chapter"),
      StudyWay(
        kind: .quiz(Plan.Scope(.test, minutes: min(Plan.inATest, max(1, all)))),
        title: "The same with a time",
        note: "a minute for each question"),
      StudyWay(
        kind: .quiz(Plan.Scope(.placement)), title: "Where to start",
        note: "at most \(counted(most, "question"))"),
    ]
  }

  private static func line(_ limit: Limit, _ tried: (limit: Limit, value: Int)?, _ state: AppState)
    -> StudyWay
  {
    let value = state.settings[limit.setting]
    let title = "\(limit.title) a day, in these notes: \(value)"
    guard let tried, tried.limit == limit else {
      return StudyWay(kind: .limit(limit), title: title, note: limit.changes(state))
    }
    let takes = state.isLinear ? "not taken yet" : Study.takes(state)
    return StudyWay(kind: .limit(limit), title: title, note: "\(tried.value)? \(takes)")
  }
}
