import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// The way from a text to the next word, through all the widgets that lead to each other.
@Suite struct WordsTests {
  /// An open widget, and which it is.
  private struct Stop {
    var type: any Widget.Type
    var panel: any WidgetPanel

    init(_ type: any Widget.Type, _ inputs: Inputs) throws {
      (self.type, panel) = (type, try type.opened(inputs))
    }

    /// Goes where a key leads.
    mutating func follow(_ key: Character) throws -> String {
      guard case .open(let name, let inputs)? = panel.update(.key(.character(key))).first else {
        Issue.record("nothing opens")
        return ""
      }
      self = try Stop(try #require(allWidgets.first { $0.name == name }), inputs)
      return name
    }

    /// A table of its chain, by its symbol.
    func numbers(_ symbol: String) throws -> [[Double]] {
      let widget = try #require(try type.init(panel.inputs) as? any ChainFigure)
      let table = widget.chain.tables.first { $0.table.symbol == symbol }?.table
      let input = widget.chain.inputs.first { $0.key == symbol }?.table
      return (table ?? input)?.values.rowArrays ?? []
    }
  }

  /// The same tokens, numbers of tokens, and rows, wherever the reader stands among the merges.
  @Test(arguments: [0, 1, 3])
  func theTextGoesAllTheWay(merges: Int) throws {
    let inputs = Inputs(["text": "the cat, the cat"])
    var stop = try Stop(TokensWidget.self, inputs)
    for _ in 0..<merges { _ = stop.panel.update(.key(.character("n"))) }
    #expect(try stop.follow("O") == "embedding")
    let ids = try TokensWidget(inputs).finalPieces.map(\.id)
    #expect(stop.panel.inputs["text"] == ids.map(String.init).joined(separator: " "))
    let rows = try stop.numbers("X")
    #expect(rows == ids.map { TokensWidget.vector(of: $0) })
    var aside = stop
    #expect(try aside.follow("i") == "projections" && aside.numbers("X") == rows)
    #expect(try aside.follow("O") == "block" && aside.numbers("X") == rows)
    #expect(try stop.follow("O") == "block" && stop.numbers("X") == rows)
    // By way of the projections it is the same block, with the same next word.
    #expect(stop.panel.inputs == aside.panel.inputs)
    #expect(stop.panel.inputs["words"] == "t, he, ·cat, \\,, ·the, ·cat")
    let next = try stop.numbers("p")
    #expect(try stop.follow("O") == "decode")
    #expect(try stop.numbers("X") == rows && stop.numbers("p_t1") == [next[next.count - 1]])
  }

  @Test func aChangedWeightGoesAlong() throws {
    var stop = try Stop(ProjectionsWidget.self, ProjectionsWidget.example)
    _ = stop.panel.choose("cell W_Q 1 1")
    _ = stop.panel.type("7")
    #expect(try stop.follow("O") == "block")
    #expect(stop.panel.inputs["W_Q"] == "7 0 0 2; 0 1 1 0" && stop.panel.inputs["heads"] == "2")
    #expect(try stop.follow("O") == "decode" && stop.numbers("W_Q")[0] == [7, 0, 0, 2])
  }

  /// No two tokens have one vector, and none is without a direction.
  @Test func eachTokenHasItsOwnVector() {
    let vectors = (0...256 + LearntMerges.most + 1).map { TokensWidget.vector(of: $0) }
    #expect(Set(vectors).count == vectors.count)
    #expect(vectors.allSatisfy { Set($0).count > 1 })
  }

  @Test func aTextThatIsTooLongIsRefused() throws {
    var panel = try panel(
      TokensWidget.self, Inputs(["text": String(repeating: "a", count: 200), "merges": "0"]))
    #expect(
      panel.press(.character("O"))
        == [.say("The text has 200 tokens, and 128 fit: make it shorter, with =")])
  }

  @Test func aNewTextBeginsAgainOrStaysAtItsTokens() throws {
    var panel = try panel(TokensWidget.self, Inputs(["text": "the cat"]), keys: [.character("n")])
    _ = panel.choose("text = the other cat")
    #expect(panel.status == "its bytes")
    panel.press(.character(">"))
    let status = panel.status
    _ = panel.choose("text = the cat")
    #expect(status.hasPrefix("merge ") && panel.status.hasPrefix("merge "))
    #expect(panel.text.contains("·cat"))
  }

