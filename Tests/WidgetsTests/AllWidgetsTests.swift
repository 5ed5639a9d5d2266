import Formulas
import Notes
import Numerics
import TestSupport
import Testing
import TextUI

@testable import Widgets

@Suite struct AllWidgetsTests {
  @Test func listNamesEveryWidgetFile() {
    let files = Files.paths(under: Files.package + "/Sources/Widgets")
      // What widgets have in common stands in a folder of its own.
      .filter { !$0.hasPrefix("Model/") }
      .compactMap { $0.split(separator: "/").last }.filter { $0.hasSuffix("Widget.swift") }
      .map { String($0.dropLast(".swift".count)) }
    #expect(!files.isEmpty)
    #expect(Set(files) == Set(allWidgets.map { "\($0)" }))
    #expect(Set(allWidgets.map { $0.name }).count == allWidgets.count)
  }

  @Test(arguments: allWidgets.map { $0.name })
  func exampleMakesItselfAgain(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    let widget = try type.init(type.example)
    #expect(try type.init(widget.inputs).inputs == widget.inputs)
    let panel = try type.opened(type.example)
    #expect(!panel.preview(width: 70, height: 9, ascii: false).isEmpty)
    #expect(type.topics.allSatisfy { $0 == $0.lowercased() })
  }

