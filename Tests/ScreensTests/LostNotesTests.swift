import Notes
import Testing
import TextUI

@testable import Screens

/// Notes that vanish from the disk while they are open: every key still does something harmless.
@Suite struct LostNotesTests {
  @Test(arguments: Place.all.filter { !$0.isWidget })
  func `every key is safe where the notes are gone`(_ place: Place) {
    var script = place.script()
    script.replace([Document]())
    let before = script.app.keys
    for shortcut in before {
      for key in shortcut.keys {
        var pressed = script
        pressed.press(key)
        pressed.settle()
        #expect(pressed.screen.count == pressed.size.rows, "\(place.name): \(key.label)")
      }
    }
  }

  @Test func `a file that is gone is said to be where its place is asked for`() {
    var script = Script(
      [("a.md", "# One\n\ntext\n")],
      opening: [.contents, .lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)])
    script.replace([Document]())
    script.press(.control("g"))
    #expect(script.messageLine.contains("not among the notes any more"))
  }
}
