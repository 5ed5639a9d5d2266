import Testing
import TextUI
import Widgets

@testable import Screens

/// Which lesson the pane at the side names, and where its key leads.
@Suite struct ExplainingLessonTests {
  private func script(_ name: String, _ past: Past = .course) throws -> Script {
    let place = Place(name, "of a lesson, \(past)", past, [.widgets], .line(name))
    return place.script(columns: 120, rows: 40)
  }

  /// Each title is a lesson of the course, so that none is forgotten when one is renamed.
  @Test func theCourseHasThem() throws {
    let titles = Set(
      Past.course.notes.flatMap { $0.1.split(separator: "\n") }
        .filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) })
    for title in ExplainingLesson.titles.values.joined() {
      #expect(titles.contains(title), "\(title)")
    }
    for name in ExplainingLesson.titles.keys {
      #expect(allWidgets.contains { $0.name == name }, "\(name)")
    }
  }

  @Test func eachStepHasItsOwn() throws {
    var script = try script("attention")
    #expect(script.screen.contains { $0.contains("6.2 Scores   o opens") })
    for _ in 0..<6 { script.type("n") }
    #expect(script.screen.contains { $0.contains("6.4 Softmax   o opens") })
    script.type("o")
    #expect(script.app.title.contains("6.4 Softmax"))
    script.type("q")
    #expect(script.app.title.contains("attention"))
  }

  /// Where no lesson does, none is named, and the key is not offered.
  @Test func notesWithoutOneNameNone() throws {
    let script = try script("attention", .oneLine)
    #expect(!script.screen.contains { $0.contains("From the lesson") })
    #expect(!script.app.keys.contains { $0.word == "lesson" })
  }
}
