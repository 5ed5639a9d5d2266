import Numerics

/// A model that reads with an LSTM: embedding, cell, and a way out at every place.
package struct RecurrentModel<T: Real>: Sendable {
  package let vocabulary: Int
  package let width: Int
  package let embedding: Embedding
  package let cell: LSTM
  package let head: Linear  // (width, vocabulary)
  package var parameters: [T]

  /// One whose parameters the seed decides. The cell and the way out begin as `torch.nn.LSTM` and
  /// `torch.nn.Linear` do by their reference: uniform in ±1/√width, biases too, of which torch's cell has
  /// two that are added. The embedding is normal with standard deviation 1/√width.
  package init(vocabulary: Int, width: Int, seed: UInt64) {
    var layout = Layout()
    self.vocabulary = vocabulary
    self.width = width
    embedding = Embedding(vocabulary: vocabulary, width: width, in: &layout)
    cell = LSTM(inputs: width, width: width, in: &layout)
    head = Linear(inputs: width, outputs: vocabulary, hasBias: true, in: &layout)
    parameters = Array(repeating: 0, count: layout.count)
    var draws = SeededGenerator(seed: seed)
    let spread = 1 / Double(width).squareRoot()
    for index in embedding.table.range { parameters[index] = T(draws.normal() * spread) }
    func uniform() -> Double { (2 * draws.unit() - 1) * spread }
    for slot in [cell.input.weight, cell.recurrent.weight] {
      for index in slot.range { parameters[index] = T(uniform()) }
    }
    if let bias = cell.input.bias {
      for index in bias.range { parameters[index] = T(uniform() + uniform()) }
    }
    for slot in [head.weight, head.bias].compactMap(\.self) {
      for index in slot.range { parameters[index] = T(uniform()) }
    }
  }

  /// Its matrices and vectors, by name.
  package var named: [NamedSlot] {
    let slots: [(String, Slot?)] = [
      ("embedding", embedding.table), ("input", cell.input.weight), ("bias", cell.input.bias),
      ("recurrent", cell.recurrent.weight), ("head", head.weight), ("headBias", head.bias),
    ]
    return slots.compactMap { name, slot in slot.map { NamedSlot(name: name, slot: $0) } }
  }
}

/// Everything that a pass of a recurrent model computed, and room for the gradients.
package struct RecurrentTrace<T: Real>: Sendable {
  package let rows: Int
  package let length: Int
  package let embedded: Slot  // (n, width)
  package let gates: Slot  // (n, 4 · width)
  package let cells: Slot  // (n, width)
  package let bent: Slot  // (n, width)
  package let states: Slot  // (n, width)
  package let logits: Slot  // (n, vocabulary)
  package internal(set) var values: [T]
  package var gradients: [T]

  package init(_ model: RecurrentModel<T>, rows: Int, length: Int) {
    var layout = Layout()
    let n = rows * length
    self.rows = rows
    self.length = length
    embedded = layout.slot(n, model.width)
    gates = layout.slot(n, 4 * model.width)
    cells = layout.slot(n, model.width)
    bent = layout.slot(n, model.width)
    states = layout.slot(n, model.width)
    logits = layout.slot(n, model.vocabulary)
    values = Array(repeating: 0, count: layout.count)
    gradients = values
  }

  func activations(_ memory: Weights<T>) -> LSTM.Activations<T> {
    .init(
      gates: memory[gates], cells: memory[cells], bent: memory[bent], states: memory[states])
  }

  func gradients(_ memory: Weights<T>) -> LSTM.Activations<T> {
    .init(
      gates: memory.gradient(gates), cells: memory.gradient(cells), bent: memory.gradient(bent),
      states: memory.gradient(states))
  }

  /// What the cell shows at one place of a row.
  package func state(row: Int, place: Int) -> [T] {
    states.part(rows: row * length + place..<row * length + place + 1).values(in: values)
  }
}
