import Notes
import Testing
import TextUI

@testable import Widgets

/// The pane at the side: why, how the number under the cursor comes about, and what to try.
@Suite struct GuideTests {
  private static let types: [any Widget.Type] = [
    SoftmaxWidget.self, SamplingWidget.self, LayerNormWidget.self, QuantiseWidget.self,
    MatrixProductWidget.self, ProjectionsWidget.self, BlockWidget.self, AttentionWidget.self,
    DotProductWidget.self,
  ]

  /// What stands in the pane, line by line.
  private func pane(_ panel: any WidgetPanel, _ columns: Int = 119) -> [String] {
    panel.canvas(columns, 37).text.compactMap { line in
      line.lastIndex(of: "│").map { line[line.index(after: $0)...].trimmed }
    }
  }

  /// From 110 columns on, less the margin of the screen; below, all is one column.
  @Test(arguments: types) func aWideScreenHasOne(_ type: any Widget.Type) throws {
    let panel = try panel(type)
    #expect(pane(panel, 110).contains("Try"))
    #expect(!panel.canvas(79, 23).text.joined().contains("Try"))
    #expect(!panel.text.contains("Try"))
  }

  /// However low the screen is, its heading has something below it.
  @Test(arguments: types, 12...36) func tryHasSomethingBelowIt(
    _ type: any Widget.Type, rows: Int
  ) throws {
    let panel = try panel(type)
    let lines = panel.canvas(119, rows).text.compactMap { line in
      line.lastIndex(of: "│").map { line[line.index(after: $0)...].trimmed }
    }
    guard let start = lines.firstIndex(of: "Try") else { return }
    #expect(lines[(start + 1)...].contains { !$0.isEmpty }, "\(rows) rows")
  }

  /// What is to be tried is done by a key that the widget has.
  @Test(arguments: types) func whatToTryHasAKey(_ type: any Widget.Type) throws {
    var panel = try panel(type)
    _ = panel.update(.resized(Size(columns: 119, rows: 37)))
    let lines = pane(panel)
    let start = try #require(lines.firstIndex(of: "Try"))
    let labels = Set(type.keys.flatMap { $0.keys.map(\.label) })
    // A line that goes on begins with a longer word.
    let keys = lines[(start + 1)...].compactMap { line -> String? in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[1].first == " " else { return nil }
      return String(parts[0])
    }
    #expect(!keys.isEmpty && keys.allSatisfy(labels.contains), "\(keys), \(labels)")
  }

  @Test(arguments: 1...5) func theBackwardPassHasOne(step: Int) throws {
    var panel = try panel(AttentionWidget.self, keys: [.character("b")])
    for _ in 1..<step { panel.press(.character("n")) }
    let lines = pane(panel)
    #expect(lines.contains { $0.hasPrefix("Backward: d") } && lines.contains("Try"))
    #expect(lines.contains { $0.hasPrefix("d") && $0.hasSuffix(":") })
  }

  /// What is hidden does not stand there either.
  @Test(arguments: types) func itTellsNothingThatIsHidden(_ type: any Widget.Type) throws {
    let panel = try panel(type, keys: [.character("g")])
    let lines = pane(panel)
    // The formula of the step has letters alone; lengths are of what was put in.
    let results = lines.filter {
      $0.contains(" = ") && $0.contains(where: \.isNumber) && !$0.hasSuffix("?")
        && !$0.hasPrefix("length of")
    }
    #expect(lines.contains("Try") && results.isEmpty, "\(lines)")
  }
}