  /// `=` begins with what a reader comes to type.
  @Test func aTextIsTypedAtOnce() throws {
    var panel = try panel(TokensWidget.self)
    #expect(panel.keys.contains { $0.footer?.text == "type a text" })
    panel.press(.character("="))
    panel.type("ab")
    #expect(panel.inputs["text"] == "ab")
  }

  /// The example's words look where they should, and what is likeliest makes a sentence.
  @Test func theExampleMakesSense() throws {
    let widget = try DecodeWidget(checking: DecodeWidget.initial)
    let names = widget.parameters.model.nextNames
    #expect(widget.turns.map { names[$0.next] } == ["on", "the", "mat"])
    #expect(widget.turns.allSatisfy { $0.probability > 0.7 })
    let block = try BlockWidget(checking: BlockWidget.initial)
    let weights = try #require(block.chain.tables.first { $0.table.symbol == "A" }).table.values
    // "sat" looks at "cat".
    #expect(weights[2, 1] > 0.7)
  }

  /// The block that a text leads to, with what was made of it before.
  private func block(_ text: String, draft: Draft?) throws -> any WidgetPanel {
    var stop = try Stop(TokensWidget.self, Inputs(["text": text]))
    _ = try stop.follow("O")
    _ = try stop.follow("O")
    return try BlockWidget.opened(stop.panel.inputs, draft: draft)
  }

  /// A number of W_Q that was changed is there again, also behind another text; numbers that the text
  /// brings are those of the text.
  @Test func whatWasChangedOnTheWayStays() throws {
    var panel = try block("the cat", draft: nil)
    panel.press(.character("n"), .tab)
    panel.type("7")
    #expect(panel.inputs["W_Q"]?.hasPrefix("7 ") == true, "the first input behind Q is its own")
    let draft = try #require(Draft(panel.draft.text))
    #expect(try block("the cat", draft: draft).inputs == panel.inputs)
    let other = try block("a dog sat", draft: draft)
    #expect(other.inputs["W_Q"] == panel.inputs["W_Q"] && other.inputs["X"] != panel.inputs["X"])
    #expect(try other.inputs["X"] == block("a dog sat", draft: nil).inputs["X"])
    #expect(other.text.contains("As you left it"))
  }

  /// Rows of a table that come again with another text keep what was made of them; what has no row any
  /// more is told.
  @Test func rowsThatComeAgainStay() throws {
    var panel = try block("the cat", draft: nil)
    _ = panel.choose("cell X 1 1")
    panel.type("7")
    let rows = try #require(panel.inputs["X"]).split(separator: "; ")
    #expect(rows[0].hasPrefix("7 "))
    let longer = try block("the cat sat", draft: panel.draft)
    let fresh = try #require(block("the cat sat", draft: nil).inputs["X"]).split(separator: "; ")
    let now = try #require(longer.inputs["X"]).split(separator: "; ")
    #expect(now[0] == rows[0] && now.dropFirst() == fresh.dropFirst())
    #expect(longer.text.contains("As you left it"))
    let other = try block("a dog sat", draft: panel.draft)
    #expect(other.text.contains("X came anew, and some of what you changed there is gone"))
    // Each column of W_U is a word's.
    var scored = try block("the cat", draft: nil)
    _ = scored.choose("cell W_U 1 1")
    scored.type("5")
    let more = try block("the cat sat", draft: scored.draft)
    #expect(more.inputs["W_U"]?.hasPrefix("5 ") == true && !more.text.contains("came anew"))
  }

  /// A number that is typed over in the stepper does not go without a word when the widget before it
  /// brings others.
  @Test func theStepperTellsWhatCameAnew() throws {
    let inputs = Inputs([
      "Q": "1 0; 0 1", "K": "1 0; 0 1", "V": "1 2; 3 4", "source": "a block", "step": "1",
    ])
    var panel = try AttentionWidget.opened(inputs)
    _ = panel.choose("Q 1 1 9")
    let draft = try #require(Draft(panel.draft.text))
    let again = try AttentionWidget.opened(inputs.with("K", "2 0; 0 2"), draft: draft)
    #expect(again.inputs["Q"] == "9 0; 0 1" && again.inputs["K"] == "2 0; 0 2")
    let other = try AttentionWidget.opened(inputs.with("Q", "5 5; 6 6"), draft: draft)
    #expect(other.text.contains("Q came anew, and some of what you changed there is gone"))
  }

