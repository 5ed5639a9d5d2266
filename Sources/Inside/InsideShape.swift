import Models
import Numerics

/// What the model inside the program is made of.
package enum InsideShape {
  package static func shape(vocabulary: Int) -> DecoderShape {
    var shape = DecoderShape(
      vocabulary: vocabulary, context: 128, width: 96, layers: 4, heads: 4, mlp: .swiglu(256))
    shape.positions = .rotary(RotaryPositions(base: 100))
    shape.norm = .rms
    shape.isTied = true
    shape.hasQueryBias = true
    shape.embeddingScale = Double(shape.width).squareRoot()
    return shape
  }
}
