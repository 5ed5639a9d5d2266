import Notes
import Scheduling

/// Questions that stand in several files. Where one of them is changed in its words, each goes on by itself.
struct SharedQuestions {
  /// Two that are one by the log although both stand in files: the one that goes on with the other has its answers up
  /// to now, and no longer.
  private(set) var parting: [(question: String, former: String)] = []

  private let bank: QuestionBank
  private let library: Library
  private let elsewhere: Set<String>
  private let successors: [String: [String]]
  private let copies: [String: Set<String>]

  /// - Parameter elsewhere: the identities of questions that files hold which are none of these notes.
  init(
    _ bank: QuestionBank, in library: Library, elsewhere: Set<String>, _ history: History
  ) {
    (self.bank, self.library, self.elsewhere) = (bank, library, elsewhere)
    successors = history.successors
    copies = bank.copies.reduce(into: [:]) {
      $0[$1.id, default: []].insert(library.documents[$1.lesson.document].path)
    }
    for (former, questions) in successors.sorted(by: { $0.key < $1.key })
    where bank[former] != nil {
      for question in questions.sorted()
      where goesOn(question, besides: former) && !history.isSaid(branch: question, of: former) {
        parting.append((question, former))
      }
    }
  }

  /// Whether a question, or one that goes on with it, stands in a file.
  private func goesOn(_ question: String, besides former: String) -> Bool {
    var seen: Set<String> = [former]
    var open = [question]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if bank[next] != nil || elsewhere.contains(next) { return true }
      open += successors[next] ?? []
    }
    return false
  }

  /// Whether a question stands in these notes.
  func isInNotes(_ question: String) -> Bool { bank[question] != nil }

  /// Whether a question stands in some file, or another one goes on with it.
  func isHeld(_ question: String) -> Bool {
    isInNotes(question) || elsewhere.contains(question)
      || (successors[question] ?? []).contains { goesOn($0, besides: question) }
  }

  /// Whether a question that these notes hold was in a file of theirs that has it no more.
  func isLeft(_ former: KnownQuestion, by succession: Succession) -> Bool {
    guard let question = bank[former.id], let file = succession.file(of: former.lesson) else {
      return false
    }
    let path = String(file)
    return library.documents[question.lesson.document].path != path
      && copies[former.id]?.contains(path) != true
  }

  /// What is to be remembered of those that stand there once more.
  func copies(of now: [KnownQuestion]) -> [KnownQuestion] {
    guard !bank.copies.isEmpty else { return [] }
    let known = Dictionary(now.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return bank.copies.compactMap { copy in
      guard var question = known[copy.id] else { return nil }
      question.place = nil
      question.lesson = library.key(of: copy.lesson)
      question.isCopy = true
      return question
    }
  }
}
