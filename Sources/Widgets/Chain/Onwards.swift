import Formulas
import Notes
import Numerics

/// The way from one widget to the next, which goes on with its numbers: tokens, embeddings, a block,
/// decoding.
extension Widget {
  /// Opens this widget, or says why it cannot take the inputs.
  static func opening(_ inputs: Inputs) -> [WidgetEffect] {
    do {
      _ = try Self(inputs)
      return [.open(name, inputs)]
    } catch { return [.say("\(title): \(error.message)")] }
  }
}

/// A widget with a key that leads on, with its numbers.
protocol Onward: Widget {
  static var onward: Action { get }
  /// Opens what comes next.
  var opensNext: [WidgetEffect] { get }
}

extension Onward {
  package func offers(_ action: Action, at cursor: Cursor) -> Bool {
    if action == Self.onward { return true }
    do { return try changed(by: action, at: cursor) != parameters } catch { return false }
  }

  package func effects(of action: Action, at cursor: Cursor) -> [WidgetEffect] {
    action == Self.onward ? opensNext : []
  }
}

extension TokensWidget: Onward {
  static var onward: Action { .vectors }
  var opensNext: [WidgetEffect] { EmbeddingWidget.opening(embeddingInputs) }

  /// A row for each of the tokens that there are, numbers at random standing for what is learnt.
  private var embeddingInputs: Inputs {
    // Names stand between commas.
    let names = pieces.map {
      String($0.visible(ascii: false).replacing(",", with: "<2c>").prefix(20))
    }
    var rows: [(name: String, id: Int)] = []
    for (name, piece) in zip(names, pieces) where !rows.contains(where: { $0.name == name }) {
      rows.append((name, piece.id))
    }
    let table = Matrix(
      rows.map { row -> Vector in
        var generator = SeededGenerator(seed: UInt64(row.id))
        return (0..<4).map { _ in Double(generator.int(in: -2...2)) }
      })
    return Inputs([
      "words": rows.map(\.name).joined(separator: ", ") + (rows.count == 1 ? "," : ""),
      "E": Plain.text(table ?? .row([0])), "text": names.joined(separator: " "), "query": "0",
    ])
  }
}

extension EmbeddingWidget: Onward {
  static var onward: Action { .block }
  var opensNext: [WidgetEffect] { BlockWidget.opening(blockInputs) }

  /// The rows of the text, and the matrices that the block opens with, made to fit; the table itself
  /// scores what comes next, as far as there is room.
  private var blockInputs: Inputs {
    let x = chain.values(.table(0))
    let count = min(parameters.table.rows, BlockWidget.most)
    let names = parameters.names
    var start = BlockWidget.initial
    start.x = x
    start.unembedding = parameters.table.fitted(rows: count, columns: x.columns).transposed
    start = BlockWidget.shapes.fitted(start, to: ["W_U", "X"])
    start.words = chain.tables[0].table.rowNames
    start.vocabulary = Array(names.prefix(count))
    return BlockWidget.inputs(of: start)
  }
}

extension BlockWidget: Onward {
  static var onward: Action { .decode }
  var opensNext: [WidgetEffect] { DecodeWidget.opening(decodeInputs) }

  /// What attention reads, and its matrices.
  private var decodeInputs: Inputs {
    let x =
      parameters.place == .pre ? chain.tables[0].table.values : parameters.x
    var start = DecodeWidget.initial
    (start.x, start.words) = (x, parameters.words)
    (start.wq, start.wk, start.wv) = (parameters.wq, parameters.wk, parameters.wv)
    return DecodeWidget.inputs(of: start)
  }
}
