import Lab
import Models

/// A NumPy script that makes the same training: from the same parameters, which stand in it, through
/// the same batches, with both passes written out.
struct TrainScript {
  let recipe: Recipe
  let seed: UInt64
  /// What it begins with, and what of that it changes.
  private let decoder: Decoder<Float>
  private let method: FineTuningMethod

  init(_ recipe: Recipe, seed: UInt64) {
    self.init(recipe, seed: seed, from: Decoder(recipe.shape, seed: seed), moving: .full)
  }

  init(
    _ recipe: Recipe, seed: UInt64, from decoder: Decoder<Float>, moving method: FineTuningMethod
  ) {
    self.recipe = recipe
    self.seed = seed
    self.decoder = decoder
    self.method = method
  }

  var text: String {
    [
      opening, ParameterText(decoder.parameters, decoder.named).text, TrainPython.random, rows,
      TrainPython.forward, TrainPython.loss, TrainPython.backward, ending,
    ].joined(separator: "\n")
  }

  private func truth(_ value: Bool) -> String { value ? "True" : "False" }

  private var opening: String {
    let (shape, task) = (recipe.shape, recipe.source.task)
    return """
      # \(recipe.title): the training of recipe \(recipe.name), seed \(seed), in NumPy.
      import numpy as np

      np.seterr(over="ignore")  # e to much is infinite, and 1 divided by that is 0
      seed, steps, batch = \(seed), \(recipe.steps), \(recipe.batch)
      layers, heads, head_width = \(shape.layers), \(shape.heads), \(shape.headWidth)
      vocabulary, length = \(shape.vocabulary), \(task.length)
      causal, scaled = \(truth(shape.isCausal)), \(truth(shape.isScaled))
      test_rows, test_every, threshold = \(recipe.testRows), \(recipe.testsEvery), \(recipe.threshold)

      """
  }

  // MARK: Rows

  /// How a row is drawn, and which rows a step has.
  private var rows: String {
    var own = "row(draws)"
    if let limit = recipe.source.limit { own = "row(Draws(2, draws.int(0, \(limit - 1))))" }
    var text = drawing(of: recipe.source.task)
    if let replay = recipe.source.replay {
      let old = drawing(of: replay).split(separator: "\n", omittingEmptySubsequences: false)
        .map {
          $0.hasPrefix("def row(")
            ? "def old_row(draws):" : $0.hasPrefix("orders =") ? "old_" + $0 : $0
        }
        .map {
          $0.hasPrefix("    order, answer = orders")
            ? "    order, answer = old_orders[draws.int(0, 0)]" : String($0)
        }
      text += old.joined(separator: "\n")
      own = "old_row(draws) if draws.unit() < \(recipe.source.replayShare) else row(draws)"
    }
    return text + """

      def rows(stream, index, count):
          draws = Draws(stream, index)
          some = [(\(own)) if stream == 1 else row(draws) for _ in range(count)]
          tokens, targets = zip(*some)
          return np.array(tokens), np.array(targets)

      """
  }

  /// What Adam changes, as Python names it.
  private var moving: String {
    switch method {
    case .full, .replay: "list(p)"
    case .lora: "[name for name in p if \".adapter.\" in name]"
    case .head: "[\"head\"]"
    }
  }

