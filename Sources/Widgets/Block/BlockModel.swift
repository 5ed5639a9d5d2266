import Formulas
import Numerics

/// A Transformer of one block: the words' vectors, the matrices, and how its parts are put together.
struct BlockModel: Equatable, Sendable {
  /// Whether each part reads a normalised copy, or the stream is normalised after each addition.
  enum Place: String, CaseIterable, Sendable { case pre, post }
  enum Activation: String, CaseIterable, Sendable { case relu, gelu, swiglu }

  var words: [String] = []
  /// The words that can come next, a column of W_U each.
  var vocabulary: [String] = []
  var x, wq, wk, wv, wo, up, gate, down, unembedding: Matrix
  /// γ and β of each norm, as rows; 1 and 0 where nil.
  var norm1, norm2, normLast: Matrix?
  var heads = 1
  var place = Place.pre
  var method = LayerNorm.Method.layer
  var activation = Activation.relu

  /// The words, or their numbers.
  var names: [String] { words.filled(to: x.rows) }
  var nextNames: [String] { vocabulary.filled(to: unembedding.columns) }

  /// γ and β that change nothing.
  var unscaled: Matrix { Matrix(rows: 2, columns: x.columns) { row, _ in row == 0 ? 1 : 0 } }

  // The three norms with what they are where nothing was typed.
  var scale1: Matrix {
    get { norm1 ?? unscaled }
    set { norm1 = newValue == unscaled ? nil : newValue }
  }
  var scale2: Matrix {
    get { norm2 ?? unscaled }
    set { norm2 = newValue == unscaled ? nil : newValue }
  }
  var scaleLast: Matrix {
    get { normLast ?? unscaled }
    set { normLast = newValue == unscaled ? nil : newValue }
  }

  /// Whether an input has a part in it, as things are put together.
  func reads(_ key: String) -> Bool {
    switch key {
    case "W_gate": activation == .swiglu
    case "norm_f": place == .pre
    default: true
    }
  }

  /// Five words, of which each looks at the word that tells it what comes next: the weights were found by
  /// gradient descent, and rounded to whole numbers at each of its steps.
  static let example: BlockModel = {
    func matrix(_ rows: [[Double]]) -> Matrix { Matrix(rows) ?? .row([0]) }
    let table = matrix([
      [0, 0, 2, -1], [1, 0, 0, -1], [0, 0, -2, 0], [-2, 0, 0, 0], [0, -1, 0, 2],
    ])
    return BlockModel(
      words: ["the", "cat", "sat"], vocabulary: ["the", "cat", "sat", "on", "mat"],
      x: table.fitted(rows: 3, columns: 4),
      wq: matrix([[0, 1], [0, 0], [-1, 0], [0, 0]]),
      wk: matrix([[1, 0], [-1, 1], [0, 1], [-1, 0]]),
      wv: matrix([[-1, 0], [1, 0], [0, 0], [0, 1]]), wo: matrix([[0, -1, 0, 1], [0, 0, 0, 1]]),
      up: matrix([[1, 1, -1], [-1, 1, 1], [1, -1, 0], [-1, -1, 0]]),
      gate: matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]]),
      down: matrix([[1, 0, -1, 0], [-1, 0, 0, 1], [0, -1, 1, -1]]),
      unembedding: table.transposed)
  }()
}

/// Parameters that a model of one block is among.
protocol ModelParameters: ChainParameters {
  var model: BlockModel { get set }
}

extension InputShape where Parameters: ModelParameters {
  static var model: [InputShape] {
    [
      InputShape("X", \Parameters.model.x, "words", "width"),
      InputShape("W_Q", \Parameters.model.wq, "width", "keys"),
      InputShape("W_K", \Parameters.model.wk, "width", "keys"),
      InputShape("W_V", \Parameters.model.wv, "width", "values"),
      InputShape("W_O", \Parameters.model.wo, "values", "width"),
      InputShape("W_up", \Parameters.model.up, "width", "units"),
      InputShape("W_gate", \Parameters.model.gate, "width", "units"),
      InputShape("W_down", \Parameters.model.down, "units", "width"),
      InputShape("W_U", \Parameters.model.unembedding, "width", "vocabulary"),
      InputShape("norm_1", \Parameters.model.scale1, "γ and β", "width", filler: [1, 0]),
      InputShape("norm_2", \Parameters.model.scale2, "γ and β", "width", filler: [1, 0]),
      InputShape("norm_f", \Parameters.model.scaleLast, "γ and β", "width", filler: [1, 0]),
    ]
  }
}

extension InputField where Parameters: ModelParameters, Area == ChainArea {
  /// Words, matrices of at most so many rows and columns, and how they are put together.
  static func model(most: Int) -> [InputField] {
    func scale(_ key: String, _ path: InputPath<Parameters, Matrix?>) -> InputField {
      .table(key, path, most: most, in: .input(key)) { $0.model.unscaled }
    }
    return [
      .words("words", \Parameters.model.words) { $0.model.x.rows },
      .words("vocabulary", \Parameters.model.vocabulary) { $0.model.unembedding.columns },
    ]
      + InputShape<Parameters>.model.filter { $0.filler == [0] }.map {
        .table($0.key, $0.path, most: most, in: .input($0.key))
      } + [
        scale("norm_1", \Parameters.model.norm1), scale("norm_2", \Parameters.model.norm2),
        scale("norm_f", \Parameters.model.normLast),
        .whole("heads", \Parameters.model.heads, from: 1...most, isSilent: true, default: 1),
        .choice(
          "norm", \Parameters.model.method, ["layer": .layer, "rms": .rms],
          shown: ["LayerNorm", "RMSNorm"]),
        .choice("place", \Parameters.model.place, ["pre": .pre, "post": .post]),
        .choice(
          "activation", \Parameters.model.activation,
          ["relu": .relu, "gelu": .gelu, "swiglu": .swiglu]),
      ]
  }
}
