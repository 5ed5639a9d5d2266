import Formulas
import Numerics

extension ShapesWidget {
  package struct Parameters: Equatable, Sendable {
    var shape: TransformerShape
    /// What a fence's sizes are where it names a model and no more; nothing once it is read.
    fileprivate var basis: TransformerShape?

    init(shape: TransformerShape) { self.shape = shape }

    /// The heads; those of keys and values go along where there were as many.
    var heads: Int {
      get { shape.heads }
      set {
        if shape.keyValueHeads == shape.heads { shape.keyValueHeads = newValue }
        shape.heads = newValue
      }
    }

    var withoutBasis: Parameters { Parameters(shape: shape) }
  }

  package static let initial = Parameters(
    shape: TransformerShape(
      vocabulary: 37_000, length: 8, width: 512, heads: 8, layers: 6, positions: .sinusoidal))

  package static let fields: [Field] = [
    preset,
    .whole("n", \.shape.length, from: sizes, in: .n) { $0.basis?.length ?? 8 },
    .whole("d", \.shape.width, from: sizes, in: .d) { $0.basis?.width ?? 64 },
    .whole("heads", \.heads, from: sizes, in: .heads) { $0.basis?.heads ?? 1 },
    .whole(
      "kv-heads", \.shape.keyValueHeads, from: sizes, in: .keyValueHeads, isSilent: true
    ) { $0.basis?.keyValueHeads ?? $0.heads },
    .whole("layers", \.shape.layers, from: sizes, in: .layers) { $0.basis?.layers ?? 1 },
    .whole(
      "decoder", \.shape.decoderLayers, from: 0...sizes.upperBound, in: .decoder, isSilent: true
    ) { $0.basis?.decoderLayers ?? 0 },
    .whole("mlp", \.shape.hidden, from: sizes, in: .mlp) {
      $0.basis?.hidden ?? min(4 * $0.shape.width, sizes.upperBound)
    },
    .whole("vocabulary", \.shape.vocabulary, from: sizes, in: .vocabulary) {
      $0.basis?.vocabulary ?? 1000
    },
    word("bias", \.shape.biases, ["yes": true, "no": false]),
    word("gate", \.shape.isGated, ["no": false, "yes": true]),
    word("norm", \.shape.norm, ["layer": .layer, "rms": .rms, "none": nil]),
    word("norm-first", \.shape.normFirst, ["yes": true, "no": false]),
    word(
      "positions", \.shape.positions,
      ["sinusoidal": .sinusoidal, "learnt": .learnt, "rotary": .rotary]),
    word("tied", \.shape.tiedOutput, ["yes": true, "no": false]),
  ]
  private static let sizes = 1...1_000_000

  /// A published model's name, for all sizes that are not given.
  private static let preset = Field(
    "preset", hint: "one of " + TransformerPreset.all.map(\.name).joined(separator: ", ")
  ) { (text, parameters) throws(InputProblem) in
    guard let text else { return }
    guard let found = TransformerPreset.named(text) else {
      let names = TransformerPreset.all.map(\.name).joined(separator: ", ")
      throw InputProblem(
        "preset", "no sizes of \(text.prefix(24)) are known here", remedy: "write one of \(names)")
    }
    parameters.shape = found.shape
    parameters.basis = found.shape
  } write: { _ in
    nil
  }

  /// One of several words; where none is given, the model's that the fence names, or else the first.
  private static func word<Value: Equatable & Sendable>(
    _ key: String, _ path: InputPath<Parameters, Value>, _ words: KeyValuePairs<String, Value>
  ) -> Field {
    let choice = Field.choice(key, path, words)
    return Field(key) { (text, parameters) throws(InputProblem) in
      if text == nil, let basis = parameters.basis {
        parameters[keyPath: path] = Parameters(shape: basis)[keyPath: path]
      } else {
        try choice.read(text, &parameters)
      }
    } write: {
      choice.write($0)
    }
  }
}
