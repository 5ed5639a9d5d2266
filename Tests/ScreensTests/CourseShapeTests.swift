import Content
import Notes
import Pages
import Quiz
import Testing
import TextUI

@testable import Screens

/// What every lesson of the course has, whatever it says.
@Suite struct CourseShapeTests {
  private struct Lesson {
    let id: LessonID
    let name: String
    let page: LessonPage
    /// The addresses of its links, and where they lead.
    let links: [(address: String, target: LinkTarget)]
  }

  private static let course = read()
  private var state: AppState { Self.course.state }
  private var lessons: [Lesson] { Self.course.lessons }
  private var terms: [Lesson] { Self.course.terms }
  private var bank: QuestionBank { Self.course.bank }

  private static func read() -> (
    state: AppState, lessons: [Lesson], terms: [Lesson], bank: QuestionBank
  ) {
    let state = AppState(
      library: Library(
        title: "The course", key: "course",
        documents: Course.files.map {
          Document(path: $0.name, bytes: Array($0.text.description.utf8))
        }))
    let library = state.library
    let all = library.lessonIDs.map { id in
      var page = LessonPage(id, in: state)
      page.fit(width: 76, ascii: false)
      let addresses = page.page.targets.compactMap { target -> String? in
        if case .link(let address) = target.kind { address } else { nil }
      }
      return Lesson(
        id: id, name: "\(library.number(of: id)) \(library[id]?.title ?? "")", page: page,
        links: addresses.map { ($0, library.resolve(link: $0, from: id)) })
    }
    func isGlossary(_ lesson: Lesson) -> Bool {
      library.documents[lesson.id.document].path == "glossary.md"
    }
    return (state, all.filter { !isGlossary($0) }, all.filter(isGlossary), QuestionBank(library))
  }

  @Test func everyLessonHasQuestionsOfSeveralKinds() {
    #expect(lessons.count >= 35)
    for lesson in lessons {
      let questions = bank.questions(of: lesson.id)
      #expect(questions.count >= 4, "\(lesson.name)")
      #expect(Set(questions.map(\.kindName)).count >= 2, "\(lesson.name)")
      let hasWidget = lesson.page.inserts.contains { $0.route?.widgetTitle != nil }
      #expect(!hasWidget || questions.contains { $0.isFresh }, "\(lesson.name)")
    }
    #expect(bank.questions.count >= 150)
    #expect(Set(bank.questions.map(\.id)).count == bank.questions.count)
    for question in bank.questions {
      #expect(question.section.directive.id == question.id, "\(question.title) has no identity")
    }
  }

  @Test func everyLinkLeadsSomewhere() {
    for lesson in lessons + terms {
      for link in lesson.links {
        if case .nowhere(let reason) = link.target {
          Issue.record("\(lesson.name): \(link.address): \(reason)")
        }
      }
    }
  }

  @Test func everyLessonBuildsOnThoseBeforeIt() {
    for lesson in lessons {
      let text = lesson.page.page.text
      for part in ["Check yourself.", "Sources."] {
        #expect(text.contains { $0.hasPrefix(part) }, "\(lesson.name): \(part)")
      }
      guard let line = text.firstIndex(where: { $0.hasPrefix("Builds on.") }) else {
        Issue.record("\(lesson.name) does not say what it builds on")
        continue
      }
      if text[line].contains("Nothing but school") { continue }
      let end = text[line...].firstIndex(of: "") ?? text.count
      let before = lesson.page.page.targets.filter { target in
        target.spans.contains { (line..<end).contains($0.line) }
      }
      #expect(!before.isEmpty, "\(lesson.name)")
      for case .link(let address) in before.map(\.kind) {
        guard case .lesson(let other, _) = state.library.resolve(link: address, from: lesson.id)
        else { continue }
        #expect(other < lesson.id, "\(lesson.name) builds on \(address)")
      }
    }
  }

  /// More links than that in the text of a lesson keep a reader from its end.
  @Test func atMostSixLinksStandInTheText() {
    for lesson in lessons {
      let text = lesson.page.page.text
      let end = text.firstIndex { $0.hasPrefix("Builds on.") } ?? text.count
      let links = lesson.page.page.targets.filter { target in
        guard case .link = target.kind, let first = target.spans.first else { return false }
        return first.line < end
      }
      #expect((0...6).contains(links.count), "\(lesson.name): \(links.count) links")
    }
  }

  @Test func everyTermIsLinkedFromALesson() {
    let linked = Set(
      lessons.flatMap { lesson in
        lesson.links.map(\.address).filter { $0.hasPrefix("glossary.md#") }
      })
    let known = terms.flatMap { lesson in
      lesson.page.page.headings.filter { $0.level == 3 }.map { "glossary.md#\($0.slug)" }
    }
    #expect(known.count > 100)
    for address in known { #expect(linked.contains(address), "no lesson links \(address)") }
  }
}
