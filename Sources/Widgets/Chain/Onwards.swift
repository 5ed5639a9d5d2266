import Formulas
import Notes
import Numerics

/// The way from one widget to the next, which goes on with its numbers: tokens, embeddings, attention, a
/// block, decoding.
extension Widget {
  /// Opens this widget, or says why it cannot take the inputs.
  static func opening(_ inputs: Inputs) -> [WidgetEffect] {
    do {
      _ = try Self(inputs)
      return [.open(name, inputs)]
    } catch { return [.say("\(title): \(error.advice)")] }
  }
}

/// A widget with keys that lead on, with its numbers.
protocol Onward: Widget {
  /// What such a key opens; nil for any other key.
  func next(by action: Action) -> (() -> [WidgetEffect])?
}

extension Onward {
  package func offers(_ action: Action, at cursor: Cursor) -> Bool {
    if next(by: action) != nil { return true }
    do { return try changed(by: action, at: cursor) != parameters } catch { return false }
  }

  package func effects(of action: Action, at cursor: Cursor) -> [WidgetEffect] {
    next(by: action)?() ?? []
  }
}

extension TokensWidget: Onward {
  func next(by action: Action) -> (() -> [WidgetEffect])? {
    switch action {
    case .vectors: { vectors }
    case .learn where parameters.learn.isEmpty:
      { [.openNotes(key: "learn", most: Self.mostLearnt)] }
    default: nil
    }
  }

  /// A row for each of the tokens that the text comes to, numbers made up where a model has learnt them.
  private var vectors: [WidgetEffect] {
    let pieces = finalPieces
    guard pieces.count <= EmbeddingWidget.most else {
      return [
        .say(
          "The text has \(pieces.count) tokens, and \(EmbeddingWidget.most) fit: make it shorter, with ="
        )
      ]
    }
    var rows: [TokenPiece] = []
    for piece in pieces where !rows.contains(where: { $0.id == piece.id }) { rows.append(piece) }
    let names = rows.map { String($0.visible(ascii: false).prefix(20)) }
    let table = Matrix(rows.map { Self.vector(of: $0.id) })
    return EmbeddingWidget.opening(
      Inputs([
        "words": Names.text(names) ?? "",
        "E": Plain.text(table ?? .row([0])),
        "ids": rows.map { "\($0.id)" }.joined(separator: " "),
        "text": pieces.map { "\($0.id)" }.joined(separator: " "), "query": "\(rows[0].id)",
      ]))
  }

  /// Four whole numbers from −3 to 3, others for each token: the digits of a multiple of its number, to the
  /// base of 7.
  static func vector(of id: Int) -> Vector {
    var rest = (id * 1217 + 249) % 2401
    return (0..<4).map { _ in
      defer { rest /= 7 }
      return Double(rest % 7 - 3)
    }
  }
}

extension EmbeddingWidget: Onward {
  func next(by action: Action) -> (() -> [WidgetEffect])? {
    switch action {
    case .block: { BlockWidget.opening(blockInputs) }
    case .projections: { ProjectionsWidget.opening(projectionsInputs) }
    case .next, .previous: nil
    }
  }

  /// The rows of the text, and the words that they stand for.
  private var rows: (x: Matrix, words: [String]) {
    let names = parameters.names
    let words = parameters.text.map { word in
      (try? parameters.rowNames.row(word, "text")).map { names[$0] } ?? word
    }
    return (chain.values(.table(0)), words)
  }

  /// The table itself scores what comes next; the other matrices are those of the example, made to fit.
  private var blockInputs: Inputs {
    var start = BlockWidget.initial
    (start.model.x, start.model.words) = rows
    start.model.unembedding = parameters.table.transposed
    start = BlockWidget.shapes.fitted(start, to: ["W_U", "X"])
    start.model.vocabulary = parameters.names
    return BlockWidget.inputs(of: start)
  }

  private var projectionsInputs: Inputs {
    var start = ProjectionsWidget.initial
    let model = BlockModel.example
    (start.x, start.words) = rows
    (start.wq, start.wk, start.wv, start.wo) = (model.wq, model.wk, model.wv, model.wo)
    (start.heads, start.isCausal) = (model.heads, true)
    return ProjectionsWidget.inputs(of: ProjectionsWidget.shapes.fitted(start, to: ["X"]))
  }
}

extension ProjectionsWidget: Onward {
  func next(by action: Action) -> (() -> [WidgetEffect])? {
    switch action {
    case .block: { BlockWidget.opening(blockInputs) }
    case .stepper:
      {
        AttentionWidget.opening(
          chain.stepperInputs(
            parameters.words, parameters.heads, isCausal: parameters.isCausal,
            from: "X·W_Q, X·W_K, X·W_V"))
      }
    case .next, .previous, .mask, .positions, .heads: nil
    }
  }

  /// The same vectors and matrices; each word's vector scores how likely it is to come next.
  private var blockInputs: Inputs {
    var start = BlockWidget.initial
    let x = chain.tables.first { $0.table.symbol == "X_P" }?.table.values ?? parameters.x
    let names = parameters.words.filled(to: x.rows)
    let first = names.indices.filter { names.firstIndex(of: names[$0]) == $0 }
    (start.model.x, start.model.words) = (x, parameters.words)
    (start.model.wq, start.model.wk) = (parameters.wq, parameters.wk)
    (start.model.wv, start.model.wo) = (parameters.wv, parameters.wo)
    start.model.heads = parameters.heads
    start.model.unembedding = Matrix(rows: x.columns, columns: first.count) {
      parameters.x[first[$1], $0]
    }
    start.model.vocabulary = first.map { names[$0] }
    return BlockWidget.inputs(
      of: BlockWidget.shapes.fitted(start, to: ["W_U", "W_O", "W_V", "W_K", "W_Q", "X"]))
  }
}

extension BlockWidget: Onward {
  func next(by action: Action) -> (() -> [WidgetEffect])? {
    switch action {
    case .decode:
      { DecodeWidget.opening(DecodeWidget.inputs(of: DecodeWidget.Parameters(model: model))) }
    case .stepper:
      {
        AttentionWidget.opening(
          chain.stepperInputs(model.words, model.heads, isCausal: true, from: "a block"))
      }
    case .next, .previous, .place, .method, .activation: nil
    }
  }
}

extension Chain {
  /// What the attention stepper opens with: the queries, keys and values, and where they come from.
  fileprivate func stepperInputs(
    _ words: [String], _ heads: Int, isCausal: Bool, from source: String
  )
    -> Inputs
  {
    var inputs = Inputs(["words": Names.text(words) ?? ""])
    for table in tables where ["Q", "K", "V"].contains(table.table.symbol) {
      inputs[table.table.symbol] = Plain.text(table.table.values)
    }
    inputs["heads"] = "\(heads)"
    inputs["mask"] = isCausal ? "causal" : "none"
    inputs["source"] = source
    inputs["step"] = "1"
    return inputs
  }
}
