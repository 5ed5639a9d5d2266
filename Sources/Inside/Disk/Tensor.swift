import Basics
import Models

/// A weight as a file names it.
struct Tensor {
  let name: String
  let owner: MappedBytes
  let offset: Int
  let type: StoredType
  /// The outermost first; what lies side by side comes last.
  let sizes: [Int]

  var count: Int { sizes.reduce(1, *) }
  var text: String { sizes.map { String($0) }.joined(separator: " × ") }
  /// Where its numbers lie.
  fileprivate var place: Range<Int> { offset..<offset + (type.byteCount(count) ?? 0) }
}

/// No two tensors of a file share bytes.
func refuseOverlaps(
  _ tensors: some Sequence<Tensor>, in file: String
) throws(DiskProblem) {
  let all = tensors.sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }
  for (one, next) in zip(all, all.dropFirst()) where one.place.upperBound > next.offset {
    throw .impossible("\(one.name) lies over \(next.name)", file)
  }
}

/// Where weights are looked for by name.
protocol TensorSource {
  /// How long its files are.
  var bytes: Int { get }
  /// Nil where there is none of that name.
  func tensor(_ name: String) throws(DiskProblem) -> Tensor?
  /// What a file calls a part of the decoder.
  func name(of part: DecoderPart, _ family: ModelFamily) -> TensorName
}

/// What a file calls a part, and which of several it is where they lie in one.
struct TensorName {
  let name: String
  /// Which of queries, keys and values it is, where one tensor holds all three.
  var third: Int?
  var isByInput = false
}

/// A part of a decoder by its own name, such as `L0.queries.bias`.
struct DecoderPart {
  let name: String
  /// Nil for what is of no layer.
  let layer: Int?
  /// `queries`, `attentionNorm`, `embedding`, …
  let kind: String
  let isBias: Bool

  init(_ name: String) {
    self.name = name
    var words = name.split(separator: ".")
    layer = words.first?.first == "L" ? words.first.flatMap { Int(String($0.dropFirst())) } : nil
    if layer != nil { words.removeFirst() }
    isBias = words.last == "bias"
    kind = words.first.map(String.init) ?? name
  }
}
