extension RecurrentModel {
  /// Reads the tokens, row after row.              tokens (rows · length) → logits (n, vocabulary)
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package func forward(_ tokens: [Int32], into trace: inout RecurrentTrace<T>) {
    precondition(tokens.count == trace.rows * trace.length)
    precondition(tokens.allSatisfy { $0 >= 0 && Int($0) < vocabulary })
    trace.lend { trace, memory in
      Weights<T>.reading(parameters) { weights in
        embedding.forward(tokens, weights, into: memory[trace.embedded])
        cell.forward(
          memory[trace.embedded], weights, into: trace.activations(memory), length: trace.length)
        head.forward(memory[trace.states], weights, into: memory[trace.logits])
      }
    }
  }

  /// Sends the gradients of the logits back and adds to the parameters' gradients.
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package func backward(
    _ tokens: [Int32], _ trace: inout RecurrentTrace<T>, addingTo gradients: inout [T]
  ) {
    trace.lend { trace, memory in
      Weights<T>.reading(parameters, adding: &gradients) { weights in
        head.backward(
          memory.gradient(trace.logits), x: memory[trace.states], weights,
          into: memory.gradient(trace.states))
        cell.backward(
          trace.activations(memory), trace.gradients(memory), x: memory[trace.embedded], weights,
          into: memory.gradient(trace.embedded), length: trace.length)
        embedding.backward(memory.gradient(trace.embedded), tokens, weights)
      }
    }
  }
}

extension RecurrentTrace {
  /// Lends its memory: values and their gradients.
  fileprivate mutating func lend(_ body: (RecurrentTrace, Weights<T>) -> Void) {
    var (values, gradients) = (values, gradients)
    self.values = []
    self.gradients = []
    let slots = self
    values.withUnsafeMutableBufferPointer { values in
      gradients.withUnsafeMutableBufferPointer { gradients in
        guard let values = values.baseAddress, let gradients = gradients.baseAddress else { return }
        body(slots, Weights(values: values, gradients: gradients))
      }
    }
    self.values = values
    self.gradients = gradients
  }
}
