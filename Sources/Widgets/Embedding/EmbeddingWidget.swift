import Basics
import Formulas
import JSONText
import Notes
import Numerics
import Plots
import TextUI

/// A table with a row for each token: text is looked up in it, words are added and taken off, the
/// nearest rows are found by cosine, and all of them are seen in a plane.
package struct EmbeddingWidget: ChainFigure {
  package struct Parameters: ChainParameters {
    var words: [String]
    var table: Matrix
    /// The words, or the numbers of tokens, whose rows are looked up.
    var text: [String]
    var query: RowQuery
    package var step = 1
  }
  package typealias Area = ChainArea
  package enum Action: CaseIterable, Sendable { case next, previous, block }

  package static let name = "embedding"
  package static let title = "Embeddings, and the nearest of them"
  package static let topics = [
    "embedding", "embeddings", "word vectors", "word embeddings", "nearest neighbours",
    "nearest neighbors", "cosine search", "vector search",
  ]
  package static let most = 16
  package static let initial = Parameters(
    words: ["king", "queen", "man", "woman", "child", "apple"],
    table: Matrix([
      [3, 2, 0], [3, -2, 0], [1, 2, 0], [1, -2, 0], [0, 1, 1], [0, 0, 3],
    ]) ?? .row([1]), text: ["woman", "apple", "woman"],
    query: .words([
      RowQuery.Term(isTakenOff: false, word: "king"), RowQuery.Term(isTakenOff: true, word: "man"),
      RowQuery.Term(isTakenOff: false, word: "woman"),
    ]))
  package static let fields: [Field] = [
    .words("words", \.words) { $0.table.rows },
    .table("E", \.table, most: most, in: .input("E")),
    Field(
      "text", hint: "words of the table, or their numbers from 0",
      read: { (text, parameters) throws(InputProblem) in
        parameters.text = (text ?? "0").split(whereSeparator: \.isWhitespace).map(String.init)
      }, write: { $0.text.joined(separator: " ") },
      check: { (parameters) throws(InputProblem) in
        guard (1...most).contains(parameters.text.count) else {
          throw InputProblem("text", "write 1 to \(most) words")
        }
      }),
    Field(
      "query", hint: RowQuery.hint,
      read: { (text, parameters) throws(InputProblem) in
        parameters.query = try RowQuery(text ?? "0")
      }, write: { $0.query.text }),
    .whole("step", \.step, from: 1...1000, isSilent: true, default: 1),
  ]
  package static let shapes: [InputShape<Parameters>] = [InputShape("E", \.table, "words", "width")]
  package static let nextStep: Action? = .next
  package static let actions: [KeyBinding<Action>] =
    KeyBinding.steps(next: .next, previous: .previous) + [
      KeyBinding(
        [.character("o")], "block", "the rows of the text in a block, up to the next word",
        footer: 7,
        .block)
    ]

  package let parameters: Parameters
  package let chain: Chain

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    chain = try parameters.chain()
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    switch action {
    case .next: try stepped(1)
    case .previous: try stepped(-1)
    case .block: parameters
    }
  }

  package static func renamed(
    _ parameters: Parameters, _ change: Resizing, size: String, at: Int
  ) -> Parameters {
    guard size == "words", !parameters.words.isEmpty else { return parameters }
    var changed = parameters
    guard let gone = changed.words.follow(change, at: at) else { return changed }
    // What is looked up or searched for has to be there.
    let first = changed.names[0]
    changed.text = changed.text.map { $0 == gone ? first : $0 }
    if (try? changed.query.rows(in: changed.names)) == nil {
      changed.query = .words([RowQuery.Term(isTakenOff: false, word: first)])
    }
    return changed
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    let table = parameters.table
    changed.table = Matrix(rows: table.rows, columns: table.columns) { _, _ in
      Double(generator.int(in: -3...3))
    }
    return changed
  }

  package var preamble: String {
    """

    def axes(rows, count):
        w = np.linalg.svd(rows)[2][:count]
        return w * np.sign(w[np.arange(len(w)), np.abs(w).argmax(axis=1)])[:, None]

    """
  }

  /// The rows as points, where the step is about the plane.
  package func extras(_ view: View) -> [WidgetBlock] {
    guard let plane = chain.tables.last?.table, shown.table.symbol == "P" else { return [] }
    let points = plane.rowNames.indices.map { row in
      NamePlot.Point(
        name: plane.rowNames[row],
        at: PlotPoint(
          x: plane.values[row, 0], y: plane.values.columns > 1 ? plane.values[row, 1] : 0))
    }
    let plot = NamePlot(points)
    return [
      WidgetBlock(
        .picture(rows: 6...18) { [ascii = view.ascii] columns, rows in
          plot.picture(columns: min(columns, rows * 4), rows: rows, ascii: ascii)
        }, rank: 3, isBeside: true)
    ]
  }
}