  @Test(arguments: allWidgets.map { $0.name })
  func keysDiffer(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    let entries = type.keys
    // On a result the keys of numbers lead to steps: those two rows never hold together.
    let keys = entries.filter { $0.word != "go-to-step" }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(entries.map(\.word)).count == entries.count)
    #expect(!keys.contains(.character("?")))
    // What a number begins with types one, where one can be typed.
    guard !(type is any LabFigure.Type), type.arrayKeys != [] else { return }
    let number = entries.first { $0.word == "number" }
    for character in "0123456789.-+−" {
      #expect(number?.keys.contains(.character(character)) == true)
    }
  }

  /// Each action has one key row, and the names of inputs and areas lead from one to the other.
  @Test(arguments: allWidgets.map { $0.name })
  func eachActionHasItsRow(name: String) throws {
    let type: any Widget.Type = try #require(allWidgets.first { $0.name == name })
    try check(type)
  }

  private func check<W: Widget>(_ type: W.Type) throws {
    #expect(W.actions.flatMap(\.actions).count == W.Action.allCases.count)
    for action in W.Action.allCases {
      #expect(W.actions.count { $0.actions.contains(action) } == 1, "\(action)")
    }
    let widget = try W(W.initial)
    for (area, table) in widget.tables {
      #expect(widget.size(of: area) == table.size)
      for key in table.keys { #expect(W.field(key)?.area == area) }
    }
    #expect(widget.areas.contains(widget.firstCursor.area))
  }

  @Test func attentionsKeysAreThoseOfItsBlocks() {
    #expect(AttentionWidget.inputKeys == AttentionKey.names)
  }

  /// Every number that is drawn is one of the transcript, rounded where room is short.
  @Test(arguments: allWidgets.map { $0.name })
  func numbersDrawnAreInTheTranscript(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try type.opened(type.example)
    let moves: [Key] = [.tab, .right, .down, .tab, .end, .character("n"), .tab, .down, .down]
    for (index, key) in moves.enumerated() {
      _ = panel.update(.key(key))
      let known = numbers(panel.transcript.joined(separator: " ")).compactMap {
        EquationReader.value($0)
      }
      let sizes = [(78, 21), (40, 10), (200, 57)]
      for (columns, rows) in index == 4 ? sizes : [sizes[index % 2]] {
        let canvas = panel.canvas(columns, rows)
        for row in 0..<rows {
          let cells = (0..<columns).compactMap { canvas[$0, row] }
          let text = cells.map { $0.style.role == .muted ? Cell.blank : $0 }.text
          for number in numbers(text) {
            let drawn = try #require(EquationReader.value(number), "\(number)")
            let half = halfOfTheLastDigit(number) * (1 + 1e-9)
            #expect(
              known.contains { ($0 - drawn).magnitude <= half },
              "\(number) at \(columns)x\(rows): \(text)")
          }
        }
      }
    }
  }

  private func numbers(_ text: String) -> [String] {
    let parts = text.split { !($0.isASCII && $0.isNumber || ".−e-".contains($0)) }
    return parts.map { part in
      var number = part.drop { !$0.isNumber && $0 != "−" && $0 != "." }
      while let last = number.last, !last.isNumber { number = number.dropLast() }
      return String(number)
    }.filter { EquationReader.value($0) != nil }
  }

  @Test(arguments: allWidgets.map { $0.name })
  func noSizeAndNoKeyTraps(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    // What learns learns for a moment only.
    let isLab = type is any LabFigure.Type
    var panel = try type.opened(isLab ? type.example.with("steps", "10") : type.example)
    let keys = panel.keys.flatMap(\.keys) + [.character("5"), .enter, .character("-"), .escape]
    for (index, key) in (keys + keys.reversed()).enumerated() {
      _ = panel.update(.key(key))
      let ascii = index.isMultiple(of: 2)
      let all = [(0, 0), (1, 1), (3, 2), (20, 5), (40, 12), (80, 24)]
      for (columns, rows) in index.isMultiple(of: 7) ? all : [all[index % all.count]] {
        let canvas = panel.canvas(columns, rows, ascii: ascii)
        #expect(canvas.text.count == rows)
      }
    }
    #expect(!panel.transcript.isEmpty)
  }

  @Test(arguments: allWidgets.map { $0.name })
  func unknownInputIsNamedWithItsLine(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    let text = type.example.text + "colour = red\n"
    let inputs = try Inputs(text: text, after: 10)
    let line = 10 + type.example.entries.count + 1
    #expect {
      _ = try type.init(inputs)
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.line == line && diagnostic?.advice.contains("colour") == true
    }
  }

  @Test(arguments: allWidgets.map { $0.name })
  func exportedStateOpensAgain(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    let widget = try type.init(type.example)
    let files = Export.files(widget)
    #expect(files.map(\.ending) == ["json", "md", "py"])
    let (found, inputs) = try Export.read(Array(files[0].text.utf8))
    #expect(found.name == name)
    #expect(inputs == widget.inputs)
    // The Markdown opens the same widget where it is read as notes.
    let blocks = Markdown.parse(Array(files[1].text.utf8)).blocks
    let findings = WidgetFinder.find(in: blocks, title: "")
    #expect(findings.problems.isEmpty)
    #expect(findings.widgets.map { $0.inputs.entries.count } == [widget.inputs.entries.count])
  }

  /// An export keeps every digit of a number: 1/√2 and e^(−1/√2), as Python prints them.
  @Test func exportsHaveAllDigits() throws {
    let widget = try AttentionWidget(AttentionWidget.example.with("step", "5"))
    for file in Export.files(widget) where file.ending != "py" {
      #expect(file.text.contains("0.49306869139523"), "\(file.ending)")
    }
    let scaled = try AttentionWidget(AttentionWidget.example.with("step", "2"))
    #expect(Export.markdown(scaled, at: scaled.firstCursor).contains("0.707106781186547"))
  }

  @Test(arguments: [
    "", "[", "{}", "{\"widget\":\"attention\"}", "{\"widget\":\"nothing\",\"inputs\":{}}",
    "{\"widget\":\"attention\",\"inputs\":{\"Q\":null}}",
    "{\"widget\":\"attention\",\"inputs\":{\"Q\":[[1]],\"K\":[[1,2]],\"V\":[[1]]}}",
    "{\"widget\":\"dot-product\",\"inputs\":{\"u\":[1,1e999],\"v\":[1]}}",
  ])
  func otherJSONIsRefused(text: String) {
    #expect(throws: Diagnostic.self) { _ = try Export.read(Array(text.utf8)) }
  }

  @Test func draftsSurviveStorage() throws {
    var panel = try panel(AttentionWidget.self, keys: [.character("n"), .backTab, .right])
    // At another input than the one that was changed nothing is marked as moved.
    panel.press(.character("r"), .left)
    let draft = panel.draft
    #expect(Draft(draft.text) == draft)
    var again = try AttentionWidget.opened(AttentionWidget.example, draft: draft)
    again.press(.character("~"))
    #expect(again.text == panel.text)
    #expect(Draft("{}") == nil)
    #expect(Draft("{\"origin\":{},\"inputs\":{},\"place\":[1,2]}") == nil)
  }

  /// Single numbers that stand side by side are gone through from left to right; up and down lead out.
  @Test func settingsAreALine() throws {
    func place(_ keys: Key...) throws -> Int {
      try panel(ShapesWidget.self, keys: keys).draft.place.area
    }
    #expect(try place(.right) == 1 && place(.right, .right, .left) == 1 && place(.left) == 0)
    let last = try place(.end)
    #expect(try last > 1 && place(.end, .right) == last)
    #expect(try place(.down) == last + 1 && place(.down, .up) == last && place(.up) == 0)
  }
}