  private func drawing(of task: SequenceTask) -> String {
    switch task {
    case .order(let order, let symbols, _):
      return """
        def row(draws):
            \"\"\"Tokens, and what is asked at each place.\"\"\"
            tokens = [draws.int(0, \(symbols - 1)) for _ in range(length)]
            return tokens, \(Self.answer(order))

        """
    case .orders(let orders, let known, let symbols, _):
      let answers = orders.map { order in
        let token = symbols + (known.firstIndex(of: order) ?? 0)
        return "(\(token), lambda tokens: \(Self.answer(order)))"
      }
      return """
        orders = [\(answers.joined(separator: ", "))]

        def row(draws):
            \"\"\"An order and tokens, and what is asked at each place; -1 where nothing is.\"\"\"
            order, answer = orders[draws.int(0, \(orders.count - 1))]
            tokens = [draws.int(0, \(symbols - 1)) for _ in range(length - 1)]
            return [order] + tokens, [-1] + answer(tokens)

        """
    case .induction(let symbols, _, let periods):
      return """
        def row(draws):
            \"\"\"Tokens, and what is asked at each place; -1 where nobody can know.\"\"\"
            period = draws.int(\(periods.lowerBound), \(periods.upperBound))
            run = draws.shuffled(list(range(\(symbols))))[:period]
            every = [run[i % period] for i in range(length + 1)]
            return every[:-1], [-1] * period + every[1 + period:]

        """
    }
  }

  private static func answer(_ order: Order) -> String {
    switch order {
    case .copy: "list(tokens)"
    case .reverse: "tokens[::-1]"
    case .shift: "tokens[-1:] + tokens[:-1]"
    case .sort: "sorted(tokens)"
    }
  }

  // MARK: Training

  private var ending: String {
    let optimiser = recipe.optimiser
    let (peak, warmUp) = (optimiser.schedule.peak, optimiser.schedule.warmUp)
    let after: String =
      switch optimiser.schedule.decay {
      case .constant: "\(peak)"
      case .cosine(let end):
        "\(peak) * (1 + np.cos(np.pi * (min(step, \(end)) - \(warmUp)) / \(end - warmUp))) / 2"
      case .linear(let start, let end):
        "\(peak) * min(1, max(\(end) - step, 0) / \(end - start))"
      }
    return """
      looking_places, added_places = \(truth(recipe.shape.positions == .learntForLooking)), \
      \(truth(recipe.shape.positions == .learnt))
      moving = \(moving)
      adapter_scale = np.float32(\(decoder.adapters.first?.scale ?? 1))
      root = np.float32(0.7978845608028654)  # of 2 / pi, in the bend of the MLP
      scale = np.float32(1 / np.sqrt(head_width)) if scaled else np.float32(1)

      def rate(step):
          return \(peak) * (step + 1) / \(max(warmUp, 1)) if step < \(warmUp) else \(after)

      def right():
          logits, _ = forward(held_out[0])
          asked = held_out[1] >= 0
          return (logits.argmax(-1) == held_out[1])[asked].mean()

      held_out = rows(3, 0, test_rows)
      means = {name: np.zeros_like(values) for name, values in p.items()}
      squares = {name: np.zeros_like(values) for name, values in p.items()}
      b1, b2 = \(optimiser.first), \(optimiser.second)
      reached = None
      for step in range(steps + 1):
          test = step % test_every == 0 or step == steps
          share = right() if test else None
          if test and share >= threshold and reached is None:
              reached = step
          tokens, targets = rows(1, step, batch)
          logits, kept = forward(tokens)
          loss, dlogits = softmax_loss(logits, targets)
          print("step", step, "loss", f"{loss:.6f}", f"right {share:.4f}" if test else "")
          first = loss if step == 0 else first
          if not loss < 1000 * max(first, 1):
              print("the loss is lost: the rate is too high")
              break
          if step == steps:
              break
          gradients = backward(tokens, kept, dlogits)
          for name in moving:  # Adam
              gradient = gradients[name]
              means[name] = np.float32(b1) * means[name] + np.float32(1 - b1) * gradient
              squares[name] = np.float32(b2) * squares[name] + np.float32(1 - b2) * gradient**2
              mean, square = means[name] / np.float32(1 - b1**(step + 1)), squares[name] / np.float32(1 - b2**(step + 1))
              p[name] -= np.float32(rate(step)) * mean / (np.sqrt(square) + np.float32(1e-8))
      print("reached", threshold, "at step", reached)

      """
  }
}
