import Models
import Numerics

/// The sizes that a file gives of its model, before any of them is believed.
struct ModelSizes {
  var family: ModelFamily
  var vocabulary = 0
  var context = 0
  var width = 0
  var layers = 0
  var heads = 0
  var keyHeads = 0
  var headWidth = 0
  var units = 0
  var epsilon = 1e-5
  var rotaryBase = 10_000.0
  var layout = RotaryPositions.Layout.halves
  /// What each pair's turn is divided by; nothing where by one.
  var rotaryFactors: [Double] = []
  var isTied = false
  var hasAttentionBias = false

  /// What they make, where that can be.
  func shape(in file: String) throws(DiskProblem) -> DecoderShape {
    func check(_ what: String, _ number: Int, _ most: Int) throws(DiskProblem) {
      guard (1...most).contains(number) else {
        throw .impossible("\(what) \(number)", file)
      }
    }
    try check("vocabulary", vocabulary, 4_000_000)
    try check("context", context, 100_000_000)
    try check("width", width, 65_536)
    try check("layers", layers, 1_000)
    try check("heads", heads, 1_024)
    try check("heads of keys", keyHeads, heads)
    try check("width of a head", headWidth, 4_096)
    try check("units", units, 1_000_000)
    guard heads.isMultiple(of: keyHeads) else {
      throw .impossible("\(heads) heads over \(keyHeads) heads of keys", file)
    }
    guard epsilon.isFinite, epsilon >= 0, epsilon < 1 else {
      throw .impossible("epsilon \(epsilon)", file)
    }
    var shape = DecoderShape(
      vocabulary: vocabulary, context: context, width: width, layers: layers, heads: heads)
    (shape.keyHeads, shape.headWidth, shape.epsilon) = (keyHeads, headWidth, epsilon)
    shape.isTied = isTied
    if family == .gpt2 {
      guard context <= 1_000_000 else { throw .impossible("context \(context)", file) }
      shape.positions = .learnt
      shape.norm = .layer
      shape.mlp = .gelu(units)
      shape.hasBiases = true
      return shape
    }
    guard rotaryBase.isFinite, rotaryBase > 0 else {
      throw .impossible("rotary base \(rotaryBase)", file)
    }
    guard headWidth.isMultiple(of: 2) else {
      throw .impossible("width of a head \(headWidth)", file)
    }
    guard rotaryFactors.isEmpty || rotaryFactors.count == headWidth / 2,
      rotaryFactors.allSatisfy({ $0.isFinite && $0 > 0 })
    else { throw .impossible("the scaling of rotary positions", file) }
    var positions = RotaryPositions(layout, base: rotaryBase)
    positions.factors = rotaryFactors
    shape.positions = .rotary(positions)
    shape.norm = .rms
    shape.mlp = .swiglu(units)
    shape.hasQueryBias = family == .qwen2 || hasAttentionBias
    shape.hasValueBias = shape.hasQueryBias
    shape.hasHeadNorms = family == .qwen3
    return shape
  }
}
