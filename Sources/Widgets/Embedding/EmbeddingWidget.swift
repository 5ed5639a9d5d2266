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
    /// The numbers that the rows have in a larger table, of which these are a part; none where it is the whole.
    var ids: [Int] = []
    /// The words, or the numbers of tokens, whose rows are looked up.
    var text: [String]
    var query: RowQuery
    package var step = 1
  }
  package typealias Area = ChainArea
  package enum Action: CaseIterable, Sendable { case next, previous, block, projections }

  package static let name = "embedding"
  package static let title = "Embeddings, and the nearest of them"
  package static let topics = [
    "embedding", "embeddings", "word vectors", "word embeddings", "nearest neighbours",
    "nearest neighbors", "cosine search", "vector search",
  ]
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
      "ids", hint: "the tokens' numbers, one for each row",
      read: { (text, parameters) throws(InputProblem) in
        parameters.ids = []
        for word in (text ?? "").split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
          guard let id = Int(word), id >= 0 else {
            throw InputProblem(
              "ids", "\(word.prefix(20)) is not the number of a token",
              remedy: "write a whole number from 0 on")
          }
          parameters.ids.append(id)
        }
      }, write: { $0.ids.isEmpty ? nil : $0.ids.map(String.init).joined(separator: " ") },
      check: { (parameters) throws(InputProblem) in
        let (ids, rows) = (parameters.ids, parameters.table.rows)
        guard ids.isEmpty || ids.count == rows, Set(ids).count == ids.count else {
          throw InputProblem(
            "ids",
            "\(counted(ids.count, "number")) for \(counted(rows, "row"))",
            remedy: "write as many, each once")
        }
      }, giveWay: { if $0.ids.count != $0.table.rows { $0.ids = [] } }),
    Field(
      "text", hint: "words of the table, or their numbers from 0",
      read: { (text, parameters) throws(InputProblem) in
        parameters.text = (text ?? "0").split(whereSeparator: \.isWhitespace).map(String.init)
      }, write: { $0.text.joined(separator: " ") },
      check: { (parameters) throws(InputProblem) in
        guard (1...most).contains(parameters.text.count) else {
          throw InputProblem(
            "text", "\(parameters.text.count) words", remedy: "write 1 to \(most), a shorter text")
        }
      },
      giveWay: { parameters in
        let rows = parameters.rowNames
        parameters.text.removeAll { (try? rows.row($0, "text")) == nil }
        if parameters.text.isEmpty { parameters.text = [rows.first] }
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
        [.character("O")], "block", "on: the rows of the text in a block, up to the next word",
        footer: .at(3, "block"), .block),
      KeyBinding(
        [.character("i")], "projections", "into attention: queries, keys and values of the rows",
        footer: .at(7, "attention"), .projections),
    ]

  package var parameters: Parameters
  package let chain: Chain

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    chain = try parameters.chain()
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    switch action {
    case .next: try stepped(1)
    case .previous: try stepped(-1)
    case .block, .projections: parameters
    }
  }

  package static func renamed(
    _ parameters: Parameters, _ change: Resizing, size: String, at: Int
  ) -> Parameters {
    guard size == "words", !parameters.words.isEmpty else { return parameters }
    var changed = parameters
    if change.adds, let last = changed.ids.max() {
      changed.ids.insert(last + 1, at: Swift.min(at + 1, changed.ids.count))
    } else if changed.ids.indices.contains(at) {
      let gone = "\(changed.ids.remove(at: at))"
      changed.text = changed.text.map { $0 == gone ? "\(changed.ids[0])" : $0 }
    }
    guard let gone = changed.words.follow(change, at: at) else { return changed }
    // What is looked up or searched for has to be there.
    let first = changed.names[0]
    changed.text = changed.text.map { $0 == gone ? first : $0 }
    if (try? changed.query.rows(in: changed.rowNames)) == nil {
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

    def principal(rows, count):
        w = np.linalg.svd(rows)[2][:count]
        return w * np.sign(w[np.arange(len(w)), np.abs(w).argmax(axis=1)])[:, None]

    """
  }

  /// The rows as points, where the step is about the plane.
  package func extras(_ view: View) -> [WidgetBlock] {
    guard let plane = chain.tables.last?.table, shown.table.symbol == "plane" else { return [] }
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