  /// Behind the name that `=` begins with, another input may be typed.
  @Test func anotherInputBehindTheText() throws {
    var panel = try panel(TokensWidget.self)
    panel.press(.character("="))
    #expect(panel.text.contains("or merges = …") && panel.text.contains("learn = …"))
    panel.type("learn = aaaa bbb aaaa")
    #expect(panel.inputs["learn"] == "aaaa bbb aaaa")
    #expect(panel.inputs["text"] == TokensWidget.example["text"])
    panel.press(.character("="))
    panel.type("x = 3")
    #expect(panel.inputs["text"] == "x = 3")
  }

  /// `>` decodes on, each word by the same model as the whole text at once would.
  @Test func wordsAreDecodedOneByOne() throws {
    var panel = try panel(DecodeWidget.self)
    for _ in 0..<5 { panel.press(.character(">")) }
    #expect(panel.inputs["count"] == "6" && panel.status.contains("mat (turn 6), step "))
    let widget = try DecodeWidget(panel.inputs)
    let model = widget.parameters.model
    var words = [0, 1, 2]
    for turn in widget.turns {
      var whole = BlockWidget.initial
      whole.model.words = []
      whole.model.x = Matrix(words.map { Array(model.unembedding.column($0)) }) ?? model.x
      let block = try BlockWidget(checking: whole)
      let p = try #require(block.chain.tables.last).table.values
      let row = Array(p.row(p.rows - 1))
      #expect(row.firstIndex(of: row.max() ?? 0) == turn.next)
      #expect((row[turn.next] - turn.probability).magnitude < 1e-12)
      words.append(turn.next)
    }
    #expect(try #require(widget.difference) < 1e-12)
    // By hand: 8 words, 2 + 2 numbers of 2 bytes each.
    #expect(panel.text.contains("8 words · (2 + 2) numbers · 2 bytes = 64 bytes"))
  }

  /// By hand: one new word, width 4, keys and values of 2, 3 units, 5 words, behind 3 others.
  @Test func workIsCounted() throws {
    let widget = try DecodeWidget(checking: DecodeWidget.initial)
    let (turn, model) = (widget.turns[1], widget.parameters.model)
    let cached = DecodeCost(turn, model, isCached: true)
    #expect(cached.projections == 32 && cached.attention == 16 && cached.mlp == 24)
    #expect(cached.logits == 20 && cached.kept == 16)
    let whole = DecodeCost(turn, model, isCached: false)
    #expect(whole.projections == 128 && whole.attention == 64 && whole.mlp == 96)
    #expect(whole.kept == 0)
  }

  /// What would take too long is refused, with what to do.
  @Test func tooMuchWorkIsRefused() throws {
    var long = DecodeWidget.initial
    long.model.words = []
    long.model.x = Matrix(rows: 128, columns: 100) { _, _ in 1 }
    long.model.wv = Matrix(rows: 100, columns: 128) { _, _ in 1 }
    long = DecodeWidget.shapes.fitted(long, to: ["W_V", "X"])
    (long.chunk, long.count) = (1, 2)
    let cached = try DecodeWidget(checking: long)
    #expect(cached.turns.count == 129 && cached.difference == nil)
    long.isCached = false
    #expect(throws: InputProblem.self) { try DecodeWidget(checking: long) }
  }

  /// Of large tables a window is drawn that holds the number under the cursor.
  @Test func largeTablesAreSeenInWindows() throws {
    var large = BlockWidget.initial
    large.model.words = []
    large.model.x = Matrix(rows: 100, columns: 40) { Double(($0 * 7 + $1 * 3) % 11) - 5 }
    large = BlockWidget.shapes.fitted(large, to: ["X"])
    let inputs = BlockWidget.inputs(of: large)
    var panel = try panel(BlockWidget.self, inputs)
    for step in [1, 2, 5, 11, 14, 22] {
      _ = panel.choose("step \(step)")
      panel.press(.home)
      for _ in 0..<7 { panel.press(.pageDown) }
      let text = panel.canvas(80, 21).text.joined(separator: "\n")
      #expect(text.contains("["), "\(step)")
      // What is looked at is told as well: its window holds it.
      #expect(text.contains("row 71") || text.contains("row 100"), "\(step) \(text)")
      // What is left out shows no numbers.
      for line in text.split(separator: "\n") where !line.contains("=") {
        let cells = line.split(separator: " ")
        #expect(
          cells.first != "…" || !cells.contains { $0.contains(where: \.isNumber) }, "\(line)")
      }
    }
  }
}
