import Formulas
import JSONText
import Notes
import Numerics
import TestSupport
import Testing
import TextUI

@testable import Widgets

/// Widgets that compute table after table, against torch: `Tests/Fixtures/chains/make_chains.py`.
@Suite struct ChainTests {
  private static let cases = (try? read()) ?? []

  private static func read() throws -> [JSON] {
    let bytes = try Files.bytes(of: "\(Files.tests)/Fixtures/chains/chains.json")
    return try #require(try JSON.parse(utf8: bytes).array)
  }

  /// Numbers of other words are not those before a change.
  @Test func movedNumbersAreOfTheSameWords() throws {
    var panel = try panel(DecodeWidget.self)
    panel.press(.character(">"))
    while !panel.text.contains("X_out_t2") { panel.press(.character("n")) }
    for _ in 0..<2 {
      panel.press(.character("m"))
      let lines = panel.canvas(80, 21).text.filter { !$0.contains("cell") }
      #expect(!lines.contains { $0.contains("↑") || $0.contains("↓") }, "\(lines)")
    }
    // A change of an input moves what depends on it.
    #expect(panel.choose("X 1 1 2") == [])
    #expect(panel.canvas(80, 21).text.contains { $0.contains("↑") || $0.contains("↓") })
  }

  @Test func everyChainIsHere() {
    let chains = allWidgets.filter { $0 is any ChainFigure.Type }.map { $0.name }
    #expect(Set(chains) == Set(Self.cases.compactMap { $0["widget"]?.string }))
  }

  @Test(arguments: cases.indices)
  func numbersAreThoseOfTorch(index: Int) throws {
    let json = Self.cases[index]
    let type = try #require(allWidgets.first { $0.name == json["widget"]?.string })
    let widget = try type.init(try #require(json["inputs"]?.inputs))
    guard case .object(let expected)? = json["results"] else {
      Issue.record("no results")
      return
    }
    let results = widget.resultsJSON
    for member in expected {
      let (own, other) = (numbers(results[member.name]), numbers(member.value))
      #expect(own.count == other.count && !own.isEmpty, "\(member.name)")
      let scale = max(1, other.map(\.magnitude).max() ?? 0)
      for (x, y) in zip(own, other) {
        #expect(
          (x - y).magnitude <= 1e-12 * scale, "\(member.name) \(x) \(y) \(widget.inputs.text)")
      }
    }
  }

  private func numbers(_ json: JSON?) -> [Double] {
    (json?.array ?? []).flatMap { ($0.array ?? []).compactMap(\.double) }
  }

  /// The sources of each number, moved a little, move it, and no other cell of their tables does.
  @Test(arguments: allWidgets.filter { $0 is any ChainFigure.Type }.map { $0.name })
  func sourcesAreWhatANumberDependsOn(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name } as? any ChainFigure.Type)
    try checkSources(type)
  }

  private func checkSources<W: ChainFigure>(_ type: W.Type) throws {
    var generator = SeededGenerator(seed: 3)
    let widget = try W(checking: W(W.initial).random(using: &generator))
    for table in widget.chain.tables {
      let parts = table.parts.map { ($0, widget.chain.part($0)) }
      for row in 0..<table.table.values.rows {
        for column in 0..<table.table.values.columns {
          let sources = table.sources(row, column)
          // What it is computed from stands in the tables that the step shows.
          for source in sources {
            let isShown = parts.contains { part, values in
              (0..<values.values.rows).contains { i in
                (0..<values.values.columns).contains { part.cell(i, $0) == source }
              }
            }
            #expect(isShown, "\(table.name) \(source)")
          }
          // What the equations end with is the number itself.
          let last = table.equations(row, column, NumberText()).last
          let value = table.table.values[row, column]
          #expect(last?.value == value || last?.value.isNaN == true && value.isNaN, "\(table.name)")
        }
      }
    }
  }

  @Test func sizesFitEachOther() throws {
    var panel = try panel(ProjectionsWidget.self)
    _ = panel.choose("X = 1 2 3; 4 5 6")
    #expect(panel.text.contains("X has 3 columns and W_Q has 2 rows: give W_Q 3 rows"))
    #expect(panel.text.contains("f fits them to X"))
    panel.press(.character("f"))
    #expect(
      panel.inputs["X"] == "1 2 3; 4 5 6" && panel.inputs["W_K"] == "1 0 1 0; 1 1 0 1; 0 0 0 0")
    let all = panel.choose("X = 1 2; 3 4  W_Q = 1; 2  W_K = 1; 2  W_V = 1; 2  W_O = 1 2  heads = 1")
    #expect(all == [] && panel.inputs["W_O"] == "1 2")
    // A word more is a row of X more, and no other matrix changes.
    _ = panel.choose("cell X 1 1")
    panel.press(.character("a"))
    #expect(panel.inputs["X"] == "1 2; 0 0; 3 4" && panel.inputs["words"] == "the, new, cat")
    // A column more is a row more in what X is multiplied by.
    panel.press(.character("A"))
    #expect(panel.inputs["X"] == "1 0 2; 0 0 0; 3 0 4" && panel.inputs["W_V"] == "1; 0; 2")
  }

  @Test func theStepperOpensOnTheSameNumbers() throws {
    var panel = try panel(ProjectionsWidget.self, keys: [.character("m")])
    guard case .open(let name, let inputs)? = panel.press(.character("i")).first else {
      Issue.record("nothing opens")
      return
    }
    let widget = try AttentionWidget(inputs)
    let own = try ProjectionsWidget(panel.inputs)
    #expect(name == "attention" && inputs["mask"] == "causal")
    let joined = try #require(own.chain.tables.first { $0.table.symbol == "O" })
    #expect(widget.trace.output == joined.table.values)
  }

  /// A step stays in view where others come before it.
  @Test func theStepStays() throws {
    var panel = try panel(ProjectionsWidget.self, ProjectionsWidget.example.with("step", "6"))
    panel.press(.character("m"), .character("c"))
    #expect(panel.text.contains("[9 H0 − max]") && panel.status == "step 9 of 23")
    #expect(panel.press(.character("p")) == [] && panel.text.contains("[8 H0 masked]"))
  }

  /// New columns of γ are 1, so that a wider stream is normalised as before.
  @Test func newColumnsScaleNothing() throws {
    var panel = try panel(BlockWidget.self)
    _ = panel.choose("norm_1 = 2 1 1 1; 0 0 0 3")
    _ = panel.choose("cell X 1 4")
    panel.press(.character("A"))
    #expect(panel.inputs["norm_1"] == "2 1 1 1 1; 0 0 0 3 0" && panel.inputs["norm_2"] == nil)
    #expect(panel.inputs["W_Q"] == "0 1; 0 0; -1 0; 0 0; 0 0")
    _ = panel.choose("norm_1 = 1 1 1 1 1")
    #expect(panel.text.contains("norm_1 has 1 row"))
  }
}
