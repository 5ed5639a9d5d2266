import Models

/// Puts the tensors of a file in the places of a decoder; nothing large is copied.
func loadDecoder(
  _ shape: DecoderShape, _ family: ModelFamily, from source: some TensorSource
) throws(DiskProblem) -> Decoder<Float> {
  // No number takes less than half a byte: what says too much is found before anything is made for it.
  guard shape.leastNumbers <= 2 * Double(source.bytes) else {
    throw .shape(
      "the file", "\(source.bytes) bytes long",
      wanted: "\(Int(min(shape.leastNumbers, 1e18))) numbers")
  }
  try refuseBiases(shape, family, in: source)
  var decoder = Decoder<Float>(storing: shape)
  for named in decoder.named.sorted(by: { ($0.slot.stored ?? .max) < ($1.slot.stored ?? .max) }) {
    let slot = named.slot
    let name = source.name(of: DecoderPart(named.name), family)
    guard let tensor = try source.tensor(name.name) else { throw .missing(name.name) }
    if slot.stored != nil {
      let matrix = try matrix(tensor, name, slot, shape)
      guard decoder.store(matrix, for: slot) else {
        throw .shape(tensor.name, tensor.text, wanted: "\(slot.columns) × \(slot.rows)")
      }
    } else {
      decoder.parameters.replaceSubrange(
        slot.range, with: try numbers(tensor, name, slot, shape))
    }
  }
  return decoder
}

/// Biases that a family can have and the decoder has no place for: without them it would be another model.
private func refuseBiases(
  _ shape: DecoderShape, _ family: ModelFamily, in source: some TensorSource
) throws(DiskProblem) {
  guard !shape.hasBiases else { return }
  for kind in ["output", "up", "gate", "down"] {
    let name = source.name(of: DecoderPart("L0.\(kind).bias"), family).name
    if try source.tensor(name) != nil { throw .setting(name, "a bias") }
  }
}

/// Where the queries, keys or values begin that lie in one tensor.
private func start(of third: Int, _ shape: DecoderShape) -> Int {
  let (inner, shared) = (shape.heads * shape.headWidth, shape.keyHeads * shape.headWidth)
  return [0, inner, inner + shared][third]
}

private func matrix(
  _ tensor: Tensor, _ name: TensorName, _ slot: Slot, _ shape: DecoderShape
) throws(DiskProblem) -> StoredMatrix {
  let problem = DiskProblem.shape(
    tensor.name, tensor.text, wanted: "a matrix for \(slot.rows) × \(slot.columns)")
  guard tensor.sizes.count == 2 else { throw problem }
  let (rows, columns) = (tensor.sizes[0], tensor.sizes[1])
  var used: Range<Int>?
  if let third = name.third, name.isByInput {
    let first = start(of: third, shape)
    guard first + slot.columns <= columns else { throw problem }
    used = first..<first + slot.columns
  }
  let whole = StoredMatrix(
    tensor.owner, offset: tensor.offset, tensor.type, rows: rows, columns: columns, used: used,
    isByInput: name.isByInput)
  guard let whole else { throw problem }
  guard let third = name.third, !name.isByInput else { return whole }
  let first = start(of: third, shape)
  guard let part = whole.part(rows: first..<first + slot.columns) else { throw problem }
  return part
}

/// The numbers of a norm, a bias or a table of places.
private func numbers(
  _ tensor: Tensor, _ name: TensorName, _ slot: Slot, _ shape: DecoderShape
) throws(DiskProblem) -> [Float] {
  let first = name.third.map { start(of: $0, shape) } ?? 0
  let isTable = slot.rows > 1
  let sizes = isTable ? [slot.rows, slot.columns] : [first + slot.columns]
  let fits =
    isTable
    ? tensor.sizes == sizes
    : tensor.sizes.count == 1 && tensor.sizes[0] >= sizes[0]
      && (name.third != nil || tensor.sizes[0] == sizes[0])
  let row = isTable ? slot.columns : tensor.sizes.first ?? 0
  let matrix = StoredMatrix(
    tensor.owner, offset: tensor.offset, tensor.type, rows: slot.rows, columns: row)
  guard fits, let matrix else {
    throw .shape(
      tensor.name, tensor.text, wanted: sizes.map { String($0) }.joined(separator: " × "))
  }
  let values = isTable ? matrix.values : Array(matrix.row(0)[first..<first + slot.columns])
  guard values.allSatisfy(\.isFinite) else {
    throw .impossible("a number that is none", tensor.name)
  }
  return values
}

extension DecoderShape {
  /// How many numbers such a model has at least.
  fileprivate var leastNumbers: Double {
    let (width, inner) = (Double(width), Double(heads * headWidth))
    let block = 2 * width * inner + 2 * width * Double(mlp?.units ?? 0)
    let table = Double(vocabulary) + (positions == .learnt ? Double(context) : 0)
    return table * width + Double(layers) * block
  }
}
