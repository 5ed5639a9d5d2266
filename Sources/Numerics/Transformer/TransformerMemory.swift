extension TransformerShape {
  /// The bytes of all parameters in a format.
  package func weightBytes(_ precision: Precision) -> Int {
    cappedProduct(parameters, precision.bytes)
  }

  /// The bytes of all parameters in blocks of int8 or int4; in practice some stay in 16 bits.
  package func weightBytes(_ format: BlockFormat) -> Int {
    let (whole, rest) = parameters.quotientAndRemainder(dividingBy: 16)
    let sixteenths = Int(2 * format.bitsWithScale)
    return parameters == .max
      ? .max : cappedSum(cappedProduct(whole, sixteenths), rest * sixteenths / 16)
  }

  /// The bytes of the keys and values that decoding keeps of one sequence of full length: two rows
  /// of width k for each position and block (Shazeer 2019); in a decoder that looks at an encoder's
  /// output, as many again for that.
  package func cacheBytes(_ precision: Precision = .float16, sequences: Int = 1) -> Int {
    let blocks = decoderLayers > 0 ? cappedProduct(2, decoderLayers) : layers
    return cappedProduct(2, blocks, length, keyValueWidth, precision.bytes, sequences)
  }
}

/// What training keeps in memory for each weight, with the Adam optimiser; activations, which depend
/// on batch and method, come on top.
package struct TrainingMemory: Equatable, Sendable {
  /// How numbers are kept.
  package enum Method: String, CaseIterable, Sendable {
    /// Everything in float32: 16 bytes a weight.
    case float32
    /// Parameters and gradients in 16 bits, and what Adam needs in float32, a copy of the parameters among
    /// it: 16 bytes a weight too (Rajbhandari et al. 2020, section 3.1).
    case mixed
  }

  /// What is kept, in bytes a weight.
  package struct Part: Equatable, Sendable {
    package let name: String
    package let bytesEach: Int
    package let bytes: Int
  }

  /// How numbers are kept.
  package let method: Method
  /// Parameters, gradients, Adam's two means, and with mixed precision the copy of the parameters.
  package let parts: [Part]

  /// The memory for a shape's parameters.
  package init(_ shape: TransformerShape, _ method: Method) {
    let short = method == .mixed ? 2 : 4
    let states = [
      ("weights", short), ("gradients", short), ("weights in float32", method == .mixed ? 4 : 0),
      ("Adam: mean of gradients", 4), ("Adam: mean of squares", 4),
    ]
    let parameters = shape.parameters
    self.method = method
    parts = states.filter { $0.1 > 0 }.map {
      Part(name: $0.0, bytesEach: $0.1, bytes: cappedProduct($0.1, parameters))
    }
  }

  /// All of it, in bytes.
  package var bytes: Int { parts.reduce(0) { cappedSum($0, $1.bytes) } }
}
